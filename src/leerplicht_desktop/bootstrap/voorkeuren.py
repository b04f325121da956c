"""What the program must know before the vault is open: theme and text size. Nothing personal."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from leerplicht_desktop.casework.problems import AlleenLezen

_THEMAS = ("systeem", "licht", "donker", "buiten", "donkercontrast")
_KLEINST, _GROOTST = 10.5, 21.0


class Voorkeuren:
    """Obeys :class:`leerplicht_desktop.casework.ports.uiterlijk.Uiterlijk`.

    A broken file gives the defaults.
    """

    def __init__(self, bestand: Path, kleed: Callable[[str, float], None]) -> None:
        """``kleed`` dresses the program in a theme and a text size."""
        self._bestand = bestand
        self._kleed = kleed
        self._thema, self._punten = _lees(bestand)

    @property
    def thema(self) -> str:
        """Name of the theme."""
        return self._thema

    @property
    def punten(self) -> float:
        """Body text in points, 10.5 to 21."""
        return self._punten

    def zet(self, thema: str, punten: float) -> None:
        """Keep both. Raises AlleenLezen, and ValueError for a theme that does not exist."""
        if thema not in _THEMAS:
            raise ValueError(thema)
        self._thema, self._punten = thema, min(max(punten, _KLEINST), _GROOTST)
        tijdelijk = self._bestand.with_suffix(".nieuw")
        try:
            tijdelijk.write_text(json.dumps({"thema": self._thema, "punten": self._punten}), encoding="utf-8")
            tijdelijk.replace(self._bestand)
        except OSError:
            raise AlleenLezen from None
        self._kleed(self._thema, self._punten)


def _lees(bestand: Path) -> tuple[str, float]:
    try:
        ruw = json.loads(bestand.read_text(encoding="utf-8"))
        thema, punten = str(ruw["thema"]), float(ruw["punten"])
    except (OSError, ValueError, KeyError, TypeError):
        return "systeem", _KLEINST
    return (thema if thema in _THEMAS else "systeem"), min(max(punten, _KLEINST), _GROOTST)
