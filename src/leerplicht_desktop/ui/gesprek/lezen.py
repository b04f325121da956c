"""A note that was vastgelegd, to read: with whom, when, what, the agreements and its versions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.cards import Card, Divider
from leerplicht_desktop.ui.kit.dates import date_with_year, short_moment
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.tokens import Tone, Type
from leerplicht_desktop.ui.leesregel import Leesregel
from leerplicht_desktop.ui.woorden import plaatselijk

from .model import Lezing

_BREEDST = 760


class LeesVlak(Column):
    """Emits ``versie`` with the id of another version."""

    versie = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap=16, margins=(24, 16, 24, 24))
        self.setObjectName("gesprek.lezing")
        self._fout = Notice(NoticeKind.WARNING, "")

    def toon(self, lezing: Lezing) -> None:
        """Show a note."""
        self.clear()
        self._fout = Notice(NoticeKind.WARNING, "")
        self._fout.hide()
        merken = Flow(Badge(self.tr("Vastgelegd"), Tone.OK, Icon.LOCK))
        if not lezing.verzonden:
            merken.add(Badge(self.tr("Nog niet verstuurd"), Tone.NEUTRAL, Icon.CLOUD_UPLOAD))
        self.add(self._fout, merken, self._bericht(lezing), self._feiten(lezing), self._tekst(lezing))
        if lezing.notitie.afspraken:
            self.add(self._afspraken(lezing))
        if len(lezing.versies) > 1:
            self.add(self._versies(lezing))
        self.add(1)

    def zeg(self, bericht: str) -> None:
        """What stands in the way of a correction."""
        self._fout.tell(NoticeKind.WARNING, bericht)
        self._fout.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines stay readable in a wide window."""
        super().resizeEvent(event)
        self.setMaximumWidth(look().px(_BREEDST))

    def _bericht(self, lezing: Lezing) -> Notice:
        if not lezing.laatste:
            bericht = Notice(
                NoticeKind.WARNING, self.tr("Dit is niet de laatste versie."), self.tr("Toon de laatste")
            )
            bericht.followed.connect(lambda: self.versie.emit(lezing.versies[-1].id))
            return bericht
        moment = lezing.notitie.vastgelegd_op
        wanneer = short_moment(plaatselijk(moment)) if moment else ""
        zin = self.tr("Vastgelegd {0}. Er verandert niets meer aan. Klopt iets niet, kies dan Verbeter.")
        return Notice(NoticeKind.INFO, zin.format(wanneer))

    def _feiten(self, lezing: Lezing) -> Card:
        kaart = Card(self.tr("Het gesprek"))
        for plaats, (woord, tekst) in enumerate(lezing.feiten):
            if plaats:
                kaart.add(Divider())
            kaart.add(Leesregel(woord, tekst))
        return kaart

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
            kaart.add(Leesregel(dag, self.tr("Door {0}").format(afspraak.wie), afspraak.wat))
        return kaart

    def _versies(self, lezing: Lezing) -> Card:
        kaart = Card(self.tr("Versies"))
        for versie in lezing.versies:
            if versie.getoond:
                kaart.add(Label(self.tr("{0} (deze)").format(versie.tekst), Type.STRONG, wrap=True))
                continue
            link = LinkButton(versie.tekst)
            link.setObjectName(f"gesprek.versie.{versie.nummer}")
            link.clicked.connect(lambda _, id_=versie.id: self.versie.emit(id_))
            kaart.add(Row(link, 1))
        return kaart
