"""1 August 2027: twelve hours in six weeks. Only the law folder changes, and every sentence says so."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.concepten import Feitkeuze
from leerplicht_desktop.casework.proces_verbaal.feiten import schooldeel
from leerplicht_desktop.casework.queries.caseload import DossierBeeld, MeldingBeeld, PersoonBeeld, SchoolBeeld
from leerplicht_desktop.domain.handhaving.grondslagen import Feitsoort
from leerplicht_desktop.domain.verzuim.melding import Melding, beoordeel
from leerplicht_desktop.domain.verzuim.meldsoort import Meldsoort, op_papier, op_scherm, op_tijdlijn
from leerplicht_desktop.domain.verzuim.telling import Verzuimdag
from leerplicht_desktop.domain.wet import hulpbron, kalender, wetboek
from leerplicht_desktop.ui.dossiers.paneelbeeld import Paneelbeeld
from leerplicht_desktop.ui.dossiers.rechtsbeeld import rechtsbeeld
from leerplicht_desktop.ui.dossiers.uitspraak import Uitspraakregel
from leerplicht_desktop.ui.dossiers.verzuimblad import VerzuimBlad
from leerplicht_desktop.ui.kit.label import Label

BRON = Path(__file__).parents[3] / "resources"
VANDAAG = date(2027, 9, 14)
NIEUW = """
[[bepaling]]
sleutel = "verzuim.urengrens"
artikel = "artikel 21 lid 1 en 21a lid 1 Leerplichtwet 1969"
regel = "Twaalf uur of meer zonder geldige reden binnen zes opeenvolgende lesweken meldt de school."
van = 2027-08-01
bron = "een wet van morgen, voor deze test"
zekerheid = "D"
waarden = { uren = 12, lesweken = 6 }
"""
OUDE_GETALLEN = re.compile(r"\b(16(?!-)|zestien|4 lesweken|vier lesweken|4 weken)\b", re.IGNORECASE)


@pytest.fixture
def wet_van_morgen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The data of the program with the old limit closed on 31 July 2027, and a calendar for what follows."""
    for map_ in ("wet", "schoolvakanties"):
        shutil.copytree(BRON / map_, tmp_path / map_)
    verzuim = tmp_path / "wet" / "verzuim.toml"
    eerste = "waarden = { uren = 16, lesweken = 4 }"
    tekst = verzuim.read_text("utf-8")
    assert eerste in tekst
    tekst = tekst.replace(eerste, f"{eerste}\ntot = 2027-07-31").replace("dagen = 28 }", "dagen = 35 }")
    verzuim.write_text(tekst + NIEUW, "utf-8")
    jaar = (tmp_path / "schoolvakanties" / "2026-2027.toml").read_text("utf-8")
    volgend = jaar.replace("2027", "2028").replace("2026", "2027")
    (tmp_path / "schoolvakanties" / "2027-2028.toml").write_text(volgend, "utf-8")
    monkeypatch.setattr(hulpbron, "hulpbronnen", lambda: tmp_path)
    _vergeet()
    yield
    monkeypatch.undo()
    _vergeet()


def _vergeet() -> None:
    wetboek.wetboek.cache_clear()
    kalender.regiokalender.cache_clear()


def _dossier(soort: str, aantal: int) -> DossierBeeld:
    dagen = tuple((date(2027, 9, 6) + timedelta(days=n), 4.0) for n in range(aantal))
    school = SchoolBeeld("Demo Lyceum", "98BB", "00", "", "", "", "VO", "midden")
    jongere = PersoonBeeld(
        "p-1", "jongere", "J. Test", "20130314", "V", None, True, None, False, False, False, "d"
    )
    melding = MeldingBeeld(
        "m", "m", VANDAAG, dagen[0][0], None, soort, "", "", True, "", "lesuur", dagen, "", "", "", "", "", ""
    )
    return DossierBeeld(
        "d", "2027-1", "J. Test", jongere, (), None, school, "", "", (melding,), "", None, None
    )


