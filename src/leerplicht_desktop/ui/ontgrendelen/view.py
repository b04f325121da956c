"""The unlock screen: a quiet card without names or counts."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leerplicht_desktop.ui.kit.brand import Brand
from leerplicht_desktop.ui.kit.buttons import ButtonSize, FullButton, LinkButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card, Divider
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, ReadingColumn, Row, Scroll
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.passphrase import PassphraseField
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.scherm import Scherm

from .presenter import OntgrendelBeeld

_SMALST = 320


class _Kolom(ReadingColumn):
    widest = 448


class OntgrendelScherm(Scherm):
    """Emits ``geprobeerd`` with what was typed; the presenter answers through :meth:`toon_beeld`."""

    naam = "ontgrendelen"
    met_rail = False
    geprobeerd = Signal(str)
    tik = Signal()
    terugzetten = Signal(str)
    herstel_gevraagd = Signal()

    def __init__(self, versie: str, oefenen: bool) -> None:
        super().__init__()
        self.titel = self.tr("Ontgrendelen")
        self._veld = PassphraseField(self.tr("Wachtzin"))
        self._veld.edit.setObjectName("ontgrendelen.wachtzin")
        self._knop = FullButton(self.tr("Ontgrendel"), Icon.LOCK_OPEN, ButtonSize.UNLOCK)
        self._knop.setObjectName("ontgrendelen.knop")
        self._melding = Column()
        self._melding.hide()
        self._seconde = QTimer(self)
        self._seconde.setInterval(1000)
        self._seconde.timeout.connect(self.tik)
        self._veld.submitted.connect(self._probeer)
        self._knop.clicked.connect(self._probeer)
        self._bouw(versie, oefenen)

    def _bouw(self, versie: str, oefenen: bool) -> None:
        vergeten = LinkButton(self.tr("Wachtzin vergeten?"))
        vergeten.setObjectName("ontgrendelen.vergeten")
        vergeten.clicked.connect(self.herstel_gevraagd)
        kaart = Card(padding=32, gap=16)
        kaart.add(
            Column(
                Label(self.tr("Ontgrendelen"), Type.TITLE),
                Label(
                    self.tr("Typ je wachtzin. Daarna ga je verder waar je was."), ink=Ink.SUBTLE, wrap=True
                ),
                gap=4,
            ),
            self._melding,
            self._veld,
            self._knop,
            Divider(),
            Row(vergeten, 1),
        )
        onder = Row(IconMark(Icon.SHIELD_CHECK, Ink.SUBTLE), gap=12)
        onder.add_stretched(Label(self.tr("Alles op deze laptop is versleuteld."), ink=Ink.SUBTLE, wrap=True))
        midden = _Kolom(Brand(self.tr("Oefenomgeving") if oefenen else ""), kaart, onder, gap=24)
        midden.setMinimumWidth(_SMALST)
        inhoud = QWidget()
        doos = QVBoxLayout(inhoud)
        doos.setContentsMargins(*(4 * (look().px(24),)))
        doos.addStretch(2)
        doos.addWidget(midden, 0, Qt.AlignmentFlag.AlignHCenter)
        doos.addStretch(3)
        doos.addWidget(Label(self.tr("Versie {0}").format(versie), ink=Ink.SUBTLE))
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.addWidget(Scroll(inhoud, self.tr("Ontgrendelen")))

    def focus_veld(self) -> None:
        """Put the cursor where the passphrase is typed."""
        self._veld.edit.setFocus()

    def leeg_veld(self) -> None:
        """Forget what was typed."""
        self._veld.clear()

    def toon_beeld(self, beeld: OntgrendelBeeld) -> None:
        """Show the state: rest, busy, wrong, waiting, or a vault that cannot be opened."""
        if beeld.bezig:
            self._knop.set_busy(self.tr("Je kluis gaat open"))
        else:
            self._knop.set_ready()
        self._veld.set_error("" if beeld.blokkeert else _zin(self, beeld))
        self._melding.setVisible(beeld.blokkeert)
        if beeld.blokkeert:
            self._melding.clear()
            self._melding.add(Notice(NoticeKind.BLOCKING, f"{beeld.fout} {beeld.remedie}"))
            if beeld.terug_te_zetten:
                self._melding.add(Row(self._terugknop(), 1))
            if beeld.te_herstellen:
                self._melding.add(Row(self._herstelknop(), 1))
        self._knop.setEnabled(not beeld.blokkeert and not beeld.wacht)
        if beeld.wacht and not self._seconde.isActive():
            self._seconde.start()
        elif not beeld.wacht:
            self._seconde.stop()
        if beeld.fout and not beeld.blokkeert:
            self._veld.edit.selectAll()
            self._veld.edit.setFocus()

    def _terugknop(self) -> OutlinedButton:
        knop = OutlinedButton(self.tr("Reservekopie terugzetten"), Icon.HISTORY)
        knop.setObjectName("ontgrendelen.terugzetten")
        knop.clicked.connect(lambda: self.terugzetten.emit(self._veld.text()))
        return knop

    def _herstelknop(self) -> OutlinedButton:
        knop = OutlinedButton(self.tr("Herstel aanvragen"), Icon.HISTORY)
        knop.setObjectName("ontgrendelen.herstel")
        knop.clicked.connect(self.herstel_gevraagd)
        return knop

    def _probeer(self) -> None:
        self.geprobeerd.emit(self._veld.text())


def _zin(scherm: OntgrendelScherm, beeld: OntgrendelBeeld) -> str:
    if beeld.wacht:
        over = (
            scherm.tr("Wacht nog {0} seconden.") if beeld.wacht > 1 else scherm.tr("Wacht nog {0} seconde.")
        )
        return f"{beeld.fout} {over.format(beeld.wacht)}"
    return f"{beeld.fout} {beeld.remedie}".strip()
