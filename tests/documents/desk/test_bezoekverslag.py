"""The report of a visit: without its dossier it says what to do; with it, it wears the house style."""

import shutil
from importlib.resources import as_file
from pathlib import Path

import pytest

from leerplicht_desktop.bootstrap.paper import LatePaper
from leerplicht_desktop.casework.brief.afzender import telefoon_instellen
from leerplicht_desktop.documents.desk.bezoekverslag import DossierNietHier
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren
from leerplicht_desktop.documents.preview import Preview
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
