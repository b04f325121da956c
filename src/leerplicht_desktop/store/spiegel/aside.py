"""The list of what could not be read of the feed: a line comes with the record and goes when it can be read.

A line that went stays until the municipality heard of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from leerplicht_desktop.casework.ports.brievenbus import Onleesbaar, SpiegelRecord, Terzijde
from leerplicht_desktop.store.kluis.connection import Access

NO_ENVELOPE = "vorm"
_ADD = (
    "INSERT INTO terzijde (entity, id, rev, reden) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (entity, id) DO UPDATE SET gemeld = gemeld AND opgelost = 0 "
    "AND rev IS excluded.rev AND reden = excluded.reden, "
    "rev = excluded.rev, reden = excluded.reden, opgelost = 0"
)
_SOLVE = "UPDATE terzijde SET opgelost = 1, gemeld = 0 WHERE opgelost = 0 AND "
_GONE = (
    "rev IS NOT NULL AND NOT EXISTS (SELECT 1 FROM spiegel_record AS r "
    "WHERE r.entity = 'opzij:' || terzijde.entity AND r.id = terzijde.id)"
)


class SqlAside:
    """Obeys the port ``Terzijdelijst``."""

    def __init__(self, access: Access) -> None:
        self._db = access

    def page(self, records: Iterable[SpiegelRecord], unreadable: Iterable[Onleesbaar]) -> None:
        """Bring the list along with a page that was just kept; also with what left with its dossier."""
        for record in records:
            if record.bezwaar:
                self._db.run(_ADD, (record.entity, record.id, record.rev, record.bezwaar))
            else:
                self._db.run(_SOLVE + "entity = ? AND id = ?", (record.entity, record.id))
        for one in unreadable:
            self._db.run(_ADD, (one.entity, one.id, None, NO_ENVELOPE))
        self._db.run(_SOLVE + _GONE)

    def alle(self) -> tuple[Terzijde, ...]:
        """Every line, also what was read since and not told yet."""
        rows = self._db.rows("SELECT entity, id, rev, reden, opgelost FROM terzijde ORDER BY entity, id")
        return tuple(
            Terzijde(row["entity"], row["id"], row["rev"], row["reden"], bool(row["opgelost"]))
            for row in rows
        )

    def ongemeld(self) -> bool:
        """Whether there is something that the municipality has not heard yet."""
        return bool(self._db.rows("SELECT 1 FROM terzijde WHERE gemeld = 0 LIMIT 1"))

    def gemeld(self) -> None:
        """The municipality heard all of it: what was read since leaves the list."""
        self._db.run("DELETE FROM terzijde WHERE opgelost = 1")
        self._db.run("UPDATE terzijde SET gemeld = 1")

    def vindbaar(self, soorten: Collection[str]) -> None:
        """All records of these kinds are there by now, so nothing without an envelope is missing."""
        for entity in soorten:
            self._db.run(_SOLVE + "rev IS NULL AND entity = ?", (entity,))
