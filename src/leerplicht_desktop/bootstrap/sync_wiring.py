"""Ties sync to the vault and to the screens."""

from __future__ import annotations

from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Kluis
from leerplicht_desktop.sync.loop import SyncLoop
from leerplicht_desktop.ui.scherm.context import Bulletin

from .lanes import Homecoming, ThreadLane
from .sync_service import SyncService


def wire_sync(
    kluis: Kluis,
    lanes: tuple[ThreadLane, ThreadLane],
    bulletin: Bulletin,
    clock: Klok,
    home: Homecoming,
    proxy: str = "",
) -> SyncService:
    """The service of an open vault. Its rounds run on the net lane and reach the vault through its own."""

    def report(sent: int, received: int) -> None:
        home.bring(lambda: service.report_progress(sent, received))

    loop = SyncLoop(lambda act: lanes[0].call(lambda: kluis.doe(act)), clock, report=report, proxy=proxy)
    return (service := SyncService(kluis, lanes, bulletin, loop))
