"""A vault in memory for acts: repositories of visits, notes and tasks that obey the ports, in microseconds.

Every test that uses it runs on a real vault too, so that the two cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Generic, Protocol, TypeVar

from leerplicht_desktop.casework.ports.werk import Verzending
from leerplicht_desktop.domain.bezoek.deurbezoek import Deurbezoek, Segment
from leerplicht_desktop.domain.bezoek.gespreksnotitie import Gespreksnotitie
from leerplicht_desktop.domain.bezoek.terugmelding import Terugmelding
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.taak.taak import Taak, Taakafhandeling


class _Draft(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def dossiers(self) -> tuple[str, ...]: ...
    @property
    def is_concept(self) -> bool: ...


D = TypeVar("D", bound=_Draft)


class _Drafts(Generic[D]):
    """What visits and notes share: a draft can be kept again, what was fixed refuses."""

    def __init__(self) -> None:
        self.kept: dict[str, D] = {}

    def nieuw(self, value: D) -> None:
        """Keep a new one."""
        self.kept[value.id] = value

    def laad(self, id_: str) -> D:
        """The one with this id; raises KeyError."""
        return self.kept[id_]

    def concept_voor(self, dossiers: tuple[str, ...]) -> str | None:
        """The oldest open draft that shares a jongere."""
        found = [one.id for one in self.kept.values() if one.is_concept and set(one.dossiers) & set(dossiers)]
        return min(found, default=None)

    def verwerp(self, id_: str) -> None:
        """Take a draft away."""
        self._open(id_)
        del self.kept[id_]

    def _open(self, id_: str) -> D:
        found = self.kept[id_]
        if not found.is_concept:
            raise DomainError("vastgelegd", "Dit is al vastgelegd.")
        return found


class Bezoeken(_Drafts[Deurbezoek]):
    """Obeys the port of the same name."""

    def bewaar(self, bezoek: Deurbezoek) -> None:
        """Keep everything but the remarks."""
        self.kept[bezoek.id] = replace(bezoek, segmenten=self._open(bezoek.id).segmenten)

    def zet_segment(self, bezoek: str, segment: Segment) -> None:
        """Add a remark, or replace all but the text of one."""
        found = self._open(bezoek)
        told = {one.id: one.tekst for one in found.segmenten}
        if segment.id not in told:
            self.kept[bezoek] = replace(found, segmenten=(*found.segmenten, segment))
            return
        # The text has its own road (schrijf): what comes along here may be older than the last key.
        kept = replace(segment, tekst=told[segment.id])
        parts = tuple(kept if one.id == segment.id else one for one in found.segmenten)
        self.kept[bezoek] = replace(found, segmenten=parts)

    def schrijf(self, segment: str, tekst: str) -> None:
        """The text of one remark; raises KeyError."""
        found = self._with(segment)
        if found is None:
            raise KeyError(segment)
        parts = tuple(replace(one, tekst=tekst) if one.id == segment else one for one in found.segmenten)
        self.kept[found.id] = replace(self._open(found.id), segmenten=parts)

    def wis_segment(self, segment: str) -> None:
        """Take a remark away; one that is gone stays gone."""
        found = self._with(segment)
        if found is not None:
            parts = tuple(one for one in found.segmenten if one.id != segment)
            self.kept[found.id] = replace(self._open(found.id), segmenten=parts)

    def leg_vast(self, bezoek: Deurbezoek) -> None:
        """Fix it with exactly its remarks."""
        self._open(bezoek.id)
        self.kept[bezoek.id] = bezoek

    def _with(self, segment: str) -> Deurbezoek | None:
        return next(
            (one for one in self.kept.values() if any(part.id == segment for part in one.segmenten)), None
        )


class Notities(_Drafts[Gespreksnotitie]):
    """Obeys the port of the same name."""

    def bewaar(self, notitie: Gespreksnotitie) -> None:
        """Keep it as it is."""
        self._open(notitie.id)
        self.kept[notitie.id] = notitie

    def schrijf(self, id_: str, tekst: str) -> None:
        """The text."""
        self.kept[id_] = replace(self._open(id_), tekst=tekst)

    leg_vast = bewaar


class Taken:
    """Obeys the port of the same name."""

    def __init__(self) -> None:
        self.kept: dict[str, Taak] = {}
        self.ended: dict[str, Taakafhandeling] = {}

    def nieuw(self, taak: Taak) -> None:
        """Keep a task."""
        self.kept[taak.id] = taak

    def laad(self, id_: str) -> Taak:
        """The task; raises KeyError."""
        return self.kept[id_]

    def afgehandeld(self, taak: str) -> bool:
        """Whether it ended."""
        return taak in self.ended

    def handel_af(self, afhandeling: Taakafhandeling) -> None:
        """Keep its end."""
        self.ended[afhandeling.taak] = afhandeling


class Terugmeldingen:
    """Obeys the port of the same name."""

    def __init__(self) -> None:
        self.kept: dict[str, Terugmelding] = {}

    def nieuw(self, terugmelding: Terugmelding) -> None:
        """Keep one."""
        self.kept[terugmelding.id] = terugmelding

    def laad(self, id_: str) -> Terugmelding:
        """The one with this id; raises KeyError."""
        return self.kept[id_]


@dataclass
class Uitvak:
    """Obeys the port of the same name."""

    rows: list[Verzending] = field(default_factory=list)

    def voeg_toe(self, verzending: Verzending) -> str:
        """Append."""
        self.rows.append(verzending)
        return f"op-{len(self.rows)}"


@dataclass(frozen=True)
class _Caseload:
    bezoek: Callable[[str], Deurbezoek]
    notitie: Callable[[str], Gespreksnotitie]


class Memory:
    """One transaction after another on the same drafts; what an act raises undoes nothing that it did before.

    Acts check before they write, so a refused act leaves everything as it was: the tests say so.
    """

    def __init__(self) -> None:
        self.bezoeken, self.notities, self.taken, self.uitvak = Bezoeken(), Notities(), Taken(), Uitvak()
        self.terugmeldingen = Terugmeldingen()
        self.caseload = _Caseload(self.bezoeken.laad, self.notities.laad)
