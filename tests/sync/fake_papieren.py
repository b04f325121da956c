"""Numbers for a proces-verbaal, on a vault in memory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from leerplicht_desktop.casework.ports.zaakstukken import Nummerblok

if TYPE_CHECKING:
    from .fake_kluis import Staat


class FakeNummers:
    """What sync may touch of the port ``Nummers``, on a Staat; nothing is ever sealed here."""

    def __init__(self, staat: Staat) -> None:
        self._staat = staat

    def over(self, jaar: int) -> int:
        """See the port."""
        return sum(blok.tot - blok.van + 1 for blok in self._staat.blokken if blok.jaar == jaar)

    def blokken(self, jaar: int) -> int:
        """See the port."""
        return sum(blok.jaar == jaar for blok in self._staat.blokken)

    def reeks(self, jaar: int) -> tuple[Nummerblok, ...]:
        """See the port."""
        return tuple(blok for blok in self._staat.blokken if blok.jaar == jaar)

    def laat_los(self, blok: Nummerblok) -> None:
        """See the port."""
        self._staat.blokken.remove(blok)

    def bewaar(self, blok: Nummerblok, op: datetime) -> None:
        """See the port."""
        if blok not in self._staat.blokken:
            self._staat.blokken.append(blok)


@dataclass
class FakePapieren:
    """What sync may touch of the port ``Zaakstukken``."""

    nummers: FakeNummers
