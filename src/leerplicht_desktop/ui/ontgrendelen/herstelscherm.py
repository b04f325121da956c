"""The screen of recovery: one card, one thing to do at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leerplicht_desktop.ui.formulier.wachtzinvlak import Wachtzinvlak
from leerplicht_desktop.ui.kit.brand import Brand
from leerplicht_desktop.ui.kit.buttons import ButtonSize, FullButton, LinkButton
from leerplicht_desktop.ui.kit.cards import Card, Divider
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, ReadingColumn, Row, Scroll
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.passphrase import PassphraseField, in_a_row
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.scherm import Scherm

from .herstel import HerstelBeeld, HerstelPresenter, Stap

_SMALST = 320
_KIJK_MS = 15_000
"""While the officer waits with the code in sight, the municipality is asked by itself."""


class _Kolom(ReadingColumn):
    widest = 520


class HerstelScherm(Scherm):
    """Emits what the officer did; the presenter answers through :meth:`toon_beeld`."""

    naam = "herstel"
    met_rail = False
    gekozen = Signal(str, str)
    gekeken = Signal()
    geopend = Signal(str)
    opnieuw = Signal()
    terug = Signal()

    def __init__(self, oefenen: bool) -> None:
        super().__init__()
        self.titel = self.tr("Herstel")
        self.wachtzinvlak = Wachtzinvlak("herstel", groot=True)
        self.wachtzinvlak.nieuw.edit.setObjectName("herstel.wachtzin")
        self.wachtzinvlak.herhaling.edit.setObjectName("herstel.herhaling")
        self._kop = Label("", Type.TITLE, wrap=True)
        self._melding = Column()
        self._code = Label("", Type.TITLE)
        self._code.setObjectName("herstel.code")
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._stand = Label("", Type.STRONG, wrap=True)
        self._stand.setObjectName("herstel.stand")
        self._open = PassphraseField(
            self.tr("Nieuwe wachtzin"), self.tr("De wachtzin die je bij het aanvragen koos."), large=True
        )
        self._open.edit.setObjectName("herstel.open")
        self._knoppen: dict[Stap, FullButton] = {}
        self._vlakken = {
            Stap.WACHTZIN: self._vlak_wachtzin(),
            Stap.WACHTEN: self._vlak_wachten(),
            Stap.OPENEN: self._vlak_openen(),
        }
        self._klok = QTimer(self, interval=_KIJK_MS)
        self._klok.timeout.connect(self.gekeken)
        self._stap = Stap.KIJKEN
        self._bouw(oefenen)

    def verbind(self, presenter: HerstelPresenter) -> None:
        """Tie what the officer does to ``presenter``."""
        self.gekozen.connect(presenter.kies)
        self.gekeken.connect(presenter.kijk)
        self.geopend.connect(presenter.open_met)
        self.opnieuw.connect(presenter.opnieuw)
        self.wachtzinvlak.voorstel_gevraagd.connect(presenter.keuring.stel_voor)
        self.wachtzinvlak.getypt.connect(presenter.keuring.getypt)

    def toon_beeld(self, beeld: HerstelBeeld) -> None:
        """Show a step with its state."""
        nieuw, self._stap = self._stap is not beeld.stap, beeld.stap
        for stap, vlak in self._vlakken.items():
            vlak.setVisible(stap is beeld.stap)
        self._kop.setText(self.tr(_KOPPEN[beeld.stap]))
        self._code.setText(beeld.code)
        self._stand.setText(self.tr(_stand(beeld)))
        self._opnieuw.setVisible(beeld.stap in {Stap.WACHTEN, Stap.OPENEN})
        self._toon_fouten(beeld)
        for stap, knop in self._knoppen.items():
            if beeld.bezig and stap is beeld.stap:
                knop.set_busy(self.tr("Even wachten"))
            else:
                knop.set_ready()
        if beeld.stap is Stap.WACHTEN and not beeld.verlopen:
            self._klok.start()
        else:
            self._klok.stop()
        if nieuw:
            self._focus()

    def _toon_fouten(self, beeld: HerstelBeeld) -> None:
        self.wachtzinvlak.toon_fout(beeld.veld, beeld.fout)
        self._open.set_error(beeld.fout if beeld.veld == "open" else "")
        los = bool(beeld.fout) and not beeld.veld
        self._melding.clear()
        self._melding.setVisible(los)
        if los:
            kind = NoticeKind.BLOCKING if beeld.stap is Stap.KAN_NIET else NoticeKind.WARNING
            self._melding.add(Notice(kind, beeld.fout))

    def _focus(self) -> None:
        velden: dict[Stap, QWidget] = {
            Stap.WACHTZIN: self.wachtzinvlak.nieuw,
            Stap.WACHTEN: self._knoppen[Stap.WACHTEN],
            Stap.OPENEN: self._open,
        }
        velden.get(self._stap, self).setFocus()

    def _bouw(self, oefenen: bool) -> None:
        terug = LinkButton(self.tr("Terug naar ontgrendelen"))
        terug.setObjectName("herstel.terug")
        terug.clicked.connect(self.terug)
        self._opnieuw = LinkButton(self.tr("Opnieuw vragen"))
        self._opnieuw.setObjectName("herstel.opnieuw")
        self._opnieuw.clicked.connect(self.opnieuw)
        kaart = Card(padding=32, gap=16)
        kaart.add(self._kop, self._melding, *self._vlakken.values(), Divider(), Row(terug, 1, self._opnieuw))
        midden = _Kolom(Brand(self.tr("Oefenomgeving") if oefenen else ""), kaart, gap=24)
        midden.setMinimumWidth(_SMALST)
        inhoud = QWidget()
        doos = QVBoxLayout(inhoud)
        doos.setContentsMargins(*(4 * (look().px(24),)))
        doos.addStretch(2)
        doos.addWidget(midden, 0, Qt.AlignmentFlag.AlignHCenter)
        doos.addStretch(3)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.addWidget(Scroll(inhoud, self.titel))

    def _knop(self, stap: Stap, tekst: str, icoon: Icon) -> FullButton:
        knop = FullButton(tekst, icoon, ButtonSize.UNLOCK)
        knop.setObjectName(f"herstel.{stap}")
        self._knoppen[stap] = knop
        return knop

    def _vlak_wachtzin(self) -> QWidget:
        vraag = self._knop(Stap.WACHTZIN, self.tr("Vraag herstel aan"), Icon.ARROW_RIGHT)
        velden = (self.wachtzinvlak.nieuw, self.wachtzinvlak.herhaling)
        vraag.clicked.connect(lambda: self.gekozen.emit(velden[0].text(), velden[1].text()))
        velden[1].submitted.connect(vraag.click)
        vlak = Column(Label(self.tr(_KIES), ink=Ink.SUBTLE, wrap=True), self.wachtzinvlak, vraag, gap=16)
        in_a_row(velden, vraag)
        return vlak

    def _vlak_wachten(self) -> QWidget:
        kijk = self._knop(Stap.WACHTEN, self.tr("Kijk of het klaar is"), Icon.REFRESH_CW)
        kijk.clicked.connect(self.gekeken)
        return Column(
            Label(self.tr(_LEES_VOOR), wrap=True),
            self._code,
            self._stand,
            Label(self.tr(_WACHT), ink=Ink.SUBTLE, wrap=True),
            kijk,
            gap=16,
        )

    def _vlak_openen(self) -> QWidget:
        open_ = self._knop(Stap.OPENEN, self.tr("Open mijn kluis"), Icon.LOCK_OPEN)
        open_.clicked.connect(lambda: self.geopend.emit(self._open.text()))
        self._open.submitted.connect(open_.click)
        return Column(Label(self.tr(_KLAAR), ink=Ink.SUBTLE, wrap=True), self._open, open_, gap=16)


def _stand(beeld: HerstelBeeld) -> str:
    if beeld.verlopen:
        return "Dit verzoek is verlopen of afgewezen. Kies “Opnieuw vragen”."
    return (
        "De eerste bewaarder is geweest, nu de tweede."
        if beeld.eerste
        else "De gemeente heeft de kluis nog niet geopend."
    )


_KOPPEN = {
    Stap.KIJKEN: "Herstel aanvragen",
    Stap.KAN_NIET: "Herstel kan hier niet",
    Stap.WACHTZIN: "Kies een nieuwe wachtzin",
    Stap.WACHTEN: "Lees deze code voor",
    Stap.OPENEN: "Je kluis kan open",
}
_KIES = (
    "Niemand kan je oude wachtzin opzoeken. Twee bewaarders van je gemeente kunnen je kluis samen "
    "openen voor een "
    "nieuwe. Er gaat niets verloren, ook niet wat nog niet verstuurd was."
)
_LEES_VOOR = "Bel de beheerder van je gemeente en lees deze cijfers voor. Ze gelden 24 uur."
_WACHT = "Je mag het programma sluiten: het verzoek blijft staan. Onthoud je nieuwe wachtzin."
_KLAAR = (
    "Twee bewaarders hebben je kluis geopend. Typ je nieuwe wachtzin. Daarna meld je je opnieuw aan, met de "
    "inschrijfcode die de beheerder je gaf."
)
