"""Ready to leave or not: one verdict in words, and what is missing first, each with its remedy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from leerplicht_desktop.casework.laptop.gereed import Gereedstand, Punt
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.cards import Card, Divider
from leerplicht_desktop.ui.kit.dates import clock
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.tokens import Tone, Type
from leerplicht_desktop.ui.scherm.woorden import plaatselijk


class Gereedkaart(Card):
    """``gevraagd`` carries the screen where a thing is mended."""

    gevraagd = Signal(str)

    def __init__(self) -> None:
        super().__init__(padding=12, gap=8)
        self.setObjectName("vandaag.gereed")
        self.setAccessibleName(self.tr("Klaar om te gaan"))
        self._oordeel = Label(self.tr("Ik kijk of je alles bij je hebt…"), Type.STRONG, wrap=True)
        self._oordeel.setObjectName("vandaag.gereed.oordeel")
        self._kort = Label("", ink=Ink.SUBTLE, wrap=True)
        self._kort.setObjectName("vandaag.gereed.kort")
        self._meer = LinkButton(self.tr("Bekijk en los op"))
        self._meer.setObjectName("vandaag.gereed.meer")
        self._meer.clicked.connect(self._draai)
        self._meer.hide()
        rij = Row(IconMark(Icon.BRIEFCASE), gap=12)
        rij.add_stretched(self._oordeel, 2)
        rij.add_stretched(self._kort, 3)
        rij.add(self._meer)
        self._punten = Column(gap=0)
        self._punten.hide()
        self.add(rij, self._punten)

    def toon(self, stand: Gereedstand, punten: Sequence[Punt]) -> None:
        """Another verdict; what was folded open stays open as long as something is missing."""
        self.emphasise(Tone.WARN if punten else None)
        self._oordeel.setText(self._in_woorden(len(punten)))
        self._kort.setText(", ".join(f"{een.naam}: {_klein(een.zin)}" for een in punten[:3]) or _mee(stand))
        self._meer.setVisible(bool(punten))
        if not punten:
            self._vouw(open_=False)
        self._punten.clear()
        for nummer, een in enumerate(punten, start=1):
            self._punten.add(Divider(), self._regel(een, nummer))

    def _in_woorden(self, aantal: int) -> str:
        if not aantal:
            return self.tr("Klaar om te gaan")
        if aantal == 1:
            return self.tr("Nog niet klaar om te gaan: 1 punt")
        return self.tr("Nog niet klaar om te gaan: {0} punten").format(aantal)

    def _regel(self, een: Punt, nummer: int) -> Row:
        rij = Row(gap=12, margins=(0, 8, 0, 8))
        rij.add_stretched(Label(een.naam, Type.STRONG), 1)
        rij.add_stretched(Label(f"{een.zin} {een.remedie}", wrap=True), 5)
        if een.scherm:
            naar = LinkButton(self.tr("Naar Synchronisatie"))
            naar.setObjectName(f"vandaag.gereed.{nummer}")
            naar.setAccessibleName(f"{naar.text()}: {een.naam}, {een.zin}")
            naar.clicked.connect(lambda: self.gevraagd.emit(een.scherm))
            rij.add(naar)
        return rij

    def _draai(self) -> None:
        self._vouw(open_=self._punten.isHidden())

    def _vouw(self, *, open_: bool) -> None:
        self._punten.setVisible(open_)
        self._meer.setText(self.tr("Sluit") if open_ else self.tr("Bekijk en los op"))


def _mee(stand: Gereedstand) -> str:
    """What is taken along when nothing is missing."""
    vers = (
        f"Je dossiers zijn van vandaag {clock(plaatselijk(stand.sync.laatst))}." if stand.sync.laatst else ""
    )
    afspraken = {0: "", 1: " Voor vandaag staat er 1 taak."}.get(
        stand.taken, f" Voor vandaag staan er {stand.taken} taken."
    )
    return f"{vers} Alles is verstuurd.{afspraken}".strip()


def _klein(zin: str) -> str:
    return f"{zin[:1].lower()}{zin[1:]}".rstrip(".")
