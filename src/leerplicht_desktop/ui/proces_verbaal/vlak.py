"""What the steps of a proces-verbaal share: parts under the name of their field, texts kept per key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from leerplicht_desktop.ui.formulier.vak import Vak
from leerplicht_desktop.ui.kit.fields import Field, NoteField
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.tokens import Type

from .model import PVVorm
from .schrijven import Schrijven

Doe = Callable[[Callable[[Schrijven], None]], None]
"""Does something with the concept that is open."""

_BREEDST = 760


class Stapvlak(Column):
    """One step."""

    def __init__(self, doe: Doe, kop: str, uitleg: str) -> None:
        super().__init__(gap=16, margins=(24, 16, 24, 24))
        self.doe = doe
        self.vakken: dict[str, Vak] = {}
        self._teksten: dict[str, NoteField] = {}
        self.add(Column(Label(kop, Type.HEADING_LARGE), Label(uitleg, ink=Ink.SUBTLE, wrap=True), gap=4))

    def vak(self, veld: str, deel: QWidget, kop: str = "", uitleg: str = "") -> Vak:
        """Put ``deel`` under its field and add it to the page."""
        gemaakt = self.vakken[veld] = Vak(deel, kop, uitleg)
        self.add(gemaakt)
        return gemaakt

    def lang(self, veld: str, label: str, voorbeeld: str = "", minstens: int = 2) -> NoteField:
        """A text over more lines with a keystroke path of its own."""
        deel = NoteField(label, placeholder=voorbeeld, least=minstens, most=14)
        deel.edit.setObjectName(f"pv.{veld}")
        deel.changed.connect(lambda: self.doe(lambda werk: werk.tekst(veld, deel.text())))
        self._teksten[veld] = deel
        self.vak(veld, deel)
        return deel

    def kort(
        self, veld: str, label: str, doe: Callable[[Schrijven, str], None], voorbeeld: str = ""
    ) -> Field:
        """A line of text, kept per key."""
        deel = Field(label, placeholder=voorbeeld)
        deel.edit.setObjectName(f"pv.{veld}")
        deel.changed.connect(lambda tekst: self.doe(lambda werk: doe(werk, tekst)))
        self.vak(veld, deel)
        return deel

    def toon(self, vorm: PVVorm) -> None:
        """Show the concept as it now stands; what is being typed stays."""
        for veld, vak in self.vakken.items():
            vak.toon(vorm.bij(veld), vorm.fout(veld))

    def neem_over(self) -> None:
        """Count as typed what still stands in a field of days."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines stay readable in a wide window."""
        super().resizeEvent(event)
        self.setMaximumWidth(look().px(_BREEDST))


def zet(deel: Field | NoteField, tekst: str) -> None:
    """Show a text without telling that it changed; what is being typed stays."""
    if deel.text() == tekst:
        return
    deel.edit.blockSignals(True)
    deel.set_text(tekst)
    deel.edit.blockSignals(False)
