"""A table in a letter: a card for each row, with a field for each column."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy

from leerplicht_desktop.casework.concepten import Veldwaarde
from leerplicht_desktop.casework.ports.papier import Formulierveld
from leerplicht_desktop.ui.formulier.velden import Veldinvoer
from leerplicht_desktop.ui.kit.buttons import IconButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.fields import Field
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.taborder import set_order
from leerplicht_desktop.ui.kit.tokens import Tone, Type


class TabelInvoer(Veldinvoer):
    """Rows that are all empty are not kept."""

    def __init__(self, veld: Formulierveld) -> None:
        super().__init__(veld)
        self._rijen: list[tuple[Card, list[Field]]] = []
        self._teller = 0
        self._vak = Column(gap=8)
        self._zin = Label("", wrap=True)
        self._zin.set_tone(Tone.DANGER)
        self._zin.hide()
        self._erbij = OutlinedButton(self.tr("Regel erbij"), Icon.PLUS)
        self._erbij.setObjectName(f"brief.veld.{veld.naam}.erbij")
        self._erbij.setAccessibleName(self.tr("Regel erbij, {0}").format(veld.label))
        self._erbij.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.add(Label(self._label(), Type.LABEL, wrap=True))
        if veld.uitleg:
            self.add(Label(veld.uitleg, ink=Ink.SUBTLE, wrap=True))
        self.add(self._vak, self._zin, self._erbij)
        self._erbij.clicked.connect(self._nieuw)

    def zet(self, waarde: Veldwaarde) -> None:
        """Show the rows; one empty row when there is none."""
        rijen = [rij for rij in waarde if isinstance(rij, tuple)] if isinstance(waarde, tuple) else []
        if rijen and rijen == list(self._gevuld()):
            return
        self._vak.clear()
        self._rijen = []
        for rij in rijen or [("",) * len(self.veld.kolommen)]:
            self._maak(rij)

    def toon_fout(self, zin: str) -> None:
        """Say it under the rows."""
        super().toon_fout(zin)
        self._zin.setText(zin)
        self._zin.setVisible(bool(zin))

    def ga(self) -> None:
        """Put the focus in the first row."""
        self._rijen[0][1][0].edit.setFocus()

    def _gevuld(self) -> tuple[tuple[str, ...], ...]:
        rijen = (tuple(veld.text().strip() for veld in velden) for _, velden in self._rijen)
        return tuple(rij for rij in rijen if any(rij))

    def _nieuw(self) -> None:
        self._maak(("",) * len(self.veld.kolommen))
        set_order(self.window())
        self._rijen[-1][1][0].edit.setFocus()

    def _maak(self, inhoud: tuple[str, ...]) -> None:
        self._teller += 1
        nummer = self._teller
        kaart = Card(padding=12, gap=8)
        velden = []
        for kolom, tekst in zip(self.veld.kolommen, inhoud, strict=False):
            veld = Field(kolom)
            veld.edit.setObjectName(f"brief.veld.{self.veld.naam}.{nummer}.{kolom.lower()}")
            veld.edit.setAccessibleName(self.tr("{0}, regel {1}").format(kolom, nummer))
            veld.set_text(tekst)
            veld.changed.connect(lambda _: self._gewijzigd())
            velden.append(veld)
        weg = IconButton(Icon.TRASH_2, self.tr("Haal regel {0} weg").format(nummer), quiet=True)
        weg.setObjectName(f"brief.veld.{self.veld.naam}.{nummer}.weg")
        weg.clicked.connect(lambda: self._haal_weg(kaart))
        eerste = Row(gap=8)
        eerste.add_stretched(velden[0])
        eerste.box().addWidget(weg, 0, Qt.AlignmentFlag.AlignTop)
        kaart.add(eerste, *velden[1:])
        self._rijen.append((kaart, velden))
        self._vak.add(kaart)

    def _haal_weg(self, kaart: Card) -> None:
        self._rijen = [rij for rij in self._rijen if rij[0] is not kaart]
        kaart.hide()
        kaart.deleteLater()
        if not self._rijen:
            self._maak(("",) * len(self.veld.kolommen))
        self._erbij.setFocus()
        self._gewijzigd()

    def _gewijzigd(self) -> None:
        self.toon_fout("")
        self.gewijzigd.emit(self._gevuld())
