"""The list of processen-verbaal: where each stands, which term presses, and help first when there is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.concepten import Feitkeuze, Persoonskeuze
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.proces_verbaal.bijhouden import verhoren_kiezen
from leerplicht_desktop.casework.proces_verbaal.opstellen import proces_verbaal_opstellen
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.touched import Soort, touched
from leerplicht_desktop.casework.verhoor.starten import Verhooropgave, verhoor_starten
from leerplicht_desktop.domain.handhaving.grondslagen import Feitsoort, Rol
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.termijn.termijnen import proces_verbaal_termijnen
from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.pv_lijst.view import ProcessenVerbaalScherm, termijnmerk
from tests.ui.handen import druk, rust, vind, zichtbaar
from tests.ui.keuring import buiten_beeld, zonder_naam
from tests.ui.raam import in_raam
from tests.ui.wereld import DRIELING, Wereld, bouw_wereld


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    gemaakt = bouw_wereld(tmp_path)
    yield gemaakt
    gemaakt.kluis.sluit()


@pytest.fixture
def scherm(qtbot: QtBot, wereld: Wereld) -> ProcessenVerbaalScherm:
    gemaakt = in_raam(qtbot, ProcessenVerbaalScherm(wereld.context))
    gemaakt.toon(Werkplek("processen_verbaal"))
    rust()
    return gemaakt


def _vader(work: Work) -> Persoonskeuze:
    beeld = work.caseload.dossier(DRIELING[0])
    assert beeld is not None
    een = next(een for een in beeld.betrokkenen if een.naam.startswith("Thanatos"))
    return Persoonskeuze(een.persoon, Rol.OUDER, een.naam)


def _stel_op(work: Work, wereld: Wereld) -> str:
    keuze = Feitkeuze(Feitsoort.LUXE, date(2026, 11, 16), date(2026, 11, 17), "Demostad")
    return proces_verbaal_opstellen(work, wereld.klok, (DRIELING[0],), _vader(work), keuze)[0]


def _merken(scherm: QWidget) -> list[str]:
    return [een.accessibleName() or een.text() for een in scherm.findChildren(Badge) if een.isVisible()]


def test_without_any_the_screen_puts_help_first(wereld: Wereld, scherm: ProcessenVerbaalScherm) -> None:
    namen = [een.accessibleName() for een in scherm.findChildren(QWidget)]
    assert any("hulp gaat voor straf" in naam for naam in namen)
    druk(scherm, "processen_verbaal.dossiers")
    assert wereld.gegaan[-1].scherm == "dossiers"


def test_a_concept_shows_its_gaps_and_opens(wereld: Wereld, scherm: ProcessenVerbaalScherm) -> None:
    id_ = wereld.doe(lambda work: _stel_op(work, wereld))
    scherm.geraakt(touched(Soort.STUK))
    rust()
    moet = len(wereld.kluis.bekijk(lambda kast: kast.concept_pv(id_)).blokkerend)
    merken = _merken(scherm)
    assert "Concept" in merken
    assert f"Nog {moet} punten" in merken
    druk(scherm, f"processen_verbaal.open.{id_}")
    assert (wereld.gegaan[-1].scherm, wereld.gegaan[-1].ding) == ("proces_verbaal", id_)


def test_a_line_says_against_whom_and_about_whom(wereld: Wereld, scherm: ProcessenVerbaalScherm) -> None:
    id_ = wereld.doe(lambda work: _stel_op(work, wereld))
    scherm.geraakt(touched(Soort.STUK))
    rust()
    kaart = vind(scherm, f"processen_verbaal.{id_}")
    regels = [een.text() for een in kaart.findChildren(Label)]
    assert any(een.startswith("Tegen Thanatos Olympos · over ") for een in regels)
    assert kaart.accessibleName().startswith("Proces-verbaal, tegen Thanatos Olympos, over ")


def test_two_months_run_from_the_report(wereld: Wereld, scherm: ProcessenVerbaalScherm) -> None:
    wereld.doe(lambda work: _stel_op(work, wereld))
    scherm.geraakt(touched(Soort.STUK))
    rust()
    (termijn,) = proces_verbaal_termijnen(None, date(2026, 11, 18))
    assert any(termijn.naam in merk.lower() for merk in _merken(scherm))
    wereld.klok.verder(days=90)
    scherm.toon(Werkplek("processen_verbaal"))
    rust()
    assert any("te laat" in merk for merk in _merken(scherm))


def test_the_terms_of_a_minor_run_from_the_hearing() -> None:
    termijnen = proces_verbaal_termijnen(date(2026, 11, 2), date(2026, 10, 1), minderjarig=True)
    assert len(termijnen) == 4
    vandaag = termijnen[0].laatste_dag
    assert "vandaag" in termijnmerk(termijnen[0], vandaag).text()


def test_an_open_hearing_starts_no_term(wereld: Wereld, scherm: ProcessenVerbaalScherm) -> None:
    def begin(work: Work) -> str:
        id_ = _stel_op(work, wereld)
        opgave = Verhooropgave(_vader(work), date(2026, 11, 17), "", Geboortedatum(1980, 1, 1))
        verhoor_starten(work, wereld.klok, (DRIELING[0],), opgave)
        verhoren_kiezen(work, id_, ())
        return id_

    wereld.doe(begin)
    scherm.toon(Werkplek("processen_verbaal"))
    rust()
    assert sum("verhoor" in merk.lower() for merk in _merken(scherm)) == 0


def test_named_and_inside_the_window(wereld: Wereld, scherm: ProcessenVerbaalScherm) -> None:
    wereld.doe(lambda work: _stel_op(work, wereld))
    scherm.toon(Werkplek("processen_verbaal"))
    rust()
    assert zichtbaar(scherm, "processen_verbaal.lijst")
    assert zonder_naam(scherm) == []
    for breedte, hoogte in ((1440, 900), (1024, 768), (800, 600)):
        assert buiten_beeld(scherm, breedte, hoogte) == [], breedte
