"""Something to do by a day. A task is never changed: its end is recorded beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from leerplicht_desktop.domain.errors import DomainError


class Afhandeling(StrEnum):
    """How a task ended."""

    GEDAAN = "gedaan"
    VERVALLEN = "vervallen"


def afloop_in_woorden(hoe: str | None, toelichting: str) -> str:
    """How a task ended, with the reason: ``Vervallen: verhuisd``; empty while it is open.

    ``hoe`` as the record has it: a way of ending that this program does not know is shown as it came.
    """
    woord = (hoe or "").capitalize()
    return f"{woord}: {toelichting}" if woord and toelichting else woord


@dataclass(frozen=True, slots=True)
class Taak:
    """``herkomst`` is the visit or note it came from; ``wie`` whoever has to do it (empty: the officer)."""

    id: str
    dossiers: tuple[str, ...]
    wat: str
    uiterlijk: date
    gemaakt_op: datetime
    wie: str = ""
    tijdstip: time | None = None
    herkomst: str | None = None


@dataclass(frozen=True, slots=True)
class Taakafhandeling:
    """The end of a task, with a reason when it lapsed."""

    id: str
    taak: str
    dossiers: tuple[str, ...]
    hoe: Afhandeling
    afgehandeld_op: datetime
    toelichting: str = ""


def controleer(taak: Taak) -> Taak:
    """The task itself, or DomainError naming what is missing."""
    if not taak.wat.strip():
        raise DomainError("wat", "Schrijf op wat er moet gebeuren.")
    return taak


def controleer_afhandeling(afhandeling: Taakafhandeling) -> Taakafhandeling:
    """The ending itself, or DomainError: a task that lapses needs a reason."""
    if afhandeling.hoe is Afhandeling.VERVALLEN and not afhandeling.toelichting.strip():
        raise DomainError("toelichting", "Schrijf waarom de taak vervalt.")
    return afhandeling
