"""A real vault, tied to a municipality of which every answer can be changed on its way."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from leerplicht_desktop.casework.ports.brievenbus import Geheim, Laptopsleutel, Terzijde
from leerplicht_desktop.store.vault import SqlKluis
from leerplicht_desktop.sync.loop import SyncLoop
from leerplicht_protocol.proof import new_key
from tests.store.mould import opened_vault
from tests.store.world import StilleKlok
from tests.sync.fake_kluis import VasteKlok, koppeling
from tests.sync.fake_server import Gemeente, Kabel
from tests.sync.laptop import gemeente

Change = Callable[[dict[str, Any]], object]


@dataclass
class Attacker(httpx.BaseTransport):
    """Hands answers over as the municipality gave them, but for the paths in ``change``."""

    good: Kabel
    change: dict[str, Change] = field(default_factory=dict)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self.good.handle_request(request)
        change = self.change.get(request.url.path)
        if change is None or answer.status_code != 200:
            return answer
        page = json.loads(answer.read())
        change(page)
        return httpx.Response(200, stream=httpx.ByteStream(json.dumps(page).encode()))


@dataclass
class Victim:
    """An officer's laptop: SQLCipher file and all."""

    kluis: SqlKluis
    server: Gemeente
    attacker: Attacker
    loop: SyncLoop

    @property
    def readable(self) -> set[str]:
        """The ids of the dossiers that a screen can show."""
        found = self.kluis.doe(lambda work: {r.id for r in work.brievenbus.opzijgelegd()})
        kept = self.kluis.doe(lambda work: work.brievenbus.revisies())
        return {id_ for id_, _ in kept.get("dossier", [])} - found

    @property
    def aside(self) -> list[tuple[str, str, str]]:
        """Kind, id and reason of what is in the list now."""
        lines: tuple[Terzijde, ...] = self.kluis.doe(lambda work: work.brievenbus.terzijde.alle())
        return [(line.entity, line.id, line.reden) for line in lines if not line.opgelost]


@pytest.fixture
def victim(tmp_path: Path) -> Iterator[Victim]:
    server = gemeente()
    kluis = opened_vault(tmp_path / "kluis", StilleKlok())
    tie = koppeling(device="dev-a", incarnation="inc-a", ambtenaar_id="a")
    key = Laptopsleutel(Geheim(new_key()), Geheim("vernieuw-a"))
    kluis.doe(lambda work: work.brievenbus.bewaar_koppeling(tie))
    kluis.doe(lambda work: work.brievenbus.bewaar_laptopsleutel(key))
    attacker = Attacker(Kabel(server, "a"))
    yield Victim(kluis, server, attacker, SyncLoop(kluis.doe, VasteKlok(), transport=attacker))
    kluis.sluit()
