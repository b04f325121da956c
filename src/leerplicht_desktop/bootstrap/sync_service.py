"""Sync as the screens know it: a state in words, a button, and a plan that goes on by itself.

The timer lives here, the plan and the round in :mod:`leerplicht_desktop.sync`. Everything here runs on the
thread of the screens; the round itself runs on that of the network.
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

_SOURCE = "sync"


class SyncService(QObject):
    """Obeys :class:`leerplicht_desktop.casework.ports.gemeente.Synchronisatie`."""

    def __init__(self, kluis: Kluis, lanes: tuple[Lane, Lane], bulletin: Bulletin, loop: SyncLoop) -> None:
        super().__init__()
        from leerplicht_desktop.sync.planning import Planning

        self._kluis = kluis
        self._store_lane, self._net_lane = lanes
        self._bulletin = bulletin
        self._loop = loop
        self._plan: Planning = Planning(random.SystemRandom().random, time.monotonic())
        self._view = SyncWeergave(None, SyncFase.RUST, 0, 0, None)
        self._ears: list[Callable[[SyncWeergave], None]] = []
        self._epoch = ""
        self._busy = False
        self._written = False
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._do_step)
        bulletin.geraakt.connect(self._touched)

    @property
    def weergave(self) -> SyncWeergave:
        """See the port."""
        return self._view

    def begin(self) -> None:
        """The vault is open: count what waits, and start the plan."""
        self._count()
        self._plan_on()

    def close(self) -> None:
        """Stop the timer and the running round; what is under way is recognised when it comes again."""
        self._clock.stop()
        self._loop.stop()
        self._net_lane.submit(self._loop.close)

    def nu(self) -> None:
        """See the port."""
        self._plan.button(time.monotonic())
        self._plan_on()

    def stop(self) -> None:
        """See the port."""
        self._loop.stop()

    def opnieuw_ophalen(self) -> None:
        """See the port."""
        epoch = self._epoch
        if epoch and not self._busy:
            self._start(lambda: self._loop.fetch_again(epoch))

    def luister(self, oor: Callable[[SyncWeergave], None]) -> None:
        """See the port."""
        self._ears.append(oor)
        oor(self._view)

    def report_progress(self, sent: int, received: int) -> None:
        """What the running round did so far; called on the thread of the screens."""
        total = max(self._view.te_verzenden, sent)
        self._set(replace(self._view, voortgang=(sent + received, total + received)))

    def _do_step(self) -> None:
        from leerplicht_desktop.sync.planning import Step

        step = self._plan.next(time.monotonic())
        if step is None or self._busy:
            return
        if step.step is Step.PROBE:
            self._busy = True
            self._net_lane.submit(self._loop.probe, self._after_probe, self._failed)
        else:
            self._start(self._loop.round)

    def _start(self, round_: Callable[[], RoundResult]) -> None:
        self._busy = True
        self._set(replace(self._view, fase=SyncFase.BEZIG, probleem=None, voortgang=(0, 0)))
        self._net_lane.submit(round_, self._after_round, self._failed)

    def _after_probe(self, reached: bool) -> None:
        self._busy = False
        self._plan.after_probe(time.monotonic(), reached)
        if reached != self._view.verbonden:
            self._set(replace(self._view, verbonden=reached))
        self._plan_on()

    def _after_round(self, result: RoundResult) -> None:
        self._busy = False
        self._plan.after_round(time.monotonic(), result)
        if self._written:
            # Written while the round ran: it may have been past sending already.
            self._plan.work_written(time.monotonic())
            self._written = False
        if isinstance(result.problem, AndereServer):
            self._epoch = result.epoch
        problem = result.problem if isinstance(result.problem, SyncProblem) else None
        self._set(
            replace(
                self._view,
                verbonden=result.reached and not isinstance(problem, GeenVerbinding),
                fase=SyncFase.RUST,
                probleem=problem,
                voortgang=None,
            )
        )
        for changed in result.touched:
            self._bulletin.meld(Touched(changed.soorten, changed.dossiers, _SOURCE))
        self._bulletin.meld(touched(Soort.SYNC, door=_SOURCE))
        self._count()
        self._plan_on()

    def _failed(self, fault: Exception) -> None:
        self._busy = False
        self._set(replace(self._view, fase=SyncFase.RUST, voortgang=None))
        self._clock.start(60_000)
        raise fault

    def _touched(self, changed: Touched) -> None:
        if changed.raakt(Soort.SYNC) and changed.door != _SOURCE:
            self._count()
            self._written = self._busy
            self._plan.work_written(time.monotonic())
            self._plan_on()

    def _count(self) -> None:
        self._store_lane.submit(lambda: self._kluis.lees(lambda caseload: caseload.sync()), self._counted)

    def _counted(self, view: SyncBeeld) -> None:
        self._set(
            replace(
                self._view,
                te_verzenden=view.te_verzenden,
                afgewezen=view.afgewezen,
                laatst=view.laatst,
            )
        )

    def _plan_on(self) -> None:
        if self._busy:
            return
        step = self._plan.next(time.monotonic())
        if step is None:
            self._clock.stop()
        else:
            self._clock.start(round(step.wait * 1000))

    def _set(self, view: SyncWeergave) -> None:
        if view != self._view:
            self._view = view
            for ear in self._ears:
                ear(view)
