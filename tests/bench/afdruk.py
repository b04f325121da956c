"""What printing takes: the real task of the program, to a printer that makes a file, at 600 dpi.

Every measurement runs in a process of its own, so that its peak is its own.
"""

from __future__ import annotations

import io
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pikepdf
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from leerplicht_desktop.bootstrap.clock import SystemClock
from leerplicht_desktop.bootstrap.lanes import Homecoming, ThreadLane
from leerplicht_desktop.bootstrap.paper import LatePaper
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.documents.proces_verbaal import maak_pdf
from leerplicht_desktop.ui.bladen.afdrukken import _Taak
from leerplicht_desktop.ui.scherm.context import Context
from tests.bench.documenten import acht_bladen
from tests.bench.vergelijk.meter import piek

_ROOT = Path(__file__).parents[2]
_DPI = 600


def _vergeet() -> None:
    """Let the peak begin anew."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")


def _geen_kluis(_: object) -> None:
    raise BekendProbleem


def druk(bladen: int) -> tuple[float, float, float]:
    """Print so many pages; seconds, megabytes before and at the peak."""
    app = QApplication([])
    pdf = maak_pdf(acht_bladen(0)) if bladen == 8 else _vijfmaal(maak_pdf(acht_bladen(0)))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName("/dev/null")
    printer.setResolution(_DPI)
    lane = ThreadLane("zij", Homecoming(), _laat_zien)
    papier = LatePaper(_geen_kluis, SystemClock(), "0.0")  # type: ignore[arg-type]
    context = cast(Context, SimpleNamespace(papier=papier, zij=lane))
    af: list[Exception | None] = []
    _vergeet()
    before, start = piek(), time.perf_counter()
    _Taak(context, printer, pdf, af.append).start()
    while not af:
        app.processEvents()
    lane.close()
    if af[0] is not None:
        raise af[0]
    return time.perf_counter() - start, before, piek()


def _vijfmaal(pdf: bytes) -> bytes:
    """Forty pages: the same eight, five times."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as one:
        for _ in range(4):
            one.pages.extend(list(one.pages)[:8])
        one.save(target)
    return target.getvalue()


def _laat_zien(fout: Exception) -> None:
    raise fout


def meet() -> list[tuple[str, float, str]]:
    """Time and memory of a proces-verbaal of 8 pages and of 40."""
    if sys.platform != "linux":
        return [("printing: left out", 0.0, "(only Linux tells the peak of a process)")]
    lines: list[tuple[str, float, str]] = []
    for pages in (8, 40):
        ran = subprocess.run(
            [sys.executable, "-m", "tests.bench.afdruk", str(pages)],
            cwd=_ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        seconds, before, peak = (float(word) for word in ran.stdout.split())
        lines += [
            (f"printing {pages} pages at {_DPI} dpi", seconds, "s"),
            (f"printing {pages} pages: memory before", before, "MB"),
            (f"printing {pages} pages: peak memory", peak, "MB"),
        ]
    return lines


if __name__ == "__main__":
    sys.stdout.write(" ".join(f"{figure:.3f}" for figure in druk(int(sys.argv[1]))))
