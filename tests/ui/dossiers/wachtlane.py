"""A lane that answers when the test says so: to let an older answer come in after a newer one."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from leerplicht_desktop.bootstrap.lanes import Failed, Job, deliver
from leerplicht_desktop.casework.problems import BekendProbleem

T = TypeVar("T")


class Wachtlane:
    """Obeys the port Lane; jobs wait until ``lever``."""

    def __init__(self) -> None:
        self._wachtend: list[Callable[[], None]] = []

    @property
    def wachtend(self) -> int:
        """How many jobs were not answered yet."""
        return len(self._wachtend)

    def submit(
        self, job: Callable[[], T], klaar: Callable[[T], None] | None = None, mis: Failed | None = None
    ) -> Job:
        """Keep the job."""
        opdracht = Job()

        def lever() -> None:
            af: Future[T] = Future()
            try:
                af.set_result(job())
            except BekendProbleem as fout:  # what the real lane would bring home
                af.set_exception(fout)
            deliver(af, opdracht, klaar, mis or _mis)

        self._wachtend.append(lever)
        return opdracht

    def lever(self, plaats: int = 0) -> None:
        """Answer one job, the oldest unless told otherwise."""
        self._wachtend.pop(plaats)()

    def lever_alles(self) -> None:
        """Answer every job, also those that an answer leads to."""
        while self._wachtend:
            self.lever()


def _mis(fout: Exception) -> None:
    raise fout