def _blad(beeld: DossierBeeld) -> VerzuimBlad:
    return VerzuimBlad(Paneelbeeld(beeld, (), (), (), (), "", VANDAAG, rechtsbeeld(beeld, VANDAAG)))


def _teksten(blad: QWidget) -> list[str]:
    koppen = [
        kop.text()
        for tabel in blad.findChildren(QTableWidget)
        for kolom in range(tabel.columnCount())
        if (kop := tabel.horizontalHeaderItem(kolom)) is not None
    ]
    return [label.text() for label in blad.findChildren(Label)] + koppen


@pytest.mark.usefixtures("wet_van_morgen")
@pytest.mark.parametrize(
    ("aantal", "zin"),
    [
        (3, "12 uur in 6 lesweken bereikt op wo 8 sep."),
        (2, "De 12 uur is niet bereikt: 8 lesuren in 6 lesweken."),
    ],
)
def test_every_sentence_on_the_screen_has_the_new_numbers(qtbot: QtBot, aantal: int, zin: str) -> None:
    blad = _blad(_dossier("16UUR", aantal))
    qtbot.addWidget(blad)
    teksten = _teksten(blad)
    assert zin in teksten
    assert {"De grens van 12 uur", "Melding 12 uur", "Opgeteld over 6 lesweken"} <= set(teksten)
    assert [tekst for tekst in teksten if OUDE_GETALLEN.search(tekst)] == []
    assert blad.findChildren(Uitspraakregel)


@pytest.mark.usefixtures("wet_van_morgen")
def test_what_is_undecided_names_the_new_limit() -> None:
    zin = rechtsbeeld(_dossier("OVERIG", 3), VANDAAG).uren.zin
    assert zin.startswith("De 12 uur is nog niet te tellen.")


@pytest.mark.usefixtures("wet_van_morgen")
@pytest.mark.parametrize("soort", ["SIGNAAL", "OVERIG", "BEGINNEND", "16UUR", "LRV"])
@pytest.mark.parametrize("aantal", [2, 3, 40])
def test_the_judgement_of_a_report_has_the_new_numbers(soort: str, aantal: int) -> None:
    begin = date(2027, 9, 6)
    dagen = [begin + timedelta(days=n) for n in range(aantal)]
    gemist = tuple(Verzuimdag(dag, 4, "lesuur") for dag in dagen if dag.weekday() < 5)
    melding = Melding(Meldsoort(soort), dagen[-1], begin, None, gemist, alle_lessen_gemist=True)
    oordeel = beoordeel(melding, date(2013, 3, 14), "midden")
    woorden = " ".join((*oordeel.redenen, *(waarde for _, waarde in oordeel.uitleg.invoer)))
    assert OUDE_GETALLEN.search(woorden) is None
    assert "12 uur" in woorden or "langer dan vijf weken" in woorden


@pytest.mark.usefixtures("wet_van_morgen")
def test_a_proces_verbaal_and_the_lists_have_the_new_numbers() -> None:
    keuze = Feitkeuze(Feitsoort.RELATIEF, date(2027, 9, 6), date(2027, 9, 8), "Rotterdam")
    tekst = schooldeel((_dossier("16UUR", 3),), keuze).melding
    assert "meldde op 14-09-2027 12 uur in zes lesweken van J. Test" in tekst
    assert (op_scherm("16UUR", VANDAAG), op_tijdlijn("16UUR", VANDAAG)) == ("Melding 12 uur",) * 2
    assert op_scherm("LRV", VANDAAG) == "Langer dan 5 weken weg"


@pytest.mark.usefixtures("wet_van_morgen")
def test_a_report_of_before_keeps_the_numbers_of_its_day() -> None:
    assert op_papier("16UUR", date(2027, 7, 31)) == "16 uur in vier lesweken"
    assert op_papier("16UUR", date(2027, 8, 1)) == "12 uur in zes lesweken"
