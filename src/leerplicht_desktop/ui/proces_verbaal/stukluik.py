"""What happened to a sealed proces-verbaal beside its paper, or one of the two where both do not fit."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leerplicht_desktop.ui.kit.layout import Column
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.tabs import Tabs

from .voorbeeld import Tweeluik

_NAAST = 900


def noem_balk(tabs: Tabs) -> None:
    """Give what the tab key stops at a name of its own."""
    balk = tabs.focusProxy()
    if balk is not None:
        balk.setObjectName(f"{tabs.objectName()}.balk")


class Stukluik(Restyled):
    """``stuk`` is what happened; ``voorbeeld`` the paper or the scan."""

    def __init__(self, stuk: QWidget, voorbeeld: QWidget) -> None:
        super().__init__()
        self._luik = Tweeluik(stuk, voorbeeld, _NAAST)
        self._tabs = Tabs("Proces-verbaal", [("vorm", "Verloop"), ("voorbeeld", "Papier")])
        self._tabs.setObjectName("pv.stuk.tabs")
        noem_balk(self._tabs)
        self._balk = Column(self._tabs, margins=(24, 0, 24, 0))
        doos = QVBoxLayout(self)
        doos.setContentsMargins(0, 0, 0, 0)
        doos.setSpacing(0)
        doos.addWidget(self._balk)
        doos.addWidget(self._luik, 1)
        self._tabs.chosen.connect(self.kies)

    def kies(self, blad: str) -> None:
        """Show ``vorm`` or ``voorbeeld`` where there is room for one."""
        self._tabs.choose(blad)
        self._luik.kies(blad)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tabs show where they are needed."""
        super().resizeEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """The same at another text size."""
        self._balk.setVisible(self.width() < look().px(_NAAST))
