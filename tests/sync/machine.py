"""Two officers, three dossiers, an office, a bad network and programs that die: the invariants of sync.

I0 the outbox drains; I1 nothing is lost; I2 everything happens once; I3 laptop and server agree, by the feed
alone; I4 nothing outside the caseload stays; I5 no silent overwrite; I6 no officer is in his own way; I8 work
and outbox row exist together; I10 deleted stays deleted; I11 the cursor never passes what was not kept;
I12 beginning again leaves outbox and drafts alone.
"""

from __future__ import annotations

import copy
import random

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from leerplicht_desktop.casework.ports.brievenbus import AntwoordSoort
from leerplicht_desktop.casework.problems import AndereServer
from leerplicht_protocol.records import Entity

from .fake_kluis import FakeKluis
from .fake_server import Gemeente, Kabel
from .laptop import Laptop, dossier, gemeente
from .net import Net

WIE = st.sampled_from(["a", "b"])
WELK = st.sampled_from(["d0", "d1", "d2"])
PUNTEN = st.sampled_from(
    [
        "mid_note",
        "tussen",
        "after_note",
        "mid_store",
        "voor_commit",
        "na_commit",
        "mid_pull",
        "cursor_eerst",
        "mid_opnieuw",
        "na /v1/hello",
        "na /v1/ops",
        "na /v1/changes",
        "na /v1/digest",
    ]
)


class Gestorven(BaseException):
    """The program died here. Nothing catches it."""


