"""What the program must know before the vault is open: theme and text size. Nothing personal."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from leerplicht_desktop.casework.problems import AlleenLezen

_THEMES = ("systeem", "licht", "donker", "buiten", "donkercontrast")
_SMALLEST, _LARGEST = 10.5, 21.0


class Preferences:
    """Obeys :class:`leerplicht_desktop.casework.ports.uiterlijk.Uiterlijk`.

    A broken file gives the defaults.
    """

    def __init__(self, file: Path, dress: Callable[[str, float], None]) -> None:
        """``dress`` dresses the program in a theme and a text size."""
        self._file = file
        self._dress = dress
        self._theme, self._points = _read(file)

    @property
    def thema(self) -> str:
        """Name of the theme."""
        return self._theme

    @property
    def punten(self) -> float:
        """Body text in points, 10.5 to 21."""
        return self._points

    def zet(self, thema: str, punten: float) -> None:
        """Keep both. Raises AlleenLezen, and ValueError for a theme that does not exist."""
        if thema not in _THEMES:
            raise ValueError(thema)
        self._theme, self._points = thema, min(max(punten, _SMALLEST), _LARGEST)
        temporary = self._file.with_suffix(".nieuw")
        try:
            temporary.write_text(json.dumps({"thema": self._theme, "punten": self._points}), encoding="utf-8")
            temporary.replace(self._file)
        except OSError:
            raise AlleenLezen from None
        self._dress(self._theme, self._points)


def _read(file: Path) -> tuple[str, float]:
    try:
        raw = json.loads(file.read_text(encoding="utf-8"))
        theme, points = str(raw["thema"]), float(raw["punten"])
    except (OSError, ValueError, KeyError, TypeError):
        return "systeem", _SMALLEST
    return (theme if theme in _THEMES else "systeem"), min(max(points, _SMALLEST), _LARGEST)
