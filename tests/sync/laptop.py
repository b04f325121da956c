"""A municipality with a few dossiers, and laptops that are tied to it."""

from __future__ import annotations

from dataclasses import replace

import httpx
from pydantic import JsonValue

from leerplicht_desktop.casework.ports.brievenbus import Geheim, Laptopsleutel
from leerplicht_desktop.sync.identity import Held, Identity
from leerplicht_desktop.sync.loop import SyncLoop
from leerplicht_protocol.messages import Ambtenaar, Enrol
from leerplicht_protocol.proof import new_key
from leerplicht_protocol.records import Entity
from leerplicht_protocol.session import Session, SessionState

from .fake_kluis import FakeKluis, VasteKlok, koppeling
from .fake_office import BEGIN, Zitting
from .fake_server import Gemeente, Kabel


def iemand(vernieuwing: str = "") -> Identity:
    """A laptop with a key of its own; ``vernieuwing`` is the renewal of its sign-in, if any."""
    held = Held()
    if vernieuwing:
        held.keep(
            Session(
                token="oud", renewal=vernieuwing, seconds=1, until=BEGIN, state=SessionState.ACTIVE, name="a"
            )
        )
    return Identity(new_key(), held)


def dossier(nummer: int) -> dict[str, JsonValue]:
    """The fields of a dossier."""
    return {"nummer": f"2026-{nummer}", "jongere": None, "naam": f"Leerling {nummer}"}


def gemeente(
    aantal: int = 3, officers: tuple[str, ...] = ("a", "b"), soort: type[Gemeente] = Gemeente
) -> Gemeente:
    """A server with ``aantal`` dossiers, every officer tied to it and every dossier given to all of them."""
    server = soort()
    for officer in officers:
        server.ambtenaren[officer] = Ambtenaar(id=officer, naam=f"Ambtenaar {officer}")
        server.vernieuwingen[f"vernieuw-{officer}"] = Zitting(officer, f"dev-{officer}")
        server.apparaten[f"dev-{officer}"] = (officer, Enrol(name="laptop", incarnation=f"inc-{officer}"))
    for nummer in range(aantal):
        server.schrijf(Entity.DOSSIER, f"d{nummer}", (f"d{nummer}",), dossier(nummer))
        for officer in officers:
            server.geef(officer, f"d{nummer}")
    return server


class Laptop:
    """A vault in memory with its loop; ``herstart`` is another process on the same disk."""

    def __init__(
        self,
        server: Gemeente,
        officer: str = "a",
        transport: httpx.BaseTransport | None = None,
        *,
        kluis: type[FakeKluis] = FakeKluis,
    ) -> None:
        self.officer = officer
        self.transport = transport or Kabel(server, officer)
        self.kluis = kluis(
            koppeling(
                device=f"dev-{officer}",
                incarnation=f"inc-{officer}",
                ambtenaar_id=officer,
            )
        )
        self.kluis.staat.laptopsleutel = Laptopsleutel(Geheim(new_key()), Geheim(f"vernieuw-{officer}"))
        self.loop = self._loop()

    def meld_aan(self, server: Gemeente) -> None:
        """The officer signed in again, at a server that does not know the renewal of before."""
        vernieuwing = f"opnieuw-{len(server.vernieuwingen)}-{self.officer}"
        server.vernieuwingen[vernieuwing] = Zitting(self.officer, f"dev-{self.officer}")
        sleutel = self.kluis.staat.laptopsleutel
        assert sleutel is not None
        self.kluis.staat.laptopsleutel = replace(sleutel, vernieuwing=Geheim(vernieuwing))

    def _loop(self) -> SyncLoop:
        return SyncLoop(self.kluis.doe, VasteKlok(), transport=self.transport)

    def herstart(self) -> None:
        """The program died and was started again."""
        self.loop = self._loop()

    @property
    def spiegel(self) -> dict[tuple[str, str], int]:
        """What the laptop holds, with revisions."""
        return {key: record.rev for key, record in self.kluis.staat.spiegel.items()}

    @property
    def open(self) -> list[str]:
        """Operations that wait."""
        return [rij.verzending.op for rij in self.kluis.staat.uitvak if rij.open]
