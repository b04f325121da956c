"""What an officer waits for: the first window, the list after unlocking, and the memory it all takes."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from leerplicht_desktop.bootstrap.clock import SystemClock
from leerplicht_desktop.bootstrap.first_paint import PAINTED
from leerplicht_desktop.bootstrap.paths import Paths
from leerplicht_desktop.casework.ports.brievenbus import Koppeling
from leerplicht_desktop.store.kluis.passphrase import FLOOR
from leerplicht_desktop.store.vault import SqlKluis
from tests.bench.caseload import pages
from tests.journeys.person import Person

WACHTZIN = "vijf losse woorden zonder verband"
DOSSIERS = 5_000
KEREN = 7

_KAAL = f"""
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(sys.argv)
def zeg():
    open(sys.argv[1], "w").write("{PAINTED}")
class Kijk(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, zeg)
        return False
label = QLabel("Leerplicht")
kijk = Kijk()
label.installEventFilter(kijk)
label.resize(1440, 900)
label.show()
app.exec()
"""


def meet() -> list[tuple[str, float, str]]:
    """First window against a bare one, in turn; unlock to list and memory at 5,000 dossiers."""
    ons, kaal = [], []
    with tempfile.TemporaryDirectory() as map_:
        gegevens = Path(map_)
        _maak_kluis(gegevens)
        for _ in range(KEREN):
            kaal.append(_kaal(gegevens))
            ons.append(_eerste_venster(gegevens))
        lijst, geheugen = _ontgrendel(gegevens)
    return [
        ("first window painted", statistics.median(ons) * 1000, "ms"),
        ("the same, against a bare window", statistics.median(ons) / statistics.median(kaal), "x"),
        (f"unlock to list, {DOSSIERS} dossiers, key derivation included", lijst * 1000, "ms"),
        (f"resident memory idle, {DOSSIERS} dossiers", geheugen / 1e6, "MB"),
    ]


def _maak_kluis(gegevens: Path) -> None:
    plaats = Paths(gegevens, gegevens / "log")
    plaats.make()
    kluis = SqlKluis(plaats.kluis, SystemClock(), cost=FLOOR)
    kluis.maak(WACHTZIN)
    koppeling = Koppeling(
        "http://127.0.0.1:9",
        "d-1",
        "i-1",
        "e-1",
        "",
        "Gemeente Meetstad",
        "m",
        "M. Meter",
        {},
    )
    kluis.doe(lambda work: work.brievenbus.bewaar_koppeling(koppeling))
    for page in pages(DOSSIERS):
        kluis.doe(lambda work, page=page: work.brievenbus.pas_toe(page))  # type: ignore[misc]
    kluis.sluit()


def _eerste_venster(gegevens: Path) -> float:
    log = gegevens / "log" / "leerplicht.log"
    log.unlink(missing_ok=True)
    return _tot([sys.executable, "-m", "leerplicht_desktop"], log, {"LEERPLICHT_DATA": str(gegevens)})


def _kaal(gegevens: Path) -> float:
    teken = gegevens / "kaal"
    teken.unlink(missing_ok=True)
    return _tot([sys.executable, "-c", _KAAL, str(teken)], teken, {})


def _tot(opdracht: list[str], bestand: Path, omgeving: dict[str, str]) -> float:
    begin = time.perf_counter()
    proces = subprocess.Popen(
        opdracht, env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **omgeving}, stderr=subprocess.DEVNULL
    )
    try:
        while not bestand.exists() or PAINTED not in bestand.read_text(encoding="utf-8"):
            if time.perf_counter() - begin > 60 or proces.poll() is not None:
                raise RuntimeError("no window came")
            time.sleep(0.001)
        return time.perf_counter() - begin
    finally:
        proces.kill()
        proces.wait()


def _ontgrendel(gegevens: Path) -> tuple[float, float]:
    persoon = Person(gegevens)
    persoon.do("wacht", "ontgrendelen.wachtzin")
    persoon.do("typ", "ontgrendelen.wachtzin", WACHTZIN)
    begin = time.perf_counter()
    persoon.do("klik", "ontgrendelen.knop")
    persoon.do("wacht_tekst", "dossiers.voet", str(DOSSIERS))
    duur = time.perf_counter() - begin
    persoon.do("rust", 2)
    geheugen = float(psutil.Process(persoon.pid).memory_info().rss)
    persoon.close()
    return duur, geheugen
