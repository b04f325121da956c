"""A server whose clock a test holds."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import pytest

from leerplicht_server.database import Database
from tests.server.office import Office
from tests.server.web import client

from .laptop import Laptop


@dataclass
class Hands:
    """The clock of a server: now, and ``ahead`` seconds more."""

    ahead: float = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


@dataclass
class Town:
    """An office and its server."""

    office: Office
    clock: Hands
    http: httpx.Client

    def laptop(self) -> Laptop:
        return Laptop(self.http)

    def working(self, officer: str, incarnation: str = "i-1") -> Laptop:
        """A laptop of practice, enrolled."""
        made = Laptop(self.http)
        made.sign_in_by_code(officer)
        made.enrol(incarnation=incarnation)
        made.renew()
        return made


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def town(database: Database, clock: Hands) -> Iterator[Town]:
    office = Office(database)
    with client(database, clock=clock) as http:
        yield Town(office, clock, http)
