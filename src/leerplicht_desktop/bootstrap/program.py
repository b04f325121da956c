"""One running program: window, vault, lanes and roads, from the first screen to the lock."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from leerplicht_desktop.casework.laptop.instellen import VERGRENDEL_NA
from leerplicht_desktop.casework.ports.beleid import VRIJ, Beleid
from leerplicht_desktop.casework.ports.brievenbus import Koppeling
from leerplicht_desktop.casework.ports.gemeente import SyncWeergave
from leerplicht_desktop.casework.ports.kluis import Kluis, Work
from leerplicht_desktop.casework.problems import (
    AanmeldingGeweigerd,
    AanmeldingVerlopen,
    AndereServer,
    BekendProbleem,
    GeenVerbinding,
    GrondGevraagd,
)
from leerplicht_desktop.casework.queries.caseload import DossierFilter, Werkplek
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.machine.clipboard import ClipboardGuard
from leerplicht_desktop.machine.device import Device
from leerplicht_desktop.machine.preferences import Preferences
from leerplicht_desktop.machine.sessions import SessionWatch
from leerplicht_desktop.ui.kit.theme import Theme, apply
from leerplicht_desktop.ui.scherm.context import Bulletin, Context, Navigatie
from leerplicht_desktop.ui.shell import vensterstand
from leerplicht_desktop.ui.shell.grond import Grondvraag
from leerplicht_desktop.ui.shell.idle import Rustwacht
from leerplicht_desktop.ui.shell.window import Plekken, Venster

from .clock import SystemClock
from .front_hall import FrontHall
from .lanes import Homecoming, ThreadLane
from .paper import LatePaper
from .paths import Paths
from .places import DEFAULT_MINUTES, close_kluis, read_first, remember_places
from .practising import PracticeServer
from .upkeep import Upkeep

if TYPE_CHECKING:
    from .sync_service import SyncService

T = TypeVar("T")

VERSION = "0.1.0"


class Program(QObject):
    """``server`` makes it the practice environment.

    ``replace_`` starts the program afresh after a lock, ``end`` ends it; tests give their own.
    """

    def __init__(
        self,
        app: QApplication,
        paths: Paths,
        *,
        server: PracticeServer | None,
        replace_: Callable[[], None],
        end: Callable[[], None],
        policy: Beleid = VRIJ,
    ) -> None:
        super().__init__()
        from leerplicht_desktop.store import open_kluis, open_recovery

        self._app = app
        self._replace, self._end = replace_, end
        self._home = Homecoming()
        self._clock = SystemClock()
        self._store_lane = ThreadLane("opslag", self._home, self._net)
        self._side_lane = ThreadLane("zij", self._home, self._net)
        self._net_lane = ThreadLane("net", self._home, self._net)
        self._kluis: Kluis = open_kluis(paths.kluis, self._clock, practice=server is not None)
        self._policy = policy
        self._device = Device(paths.data)
        self._forms = Path(policy.formulierenmap) if policy.formulierenmap else paths.forms
        self._preferences = Preferences(
            paths.data / "voorkeuren.json", lambda theme, points: _dress(app, theme, points)
        )
        _dress(app, self._preferences.thema, self._preferences.punten)
        self._navigation = Navigatie()
        self._bulletin = Bulletin()
        self._practice_server = server
        self.window = Venster(self._navigation, oefenen=server is not None)
        self._front_hall = FrontHall(
            self.window,
            (self._kluis, open_recovery(paths.kluis, practice=server is not None)),
            (self._store_lane, self._net_lane),
            self._practice_server,
            VERSION,
            policy,
        )
        self._front_hall.open_ = self._open
        self._clipboard = ClipboardGuard(app)
        self._upkeep = Upkeep(self._kluis, self._store_lane, self.window.toon_probleem)
        self._ground = Grondvraag(self.window, self._kluis, self._store_lane)
        self._idle = Rustwacht(app, policy.vergrendeltijd(None, DEFAULT_MINUTES))
        self._watch = SessionWatch()
        self._sync: SyncService | None = None
        self._told: BekendProbleem | None = None
        self._closed = False
        self._connect()

    def start(self) -> None:
        """Show the window; in practice the server is got ready meanwhile."""
        self._front_hall.begin()
        vensterstand.zet(self.window, self._preferences.window)
        self.window.show()
        if self._practice_server is not None:
            self._net_lane.submit(self._practice_server.start)

    def lock(self) -> None:
        """Hide at once, keep what is under way, forget the key, and replace the process."""
        if self._tidy():
            self._replace()

    def close(self) -> None:
        """The window was closed."""
        if self._tidy():
            if self._practice_server is not None:
                self._practice_server.stop()
            self._end()

    def to_front(self) -> None:
        """Somebody started the program again."""
        self.window.showNormal() if self.window.isMinimized() else self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    @property
    def sync_view(self) -> SyncWeergave | None:
        """How the road stands; None before the vault is open."""
        return self._sync.weergave if self._sync is not None else None

    def run(self, act: Callable[[Work], T]) -> T:
        """Run an act on the store lane, tell every screen, and give what it returns."""
        antwoord: list[T] = []
        self._store_lane.submit(lambda: self._kluis.doe(act), antwoord.append)
        while not antwoord:
            self._app.processEvents()
        self._bulletin.meld(touched(*Soort, door="bootstrap"))
        return antwoord[0]

    def _wait_for(self, act: Callable[[Work], T], /) -> T:
        """For the side lane: run an act on the store lane and wait for it."""
        return self._store_lane.call(lambda: self._kluis.doe(act))

    def bug(self, kind: type[BaseException]) -> None:
        """Something nobody foresaw: say so calmly; what was committed is safe."""
        advice = f"Wat je schreef is bewaard. Blijft het gebeuren, noem dan de code {kind.__name__}."
        self.window.toon_probleem(BekendProbleem("Er ging iets mis in het programma.", advice))

    def _connect(self) -> None:
        self.window.vergrendel.connect(self.lock)
        self.window.gesloten.connect(self.close)
        self.window.actie_gevraagd.connect(self._help)
        self._bulletin.geraakt.connect(self._touched)
        self._navigation.probleem_gemeld.connect(self._net)
        self.window.gegaan.connect(self._remember)
        self._idle.over.connect(self.window.toon_over)
        self._idle.waarschuwing.connect(lambda _: self.window.waarschuw_vergrendeling(self._idle.werk))
        self._idle.verlopen.connect(self.lock)
        self._watch.left.connect(self.lock)

    def _open(self) -> None:
        server, policy = self._practice_server, self._policy

        def read(work: Work) -> tuple[Koppeling, Plekken, float]:
            return read_first(work, server.address() if server else None, policy)

        self._store_lane.submit(lambda: self._kluis.doe(read), self._show_work)

    def _show_work(self, begin: tuple[Koppeling, Plekken, float]) -> None:
        from .screens import makers
        from .sync_wiring import wire_sync

        koppeling, place, minutes = begin
        first = self._sync is None
        if self._sync is None:
            lanes = (self._store_lane, self._net_lane)
            self._sync = wire_sync(
                self._kluis, lanes, self._bulletin, self._clock, self._home, self._policy.proxy
            )
        context = Context(
            kluis=self._kluis,
            opslag=self._store_lane,
            zij=self._side_lane,
            klok=self._clock,
            bulletin=self._bulletin,
            navigatie=self._navigation,
            sync=self._sync,
            papier=LatePaper(self._wait_for, self._clock, VERSION, self._forms),
            uiterlijk=self._preferences,
            oefenen=koppeling.oefenen,
            beleid=self._policy,
            toestel=self._device,
        )
        if koppeling.oefenen:
            self.window.toon_oefenen()
        self.window.open_werk(koppeling.gemeente, makers(context), place)
        self._idle.zet_minuten(minutes)
        self._idle.begin()
        self._watch.begin()
        if first:
            self._sync.luister(self._show_sync)
            self._sync.begin()
        else:
            self.window.toon_sync(self._sync.weergave)
            self._sync.nu()
        self._count()
        self._upkeep.begin()

    def _show_sync(self, view: SyncWeergave) -> None:
        self.window.toon_sync(view)
        problem = view.probleem
        if problem is not None and problem is not self._told and not isinstance(problem, GeenVerbinding):
            self._told = problem  # once: who put the line away is not told again at every word he writes
            self.window.toon_probleem(problem)

    def _touched(self, changed: Touched) -> None:
        self.window.geraakt(changed)
        if changed.raakt(Soort.TAAK) or changed.raakt(Soort.DOSSIER):
            self._count()
        if changed.raakt(Soort.INSTELLING):
            self._store_lane.submit(
                lambda: self._kluis.lees(lambda caseload: caseload.instelling(VERGRENDEL_NA)),
                lambda minutes: self._idle.zet_minuten(self._policy.vergrendeltijd(minutes, DEFAULT_MINUTES)),
            )

    def _count(self) -> None:
        vandaag = self._clock.vandaag()
        self._store_lane.submit(
            lambda: self._kluis.lees(
                lambda caseload: (
                    caseload.tellingen(vandaag).get(DossierFilter.ALLE, 0),
                    caseload.taken_nu(vandaag),
                )
            ),
            lambda aantallen: self.window.toon_aantallen(*aantallen),
        )

    def _remember(self, werkplek: Werkplek) -> None:
        place = self.window.plek()
        previous = place[1] if place is not None else None
        self._store_lane.submit(
            lambda: self._kluis.doe(lambda work: remember_places(work, (werkplek, previous)))
        )

    def _help(self, problem: BekendProbleem) -> None:
        if self._sync is None:
            return
        if isinstance(problem, AndereServer):
            self._sync.opnieuw_ophalen()
        elif isinstance(problem, AanmeldingVerlopen | AanmeldingGeweigerd):
            self._store_lane.submit(
                lambda: self._kluis.doe(lambda work: work.brievenbus.koppeling()), self._sign_in_again
            )
        else:
            self._sync.nu()

    def _sign_in_again(self, koppeling: Koppeling | None) -> None:
        self.window.sluit_werk()
        self._front_hall.set_up(koppeling)

    def _net(self, fault: Exception) -> None:
        if isinstance(fault, GrondGevraagd):
            self._ground.vraag(fault)
            return
        if isinstance(fault, BekendProbleem):
            self.window.toon_probleem(fault)
            return
        raise fault

    def _tidy(self) -> bool:
        """Keep everything and close the vault. False when that happened before."""
        if self._closed:
            return False
        self._closed = True
        self._idle.stop()
        self._upkeep.stop()
        self._preferences.keep_window(vensterstand.stand_van(self.window))
        self.window.verberg(aan=True)
        self._clipboard.clear()
        self.window.repaint()
        screen = self.window.scherm
        place = self.window.plek()
        if screen is not None:
            screen.verlaat()
        if self._sync is not None:
            self._sync.close()
        self._front_hall.close()
        self._store_lane.close(lambda: close_kluis(self._kluis, place))
        self._home.close()
        return True


def _dress(app: QApplication, theme: str, points: float) -> None:
    apply(app, Theme(theme), points)
