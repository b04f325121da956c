"""Proves an installation in a second: encrypted store, search, paper, Qt, and the keyring."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from .klok import SysteemKlok


def zelftest(uit: TextIO) -> int:
    """Print a line per part; returns 0 when all of them work, else 1."""
    begin = time.perf_counter()
    goed = True
    for naam, proef in (
        ("Python", _python),
        ("Versleutelde opslag en zoeken", _opslag),
        ("PDF", _pdf),
        ("Venster", _qt),
        ("Sleutelbos", _sleutelbos),
    ):
        klopt, tekst = _probeer(proef)
        goed = goed and klopt
        uit.write(f"{'goed ' if klopt else 'FOUT '} {naam}: {tekst}\n")
    duur = time.perf_counter() - begin
    oordeel = "Alles werkt" if goed else "Niet alles werkt"
    seconden = f"{duur:.1f}".replace(".", ",")
    uit.write(f"{oordeel}. Dit duurde {seconden} s.\n")
    return 0 if goed else 1


def _probeer(proef: Callable[[], str]) -> tuple[bool, str]:
    try:
        return True, proef()
    except Exception as fout:  # noqa: BLE001 - a self-test reports whatever is wrong with an installation
        return False, f"{type(fout).__name__}: {fout}"


def _python() -> str:
    import PySide6

    return f"{sys.version.split()[0]}, PySide6 {PySide6.__version__}"


def _opslag() -> str:
    """Make a vault, write, look for the text in the bare file, and find it back by search."""
    from leerplicht_desktop.casework.ports.brievenbus import Feedpagina, SpiegelRecord
    from leerplicht_desktop.casework.queries.caseload import DossierFilter
    from leerplicht_desktop.store.kluis.passphrase import FLOOR
    from leerplicht_desktop.store.vault import SqlKluis

    record = SpiegelRecord(
        "dossier", "zelftest", ("zelftest",), 1, 1, False, {"nummer": "2026-0000", "naam": "Zoë Çelik"}, {}
    )
    with tempfile.TemporaryDirectory() as map_:
        kluis = SqlKluis(Path(map_) / "kluis", SysteemKlok(), cost=FLOOR)
        kluis.maak("zelftest van de installatie")
        try:
            kluis.doe(lambda work: work.brievenbus.pas_toe(Feedpagina("", "1", (), (record,))))
            gevonden = kluis.lees(lambda caseload: caseload.zoek("celik", DossierFilter.ALLE, None, 1)).totaal
        finally:
            kluis.sluit()
        open_en_bloot = any("Çelik".encode() in bestand.read_bytes() for bestand in Path(map_).rglob("*.*"))
    if gevonden != 1 or open_en_bloot:
        raise RuntimeError("zoeken vindt niets" if gevonden != 1 else "de tekst staat leesbaar op de schijf")
    return "kluis gemaakt, versleuteld, en “celik” vindt Çelik"


def _pdf() -> str:
    from leerplicht_desktop.documents.desk.proefblad import beproef_papier

    return beproef_papier()


def _qt() -> str:
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY") and sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication, QLabel

    app = QApplication.instance() or QApplication([])
    vlak = QLabel("Leerplicht Desktop").grab()
    del app
    return f"{QGuiApplication.platformName()}, beeld van {vlak.width()} bij {vlak.height()} pixels"


def _sleutelbos() -> str:
    from leerplicht_desktop.store.kluis.sleutelbos import keyring_toestand

    return keyring_toestand()
