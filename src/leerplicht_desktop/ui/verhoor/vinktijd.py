"""Something that must be told, with the time it was told: ticked now, or with the time typed."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from leerplicht_desktop.ui.kit.dates import clock
from leerplicht_desktop.ui.kit.layout import Row
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.ticks import Tick
from leerplicht_desktop.ui.scherm.woorden import plaatselijk


class Vinktijd(Row):
    """``aan`` carries the tick, ``tijd`` what was typed as time. ``naam`` begins the names of its parts."""

    aan = Signal(bool)
    tijd = Signal(str)

    def __init__(self, naam: str, woorden: str, uitleg: str = "") -> None:
        self._tijd: QLineEdit | None = None
        super().__init__(gap=12)
        self.vink = Tick(woorden, uitleg)
        self.vink.setObjectName(naam)
        veld = QLineEdit()
        veld.setObjectName(f"{naam}.tijd")
        veld.setAccessibleName(self.tr("Hoe laat: {0}").format(woorden))
        veld.setPlaceholderText(self.tr("14:05"))
        self._tijd = veld
        self.add_stretched(self.vink)
        self.box().addWidget(veld, 0, Qt.AlignmentFlag.AlignVCenter)
        self.vink.clicked.connect(self.aan)
        veld.editingFinished.connect(self.neem_over)
        self.restyle()

    def toon(self, moment: datetime | None, *, fout: bool) -> None:
        """Show whether and when; a time that was refused stays as it was typed."""
        if self._tijd is None:
            return
        self.vink.setChecked(moment is not None)
        self._tijd.setVisible(moment is not None or fout)
        if moment is not None and not fout:
            self._tijd.setText(clock(plaatselijk(moment)))

    def neem_over(self) -> None:
        """Count as typed what stands in the field of the time."""
        if self._tijd is not None and not self._tijd.isHidden():
            self.tijd.emit(self._tijd.text())

    def restyle(self) -> None:
        """Wide enough for a time."""
        super().restyle()
        if self._tijd is not None:
            self._tijd.setFixedWidth(look().px(80))
