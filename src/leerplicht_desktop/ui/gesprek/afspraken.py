"""Agreements: a row each, with what, who and by when; they become tasks."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from leerplicht_desktop.domain.bezoek.gespreksnotitie import Afspraak
from leerplicht_desktop.ui.kit.buttons import IconButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.dates import short_date
from leerplicht_desktop.ui.kit.fields import Field
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.scrolling import bring_into_view

from .model import GesprekBeeld

_GRENS = 620


class AfspraakRij(Card):
    """One agreement."""

    wat = Signal(str)
    wie = Signal(str)
    uiterlijk = Signal(str)
    weg = Signal()

    def __init__(self, afspraak: Afspraak, nummer: int) -> None:
        super().__init__(padding=12, gap=8)
        self.id = afspraak.id
        self.velden = {
            "wat": Field(self.tr("Wat"), placeholder=self.tr("Moeder belt de mentor")),
            "wie": Field(self.tr("Wie doet het")),
            "uiterlijk": Field(self.tr("Uiterlijk"), placeholder=self.tr("vr, 4-12, over 2 weken")),
        }
        for deel, veld in self.velden.items():
            veld.edit.setObjectName(f"gesprek.afspraak.{nummer}.{deel}")
        self.velden["wat"].set_text(afspraak.wat)
        self.velden["wie"].set_text(afspraak.wie)
        knop = IconButton(Icon.TRASH_2, self.tr("Haal afspraak {0} weg").format(nummer), quiet=True)
        knop.setObjectName(f"gesprek.afspraak.{nummer}.weg")
        self._knop = knop
        boven = Row(gap=8)
        boven.add_stretched(self.velden["wat"])
        boven.box().addWidget(knop, 0, Qt.AlignmentFlag.AlignTop)
        onder = Reflow(_GRENS, (12, 8))
        onder.box.addWidget(self.velden["wie"], 3, Qt.AlignmentFlag.AlignTop)
        onder.box.addWidget(self.velden["uiterlijk"], 2, Qt.AlignmentFlag.AlignTop)
        self.add(boven, onder)
        self.velden["wat"].changed.connect(self.wat)
        self.velden["wie"].changed.connect(self.wie)
        self.velden["uiterlijk"].edit.editingFinished.connect(self.neem_over)
        knop.clicked.connect(self.weg)

    def toon(self, afspraak: Afspraak, beeld: GesprekBeeld, vandaag: date) -> None:
        """Show what is wrong, and the day as it was understood."""
        for deel, veld in self.velden.items():
            veld.set_error(beeld.fout(f"afspraak.{self.id}.{deel}"))
        datum = self.velden["uiterlijk"]
        if afspraak.uiterlijk is not None and not datum.error and not datum.edit.isModified():
            datum.set_text(short_date(afspraak.uiterlijk, vandaag))

    def zet_volgorde(self) -> None:
        """Typing goes through the three fields; taking away comes last, though it stands at the top."""
        QWidget.setTabOrder(self.velden["uiterlijk"].edit, self._knop)

    def neem_over(self) -> None:
        """The day is typed: from here on the field may show what was understood."""
        datum = self.velden["uiterlijk"]
        datum.edit.setModified(False)
        self.uiterlijk.emit(datum.text())


class Afspraken(Column):
    """All agreements, and one more."""

    wat = Signal(str, str)
    wie = Signal(str, str)
    uiterlijk = Signal(str, str)
    weg = Signal(str)
    erbij = Signal()

    def __init__(self) -> None:
        super().__init__(gap=8)
        self._rijen: dict[str, AfspraakRij] = {}
        self._lijst = Column(gap=8)
        knop = OutlinedButton(self.tr("Afspraak erbij"), Icon.PLUS)
        knop.setObjectName("gesprek.afspraak.erbij")
        knop.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        uitleg = self.tr("Elke afspraak wordt een taak met een datum.")
        self.add(Label(uitleg, ink=Ink.SUBTLE, wrap=True), self._lijst, knop)
        knop.clicked.connect(self.erbij)

    def toon(self, beeld: GesprekBeeld, vandaag: date) -> None:
        """Show the rows; what is typed in one stays."""
        afspraken = beeld.notitie.afspraken
        if tuple(self._rijen) != tuple(afspraak.id for afspraak in afspraken):
            self._lijst.clear()
            self._rijen = {}
            for nummer, afspraak in enumerate(afspraken, start=1):
                self._rijen[afspraak.id] = self._nieuw(afspraak, nummer)
        for afspraak in afspraken:
            self._rijen[afspraak.id].toon(afspraak, beeld, vandaag)

    def zet_volgorde(self) -> None:
        """The order of the tab key within each row, after that of the page was set."""
        for rij in self._rijen.values():
            rij.zet_volgorde()

    def neem_over(self) -> None:
        """Count as typed what still stands in a field of days."""
        for rij in list(self._rijen.values()):
            rij.neem_over()

    def focus(self, id_: str, deel: str) -> None:
        """Put the focus on a field of one agreement."""
        if id_ in self._rijen:
            rij = self._rijen[id_]
            rij.velden[deel].edit.setFocus()
            QTimer.singleShot(0, rij, lambda: bring_into_view(rij))  # a new row has no place yet

    def _nieuw(self, afspraak: Afspraak, nummer: int) -> AfspraakRij:
        rij = AfspraakRij(afspraak, nummer)
        self._lijst.add(rij)
        rij.show()
        rij.wat.connect(lambda tekst: self.wat.emit(rij.id, tekst))
        rij.wie.connect(lambda tekst: self.wie.emit(rij.id, tekst))
        rij.uiterlijk.connect(lambda tekst: self.uiterlijk.emit(rij.id, tekst))
        rij.weg.connect(lambda: self.weg.emit(rij.id))
        return rij
