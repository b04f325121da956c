"""Sync as the screens know it: a state in words, a button, and a plan that goes on by itself.

The timer lives here, the plan and the round in :mod:`leerplicht_desktop.sync`. Everything here runs on the
thread of the screens; the round itself runs on the side lane.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from leerplicht_desktop.casework.ports.gemeente import SyncFase, SyncWeergave
from leerplicht_desktop.casework.ports.kluis import Kluis
from leerplicht_desktop.casework.ports.lane import Lane
from leerplicht_desktop.casework.problems import AndereServer, GeenVerbinding, SyncProblem
from leerplicht_desktop.casework.queries.caseload import SyncBeeld
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.ui.scherm.context import Bulletin

if TYPE_CHECKING:
    from leerplicht_desktop.sync.loop import SyncLoop
    from leerplicht_desktop.sync.planning import Planning
    from leerplicht_desktop.sync.rounds import RoundResult

_DOOR = "sync"


class SyncDienst(QObject):
    """Obeys :class:`leerplicht_desktop.casework.ports.gemeente.Synchronisatie`."""

    def __init__(self, kluis: Kluis, lanes: tuple[Lane, Lane], bulletin: Bulletin, loop: SyncLoop) -> None:
        super().__init__()
        from leerplicht_desktop.sync.planning import Planning

        self._kluis = kluis
        self._opslag, self._zij = lanes
        self._bulletin = bulletin
        self._loop = loop
        self._plan: Planning = Planning(random.SystemRandom().random, time.monotonic())
        self._weergave = SyncWeergave(None, SyncFase.RUST, 0, 0, None)
        self._oren: list[Callable[[SyncWeergave], None]] = []
        self._epoch = ""
        self._bezig = False
        self._geschreven = False
        self._klok = QTimer(self)
        self._klok.setSingleShot(True)
        self._klok.timeout.connect(self._doe_stap)
        bulletin.geraakt.connect(self._geraakt)

    @property
    def weergave(self) -> SyncWeergave:
        """See the port."""
        return self._weergave

    def begin(self) -> None:
        """The vault is open: count what waits, and start the plan."""
        self._tel()
        self._plan_verder()

    def sluit(self) -> None:
        """Stop the timer and the running round; what is under way is recognised when it comes again."""
        self._klok.stop()
        self._loop.stop()

    def nu(self) -> None:
        """See the port."""
        self._plan.button(time.monotonic())
        self._plan_verder()

    def stop(self) -> None:
        """See the port."""
        self._loop.stop()

    def opnieuw_ophalen(self) -> None:
        """See the port."""
        epoch = self._epoch
        if epoch and not self._bezig:
            self._start(lambda: self._loop.fetch_again(epoch))

    def luister(self, oor: Callable[[SyncWeergave], None]) -> None:
        """See the port."""
        self._oren.append(oor)
        oor(self._weergave)

    def meld_voortgang(self, verzonden: int, ontvangen: int) -> None:
        """What the running round did so far; called on the thread of the screens."""
        totaal = max(self._weergave.te_verzenden, verzonden)
        self._zet(replace(self._weergave, voortgang=(verzonden + ontvangen, totaal + ontvangen)))

    def _doe_stap(self) -> None:
        from leerplicht_desktop.sync.planning import Step

        stap = self._plan.next(time.monotonic())
        if stap is None or self._bezig:
            return
        if stap.step is Step.PROBE:
            self._bezig = True
            self._zij.submit(self._loop.probe, self._na_proef, self._mis)
        else:
            self._start(self._loop.round)

    def _start(self, ronde: Callable[[], RoundResult]) -> None:
        self._bezig = True
        self._zet(replace(self._weergave, fase=SyncFase.BEZIG, probleem=None, voortgang=(0, 0)))
        self._zij.submit(ronde, self._na_ronde, self._mis)

    def _na_proef(self, bereikt: bool) -> None:
        self._bezig = False
        self._plan.after_probe(time.monotonic(), bereikt)
        if bereikt != self._weergave.verbonden:
            self._zet(replace(self._weergave, verbonden=bereikt))
        self._plan_verder()

    def _na_ronde(self, uitslag: RoundResult) -> None:
        self._bezig = False
        self._plan.after_round(time.monotonic(), uitslag)
        if self._geschreven:
            # Written while the round ran: it may have been past sending already.
            self._plan.work_written(time.monotonic())
            self._geschreven = False
        if isinstance(uitslag.problem, AndereServer):
            self._epoch = uitslag.epoch
        probleem = uitslag.problem if isinstance(uitslag.problem, SyncProblem) else None
        self._zet(
            replace(
                self._weergave,
                verbonden=uitslag.reached and not isinstance(probleem, GeenVerbinding),
                fase=SyncFase.RUST,
                probleem=probleem,
                voortgang=None,
            )
        )
        for geraakt in uitslag.touched:
            self._bulletin.meld(Touched(geraakt.soorten, geraakt.dossiers, _DOOR))
        self._bulletin.meld(touched(Soort.SYNC, door=_DOOR))
        self._tel()
        self._plan_verder()

    def _mis(self, fout: Exception) -> None:
        self._bezig = False
        self._zet(replace(self._weergave, fase=SyncFase.RUST, voortgang=None))
        self._klok.start(60_000)
        raise fout

    def _geraakt(self, geraakt: Touched) -> None:
        if geraakt.raakt(Soort.SYNC) and geraakt.door != _DOOR:
            self._tel()
            self._geschreven = self._bezig
            self._plan.work_written(time.monotonic())
            self._plan_verder()

    def _tel(self) -> None:
        self._opslag.submit(lambda: self._kluis.lees(lambda caseload: caseload.sync()), self._geteld)

    def _geteld(self, beeld: SyncBeeld) -> None:
        self._zet(
            replace(
                self._weergave,
                te_verzenden=beeld.te_verzenden,
                afgewezen=beeld.afgewezen,
                laatst=beeld.laatst,
            )
        )

    def _plan_verder(self) -> None:
        if self._bezig:
            return
        stap = self._plan.next(time.monotonic())
        if stap is None:
            self._klok.stop()
        else:
            self._klok.start(round(stap.wait * 1000))

    def _zet(self, weergave: SyncWeergave) -> None:
        if weergave != self._weergave:
            self._weergave = weergave
            for oor in self._oren:
                oor(weergave)
