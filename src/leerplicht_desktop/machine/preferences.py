"""What the program must know before the vault is open: theme, text size, window. Nothing personal."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from leerplicht_desktop.casework.problems import AlleenLezen

_THEMES = ("systeem", "licht", "donker", "buiten", "donkercontrast")
_SMALLEST, _LARGEST = 10.5, 21.0
_LONGEST = 20


class Preferences:
    """Obeys :class:`leerplicht_desktop.casework.ports.uiterlijk.Uiterlijk`.

    A broken file gives the defaults.
    """

    def __init__(self, file: Path, dress: Callable[[str, float], None]) -> None:
        """``dress`` dresses the program in a theme and a text size."""
        self._file = file
        self._dress = dress
        self._theme, self._points, self._window = _read(file)

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
        try:
            self._write()
        except OSError:
            raise AlleenLezen from None
        self._dress(self._theme, self._points)

    @property
    def window(self) -> str:
        """How the window stood, as the window itself wrote it; empty when nobody knows."""
        return self._window

    def keep_window(self, state: str) -> None:
        """Keep how the window stands; a disk that takes nothing is no reason to stay."""
        self._window = state
        with suppress(OSError):
            self._write()

    def _write(self) -> None:
        told = {"thema": self._theme, "punten": self._points, "venster": self._window}
        temporary = self._file.with_suffix(".nieuw")
        temporary.write_text(json.dumps(told), encoding="utf-8")
        temporary.replace(self._file)


def _read(file: Path) -> tuple[str, float, str]:
    try:
        raw = json.loads(file.read_text(encoding="utf-8"))
        theme, points = str(raw["thema"]), float(raw["punten"])
        window = str(raw.get("venster", ""))[:_LONGEST]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return "systeem", _SMALLEST, ""
    return (theme if theme in _THEMES else "systeem"), min(max(points, _SMALLEST), _LARGEST), window
