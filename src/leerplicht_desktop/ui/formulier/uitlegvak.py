"""Why an answer is what it is, one click away: rule, inputs, source, version of the law."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row


class Uitlegregel(Column):
    """A mark, a sentence, and below it a link that opens the explanation, when there is one."""

    def __init__(self, naam: str, merk: IconMark, zin: str, uitleg: Uitleg | None) -> None:
        super().__init__(gap=4)
        rij = Row(gap=8)
        rij.add_top(merk)
        tekst = Column(Label(zin, wrap=True), gap=2)
        self._redenen = QWidget()
        self._link = LinkButton(self.tr("Waarom?"))
        if uitleg is not None:
            self._redenen = redenen(uitleg)
            self._link.setObjectName(f"{naam}.waarom")
            self._link.clicked.connect(self._draai)
            tekst.add(self._link, self._redenen)
        rij.add_stretched(tekst)
        self.add(rij)
        self._redenen.hide()

    def _draai(self) -> None:
        open_ = self._redenen.isHidden()
        self._redenen.setVisible(open_)
        self._link.setText(self.tr("Verberg de uitleg") if open_ else self.tr("Waarom?"))


def redenen(uitleg: Uitleg) -> Column:
    """Rule, inputs, source and version of the law behind an answer."""
    kolom = Column(Label(uitleg.regel, wrap=True), gap=4, margins=(0, 4, 0, 4))
    for naam, waarde in uitleg.invoer:
        kolom.add(Label(f"{naam[:1].upper()}{naam[1:]}: {waarde}", ink=Ink.SUBTLE, wrap=True))
    # The version begins with the key of the entry, which says nothing to an officer.
    geldig = uitleg.wetsversie.partition(", ")[2]
    bron = f"Bron: {uitleg.artikel}{f' ({geldig})' if geldig else ''}."
    kolom.add(Label(bron, ink=Ink.SUBTLE, wrap=True))
    if uitleg.onzeker:
        kolom.add(Label(f"Deze regel is {uitleg.onzeker}.", wrap=True))
    return kolom
