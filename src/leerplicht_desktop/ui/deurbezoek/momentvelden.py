"""A day and a time to type, as words or numbers."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import Signal

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.ui.formulier.datuminvoer import lees_datum, lees_tijd
from leerplicht_desktop.ui.kit.buttons import ButtonSize, OutlinedButton
from leerplicht_desktop.ui.kit.dates import clock, short_date
from leerplicht_desktop.ui.kit.fields import Field
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.layout import Column


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
        self.hide()
        self.gekozen.emit(dag, tijd)
