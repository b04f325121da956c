"""What the steps of a hearing share: parts under the name of their field, and texts that stay while typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from leerplicht_desktop.ui.formulier.vak import Vak
from leerplicht_desktop.ui.kit.fields import Field, NoteField
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.tokens import Type

from .model import VerhoorVorm
from .schrijven import Schrijven
from .vinktijd import Vinktijd

_BREEDST = 760

Doe = Callable[[Callable[[Schrijven], None]], None]
"""Does something with the hearing that is open."""


class Stapvlak(Column):
    """One step. ``gevraagd`` carries a field on another step that a link leads to."""

    gevraagd = Signal(str)

    def __init__(self, doe: Doe, kop: str, uitleg: str) -> None:
        super().__init__(gap=20, margins=(24, 16, 24, 24))
        self.doe = doe
        self.vakken: dict[str, Vak] = {}
        self.add(Column(Label(kop, Type.HEADING_LARGE), Label(uitleg, ink=Ink.SUBTLE, wrap=True), gap=4))

    def vak(self, veld: str, deel: QWidget, kop: str = "", uitleg: str = "") -> Vak:
        """Put ``deel`` under its field and add it to the page."""
        focus = deel.vink if isinstance(deel, Vinktijd) else None
        gemaakt = self.vakken[veld] = Vak(deel, kop, uitleg, focus)
        self.add(gemaakt)
        return gemaakt

    def regel(self, veld: str, label: str, voorbeeld: str, doe: Callable[[Schrijven, str], None]) -> Field:
        """A line of text that is kept per key."""
        deel = Field(label, placeholder=voorbeeld)
        deel.edit.setObjectName(f"verhoor.{veld}")
        deel.changed.connect(lambda tekst: self.doe(lambda werk: doe(werk, tekst)))
        self.vak(veld, deel)
        return deel

    def dag(self, veld: str, label: str, voorbeeld: str) -> Field:
        """A day, understood when the field is left."""
        deel = Field(label, placeholder=voorbeeld)
        deel.edit.setObjectName(f"verhoor.{veld}")
        deel.edit.editingFinished.connect(lambda: self.neem_dag(veld, deel))
        self.vak(veld, deel)
        return deel

    def tekst(
        self, veld: str, label: str, voorbeeld: str, doe: Callable[[Schrijven, str], None]
    ) -> NoteField:
        """Text over more lines that is kept per key."""
        deel = NoteField(label, placeholder=voorbeeld, least=2, most=12)
        deel.edit.setObjectName(f"verhoor.{veld}")
        deel.changed.connect(lambda: self.doe(lambda werk: doe(werk, deel.text())))
        self.vak(veld, deel)
        return deel

    def moment(self, veld: str, naam: str, woorden: str, uitleg: str = "") -> Vinktijd:
        """Something that was told, with its time."""
        deel = Vinktijd(f"verhoor.{naam}", woorden, uitleg)
        deel.aan.connect(lambda aan: self.doe(lambda werk: werk.nu(veld, aan=aan)))
        deel.tijd.connect(lambda tekst: self.doe(lambda werk: werk.tijd(veld, tekst)))
        self.vak(veld, deel)
        return deel

    def toon(self, vorm: VerhoorVorm) -> None:
        """Show the hearing as it now stands."""
        for veld, vak in self.vakken.items():
            vak.toon(vorm.bij(veld), vorm.fout(veld), streng=vorm.streng or _uit_volgorde(vorm, veld))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines stay readable in a wide window."""
        super().resizeEvent(event)
        self.setMaximumWidth(look().px(_BREEDST))

    def neem_dag(self, veld: str, deel: Field) -> None:
        """Count a day as typed, when it was touched."""
        if deel.edit.isModified():
            deel.edit.setModified(False)
            self.doe(lambda werk: werk.dag(veld, deel.text()))

    def neem_over(self) -> None:
        """Count as typed what still stands in a field of days and times."""


def _uit_volgorde(vorm: VerhoorVorm, veld: str) -> bool:
    """A time that is there and still asked for stands in the wrong order: that is never quiet."""
    return veld.endswith("_om") and getattr(vorm.blad.verhoor, veld) is not None


def zet(deel: Field | NoteField, tekst: str) -> None:
    """Show a text without telling that it changed; what is being typed stays."""
    if deel.text() == tekst:
        return
    deel.edit.blockSignals(True)
    deel.set_text(tekst)
    deel.edit.blockSignals(False)


def zet_dag(deel: Field, tekst: str, *, fout: bool) -> None:
    """Show a day as it was understood; one that was not stays as it was typed."""
    if not fout and not (deel.edit.hasFocus() and deel.edit.isModified()):
        deel.set_text(tekst)
        deel.edit.setModified(False)
