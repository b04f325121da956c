"""What the day asks, from the whole caseload: terms that run, what is not finished, and what colleagues did.

Read in parts, a few dossiers at a time, so that no part keeps the vault from a key that was typed. Like the
list it shows names and days and no record, so it leaves no line in the log of reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.queries.caseload import DossierFilter, DossierRegel, Tijdlijnsoort
from leerplicht_desktop.casework.queries.stukkenkast import Zaakstuksoort
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

from .voorstellen import voorstellen

PAGINA = 200
_KOMT = frozenset({Tijdlijnsoort.TAAK})
"""What lies ahead is no news: it stands among the terms."""


@dataclass(frozen=True, slots=True)
class Looptijd:
    """One term that runs: of a rule (with its reasons) or a task that somebody made (with its id)."""

    uiterlijk: date
    naam: str
    wat: str
    dossier: str
    tijdstip: time | None = None
    taak: str = ""
    sleutel: str = ""
    uitleg: Uitleg | None = None

    @property
    def volgorde(self) -> tuple[date, bool, time, tuple[str, ...]]:
        """What has the least time left first; on one day what has an hour; the rest only settles ties."""
        rest = (self.naam, self.wat, self.dossier, self.taak, self.sleutel)
        return (self.uiterlijk, self.tijdstip is None, self.tijdstip or time.min, rest)


@dataclass(frozen=True, slots=True)
class NietAf:
    """Something that was begun and not fixed. ``scherm`` shows it by ``id``."""

    scherm: str
    id: str
    wat: str
    namen: str
    sinds: datetime


@dataclass(frozen=True, slots=True)
class Nieuws:
    """What was fixed in a dossier: a report of a school, or the work of a colleague."""

    wanneer: datetime | date
    dossier: str
    naam: str
    soort: Tijdlijnsoort
    wat: str
    wie: str


@dataclass(frozen=True, slots=True)
class Dagdeel:
    """What a part of the caseload gives."""

    looptijden: tuple[Looptijd, ...] = ()
    niet_af: tuple[NietAf, ...] = ()
    nieuws: tuple[Nieuws, ...] = ()


@dataclass(frozen=True, slots=True)
class Dagbegin:
    """What is known at once: the tasks, the papers that are not finished, and which dossiers there are.

    ``ambtenaar`` is whose day it is: what he did himself is no news to him.
    """

    deel: Dagdeel
    dossiers: tuple[DossierRegel, ...]
    ambtenaar: str


def dagbegin(work: Work) -> Dagbegin:
    """The first part of a day."""
    taken = tuple(
        Looptijd(taak.uiterlijk, taak.namen, taak.wat, next(iter(taak.dossiers), ""), taak.tijdstip, taak.id)
        for taak in work.caseload.taken(None, True)
    )
    papieren = tuple(
        NietAf(_scherm(stuk.soort), stuk.id, stuk.titel, stuk.namen, stuk.wanneer)
        for stuk in work.stukkenkast.stukken(None)
        if stuk.concept
    )
    return Dagbegin(Dagdeel(taken, papieren), tuple(_alle(work)), work.caseload.sync().ambtenaar)


def dagdeel(work: Work, regels: Sequence[DossierRegel], vandaag: date, sinds: date) -> Dagdeel:
    """What these dossiers give: terms of the rules, drafts, and what happened from ``sinds`` on."""
    looptijden: list[Looptijd] = []
    niet_af: list[NietAf] = []
    nieuws: list[Nieuws] = []
    for regel in regels:
        looptijden += (
            Looptijd(
                een.uiterlijk, regel.naam, een.wat, regel.dossier, sleutel=een.sleutel, uitleg=een.uitleg
            )
            for een in voorstellen(work.caseload, regel.dossier, vandaag)
        )
        for item in work.caseload.tijdlijn(regel.dossier):
            if item.concept and isinstance(item.wanneer, datetime):
                niet_af.append(NietAf(_SCHERM[item.soort], item.id, item.kop, regel.naam, item.wanneer))
            elif not item.concept and item.soort not in _KOMT and item.wie and _dag(item.wanneer) >= sinds:
                nieuws.append(Nieuws(item.wanneer, regel.dossier, regel.naam, item.soort, item.kop, item.wie))
        niet_af += (
            NietAf("verhoor", stuk.id, stuk.kop, regel.naam, stuk.wanneer)
            for stuk in work.stukkenkast.tijdlijn(regel.dossier)
            if stuk.concept and stuk.soort is Zaakstuksoort.VERHOOR and isinstance(stuk.wanneer, datetime)
        )
    return Dagdeel(tuple(looptijden), tuple(niet_af), tuple(nieuws))


def samen(delen: Iterable[Dagdeel], ambtenaar: str = "") -> Dagdeel:
    """All parts as one: terms by what is left, drafts and news the newest first, each thing once.

    What ``ambtenaar`` did himself is left out of the news; a report of a school never is.
    """
    alle = tuple(delen)
    looptijden = {een: None for deel in alle for een in deel.looptijden}
    niet_af = {een.id: een for deel in alle for een in deel.niet_af}
    nieuws = {
        een: None
        for deel in alle
        for een in deel.nieuws
        if een.soort is Tijdlijnsoort.MELDING or een.wie != ambtenaar
    }
    return Dagdeel(
        tuple(sorted(looptijden, key=lambda een: een.volgorde)),
        tuple(sorted(niet_af.values(), key=lambda een: een.sinds, reverse=True)),
        tuple(sorted(nieuws, key=_nieuwste, reverse=True)),
    )


_SCHERM = {
    Tijdlijnsoort.BEZOEK: "deurbezoek",
    Tijdlijnsoort.NOTITIE: "gesprek",
    Tijdlijnsoort.PROCEDURE: "procedure",
}


def _scherm(soort: Documentsoort) -> str:
    return "proces_verbaal" if soort is Documentsoort.PROCES_VERBAAL else "brief"


def _alle(work: Work) -> Iterator[DossierRegel]:
    na: tuple[str, str] | None = None
    while True:
        pagina = work.caseload.zoek("", DossierFilter.ALLE, na, PAGINA)
        yield from pagina.regels
        if pagina.na is None:
            return
        na = pagina.na


def _dag(wanneer: datetime | date) -> date:
    return in_nederland(wanneer).date() if isinstance(wanneer, datetime) else wanneer


def _nieuwste(een: Nieuws) -> tuple[date, str, str]:
    om = f"{in_nederland(een.wanneer):%H:%M}" if isinstance(een.wanneer, datetime) else ""
    return (_dag(een.wanneer), om, een.naam)
