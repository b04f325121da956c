"""The officer's own work: the repositories of visits, notes and tasks, the outbox, and the settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.domain.bezoek.deurbezoek import Deurbezoek, Segment
from leerplicht_desktop.domain.bezoek.gespreksnotitie import Gespreksnotitie
from leerplicht_desktop.domain.bezoek.terugmelding import Terugmelding
from leerplicht_desktop.domain.taak.taak import Taak, Taakafhandeling

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]
"""A JSON value, as it stands in the outbox and in the mirror."""


@dataclass(frozen=True, slots=True)
class Verzending:
    """A new record for the outbox, or one read back from it (then ``op`` and ``n`` are set)."""

    entity: str
    id: str
    dossiers: tuple[str, ...]
    body: Mapping[str, Json]
    at: datetime
    after: tuple[str, ...] = ()
    op: str = ""
    n: int = 0
    later: int = 0
    """Bytes of content that the body still misses; ``Brievenbus.volledig`` adds them."""


class Bezoeken(Protocol):
    """Visits of this laptop. Each call is part of the running transaction."""

    def nieuw(self, bezoek: Deurbezoek) -> None:
        """Keep a new draft."""

    def laad(self, id_: str) -> Deurbezoek:
        """The visit; raises KeyError when unknown."""

    def concept_voor(self, dossiers: tuple[str, ...]) -> str | None:
        """The open draft that shares a jongere with ``dossiers``."""

    def bewaar(self, bezoek: Deurbezoek) -> None:
        """Keep everything but the texts of a draft. A visit that was vastgelegd is refused by the file."""

    def zet_segment(self, bezoek: str, segment: Segment) -> None:
        """Add or replace one remark."""

    def schrijf(self, segment: str, tekst: str) -> None:
        """The keystroke path: the text of one remark."""

    def wis_segment(self, segment: str) -> None:
        """Take an empty remark away."""

    def leg_vast(self, bezoek: Deurbezoek) -> None:
        """Fix it: from here on the file refuses changes."""

    def verwerp(self, id_: str) -> None:
        """Take an empty draft away."""


class Notities(Protocol):
    """Notes of this laptop."""

    def nieuw(self, notitie: Gespreksnotitie) -> None:
        """Keep a new draft."""

    def laad(self, id_: str) -> Gespreksnotitie:
        """The note; raises KeyError when unknown."""

    def concept_voor(self, dossiers: tuple[str, ...]) -> str | None:
        """The open draft that shares a jongere with ``dossiers``."""

    def bewaar(self, notitie: Gespreksnotitie) -> None:
        """Keep a draft, text included (the keystroke path of the small fields)."""

    def schrijf(self, id_: str, tekst: str) -> None:
        """The keystroke path of the main text."""

    def leg_vast(self, notitie: Gespreksnotitie) -> None:
        """Fix it."""

    def verwerp(self, id_: str) -> None:
        """Take an empty draft away."""


class Taken(Protocol):
    """Tasks of this laptop; append-only."""

    def nieuw(self, taak: Taak) -> None:
        """Keep a task."""

    def laad(self, id_: str) -> Taak:
        """The task, from this laptop or pulled; raises KeyError when unknown."""

    def afgehandeld(self, taak: str) -> bool:
        """Whether its end was recorded before."""

    def handel_af(self, afhandeling: Taakafhandeling) -> None:
        """Keep its end."""


class Terugmeldingen(Protocol):
    """What contradicts the register, of this laptop; append-only."""

    def nieuw(self, terugmelding: Terugmelding) -> None:
        """Keep one."""

    def laad(self, id_: str) -> Terugmelding:
        """One, from this laptop or pulled; raises KeyError when unknown."""


class Uitvak(Protocol):
    """The outbox. Casework appends, push settles."""

    def voeg_toe(self, verzending: Verzending) -> str:
        """Append in the running transaction; returns the operation id."""


@dataclass(frozen=True, slots=True)
class Teruggevonden:
    """A text that came back from behind a break in the log of the vault; ``waar`` it stood, in words."""

    waar: str
    tekst: str
    gevonden_op: datetime


class Inrichting(Protocol):
    """Settings and the place where the officer was."""

    def onthoud(self, werkplek: Werkplek) -> None:
        """Remember where the officer is."""

    def zet(self, naam: str, waarde: str) -> None:
        """Keep a setting in the vault."""

    def zet_snelle_zinnen(self, zinnen: Sequence[str]) -> None:
        """Replace the quick phrases."""

    def teruggevonden(self) -> tuple[Teruggevonden, ...]:
        """Texts that came back after a breakdown, the newest first."""
