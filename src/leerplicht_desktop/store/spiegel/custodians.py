"""The custodians as the municipality named them last."""

from __future__ import annotations

import json
from collections.abc import Sequence

from leerplicht_desktop.casework.ports.herstel import Bewaarder
from leerplicht_desktop.store.kluis.connection import Access

_NAME = "bewaarders"


class SqlBewaarders:
    """Obeys the port ``Bewaarders``."""

    def __init__(self, access: Access) -> None:
        self._db = access
        self.changed = False
        """Whether the vault is still to be sealed to them."""

    def alle(self) -> tuple[Bewaarder, ...]:
        """See the port."""
        found = self._db.value("SELECT waarde FROM instelling WHERE naam = ?", (_NAME,))
        return tuple(Bewaarder(name, key) for name, key in json.loads(str(found or "[]")))

    def bewaar(self, bewaarders: Sequence[Bewaarder]) -> None:
        """See the port."""
        kept = json.dumps([(one.naam, one.sleutel) for one in bewaarders])
        self._db.run(
            "INSERT INTO instelling (naam, waarde) VALUES (?, ?) "
            "ON CONFLICT (naam) DO UPDATE SET waarde = excluded.waarde",
            (_NAME, kept),
        )
        self.changed = True
