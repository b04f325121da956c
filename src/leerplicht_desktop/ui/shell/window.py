"""The one window: first a card, and when the vault is open rail, screen and corner.

Its title never names anybody: window titles end up in task bars and screenshots.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from leerplicht_desktop.casework.ports.gemeente import SyncWeergave
from leerplicht_desktop.casework.problems import (
    AanmeldingVerlopen,
    BekendProbleem,
    KluisProblem,
    SchijfVol,
    SyncProblem,
)
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.touched import Touched
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.ui.kit.banner import PracticeFrame, ProblemBanner
from leerplicht_desktop.ui.kit.dialogs import Dialog
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.layout import Width, WidthWatch
from leerplicht_desktop.ui.kit.rail import Rail
from leerplicht_desktop.ui.kit.statusbar import StatusBar
from leerplicht_desktop.ui.kit.theme import dress_window
from leerplicht_desktop.ui.kit.toasts import Toasts
from leerplicht_desktop.ui.scherm.context import Navigatie
from leerplicht_desktop.ui.scherm.scherm import Scherm

from .privacy import Privacyscherm
from .scherm_kiezer import SchermKiezer
from .wegwijzer import rail_items, verbind_toetsen
from .woorden import laatste_keer, lock_tekst

Plekken = tuple[Werkplek, Werkplek | None]
"""Where the officer is, and where he came from."""

_KLEINST = QSize(640, 480)


class Venster(QWidget):
    """Frame, rail, stack and status bar; keys that work everywhere; nothing of the casework itself."""

    vergrendel = Signal()
    gesloten = Signal()
    actie_gevraagd = Signal(object)
    gegaan = Signal(object)
    """The Werkplek the officer went to, however he did: to find it again after the power failed."""

    def __init__(self, navigatie: Navigatie, *, oefenen: bool) -> None:
        super().__init__()
        self.setWindowTitle("Leerplicht Desktop")
        self.setObjectName("venster")
        self.setMinimumSize(_KLEINST)
        self._stapel = QStackedWidget()
        self._rail: Rail | None = None
        self._status = StatusBar()
        self._toasts = Toasts(self)
        self._privacy = Privacyscherm(self)
        self._banner = ProblemBanner()
        self._banner.acted.connect(self._actie)
        self._getoond_probleem: BekendProbleem | None = None
        self._waarschuwing: Dialog | None = None
        self._kiezer: SchermKiezer | None = None
        self._weergave: SyncWeergave | None = None
        self._breedte = WidthWatch(self)
        self._breedte.changed.connect(lambda _: self._pas_aan())
        self._bouw(oefenen=oefenen)
        dress_window(self)
        verbind_toetsen(
            self,
            vergrendel=self.vergrendel.emit,
            verberg=lambda: self.verberg(aan=not self._privacy.aan),
            terug=self.terug,
            ga=lambda scherm: self.ga(Werkplek(scherm)),
        )
        navigatie.bewaard.connect(self._toon_bewaard)
        navigatie.toast_gevraagd.connect(self._toast)
        navigatie.vergrendeling_gevraagd.connect(self.vergrendel)
        navigatie.gevraagd.connect(self.ga)
        navigatie.terug_gevraagd.connect(self.terug)
        navigatie.verplaatst.connect(self._verplaatst)

    def toon_voorportaal(self, scherm: Scherm) -> None:
        """Show Ontgrendelen or Inrichten, alone in the window."""
        self._status.hide()
        self._stapel.addWidget(scherm)
        self._stapel.setCurrentWidget(scherm)

    def open_werk(self, gemeente: str, makers: dict[str, Callable[[], Scherm]], plek: Plekken) -> None:
        """The vault is open: show the rail and go to where the officer was; ``plek`` is (there, before)."""
        nu, vorige = plek
        voorportaal = self._stapel.currentWidget()
        self._kiezer = SchermKiezer(self._stapel, makers, vorige)
        self._kiezer.getoond.connect(self._getoond)
        self._kiezer.gemaakt.connect(self._gemaakt)
        self._rail = Rail(gemeente, rail_items())
        self._rail.chosen.connect(lambda naam: self.ga(Werkplek(naam)))
        self._rail.setObjectName("rail")
        self._midden.insertWidget(0, self._rail)
        self._status.show()
        self._pas_aan()
        self.ga(nu)
        if voorportaal is not None:
            self._stapel.removeWidget(voorportaal)
            voorportaal.deleteLater()

    def sluit_werk(self) -> None:
        """Take rail and screens away, to sign in again; the vault stays open."""
        if self._kiezer is None or self._rail is None:
            return
        self._kiezer.sluit()
        self._kiezer = None
        self._rail.hide()
        self._rail.deleteLater()
        self._rail = None

    def ga(self, werkplek: Werkplek) -> None:
        """Show a screen."""
        if self._kiezer is not None:
            self._kiezer.ga(werkplek)
            self.gegaan.emit(self._kiezer.plek() or werkplek)

    def terug(self) -> None:
        """Back to where the officer came from."""
        if self._kiezer is not None:
            self._kiezer.terug()
            self._verplaatst()

    def _verplaatst(self) -> None:
        plek = self._kiezer.plek() if self._kiezer is not None else None
        if plek is not None:
            self.gegaan.emit(plek)

    def plek(self) -> Plekken | None:
        """Where the officer is, and where he came from."""
        nu = self._kiezer.plek() if self._kiezer is not None else None
        return None if nu is None or self._kiezer is None else (nu, self._kiezer.vorige)

    @property
    def scherm(self) -> Scherm | None:
        """The screen that is shown."""
        return self._kiezer.huidig if self._kiezer is not None else None

    def geraakt(self, touched: Touched) -> None:
        """Tell the screens that something changed."""
        if self._kiezer is not None:
            self._kiezer.geraakt(touched)

    def toon_sync(self, weergave: SyncWeergave) -> None:
        """The state of the road, always in words."""
        self._weergave = weergave
        if self._rail is None:
            return
        self._rail.set_connection(
            Icon.CLOUD if weergave.open_ else Icon.CLOUD_OFF,
            weergave.weg,
            f"{weergave.wacht[:1].upper()}{weergave.wacht[1:]}",
        )
        self._rail.set_count("synchronisatie", weergave.te_verzenden + weergave.afgewezen)
        self._status.set_right(laatste_keer(weergave.laatst, in_nederland(datetime.now(UTC))))

    def toon_aantallen(self, dossiers: int, taken: int) -> None:
        """Counts on the rail: dossiers, and tasks that are due."""
        if self._rail is not None:
            self._rail.set_count("dossiers", dossiers)
            self._rail.set_count("taken", taken)

    def toon_over(self, seconden: int) -> None:
        """How long until the lock."""
        if self._rail is not None:
            self._rail.set_lock(lock_tekst(seconden))

    def waarschuw_vergrendeling(self, blijf: Callable[[], None]) -> None:
        """A minute before the lock: stay or lock now. Locking needs no answer."""
        if self._waarschuwing is not None:
            return
        dialoog = Dialog(
            self,
            self.tr("Je laptop vergrendelt binnen een minuut"),
            self.tr("Alles is bewaard. Je gaat straks verder waar je was."),
            safe=self.tr("Blijf werken"),
            other=self.tr("Vergrendel nu"),
        )
        dialoog.chose_safe.connect(lambda: self._sluit_waarschuwing(blijf))
        dialoog.chose_other.connect(self.vergrendel)
        self._waarschuwing = dialoog
        dialoog.open()

    def toon_probleem(self, probleem: BekendProbleem | None) -> None:
        """A banner with what happened and the one action that helps; None takes it away.

        What the vault itself says stays until it was put away: the road comes back with its own by itself.
        """
        staat = isinstance(self._getoond_probleem, KluisProblem) and not self._banner.isHidden()
        if staat and isinstance(probleem, SyncProblem):
            return
        self._getoond_probleem = probleem
        if probleem is None:
            self._banner.clear()
        else:
            rustig = isinstance(probleem, AanmeldingVerlopen)
            zin = f"{probleem.bericht} {probleem.remedie}"
            self._banner.tell(zin, probleem.actie or "", quiet=rustig)

    def verberg(self, *, aan: bool) -> None:
        """The privacy screen: hides only, at once."""
        self._privacy.zet(aan=aan)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is like locking: nothing is asked, where the officer is stays known."""
        self.gesloten.emit()
        event.accept()

    def _bouw(self, *, oefenen: bool) -> None:
        inhoud = QWidget()
        boven = QVBoxLayout(inhoud)
        boven.setContentsMargins(0, 0, 0, 0)
        boven.setSpacing(0)
        boven.addWidget(self._banner)
        self._midden = QHBoxLayout()
        self._midden.setSpacing(0)
        self._midden.addWidget(self._stapel, 1)
        boven.addLayout(self._midden, 1)
        boven.addWidget(self._status)
        self._status.hide()
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        self._inhoud = inhoud
        buiten.addWidget(inhoud)
        if oefenen:
            self.toon_oefenen()

    def toon_oefenen(self) -> None:
        """Says on every screen from now on that this is practice; a second time changes nothing."""
        buiten = self.layout()
        if buiten is not None and buiten.indexOf(self._inhoud) >= 0:
            buiten.removeWidget(self._inhoud)
            buiten.addWidget(PracticeFrame(self._inhoud))

    def _gemaakt(self, scherm: Scherm) -> None:
        verberg = getattr(scherm, "verberg_gevraagd", None)
        if verberg is not None:
            verberg.connect(lambda: self.verberg(aan=True))

    def _getoond(self, scherm: Scherm) -> None:
        if self._rail is not None:
            self._rail.setVisible(scherm.met_rail)
            if scherm.met_rail:
                self._rail.choose(scherm.rail_item or scherm.naam)
        self._status.setVisible(scherm.met_rail)
        self._pas_aan()

    def _pas_aan(self) -> None:
        if self._rail is not None:
            self._rail.set_narrow(self._breedte.width is Width.NARROW)

    def _toon_bewaard(self, moment: object) -> None:
        if isinstance(moment, datetime):
            self._status.set_saved(moment)
            if isinstance(self._getoond_probleem, SchijfVol):
                self.toon_probleem(None)

    def _toast(self, tekst: str, ongedaan: str, doe: Callable[[], None] | None) -> None:
        if doe is None:
            self._toasts.tell(tekst)
        else:
            self._toasts.tell(tekst, undo=doe)

    def _actie(self) -> None:
        probleem = self._getoond_probleem
        self.toon_probleem(None)
        if probleem is not None:
            self.actie_gevraagd.emit(probleem)

    def _sluit_waarschuwing(self, blijf: Callable[[], None]) -> None:
        self._waarschuwing = None
        blijf()
