"""The set-up screen: one card, a few short steps, and a sentence for everything that can go wrong."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from leerplicht_desktop.ui.formulier.wachtzinvlak import Wachtzinvlak
from leerplicht_desktop.ui.kit.brand import Brand
from leerplicht_desktop.ui.kit.buttons import ButtonSize, FullButton, LinkButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.fields import Field
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.passphrase import in_a_row
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.scherm import Scherm

from .aanmeldvlak import Browservlak, Codevlak
from .bevoegdheid import Inlevervlak, Weigervlak
from .kaart import in_het_midden, kop_van
from .model import InrichtBeeld, Stap

_NUMMERS = {
    Stap.SERVER: 1,
    Stap.AANMELDEN: 2,
    Stap.WACHTZIN: 3,
    Stap.INSCHRIJVEN: 4,
    Stap.OPHALEN: 4,
}


class InrichtScherm(Scherm):
    """Emits what the officer did; the presenter answers through :meth:`toon_beeld`."""

    naam = "inrichten"
    met_rail = False
    server_gekozen = Signal(str)
    antwoord_gevraagd = Signal()
    terug_gevraagd = Signal()
    wachtzin_gekozen = Signal(str, str)
    inschrijfcode_gekozen = Signal(str)
    opnieuw_gevraagd = Signal(bool)
    inleveren_gevraagd = Signal()

    def __init__(self, server: str, oefenen: bool, *, vast: bool = False) -> None:
        """``vast``: the address was decided for this laptop; there is nothing to type."""
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
        if oefenen or vast:
            self._adres.lock()
            self._adres.set_help("" if oefenen else self.tr("Dit adres is door je gemeente ingesteld."))
        self._inschrijfcode = Field(
            self.tr("Inschrijfcode"),
            self.tr("Van de beheerder gekregen. Je gebruikt hem één keer, voor deze laptop."),
            "BCDF-GHJK-LMNP-QRST",
            large=True,
        )
        self._inschrijfcode.edit.setObjectName("inrichten.inschrijfcode")
        self._browser = Browservlak()
        self._weigering = Weigervlak()
        self._inleveren = Inlevervlak()
        self.wachtzinvlak = Wachtzinvlak("inrichten", groot=True)
        self._wachtzin, self._herhaling = self.wachtzinvlak.nieuw, self.wachtzinvlak.herhaling
        self._wachtzin.edit.setObjectName("inrichten.wachtzin")
        self._herhaling.edit.setObjectName("inrichten.herhaling")
        self._wie = Label("", Type.STRONG, wrap=True)
        self._waar = Label("", ink=Ink.SUBTLE)
        self._kop = Label("", Type.TITLE, wrap=True)
        self._stapregel = Label("", ink=Ink.SUBTLE)
        self._melding = Column()
        self._vlakken: dict[Stap, QWidget] = {}
        self._stap = Stap.SERVER
        self._vraag = QTimer(self)
        self._vraag.timeout.connect(self.antwoord_gevraagd)
        self._bouw()
        self.toon_beeld(InrichtBeeld())

    def focus_veld(self) -> None:
        """Put the cursor in the first field of the step."""
        eerste: dict[Stap, QWidget] = {
            Stap.SERVER: self._adres,
            Stap.AANMELDEN: self._browser.open_,
            Stap.GEWEIGERD: self._weigering.opnieuw_,
            Stap.INLEVEREN: self._inleveren.lever_in,
            Stap.WACHTZIN: self._wachtzin,
            Stap.INSCHRIJVEN: self._inschrijfcode,
        }
        if self._oefenen and self._stap is Stap.SERVER:
            self._verbind.setFocus()
        else:
            eerste.get(self._stap, self).setFocus()

    def toon_beeld(self, beeld: InrichtBeeld) -> None:
        """Show a step with its state."""
        nieuw, self._stap = self._stap is not beeld.stap, beeld.stap
        for stap, vlak in self._vlakken.items():
            vlak.setVisible(stap is beeld.stap)
        self._kop.setText(kop_van(beeld))
        self._stapregel.setText(
            self.tr("Stap {0} van {1}").format(_NUMMERS.get(beeld.stap, 2), 3 if self._oefenen else 4)
        )
        self._stapregel.setVisible(not beeld.opnieuw and beeld.stap in _NUMMERS)
        self._toon_fouten(beeld)
        self._toon_bezig(beeld)
        self._toon_aanmelden(beeld)
        self._wie.setText(
            self.tr("Je bent aangemeld als {0}, {1}.").format(beeld.ambtenaar, beeld.gemeente)
            if beeld.ambtenaar
            else ""
        )
        self._waar.setText(beeld.gemeente if not self._oefenen else "")
        if nieuw:
            self.focus_veld()
            QTimer.singleShot(0, self, self._toon_knop)

    def _toon_knop(self) -> None:
        """In a low window, or with large letters: the button that goes on is in sight."""
        knop = self.focusWidget()
        if isinstance(knop, QAbstractButton):
            self._rol.ensureWidgetVisible(knop, 0, look().px(24))

    def _toon_aanmelden(self, beeld: InrichtBeeld) -> None:
        """The part of signing in: in the browser, or with a code."""
        if beeld.stap is not Stap.AANMELDEN:
            self._vraag.stop()
            self._browser.rust()
        else:
            pagina = beeld.pagina
            met_code = pagina is not None and bool(pagina.code)
            self._browser.setVisible(not met_code)
            self._codevlak.setVisible(met_code)
            if pagina is not None and met_code:
                self._codevlak.toon(pagina)
            else:
                self._browser.toon(pagina, openen=beeld.openen)
            if pagina is not None:
                self._vraag.start(max(pagina.interval, 1) * 1000)
        if beeld.stap is Stap.GEWEIGERD:
            self._weigering.toon(beeld)
        if beeld.stap is Stap.INLEVEREN:
            self._inleveren.toon(beeld)

    def _toon_fouten(self, beeld: InrichtBeeld) -> None:
        velden = {
            "server": self._adres,
            "wachtzin": self._wachtzin,
            "herhaling": self._herhaling,
            "inschrijfcode": self._inschrijfcode,
        }
        for naam, veld in velden.items():
            veld.set_error(beeld.fout if beeld.veld == naam else "")
        los = bool(beeld.fout) and beeld.veld not in velden and beeld.stap is not Stap.GEWEIGERD
        self._melding.clear()
        self._melding.setVisible(los)
        if los:
            self._melding.add(Notice(NoticeKind.WARNING, f"{beeld.fout} {beeld.remedie}".strip()))
        if beeld.veld in velden:
            velden[beeld.veld].setFocus()

    def _toon_bezig(self, beeld: InrichtBeeld) -> None:
        for stap, knop, tekst in (
            (Stap.SERVER, self._verbind, self.tr("Verbinden")),
            (Stap.GEWEIGERD, self._weigering.opnieuw_, self.tr("Verbinden")),
            (Stap.WACHTZIN, self._maak, self.tr("Kluis maken")),
            (Stap.INSCHRIJVEN, self._schrijf_in, self.tr("Inschrijven")),
        ):
            if beeld.bezig and beeld.stap is stap:
                knop.set_busy(tekst)
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
        self._herhaling.submitted.connect(self._kies_wachtzin)
        self._browser.gestopt.connect(self.terug_gevraagd)
        self._weigering.terug.connect(self.terug_gevraagd)
        self._weigering.opnieuw.connect(self.opnieuw_gevraagd)
        self._inleveren.lezen.connect(self.terug_gevraagd)
        self._inleveren.ingeleverd.connect(self.inleveren_gevraagd)
        self._vlakken = {
            Stap.SERVER: self._vlak_server(),
            Stap.AANMELDEN: self._vlak_aanmelden(),
            Stap.GEWEIGERD: self._weigering,
            Stap.INLEVEREN: self._inleveren,
            Stap.WACHTZIN: self._vlak_wachtzin(),
            Stap.INSCHRIJVEN: self._vlak_inschrijven(),
            Stap.OPHALEN: self._vlak_ophalen(),
        }
        kaart = Card(padding=32, gap=16)
        kaart.add(Column(self._stapregel, self._kop, gap=4), self._melding, *self._vlakken.values())
        merk = Row(Brand(self.tr("Oefenomgeving") if self._oefenen else ""), self._waar, 1, gap=16)
        self._rol = in_het_midden(merk, kaart, self.titel)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.addWidget(self._rol)

    def _vlak_server(self) -> QWidget:
        uitleg = (
            self.tr("Je oefent met testpersonen. Niets gaat naar een echte gemeente.")
            if self._oefenen
            else self.tr("Je hebt één keer verbinding nodig. Daarna werk je ook zonder netwerk.")
        )
        return Column(Label(uitleg, ink=Ink.SUBTLE, wrap=True), self._adres, self._verbind, 1, gap=16)

    def _vlak_aanmelden(self) -> QWidget:
        terug = LinkButton(self.tr("Andere server"))
        terug.setObjectName("inrichten.terug")
        terug.clicked.connect(self.terug_gevraagd)
        self._codevlak = Codevlak(terug)
        return Column(self._browser, self._codevlak)

    def _vlak_inschrijven(self) -> QWidget:
        self._schrijf_in = FullButton(self.tr("Schrijf in"), Icon.ARROW_RIGHT, ButtonSize.UNLOCK)
        self._schrijf_in.setObjectName("inrichten.schrijf_in")
        self._schrijf_in.clicked.connect(self._kies_inschrijfcode)
        self._inschrijfcode.edit.returnPressed.connect(self._kies_inschrijfcode)
        uitleg = self.tr("Je kluis is gemaakt. Met de code van de beheerder hoort deze laptop bij jou.")
        return Column(
            Label(uitleg, ink=Ink.SUBTLE, wrap=True), self._inschrijfcode, self._schrijf_in, 1, gap=16
        )

    def _vlak_wachtzin(self) -> QWidget:
        vlak = Column(
            self._wie,
            Label(
                self.tr("Met je wachtzin open je deze laptop, ook zonder netwerk. Niemand anders kent hem."),
                ink=Ink.SUBTLE,
                wrap=True,
            ),
            self.wachtzinvlak,
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

    def _kies_inschrijfcode(self) -> None:
        self.inschrijfcode_gekozen.emit(self._inschrijfcode.text())
