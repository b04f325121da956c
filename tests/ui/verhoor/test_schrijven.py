"""Every key is kept, wrong times are refused beside their field, and nothing is lost on the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.verhoor.view import VerhoorScherm
from tests.ui.handen import deel, druk, rust, toets, typ, vind, zichtbaar
from tests.ui.verhoor.conftest import Opener, begin, bewaard, ding, stap, zet_tijd
from tests.ui.wereld import DRIELING, Wereld


def _verklaring(scherm: VerhoorScherm) -> None:
    stap(scherm, "rechten")
    druk(scherm, "verhoor.cautie")
    stap(scherm, "verklaring")


def test_every_key_of_a_line_is_kept(wereld: Wereld, scherm: VerhoorScherm) -> None:
    _verklaring(scherm)
    druk(scherm, "verhoor.vraag")
    typ(scherm, "verhoor.zin.1", "Waar waren jullie?")
    druk(scherm, "verhoor.antwoord")
    for letter in "Thuis":
        typ(scherm, "verhoor.zin.2", letter)
        assert bewaard(wereld, scherm).regels[-1].tekst.endswith(letter)
    regels = bewaard(wereld, scherm).regels
    assert [(regel.tekst, regel.antwoord) for regel in regels] == [
        ("Waar waren jullie?", False),
        ("Thuis", True),
    ]


def test_a_line_taken_away_can_come_back(wereld: Wereld, scherm: VerhoorScherm) -> None:
    terug: list[object] = []
    wereld.context.navigatie.toast_gevraagd.connect(lambda _tekst, _woord, doe: terug.append(doe))
    _verklaring(scherm)
    druk(scherm, "verhoor.antwoord")
    typ(scherm, "verhoor.zin.1", "Ja")
    druk(scherm, "verhoor.zin.1.weg")
    assert bewaard(wereld, scherm).regels == ()
    doe = terug[-1]
    assert callable(doe)
    doe()
    rust()
    assert [regel.tekst for regel in bewaard(wereld, scherm).regels] == ["Ja"]


def test_a_time_in_the_future_is_refused_and_not_kept(wereld: Wereld, scherm: VerhoorScherm) -> None:
    stap(scherm, "rechten")
    druk(scherm, "verhoor.cautie")
    eerst = bewaard(wereld, scherm).cautie_om
    zet_tijd(scherm, "cautie", "23:59")
    assert any("moet nog komen" in een.text() and een.isVisible() for een in scherm.findChildren(Label))
    assert bewaard(wereld, scherm).cautie_om == eerst
    zet_tijd(scherm, "cautie", "kwart")
    assert deel(scherm, "verhoor.cautie.tijd", QLineEdit).text() == "kwart"
    assert bewaard(wereld, scherm).cautie_om == eerst


def test_an_empty_hearing_disappears_a_begun_one_stays(wereld: Wereld, toon: Opener) -> None:
    scherm = toon(f"nieuw:{DRIELING[0]}")
    begin(scherm)
    druk(scherm, "verhoor.terug")
    assert wereld.terug == 1
    assert wereld.kluis.bekijk(lambda kast: kast.verhoren(DRIELING[0])) == ()
    ander = toon(f"nieuw:{DRIELING[0]}")
    begin(ander)
    stap(ander, "rechten")
    druk(ander, "verhoor.cautie")
    toets(ander, "verhoor.cautie", Qt.Key.Key_Escape)
    assert wereld.terug == 2
    assert len(wereld.kluis.bekijk(lambda kast: kast.verhoren(DRIELING[0]))) == 1


def test_the_place_comes_back_after_a_lock(toon: Opener, scherm: VerhoorScherm) -> None:
    _verklaring(scherm)
    druk(scherm, "verhoor.antwoord")
    typ(scherm, "verhoor.zin.1", "Wij waren weg")
    plek = scherm.werkplek()
    scherm.verlaat()
    opnieuw = toon(plek.ding, plek.veld, 4)
    veld = vind(opnieuw, "verhoor.zin.1")
    assert veld.hasFocus()
    assert opnieuw.werkplek().cursor == 4
    assert opnieuw.werkplek().veld == plek.veld


def test_a_second_start_takes_up_the_open_one(wereld: Wereld, toon: Opener, scherm: VerhoorScherm) -> None:
    stap(scherm, "rechten")
    druk(scherm, "verhoor.cautie")
    eerst = ding(scherm)
    scherm.verlaat()
    ander = toon(f"nieuw:{DRIELING[0]}")
    begin(ander)
    assert ding(ander) == eerst
    assert bewaard(wereld, ander).cautie_om is not None


def test_a_hearing_that_left_says_so(wereld: Wereld, toon: Opener) -> None:
    toon("weg")
    assert wereld.toasts == ["Dit staat niet meer op deze laptop."]
    assert wereld.terug == 1


def test_an_interpreter_is_asked_for_when_needed(wereld: Wereld, scherm: VerhoorScherm) -> None:
    stap(scherm, "taal")
    assert not zichtbaar(scherm, "verhoor.tolk")
    druk(scherm, "verhoor.nederlands.nee")
    typ(scherm, "verhoor.tolk", "T. Olk")
    typ(scherm, "verhoor.tolk.taal", "Grieks")
    tolk = bewaard(wereld, scherm).tolk
    assert tolk is not None
    assert (tolk.naam, tolk.taal) == ("T. Olk", "Grieks")


def test_a_day_of_the_fact_before_the_birth_is_refused_and_not_kept(
    wereld: Wereld, toon: Opener, scherm: VerhoorScherm
) -> None:
    eerst = bewaard(wereld, scherm).pleegdatum
    veld = deel(scherm, "verhoor.pleegdatum", QLineEdit)
    veld.setFocus()
    veld.selectAll()
    typ(scherm, "verhoor.pleegdatum", "1-1-1901")
    toets(scherm, "verhoor.pleegdatum", Qt.Key.Key_Return)
    assert any("nog niet geboren" in een.text() and een.isVisible() for een in scherm.findChildren(Label))
    assert bewaard(wereld, scherm).pleegdatum == eerst
    weer = toon(ding(scherm))
    assert str(eerst.year) in deel(weer, "verhoor.pleegdatum", QLineEdit).text()
