"""A closed door in three taps: nobody home, what you see, what you leave; then the next attempt."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal

from leerplicht_desktop.domain.bezoek.deurbezoek import Achtergelaten, Deurbezoek, NietThuis
from leerplicht_desktop.ui.kit.buttons import ButtonSize, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.choices import ChoiceGroup, Tile
from leerplicht_desktop.ui.kit.dates import clock, short_date
from leerplicht_desktop.ui.kit.fields import Field
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

from .model import BezoekBeeld, Gezien
from .momentvelden import Momentvelden
from .rooster import Foutregel, Rooster, Stapkop

_BREED = 900
_GEZIEN = (
    (Gezien.LICHT, "Licht aan", Icon.LIGHTBULB),
    (Gezien.AUTO, "Auto voor de deur", Icon.CAR),
    (Gezien.BRIEVENBUS, "Brievenbus vol", Icon.MAILBOX),
    (Gezien.GELUID, "Geluid binnen", Icon.EAR),
    (Gezien.GORDIJNEN, "Gordijnen dicht", Icon.BLINDS),
    (Gezien.NIETS, "Niets bijzonders", Icon.CIRCLE_MINUS),
)
_ACHTER = (
    (Achtergelaten.KAART, "Niet-thuiskaart", Icon.TICKET),
    (Achtergelaten.BRIEF, "Brief", Icon.MAIL),
    (Achtergelaten.NIETS, "Niets", Icon.CIRCLE_MINUS),
)


class NietThuisPaneel(Reflow):
    """Emits each tap. Beside each other in a wide window, under each other in a narrow one."""

    gezien = Signal(object)
    achtergelaten = Signal(object)
    kaartnummer = Signal(str)
    begintijd = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(_BREED, (24, 16))
        self._tijd = Label("", Type.CLOCK)
        self._dag = Label("", ink=Ink.SUBTLE)
        self._tijd_fout = Momentvelden("begintijd", vooruit=False)
        self._kaart = Card(padding=16, gap=4)
        self._tijdknop = OutlinedButton(self.tr("Tijd klopt niet"), Icon.PENCIL, ButtonSize.RECORDER)
        self._kort = OutlinedButton(self.tr("Tijd klopt niet"), Icon.PENCIL, ButtonSize.RECORDER)
        self._aangebeld = ""
        self._nu: datetime | None = None
        self._begonnen: datetime | None = None
        self._kop_een = Stapkop(1, self.tr("Niet thuis"), self.tr("Tik 1, tijd staat vast"))
        self._kop_twee = Stapkop(2, self.tr("Wat zie je?"), self.tr("Tik 2, meer mag ook"))
        self._kop_drie = Stapkop(3, self.tr("Wat laat je achter?"), self.tr("Tik 3, dan is het klaar"))
        self._tegels: dict[Gezien, Tile] = {}
        self._groep = ChoiceGroup(self)
        self._nummer = Field(
            self.tr("Nummer op de kaart"), placeholder=self.tr("Als er een op staat"), large=True
        )
        self._nummer.edit.setObjectName("deurbezoek.kaartnummer")
        self._fout = Foutregel()
        for deel, rek in ((self._kolom_tijd(), 3), (self._kolom_gezien(), 6), (self._kolom_achter(), 4)):
            self.box.addWidget(deel, rek)
        self._tijd_fout.gekozen.connect(self.begintijd)
        self._groep.picked.connect(lambda sleutel: self.achtergelaten.emit(Achtergelaten(sleutel)))
        self._nummer.edit.editingFinished.connect(lambda: self.kaartnummer.emit(self._nummer.text()))
        self.restyle()

    def toon(self, beeld: BezoekBeeld, nu: datetime, fouten: dict[str, str]) -> None:
        """Show what was tapped."""
        bezoek = beeld.bezoek
        niet_thuis = bezoek.niet_thuis or NietThuis()
        self._toon_tijd(bezoek, nu, fouten.get("begonnen_op", ""))
        self._kop_een.zet(klaar=True)
        self._kop_twee.zet(klaar=bool(niet_thuis.gezien))
        self._kop_drie.zet(klaar=niet_thuis.achtergelaten is not None)
        for wat, tegel in self._tegels.items():
            tegel.setChecked(wat in niet_thuis.gezien)
        self._groep.choose(niet_thuis.achtergelaten.value if niet_thuis.achtergelaten else "")
        self._nummer.setVisible(niet_thuis.achtergelaten is Achtergelaten.KAART)
        if not self._nummer.edit.hasFocus():
            self._nummer.set_text(niet_thuis.kaartnummer)
        self._fout.zeg(beeld.gat("niet_thuis"))

    def focus(self) -> None:
        """Put the focus on the first tap that is missing."""
        self._groep.buttons()[0].setFocus()

    def arrange(self) -> None:
        """In a narrow window the time is one line beside its head."""
        super().arrange()
        self._kaart.setVisible(not self.below)
        self._tijdknop.setVisible(not self.below)
        self._kort.setVisible(self.below)
        self._zeg_tijd()

    def _zeg_tijd(self) -> None:
        self._kop_een.help(self._aangebeld if self.below else self.tr("Tik 1, tijd staat vast"))

    def _toon_tijd(self, bezoek: Deurbezoek, nu: datetime, fout: str) -> None:
        begonnen = plaatselijk(bezoek.begonnen_op)
        self._nu, self._begonnen = plaatselijk(nu), begonnen
        self._tijd.setText(clock(begonnen))
        dag = short_date(begonnen.date(), self._nu.date())
        self._dag.setText(dag)
        self._aangebeld = self.tr("Aangebeld {0}, {1}").format(clock(begonnen), dag)
        self._zeg_tijd()
        if fout:
            self._tijd_fout.open(begonnen.date(), begonnen.time(), self._nu.date())
            self._tijd_fout.fout(fout)
        if bezoek.uitkomst is not None:
            self._kop_een.noem(bezoek.uitkomst.woorden.knop)

    def _open_tijd(self) -> None:
        if self._nu is not None and self._begonnen is not None:
            self._tijd_fout.open(self._begonnen.date(), self._begonnen.time(), self._nu.date())

    def _kolom_tijd(self) -> Column:
        self._kaart.add(Label(self.tr("Aangebeld"), ink=Ink.SUBTLE), self._tijd, self._dag)
        self._tijdknop.setObjectName("deurbezoek.begintijd")
        self._kort.setObjectName("deurbezoek.begintijd.kort")
        kop = Row(gap=12)
        kop.add_stretched(self._kop_een)
        kop.add(self._kort)
        for knop in (self._tijdknop, self._kort):
            knop.clicked.connect(self._open_tijd)
        return Column(kop, self._kaart, self._tijdknop, self._tijd_fout, 1, gap=8)

    def _kolom_gezien(self) -> Column:
        for wat, woorden, icoon in _GEZIEN:
            tegel = Tile(woorden, icoon)
            tegel.setObjectName(f"deurbezoek.gezien.{wat.name.lower()}")
            tegel.clicked.connect(lambda _, wat=wat: self.gezien.emit(wat))
            self._tegels[wat] = tegel
        return Column(self._kop_twee, Rooster(list(self._tegels.values()), (3, 2, 1)), 1, gap=8)

    def _kolom_achter(self) -> Column:
        tegels = [Tile(woorden, icoon) for _, woorden, icoon in _ACHTER]
        for (wat, _, _), tegel in zip(_ACHTER, tegels, strict=True):
            tegel.setObjectName(f"deurbezoek.achtergelaten.{wat.value}")
            self._groep.add(wat.value, tegel)
        return Column(self._kop_drie, Rooster(tegels, (3, 1)), self._nummer, self._fout, 1, gap=8)
