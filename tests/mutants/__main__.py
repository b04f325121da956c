"""``make mutanten``: plants every fault of the lists, one at a time, and tells which the tests did not see.

    python -m tests.mutants                 all of them, two beside each other
    python -m tests.mutants store sync      those of these rooms
    python -m tests.mutants --name V01      one; give --name again for more
    python -m tests.mutants --drawn 40      forty that nobody chose; --seed draws others

Ends in status 1 when fewer than 95 of 100 are caught, or when one could not be tried.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from .drawn import drawn
from .planted import Mutant, mutants
from .trial import Copy, Outcome, Verdict

WANTED = 0.95


def _outcomes(chosen: Sequence[Mutant], workers: int, folder: Path) -> Iterator[Outcome]:
    free: SimpleQueue[Copy] = SimpleQueue()
    for number in range(workers):
        free.put(Copy(folder / str(number)))

    def judged(mutant: Mutant) -> Outcome:
        copy = free.get()
        try:
            return copy.judge(mutant)
        finally:
            free.put(copy)

    with ThreadPoolExecutor(workers) as pool:
        yield from pool.map(judged, chosen)


def _table(outcomes: Sequence[Outcome]) -> str:
    rooms = sorted({outcome.mutant.room for outcome in outcomes})
    count = Counter((outcome.mutant.room, outcome.verdict) for outcome in outcomes)
    rows = [f"  {'room':<14}{'caught':>8}{'of':>6}"]
    for room in rooms:
        of = sum(count[room, verdict] for verdict in Verdict)
        rows.append(f"  {room:<14}{count[room, Verdict.CAUGHT]:>8}{of:>6}")
    return "\n".join(rows)


def main(words: Sequence[str] | None = None) -> int:
    """Plant, judge and report. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants")
    parser.add_argument("rooms", nargs="*", help="the rooms to try; none means all")
    parser.add_argument("--name", action="append", help="one fault by its name; may be given more than once")
    parser.add_argument("--drawn", type=int, default=0, help="so many faults drawn from the source instead")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args(words)
    chosen = [
        mutant
        for mutant in (drawn(asked.drawn, asked.seed) if asked.drawn else mutants())
        if (not asked.rooms or mutant.room in asked.rooms) and (not asked.name or mutant.name in asked.name)
    ]
    if not chosen:
        sys.stderr.write("No fault has that room or name.\n")
        return 2
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        Path(folder).chmod(0o755)  # some tests give their rights up, and read the source after that
        for outcome in _outcomes(chosen, asked.workers, Path(folder)):
            outcomes.append(outcome)
            named = f"{outcome.mutant.room}/{outcome.mutant.name}"
            sys.stdout.write(
                f"{outcome.verdict.value:<9}{outcome.seconds:6.1f} s  {named:<40} {outcome.said[:90]}\n"
            )
            sys.stdout.flush()
    caught = sum(outcome.verdict is Verdict.CAUGHT for outcome in outcomes)
    sys.stdout.write(
        f"\n{_table(outcomes)}\n\n{caught} of {len(outcomes)} caught ({caught / len(outcomes):.0%})\n"
    )
    for outcome in outcomes:
        if outcome.verdict is not Verdict.CAUGHT:
            sys.stdout.write(f"  {outcome.verdict.value} {outcome.mutant.name}: {outcome.mutant.harm}\n")
    return 0 if caught >= WANTED * len(outcomes) and not _untried(outcomes) else 1


def _untried(outcomes: Sequence[Outcome]) -> bool:
    return any(outcome.verdict is Verdict.INVALID for outcome in outcomes)


if __name__ == "__main__":
    sys.exit(main())
