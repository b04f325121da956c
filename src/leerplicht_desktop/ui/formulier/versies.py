"""The versions of a record that was corrected, the first one first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from leerplicht_desktop.casework.queries.caseload import TijdlijnItem
from leerplicht_desktop.ui.kit.dates import short_moment
from leerplicht_desktop.ui.scherm.woorden import plaatselijk


class Verbeterbaar(Protocol):
    """A record that may point to the one it corrects."""

    @property
    def id(self) -> str: ...
    @property
    def corrigeert(self) -> str | None: ...
    @property
    def vastgelegd_op(self) -> datetime | None: ...


V = TypeVar("V", bound=Verbeterbaar)


@dataclass(frozen=True, slots=True)
class Versie:
    """One version in the row of versions."""

    id: str
    nummer: int
    tekst: str
    getoond: bool


@dataclass(frozen=True, slots=True)
class Versiestand:
    """Where a record that was vastgelegd stands among its versions, and whether the municipality has it."""

    versies: tuple[Versie, ...]
    verzonden: bool

    @property
    def laatste(self) -> bool:
        """Whether no newer version exists."""
        return self.versies[-1].getoond


def versiestand(een: V, laad: Callable[[str], V], items: Iterable[TijdlijnItem]) -> Versiestand:
    """The versions ``een`` belongs to, as the timeline of its dossier knows them."""
    bekend = {item.id: item for item in items}
    nieuwer = {id_: item.verbeterd_door for id_, item in bekend.items() if item.verbeterd_door is not None}
    versies = tuple(
        Versie(versie.id, nummer, f"Versie {nummer}, {_wanneer(versie)}", versie.id == een.id)
        for nummer, versie in enumerate(keten(een, laad, nieuwer), start=1)
    )
    zelf = bekend.get(een.id)
    return Versiestand(versies, zelf.verzonden if zelf is not None else True)


def _wanneer(versie: Verbeterbaar) -> str:
    moment = versie.vastgelegd_op
    return f"vastgelegd {short_moment(plaatselijk(moment))}" if moment else "nog niet vastgelegd"


def keten(een: V, laad: Callable[[str], V], verbeterd_door: Mapping[str, str]) -> tuple[V, ...]:
    """Every version that ``een`` belongs to, oldest first. A version that is not on this laptop ends it."""
    gevonden = [een]
    ids = {een.id}
    while (vorige := _haal(gevonden[0].corrigeert, laad, ids)) is not None:
        gevonden.insert(0, vorige)
    while (volgende := _haal(verbeterd_door.get(gevonden[-1].id), laad, ids)) is not None:
        gevonden.append(volgende)
    return tuple(gevonden)


def _haal(id_: str | None, laad: Callable[[str], V], ids: set[str]) -> V | None:
    if id_ is None or id_ in ids:
        return None
    ids.add(id_)
    try:
        return laad(id_)
    except KeyError:
        return None
