"""How long paper takes: an eight-page proces-verbaal, a letter, a round of cards, a page on the screen."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from leerplicht_desktop.documents.archive.validation import shortcomings
from leerplicht_desktop.documents.bureau.voorbeeld import voorbeeldopdracht
from leerplicht_desktop.documents.formulieren.huisstijlbestand import lees_huisstijl
from leerplicht_desktop.documents.formulieren.keuren import formulierbestanden, lees
from leerplicht_desktop.documents.formulieren.opdracht import Opdracht
from leerplicht_desktop.documents.formulieren.opmaak import maak
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren
from leerplicht_desktop.documents.preview import Preview
from leerplicht_desktop.documents.proces_verbaal import ProcesVerbaalStuk, maak_op
from leerplicht_desktop.documents.sheet import Paper
from leerplicht_desktop.domain.handhaving.proces_verbaal import Verzuimregel
from tests.documents.pv_voorbeelden import luxe, stuk

_ROOT = Path(__file__).parents[2]
_CARDS = 120
_COLD = """
import time
start = time.process_time()
from tests.bench.documenten import acht_bladen
from leerplicht_desktop.documents.proces_verbaal import maak_op
maak_op(acht_bladen(0))
spent = time.process_time() - start
from tests.bench.vergelijk.meter import piek
print(spent, piek())
"""


def acht_bladen(nummer: int, *, definitief: bool = True) -> ProcesVerbaalStuk:
    """A proces-verbaal of eight pages: prose, a long table, a hearing. ``nummer`` defeats every cache."""
    pv = luxe()
    first = pv.bevindingen[0]
    bevindingen = tuple(
        replace(
            first,
            moment=first.moment + timedelta(hours=n),
            tekst=f"{n + nummer}. {first.tekst} {first.tekst}",
        )
        for n in range(16)
    )
    line = pv.verzuim[0]
    meer = (Verzuimregel(line.dag, line.jongere, f"lesuur {n}, zonder reden") for n in range(60))
    verzuim = (*pv.verzuim, *meer)
    vol = replace(pv, bevindingen=bevindingen + pv.bevindingen[1:], verzuim=verzuim)
    return stuk(vol, definitief=definitief)


def _cpu(make: Callable[[], object], times: int) -> float:
    """Mean CPU time in milliseconds."""
    start = time.process_time()
    for _ in range(times):
        make()
    return (time.process_time() - start) / times * 1000


def koud() -> tuple[float, float]:
    """CPU milliseconds and peak megabytes of a fresh process that makes one proces-verbaal."""
    ran = subprocess.run([sys.executable, "-c", _COLD], cwd=_ROOT, capture_output=True, text=True, check=True)
    seconds, megabytes = ran.stdout.split()
    return float(seconds) * 1000, float(megabytes)


def _orders() -> tuple[Opdracht, Opdracht]:
    style = lees_huisstijl(meegeleverde_formulieren())
    forms = {
        Path(name).stem: lees(name, data) for name, data in formulierbestanden(meegeleverde_formulieren())
    }
    letter = voorbeeldopdracht(forms["uitnodiging_gesprek"], style, definitief=True)
    return letter, voorbeeldopdracht(forms["niet_thuiskaart"], style, definitief=True)


def _round(card: Opdracht) -> list[Paper]:
    return [maak(replace(card, waarden={**card.waarden, "kaartnummer": f"K-{n}"})) for n in range(_CARDS)]


def meet() -> list[tuple[str, float, str]]:
    """Paper in figures: CPU time, size and memory. The first document pays for the imports."""
    cold, peak = koud()
    paper = maak_op(acht_bladen(0))
    letter, card = _orders()
    maak(letter)
    start = time.perf_counter()
    cards = _round(card)
    round_time = time.perf_counter() - start
    with Preview(paper.data) as preview:
        drawn = [(dpi, _cpu(partial(preview.picture, 1, dpi), 5)) for dpi in (96, 300)]
    return [
        ("proces-verbaal: pages", paper.pages, "pages"),
        ("proces-verbaal: first one, with all imports, CPU", cold, "ms"),
        ("proces-verbaal: next ones, checked by the validator, CPU", _cpu_of_next(), "ms"),
        ("proces-verbaal: the check alone, CPU", _cpu(lambda: shortcomings(paper.data), 5), "ms"),
        ("proces-verbaal: size", len(paper.data) / 1024, "KB"),
        ("proces-verbaal: peak memory of its process", peak, "MB"),
        ("letter: CPU", _cpu(lambda: maak(letter), 10), "ms"),
        (f"niet-thuiskaart: a round of {len(cards)}", round_time, "s"),
        *((f"preview: one page at {dpi} dpi, CPU", spent, "ms") for dpi, spent in drawn),
    ]


def _cpu_of_next() -> float:
    numbers = iter(range(1, 100))
    return _cpu(lambda: maak_op(acht_bladen(next(numbers))), 8)
