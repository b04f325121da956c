"""A closed door: three taps, the offer of a next attempt, and what goes to the outbox."""

from datetime import date, time

import pytest
from PySide6.QtWidgets import QLineEdit

from leerplicht_desktop.casework.queries.caseload import TaakRegel
from leerplicht_desktop.domain.bezoek.deurbezoek import Achtergelaten, Deurbezoek, NietThuis
from leerplicht_desktop.domain.bezoek.uitkomst import Uitkomst
from leerplicht_desktop.domain.nederlandsetijd import nederlands
from leerplicht_desktop.ui.deurbezoek.view import DeurbezoekScherm, vrije_dagen
from tests.ui.deurbezoek.conftest import Opener
from tests.ui.handen import deel, druk, typ, vind, zichtbaar
from tests.ui.wereld import DRIELING, Wereld


def _kluis(wereld: Wereld, bezoek: str) -> Deurbezoek:
    return wereld.lees(lambda caseload: caseload.bezoek(bezoek))


def _taken(wereld: Wereld) -> list[TaakRegel]:
    return sorted(wereld.lees(lambda caseload: caseload.taken(None, True)), key=lambda taak: taak.uiterlijk)


def _drie_tikken(scherm: DeurbezoekScherm, laatste: str = "kaart") -> None:
    druk(scherm, "deurbezoek.uitkomst.niet_thuis")
    druk(scherm, "deurbezoek.gezien.licht")
    druk(scherm, f"deurbezoek.achtergelaten.{laatste}")


def test_three_taps_and_no_fewer(scherm: DeurbezoekScherm) -> None:
    aan = []
    for naam in ("uitkomst.niet_thuis", "gezien.licht", "achtergelaten.kaart"):
        druk(scherm, f"deurbezoek.{naam}")
        aan.append(vind(scherm, "deurbezoek.afronden").isEnabled())
    assert aan == [False, False, True]


def test_the_button_says_why_it_is_off(scherm: DeurbezoekScherm) -> None:
    druk(scherm, "deurbezoek.uitkomst.niet_thuis")
    knop = vind(scherm, "deurbezoek.afronden")
    assert knop.accessibleDescription() == "Kies wat je ziet en achterlaat."
    druk(scherm, "deurbezoek.gezien.niets")
    assert knop.accessibleDescription() == "Kies nog wat je achterlaat."


def test_the_fourth_press_keeps_visit_tasks_and_outbox(
    wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str
) -> None:
    _drie_tikken(scherm)
    druk(scherm, "deurbezoek.afronden")
    vast = _kluis(wereld, bezoek)
    assert vast.vastgelegd_op == wereld.klok.nu()
    assert vast.niet_thuis == NietThuis(("licht aan",), Achtergelaten.KAART)
    bellen, poging = _taken(wereld)
    assert (bellen.wat, bellen.uiterlijk) == ("Kijk of het gezin heeft gebeld", date(2026, 11, 25))
    assert (poging.wat, poging.uiterlijk) == ("Nieuwe poging deurbezoek", date(2026, 11, 26))
    assert poging.tijdstip == time(18, 30)
    assert set(poging.dossiers) == set(DRIELING)
    assert sorted(verzending.entity for verzending in wereld.uitvak()) == ["deurbezoek", "taak", "taak"]
    assert wereld.terug == 1
    assert wereld.toasts == ["Bezoek vastgelegd. Er zijn 2 taken gemaakt."]


def test_nothing_left_behind_asks_for_no_call(wereld: Wereld, scherm: DeurbezoekScherm) -> None:
    _drie_tikken(scherm, "niets")
    druk(scherm, "deurbezoek.afronden")
    assert [taak.wat for taak in _taken(wereld)] == ["Nieuwe poging deurbezoek"]


def test_no_attempt_is_planned_when_the_officer_does_not_want_it(
    wereld: Wereld, scherm: DeurbezoekScherm
) -> None:
    _drie_tikken(scherm)
    druk(scherm, "deurbezoek.poging.niet")
    druk(scherm, "deurbezoek.afronden")
    assert [taak.wat for taak in _taken(wereld)] == ["Kijk of het gezin heeft gebeld"]


