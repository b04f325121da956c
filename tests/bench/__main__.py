"""``make bench``: the table of figures, each group in one run of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench import afdruk, documenten, opslag, regels, sync, venster, vergelijking

GROEPEN: tuple[tuple[str, Callable[[], list[tuple[str, float, str]]]], ...] = (
    ("Window", venster.meet),
    ("Store", opslag.meet),
    ("Sync", sync.meet),
    ("Paper", documenten.meet),
    ("Engines", vergelijking.meet),
    ("Print", afdruk.meet),
    ("Law", regels.meet),
)


def main(keuze: list[str]) -> None:
    """Print every group, or those that are named."""
    for naam, meet in GROEPEN:
        if keuze and naam.lower() not in keuze:
            continue
        sys.stdout.write(f"\n{naam}\n")
        for wat, getal, eenheid in meet():
            sys.stdout.write(f"  {wat:<64} {getal:>10.2f} {eenheid}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main([woord.lower() for woord in sys.argv[1:]])
