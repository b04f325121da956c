"""A page of a document beside a form, with the words that lead through the pages."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QSizePolicy

from leerplicht_desktop.ui.bladen.blad import Blad
from leerplicht_desktop.ui.kit.buttons import IconButton
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Row
from leerplicht_desktop.ui.kit.look import look


class Papierblad(Blad):
    """A page beside a form: never wider than the room there is, where it is drawn again."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def toon(self, beeld: QImage, verhouding: float) -> None:
        """Show a page that was drawn for ``verhouding`` device pixels per logical pixel."""
        super().toon(beeld, verhouding)
        self.setMinimumHeight(self.sizeHint().height())

    def wis(self) -> None:
        """Forget the picture."""
        self.setMinimumHeight(0)
        super().wis()

    def minimumSizeHint(self) -> QSize:
        """A page that is wider than the room is never in the way."""
        return QSize(look().px(120), self.sizeHint().height())


class Bladerbalk(Row):
    """Which page of how many; emits ``blader`` with +1 or -1. ``naam`` begins the names of its parts."""

    blader = Signal(int)

    def __init__(self, naam: str) -> None:
        super().__init__(gap=4)
        self._woord = Label("")
        self._woord.setObjectName(f"{naam}.plaats")
        self._vorige = IconButton(Icon.CHEVRON_LEFT, self.tr("Vorig blad"), quiet=True)
        self._vorige.setObjectName(f"{naam}.vorige")
        self._volgende = IconButton(Icon.CHEVRON_RIGHT, self.tr("Volgend blad"), quiet=True)
        self._volgende.setObjectName(f"{naam}.volgende")
        self.add(self._vorige, self._woord, self._volgende)
        self._vorige.clicked.connect(lambda: self.blader.emit(-1))
        self._volgende.clicked.connect(lambda: self.blader.emit(1))
        self.toon(0, 0)

    def toon(self, nummer: int, aantal: int) -> None:
        """Page ``nummer`` (from 0) of ``aantal``; nothing shows without pages."""
        self.setVisible(bool(aantal))
        self._woord.setText(self.tr("Blad {0} van {1}").format(nummer + 1, aantal))
        self._vorige.setEnabled(nummer > 0)
        self._volgende.setEnabled(nummer + 1 < aantal)
