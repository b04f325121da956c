"""A field of one line: a name, a number or a place, kept per key, without line breaks and without loss."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from leerplicht_desktop.casework.brief.bijhouden import brief_veld_schrijven
from leerplicht_desktop.casework.proces_verbaal.verbalisant import verbalisant_instellen, verbalisant_van
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.ui.brief.view import BriefScherm
from leerplicht_desktop.ui.kit.fields import Field
from tests.formulieren import formulier
from tests.ui.handen import deel, druk, toets, typ, vind
from tests.ui.keuring import stops
from tests.ui.wereld import DRIELING, PAOLO, Wereld

from .conftest import Opener
from .papiertekst import concept, papier

WAAR = "brief.veld.gesprek_waar"
TWEE_REGELS = "Raadhuisplein 1\nkamer 2.14"


def _begin(scherm: BriefScherm, formulier: str = "uitnodiging_gesprek") -> str:
    druk(scherm, f"brief.formulier.{formulier}")
    druk(scherm, "brief.begin")
    return scherm.werkplek().ding


def _vak(scherm: BriefScherm, naam: str = WAAR) -> QLineEdit:
    return deel(scherm, naam, QLineEdit)


def _plak(scherm: BriefScherm, tekst: str) -> None:
    QGuiApplication.clipboard().setText(tekst)
    toets(scherm, WAAR, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def _oud_vak(wereld: Wereld, toon: Opener) -> BriefScherm:
    """A concept that was typed in a box of lines, before the form asked one line."""
    id_ = _begin(toon())
    vorm = formulier(Documentsoort.UITNODIGING_GESPREK)
    wereld.doe(lambda work: brief_veld_schrijven(work, id_, vorm, "gesprek_waar", TWEE_REGELS))
    return toon(id_)


def test_every_key_is_kept_and_the_cursor_found_again(wereld: Wereld, toon: Opener) -> None:
    scherm = toon()
    id_ = _begin(scherm)
    typ(scherm, WAAR, "kamer 2.14 ")
    assert concept(wereld, id_).concept.velden["gesprek_waar"] == "kamer 2.14 "
    plek = scherm.werkplek()
    assert (plek.veld, plek.cursor) == ("gesprek_waar", 11)
    weer = _vak(toon(plek.ding, plek.veld, plek.cursor))
    assert (weer.text(), weer.cursorPosition()) == ("kamer 2.14 ", 11)


def test_what_is_known_is_filled_in(wereld: Wereld, toon: Opener) -> None:
    zelf = replace(wereld.doe(verbalisant_van), standplaats="Demostad", aktenummer="7654321")
    wereld.doe(lambda work: verbalisant_instellen(work, zelf))
    scherm = toon()
    _begin(scherm, "bericht_ouders_verhoor")
    beeld = wereld.kluis.lees(lambda caseload: caseload.dossier(DRIELING[0]))
    assert beeld is not None
    assert _vak(scherm, "brief.veld.jongere").text() == beeld.naam
    assert _vak(scherm, "brief.veld.aktenummer").text() == "7654321"
    assert _vak(scherm, "brief.veld.standplaats").text() == "Demostad"


@pytest.mark.parametrize(
    ("eerst", "plak", "staat", "cursor"),
    [
        ("", TWEE_REGELS, "Raadhuisplein 1 kamer 2.14", 26),
        ("AB", "x\r\ny\u2028z", "Ax y zB", 6),
        ("", "kamer 2\n", "kamer 2 ", 8),
    ],
)
def test_a_pasted_line_break_becomes_a_space(
    wereld: Wereld, toon: Opener, eerst: str, plak: str, staat: str, cursor: int
) -> None:
    scherm = toon()
    id_ = _begin(scherm)
    typ(scherm, WAAR, eerst)
    _vak(scherm).setCursorPosition(len(eerst) // 2)
    _plak(scherm, plak)
    assert (_vak(scherm).text(), _vak(scherm).cursorPosition()) == (staat, cursor)
    assert concept(wereld, id_).concept.velden["gesprek_waar"] == staat


def test_enter_is_a_space_and_takes_nothing_away(wereld: Wereld, toon: Opener) -> None:
    scherm = toon()
    id_ = _begin(scherm)
    toets(scherm, WAAR, Qt.Key.Key_Return)
    typ(scherm, WAAR, "Raadhuisplein 1")
    toets(scherm, WAAR, Qt.Key.Key_Return)
    toets(scherm, WAAR, Qt.Key.Key_Enter)
    typ(scherm, WAAR, "kamer")
    _vak(scherm).selectAll()
    toets(scherm, WAAR, Qt.Key.Key_Return)
    assert concept(wereld, id_).concept.velden["gesprek_waar"] == "Raadhuisplein 1 kamer"


def test_an_older_text_is_shown_and_kept_until_it_is_changed(wereld: Wereld, toon: Opener) -> None:
    scherm = _oud_vak(wereld, toon)
    id_ = scherm.werkplek().ding
    assert _vak(scherm).displayText() == "Raadhuisplein 1 kamer 2.14"
    _vak(scherm).setFocus()
    vind(scherm, "brief.veld.melding").setFocus()
    druk(scherm, "brief.definitief")
    assert concept(wereld, id_).concept.velden["gesprek_waar"] == TWEE_REGELS
    assert "Raadhuisplein 1 kamer 2.14" in papier(wereld, id_)
    _vak(scherm).setCursorPosition(len("Raadhuisplein 1"))
    typ(scherm, WAAR, "2")
    assert concept(wereld, id_).concept.velden["gesprek_waar"] == "Raadhuisplein 12 kamer 2.14"
    assert _vak(scherm).cursorPosition() == len("Raadhuisplein 12")


def test_a_clue_to_a_secret_address_is_found_in_it(wereld: Wereld, toon: Opener) -> None:
    """R24: also when it was pasted over two lines."""
    scherm = toon(PAOLO)
    _begin(scherm)
    _vak(scherm).setFocus()
    _plak(scherm, "de Thorbeckelaan\n731")
    zinnen = " ".join(punt.zin for punt in scherm._presenter.punten({}))
    assert "Plaats van het gesprek: hier staat iets wat geheim moet blijven" in zinnen


def test_what_nobody_sees_is_not_filled_in(wereld: Wereld, toon: Opener) -> None:
    """A sign without width, as a web page gives it: the paper says that the place is missing."""
    scherm = toon()
    id_ = _begin(scherm)
    _vak(scherm).setFocus()
    _plak(scherm, "\u200b\u00ad")
    assert "Vul in: Plaats van het gesprek." in [punt.zin for punt in scherm._presenter.punten({})]
    assert "[nog invullen: Plaats van het gesprek]" in papier(wereld, id_)


def test_it_is_the_field_of_the_kit_at_its_place_in_the_order(toon: Opener) -> None:
    scherm = toon()
    _begin(scherm)
    namen = [stop.objectName() for stop in stops(scherm)]
    assert namen.index("brief.veld.gesprek_op.tijd") + 1 == namen.index(WAAR)
    assert namen.index(WAAR) + 1 == namen.index("brief.veld.meenemen")
    assert _vak(scherm).accessibleName() == "Plaats van het gesprek"
    druk(scherm, "brief.definitief")
    veld = _vak(scherm).parentWidget()
    assert isinstance(veld, Field)
    assert veld.error == "Vul in: Plaats van het gesprek."
    assert _vak(scherm).accessibleDescription() == veld.error
    typ(scherm, WAAR, "k")
    assert not veld.error
