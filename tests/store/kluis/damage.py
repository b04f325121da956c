"""Damages the log of a killed vault and tells what is said then: ``python -m tests.store.kluis.damage 1000``.

Each damage comes from its number alone, so that one that goes wrong can be tried again.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from leerplicht_desktop.casework.bezoek.bijhouden import segment_schrijven
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.problems import KluisHersteld, KluisStaartKwijt
from leerplicht_desktop.store.kluis.wal import PAGE, log_of
from tests.store.mould import opened_vault
from tests.store.world import WACHTZIN, StilleKlok, begin_bezoek, vault

KINDS = ("flip", "cut", "zero", "frame", "head", "swap", "tail", "random")
COMMITS = 60
_FRAME = PAGE + 24


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened to ``written`` acknowledged changes, ``there`` of which are there."""

    kind: str
    written: int
    there: int
    told: int
    saved: int
    whole: bool

    @property
    def exact(self) -> bool:
        """Whether the number that was told is the number that is missing."""
        return self.told == self.written - self.there and not (self.whole and self.told)


def killed(folder: Path) -> Path:
    """A vault as a kill leaves it: 60 changes in its log, each with a text of its own."""
    klok = StilleKlok()
    kluis = opened_vault(folder / "bron", klok)
    _, segment = begin_bezoek(kluis, klok, ("d-1",), "voor de storing")
    kluis._here().session.control("PRAGMA wal_checkpoint(TRUNCATE)")
    kluis.doe(lambda work: work.inrichting.zet("teller", "0"))
    for n in range(1, COMMITS + 1):
        kluis.doe(partial(_write, segment=segment, n=n))
    shutil.copytree(folder / "bron", folder / "gestopt")
    kluis.sluit()
    return folder / "gestopt"


def _write(work: Work, segment: str, n: int) -> None:
    segment_schrijven(work, segment, f"regel {n} " + "zij zegt dat hij slaapt " * 20)
    work.inrichting.zet("teller", str(n))


def damaged(raw: bytes, number: int) -> tuple[str, bytes]:
    """The name of the damage and the log after it."""
    chance = random.Random(number)
    kind = KINDS[number % len(KINDS)]
    out = bytearray(raw)
    first, second = (
        slice(at, at + _FRAME)
        for at in (32 + chance.randrange((len(raw) - 32) // _FRAME) * _FRAME for _ in range(2))
    )
    if kind in ("flip", "head"):
        out[chance.randrange(32, len(raw)) if kind == "flip" else chance.randrange(32)] ^= 1 << (number % 7)
    elif kind == "cut":
        del out[chance.randrange(32, len(raw)) :]
    elif kind == "zero":
        at = chance.randrange(32, len(raw) - 512)
        out[at : at + 512] = bytes(512)
    elif kind == "frame":
        out[first.start : first.start + 24] = chance.randbytes(24)
    elif kind == "swap":
        out[first], out[second] = raw[second], raw[first]
    elif kind == "tail":
        out += chance.randbytes(chance.randrange(1, 2 * _FRAME))
    return kind, _speckled(out, chance) if kind == "random" else bytes(out)


def _speckled(out: bytearray, chance: random.Random) -> bytes:
    for _ in range(chance.randrange(2, 20)):
        out[chance.randrange(32, len(out))] = chance.randrange(256)
    return bytes(out)


def tried(source: Path, folder: Path, number: int) -> Outcome:
    """Open a copy with its log damaged, and look."""
    shutil.copytree(source, folder)
    log = log_of(folder / "kluis.db")
    kind, content = damaged(log.read_bytes(), number)
    log.write_bytes(content)
    kluis = vault(folder, StilleKlok())
    kluis.ontgrendel(WACHTZIN)
    noticed = kluis.opgemerkt()
    there = int(kluis.lees(lambda caseload: caseload.instelling("teller")) or "0")
    kluis.doe(lambda work: work.inrichting.zet("teller", "verder"))
    kluis.sluit()
    told = next((one for one in noticed if isinstance(one, KluisStaartKwijt)), None)
    return Outcome(
        kind,
        COMMITS,
        there,
        told.wijzigingen if told else 0,
        told.teksten if told else 0,
        any(isinstance(one, KluisHersteld) for one in noticed),
    )


def main(how_many: int) -> int:
    """Try so many and print what they say; 1 when one number was not exact."""
    wrong, kinds, lost, saved, whole = [], Counter[str](), 0, 0, 0
    with tempfile.TemporaryDirectory() as name:
        source = killed(Path(name))
        for number in range(how_many):
            folder = Path(name) / "proef"
            outcome = tried(source, folder, number)
            shutil.rmtree(folder)
            kinds[outcome.kind] += 1
            lost += outcome.written - outcome.there
            saved += outcome.saved
            whole += outcome.whole
            if not outcome.exact:
                wrong.append((number, outcome))
    sys.stdout.write(
        f"{how_many} damaged logs, {dict(kinds)}: {lost} changes missing, {saved} texts came back, "
        f"{whole} logs mended whole, {len(wrong)} not told exactly {wrong[:5]}\n"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
