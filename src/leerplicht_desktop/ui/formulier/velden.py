"""One field of a form on the screen, by its type."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from leerplicht_desktop.casework.concepten import Veldwaarde
from leerplicht_desktop.casework.ports.papier import Formulierveld
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.ui.kit.choices import ChoiceGroup, FilterPill
from leerplicht_desktop.ui.kit.dates import clock, long_date
from leerplicht_desktop.ui.kit.fields import Field, NoteField
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.tokens import Tone, Type

from .invoer import bsn_uit, dag_van, datum_uit, getal_uit, lijst_uit, moment_uit, tijd_uit, tijd_van

_GRENS = 420


class Veldinvoer(Column):
    """``gewijzigd`` carries what is to be kept, after each key of the officer that can be understood."""

    gewijzigd = Signal(object)
    verlaten = Signal()
    """What was typed has been judged, and may be wrong."""

    def __init__(self, veld: Formulierveld, blad: str = "brief") -> None:
        super().__init__(gap=4)
        self.veld = veld
        self.fout = ""
        self.plek = f"{blad}.veld.{veld.naam}"
        """Its object name: the sheet it stands on, and the field."""

    def zet(self, waarde: Veldwaarde) -> None:
        """Show a kept value. Tells nobody."""
        raise TypeError(f"{type(self).__name__} shows nothing")

    def neem_over(self) -> None:
        """Judge what is typed now, also when it is only half a date."""

    def toon_fout(self, zin: str) -> None:
        """Say what is wrong; empty takes it away."""
        self.fout = zin

    def ga(self) -> None:
        """Put the focus here."""
        self.setFocus()

    def _label(self) -> str:
        return self.veld.label if self.veld.verplicht else f"{self.veld.label} (mag leeg blijven)"


class TekstInvoer(Veldinvoer):
    """Text over as many lines as it needs; for a list every line is a point."""

    def __init__(self, veld: Formulierveld, blad: str = "brief") -> None:
        super().__init__(veld, blad)
        self._lijst = veld.type == "lijst"
        uitleg = veld.uitleg or ("Elke regel wordt een punt." if self._lijst else "")
        self._notitie = NoteField(self._label(), uitleg, least=2, most=12)
        self._notitie.edit.setObjectName(self.plek)
        self.add(self._notitie)
        self._notitie.changed.connect(self._gewijzigd)

    def zet(self, waarde: Veldwaarde) -> None:
        """Show text or points."""
        tekst = "\n".join(str(punt) for punt in waarde) if isinstance(waarde, tuple) else str(waarde or "")
        if self._notitie.text() != tekst:
            self._notitie.edit.blockSignals(True)
            self._notitie.set_text(tekst)
            self._notitie.edit.blockSignals(False)

    def toon_fout(self, zin: str) -> None:
        """Say it under the field."""
        super().toon_fout(zin)
        self._notitie.set_error(zin)

    def ga(self) -> None:
        """Put the focus in the text."""
        self._notitie.edit.setFocus()

    def _gewijzigd(self) -> None:
        self.toon_fout("")
        tekst = self._notitie.text()
        self.gewijzigd.emit(lijst_uit(tekst) if self._lijst else tekst)


class RegelInvoer(Veldinvoer):
    """One line, or day and time beside each other. A day is understood when the field is left."""

    def __init__(self, veld: Formulierveld, vandaag: date, blad: str = "brief") -> None:
        super().__init__(veld, blad)
        self._vandaag = vandaag
        self._laatst: Veldwaarde = None
        self._delen: list[Field] = []
        self._maak()

    def zet(self, waarde: Veldwaarde) -> None:
        """Show a day, time, number or BSN in words."""
        self._laatst = waarde
        for deel, tekst in zip(self._delen, self._woorden(waarde), strict=True):
            deel.set_text(tekst)

    def neem_over(self) -> None:
        """Understand what stands there, and say so when it cannot be."""
        try:
            waarde = self._lees()
        except DomainError as fout:
            self.toon_fout(fout.bericht)
        else:
            self.toon_fout("")
            self._houd(waarde)
            self.zet(waarde)
        self.verlaten.emit()

    def toon_fout(self, zin: str) -> None:
        """Say it under the first line."""
        super().toon_fout(zin)
        self._delen[0].set_error(zin)

    def ga(self) -> None:
        """Put the focus in the first line."""
        self._delen[0].edit.setFocus()

    def _maak(self) -> None:
        voorbeeld = {"datum": "vandaag, 21-11, vr 20 nov", "datumtijd": "1-12", "tijd": "13:40"}
        soort = self.veld.type
        eerste = Field(self._label(), self.veld.uitleg, voorbeeld.get(soort, ""))
        eerste.edit.setObjectName(self.plek)
        self._delen = [eerste]
        if soort == "datumtijd":
            tweede = Field("Tijd", placeholder="15:30")
            tweede.edit.setObjectName(f"{self.plek}.tijd")
            tweede.edit.setAccessibleName(f"Tijd, {self.veld.label}")
            self._delen.append(tweede)
        naast = Reflow(_GRENS, (16, 8))
        for deel, deel_breed in zip(self._delen, (2, 1), strict=False):
            naast.box.addWidget(deel, deel_breed, Qt.AlignmentFlag.AlignTop)
            deel.edit.editingFinished.connect(self._verlaten)
            deel.changed.connect(lambda _: self._getypt())
        self.add(naast)

    def _verlaten(self) -> None:
        """Day and time are judged together: half of it is not wrong while the officer is still typing."""
        if any(deel.edit.hasFocus() for deel in self._delen) and self.veld.type == "datumtijd":
            return
        self.neem_over()

    def _getypt(self) -> None:
        """Whole input is kept at the key; half of it waits until the field is left."""
        try:
            waarde = self._lees()
        except DomainError:
            return
        self.toon_fout("")
        self._houd(waarde)

    def _houd(self, waarde: Veldwaarde) -> None:
        if waarde != self._laatst:
            self._laatst = waarde
            self.gewijzigd.emit(waarde)

    def _lees(self) -> Veldwaarde:
        naam, tekst = self.veld.naam, self._delen[0].text()
        match self.veld.type:
            case "datum":
                return datum_uit(tekst, self._vandaag, naam)
            case "datumtijd":
                return moment_uit(tekst, self._delen[1].text(), self._vandaag, naam)
            case "tijd":
                return tijd_uit(tekst, naam)
            case "getal":
                return getal_uit(tekst, naam)
            case _:
                return bsn_uit(tekst, naam)

    def _woorden(self, waarde: Veldwaarde) -> list[str]:
        dag, tijd = dag_van(waarde), tijd_van(waarde)
        match self.veld.type:
            case "datum":
                return [long_date(dag) if dag else ""]
            case "datumtijd":
                return [long_date(dag) if dag else "", clock(tijd) if tijd else ""]
            case "tijd":
                return [clock(tijd) if tijd else ""]
            case _:
                return ["" if waarde is None else str(waarde)]


class KeuzeInvoer(Veldinvoer):
    """Yes or no, or one of the choices of the field; none until the officer says so."""

    def __init__(self, veld: Formulierveld, blad: str = "brief") -> None:
        super().__init__(veld, blad)
        self._groep = ChoiceGroup(self)
        rij = Flow(gap=8)
        for sleutel, woord in veld.keuzes or (("ja", self.tr("Ja")), ("nee", self.tr("Nee"))):
            pil = FilterPill(woord)
            pil.setObjectName(f"{self.plek}.{sleutel}")
            pil.setAccessibleName(f"{veld.label}: {woord}")
            self._groep.add(sleutel, pil)
            rij.add(pil)
        self._zin = Label("", wrap=True)
        self._zin.set_tone(Tone.DANGER)
        self._zin.hide()
        self.add(Label(self._label(), Type.LABEL, wrap=True), rij)
        if veld.uitleg:
            self.add(Label(veld.uitleg, ink=Ink.SUBTLE, wrap=True))
        self.add(self._zin)
        self._groep.picked.connect(self._kies)

    def zet(self, waarde: Veldwaarde) -> None:
        """Show the answer."""
        if isinstance(waarde, bool):
            self._groep.choose("ja" if waarde else "nee")
        elif isinstance(waarde, str) and any(waarde == sleutel for sleutel, _ in self.veld.keuzes):
            self._groep.choose(waarde)

    def toon_fout(self, zin: str) -> None:
        """Say it under the answers."""
        super().toon_fout(zin)
        self._zin.setText(zin)
        self._zin.setVisible(bool(zin))

    def ga(self) -> None:
        """Put the focus on the first answer."""
        self._groep.buttons()[0].setFocus()

    def _kies(self, sleutel: str) -> None:
        self.toon_fout("")
        self.gewijzigd.emit(sleutel if self.veld.keuzes else sleutel == "ja")


def plek_in(deel: QWidget | None, blad: str = "brief") -> tuple[str, int]:
    """The name of the field that has the focus and the place of the cursor; empty when it is none."""
    voor = f"{blad}.veld."
    if deel is None or not deel.objectName().startswith(voor):
        return "", -1
    naam = deel.objectName().removeprefix(voor)
    if isinstance(deel, QLineEdit):
        return naam, deel.cursorPosition()
    return naam, deel.textCursor().position() if isinstance(deel, QPlainTextEdit) else -1


def zet_cursor(vak: QWidget, cursor: int) -> None:
    """Put the cursor at a place in a text that has the focus (below 0: where it is)."""
    if cursor < 0:
        return
    if isinstance(vak, QLineEdit):
        vak.setCursorPosition(cursor)
    elif isinstance(vak, QPlainTextEdit):
        plek = vak.textCursor()
        plek.setPosition(min(cursor, vak.document().characterCount() - 1))
        vak.setTextCursor(plek)