def test_another_moment(wereld: Wereld, scherm: DeurbezoekScherm) -> None:
    _drie_tikken(scherm)
    druk(scherm, "deurbezoek.poging.ander")
    for veld, tekst in (("datum", "vrijdag"), ("tijd", "8.15")):
        deel(scherm, f"deurbezoek.poging.{veld}", QLineEdit).clear()
        typ(scherm, f"deurbezoek.poging.{veld}", tekst)
    druk(scherm, "deurbezoek.poging.zet")
    assert not zichtbaar(scherm, "deurbezoek.poging.datum")
    druk(scherm, "deurbezoek.afronden")
    poging = _taken(wereld)[-1]
    assert (poging.uiterlijk, poging.tijdstip) == (date(2026, 11, 27), time(8, 15))


@pytest.mark.parametrize(("veld", "tekst"), [("datum", "gisteren"), ("datum", "31-11"), ("tijd", "25:00")])
def test_an_impossible_moment_stays_beside_its_field(scherm: DeurbezoekScherm, veld: str, tekst: str) -> None:
    _drie_tikken(scherm)
    druk(scherm, "deurbezoek.poging.ander")
    edit = deel(scherm, f"deurbezoek.poging.{veld}", QLineEdit)
    edit.clear()
    typ(scherm, f"deurbezoek.poging.{veld}", tekst)
    druk(scherm, "deurbezoek.poging.zet")
    assert edit.property("fout")
    assert edit.hasFocus()
    assert edit.accessibleDescription().endswith(".")


def test_the_number_of_the_card(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    _drie_tikken(scherm)
    typ(scherm, "deurbezoek.kaartnummer", "NT-0482")
    druk(scherm, "deurbezoek.afronden")
    dicht = _kluis(wereld, bezoek).niet_thuis
    assert dicht is not None
    assert dicht.kaartnummer == "NT-0482"


def test_more_may_be_seen_and_nothing_excludes_the_rest(
    wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str
) -> None:
    druk(scherm, "deurbezoek.uitkomst.niet_opengedaan")
    for wat in ("geluid", "auto"):
        druk(scherm, f"deurbezoek.gezien.{wat}")
    dicht = _kluis(wereld, bezoek).niet_thuis
    assert dicht is not None
    assert dicht.gezien == ("geluid binnen", "auto voor de deur")
    druk(scherm, "deurbezoek.gezien.niets")
    dicht = _kluis(wereld, bezoek).niet_thuis
    assert dicht is not None
    assert dicht.gezien == ("niets bijzonders",)
    assert _kluis(wereld, bezoek).uitkomst is Uitkomst.NIET_OPENGEDAAN


def test_the_time_of_ringing_can_be_corrected(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    druk(scherm, "deurbezoek.uitkomst.niet_thuis")
    for tekst, goed in (("23:59", False), ("13:00", True)):
        if not zichtbaar(scherm, "deurbezoek.begintijd.tijd"):
            druk(scherm, "deurbezoek.begintijd")
        deel(scherm, "deurbezoek.begintijd.tijd", QLineEdit).clear()
        typ(scherm, "deurbezoek.begintijd.tijd", tekst)
        druk(scherm, "deurbezoek.begintijd.zet")
        assert zichtbaar(scherm, "deurbezoek.begintijd.tijd") is not goed
    begonnen = _kluis(wereld, bezoek).begonnen_op
    assert begonnen == nederlands(date(2026, 11, 24), time(13, 0))


def test_a_note_beside_it(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    _drie_tikken(scherm)
    druk(scherm, "deurbezoek.notitie")
    typ(scherm, "deurbezoek.tekst", "Buurvrouw zegt: op vakantie")
    druk(scherm, "deurbezoek.notitie")
    assert zichtbaar(scherm, "deurbezoek.gezien.licht")
    druk(scherm, "deurbezoek.afronden")
    assert [segment.tekst for segment in _kluis(wereld, bezoek).segmenten] == ["Buurvrouw zegt: op vakantie"]


def test_holidays_are_no_days_to_try(wereld: Wereld, toon: Opener) -> None:
    assert date(2026, 12, 25) in vrije_dagen(date(2026, 12, 24))
    wereld.klok.verder(days=30)
    scherm = toon(wereld.begin_bezoek())
    _drie_tikken(scherm)
    druk(scherm, "deurbezoek.afronden")
    assert [taak.uiterlijk for taak in _taken(wereld)] == [date(2026, 12, 28), date(2026, 12, 29)]
