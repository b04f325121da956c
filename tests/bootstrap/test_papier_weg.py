"""A report of a visit whose dossier is not on the laptop: a sentence with the remedy, not a bug."""

from pathlib import Path

import pytest

from leerplicht_desktop.bootstrap.papier import DossierNietHier, PdfPapier
from tests.store.world import pull
from tests.ui.wereld import PAOLO, bouw_wereld


def test_without_its_dossier_a_report_says_what_to_do(tmp_path: Path) -> None:
    wereld = bouw_wereld(tmp_path)
    bezoek = wereld.begin_bezoek((PAOLO,))
    pull(wereld.kluis, evict=(PAOLO,))
    with pytest.raises(DossierNietHier, match="Synchroniseer"):
        PdfPapier(wereld.doe, wereld.klok, "0").bezoekverslag(bezoek)
    wereld.kluis.sluit()
