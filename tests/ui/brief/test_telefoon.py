"""A letter that asks people to call says on which number, or does not become final."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from leerplicht_desktop.casework.brief.afzender import telefoon_van
from leerplicht_desktop.ui.brief.view import BriefScherm
from leerplicht_desktop.ui.kit.label import Label
from tests.ui.handen import deel, druk, rust, toets, typ, zichtbaar
from tests.ui.wereld import DRIELING, Wereld

from .conftest import Opener
from .papiertekst import papier

VELD = "brief.veld.telefoon"


def _kaart(scherm: BriefScherm) -> str:
    druk(scherm, "brief.formulier.niet_thuiskaart")
    druk(scherm, "brief.begin")
    return scherm.werkplek().ding


def _zinnen(scherm: BriefScherm) -> str:
    return " ".join(woord.text() for woord in scherm.findChildren(Label) if woord.isVisibleTo(scherm))


def test_without_a_number_nothing_is_sealed(wereld: Wereld, toon: Opener) -> None:
    wereld.doe(lambda work: work.inrichting.zet("boa.telefoon", ""))
    scherm = toon()
    id_ = _kaart(scherm)
    assert "[nog invullen: jouw telefoonnummer]" in papier(wereld, id_)
    assert "Vul in: jouw telefoonnummer." in _zinnen(scherm)
    druk(scherm, "brief.definitief")
    assert scherm.window().findChild(QWidget, "brief.definitief.venster") is None
    assert scherm.focusWidget() is deel(scherm, VELD, QLineEdit)


def test_the_number_is_typed_once(wereld: Wereld, toon: Opener) -> None:
    wereld.doe(lambda work: work.inrichting.zet("boa.telefoon", ""))
    scherm = toon()
    id_ = _kaart(scherm)
    typ(scherm, VELD, "bel me maar")
    toets(scherm, VELD, Qt.Key.Key_Return)
    assert "Typ een telefoonnummer" in _zinnen(scherm)
    assert wereld.doe(telefoon_van) == ""
    deel(scherm, VELD, QLineEdit).clear()
    typ(scherm, VELD, " 06  5555 1234 ")
    toets(scherm, VELD, Qt.Key.Key_Return)
    rust()
    assert "Telefoon 06 5555 1234" in papier(wereld, id_)
    assert "jouw telefoonnummer" not in _zinnen(scherm)
    assert not zichtbaar(toon(DRIELING[1]), VELD)


def test_pressing_final_takes_the_number_that_still_stands_there(wereld: Wereld, toon: Opener) -> None:
    wereld.doe(lambda work: work.inrichting.zet("boa.telefoon", ""))
    scherm = toon()
    _kaart(scherm)
    typ(scherm, VELD, "06 5555 1234")
    druk(scherm, "brief.definitief")
    assert wereld.doe(telefoon_van) == "06 5555 1234"
    assert scherm.window().findChild(QWidget, "brief.definitief.venster") is not None


def test_the_municipality_may_give_the_number(wereld: Wereld, toon: Opener) -> None:
    scherm = toon()
    id_ = _kaart(scherm)
    assert not zichtbaar(scherm, VELD)
    assert "Telefoon 06 1234 5678" in papier(wereld, id_)
