"""What was kept as long as the law allows: found by the clock of each record, and destroyed for good.

Records under the Wpg run on a clock of their own, from the day they were first processed. All else goes with
the file of the jongere, by the selection list; a record of more than one jongere goes with the last file.
What speaks only of a record, such as a step on a paper, goes with it. A tombstone without content stays, so
that every laptop drops its copy.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from calendar import monthrange
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from leerplicht_protocol.records import OWN_WORK, Entity

from . import caseload, records
from .database import next_seqs
from .quarantine import REFUSED
from .records import AVG, WPG
from .schema import dossier, koppeling, onleesbaar, quarantaine, record, veldlog

_DUTCH = ZoneInfo("Europe/Amsterdam")
_TERMS: Mapping[str, Any] = tomllib.loads(files(__package__).joinpath("bewaring.toml").read_text("utf-8"))
_GOES_ALONG = ("stuk", "corrigeert", "bezoek", "taak", "herkomst")
"""Fields that name the record without which this one says nothing. A supplement has a clock of its own."""
_SPEAKS = frozenset(entity.value for entity in OWN_WORK - {Entity.STUK, Entity.BIJLAGE})
APART = "quarantaine"
NOTHING = "{}"
"""What is left of an operation that was turned down, when its term is over."""
_MARK = 16
_AT_ONCE = 500

Key = tuple[str, str]
"""Kind and id of a record."""


@dataclass(frozen=True, order=True)
class Due:
    """One record that must go: since which day, under which rule. It says nothing of its content."""

    since: date
    entity: str
    id: str
    regime: str
    rule: str
    dossiers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Listing:
    """Everything that is due on a day, and the numbers of the files whose birth year nobody knows."""

    due: tuple[Due, ...]
    undecided: tuple[str, ...]

    @property
    def mark(self) -> str:
        """Short text that another list than this one does not have."""
        named = [[one.entity, one.id, one.since.isoformat(), one.rule] for one in self.due]
        return hashlib.sha256(json.dumps(named).encode()).hexdigest()[:_MARK]

    @property
    def counts(self) -> str:
        """How many of which kind, under which law: all that may be remembered of it."""
        found = Counter((one.regime, one.entity) for one in self.due)
        return ", ".join(
            f"{count} {kind} ({regime.upper()})" for (regime, kind), count in sorted(found.items())
        )


@dataclass(frozen=True)
class _Held:
    """What the search needs of one record."""

    key: Key
    regime: str
    first: date
    above: tuple[str, ...]
    dossiers: tuple[str, ...]


def listing(connection: Connection, today: date) -> Listing:
    """What must go on this day, in order of kind and day."""
    held = _held(connection)
    found = _police_data(held.values(), today)
    ends, undecided = _files(connection, held.values())
    for one in held.values():
        if one.regime != WPG and (gone := _with_its_files(one, ends, today)) is not None:
            found[one.key] = gone
    over = {name for name, (day, _) in ends.items() if day <= today}
    _keep_carriers(found, held.values(), over)
    due = [*found.values(), *_refused(connection, today)]
    return Listing(tuple(sorted(due)), tuple(sorted(undecided)))


def _refused(connection: Connection, today: date) -> Iterator[Due]:
    """Work that somebody turned down belongs to no file: its content goes, the decision stays."""
    term = _TERMS["afgewezen"]
    turned = (quarantaine.c.besluit == REFUSED, quarantaine.c.inhoud != NOTHING)
    for row in connection.execute(sa.select(quarantaine.c.op, quarantaine.c.besluit_op).where(*turned)):
        decided = datetime.fromisoformat(row.besluit_op).astimezone(_DUTCH).date()
        day = _after(decided, term["jaren"])
        if day <= today:
            yield Due(day, APART, row.op, AVG, term["grond"])


def _held(connection: Connection) -> dict[Key, _Held]:
    links: dict[Key, list[str]] = {}
    for row in connection.execute(sa.select(koppeling).where(koppeling.c.weg.is_(False))):
        links.setdefault((row.entiteit, row.id), []).append(row.dossier)
    above = _above(connection)
    columns = (
        record.c[name] for name in ("entiteit", "id", "regime", "ontvangen_op", "apparaat_op", "klok_ms")
    )
    out = {}
    for row in connection.execute(sa.select(*columns).where(record.c.weg.is_(False))):
        key = (row.entiteit, row.id)
        where = tuple(sorted(links.get(key, ())))
        out[key] = _Held(key, row.regime, _first(row), above.get(key, ()), where)
    return out


def _above(connection: Connection) -> dict[Key, tuple[str, ...]]:
    """What each record speaks of; papers and attachments, which are large, name nothing here."""
    statement = sa.select(record.c.entiteit, record.c.id, record.c.inhoud)
    statement = statement.where(record.c.entiteit.in_(sorted(_SPEAKS)), record.c.weg.is_(False))
    out = {}
    for row in connection.execute(statement):
        fields = json.loads(row.inhoud)
        named = (fields.get(name) for name in _GOES_ALONG)
        out[row.entiteit, row.id] = tuple(value for value in named if isinstance(value, str) and value)
    return out


def _first(row: Row[Any]) -> date:
    """The day it was first processed: when the laptop made it, and never later than it came in."""
    received = datetime.fromisoformat(row.ontvangen_op)
    made = received
    if row.apparaat_op:
        made = datetime.fromisoformat(row.apparaat_op) + timedelta(milliseconds=row.klok_ms)
    return min(made, received).astimezone(_DUTCH).date()


def _police_data(held: Iterable[_Held], today: date) -> dict[Key, Due]:
    term = _TERMS["wpg"]
    police = [one for one in held if one.regime == WPG]
    found: dict[Key, Due] = {}
    since: dict[str, date] = {}
    for one in police:
        day = _after(one.first, term["jaren"])
        if day <= today:
            since[one.key[1]] = day
            found[one.key] = Due(day, *one.key, WPG, term["grond"], one.dossiers)
    _along(police, since, found, term["grond"])
    return found


def _along(held: Sequence[_Held], since: dict[str, date], found: dict[Key, Due], rule: str) -> None:
    """Bring in what speaks only of what goes, and what speaks of that."""
    more = True
    while more:
        more = False
        for one in held:
            above = [since[up] for up in one.above if up in since]
            if above and one.key not in found:
                since[one.key[1]] = min(above)
                found[one.key] = Due(min(above), *one.key, one.regime, rule, one.dossiers)
                more = True


def _files(connection: Connection, held: Iterable[_Held]) -> tuple[dict[str, tuple[date, str]], set[str]]:
    """Of each file the day on which it goes and why; and the numbers of those of which nobody can say."""
    latest: dict[str, date] = {}
    for one in held:
        for name in one.dossiers if one.key[0] in _CASEWORK else ():
            latest[name] = max(latest.get(name, one.first), one.first)
    ends: dict[str, tuple[date, str]] = {}
    undecided = set()
    people = {id_: str(fields.get("geboortedatum")) for id_, fields in _all(connection, Entity.PERSOON)}
    for id_, fields in _all(connection, Entity.DOSSIER):
        born = people.get(str(fields.get("jongere")), "")
        if not born[:4].isdigit() or int(born[:4]) == 0:
            undecided.add(str(fields.get("nummer") or id_))
        else:
            ends[id_] = _end(born, latest.get(id_))
    return ends, undecided


_CASEWORK = frozenset(entity.value for entity in (*OWN_WORK, Entity.VERZUIMMELDING))


def _all(connection: Connection, entity: Entity) -> Iterator[tuple[str, dict[str, Any]]]:
    statement = sa.select(record.c.id, record.c.inhoud)
    statement = statement.where(record.c.entiteit == entity.value, record.c.weg.is_(False))
    for row in connection.execute(statement):
        yield row.id, json.loads(row.inhoud)


def _end(born: str, latest: date | None) -> tuple[date, str]:
    """When a file goes. What was done after the sixteenth birthday makes it one of kwalificatieplicht too,
    and of two terms the longest holds.
    """
    leerplicht, after = _TERMS["leerplicht"], _TERMS["kwalificatieplicht"]
    first = _birthday(born, leerplicht["jaren"]), str(leerplicht["grond"])
    if latest is None or latest < _birthday(born, after["leeftijd_vanaf"], latest_reading=False):
        return first
    return max(first, (_birthday(born, after["leeftijd_einde"] + after["jaren"]), str(after["grond"])))


def _birthday(born: str, age: int, *, latest_reading: bool = True) -> date:
    """A birthday by an LO3 date; of one that is not fully known the last or the first day that it may be."""
    year = int(born[:4]) + age
    month = int(born[4:6]) or (12 if latest_reading else 1)
    last = monthrange(year, month)[1]
    day = int(born[6:8])
    if day > last:  # 29 February in a common year: the birthday is on 1 March
        return date(year, month, last) + timedelta(days=1)
    return date(year, month, day or (last if latest_reading else 1))


def _with_its_files(one: _Held, ends: Mapping[str, tuple[date, str]], today: date) -> Due | None:
    """When the last file of a record has to go; None while one stays, or of a record of no file."""
    if not one.dossiers or any(name not in ends for name in one.dossiers):
        return None
    day, rule = max(ends[name] for name in one.dossiers)
    return Due(day, *one.key, one.regime, rule, one.dossiers) if day <= today else None


def _keep_carriers(found: dict[Key, Due], held: Iterable[_Held], over: Collection[str]) -> None:
    """A file and its people stay while something under the Wpg of it does; of a record that stays for another
    file's sake it is only taken off.
    """
    staying = {
        name
        for one in held
        if one.key not in found and one.key[0] in _CASEWORK
        for name in one.dossiers
        if one.regime == WPG or name not in over
    }
    for key, due in list(found.items()):
        if key[0] not in _CASEWORK and staying & set(due.dossiers):
            del found[key]


def _after(day: date, years: int) -> date:
    """The day after so many years; a period from 29 February ends on 28 February."""
    year = day.year + years
    last = min(day.day, monthrange(year, day.month)[1])
    return date(year, day.month, last) + timedelta(days=1)


# -- for good -------------------------------------------------------------------------------------


def destroy(connection: Connection, due: Iterable[Due]) -> None:
    """Take the content of these records away everywhere in this database. Only inside ``Database.write``."""
    asked = list(due)
    gone = [one.id for one in asked if one.entity == APART]
    empty = sa.update(quarantaine).where(quarantaine.c.op.in_(gone))
    connection.execute(empty.values(inhoud=NOTHING, bytes=0))
    every = [one for one in asked if one.entity != APART]
    for one in every:
        if one.entity == Entity.DOSSIER.value:
            _close(connection, one.id)  # before its record goes: a revocation names the holders in it
    for begin in range(0, len(every), _AT_ONCE):
        _erase(connection, every[begin : begin + _AT_ONCE])


def _erase(connection: Connection, due: Sequence[Due]) -> None:
    empty = {"inhoud": "{}", "veldrev": "{}", "vingerafdruk": "", "weg": True, "apparaat_op": ""}
    seqs = next_seqs(connection, 2 * len(due))
    rows = [
        {"kind": one.entity, "key": one.id, "link_seq": link, "own_seq": own}
        for one, link, own in zip(due, seqs[::2], seqs[1::2], strict=True)
    ]
    kind: sa.BindParameter[str] = sa.bindparam("kind")
    key: sa.BindParameter[str] = sa.bindparam("key")
    linked = sa.update(koppeling).where(koppeling.c.entiteit == kind, koppeling.c.id == key)
    linked = linked.where(koppeling.c.weg.is_(False))
    connection.execute(linked.values(weg=True, seq=sa.bindparam("link_seq")), rows)
    own = sa.update(record).where(record.c.entiteit == kind, record.c.id == key)
    connection.execute(own.values(rev=record.c.rev + 1, seq=sa.bindparam("own_seq"), **empty), rows)
    for table in (veldlog, onleesbaar):
        told = sa.delete(table).where(table.c.entiteit == kind, table.c.id == key)
        connection.execute(told, rows)
    ids = [one.id for one in due]
    connection.execute(sa.delete(quarantaine).where(quarantaine.c.onderwerp.in_(ids)))


def _close(connection: Connection, dossier_id: str) -> None:
    """Take a file that is gone from everybody who had it; its number never comes back."""
    shared = sa.select(koppeling).where(koppeling.c.dossier == dossier_id, koppeling.c.weg.is_(False))
    for row in connection.execute(shared).all():
        entity = Entity(row.entiteit)
        others = records.dossiers_of(connection, entity, row.id) - {dossier_id}
        records.link(connection, entity, row.id, others)
    caseload.drop(connection, dossier_id, "vernietigd na de bewaartermijn")
    connection.execute(sa.delete(dossier).where(dossier.c.id == dossier_id))
