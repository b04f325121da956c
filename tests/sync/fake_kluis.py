"""A vault in memory that obeys the ports: one transaction per act, all of it or nothing.

``punt`` is called at named points and may raise, as if the program died there. Every rule that an invariant
rests on is a method of its own, so that a mutant can break exactly one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar, cast

from leerplicht_desktop.casework.ports.brievenbus import (
    Antwoord,
    AntwoordSoort,
    Feedpagina,
    Koppeling,
    Laptopsleutel,
    SpiegelRecord,
    Terzijde,
)
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.werk import Json, Verzending
from leerplicht_desktop.casework.ports.zaakstukken import Nummerblok
from leerplicht_desktop.casework.touched import Soort, Touched, touched

from .fake_oordelen import FakeOordelen
from .fake_papieren import FakeNummers, FakePapieren
from .fake_plaats import FakePlaats

T = TypeVar("T")

AANGEMELD = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


class VasteKlok:
    """A clock that goes on one second with every look."""

    def __init__(self, begin: datetime = AANGEMELD) -> None:
        self.moment = begin

    def nu(self) -> datetime:
        """One second later than the last time."""
        self.moment += timedelta(seconds=1)
        return self.moment

    def vandaag(self) -> date:
        """The day of the clock."""
        return self.moment.date()


def koppeling(**anders: str) -> Koppeling:
    """A tie to a server on this machine."""
    basis = Koppeling(
        server="http://127.0.0.1:9",
        device="dev-0",
        incarnation="inc-0",
        epoch="epoch-1",
        pin="",
        gemeente="Oefenstad",
        ambtenaar_id="a",
        ambtenaar="A. Ambtenaar",
        profiel={},
        oefenen=True,
    )
    return replace(basis, **anders)  # type: ignore[arg-type]


@dataclass
class Rij:
    """A row of the outbox."""

    verzending: Verzending
    antwoord: Antwoord | None = None

    @property
    def open(self) -> bool:
        """Whether it still has to be sent."""
        return self.antwoord is None or self.antwoord.soort is AntwoordSoort.WAITING


@dataclass
class Staat:
    """What is on the disk."""

    koppeling: Koppeling | None = None
    laptopsleutel: Laptopsleutel | None = None
    uitvak: list[Rij] = field(default_factory=list)
    werk: dict[str, Verzending] = field(default_factory=dict)
    spiegel: dict[tuple[str, str], SpiegelRecord] = field(default_factory=dict)
    concepten: list[str] = field(default_factory=list)
    cursor: str = ""
    merk: str = ""
    gezien: str = ""
    nagevraagd: datetime | None = None
    rondes: list[tuple[datetime, int, int, str]] = field(default_factory=list)
    blokken: list[Nummerblok] = field(default_factory=list)
    terzijde: dict[tuple[str, str], tuple[Terzijde, bool]] = field(default_factory=dict)
    """Each line, and whether it was told."""

    def kopie(self) -> Staat:
        """Another disk with the same on it; what is frozen is shared."""
        return Staat(
            self.koppeling,
            self.laptopsleutel,
            [Rij(rij.verzending, rij.antwoord) for rij in self.uitvak],
            dict(self.werk),
            dict(self.spiegel),
            list(self.concepten),
            self.cursor,
            self.merk,
            self.gezien,
            self.nagevraagd,
            list(self.rondes),
            list(self.blokken),
            dict(self.terzijde),
        )


class FakeTerzijde:
    """Obeys the port ``Terzijdelijst`` on a Staat."""

    def __init__(self, staat: Staat) -> None:
        self._staat = staat

    def pagina(self, pagina: Feedpagina) -> None:
        """What a page leaves in the list."""
        for record in pagina.records:
            key = (record.entity, record.id)
            if record.bezwaar:
                self._zet(Terzijde(*key, record.rev, record.bezwaar))
            else:
                self._los_op(key)
        for verloren in pagina.onleesbaar:
            self._zet(Terzijde(verloren.entity, verloren.id, None, "vorm"))
        for key, (een, _) in list(self._staat.terzijde.items()):
            if een.rev is not None and key not in self._staat.spiegel:
                self._los_op(key)

    def _zet(self, een: Terzijde) -> None:
        oud = self._staat.terzijde.get((een.entity, een.id))
        self._staat.terzijde[een.entity, een.id] = (een, oud is not None and oud[1] and oud[0] == een)

    def _los_op(self, key: tuple[str, str]) -> None:
        oud = self._staat.terzijde.get(key)
        if oud is not None and not oud[0].opgelost:
            self._staat.terzijde[key] = (replace(oud[0], opgelost=True), False)

    def alle(self) -> tuple[Terzijde, ...]:
        """See the port."""
        return tuple(een for een, _ in self._staat.terzijde.values())

    def ongemeld(self) -> bool:
        """See the port."""
        return any(not gemeld for _, gemeld in self._staat.terzijde.values())

    def gemeld(self) -> None:
        """See the port."""
        self._staat.terzijde = {
            key: (een, True) for key, (een, _) in self._staat.terzijde.items() if not een.opgelost
        }

    def vindbaar(self, soorten: Collection[str]) -> None:
        """See the port."""
        for key, (een, _) in list(self._staat.terzijde.items()):
            if een.rev is None and een.entity in soorten:
                self._los_op(key)


class FakeSleutels:
    """What a Staat knows of the laptop itself."""

    def __init__(self, staat: Staat) -> None:
        self.staat = staat

    def koppeling(self) -> Koppeling | None:
        """See the port."""
        return self.staat.koppeling

    def bewaar_koppeling(self, koppeling: Koppeling) -> None:
        """See the port."""
        self.staat.koppeling = koppeling

    def laptopsleutel(self) -> Laptopsleutel | None:
        """See the port."""
        return self.staat.laptopsleutel

    def bewaar_laptopsleutel(self, laptopsleutel: Laptopsleutel) -> None:
        """See the port."""
        self.staat.laptopsleutel = laptopsleutel


class FakeBrievenbus(FakeSleutels):
    """Obeys the port ``Brievenbus`` on a Staat."""

    def __init__(self, staat: Staat, punt: Callable[[str], None]) -> None:
        super().__init__(staat)
        self.punt = punt

    @property
    def terzijde(self) -> FakeTerzijde:
        """See the port."""
        return FakeTerzijde(self.staat)

    def openstaand(self, aantal: int) -> tuple[Verzending, ...]:
        """See the port."""
        return tuple(rij.verzending for rij in self.staat.uitvak if rij.open)[:aantal]

    def volledig(self, verzending: Verzending) -> Verzending:
        """See the port: nothing was left out here."""
        return verzending

    def verwerk(self, antwoorden: Sequence[Antwoord], gezien: str = "") -> Touched:
        """See the port."""
        for antwoord in antwoorden:
            for rij in self.staat.uitvak:
                if rij.verzending.op == antwoord.op and rij.open:
                    rij.antwoord = antwoord
                    self.na_antwoord(rij, antwoord)
        self.staat.gezien = gezien or self.staat.gezien
        self.punt("mid_store")
        return touched(Soort.SYNC)

    def na_antwoord(self, rij: Rij, antwoord: Antwoord) -> None:
        """A refused record leaves the screens; its text stays in the outbox."""
        if antwoord.soort is AntwoordSoort.REJECTED:
            self.staat.werk.pop(rij.verzending.id, None)

    def cursor(self) -> str:
        """See the port."""
        return self.staat.cursor

    def pas_toe(self, pagina: Feedpagina) -> Touched:
        """See the port."""
        if pagina.cursor_voor != self.staat.cursor:
            raise ValueError("the cursor moved")
        for dossier in pagina.evict:
            self.ontruim(dossier)
        for record in pagina.records:
            if record.deleted:
                self.staat.spiegel.pop((record.entity, record.id), None)
                self.staat.werk.pop(record.id, None)
            else:
                self.staat.spiegel[record.entity, record.id] = record
        self.terzijde.pagina(pagina)
        self.punt("mid_pull")
        self.staat.cursor = pagina.cursor_na
        self.staat.gezien = pagina.gezien or self.staat.gezien
        return touched(Soort.DOSSIER, Soort.SYNC)

    def ontruim(self, dossier: str) -> None:
        """Let go of a dossier; a record of two dossiers stays with the other one."""
        for key, record in list(self.staat.spiegel.items()):
            if dossier not in record.dossiers:
                continue
            over = tuple(d for d in record.dossiers if d != dossier)
            if over:
                self.staat.spiegel[key] = replace(record, dossiers=over)
            else:
                del self.staat.spiegel[key]
                self.staat.werk.pop(record.id, None)

    def revisies(self) -> dict[str, list[tuple[str, int]]]:
        """See the port."""
        uit: dict[str, list[tuple[str, int]]] = {}
        for (entity, id_), record in self.staat.spiegel.items():
            uit.setdefault(entity, []).append((id_, record.rev))
        return uit

    def begin_opnieuw(self, epoch: str) -> Touched:
        """See the port."""
        assert self.staat.koppeling is not None
        self.staat.koppeling = replace(self.staat.koppeling, epoch=epoch)
        self.staat.spiegel = {key: replace(record, rev=0) for key, record in self.staat.spiegel.items()}
        self.staat.cursor = self.staat.gezien = ""
        for rij in self.staat.uitvak:
            rij.antwoord = None
            self.staat.werk[rij.verzending.id] = rij.verzending
        self.punt("mid_opnieuw")
        return touched(Soort.DOSSIER, Soort.SYNC)

    def achtergebleven(self) -> tuple[tuple[str, str], ...]:
        """See the port."""
        return tuple(key for key, record in self.staat.spiegel.items() if not record.rev)

    def opzijgelegd(self) -> tuple[SpiegelRecord, ...]:
        """See the port."""
        return tuple(record for record in self.staat.spiegel.values() if record.opzij)

    def noteer_ronde(self, begonnen: datetime, verzonden: int, ontvangen: int, uitkomst: str) -> None:
        """See the port."""
        self.staat.rondes.append((begonnen, verzonden, ontvangen, uitkomst))


class FakeGetuige:
    """Obeys the port ``Getuige`` on a Staat."""

    def __init__(self, staat: Staat) -> None:
        self._staat = staat

    def merk(self) -> str:
        """See the port."""
        return self._staat.merk

    def bewaar(self, merk: str) -> None:
        """See the port."""
        self._staat.merk = merk


class FakeWork:
    """What sync may touch of the port ``Work``: letter box and numbers, no writing of the officer."""

    def __init__(self, brievenbus: FakeBrievenbus) -> None:
        self.brievenbus = brievenbus
        self.getuige = FakeGetuige(brievenbus.staat)
        self.plaats = FakePlaats(brievenbus.staat, brievenbus.punt)
        self.oordelen = FakeOordelen(brievenbus.staat, brievenbus.punt)
        self.zaakstukken = FakePapieren(FakeNummers(brievenbus.staat))


class FakeKluis:
    """One laptop's disk. ``bus`` makes the letter box of a transaction."""

    bus: type[FakeBrievenbus] = FakeBrievenbus
    plaats: type[FakePlaats] = FakePlaats

    def __init__(self, tie: Koppeling | None = None) -> None:
        self.staat = Staat(koppeling=tie)
        self.punt: Callable[[str], None] = lambda naam: None
        self._n = 0

    def doe(self, act: Callable[[Work], T], /) -> T:
        """One transaction: a copy is changed, and takes the place of the original at the end."""
        nieuw = self.staat.kopie()
        work = FakeWork(self.maak_bus(nieuw))
        work.plaats = self.plaats(nieuw, self.punt)
        uit = act(cast(Work, work))
        self.punt("voor_commit")
        self.staat = nieuw
        self.punt("na_commit")
        return uit

    def maak_bus(self, nieuw: Staat) -> FakeBrievenbus:
        """The letter box of a transaction."""
        return self.bus(nieuw, self.punt)

    def notitie(
        self, op: str, id_: str, dossiers: tuple[str, ...], tekst: str, after: tuple[str, ...] = ()
    ) -> None:
        """What casework does: the note and its outbox row in one transaction."""
        self._n += 1
        verzending = Verzending(
            "gespreksnotitie", id_, dossiers, notitie_body(dossiers, tekst), AANGEMELD, after, op, self._n
        )

        def act(staat: Staat) -> None:
            staat.werk[id_] = verzending
            self.punt("mid_note")
            staat.uitvak.append(Rij(verzending))

        self.schrijf(act)

    def schrijf(self, act: Callable[[Staat], None]) -> None:
        """The officer's own transaction."""
        nieuw = self.staat.kopie()
        act(nieuw)
        self.staat = nieuw
        self.punt("after_note")


def notitie_body(dossiers: tuple[str, ...], tekst: str) -> dict[str, Json]:
    """A note as the protocol wants it."""
    return {
        "dossiers": list(dossiers),
        "met_wie": "moeder",
        "gesproken_op": "2026-11-21T09:30:00Z",
        "hoe": "telefoon",
        "tekst": tekst,
        "vastgelegd_op": "2026-11-21T09:45:00Z",
    }