class SyncMachine(RuleBasedStateMachine):
    """Any order of what people, networks and power supplies do."""

    gemeente_soort: type[Gemeente] = Gemeente
    kluis_soort: type[FakeKluis] = FakeKluis

    @initialize(zaad=st.integers(0, 10**6))
    def begin(self, zaad: int) -> None:
        """Every dossier with both officers."""
        self.server = gemeente(3, soort=self.gemeente_soort)
        self.server.max_page = 2
        self.server.max_ops = 3
        self.backup = copy.deepcopy(self.server)
        self.dobbel = random.Random(zaad)
        self.punt = ""
        self.n = 0
        self.herstel_mag = False
        self.gewist: set[tuple[str, str]] = set()
        self.inhoud: dict[tuple[str, str], object] = {}
        self.laptops = {officer: self._laptop(officer) for officer in ("a", "b")}

    def _laptop(self, officer: str) -> Laptop:
        net = Net(Kabel(self.server, officer), self.dobbel, 0.25)
        net.punt = self._sterf
        laptop = Laptop(self.server, officer, net, kluis=self.kluis_soort)
        laptop.kluis.punt = self._sterf
        laptop.kluis.staat.concepten.append(f"concept van {officer}")
        net.cursor = lambda: laptop.kluis.staat.cursor
        return laptop

    def _sterf(self, naam: str) -> None:
        if naam == self.punt:
            self.punt = ""
            raise Gestorven(naam)

    def _net(self, officer: str) -> Net:
        net = self.laptops[officer].transport
        assert isinstance(net, Net)
        return net

    # -- what people do ---------------------------------------------------------------------------

    @rule(wie=WIE, welk=WELK, keer=st.integers(1, 4))
    def noteer(self, wie: str, welk: str, keer: int) -> None:
        """The officer writes a few notes."""
        for _ in range(keer):
            self._schrijf(wie, welk, ())

    @rule(wie=WIE)
    def verbeter(self, wie: str) -> None:
        """The officer corrects his last note: a record that needs the first."""
        uitvak = self.laptops[wie].kluis.staat.uitvak
        if uitvak:
            eerder = uitvak[-1].verzending
            self._schrijf(wie, eerder.dossiers[0], (eerder.id,))

    @rule(wie=WIE)
    def botsing(self, wie: str) -> None:
        """A laptop makes a record under a name that the other one used."""
        ander = self.laptops["b" if wie == "a" else "a"].kluis.staat.uitvak
        if ander:
            laatste = ander[-1].verzending
            self._schrijf(wie, laatste.dossiers[0], (), laatste.id)

    def _schrijf(self, wie: str, welk: str, na: tuple[str, ...], id_: str = "") -> None:
        self.n += 1
        laptop = self.laptops[wie]
        try:
            laptop.kluis.notitie(f"op{self.n}", id_ or f"n{self.n}", (welk,), f"{wie} {self.n}", na)
        except Gestorven:
            laptop.herstart()

    @rule(wie=WIE, welk=WELK)
    def geef(self, wie: str, welk: str) -> None:
        """The office assigns a dossier."""
        self.server.geef(wie, welk)

    @rule(wie=WIE, welk=WELK)
    def neem(self, wie: str, welk: str) -> None:
        """The office takes a dossier away."""
        self.server.trek_in(wie, welk)

    @rule(welk=WELK)
    def wijzig(self, welk: str) -> None:
        """The register changes."""
        rec = self.server.records.get(("dossier", welk))
        if rec is not None and not rec.deleted:
            self.n += 1
            self.server.schrijf(Entity.DOSSIER, welk, (welk,), dossier(self.n))

    @rule(welk=WELK, kans=st.integers(0, 4))
    def wis(self, welk: str, kans: int) -> None:
        """A dossier is deleted, now and then."""
        if kans == 0:
            self.gewist |= {key for key, rec in self.server.records.items() if welk in rec.dossiers}
            self.server.wis(welk)

    @rule(kans=st.integers(0, 6))
    def zet_terug(self, kans: int) -> None:
        """The municipality puts an old backup back, now and then."""
        if kans == 0:
            epoch = f"{self.server.epoch}x"
            vars(self.server).update(vars(copy.deepcopy(self.backup)))
            self.server.epoch = epoch
            for laptop in self.laptops.values():
                laptop.meld_aan(self.server)
            self.gewist.clear()
            self.inhoud.clear()

    @rule(kans=st.integers(0, 4))
    def zet_stil_terug(self, kans: int) -> None:
        """As above, and nobody says so: the same database, at places that are given out again."""
        if kans == 0:
            vars(self.server).update(vars(copy.deepcopy(self.backup)))
            for laptop in self.laptops.values():
                laptop.meld_aan(self.server)
            self.gewist.clear()
            self.inhoud.clear()

    @rule()
    def _maak_backup(self) -> None:
        """The nightly copy."""
        self.backup = copy.deepcopy(self.server)

    @rule(punt=PUNTEN)
    def richt(self, punt: str) -> None:
        """Some program will die at this point."""
        self.punt = punt

    @rule(wie=WIE)
    def vergrendel(self, wie: str) -> None:
        """Another process on the same disk."""
        self.laptops[wie].herstart()

    @rule(wie=WIE)
    def ronde(self, wie: str) -> None:
        """A round, and what the officer does after AndereServer."""
        laptop = self.laptops[wie]
        voor = [rij.verzending for rij in laptop.kluis.staat.uitvak]
        try:
            uitslag = laptop.loop.round()
            if isinstance(uitslag.problem, AndereServer):
                laptop.loop.fetch_again(uitslag.epoch)
        except Gestorven:
            laptop.herstart()
        na = laptop.kluis.staat
        assert [rij.verzending for rij in na.uitvak] == voor, "I12 outbox"
        assert na.concepten == [f"concept van {wie}"], "I12 drafts"

    # -- always -----------------------------------------------------------------------------------

    @invariant()
    def altijd(self) -> None:
        """What holds after every step."""
        if not hasattr(self, "laptops"):
            return
        for key, rec in self.server.records.items():
            assert not (key in self.gewist and not rec.deleted), ("I10 resurrected", key)
            if not rec.deleted and rec.entity is Entity.GESPREKSNOTITIE:
                assert self.inhoud.setdefault(key, rec.fields) == rec.fields, ("I5 overwritten", key)
        for officer, laptop in self.laptops.items():
            staat = laptop.kluis.staat
            assert set(staat.werk) <= {rij.verzending.id for rij in staat.uitvak}, (
                "I8 work without outbox row"
            )
            assert self._net(officer).hersteld == 0, "I3/I11 the feed alone did not do"

    # -- at rest ----------------------------------------------------------------------------------

    def teardown(self) -> None:
        """The network is good, nobody dies: everything comes to rest."""
        if not hasattr(self, "laptops"):
            return
        self.punt = ""
        for _ in range(4):
            for officer in self.laptops:
                self._net(officer).kans = 0.0
                self.ronde(officer)
        self.altijd()
        for officer, laptop in self.laptops.items():
            self._in_rust(officer, laptop)
        self._eenmaal()

    def _in_rust(self, officer: str, laptop: Laptop) -> None:
        assert laptop.open == [], "I0 the outbox drains"
        assert laptop.loop.round().problem is None, "I0 and all is well"
        assert laptop.spiegel == self.server.beeld(officer), "I3/I4 agreement"
        for rij in laptop.kluis.staat.uitvak:
            assert rij.antwoord is not None
            op, id_ = rij.verzending.op, rij.verzending.id
            key = (rij.verzending.entity, id_)
            eigen = key in self.server.records and self.server.records[key].door == officer
            if rij.antwoord.soort is AntwoordSoort.APPLIED:
                assert key in self.server.records, ("I1 lost", op)
                continue
            assert rij.antwoord.soort is AntwoordSoort.REJECTED
            assert rij.verzending.body["tekst"], "I1 a refused text is kept"
            assert op in self.server.quarantaine, ("I6 in his own way" if eigen else "I1 not kept", op)
            zelfde = [r for r in laptop.kluis.staat.uitvak if r.verzending.id == id_ and r is not rij]
            assert zelfde or id_ not in laptop.kluis.staat.werk, ("I8 refused, and still on the screen", op)

    def _eenmaal(self) -> None:
        gemaakt = {
            rij.verzending.id
            for laptop in self.laptops.values()
            for rij in laptop.kluis.staat.uitvak
            if rij.antwoord is not None and rij.antwoord.soort is AntwoordSoort.APPLIED
        }
        daar = [id_ for soort, id_ in self.server.records if soort == "gespreksnotitie"]
        assert sorted(daar) == sorted(gemaakt), "I2 once"
