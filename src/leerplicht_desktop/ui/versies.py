"""The versions of a record that was corrected, the first one first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar


class Verbeterbaar(Protocol):
    """A record that may point to the one it corrects."""

    @property
    def id(self) -> str: ...
    @property
    def corrigeert(self) -> str | None: ...


V = TypeVar("V", bound=Verbeterbaar)


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
