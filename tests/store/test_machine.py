"""Outbox and mirror under everything that may happen, in any order, on a real encrypted file.

I8: a piece of work is there if and only if its outbox row is. I4: nothing outside the caseload in the mirror.
I11: a page and its cursor are one. I12: starting again leaves drafts, conflicts and the outbox.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from leerplicht_desktop.casework.bezoek.starten import deurbezoek_starten
from leerplicht_desktop.casework.bezoek.vastleggen import deurbezoek_verwerpen
from leerplicht_desktop.casework.gesprek.notitie_schrijven import gespreksnotitie_vastleggen
from leerplicht_desktop.casework.ports.brievenbus import Antwoord, AntwoordSoort, Feedpagina, SpiegelRecord
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.queries.caseload import DossierFilter, TijdlijnItem
from leerplicht_desktop.domain.bezoek.gespreksnotitie import Gespreksnotitie
from leerplicht_desktop.store.kluis.connection import Role

from .mould import opened_vault
from .world import WACHTZIN, StilleKlok, begin_bezoek, dossier, persoon, pull, record

DOSSIERS = ("d-1", "d-2", "d-3")
SHARED = ("d-1", "d-2")
OPEN = ("new", "waiting")
choice = st.sampled_from(DOSSIERS)


class CrashError(Exception):
    """The program dies inside an act."""


class Laptop(RuleBasedStateMachine):
    """One vault beside a model of what it must hold."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="machine-"))
        self.klok = StilleKlok()
        self.kluis = opened_vault(self.folder / "kluis", self.klok)
        self.made = 0
        self.granted: set[str] = set()
        self.own: dict[str, str] = {}
        self.state: dict[str, str] = {}
        self.mirrored: set[str] = set()
        self.old: set[str] = set()
        self.drafts: dict[str, str] = {}

    def teardown(self) -> None:
        self.kluis.sluit()
        shutil.rmtree(self.folder)

    def _note(self, work: Work, id_: str, where: str) -> None:
        work.notities.nieuw(Gespreksnotitie(id_, (where,), self.klok.nu(), "moeder", tekst="Zij belt."))
        gespreksnotitie_vastleggen(work, self.klok, id_)

    @rule(where=choice)
    def finish_note(self, where: str) -> None:
        self.made += 1
        id_ = f"n-{self.made}"
        self.kluis.doe(lambda work: self._note(work, id_, where))
        self.own[id_], self.state[id_] = where, "new"

    @rule(where=choice)
    def crash_while_finishing(self, where: str) -> None:
        def act(work: Work) -> None:
            self._note(work, "n-crash", where)
            raise CrashError

        try:
            self.kluis.doe(act)
        except CrashError:
            return
        raise AssertionError("a crash must be heard")

    @rule(where=choice)
    def draft(self, where: str) -> None:
        if where not in self.drafts:
            self.drafts[where], _ = begin_bezoek(self.kluis, self.klok, (where,), f"bij {where}")
            return
        again = self.kluis.doe(lambda work: deurbezoek_starten(work, self.klok, (where,), ""))
        assert (again.bezoek, again.hervat) == (self.drafts[where], True)

    @rule(where=choice)
    def try_to_discard(self, where: str) -> None:
        if where in self.drafts:
            assert self.kluis.doe(lambda work: deurbezoek_verwerpen(work, self.drafts[where])) is None

    @precondition(lambda self: bool(self.own))
    @rule(data=st.data(), soort=st.sampled_from(AntwoordSoort), twice=st.booleans())
    def answer(self, data: st.DataObject, soort: AntwoordSoort, twice: bool) -> None:
        id_ = data.draw(st.sampled_from(sorted(self.own)))
        op = self._ops()[id_]
        answers = [Antwoord(op, soort)] * (2 if twice else 1)
        self.kluis.doe(lambda work: work.brievenbus.verwerk(answers))
        if self.state[id_] in OPEN:
            self.state[id_] = soort.value

    @rule(where=choice)
    def grant(self, where: str) -> None:
        self.granted.add(where)
        pull(self.kluis, *self._records(where))
        self.mirrored |= {id_ for id_, place in self.own.items() if place == where}
        self.old -= self.mirrored

    @rule(where=choice)
    def evict(self, where: str) -> None:
        self.granted.discard(where)
        pull(self.kluis, evict=(where,))
        self.mirrored = {id_ for id_ in self.mirrored if self.own[id_] != where}
        self.old = {id_ for id_ in self.old if self.own[id_] != where}

    @rule(where=choice)
    def crash_while_pulling(self, where: str) -> None:
        def act(work: Work) -> None:
            page = Feedpagina(work.brievenbus.cursor(), "nooit", DOSSIERS, tuple(self._records(where)))
            work.brievenbus.pas_toe(page)
            raise CrashError

        try:
            self.kluis.doe(act)
        except CrashError:
            return
        raise AssertionError("a crash must be heard")

    @rule()
    def start_again(self) -> None:
        self.kluis.doe(lambda work: work.brievenbus.begin_opnieuw("e-2"))
        # What was granted stays in sight, but nothing of it is known to be at the municipality.
        self.old |= self.mirrored
        self.mirrored.clear()
        for id_, state in self.state.items():
            self.state[id_] = "new" if state in ("applied", "rejected") else state

    @rule()
    def reopen(self) -> None:
        self.kluis.sluit()
        self.kluis.ontgrendel(WACHTZIN)

    def _records(self, where: str) -> list[SpiegelRecord]:
        """What a grant shows: the dossier, its jongere, a parent of two households, and own notes."""
        shared = tuple(id_ for id_ in SHARED if id_ in self.granted | {where})
        out = [dossier(where, f"p-{where}", where), persoon(f"p-{where}", (where,), "Zoë", "Kamp")]
        if shared:
            out.append(persoon("p-ouder", shared, "Renée", "Çelik"))
        note = {
            "dossiers": [where],
            "met_wie": "moeder",
            "gesproken_op": "2026-11-21T13:00:00Z",
            "hoe": "telefoon",
            "tekst": "Zij belt.",
            "vastgelegd_op": "2026-11-21T13:00:00Z",
        }
        own = [id_ for id_, place in self.own.items() if place == where]
        return out + [record("gespreksnotitie", id_, (where,), note) for id_ in own]

    def _note_text(self, id_: str) -> str:
        return self.kluis.lees(lambda caseload: caseload.notitie(id_)).tekst

    def _timeline(self, where: str) -> tuple[TijdlijnItem, ...]:
        return self.kluis.lees(lambda caseload: caseload.tijdlijn(where))

    def _ops(self) -> dict[str, str]:
        rows = self.kluis._here().session.access(Role.READ).rows("SELECT id, op FROM uitvak ORDER BY n")
        return {row["id"]: row["op"] for row in rows}

    @invariant()
    def work_and_outbox_are_one(self) -> None:
        rows = self.kluis.lees(lambda caseload: caseload.uitvak(1000))
        # Work of one's own has no shared field to settle: to the officer it was taken over.
        told = ("applied" if state == "conflict" else state for state in self.state.values())
        assert sorted(row.toestand for row in rows) == sorted(told)
        waiting = self.kluis.doe(lambda work: work.brievenbus.openstaand(1000))
        assert [one.id for one in waiting] == [id_ for id_ in self.own if self.state[id_] in OPEN]
        for id_ in self.own:
            assert self._note_text(id_) == "Zij belt."
        assert set(self._ops()) == set(self.own)

    @invariant()
    def the_mirror_is_the_caseload(self) -> None:
        found = self.kluis.doe(lambda work: work.brievenbus.revisies())
        people = {f"p-{id_}" for id_ in self.granted} | ({"p-ouder"} if self.granted & set(SHARED) else set())
        assert {id_ for id_, _ in found.get("dossier", [])} == self.granted
        assert {id_ for id_, _ in found.get("persoon", [])} == people
        assert {id_ for id_, _ in found.get("gespreksnotitie", [])} == self.mirrored | self.old
        page = self.kluis.lees(lambda caseload: caseload.zoek("", DossierFilter.ALLE, None, 9))
        assert {regel.dossier for regel in page.regels} == self.granted
        hits = self.kluis.lees(lambda caseload: caseload.zoek("kamp", DossierFilter.ALLE, None, 9))
        assert {regel.dossier for regel in hits.regels} == self.granted

    @invariant()
    def drafts_and_timeline_hold(self) -> None:
        for where in DOSSIERS:
            items = self._timeline(where)
            notes = {id_ for id_, place in self.own.items() if place == where}
            drafts = {self.drafts[where]} if where in self.drafts else set()
            assert len(items) == len(notes | drafts)
            for item in items:
                sent = item.id in self.mirrored or self.state.get(item.id, "new") not in OPEN
                assert item.verzonden == sent
                assert item.concept == (item.id in drafts)


TestLaptop = Laptop.TestCase
TestLaptop.settings = settings(max_examples=12, stateful_step_count=25)
