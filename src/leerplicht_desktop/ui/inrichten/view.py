"""The set-up screen: one card, three short steps, and a sentence for everything that can go wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leerplicht_desktop.ui.kit.brand import Merk
from leerplicht_desktop.ui.kit.buttons import ButtonSize, FullButton, LinkButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.fields import Field
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, ReadingColumn, Row, Scroll
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.passphrase import PassphraseField, in_a_row
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.screen import Screen

from .presenter import InrichtBeeld, Stap

_SMALST = 320
_VOLGORDE = (Stap.SERVER, Stap.AANMELDEN, Stap.WACHTZIN, Stap.OPHALEN)


class _Kolom(ReadingColumn):
    widest = 520


class InrichtScherm(Screen):
    """Emits what the officer did; the presenter answers through :meth:`toon_beeld`."""

    naam = "inrichten"
    met_rail = False
    server_gekozen = Signal(str)
    goedkeuring_gevraagd = Signal()
    terug_gevraagd = Signal()
    wachtzin_gekozen = Signal(str, str)

    def __init__(self, server: str, oefenen: bool) -> None:
        super().__init__()
        self.titel = self.tr("Inrichten")
        self._oefenen = oefenen
        self._adres = Field(
            self.tr("Adres van de server"),
            self.tr("Dit staat in de brief bij je laptop."),
            "https://leerplicht.gemeente.nl",
            large=True,
        )
        self._adres.edit.setObjectName("inrichten.adres")
        self._adres.set_text(server)
        if oefenen:
            self._adres.lock()
            self._adres.set_help("")
        self._code = Label("", Type.CLOCK)
        self._code.setObjectName("inrichten.code")
        self._plek = Label("", wrap=True)
        self._wachtzin = PassphraseField(
            self.tr("Nieuwe wachtzin"),
            self.tr("Minstens 14 tekens. Vijf losse woorden zonder verband onthoud je het makkelijkst."),
        )
        self._wachtzin.edit.setObjectName("inrichten.wachtzin")
        self._herhaling = PassphraseField(self.tr("Nog een keer"))
        self._herhaling.edit.setObjectName("inrichten.herhaling")
        self._wie = Label("", Type.STRONG, wrap=True)
        self._kop = Label("", Type.TITLE, wrap=True)
        self._stapregel = Label("", ink=Ink.SUBTLE)
        self._melding = Column()
        self._vlakken: list[QWidget] = []
        self._stap = Stap.SERVER
        self._vraag = QTimer(self)
        self._vraag.timeout.connect(self.goedkeuring_gevraagd)
        self._bouw()
        self.toon_beeld(InrichtBeeld())

    def focus_veld(self) -> None:
        """Put the cursor in the first field of the step."""
        eerste: dict[Stap, QWidget] = {Stap.SERVER: self._adres, Stap.WACHTZIN: self._wachtzin}
        if self._oefenen and self._stap is Stap.SERVER:
            self._verbind.setFocus()
        else:
            eerste.get(self._stap, self).setFocus()

    def toon_beeld(self, beeld: InrichtBeeld) -> None:
        """Show a step with its state."""
        nieuw, self._stap = self._stap is not beeld.stap, beeld.stap
        for stap, vlak in zip(_VOLGORDE, self._vlakken, strict=True):
            vlak.setVisible(stap is beeld.stap)
        self._kop.setText(self._koppen()[beeld.stap])
        nummer = min(_VOLGORDE.index(beeld.stap), 2) + 1
        self._stapregel.setText(self.tr("Stap {0} van 3").format(nummer))
        self._toon_fouten(beeld)
        self._toon_bezig(beeld)
        if beeld.code is not None:
            self._code.setText(beeld.code.code)
            self._plek.setText(beeld.code.adres)
            self._vraag.setInterval(max(beeld.code.interval, 1) * 1000)
        self._wie.setText(
            self.tr("Je bent aangemeld als {0}, {1}.").format(beeld.ambtenaar, beeld.gemeente)
            if beeld.ambtenaar
            else ""
        )
        if beeld.stap is Stap.AANMELDEN:
            self._vraag.start()
        else:
            self._vraag.stop()
        if nieuw:
            self.focus_veld()

    def _koppen(self) -> dict[Stap, str]:
        return {
            Stap.SERVER: self.tr("Welkom. Waar werk je?"),
            Stap.AANMELDEN: self.tr("Meld je aan bij de gemeente"),
            Stap.WACHTZIN: self.tr("Kies je wachtzin"),
            Stap.OPHALEN: self.tr("Je dossiers worden opgehaald"),
        }

    def _toon_fouten(self, beeld: InrichtBeeld) -> None:
        velden = {"server": self._adres, "wachtzin": self._wachtzin, "herhaling": self._herhaling}
        for naam, veld in velden.items():
            veld.set_error(beeld.fout if beeld.veld == naam else "")
        los = bool(beeld.fout) and beeld.veld not in velden
        self._melding.clear()
        self._melding.setVisible(los)
        if los:
            self._melding.add(Notice(NoticeKind.WARNING, f"{beeld.fout} {beeld.remedie}".strip()))
        if beeld.veld in velden:
            velden[beeld.veld].setFocus()

    def _toon_bezig(self, beeld: InrichtBeeld) -> None:
        teksten = {Stap.SERVER: self.tr("Verbinden"), Stap.WACHTZIN: self.tr("Kluis maken")}
        for stap, knop in ((Stap.SERVER, self._verbind), (Stap.WACHTZIN, self._maak)):
            if beeld.bezig and beeld.stap is stap:
                knop.set_busy(teksten[stap])
            else:
                knop.set_ready()

    def _bouw(self) -> None:
        self._verbind = FullButton(self.tr("Verder"), Icon.ARROW_RIGHT, ButtonSize.UNLOCK)
        self._verbind.setObjectName("inrichten.verbind")
        self._maak = FullButton(self.tr("Maak mijn kluis"), Icon.LOCK, ButtonSize.UNLOCK)
        self._maak.setObjectName("inrichten.maak")
        self._verbind.clicked.connect(self._kies_server)
        self._adres.edit.returnPressed.connect(self._kies_server)
        self._maak.clicked.connect(self._kies_wachtzin)
        self._wachtzin.submitted.connect(self._herhaling.setFocus)
        self._herhaling.submitted.connect(self._kies_wachtzin)
        self._vlakken = [
            self._vlak_server(),
            self._vlak_aanmelden(),
            self._vlak_wachtzin(),
            self._vlak_ophalen(),
        ]
        kaart = Card(padding=32, gap=16)
        kaart.add(Column(self._stapregel, self._kop, gap=4), self._melding, *self._vlakken)
        onder = Row(IconMark(Icon.SHIELD_CHECK, Ink.SUBTLE), gap=12)
        onder.add_stretched(
            Label(
                self.tr("Alles wat op deze laptop komt, wordt versleuteld bewaard."),
                ink=Ink.SUBTLE,
                wrap=True,
            )
        )
        midden = _Kolom(Merk(self.tr("Oefenomgeving") if self._oefenen else ""), kaart, onder, gap=24)
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

    def _vlak_server(self) -> QWidget:
        uitleg = (
            self.tr("Je oefent met testpersonen. Niets gaat naar een echte gemeente.")
            if self._oefenen
            else self.tr("Je hebt één keer verbinding nodig. Daarna werk je ook zonder netwerk.")
        )
        return Column(Label(uitleg, ink=Ink.SUBTLE, wrap=True), self._adres, self._verbind, 1, gap=16)

    def _vlak_aanmelden(self) -> QWidget:
        open_ = OutlinedButton(self.tr("Open de aanmeldpagina"), Icon.LINK)
        open_.setObjectName("inrichten.open_pagina")
        open_.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(self._plek.text())))
        terug = LinkButton(self.tr("Andere server"))
        terug.setObjectName("inrichten.terug")
        terug.clicked.connect(self.terug_gevraagd)
        return Column(
            Label(
                self.tr("Open deze pagina en vul de code in. Dat mag ook op je telefoon."),
                ink=Ink.SUBTLE,
                wrap=True,
            ),
            self._plek,
            self._code,
            Row(open_, 1, terug),
            Label(
                self.tr("Zodra de code is goedgekeurd gaat dit scherm vanzelf verder."),
                ink=Ink.SUBTLE,
                wrap=True,
            ),
            1,
            gap=16,
        )

    def _vlak_wachtzin(self) -> QWidget:
        vlak = Column(
            self._wie,
            Label(
                self.tr("Met je wachtzin open je deze laptop, ook zonder netwerk. Niemand anders kent hem."),
                ink=Ink.SUBTLE,
                wrap=True,
            ),
            self._wachtzin,
            self._herhaling,
            self._maak,
            1,
            gap=16,
        )
        in_a_row((self._wachtzin, self._herhaling), self._maak)
        return vlak

    def _vlak_ophalen(self) -> QWidget:
        return Column(
            Label(
                self.tr("Dit duurt meestal minder dan een minuut. Daarna kun je op pad."),
                ink=Ink.SUBTLE,
                wrap=True,
            ),
            1,
            gap=16,
        )

    def _kies_server(self) -> None:
        self.server_gekozen.emit(self._adres.text())

    def _kies_wachtzin(self) -> None:
        self.wachtzin_gekozen.emit(self._wachtzin.text(), self._herhaling.text())
