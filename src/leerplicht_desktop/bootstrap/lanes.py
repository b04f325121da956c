"""Two serial lanes and their inline twin.

The store lane opens, owns and closes the only connection to the vault; the side lane does paper and network.
Answers come back through one queued signal on an object that lives as long as the program; jobs own no
QObject, so a screen may go away while its job still runs.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")
Mis = Callable[[Exception], None]


class Opdracht:
    """A job that was handed to a lane; ``annuleer`` drops its answer, not the work itself."""

    __slots__ = ("_geldig",)

    def __init__(self) -> None:
        self._geldig = True

    def annuleer(self) -> None:
        """Drop the answer."""
        self._geldig = False

    @property
    def geldig(self) -> bool:
        """Whether somebody still wants the answer."""
        return self._geldig


class Thuiskomst(QObject):
    """Brings answers back to the thread that made this object."""

    _antwoord = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._thuis = True
        self._antwoord.connect(self._ontvang, Qt.ConnectionType.QueuedConnection)

    def breng(self, roep: Callable[[], None]) -> None:
        """Call ``roep`` on the home thread, after what was brought before."""
        self._antwoord.emit(roep)

    def sluit(self) -> None:
        """Nobody is home any more: a round that ends after the vault was closed has nobody to tell."""
        self._thuis = False

    @Slot(object)
    def _ontvang(self, roep: Callable[[], None]) -> None:
        if self._thuis:
            roep()


class ThreadLane:
    """One worker thread; jobs run in the order they came.

    ``vangnet`` gets what a job raised when nobody asked for it.
    """

    def __init__(self, naam: str, thuis: Thuiskomst, vangnet: Mis) -> None:
        self._thuis = thuis
        self._vangnet = vangnet
        self._draden = ThreadPoolExecutor(1, thread_name_prefix=naam)

    def submit(
        self, job: Callable[[], T], klaar: Callable[[T], None] | None = None, mis: Mis | None = None
    ) -> Opdracht:
        """See :class:`leerplicht_desktop.casework.ports.lane.Lane`."""
        opdracht = Opdracht()
        toekomst = self._draden.submit(job)
        toekomst.add_done_callback(
            lambda af: self._thuis.breng(lambda: afleveren(af, opdracht, klaar, mis or self._vangnet))
        )
        return opdracht

    def call(self, job: Callable[[], T]) -> T:
        """Run ``job`` on this lane and wait: for another lane, never for the thread of the screens."""
        if threading.current_thread() is threading.main_thread():
            raise RuntimeError("the screens never wait for a lane")
        return self._draden.submit(job).result()

    def sluit(self, laatste: Callable[[], None] | None = None) -> None:
        """Run what was handed over, then ``laatste``, then stop. Waits; only for the end of the program."""
        if laatste is not None:
            self._draden.submit(laatste).result()
        self._draden.shutdown(wait=True, cancel_futures=False)


def afleveren(af: Future[T], opdracht: Opdracht, klaar: Callable[[T], None] | None, mis: Mis) -> None:
    """Deliver the answer of a finished job to whoever asked for it."""
    fout = af.exception()
    if fout is None:
        if klaar is not None and opdracht.geldig:
            klaar(af.result())
        return
    if not isinstance(fout, Exception):
        raise fout
    if opdracht.geldig:
        mis(fout)


class InlineLane:
    """The same contract on the calling thread, so that a test reads from top to bottom."""

    def __init__(self, vangnet: Mis | None = None) -> None:
        self._vangnet = vangnet

    def submit(
        self, job: Callable[[], T], klaar: Callable[[T], None] | None = None, mis: Mis | None = None
    ) -> Opdracht:
        """Run and deliver at once."""
        opdracht = Opdracht()
        af: Future[T] = Future()
        try:
            af.set_result(job())
        except Exception as fout:  # noqa: BLE001 - the border of a lane: every failure is delivered
            af.set_exception(fout)
        afleveren(af, opdracht, klaar, mis or self._vangnet or _laat_zien)
        return opdracht

    def call(self, job: Callable[[], T]) -> T:
        """Run ``job`` here."""
        return job()


def _laat_zien(fout: Exception) -> None:
    raise fout
