"""The report of a visit: without its dossier it says what to do; with it, it wears the house style."""

import shutil
from dataclasses import replace
from datetime import date, time, timedelta
from importlib.resources import as_file
from pathlib import Path

import pytest

from leerplicht_desktop.bootstrap.paper import LatePaper
from leerplicht_desktop.casework.brief.afzender import telefoon_instellen
from leerplicht_desktop.documents.bezoekverslag import Binnentreden
from leerplicht_desktop.documents.bureau import bezoekverslag
from leerplicht_desktop.documents.bureau.bezoekverslag import DossierNietHier
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren
from leerplicht_desktop.documents.preview import Preview
from leerplicht_desktop.domain.bezoek.deurbezoek import (
    Achtergelaten,
    Deurbezoek,
    NietThuis,
    SoortVinkje,
    Vinkje,
)
from leerplicht_desktop.domain.bezoek.uitkomst import Uitkomst
from leerplicht_desktop.domain.nederlandsetijd import nederlands
from tests.store.world import pull
from tests.ui.wereld import PAOLO, bouw_wereld


def test_without_its_dossier_a_report_says_what_to_do(tmp_path: Path) -> None:
    wereld = bouw_wereld(tmp_path)
    bezoek = wereld.begin_bezoek((PAOLO,))
    pull(wereld.kluis, evict=(PAOLO,))
    with pytest.raises(DossierNietHier, match="Synchroniseer"):
        LatePaper(wereld.doe, wereld.klok, "0").bezoekverslag(bezoek)
    wereld.kluis.sluit()


def test_a_report_wears_the_house_style_and_the_number_of_the_officer(tmp_path: Path) -> None:
    """The report is paper of the municipality as every letter is."""
    wereld = bouw_wereld(tmp_path / "wereld")
    bezoek = wereld.begin_bezoek((PAOLO,), "Testkade 8, 1014 AA  AMSTERDAM")
    wereld.doe(lambda work: telefoon_instellen(work, "06 1122 3344"))
    with as_file(meegeleverde_formulieren()) as vast:
        shutil.copytree(vast, tmp_path / "formulieren")
    stijl = tmp_path / "formulieren" / "huisstijl.toml"
    stijl.write_text(stijl.read_text("utf-8").replace("Gemeente Demostad", "Gemeente Elders"), "utf-8")
    pdf = LatePaper(wereld.doe, wereld.klok, "0", tmp_path / "formulieren").bezoekverslag(bezoek)
    with Preview(pdf) as blad:
        tekst = blad.text(0)
    assert "Gemeente Elders" in tekst
    assert "06 1122 3344" in tekst
    assert "Testkade 8, 1014 AA Amsterdam" in tekst  # the register's capitals are for an envelope
    wereld.kluis.sluit()


NU = nederlands(date(2026, 11, 21), time(14, 0))
DICHT = Deurbezoek("b-1", ("d-1",), "Kade 1", NU, uitkomst=Uitkomst.NIET_THUIS)


@pytest.mark.parametrize(
    ("niet_thuis", "zin"),
    [
        (None, ""),
        (NietThuis(("Licht aan",)), ""),
        (NietThuis((), Achtergelaten.NIETS), "Ik heb niets achtergelaten."),
        (NietThuis((), Achtergelaten.BRIEF, "K-7"), "Ik heb een brief achtergelaten."),
        (NietThuis((), Achtergelaten.KAART), "Ik heb een niet-thuiskaart achtergelaten."),
        (
            NietThuis((), Achtergelaten.KAART, "K-7"),
            "Ik heb een niet-thuiskaart met nummer K-7 achtergelaten.",
        ),
        (
            NietThuis(("Licht aan", "Post in de bus"), Achtergelaten.BRIEF),
            "Gezien aan de woning: licht aan, post in de bus. Ik heb een brief achtergelaten.",
        ),
        (
            NietThuis(("Auto van Van Dijk",), Achtergelaten.NIETS),
            "Gezien aan de woning: auto van Van Dijk. Ik heb niets achtergelaten.",
        ),
    ],
)
def test_what_was_left_at_a_shut_door_is_told_by_its_name(niet_thuis: NietThuis | None, zin: str) -> None:
    assert bezoekverslag._achtergelaten(replace(DICHT, niet_thuis=niet_thuis)) == zin
    assert {een.value for een in Achtergelaten} == {"niets", "brief", "kaart"}


def test_each_tick_keeps_its_own_time_and_entry_needs_all_of_three() -> None:
    ticks = tuple(
        Vinkje(soort, NU + timedelta(minutes=at), f"wie {at}") for at, soort in enumerate(SoortVinkje)
    )
    times = {tick.soort: tick.tijd for tick in ticks}
    deur = bezoekverslag._deur(replace(DICHT, vinkjes=ticks, binnen=True), 1)
    assert (deur.legitimatie_om, deur.doel_om, deur.cautie_om, deur.gezien_om) == (
        times[SoortVinkje.LEGITIMATIE],
        times[SoortVinkje.DOEL],
        times[SoortVinkje.CAUTIE],
        times[SoortVinkje.JONGERE_GEZIEN],
    )
    assert deur.binnen == Binnentreden("wie 2", times[SoortVinkje.TOESTEMMING])
    assert (deur.cautie_aan, deur.gezien_wie) == ("wie 3", "de leerling")
    for missing in (SoortVinkje.LEGITIMATIE, SoortVinkje.DOEL, SoortVinkje.TOESTEMMING):
        fewer = tuple(tick for tick in ticks if tick.soort is not missing)
        assert bezoekverslag._deur(replace(DICHT, vinkjes=fewer, binnen=True), 1).binnen is None
    nameless = tuple(replace(tick, wie=" ") for tick in ticks)
    assert bezoekverslag._deur(replace(DICHT, vinkjes=nameless, binnen=True), 1).binnen is None
    assert bezoekverslag._deur(replace(DICHT, vinkjes=ticks), 1).binnen is None
    two = bezoekverslag._deur(replace(DICHT, vinkjes=ticks[:2]), 2)
    assert (two.cautie_om, two.gezien_om, two.cautie_aan) == (None, None, "")
    assert two.gezien_wie == "minstens een van de leerlingen"
