"""The real paper: the preview shows it, sealing fixes it, printing leaves a line in the log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from leerplicht_desktop.bootstrap.paper import LatePaper
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.zaakstukken import Nummerblok
from leerplicht_desktop.domain.stuk.stuk import Stand
from leerplicht_desktop.ui.proces_verbaal.view import ProcesVerbaalScherm
from tests.ui.handen import druk, rust, vind
from tests.ui.proces_verbaal.daden import ding, stap, typ_en_verlaat, verzegel
from tests.ui.proces_verbaal.daden import maak_compleet as vul_aan
from tests.ui.proefprinters import PdfPrinters
from tests.ui.wereld import Wereld, bouw_wereld


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    """Without a visit: the report of the school alone is a finding too."""
    gemaakt = bouw_wereld(tmp_path)
    papier = LatePaper(lambda act: gemaakt.kluis.doe(act), gemaakt.klok, "0.0")
    gemaakt.context = replace(gemaakt.context, papier=papier)
    blok = Nummerblok("OEF", 2026, 101, 102)
    gemaakt.doe(lambda work: work.zaakstukken.nummers.bewaar(blok, gemaakt.klok.nu()))
    yield gemaakt
    gemaakt.kluis.sluit()


def test_sealed_is_byte_for_byte_what_is_kept_and_printed(
    qtbot: QtBot, wereld: Wereld, scherm: ProcesVerbaalScherm, printers: PdfPrinters
) -> None:
    vul_aan(scherm)
    id_ = ding(scherm)
    verzegel(scherm)
    beeld = wereld.kluis.bekijk(lambda kast: kast.stuk(id_))
    assert (beeld.stuk.nummer, beeld.stand) == ("OEF-2026-000101", Stand.GEREED)
    assert wereld.context.papier.stuk(id_) == wereld.kluis.bekijk(lambda kast: kast.pdf(id_))
    qtbot.waitUntil(lambda: vind(scherm, "pv.voorbeeld.blad").height() > 100)
    druk(scherm, "pv.afdrukken")
    druk(scherm.window(), "pv.afdrukken.druk")
    assert printers.bestand.read_bytes().startswith(b"%PDF")
    (regel,) = wereld.kluis.bekijk(lambda kast: kast.stuk(id_)).afdrukken
    assert (regel.hoe, regel.aantal) == ("afgedrukt", 1)


def test_a_printer_that_vanished_is_told_calmly(
    qtbot: QtBot, wereld: Wereld, scherm: ProcesVerbaalScherm, printers: PdfPrinters
) -> None:
    printers.weg = True
    qtbot.waitUntil(lambda: vind(scherm, "pv.voorbeeld.blad").height() > 100)
    druk(scherm, "pv.afdrukken")
    druk(scherm.window(), "pv.afdrukken.druk")
    assert "De printer doet het niet meer." in vind(scherm, "pv.melding").accessibleName()
    assert wereld.problemen == []
    assert not printers.bestand.exists()


def test_without_numbers_it_waits_for_the_next_sync(wereld: Wereld, scherm: ProcesVerbaalScherm) -> None:
    def op(work: Work) -> None:
        for nummer in ("OEF-2026-000101", "OEF-2026-000102"):
            work.zaakstukken.nummers.gebruik(nummer, f"ander-{nummer}")

    wereld.doe(op)
    vul_aan(scherm)
    stap(scherm, "feit")
    typ_en_verlaat(scherm, "pv.feit.plaats", "Elders")
    rust()
    knop = vind(scherm, "pv.verzegel")
    assert not knop.isEnabled()
    assert "synchroniseer" in knop.accessibleDescription().lower()
