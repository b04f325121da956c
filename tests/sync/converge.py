"""Two laptops, random edits of shared fields, a bad network: whatever happens, they end up the same.

``python -m tests.sync.converge 10000`` for a long run. Every value is its own, so that each can be followed.
"""

from __future__ import annotations

import itertools
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import httpx
import sqlalchemy as sa

from leerplicht_desktop.casework.deelveld.beslissen import Besluit, Keuzesoort, keuzes_bewaren
from leerplicht_desktop.casework.deelveld.wijzigen import deelvelden_wijzigen
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.werk import Verzending
from leerplicht_desktop.casework.queries.caseload import Caseload
from leerplicht_desktop.casework.queries.deelvelden import Deelveldbeeld
from leerplicht_desktop.domain.persoon.deelveld import Deelveld
from leerplicht_protocol.records import Entity
from leerplicht_server import records, schema

from .faults import OMWEGEN, Omweg
from .real import ANNA, BRAM, RealLaptop, Town, town

FIELDS = (Deelveld.TOLK, Deelveld.TAAL, Deelveld.VEILIGHEID)
"""Few, so that both often write the same one."""


@dataclass
class Convergence:
    """A run: ``edits`` writes by two officers in some dossiers, with rounds and choices in between."""

    town: Town
    laptops: dict[str, RealLaptop]
    dossiers: tuple[str, ...]
    dice: random.Random
    made: dict[str, list[Verzending]] = field(default_factory=lambda: {ANNA: [], BRAM: []})
    counted: Counter[str] = field(default_factory=Counter)
    trouble: float = 0.2

    def run(self, edits: int) -> None:
        """Do the edits, then let it settle."""
        for laptop in self.laptops.values():
            assert laptop.loop.round().problem is None
            laptop.plan = self._plan
        for number in range(edits):
            officer = self.dice.choice((ANNA, BRAM))
            self._write(officer, number)
            if self.dice.random() < 0.3:
                self.laptops[self.dice.choice((ANNA, BRAM))].loop.round()
            if self.dice.random() < 0.1:
                self._decide(self.dice.choice((ANNA, BRAM)))
        self._settle()

    def _plan(self, request: httpx.Request) -> Omweg | None:
        return self.dice.choice(OMWEGEN) if self.dice.random() < self.trouble else None

    def _write(self, officer: str, number: int) -> None:
        laptop, dossier = self.laptops[officer], self.dice.choice(self.dossiers)
        values = {one: f"{officer} {number}" for one in self.dice.sample(FIELDS, self.dice.randint(1, 2))}
        laptop.kluis.doe(lambda work: deelvelden_wijzigen(work, laptop.klok, dossier, values))
        self.counted["writes"] += len(values)
        self._remember(officer)

    def _decide(self, officer: str) -> None:
        laptop = self.laptops[officer]
        for open_ in laptop.kluis.lees(lambda caseload: caseload.keuzes()):
            choices = {Deelveld(one.veld): self._choice() for one in open_.velden}
            self.counted["choices"] += len(choices)
            laptop.kluis.doe(partial(_keep, laptop, open_.dossier, choices))
            self._remember(officer)

    def _choice(self) -> Besluit:
        kind = self.dice.choice((Keuzesoort.KANTOOR, Keuzesoort.MIJN, Keuzesoort.ANDERS))
        self.counted["others"] += 1
        return Besluit(kind, f"anders {self.counted['others']}")

    def _remember(self, officer: str) -> None:
        """Keep the newest operations: what each rested on is judged in the end."""
        known = {one.op for one in self.made[officer]}
        self.made[officer] += [one for one in self.laptops[officer].open if one.op not in known]

    def _settle(self) -> None:
        self.trouble = 0.0
        for _ in range(8):
            for officer, laptop in self.laptops.items():
                laptop.loop.round()
                self._decide(officer)
        for laptop in (*self.laptops.values(), *self.laptops.values()):
            assert laptop.loop.round().problem is None

    def judge(self) -> None:
        """Both laptops hold what the server holds, nothing waits, nothing unseen was overwritten."""
        for dossier in self.dossiers:
            with self.town.office.database.read() as connection:
                stored = records.load(connection, Entity.DOSSIER, dossier)
            assert stored is not None
            for laptop in self.laptops.values():
                assert laptop.open == ()
                seen = laptop.kluis.lees(partial(_seen, dossier))
                assert {one.veld: one.waarde for one in seen if one.waarde} == {
                    one.value: stored.fields[one.value] for one in FIELDS if stored.fields.get(one.value)
                }
                assert [one.veld for one in seen if one.keuze or one.onderweg] == []
            for one in FIELDS:
                self._nothing_overwritten_unseen(dossier, one.value)

    def _nothing_overwritten_unseen(self, dossier: str, name: str) -> None:
        log = schema.veldlog
        question = sa.select(log).where(log.c.id == dossier, log.c.veld == name).order_by(log.c.rev)
        with self.town.office.database.read() as connection:
            rows = connection.execute(question).all()
        for before, after in itertools.pairwise(rows):
            if before.door == after.door:
                continue
            wrote = [one.body["set"] for one in self.made[after.door] if one.id == dossier]
            bases = [
                change["base"]
                for sets in wrote
                if isinstance(sets, dict)
                and isinstance(change := sets.get(name), dict)
                and change["value"] == json.loads(after.waarde)
            ]
            assert before.rev in bases, (dossier, name, before.rev, bases)
            self.counted["taken over"] += 1


def _keep(laptop: RealLaptop, dossier: str, choices: Mapping[Deelveld, Besluit], work: Work) -> None:
    keuzes_bewaren(work, laptop.klok, dossier, choices)


def _seen(dossier: str, caseload: Caseload) -> tuple[Deelveldbeeld, ...]:
    return caseload.deelvelden(dossier)


def converge(folder: Path, town_: Town, edits: int, seed: int) -> Counter[str]:
    """One run on dossiers of its own; raises AssertionError with what went wrong."""
    dossiers = tuple(f"c-{seed}-{number}" for number in range(2))
    for dossier in dossiers:
        town_.office.dossier(dossier, ANNA, BRAM)
    laptops = {who: RealLaptop(folder / f"{who}-{seed}", town_.enrol(who)) for who in (ANNA, BRAM)}
    try:
        run = Convergence(town_, laptops, dossiers, random.Random(seed))
        run.run(edits)
        run.judge()
    finally:
        for laptop in laptops.values():
            laptop.sluit()
    return run.counted


def main(edits: int) -> None:
    """Many edits, a thousand to a run; prints what happened."""
    whole: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder, town(Path(folder) / "gemeente") as made:
        for seed in range(max(1, edits // 1_000)):
            whole += converge(Path(folder), made, min(edits, 1_000), seed)
    sys.stdout.write(", ".join(f"{count} {what}" for what, count in whole.items()) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
