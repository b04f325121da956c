"""Serial lanes and their inline twin.

The store lane owns the only connection to the vault, the side lane does paper, the net lane signs in, syncs:
no server that hangs holds up a letter. Answers come back through one queued signal on an object that lives as
long as the program; jobs own no QObject, so a screen may go away while its job still runs.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")
Failed = Callable[[Exception], None]


class Job:
    """A job that was handed to a lane; ``cancel`` drops its answer, not the work itself."""

    __slots__ = ("_valid",)

    def __init__(self) -> None:
        self._valid = True

    def annuleer(self) -> None:
        """Drop the answer."""
        self._valid = False

    @property
    def valid(self) -> bool:
        """Whether somebody still wants the answer."""
        return self._valid


class Homecoming(QObject):
    """Brings answers back to the thread that made this object."""

    _answer = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._home = True
        self._answer.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def bring(self, call: Callable[[], None]) -> None:
        """Call ``call`` on the home thread, after what was brought before."""
        self._answer.emit(call)

    def close(self) -> None:
        """Nobody is home any more: a round that ends after the vault was closed has nobody to tell."""
        self._home = False

    @Slot(object)
    def _receive(self, call: Callable[[], None]) -> None:
        if self._home:
            call()


class ThreadLane:
    """One worker thread; jobs run in the order they came.

    ``net`` gets what a job raised when nobody asked for it.
    """

    def __init__(self, name: str, home: Homecoming, net: Failed) -> None:
        self._home = home
        self._net = net
        self._threads = ThreadPoolExecutor(1, thread_name_prefix=name)

    def submit(
        self, job: Callable[[], T], klaar: Callable[[T], None] | None = None, mis: Failed | None = None
    ) -> Job:
        """See :class:`leerplicht_desktop.casework.ports.lane.Lane`."""
        order = Job()
        future = self._threads.submit(job)
        future.add_done_callback(
            lambda ended: self._home.bring(lambda: deliver(ended, order, klaar, mis or self._net))
        )
        return order

    def call(self, job: Callable[[], T]) -> T:
        """Run ``job`` on this lane and wait: for another lane, never for the thread of the screens."""
        if threading.current_thread() is threading.main_thread():
            raise RuntimeError("the screens never wait for a lane")
        return self._threads.submit(job).result()

    def close(self, last: Callable[[], None] | None = None) -> None:
        """Run what was handed over, then ``last``, then stop. Waits; only for the end of the program."""
        if last is not None:
            self._threads.submit(last).result()
        self._threads.shutdown(wait=True, cancel_futures=False)


def deliver(ended: Future[T], order: Job, done: Callable[[T], None] | None, failed: Failed) -> None:
    """Deliver the answer of a finished job to whoever asked for it."""
    fault = ended.exception()
    if fault is None:
        if done is not None and order.valid:
            done(ended.result())
        return
    if not isinstance(fault, Exception):
        raise fault
    if order.valid:
        failed(fault)


class InlineLane:
    """The same contract on the calling thread, so that a test reads from top to bottom."""

    def __init__(self, net: Failed | None = None) -> None:
        self._net = net

    def submit(
        self, job: Callable[[], T], klaar: Callable[[T], None] | None = None, mis: Failed | None = None
    ) -> Job:
        """Run and deliver at once."""
        order = Job()
        ended: Future[T] = Future()
        try:
            ended.set_result(job())
        except Exception as fault:  # noqa: BLE001 - the border of a lane: every failure is delivered
            ended.set_exception(fault)
        deliver(ended, order, klaar, mis or self._net or _show)
        return order

    def call(self, job: Callable[[], T]) -> T:
        """Run ``job`` here."""
        return job()


def _show(fault: Exception) -> None:
    raise fault
