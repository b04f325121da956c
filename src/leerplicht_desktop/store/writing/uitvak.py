"""The outbox as casework sees it: something to append to, in the transaction of the work itself."""

from __future__ import annotations

from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.werk import Verzending
from leerplicht_desktop.store.kluis.codec import to_json
from leerplicht_desktop.store.kluis.connection import Access
from leerplicht_desktop.store.kluis.content import later


class SqlUitvak:
    """Obeys the port ``Uitvak``."""

    def __init__(self, access: Access, klok: Klok) -> None:
        self._db = access
        self._clock = klok

    def voeg_toe(self, verzending: Verzending) -> str:
        """Append; returns the operation id, which stays the same however often it is sent."""
        op = verzending.op or nieuw_id(self._clock.nu())
        self._db.run(
            "INSERT INTO uitvak (op, entity, id, dossiers, body, after, at, later) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                op,
                verzending.entity,
                verzending.id,
                to_json(verzending.dossiers),
                to_json(verzending.body),
                to_json(verzending.after),
                verzending.at.isoformat(),
                later(self._db, verzending.entity, verzending.id),
            ),
        )
        n = self._db.value("SELECT n FROM uitvak WHERE op = ?", (op,))
        self._db.run_many(
            "INSERT INTO uitvak_dossier (dossier, n) VALUES (?, ?)",
            [(dossier, n) for dossier in dict.fromkeys(verzending.dossiers)],
        )
        return op
