"""Which page, and how large."""

from __future__ import annotations

from PySide6.QtCore import Signal

from leerplicht_desktop.ui.kit.buttons import IconButton, OutlinedButton
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Flow, Row
from leerplicht_desktop.ui.kit.look import look


class Bladbalk(Flow):
    """Emits ``blader`` and ``zoem`` with +1 or -1. ``naam`` begins the names of its parts.

    ``toetsen`` says that the screen listens to Ctrl + and Ctrl -; the buttons then tell it.
    """

    blader = Signal(int)
    zoem = Signal(int)

    def __init__(self, naam: str, *, toetsen: bool = False) -> None:
        self._woorden: tuple[Label, ...] = ()
        super().__init__(gap=16)
        self._plaats = Label("")
        self._maat = Label("")
        self._woorden = (self._plaats, self._maat)
        self._vorige = IconButton(Icon.CHEVRON_LEFT, self.tr("Vorig blad"), quiet=True)
        self._volgende = IconButton(Icon.CHEVRON_RIGHT, self.tr("Volgend blad"), quiet=True)
        self._kleiner = OutlinedButton(self.tr("Kleiner"))
        self._groter = OutlinedButton(self.tr("Groter"))
        if toetsen:
            self._kleiner.setToolTip(self.tr("Kleiner (Ctrl -)"))
            self._groter.setToolTip(self.tr("Groter (Ctrl +)"))
        for deel, woord in (
            (self._plaats, "plaats"),
            (self._maat, "maat"),
            (self._vorige, "vorige"),
            (self._volgende, "volgende"),
            (self._kleiner, "kleiner"),
            (self._groter, "groter"),
        ):
            deel.setObjectName(f"{naam}.{woord}")
        self.restyle()
        self.add(
            Row(self._vorige, self._plaats, self._volgende, gap=8),
            Row(self._kleiner, self._maat, self._groter, gap=12),
        )
        self._vorige.clicked.connect(lambda: self.blader.emit(-1))
        self._volgende.clicked.connect(lambda: self.blader.emit(1))
        self._kleiner.clicked.connect(lambda: self.zoem.emit(-1))
        self._groter.clicked.connect(lambda: self.zoem.emit(1))

    def restyle(self) -> None:
        """The words stand as high as the buttons beside them."""
        super().restyle()
        for woord in self._woorden:
            woord.setMinimumHeight(look().sizes.button)

    def toon(self, nummer: int, aantal: int, maat: tuple[int, bool, bool]) -> None:
        """Page ``nummer`` (from 0) of ``aantal``; ``maat`` is percent, can be smaller, can be larger."""
        procent, kleiner, groter = maat
        self.setVisible(bool(aantal))
        self._plaats.setText(self.tr("Blad {0} van {1}").format(nummer + 1, aantal))
        self._vorige.setVisible(aantal > 1)
        self._volgende.setVisible(aantal > 1)
        self._vorige.setEnabled(nummer > 0)
        self._volgende.setEnabled(nummer + 1 < aantal)
        self._maat.setText(self.tr("{0} %").format(procent))
        self._maat.setAccessibleName(self.tr("Grootte {0} procent").format(procent))
        self._kleiner.setEnabled(kleiner)
        self._groter.setEnabled(groter)
