"""A closed door in three taps: nobody home, what you see, what you leave; then the next attempt."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from leerplicht_desktop.domain.deurbezoek import Achtergelaten, Deurbezoek, NietThuis, Uitkomst
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.ui.datuminvoer import lees_datum, lees_tijd
from leerplicht_desktop.ui.kit.buttons import ButtonSize, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.choices import ChoiceGroup, Tile
from leerplicht_desktop.ui.kit.dates import clock, short_date
from leerplicht_desktop.ui.kit.fields import Field
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.tokens import Type

from .model import BezoekBeeld, Gezien, plaatselijk
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


class Momentvelden(Column):
    """A day and a time to type, with a button that takes them over. ``gekozen`` carries both."""

    gekozen = Signal(object, object)

    def __init__(self, naam: str, *, vooruit: bool) -> None:
        super().__init__(gap=8)
        self._vooruit = vooruit
        self._vandaag = date.min
        self.datum = Field(self.tr("Dag"), placeholder=self.tr("vandaag of 24-11"), large=True)
        self.tijd = Field(self.tr("Tijd"), placeholder=self.tr("13:40"), large=True)
        self._neem = OutlinedButton(self.tr("Neem over"), Icon.CHECK, ButtonSize.RECORDER)
        for deel, achtervoegsel in (
            (self.datum.edit, "datum"),
            (self.tijd.edit, "tijd"),
            (self._neem, "zet"),
        ):
            deel.setObjectName(f"deurbezoek.{naam}.{achtervoegsel}")
        self.add(self.datum, self.tijd, self._neem)
        self._neem.clicked.connect(self._klaar)
        self.datum.edit.returnPressed.connect(self._klaar)
        self.tijd.edit.returnPressed.connect(self._klaar)
        self.hide()

    def open(self, dag: date, tijd: time, vandaag: date) -> None:
        """Show both fields, filled with a moment."""
        self._vandaag = vandaag
        self.datum.set_text(short_date(dag, vandaag))
        self.tijd.set_text(clock(tijd))
        self.datum.set_error("")
        self.tijd.set_error("")
        self.show()
        self.datum.edit.setFocus()
        self.datum.edit.selectAll()

    def fout(self, bericht: str) -> None:
        """What the vault said of the moment."""
        self.tijd.set_error(bericht)
        self.tijd.edit.setFocus()

    def _klaar(self) -> None:
        self.datum.set_error("")
        self.tijd.set_error("")
        try:
            dag = lees_datum(self.datum.text(), self._vandaag, vooruit=self._vooruit)
            if self._vooruit and dag < self._vandaag:
                raise DomainError("datum", "Die dag is al voorbij. Kies een dag vanaf vandaag.")
            tijd = lees_tijd(self.tijd.text())
        except DomainError as fout:
            veld = self.tijd if fout.veld == "tijd" else self.datum
            veld.set_error(fout.bericht)
            veld.edit.setFocus()
            return
        self.gekozen.emit(dag, tijd)
        self.hide()


class NietThuisPaneel(Restyled):
    """Emits each tap. Beside each other in a wide window, under each other in a narrow one."""

    gezien = Signal(object)
    achtergelaten = Signal(object)
    kaartnummer = Signal(str)
    begintijd = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._tijd = Label("", Type.CLOCK)
        self._dag = Label("", ink=Ink.SUBTLE)
        self._tijd_fout = Momentvelden("begintijd", vooruit=False)
        self._nu: datetime | None = None
        self._begonnen: datetime | None = None
        self._kop_een = Stapkop(1, self.tr("Niet thuis"), self.tr("Tik 1, tijd staat vast"))
        self._kop_twee = Stapkop(2, self.tr("Wat zie je?"), self.tr("Tik 2, meer mag ook"))
        self._kop_drie = Stapkop(3, self.tr("Wat laat je achter?"), self.tr("Tik 3, dan is het klaar"))
        self._tegels: dict[Gezien, Tile] = {}
        self._groep = ChoiceGroup(self)
        self._nummer = Field(
            self.tr("Nummer op de kaart"), self.tr("Alleen als er een op staat."), large=True
        )
        self._nummer.edit.setObjectName("deurbezoek.kaartnummer")
        self._fout = Foutregel()
        self._doos = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._doos.setContentsMargins(0, 0, 0, 0)
        for deel, rek in ((self._kolom_tijd(), 3), (self._kolom_gezien(), 6), (self._kolom_achter(), 4)):
            self._doos.addWidget(deel, rek)
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

    def restyle(self) -> None:
        """Scales the distances."""
        self._schik()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Breaks in a narrow window."""
        super().resizeEvent(event)
        self._schik()

    def _schik(self) -> None:
        breed = self.width() >= look().px(_BREED)
        richting = QBoxLayout.Direction.LeftToRight if breed else QBoxLayout.Direction.TopToBottom
        self._doos.setDirection(richting)
        self._doos.setSpacing(look().px(24 if breed else 16))

    def _toon_tijd(self, bezoek: Deurbezoek, nu: datetime, fout: str) -> None:
        begonnen = plaatselijk(bezoek.begonnen_op)
        self._nu, self._begonnen = plaatselijk(nu), begonnen
        self._tijd.setText(clock(begonnen))
        self._dag.setText(short_date(begonnen.date(), self._nu.date()))
        if fout:
            self._tijd_fout.open(begonnen.date(), begonnen.time(), self._nu.date())
            self._tijd_fout.fout(fout)
        open_ = bezoek.uitkomst is Uitkomst.NIET_OPENGEDAAN
        self._kop_een.noem(self.tr("Doet niet open") if open_ else self.tr("Niet thuis"))

    def _open_tijd(self) -> None:
        if self._nu is not None and self._begonnen is not None:
            self._tijd_fout.open(self._begonnen.date(), self._begonnen.time(), self._nu.date())

    def _kolom_tijd(self) -> Column:
        kaart = Card(padding=16, gap=4)
        kaart.add(Label(self.tr("Aangebeld"), ink=Ink.SUBTLE), self._tijd, self._dag)
        knop = OutlinedButton(self.tr("Tijd klopt niet"), Icon.PENCIL, ButtonSize.RECORDER)
        knop.setObjectName("deurbezoek.begintijd")
        knop.clicked.connect(self._open_tijd)
        return Column(self._kop_een, kaart, knop, self._tijd_fout, 1, gap=8)

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
