"""The officer's own number, asked once and on the spot: no letter leaves without somebody to call."""

from __future__ import annotations

from PySide6.QtCore import Signal

from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.fields import Field

VELD = "telefoon"


class Telefoonkaart(Card):
    """``ingevuld`` carries what was typed, when the field is left."""

    ingevuld = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Jouw telefoonnummer"), gap=8)
        self._veld = Field(
            self.tr("Nummer waarop mensen je kunnen bellen"),
            self.tr("Dit komt op al je brieven. Je vult het één keer in."),
            self.tr("06 1234 5678"),
        )
        self._veld.edit.setObjectName(f"brief.veld.{VELD}")
        self.add(self._veld)
        self._laatst = ""
        self._veld.changed.connect(lambda _: self._veld.set_error(""))
        self._veld.edit.editingFinished.connect(self._klaar)

    def wis(self) -> None:
        """Another letter: hidden until its paper says that the number is missing."""
        self._laatst = ""
        self._veld.set_text("")
        self._veld.set_error("")
        self.hide()

    def toon_fout(self, zin: str) -> None:
        """Say what is wrong with the number."""
        self._laatst = ""
        self._veld.set_error(zin)

    def ga(self) -> None:
        """Put the focus here."""
        self._veld.edit.setFocus()

    def neem_over(self) -> None:
        """Take what stands there, also when the field was not left."""
        self._klaar()

    def _klaar(self) -> None:
        tekst = self._veld.text().strip()
        if tekst and tekst != self._laatst:
            self._laatst = tekst
            self.ingevuld.emit(tekst)
