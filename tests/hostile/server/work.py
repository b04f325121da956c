"""Work that waits in a real vault."""

from __future__ import annotations

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.werk import Verzending
from leerplicht_desktop.store.vault import SqlKluis
from tests.sync.fake_kluis import AANGEMELD, notitie_body


def note(kluis: SqlKluis, id_: str) -> str:
    """A note in the outbox; returns its operation."""

    def act(work: Work) -> str:
        work.uitvak.voeg_toe(
            Verzending("gespreksnotitie", id_, ("d0",), notitie_body(("d0",), "x"), AANGEMELD)
        )
        return work.brievenbus.openstaand(99)[-1].op

    return kluis.doe(act)
