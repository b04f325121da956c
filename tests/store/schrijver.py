"""A program that writes until it is killed: ``python -m tests.store.schrijver MAP``.

Says on its output what was committed: ``toets N`` after each key, ``vast ID`` after each finished visit.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from leerplicht_desktop.casework.bezoek.bijhouden import segment_schrijven
from leerplicht_desktop.casework.ports.kluis import Kluis

from .world import WACHTZIN, StilleKlok, begin_bezoek, leg_bezoek_vast, vault

KEYS = 40
"""Keys between two finished visits."""


def main(map_: Path) -> None:
    klok = StilleKlok()
    kluis = vault(map_, klok)
    kluis.ontgrendel(WACHTZIN)
    _, segment = begin_bezoek(kluis, klok, ("d-concept",))
    for key in count(1):
        _schrijf(kluis, segment, "x" * key)
        _say(f"toets {key}")
        if key % KEYS == 0:
            _say(f"vast {leg_bezoek_vast(kluis, klok, (f'd-{key}',))}")


def _schrijf(kluis: Kluis, segment: str, tekst: str) -> None:
    kluis.doe(lambda work: segment_schrijven(work, segment, tekst))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
