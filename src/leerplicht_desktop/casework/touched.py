"""What a mutation touched and who began it, so that each screen reloads only what it shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Soort(StrEnum):
    """Kinds of things on the screens."""

    DOSSIER = "dossier"
    BEZOEK = "bezoek"
    NOTITIE = "notitie"
    TAAK = "taak"
    PROCEDURE = "procedure"
    VERHOOR = "verhoor"
    STUK = "stuk"
    """Concepts, sealed documents and their steps."""
    BIJLAGE = "bijlage"
    SYNC = "sync"
    INSTELLING = "instelling"


@dataclass(frozen=True, slots=True)
class Touched:
    """``dossiers`` empty means: any. ``door`` is the screen or loop that began it."""

    soorten: frozenset[Soort]
    dossiers: frozenset[str] = frozenset()
    door: str = ""

    def raakt(self, soort: Soort, dossier: str | None = None) -> bool:
        """Whether a screen that shows ``soort`` (of ``dossier``) has to look again."""
        if soort not in self.soorten:
            return False
        return dossier is None or not self.dossiers or dossier in self.dossiers


def touched(*soorten: Soort, dossiers: tuple[str, ...] = (), door: str = "") -> Touched:
    """Shorthand for a Touched value."""
    return Touched(frozenset(soorten), frozenset(dossiers), door)
