"""The municipality in a test: what the office does, and a laptop that obeys the feed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from pydantic import JsonValue
from sqlalchemy.engine import Connection

from leerplicht_protocol.messages import Ambtenaar, Change, Clock, Create, OpResult, Patch
from leerplicht_protocol.records import Dossier, Entity, Told
from leerplicht_server import access, caseload, feed, number_blocks, push, records, schema
from leerplicht_server.database import Database
from leerplicht_server.rights import OFFICER

ANNA, BRAM = "anna", "bram"
MOMENT = "2026-11-20T13:07:00Z"
NOTE = {"met_wie": "moeder", "gesproken_op": MOMENT, "hoe": "telefoon", "tekst": "", "vastgelegd_op": MOMENT}


def laptop(connection: Connection, officer: str, incarnation: str = "i-1", name: str = "laptop") -> str:
    """A laptop that was enrolled, by its id."""
    device = f"dev-{officer}-{incarnation}"
    row = {"id": device, "ambtenaar": officer, "naam": name, "incarnatie": incarnation}
    connection.execute(sa.insert(schema.apparaat).values(**row, ingetrokken=False, gemaakt_op=MOMENT))
    return device


@dataclass
class Office:
    """Acts of the office on one database."""

    database: Database
    _op: int = 0

    def __post_init__(self) -> None:
        with self.database.write() as connection:
            for name in (ANNA, BRAM):
                access.add_officer(connection, Ambtenaar(id=name, naam=name.title()))

    def dossier(self, dossier: str, *officers: str) -> None:
        made = Dossier(nummer=dossier, jongere=None, naam="Jongere")
        body = made.model_dump(mode="json", exclude=set(Told.model_fields))  # as an import makes it
        with self.database.write() as connection:
            records.insert(connection, Entity.DOSSIER, dossier, body)
            records.link(connection, Entity.DOSSIER, dossier, [dossier])
        for officer in officers:
            self.grant(officer, dossier)

    def person(self, person: str, dossiers: list[str], **fields: JsonValue) -> None:
        with self.database.write() as connection:
            records.put(connection, Entity.PERSOON, person, fields)
            records.link(connection, Entity.PERSOON, person, dossiers)

    def school(self, school: str, naam: str) -> None:
        with self.database.write() as connection:
            records.put(connection, Entity.SCHOOL, school, {"naam": naam})

    def edit(self, dossier: str, **fields: JsonValue) -> None:
        with self.database.write() as connection:
            old = records.load(connection, Entity.DOSSIER, dossier)
            assert old is not None
            records.change(connection, old, fields)

    def grant(self, officer: str, dossier: str) -> None:
        with self.database.write() as connection:
            caseload.grant(connection, officer, [dossier])

    def revoke(self, officer: str, dossier: str) -> None:
        with self.database.write() as connection:
            caseload.revoke(connection, officer, [dossier], "overgedragen")

    def push(
        self, officer: str, op: Mapping[str, JsonValue], roles: frozenset[str] = frozenset({OFFICER})
    ) -> OpResult:
        """One operation as it would come over the wire."""
        raw: JsonValue = dict(op)
        model: Create | Patch = (
            Patch.model_validate(raw) if op["kind"] == "patch" else Create.model_validate(raw)
        )
        clock = Clock(wall=datetime(2026, 11, 20, 14, 0, tzinfo=UTC), offset_ms=-840)
        sender = push.Sender(
            Ambtenaar(id=officer, naam=officer.title()), f"dev-{officer}", clock, roles=roles
        )
        with self.database.write() as connection:
            return push.apply(connection, sender, model, raw)

    def note(self, *dossiers: str, **changes: Any) -> dict[str, Any]:
        """A create operation of a gespreksnotitie."""
        self._op += 1
        body = {**NOTE, "dossiers": list(dossiers), **changes.pop("body", {})}
        return {
            "kind": "create",
            "op": f"op-{self._op}",
            "n": self._op,
            "entity": "gespreksnotitie",
            "id": f"g-{self._op}",
            "dossiers": list(dossiers),
            "body": body,
            "at": MOMENT,
            **changes,
        }

    def patch(self, dossier: str, **fields: tuple[JsonValue, int]) -> dict[str, Any]:
        """A patch operation: field = (value, base)."""
        self._op += 1
        changes = {name: {"value": value, "base": base} for name, (value, base) in fields.items()}
        common = {"kind": "patch", "op": f"op-{self._op}", "n": self._op, "at": MOMENT}
        return {**common, "entity": "dossier", "id": dossier, "dossiers": [dossier], "set": changes}

    def laptop(self, officer: str) -> str:
        """The laptop from which ``push`` sends: enrolled, so that it may have numbers."""
        device = f"dev-{officer}"
        values = {"id": device, "ambtenaar": officer, "naam": "laptop", "incarnatie": f"i-{device}"}
        with self.database.write() as connection:
            connection.execute(
                sa.insert(schema.apparaat).values(**values, ingetrokken=False, gemaakt_op=MOMENT)
            )
        return device

    def numbers(self, officer: str, year: int = 2026) -> None:
        """A block of numbers for the laptop of an officer."""
        device = self.laptop(officer)
        with self.database.write() as connection:
            number_blocks.reserve(connection, device, "OEF", year, 1)

    def count(self, table: sa.Table) -> int:
        with self.database.read() as connection:
            return int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())

    def visible(self, officer: str) -> dict[tuple[str, str], tuple[int, frozenset[str]]]:
        """What an officer ought to hold: worked out by hand from grants and links, not by the feed."""
        with self.database.read() as connection:
            grants = connection.execute(sa.select(schema.toewijzing)).all()
            links = connection.execute(sa.select(schema.koppeling)).all()
            rows = connection.execute(sa.select(schema.record)).all()
        mine = {g.dossier for g in grants if g.ambtenaar == officer and g.ingetrokken_seq is None}
        out: dict[tuple[str, str], tuple[int, frozenset[str]]] = {}
        for row in rows:
            own = {x.dossier for x in links if (x.entiteit, x.id) == (row.entiteit, row.id) and not x.weg}
            if not row.weg and (own & mine or row.entiteit == "school"):
                out[row.entiteit, row.id] = (row.rev, frozenset(own & mine))
        return out


@dataclass
class Laptop:
    """Holds what the feed said, and nothing else."""

    database: Database
    officer: str
    cursor: str = ""
    records: dict[tuple[str, str], Change] = field(default_factory=dict)
    received: list[Change] = field(default_factory=list)

    def pull(self, limit: int = 500) -> None:
        while self.page(limit):
            pass

    def page(self, limit: int) -> bool:
        """Apply one page; evictions first, as the protocol says."""
        with self.database.read() as connection:
            after = feed.unseal(connection, self.officer, self.cursor)
            page = feed.page(connection, self.officer, after, limit)
            self.cursor = feed.seal(connection, self.officer, page.next)
        for evict in page.evict:
            self._evict(evict.dossier)
        for change in page.changes:
            key = (change.entity.value, change.id)
            self.received.append(change)
            if change.deleted:
                self.records.pop(key, None)
            else:
                self.records[key] = change
        return page.more

    def _evict(self, dossier: str) -> None:
        for key, record in list(self.records.items()):
            left = tuple(d for d in record.dossiers if d != dossier)
            if left:
                self.records[key] = record.model_copy(update={"dossiers": left})
            elif record.dossiers:
                del self.records[key]

    def holds(self) -> dict[tuple[str, str], tuple[int, frozenset[str]]]:
        return {key: (c.rev, frozenset(c.dossiers)) for key, c in self.records.items()}
