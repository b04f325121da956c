"""A place for acts to work in: in memory, and in a real vault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.werk import Verzending
from tests.casework.memory import Memory
from tests.store.mould import opened_vault
from tests.store.world import StilleKlok

T = TypeVar("T")


class Desk:
    """Runs an act, each in a transaction of its own; ``sent`` is what lies in the outbox."""

    def __init__(
        self, do: Callable[[Callable[[Work], Any]], Any], sent: Callable[[], list[Verzending]]
    ) -> None:
        self._do, self._sent = do, sent
        self.klok = StilleKlok()

    def __call__(self, act: Callable[[Work], T]) -> T:
        """What the act answers."""
        return cast(T, self._do(act))

    @property
    def sent(self) -> list[Verzending]:
        """The outbox, the oldest first."""
        return self._sent()


@pytest.fixture(params=["memory", "vault"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """The same test on both: what the memory does, the vault does."""
    if request.param == "memory":
        memory = Memory()
        yield Desk(lambda act: act(cast(Work, memory)), lambda: memory.uitvak.rows)
        return
    kluis = opened_vault(tmp_path / "kluis", StilleKlok())
    yield Desk(kluis.doe, lambda: list(kluis.doe(lambda work: work.brievenbus.openstaand(100))))
    kluis.sluit()
