"""The terms of the whole caseload, what has the least time left first, each with its reasons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leerplicht_desktop.casework.taak.vandaag import Looptijd
from leerplicht_desktop.ui.formulier.uitlegvak import redenen
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.cards import Card, Divider
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.taaklijst.merkje import termijnmerkje

EERST = 8
"""As many as fit beside the rest of the day; the others are one tap away."""


class Klokken(Column):
    """``geopend`` carries a dossier."""

    geopend = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap=8)
        self.setObjectName("vandaag.klokken")
        self._alles = False
        self._looptijden: tuple[Looptijd, ...] = ()
        self._vandaag = date.min
        self._stand = Label("", ink=Ink.SUBTLE)
        self._stand.setObjectName("vandaag.klokken.stand")
        self._meer = LinkButton("")
        self._meer.setObjectName("vandaag.klokken.meer")
        self._meer.clicked.connect(self._draai)
        kop = Row(Label(self.tr("Klokken"), Type.HEADING), self._stand, 1, self._meer, gap=8)
        self._kaart = Card(padding=0, gap=0)
        self._kaart.setAccessibleName(self.tr("Klokken"))
        self._rijen = Column(gap=0)
        self._kaart.add(self._rijen)
        self.add(kop, self._kaart)

    def toon(self, looptijden: Sequence[Looptijd], vandaag: date, nog: int) -> None:
        """Replace what stands here; ``nog`` dossiers were not looked at yet."""
        zelfde = tuple(looptijden) == self._looptijden and vandaag == self._vandaag
        self._looptijden, self._vandaag = tuple(looptijden), vandaag
        aantal = len(self._looptijden)
        lopen = self.tr("1 loopt") if aantal == 1 else self.tr("{0} lopen, kortste tijd eerst").format(aantal)
        erbij = self.tr(", nog {0} dossiers te bekijken").format(nog) if nog else ""
        self._stand.setText(f"{lopen if aantal else ''}{erbij}".lstrip(", "))
        if not zelfde or not self._rijen.box().count():
            self._teken(leeg=not nog)

    def _teken(self, *, leeg: bool) -> None:
        self._rijen.clear()
        getoond = self._looptijden if self._alles else self._looptijden[:EERST]
        for nummer, een in enumerate(getoond):
            if nummer:
                self._rijen.add(Divider())
            regel = Klokregel(een, self._vandaag, nummer + 1)
            regel.geopend.connect(self.geopend)
            self._rijen.add(regel)
        if not getoond and leeg:
            zin = self.tr("Er loopt geen termijn en er is geen taak.")
            self._rijen.add(Row(Label(zin, ink=Ink.SUBTLE, wrap=True), margins=(16, 12, 16, 12)))
        self._meer.setVisible(len(self._looptijden) > EERST)
        self._meer.setText(
            self.tr("Toon de eerste {0}").format(EERST)
            if self._alles
            else self.tr("Alle {0}").format(len(self._looptijden))
        )

    def _draai(self) -> None:
        self._alles = not self._alles
        self._teken(leeg=True)
        self._meer.setFocus()


class Klokregel(Column):
    """One term: who, what, how long still; why, and to the dossier."""

    geopend = Signal(str)

    def __init__(self, een: Looptijd, vandaag: date, nummer: int) -> None:
        super().__init__(gap=2, margins=(16, 8, 16, 8))
        self._een = een
        merk = termijnmerkje(een.uiterlijk, vandaag, een.tijdstip)
        boven = Row(gap=12)
        boven.add_stretched(Label(een.naam, Type.STRONG, wrap=True))
        boven.add(merk)
        onder = Row(gap=16)
        onder.add_stretched(Label(een.wat, ink=Ink.SUBTLE, wrap=True))
        self._redenen: QWidget | None = None
        if een.uitleg is not None:
            self._waarom = self._link(self.tr("Waarom?"), f"vandaag.klok.{nummer}.waarom")
            self._waarom.clicked.connect(self._draai)
            onder.add(self._waarom)
        if een.dossier:
            naar = self._link(self.tr("Dossier"), f"vandaag.klok.{nummer}.dossier")
            naar.clicked.connect(lambda: self.geopend.emit(een.dossier))
            onder.add(naar)
        self.add(boven, onder)
        self.setAccessibleName(f"{een.naam}: {een.wat}, {merk.text()}")

    def _link(self, tekst: str, naam: str) -> LinkButton:
        link = LinkButton(tekst)
        link.setObjectName(naam)
        link.setAccessibleName(f"{tekst} {self._een.naam}: {self._een.wat}")
        return link

    def _draai(self) -> None:
        if self._redenen is None and self._een.uitleg is not None:
            self._redenen = redenen(self._een.uitleg)
            self.add(self._redenen)
            open_ = True
        else:
            open_ = self._redenen is not None and self._redenen.isHidden()
        if self._redenen is not None:
            self._redenen.setVisible(open_)
        self._waarom.setText(self.tr("Sluit") if open_ else self.tr("Waarom?"))
