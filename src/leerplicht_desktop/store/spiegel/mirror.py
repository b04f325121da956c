"""The mirror: records as the feed gave them, whole, and to which dossiers they belong.

A record lives while one of its dossiers lives, or while it is everybody's. The list of dossiers and its
search are brought along for every dossier that a page touched.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from leerplicht_desktop.casework.ports.brievenbus import SpiegelRecord
from leerplicht_desktop.casework.ports.werk import Json
from leerplicht_desktop.casework.touched import Soort, Touched
from leerplicht_desktop.store.kluis.codec import from_json, text_of, to_json
from leerplicht_desktop.store.kluis.connection import Access
from leerplicht_desktop.store.kluis.content import FIELD, keep, own

from .authors import as_text, from_text
from .listing import Listing

_KINDS = {
    "deurbezoek": Soort.BEZOEK,
    "gespreksnotitie": Soort.NOTITIE,
    "taak": Soort.TAAK,
    "taakafhandeling": Soort.TAAK,
    "terugmelding": Soort.BEZOEK,
    "procedure": Soort.PROCEDURE,
    "verhoor": Soort.VERHOOR,
    "stuk": Soort.STUK,
    "stukstap": Soort.STUK,
    "bijlage": Soort.BIJLAGE,
}
_DAY = {"verzuimmelding": "datum_melding", "taak": "uiterlijk"}
_REFERS = {
    "deurbezoek": "corrigeert",
    "gespreksnotitie": "corrigeert",
    "taakafhandeling": "taak",
    "terugmelding": "bezoek",
    "procedure": "corrigeert",
    "stuk": "aanvulling_op",
    "stukstap": "stuk",
}
_UPSERT = (
    "INSERT INTO spiegel_record (entity, id, rev, seq, gedeeld, dag, verwijst, fields, frev, auteur) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (entity, id) DO UPDATE SET rev = excluded.rev, "
    "seq = excluded.seq, gedeeld = excluded.gedeeld, dag = excluded.dag, verwijst = excluded.verwijst, "
    "fields = excluded.fields, frev = excluded.frev, "
    "auteur = excluded.auteur"
)
_ORPHANS = (
    "DELETE FROM spiegel_record WHERE gedeeld = 0 AND NOT EXISTS ("
    "SELECT 1 FROM spiegel_dossier AS d WHERE d.entity = spiegel_record.entity AND d.id = spiegel_record.id)"
)


_LOOSE = (
    "DELETE FROM spiegel_deel WHERE NOT EXISTS (SELECT 1 FROM spiegel_record AS r "
    "WHERE r.entity = spiegel_deel.entity AND r.id = spiegel_deel.id)"
)


_ASIDE = "opzij:"
"""Before the kind of a record that holds a value of tomorrow: no question about the kind finds it."""


class Mirror:
    """What the municipality owns. Only pull writes here."""

    def __init__(self, access: Access) -> None:
        self._db = access
        self._listing = Listing(access)

    def apply(self, evict: Sequence[str], records: Iterable[SpiegelRecord]) -> Touched:
        """Evictions first: what is given back in the same page stays."""
        dossiers: set[str] = set(evict)
        kinds: set[Soort] = {Soort.DOSSIER} if evict else set()
        self._evict(evict)
        for record in records:
            kinds |= {Soort.DOSSIER, _KINDS.get(record.entity, Soort.DOSSIER)}
            dossiers |= self._put(record)
        self._listing.rebuild(dossiers)
        return Touched(frozenset(kinds), frozenset(dossiers))

    def revisions(self) -> dict[str, list[tuple[str, int]]]:
        """(id, revision) of every record, per entity."""
        out: dict[str, list[tuple[str, int]]] = {}
        for row in self._db.rows("SELECT entity, id, rev FROM spiegel_record ORDER BY entity, id"):
            out.setdefault(row["entity"].removeprefix(_ASIDE), []).append((row["id"], row["rev"]))
        return out

    def aside(self) -> tuple[SpiegelRecord, ...]:
        """The records that were set aside, under their own kind."""
        rows = self._db.rows(
            "SELECT entity, id, rev, seq, fields, frev, auteur, (SELECT json_group_array(dossier) FROM "
            "spiegel_dossier AS d WHERE d.entity = r.entity AND d.id = r.id) AS dossiers "
            "FROM spiegel_record AS r WHERE entity >= ? AND entity < ? ORDER BY entity, id",
            (_ASIDE, _ASIDE + "\x7f"),
        )
        return tuple(
            SpiegelRecord(
                row["entity"].removeprefix(_ASIDE),
                row["id"],
                tuple(from_json(row["dossiers"])),
                row["rev"],
                row["seq"],
                deleted=False,
                fields=from_json(row["fields"]),
                frev=from_json(row["frev"]),
                opzij=True,
                auteur=from_text(row["auteur"]),
            )
            for row in rows
        )

    def outdate(self) -> None:
        """Call everything old: it stays in sight until the feed gives it again or turns out not to have it.

        Revision 0 says so; the municipality counts from 1. It is kept in the file, for a program that stops
        half-way must know it when it goes on.
        """
        self._db.run("UPDATE spiegel_record SET rev = 0")

    def outdated(self) -> tuple[tuple[str, str], ...]:
        """(entity, id) of every record that is still old."""
        rows = self._db.rows("SELECT entity, id FROM spiegel_record WHERE rev = 0 ORDER BY entity, id")
        return tuple((row["entity"].removeprefix(_ASIDE), row["id"]) for row in rows)

    def _evict(self, dossiers: Sequence[str]) -> None:
        for dossier in dossiers:
            self._db.run("DELETE FROM spiegel_dossier WHERE dossier = ?", (dossier,))
        if dossiers:
            self._db.run(_ORPHANS)
            self._db.run(_LOOSE)

    def _put(self, record: SpiegelRecord) -> set[str]:
        """Keep one record; returns the dossiers whose line may look different now."""
        twin = replace(record, entity=_ASIDE + record.entity)
        if record.opzij:
            record, twin = twin, record
        key = (record.entity, record.id)
        before = self._dossiers_of(record) | self._dossiers_of(twin)
        self._forget(twin)
        self._db.run("DELETE FROM spiegel_dossier WHERE entity = ? AND id = ?", key)
        if record.deleted:
            self._forget(record)
            return before
        self._db.run(
            _UPSERT,
            (
                *key,
                record.rev,
                record.seq,
                not record.dossiers,
                _named(record, _DAY),
                _named(record, _REFERS),
                to_json(self._without_content(record)),
                to_json(dict(record.frev)),
                as_text(record.auteur),
            ),
        )
        self._db.run_many(
            "INSERT INTO spiegel_dossier (dossier, entity, id) VALUES (?, ?, ?)",
            [(dossier, *key) for dossier in dict.fromkeys(record.dossiers)],
        )
        return before | set(record.dossiers)

    def _forget(self, record: SpiegelRecord) -> None:
        key = (record.entity, record.id)
        self._db.run("DELETE FROM spiegel_dossier WHERE entity = ? AND id = ?", key)
        self._db.run("DELETE FROM spiegel_record WHERE entity = ? AND id = ?", key)
        self._db.run("DELETE FROM spiegel_deel WHERE entity = ? AND id = ?", key)

    def _without_content(self, record: SpiegelRecord) -> dict[str, Json]:
        """The fields, their content apart: in parts, and only when this laptop has not made it itself."""
        fields = dict(record.fields)
        content = fields.pop(FIELD[record.entity], None) if record.entity in FIELD else None
        if isinstance(content, str) and not own(self._db, record.entity, record.id):
            self._db.run("DELETE FROM spiegel_deel WHERE entity = ? AND id = ?", (record.entity, record.id))
            keep(self._db, "spiegel_deel", record.entity, record.id, base64.b64decode(content))
        return fields

    def _dossiers_of(self, record: SpiegelRecord) -> set[str]:
        if record.entity == "school":
            rows = self._db.rows("SELECT dossier FROM dossier_regel WHERE school_id = ?", (record.id,))
        else:
            rows = self._db.rows(
                "SELECT dossier FROM spiegel_dossier WHERE entity = ? AND id = ?", (record.entity, record.id)
            )
        return {row["dossier"] for row in rows}


def _named(record: SpiegelRecord, fields: Mapping[str, str]) -> str:
    """The text in the field that ``fields`` has for its kind; empty for a kind that has none."""
    return text_of(record.fields, fields[record.entity]) if record.entity in fields else ""
