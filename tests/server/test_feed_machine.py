"""The feed against a naive projection: any order of grants, revocations, links, edits and pulls."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.server.office import ANNA, BRAM, Laptop, Office
from tests.servers import bare_database

DOSSIERS = [f"d-{n}" for n in range(3)]
PEOPLE = [f"p-{n}" for n in range(3)]
OFFICERS = st.sampled_from([ANNA, BRAM])


class FeedMachine(RuleBasedStateMachine):
    """Two officers, three dossiers, three people who may belong to several of them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.database = bare_database(Path(self.folder.name) / "g.db")
        self.complete = False

    @initialize()
    def begin(self) -> None:
        self.office = Office(self.database)
        for dossier in DOSSIERS:
            self.office.dossier(dossier)
        self.laptops = {o: Laptop(self.database, o) for o in (ANNA, BRAM)}

    @rule(officer=OFFICERS, dossier=st.sampled_from(DOSSIERS))
    def grant(self, officer: str, dossier: str) -> None:
        self.office.grant(officer, dossier)

    @rule(officer=OFFICERS, dossier=st.sampled_from(DOSSIERS))
    def revoke(self, officer: str, dossier: str) -> None:
        self.office.revoke(officer, dossier)

    @rule(
        person=st.sampled_from(PEOPLE),
        dossiers=st.sets(st.sampled_from(DOSSIERS)),
        naam=st.text("ab", max_size=1),
    )
    def link(self, person: str, dossiers: set[str], naam: str) -> None:
        self.office.person(person, sorted(dossiers), naam=naam)

    @rule(dossier=st.sampled_from(DOSSIERS), telefoon=st.sampled_from(["1", "2"]))
    def edit(self, dossier: str, telefoon: str) -> None:
        self.office.edit(dossier, telefoon=telefoon)

    @rule(officer=OFFICERS, limit=st.integers(1, 3))
    def one_page(self, officer: str, limit: int) -> None:
        self.laptops[officer].page(limit)

    @rule(officer=OFFICERS, limit=st.integers(1, 4))
    def pull(self, officer: str, limit: int) -> None:
        laptop = self.laptops[officer]
        laptop.pull(limit)
        assert laptop.holds() == self.office.visible(officer)
        fresh = Laptop(self.database, officer)
        fresh.pull(limit)
        assert fresh.holds() == self.office.visible(officer)

    @invariant()
    def nothing_outside_the_scope_was_ever_sent(self) -> None:
        for laptop in getattr(self, "laptops", {}).values():
            assert all(c.deleted or c.dossiers for c in laptop.received)
            assert all(not c.fields for c in laptop.received if c.deleted)

    def teardown(self) -> None:
        self.database.close()
        self.folder.cleanup()


FeedMachine.TestCase.settings = settings(max_examples=40, stateful_step_count=25)
TestFeed = FeedMachine.TestCase
