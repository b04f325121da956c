"""Ties sync to the vault and to the screens."""

from __future__ import annotations

from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Kluis
from leerplicht_desktop.sync.loop import SyncLoop
from leerplicht_desktop.ui.scherm.context import Bulletin

from .lanes import ThreadLane, Thuiskomst
from .synchronisatie import SyncDienst


def bouw_sync(
    kluis: Kluis, lanes: tuple[ThreadLane, ThreadLane], bulletin: Bulletin, klok: Klok, thuis: Thuiskomst
) -> SyncDienst:
    """The service of an open vault. Its rounds run on the side lane and reach the vault through its own."""
    opslag, _ = lanes

    def meld(verzonden: int, ontvangen: int) -> None:
        thuis.breng(lambda: dienst.meld_voortgang(verzonden, ontvangen))

    loop = SyncLoop(lambda act: opslag.call(lambda: kluis.doe(act)), klok, report=meld)
    dienst = SyncDienst(kluis, lanes, bulletin, loop)
    return dienst
