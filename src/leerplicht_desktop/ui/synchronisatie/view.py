"""What waits, what was refused, and how the last rounds went; the button, and stopping safely."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from leerplicht_desktop.casework.ports.gemeente import SyncFase, SyncWeergave
from leerplicht_desktop.casework.queries.achtergebleven import Achterblijver
from leerplicht_desktop.casework.queries.caseload import Caseload, SyncBeeld, SyncRonde, UitvakRegel, Werkplek
from leerplicht_desktop.casework.queries.deelvelden import Keuzedossier
from leerplicht_desktop.casework.touched import Soort, Touched
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.buttons import FullButton, LinkButton
from leerplicht_desktop.ui.kit.cards import Card, Divider
from leerplicht_desktop.ui.kit.dates import short_moment
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row, Scroll
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.progress import Progress
from leerplicht_desktop.ui.kit.tokens import Tone, Type
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.scherm.scherm import Scherm

from .achterblijvers import Achterblijvers
from .keuzes import Keuzes
from .woorden import reden_in_woorden, stand_van, terzijde_in_woorden, uitkomst_van_ronde, wat_voor

_REGELS = 50
_RONDES = 20

_Beeld = tuple[
    SyncBeeld,
    tuple[UitvakRegel, ...],
    tuple[SyncRonde, ...],
    tuple[Keuzedossier, ...],
    tuple[Achterblijver, ...],
]


class SynchronisatieScherm(Scherm):
    """The road to the municipality, in words and numbers."""

    naam = "synchronisatie"

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.titel = self.tr("Synchronisatie")
        self._context = context
        self._knop = FullButton(self.tr("Synchroniseer"), Icon.REFRESH_CW)
        self._knop.setObjectName("synchronisatie.knop")
        self._knop.clicked.connect(context.sync.nu)
        self._stand = Label("", ink=Ink.SUBTLE, wrap=True)
        self._stand.setObjectName("synchronisatie.stand")
        self._probleem = Column()
        self._terzijde = Notice(NoticeKind.WARNING, "")
        self._terzijde.setObjectName("synchronisatie.terzijde")
        self._terzijde.hide()
        self._voortgang = Progress(self.tr("Bezig"))
        self._voortgang.stopped.connect(context.sync.stop)
        self._voortgang.hide()
        self._kaarten = Flow(gap=16)
        self._keuzes = Keuzes(context)
        self._achterblijvers = Achterblijvers(context)
        self._wachtend = Column(gap=8)
        self._historie = Card(self.tr("Vorige keren"))
        self._rondes = Column(gap=4)
        self._historie.add(self._rondes)
        self._bouw()
        context.sync.luister(self._toon_weergave)

    def toon(self, werkplek: Werkplek) -> None:
        """Read the outbox and the history."""
        self._lees()

    def geraakt(self, touched: Touched) -> None:
        """Something was written, or a round ended."""
        if touched.raakt(Soort.SYNC) and self.isVisible():
            self._lees()

    def _bouw(self) -> None:
        kop = Row(gap=16)
        kop.add_stretched(Column(Label(self.titel, Type.TITLE), self._stand, gap=4))
        kop.add(self._knop)
        wacht = Card(self.tr("Je werk onderweg"))
        wacht.add(self._wachtend)
        inhoud = Column(
            kop,
            self._probleem,
            self._terzijde,
            self._voortgang,
            self._kaarten,
            self._keuzes,
            self._achterblijvers,
            wacht,
            self._historie,
            1,
            gap=16,
            margins=(24, 24, 24, 24),
        )
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.addWidget(Scroll(inhoud, self.titel))

    def _lees(self) -> None:
        self._context.lees(_vraag, self._toon_beeld)

    def _toon_beeld(self, beeld: _Beeld) -> None:
        sync, uitvak, rondes, keuzes, achtergebleven = beeld
        self._keuzes.toon(keuzes)
        vandaag = self._context.klok.vandaag()
        self._achterblijvers.toon(achtergebleven, vandaag)
        terzijde = terzijde_in_woorden(sync.terzijde, sync.bijwerken)
        self._terzijde.tell(NoticeKind.WARNING, terzijde)
        self._terzijde.setVisible(bool(terzijde))
        self._kaarten.clear()
        self._kaarten.add(
            _getal(Icon.CLOUD_UPLOAD, sync.te_verzenden, self.tr("te verzenden")),
            _getal(Icon.CLOUD_DOWNLOAD, sync.ontvangen, self.tr("ontvangen, laatste keer")),
            _getal(Icon.CIRCLE_ALERT, sync.afgewezen, self.tr("niet aangenomen")),
        )
        if sync.keuzes:
            nodig = self.tr("keuze nodig") if sync.keuzes == 1 else self.tr("keuzes nodig")
            kaart = _getal(Icon.GIT_COMPARE, sync.keuzes, nodig)
            kaart.emphasise(Tone.WARN)
            self._kaarten.add(kaart)
        self._wachtend.clear()
        if not uitvak:
            self._wachtend.add(
                Label(self.tr("Alles is verzonden. Er wacht niets."), ink=Ink.SUBTLE, wrap=True)
            )
        for regel in uitvak:
            self._wachtend.add(self._uitvakregel(regel), Divider())
        self._rondes.clear()
        for ronde in rondes:
            self._rondes.add(
                Row(
                    Label(short_moment(_hier(ronde.begonnen), vandaag)),
                    Label(uitkomst_van_ronde(ronde), ink=Ink.SUBTLE),
                    1,
                    gap=16,
                )
            )
        if not rondes:
            self._rondes.add(Label(self.tr("Nog niet gesynchroniseerd."), ink=Ink.SUBTLE))

    def _uitvakregel(self, regel: UitvakRegel) -> QWidget:
        toon, icoon, woord = stand_van(regel.toestand, regel.reden)
        rij = Row(gap=12)
        tekst = Column(Label(" · ".join(filter(None, (wat_voor(regel.wat), regel.namen))), wrap=True), gap=0)
        moment = short_moment(_hier(regel.sinds), self._context.klok.vandaag())
        onder = f"{moment} · {reden_in_woorden(regel.reden)}" if regel.reden else moment
        tekst.add(Label(onder, ink=Ink.SUBTLE, wrap=True))
        rij.add_stretched(tekst)
        rij.add(Badge(woord, toon, icoon))
        if regel.dossier:
            naar = LinkButton(self.tr("Open dossier"))
            naar.clicked.connect(lambda: self._context.navigatie.ga("dossiers", regel.dossier))
            rij.add(naar)
        return rij

    def _toon_weergave(self, weergave: SyncWeergave) -> None:
        if not isValid(self):
            return  # taken away to sign in again; the road lives on and still tells this ear
        bezig = weergave.fase is SyncFase.BEZIG
        if bezig:
            self._knop.set_busy(self.tr("Bezig"))
        else:
            self._knop.set_ready()
        self._stand.setText(weergave.woorden)
        self._voortgang.setVisible(bezig and weergave.voortgang is not None)
        if weergave.voortgang is not None:
            klaar, totaal = weergave.voortgang
            self._voortgang.tell(
                klaar, max(totaal, 1), self.tr("{0} van {1} verwerkt").format(klaar, max(totaal, klaar))
            )
        self._probleem.clear()
        if weergave.probleem is not None:
            probleem = weergave.probleem
            self._probleem.add(Notice(NoticeKind.WARNING, f"{probleem.bericht} {probleem.remedie}"))


def _getal(icoon: Icon, aantal: int, woorden: str) -> Card:
    kaart = Card()
    kaart.add(Row(IconMark(icoon, Ink.SUBTLE), Label(str(aantal), Type.HEADING), Label(woorden), gap=12))
    kaart.setAccessibleName(f"{aantal} {woorden}")
    return kaart


def _vraag(caseload: Caseload) -> _Beeld:
    werk = caseload.uitvak(_REGELS), caseload.rondes(_RONDES)
    return caseload.sync(), *werk, caseload.keuzes(), caseload.nog_van_jou()


def _hier(moment: datetime) -> datetime:
    return in_nederland(moment)
