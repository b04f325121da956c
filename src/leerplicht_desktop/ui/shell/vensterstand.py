"""How large the window is: never larger than the screen, and after a lock as it was."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

BEGIN = QSize(1440, 900)
"""As the screens were drawn."""
_RAND = QSize(16, 40)
"""What the frame of a window takes at most, title bar included."""
_VOL = "vol"
_MAAT = re.compile(r"(\d{3,5})x(\d{3,5})")


def zet(venster: QWidget, stand: str, scherm: QRect | None = None) -> None:
    """Before it is shown: as it stood (``stand``), or as it was drawn; on a smaller screen (whole, without
    its bars) it fills that. ``scherm`` None takes the one the window will open on.
    """
    vrij = scherm or venster.screen().availableGeometry()
    gevonden = _MAAT.fullmatch(stand)
    wens = QSize(int(gevonden[1]), int(gevonden[2])) if gevonden else BEGIN
    past = vrij.size() - _RAND
    venster.resize(wens.boundedTo(past).expandedTo(venster.minimumSize().boundedTo(past)))
    te_groot = wens.width() > past.width() or wens.height() > past.height()
    if stand == _VOL or te_groot:
        venster.setWindowState(venster.windowState() | Qt.WindowState.WindowMaximized)


def stand_van(venster: QWidget) -> str:
    """``vol``, or its width and height."""
    if venster.isMaximized() or venster.isFullScreen():
        return _VOL
    return f"{venster.width()}x{venster.height()}"
