"""Proves an installation in a second: encrypted store, search, paper, Qt, and the keyring."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from leerplicht_desktop.machine.own_files import ChangedFilesError, examine
from leerplicht_desktop.machine.policy_command import PolicyFaultError, examine_policy
from leerplicht_protocol.console import program_version

from .clock import SystemClock


def self_test(out: TextIO, *, machine: bool = False) -> int:
    """Print a line per part, or one JSON object for a ``machine``; returns 0 when all of them work, else 1.

    The object has ``programma``, ``versie``, ``goed``, ``duur_s`` and ``delen``: each with ``naam``, ``goed``
    and ``tekst``.
    """
    begin = time.perf_counter()
    parts = [
        (name, *_try(probe))
        for name, probe in (
            ("Python", _python),
            ("Bestanden", examine),
            ("Versleutelde opslag en zoeken", _store_lane),
            ("PDF", _pdf),
            ("Venster", _qt),
            ("Sleutelbos", _keyring),
            ("Beleid", examine_policy),
        )
    ]
    good = all(right for _, right, _ in parts)
    duration = time.perf_counter() - begin
    if machine:
        told = {
            "programma": "leerplicht-desktop",
            "versie": program_version(),
            "goed": good,
            "duur_s": round(duration, 1),
            "delen": [{"naam": name, "goed": right, "tekst": text} for name, right, text in parts],
        }
        out.write(json.dumps(told, indent=1) + "\n")
        return 0 if good else 1
    for name, right, text in parts:
        out.write(f"{'goed ' if right else 'FOUT '} {name}: {text}\n")
    seconds = f"{duration:.1f}".replace(".", ",")
    out.write(f"{'Alles werkt' if good else 'Niet alles werkt'}. Dit duurde {seconds} s.\n")
    return 0 if good else 1


def _try(probe: Callable[[], str]) -> tuple[bool, str]:
    try:
        return True, probe()
    except (ChangedFilesError, PolicyFaultError) as fault:
        return False, str(fault)
    except Exception as fault:  # noqa: BLE001 - a self-test reports whatever is wrong with an installation
        return False, f"{type(fault).__name__}: {fault}"


def _python() -> str:
    import PySide6

    return f"{sys.version.split()[0]}, PySide6 {PySide6.__version__}"


def _store_lane() -> str:
    """Make a vault, write, look for the text in the bare file, and find it back by search."""
    from leerplicht_desktop.casework.ports.brievenbus import Feedpagina, SpiegelRecord
    from leerplicht_desktop.casework.queries.caseload import DossierFilter
    from leerplicht_desktop.store.kluis.passphrase import FLOOR
    from leerplicht_desktop.store.vault import SqlKluis

    record = SpiegelRecord(
        "dossier", "zelftest", ("zelftest",), 1, 1, False, {"nummer": "2026-0000", "naam": "Zoë Çelik"}, {}
    )
    with tempfile.TemporaryDirectory() as map_:
        kluis = SqlKluis(Path(map_) / "kluis", SystemClock(), cost=FLOOR)
        kluis.maak("zelftest van de installatie")
        try:
            kluis.doe(lambda work: work.brievenbus.pas_toe(Feedpagina("", "1", (), (record,))))
            found = kluis.lees(lambda caseload: caseload.zoek("celik", DossierFilter.ALLE, None, 1)).totaal
        finally:
            kluis.sluit()
        in_the_open = any("Çelik".encode() in file.read_bytes() for file in Path(map_).rglob("*.*"))
    if found != 1 or in_the_open:
        raise RuntimeError("zoeken vindt niets" if found != 1 else "de tekst staat leesbaar op de schijf")
    return "kluis gemaakt, versleuteld, en “celik” vindt Çelik"


def _pdf() -> str:
    from leerplicht_desktop.documents.bureau.proefblad import beproef_papier

    return beproef_papier()


def _qt() -> str:
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY") and sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication, QLabel

    app = QApplication.instance() or QApplication([])
    surface = QLabel("Leerplicht Desktop").grab()
    del app
    return f"{QGuiApplication.platformName()}, beeld van {surface.width()} bij {surface.height()} pixels"


def _keyring() -> str:
    from leerplicht_desktop.store.kluis.keyring_state import keyring_state

    return keyring_state()
