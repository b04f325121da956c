"""Every key stands in the vault; the running remark, its kinds and speakers; taking back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from leerplicht_desktop.domain.bezoek.deurbezoek import Deurbezoek, SoortSegment, SoortVinkje
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.ui.deurbezoek.view import DeurbezoekScherm
from tests.ui.handen import deel, druk, toets, typ, vind, zichtbaar
from tests.ui.wereld import DRIELING, Wereld

CTRL = Qt.KeyboardModifier.ControlModifier


def _kluis(wereld: Wereld, bezoek: str) -> Deurbezoek:
    return wereld.lees(lambda caseload: caseload.bezoek(bezoek))


def _teksten(wereld: Wereld, bezoek: str) -> list[str]:
    return [segment.tekst for segment in _kluis(wereld, bezoek).segmenten]


def test_every_key_is_committed(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    veld = vind(scherm, "deurbezoek.tekst")
    for plaats, letter in enumerate("Rustig.", start=1):
        QTest.keyClicks(veld, letter)
        assert _teksten(wereld, bezoek) == ["Rustig."[:plaats]]
    assert len(wereld.bewaard) == len("Rustig.")


def test_the_cursor_stands_ready_to_write(scherm: DeurbezoekScherm) -> None:
    assert vind(scherm, "deurbezoek.tekst").hasFocus()


def test_nothing_is_kept_before_the_first_key(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    druk(scherm, "deurbezoek.soort.gehoord")
    druk(scherm, "deurbezoek.soort.gezegd")
    assert _teksten(wereld, bezoek) == []
    assert zichtbaar(scherm, "deurbezoek.tekst")


def test_a_remark_has_the_time_of_its_first_key(
    wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str
) -> None:
    wereld.klok.verder(minutes=5)
    typ(scherm, "deurbezoek.tekst", "Licht")
    wereld.klok.verder(minutes=5)
    typ(scherm, "deurbezoek.tekst", " aan")
    (segment,) = _kluis(wereld, bezoek).segmenten
    assert (segment.tijd - _kluis(wereld, bezoek).begonnen_op).total_seconds() == 300
    assert segment.soort is SoortSegment.GEZIEN


def test_a_quote_keeps_who_said_it(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    typ(scherm, "deurbezoek.tekst", "Deur open")
    druk(scherm, "deurbezoek.soort.gezegd")
    assert vind(scherm, "deurbezoek.tekst").hasFocus()
    druk(scherm, "deurbezoek.spreker.1")
    typ(scherm, "deurbezoek.tekst", "Hij slaapt nog")
    gezien, gezegd = _kluis(wereld, bezoek).segmenten
    assert (gezien.tekst, gezien.spreker) == ("Deur open", "")
    assert (gezegd.tekst, gezegd.spreker) == ("Hij slaapt nog", "Vader, Thanatos Olympos")
    assert gezegd.soort is SoortSegment.GEZEGD


def test_speakers_are_the_people_of_the_household(scherm: DeurbezoekScherm) -> None:
    druk(scherm, "deurbezoek.soort.gezegd")
    woorden = [
        deel(scherm, f"deurbezoek.spreker.{nummer}", QPushButton).text().strip() for nummer in range(7)
    ]
    assert woorden == ["Ouder", "Vader", "Dimitris", "Theofilaktos", "Vaso", "Buren", "Ik zelf"]
    assert not zichtbaar(scherm, "deurbezoek.spreker.7")


def test_an_earlier_remark_can_be_written_on(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    typ(scherm, "deurbezoek.tekst", "Een")
    druk(scherm, "deurbezoek.soort.gehoord")
    typ(scherm, "deurbezoek.tekst", "Twee")
    druk(scherm, "deurbezoek.segment.1")
    typ(scherm, "deurbezoek.tekst", "!")
    assert _teksten(wereld, bezoek) == ["Een!", "Twee"]


def test_a_remark_that_was_emptied_disappears(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    typ(scherm, "deurbezoek.tekst", "a")
    druk(scherm, "deurbezoek.soort.gehoord")
    typ(scherm, "deurbezoek.tekst", "b")
    toets(scherm, "deurbezoek.tekst", Qt.Key.Key_Backspace)
    druk(scherm, "deurbezoek.segment.1")
    assert _teksten(wereld, bezoek) == ["a"]


def test_a_quick_phrase_goes_in_at_the_cursor(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    typ(scherm, "deurbezoek.tekst", "Moeder:einde")
    veld = deel(scherm, "deurbezoek.tekst", QPlainTextEdit)
    cursor = veld.textCursor()
    cursor.setPosition(len("Moeder:"))
    veld.setTextCursor(cursor)
    druk(scherm, "deurbezoek.zin.2")
    assert _teksten(wereld, bezoek) == ["Moeder: Wil hulp einde"]
    assert veld.hasFocus()


def test_the_time_goes_in_at_the_cursor(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    QTest.keyClick(vind(scherm, "deurbezoek.tekst"), Qt.Key.Key_Semicolon, CTRL)
    assert _teksten(wereld, bezoek) == [f"{wereld.klok.nu():%H:%M} "]


def test_taking_back_goes_in_the_order_in_which_it_happened(
    wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str
) -> None:
    typ(scherm, "deurbezoek.tekst", "een twee")
    druk(scherm, "deurbezoek.uitkomst.alleen_ouder")
    druk(scherm, "deurbezoek.vinkje.doel")
    druk(scherm, "deurbezoek.ongedaan")
    assert _kluis(wereld, bezoek).vinkjes == ()
    druk(scherm, "deurbezoek.ongedaan")
    assert _kluis(wereld, bezoek).uitkomst is None
    toets(scherm, "deurbezoek.tekst", Qt.Key.Key_Z, CTRL)
    assert _teksten(wereld, bezoek) == ["een "]
    toets(scherm, "deurbezoek.tekst", Qt.Key.Key_Z, CTRL)
    assert _teksten(wereld, bezoek) == []
    assert not vind(scherm, "deurbezoek.ongedaan").isEnabled()


def test_what_was_taken_back_can_be_done_again(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    typ(scherm, "deurbezoek.tekst", "een twee")
    druk(scherm, "deurbezoek.uitkomst.beiden")
    for _ in range(3):
        druk(scherm, "deurbezoek.ongedaan")
    for _ in range(3):
        toets(scherm, "deurbezoek.tekst", Qt.Key.Key_Y, CTRL)
    vast = _kluis(wereld, bezoek)
    assert [segment.tekst for segment in vast.segmenten] == ["een twee"]
    assert vast.aangetroffen == {Aanwezig.OUDER, Aanwezig.JONGERE}
    typ(scherm, "deurbezoek.tekst", "!")
    assert _teksten(wereld, bezoek) == ["een twee!"]


@pytest.mark.parametrize(
    ("keuze", "uitkomst", "aangetroffen"),
    [
        ("beiden", Uitkomst.OPEN_GEDAAN, {Aanwezig.OUDER, Aanwezig.JONGERE}),
        ("alleen_ouder", Uitkomst.OPEN_GEDAAN, {Aanwezig.OUDER}),
        ("alleen_leerling", Uitkomst.OPEN_GEDAAN, {Aanwezig.JONGERE}),
        ("weigert_gesprek", Uitkomst.WEIGERT_GESPREK, set()),
        ("niet_thuis", Uitkomst.NIET_THUIS, set()),
        ("niet_opengedaan", Uitkomst.NIET_OPENGEDAAN, set()),
        ("verhuisd", Uitkomst.VERHUISD, set()),
        ("onbekend", Uitkomst.ONBEKEND, set()),
    ],
)
def test_each_big_choice_is_an_outcome(
    wereld: Wereld,
    scherm: DeurbezoekScherm,
    bezoek: str,
    keuze: str,
    uitkomst: Uitkomst,
    aangetroffen: set[Aanwezig],
) -> None:
    druk(scherm, f"deurbezoek.uitkomst.{keuze}")
    vast = _kluis(wereld, bezoek)
    assert vast.uitkomst is uitkomst
    assert set(vast.aangetroffen) == aangetroffen


def test_for_which_children_of_the_household(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    for dossier in DRIELING[:2]:
        druk(scherm, f"deurbezoek.jongere.{dossier}")
    assert _kluis(wereld, bezoek).dossiers == DRIELING[2:]
    druk(scherm, f"deurbezoek.jongere.{DRIELING[2]}")
    assert _kluis(wereld, bezoek).dossiers == DRIELING[2:]
    assert deel(scherm, f"deurbezoek.jongere.{DRIELING[2]}", QPushButton).isChecked()


def test_ticks_have_the_time_of_now(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    wereld.klok.verder(minutes=2)
    druk(scherm, "deurbezoek.vinkje.legitimatie")
    vinkje = _kluis(wereld, bezoek).vinkje(SoortVinkje.LEGITIMATIE)
    assert vinkje is not None
    assert vinkje.tijd == wereld.klok.nu()
    druk(scherm, "deurbezoek.vinkje.legitimatie")
    assert _kluis(wereld, bezoek).vinkjes == ()


def test_every_outcome_has_its_button(scherm: DeurbezoekScherm) -> None:
    """Whoever adds an outcome in the domain finds it at the door, under its own word."""
    for uitkomst in Uitkomst:
        if uitkomst is not Uitkomst.OPEN_GEDAAN:
            knop = vind(scherm, f"deurbezoek.uitkomst.{uitkomst.value}")
            assert isinstance(knop, QPushButton)
            assert uitkomst.woorden.knop in (knop.text(), knop.accessibleName())
