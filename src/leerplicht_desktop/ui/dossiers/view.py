"""The screen Dossiers: the list, and the dossier beside it or in its place."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from leerplicht_desktop.casework.ports.lane import Toekomst
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.touched import Soort, Touched
from leerplicht_desktop.ui.kit.empty import EmptyState
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.layout import Width, WidthWatch
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.scherm.scherm import Scherm

from .acties import Dossieracties
from .dossierpaneel import BLADEN, Dossierpaneel
from .lijst import Lijstpaneel
from .paneelbeeld import Paneelbeeld, lees_paneel

_IN_LIJST = (Soort.DOSSIER, Soort.BEZOEK, Soort.NOTITIE, Soort.TAAK)
_IN_DOSSIER = (*_IN_LIJST, Soort.PROCEDURE, Soort.STUK, Soort.VERHOOR, Soort.BIJLAGE)

_MINST = 200


class DossiersScherm(Scherm):
    """``Werkplek.ding`` is the dossier (empty: the list alone), ``veld`` its tab."""

    naam = "dossiers"

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.titel = self.tr("Dossiers")
        self._context = context
        self._ding = ""
        self._opzij = ""
        self._naar_kop = False
        self._vraag: Toekomst | None = None
        self._wacht: WidthWatch | None = None
        self._breedte = Width.WIDE
        self._lijst = Lijstpaneel(context)
        self._paneel = Dossierpaneel(context)
        self._acties = Dossieracties(context, self._paneel.kop.klaar)
        self._kies = EmptyState(
            Icon.FOLDER_OPEN,
            self.tr("Kies een dossier"),
            self.tr("Kies iemand uit de lijst, of zoek op naam of school."),
        )
        self._weg = EmptyState(
            Icon.FOLDER_OPEN,
            self.tr("Dit dossier is niet meer van jou"),
            self.tr("De gemeente gaf het aan iemand anders, of sloot het. Wat je verstuurde, is bewaard."),
            self.tr("Naar de lijst"),
        )
        self._stapel = QStackedWidget()
        self._bouw()
        self._verbind()

    def toon(self, werkplek: Werkplek) -> None:
        """Show the list, and the dossier of ``werkplek`` beside it."""
        if werkplek.zoektekst:
            self._lijst.herstel_zoektekst(werkplek.zoektekst)
        if werkplek.ding:
            blad = werkplek.veld or ("" if werkplek.ding != self._ding else self._paneel.blad)
            self._paneel.kies_blad(blad)
            self._open(werkplek.ding)
        elif self._breedte is Width.NARROW or not self._ding:
            self._sluit()
        else:
            self._open(self._ding)
        self._lijst.laad()

    def werkplek(self) -> Werkplek:
        """The dossier, its tab, and the search text."""
        veld = self._paneel.blad if self._ding else ""
        return Werkplek(self.naam, self._ding, veld, -1, self._lijst.zoektekst)

    def verlaat(self) -> None:
        """Nothing is in flight: every act is committed when its button is pressed."""
        if self._vraag is not None:
            self._vraag.annuleer()

    def geraakt(self, touched: Touched) -> None:
        """Read the list again when any dossier changed, the dossier only when it did itself."""
        if not self.isVisible():
            return
        if any(touched.raakt(soort) for soort in _IN_LIJST):
            self._lijst.laad()
        if self._ding and any(touched.raakt(soort, self._ding) for soort in _IN_DOSSIER):
            self._lees()

    def minimumSizeHint(self) -> QSize:
        """Small enough for the window to become narrow or low: only then do the parts take less room."""
        return QSize(look().px(_MINST), look().px(_MINST))

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the width of the window the screen is in."""
        super().showEvent(event)
        if self._wacht is None or self._wacht.parent() is not self.window():
            self._wacht = WidthWatch(self.window())
            self._wacht.changed.connect(self._zet_breedte)
        self._zet_breedte(self._wacht.width)

    def _bouw(self) -> None:
        self._stapel.setObjectName("dossiers.naast")
        for deel in (self._kies, self._weg, self._paneel):
            self._stapel.addWidget(deel)
        buiten = QHBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.setSpacing(0)
        buiten.addWidget(self._lijst)
        buiten.addWidget(self._stapel, 1)

    def _verbind(self) -> None:
        kop = self._paneel.kop
        self._lijst.gekozen.connect(self._gekozen)
        self._lijst.geopend.connect(self._geopend)
        self._lijst.synchroniseer.connect(self._synchroniseer)
        self._lijst.past.connect(self._past)
        self._paneel.ander_dossier.connect(lambda dossier: self._context.navigatie.ga(self.naam, dossier))
        self._weg.pressed.connect(self._terug)
        kop.terug_gevraagd.connect(self._terug)
        kop.start_gevraagd.connect(
            lambda dossier, adres, ander: self._acties.start_bezoek(dossier, adres, ander_adres=ander)
        )
        kop.gesprek_gevraagd.connect(self._acties.start_gesprek)
        for toets, doe in (
            (QKeySequence(QKeySequence.StandardKey.Find), self._naar_zoeken),
            (QKeySequence(Qt.Key.Key_F6), self._andere_kant),
            (QKeySequence("Ctrl+Shift+D"), self._paneel.kop.start),
        ):
            # Also from the rail, and when a part that had the focus went away: a hidden screen does not hear.
            sneltoets = QShortcut(toets, self)
            sneltoets.activated.connect(doe)

    def _gekozen(self, dossier: str) -> None:
        """The cursor moved through the list: show it beside, where there is room for that."""
        if self._breedte is not Width.NARROW and dossier != self._ding:
            self._open_vers(dossier)

    def _geopend(self, dossier: str) -> None:
        """Enter or a click: open it, and go there once it stands there. Until then a second Enter must not
        press a button of the dossier that stood there before.
        """
        if dossier == self._ding and self._is_getoond():
            self._leg()
            self._paneel.kop.naar_start()
            return
        self._paneel.kies_blad(BLADEN[0])
        self._open(dossier, naar_kop=True)

    def _is_getoond(self) -> bool:
        beeld = self._paneel.beeld
        getoond = self._stapel.currentWidget() is self._paneel
        return getoond and beeld is not None and beeld.dossier.dossier == self._ding

    def _open_vers(self, dossier: str) -> None:
        self._paneel.kies_blad(BLADEN[0])
        self._open(dossier)

    def _open(self, dossier: str, *, naar_kop: bool = False) -> None:
        self._ding, self._opzij, self._naar_kop = dossier, "", naar_kop
        self._lijst.kies(dossier)
        self._lees()

    def _past(self, dossier: str, erbij: bool, gevraagd: bool) -> None:
        """A dossier stands beside the list only while the list holds it. When the officer narrowed the list
        it is set aside until the list holds it again; when it was opened from elsewhere, or changed by
        itself, the list shows all.
        """
        if erbij:
            if dossier == self._opzij:
                self._open(dossier)
        elif dossier == self._ding and not gevraagd:
            self._lijst.toon_alles()
        elif dossier == self._ding:
            self._sluit(opzij=dossier)

    def _sluit(self, *, opzij: str = "") -> None:
        if self._vraag is not None:
            self._vraag.annuleer()
        self._ding, self._opzij = "", opzij
        self._lijst.kies("", opzij=opzij)
        self._stapel.setCurrentWidget(self._kies)
        self._leg()

    def _lees(self) -> None:
        if self._vraag is not None:
            self._vraag.annuleer()
        kluis, dossier, vandaag = self._context.kluis, self._ding, self._context.klok.vandaag()
        self._vraag = self._context.opslag.submit(
            lambda: lees_paneel(kluis, dossier, vandaag), self._toon_paneel, self._context.navigatie.probleem
        )

    def _toon_paneel(self, beeld: Paneelbeeld | None) -> None:
        if beeld is None:
            self._stapel.setCurrentWidget(self._weg)
            self._ding = ""
            self._lijst.kies("")
        else:
            self._paneel.toon(beeld)
            self._stapel.setCurrentWidget(self._paneel)
        self._leg()
        if self._naar_kop and beeld is not None:
            self._paneel.kop.naar_start()
        self._naar_kop = False

    def _terug(self) -> None:
        self._sluit()
        self._lijst.naar_lijst()

    def _naar_zoeken(self) -> None:
        if self._breedte is Width.NARROW:
            self._sluit()
        self._lijst.naar_zoeken()

    def _andere_kant(self) -> None:
        """F6: from the list to the dossier and back."""
        vast = QApplication.focusWidget()
        in_lijst = vast is not None and self._lijst.isAncestorOf(vast)
        if self._paneel.isVisible() and (in_lijst or not self._lijst.isVisible()):
            self._paneel.kop.naar_start()
        else:
            self._lijst.naar_lijst()

    def _synchroniseer(self) -> None:
        self._context.sync.nu()
        self._context.navigatie.ga("synchronisatie")

    def _zet_breedte(self, breedte: Width) -> None:
        self._breedte = breedte
        self._lijst.vul(aan=breedte is Width.NARROW)
        self._paneel.zet_breedte(breedte)
        self._leg()

    def _leg(self) -> None:
        """In a narrow window the list slides away while a dossier is open."""
        smal = self._breedte is Width.NARROW
        naast: QWidget | None = self._stapel.currentWidget()
        leeg = naast is self._kies
        self._lijst.setVisible(not smal or leeg)
        self._stapel.setVisible(not smal or not leeg)
