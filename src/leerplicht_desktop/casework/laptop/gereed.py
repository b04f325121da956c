"""Whether the laptop is ready to leave: what is missing for a day without network, each with what to do.

One missing thing is enough for *niet gaan*. What nobody can know here (a battery that the system does not
tell of) is not held against anybody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.toestel import Toestel
from leerplicht_desktop.casework.queries.caseload import SyncBeeld
from leerplicht_desktop.domain.nederlandsetijd import in_nederland

LAAGSTE_ACCU = 40
"""Percent: less than a morning at the door."""
LAAGSTE_VRIJ = 500_000_000
"""Bytes: a day of photos and notes, and the copies that the vault makes of itself."""


@dataclass(frozen=True, slots=True)
class Gereedstand:
    """Everything that is looked at."""

    vandaag: date
    sync: SyncBeeld
    nummers: int
    taken: int
    toestel: Toestel
    formulierfouten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Punt:
    """One thing that is missing: what, how it stands, what to do, and the screen where that is done."""

    naam: str
    zin: str
    remedie: str
    scherm: str = ""


def gereedstand(work: Work, vandaag: date, toestel: Toestel, formulierfouten: Sequence[str]) -> Gereedstand:
    """What the vault and the laptop say now."""
    return Gereedstand(
        vandaag,
        work.caseload.sync(),
        work.zaakstukken.nummers.over(vandaag.year),
        sum(taak.uiterlijk == vandaag for taak in work.caseload.taken(None, True)),
        toestel,
        tuple(formulierfouten),
    )


def ontbreekt(stand: Gereedstand) -> tuple[Punt, ...]:
    """What is missing, what decides over the day first; nothing means: go."""
    return tuple(punt for zoek in _PUNTEN for punt in zoek(stand))


def _vers(stand: Gereedstand) -> Iterator[Punt]:
    laatst = stand.sync.laatst
    doe = "Synchroniseer, zodat je de adressen en meldingen van vandaag bij je hebt."
    if laatst is None:
        yield Punt("Dossiers", "Er is nog niets opgehaald.", doe, "synchronisatie")
    elif (oud := (stand.vandaag - in_nederland(laatst).date()).days) > 0:
        wanneer = "gisteren" if oud == 1 else f"{oud} dagen geleden"
        yield Punt("Dossiers", f"Ze zijn van {wanneer} {_uur(laatst)}.", doe, "synchronisatie")


def _verstuurd(stand: Gereedstand) -> Iterator[Punt]:
    wacht, geweigerd = stand.sync.te_verzenden, stand.sync.afgewezen
    if wacht:
        zin = "1 ding staat" if wacht == 1 else f"{wacht} dingen staan"
        yield Punt(
            "Werk",
            f"{zin} alleen op deze laptop.",
            "Verstuur het voor je gaat: raakt de laptop weg, dan is het er niet meer.",
            "synchronisatie",
        )
    if geweigerd:
        zin = "1 ding is" if geweigerd == 1 else f"{geweigerd} dingen zijn"
        yield Punt("Werk", f"{zin} niet aangenomen.", "Kijk wat ermee moet gebeuren.", "synchronisatie")


def _leesbaar(stand: Gereedstand) -> Iterator[Punt]:
    if stand.sync.terzijde:
        zin = (
            "1 gegeven van de gemeente kon"
            if len(stand.sync.terzijde) == 1
            else (f"{len(stand.sync.terzijde)} gegevens van de gemeente konden")
        )
        doe = "Werk het programma bij." if stand.sync.bijwerken else "Bel de beheerder."
        yield Punt("Dossiers", f"{zin} niet worden gelezen.", doe, "synchronisatie")


def _formulieren(stand: Gereedstand) -> Iterator[Punt]:
    if stand.formulierfouten:
        yield Punt("Formulieren", stand.formulierfouten[0], "Bel de beheerder van de formulieren.")


def _nummers(stand: Gereedstand) -> Iterator[Punt]:
    if not stand.nummers:
        yield Punt(
            "Nummers",
            "Er is geen nummer voor een proces-verbaal.",
            "Synchroniseer: dan geeft de gemeente nieuwe nummers.",
            "synchronisatie",
        )


def _accu(stand: Gereedstand) -> Iterator[Punt]:
    accu = stand.toestel.accu
    if accu is not None and accu < LAAGSTE_ACCU and not stand.toestel.laadt:
        yield Punt("Accu", f"Nog {accu} procent.", "Laad de laptop op, of neem de lader mee.")


def _ruimte(stand: Gereedstand) -> Iterator[Punt]:
    vrij = stand.toestel.vrij
    if vrij is not None and vrij < LAAGSTE_VRIJ:
        yield Punt("Schijf", f"Nog {vrij // 1_000_000} MB vrij.", "Maak ruimte, of vraag de beheerder.")


def _printer(stand: Gereedstand) -> Iterator[Punt]:
    if stand.toestel.printer is False:
        yield Punt(
            "Printer",
            "Er is geen printer bekend.",
            "Sluit hem aan, of neem papieren kaarten voor de brievenbus mee.",
        )


_PUNTEN: tuple[Callable[[Gereedstand], Iterator[Punt]], ...] = (
    _vers,
    _verstuurd,
    _leesbaar,
    _formulieren,
    _nummers,
    _accu,
    _ruimte,
    _printer,
)


def _uur(moment: datetime) -> str:
    return f"{in_nederland(moment):%H:%M}"
