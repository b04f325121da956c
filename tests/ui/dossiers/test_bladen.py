"""The tabs: report and next step, hours, people, school, tasks and history."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableWidget, QWidget

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.taak.maken import taak_maken
from leerplicht_desktop.ui.dossiers.verzuimblad import Dagentabel, Weekkaart
from leerplicht_desktop.ui.dossiers.view import DossiersScherm
from leerplicht_desktop.ui.kit.chart import AbsenceChart
from leerplicht_desktop.ui.kit.tabs import Tabs
from leerplicht_desktop.ui.kit.timeline import TimelineList
from tests.ui.wereld import DRIELING, PAOLO, Wereld

from .conftest import dossier_van
from .zien import deel, druk, leest


def test_overview_tells_the_report_in_words(oefenwereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", dossier_van(oefenwereld, "Paolo")))
    for tekst in (
        "Gemeld op di 17 nov",
        "24 lesuren gemist op 6 dagen.",
        "Van di 27 okt tot en met do 12 nov.",
        "Tweede melding: verzuim gaat door na gesprek.",
        "Ouders uitgenodigd, niet verschenen.",
        "Volgende stap: spreek Paolo de Jager en de ouders",
        "16 uur in 4 lesweken 2 keer bereikt: het eerst op di 29 sep, het laatst op do 5 nov.",
        "Kwalificatieplichtig, tenzij er al een startkwalificatie is.",
    ):
        assert leest(scherm, tekst), tekst


def test_the_count_explains_itself(oefenwereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", dossier_van(oefenwereld, "Paolo")))
    redenen = deel(scherm, QWidget, "dossier.redenen.uren")
    assert not redenen.isVisible()
    druk(scherm, "dossier.uitleg.uren")
    assert redenen.isVisible()
    assert leest(redenen, "Vakanties en vrije dagen tellen niet")
    assert leest(redenen, "Bron: artikel 21 lid 1 en 21a lid 1 Leerplichtwet 1969 (geldig vanaf 01-01-2012).")
    druk(scherm, "dossier.uitleg.uren")
    assert not redenen.isVisible()


def test_the_duty_explains_itself(scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", DRIELING[0]))
    assert leest(scherm, "Leerplichtig.")
    druk(scherm, "dossier.uitleg.plicht")
    assert leest(deel(scherm, QWidget, "dossier.redenen.plicht"), "Geboortedatum: ")


def test_the_chart_turns_into_its_table(oefenwereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", dossier_van(oefenwereld, "Paolo"), "verzuim"))
    kaart = deel(scherm, Weekkaart, "dossier.verzuimgrafiek")
    grafiek = kaart.findChild(AbsenceChart)
    assert grafiek is not None
    assert "week 45: 8 zonder geldige reden" in grafiek.accessibleDescription()
    assert "grens bereikt: 16 op do 5 nov" in grafiek.accessibleDescription()
    assert "week 43: vrij" in grafiek.accessibleDescription()
    knop = next(knop for knop in kaart.findChildren(QPushButton) if knop.text() == "Toon als tabel")
    QTest.mouseClick(knop, Qt.MouseButton.LeftButton)
    tabel = kaart.findChild(QTableWidget)
    assert tabel is not None
    assert tabel.isVisible()


def test_each_report_shows_its_hours_per_day(oefenwereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", dossier_van(oefenwereld, "Paolo"), "verzuim"))
    eerste, tweede = scherm.findChildren(Dagentabel)
    assert eerste.accessibleName() == "Lesuren per dag"
    assert [_cel(eerste, 0, kolom) for kolom in range(3)] == ["di 27 okt", "4", ""]
    assert (eerste.rowCount(), tweede.rowCount()) == (6, 8)


def test_hours_in_a_holiday_are_named(oefenwereld: Wereld, scherm: DossiersScherm) -> None:
    """The school of the report of Vica lies in the south, where 26 October is a schoolday again."""
    scherm.toon(Werkplek("dossiers", dossier_van(oefenwereld, "Abayomi"), "verzuim"))
    (tabel,) = scherm.findChildren(Dagentabel)
    bijzonder = {_cel(tabel, rij, 2) for rij in range(tabel.rowCount())}
    assert bijzonder == {""}


def test_undecided_hours_are_not_called_unlawful(oefenwereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", dossier_van(oefenwereld, "Patricia"), "verzuim"))
    grafiek = scherm.findChild(AbsenceChart)
    assert grafiek is not None
    assert "0 zonder geldige reden" in grafiek.accessibleDescription()
    assert leest(scherm, "bij overig verzuim zoek je nog uit of er een geldige reden is")


def test_people_stand_by_where_they_live(scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", PAOLO, "betrokkenen"))
    for tekst in (
        "Wonen bij Paolo de Jager",
        "Moeder · heeft gezag",
        "Wonen ergens anders",
        "Vader · heeft gezag",
        "06-00001009",
    ):
        assert leest(scherm, tekst), tekst


def test_a_secret_address_shows_only_when_asked(wereld: Wereld, scherm: DossiersScherm) -> None:
    beeld = wereld.lees(lambda caseload: caseload.dossier(PAOLO))
    assert beeld is not None
    vader = next(persoon for persoon in beeld.betrokkenen if persoon.geheim)
    assert vader.adres is not None
    scherm.toon(Werkplek("dossiers", PAOLO, "betrokkenen"))
    regel = vader.adres.regels[0]
    assert not leest(scherm, regel)
    _toon_adres(scherm)
    assert leest(scherm, regel)
    _toon_adres(scherm)
    assert not leest(scherm, regel)


def test_an_address_shared_with_a_secret_one_is_shut(oefenwereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", dossier_van(oefenwereld, "Fredje"), "betrokkenen"))
    assert not leest(scherm, "Goudsesingel")
    druk(scherm, "dossier.toon_adres.jongere")
    assert leest(scherm, "Goudsesingel 72")


def test_a_sister_of_the_caseload_is_one_click_away(wereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", DRIELING[0], "betrokkenen"))
    knop = next(
        knop
        for knop in scherm.findChildren(QPushButton)
        if knop.accessibleName().startswith("Open dossier van") and knop.isVisibleTo(scherm)
    )
    QTest.mouseClick(knop, Qt.MouseButton.LeftButton)
    assert wereld.gegaan[-1].scherm == "dossiers"
    assert wereld.gegaan[-1].ding in DRIELING[1:]


def test_the_overview_leads_to_all_people(scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", PAOLO))
    druk(scherm, "dossier.alle_betrokkenen")
    assert deel(scherm, Tabs, "dossier.tabs").key == "betrokkenen"


def test_the_school_and_who_reported(oefenwereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", dossier_van(oefenwereld, "Dewansingh"), "school"))
    for tekst in (
        "Demo Haags Lyceum",
        "Testplein 1, 2596AA 'S-GRAVENHAGE",
        "070-0000003",
        "BRIN 98BB, vestiging 00",
        "Vakantieregio midden",
        "M. de Wit, zorgcoördinator",
        "06-00000002",
        "Schoolgids 2026-2027 p. 31 en ouderbrief van 24-09-2026",
    ):
        assert leest(scherm, tekst), tekst


def test_a_task_ends_from_its_tab(wereld: Wereld, scherm: DossiersScherm) -> None:
    dag = wereld.klok.vandaag() + timedelta(days=2)
    taak = wereld.doe(lambda work: taak_maken(work, wereld.klok, (PAOLO,), "Bel de mentor", dag)).id
    scherm.toon(Werkplek("dossiers", PAOLO, "taken"))
    assert not leest(scherm, "Open dossier")
    druk(scherm, f"taak.vervalt.{taak}")
    reden = deel(scherm, QLineEdit, f"taak.reden.{taak}")
    QTest.keyClick(reden, Qt.Key.Key_Return)
    assert "Schrijf waarom" in reden.accessibleDescription()
    druk(scherm, f"taak.gedaan.{taak}")
    assert leest(scherm, "Afgehandeld")
    assert wereld.lees(lambda caseload: caseload.taken(PAOLO, True)) == ()


def test_the_timeline_opens_what_it_tells(wereld: Wereld, scherm: DossiersScherm) -> None:
    bezoek = wereld.begin_bezoek((PAOLO,))
    wereld.klok.verder(minutes=5)
    notitie = wereld.begin_notitie((PAOLO,))
    scherm.toon(Werkplek("dossiers", PAOLO, "historie"))
    lijn = deel(scherm, TimelineList, "dossier.tijdlijn")
    lijn.setFocus()
    for rij, plek in ((0, Werkplek("gesprek", notitie)), (1, Werkplek("deurbezoek", bezoek))):
        lijn.setCurrentIndex(lijn.model().index(rij, 0))
        QTest.keyClick(lijn, Qt.Key.Key_Return)
        assert wereld.gegaan[-1] == plek
    midden = lijn.visualRect(lijn.model().index(2, 0)).center()
    QTest.mouseClick(lijn.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(midden))
    assert deel(scherm, Tabs, "dossier.tabs").key == "verzuim"


def _toon_adres(scherm: QWidget) -> None:
    knop = next(
        knop
        for knop in scherm.findChildren(QPushButton)
        if knop.objectName().startswith("dossier.toon_adres.") and knop.isVisibleTo(scherm)
    )
    QTest.mouseClick(knop, Qt.MouseButton.LeftButton)


def _cel(tabel: QTableWidget, rij: int, kolom: int) -> str:
    cel = tabel.item(rij, kolom)
    return cel.text() if cel is not None else ""
