"""A note that was vastgelegd, to read: with whom, when, what, the agreements and its versions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from leerplicht_desktop.ui.formulier.versiekaart import (
    Versiebericht,
    Versiekaart,
    feitenkaart,
    vastgelegdmerken,
)
from leerplicht_desktop.ui.kit.cards import Card, Divider
from leerplicht_desktop.ui.kit.dates import date_with_year
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Column
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.readline import ReadingLine

from .model import Lezing

_BREEDST = 760


class LeesVlak(Column):
    """Emits ``versie`` with the id of another version."""

    versie = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap=16, margins=(24, 16, 24, 24))
        self.setObjectName("gesprek.lezing")
        self._fout = Notice(NoticeKind.WARNING, "")
        self._fout.hide()
        self.add(self._fout)

    def toon(self, lezing: Lezing) -> None:
        """Show a note."""
        self.clear()
        self._fout = Notice(NoticeKind.WARNING, "")
        self._fout.hide()
        stand = lezing.stand
        bericht = Versiebericht(stand.versies, lezing.notitie.vastgelegd_op)
        bericht.gekozen.connect(self.versie)
        feiten = feitenkaart(self.tr("Het gesprek"), lezing.feiten)
        self.add(self._fout, vastgelegdmerken(verzonden=stand.verzonden), bericht, feiten)
        self.add(self._tekst(lezing))
        if lezing.notitie.afspraken:
            self.add(self._afspraken(lezing))
        if len(stand.versies) > 1:
            versies = Versiekaart("gesprek", stand.versies)
            versies.gekozen.connect(self.versie)
            self.add(versies)
        self.add(1)

    def zeg(self, bericht: str) -> None:
        """What stands in the way of a correction."""
        self._fout.tell(NoticeKind.WARNING, bericht)
        self._fout.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines stay readable in a wide window."""
        super().resizeEvent(event)
        self.setMaximumWidth(look().px(_BREEDST))

    def _tekst(self, lezing: Lezing) -> Card:
        kaart = Card(self.tr("Wat er is gezegd"))
        tekst = Label(lezing.notitie.tekst, wrap=True)
        tekst.setObjectName("gesprek.lezing.tekst")
        kaart.add(tekst)
        return kaart

    def _afspraken(self, lezing: Lezing) -> Card:
        kaart = Card(self.tr("Afspraken"))
        for plaats, afspraak in enumerate(lezing.notitie.afspraken):
            if plaats:
                kaart.add(Divider())
            dag = date_with_year(afspraak.uiterlijk) if afspraak.uiterlijk else ""
            kaart.add(ReadingLine(dag, self.tr("Door {0}").format(afspraak.wie), afspraak.wat))
        return kaart
