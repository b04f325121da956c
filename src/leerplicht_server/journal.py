"""Who did what, when, to which files and why: lines that are only added, each sealed to the one before.

``hash`` is SHA-256 of the previous hash and the line, so a line that was changed, taken away, moved or put
in between shows at once. A tail that was cut off, or a chain written anew, shows only beside a head that was
kept elsewhere: laptops keep it. No line holds what stands in a record.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from leerplicht_protocol.messages import JournalHead

from .schema import ambtenaar, dossier, journaal, meta

GENESIS = "0" * 64
"""What stands before the first line."""

PREFIX = 16
"""Fewest characters of a hash that say which line is meant."""

MOST_LINES = 100_000
"""Most lines that are read at once."""

_MARK = "journaal"
"""The name in ``meta`` of the last line: its number and hash."""

_FIELDS = ("nr", "op", "wie", "apparaat", "wat", "waarop", "waarom")
_AT_ONCE = 2_000
_LONGEST = 4_000


class What(StrEnum):
    """The kinds of act."""

    PROVIDED = "verstrekt"
    READ = "gelezen"
    REFUSED = "geweigerd"
    IMPORTED = "ingelezen"
    GRANTED = "toegewezen"
    TAKEN_BACK = "teruggenomen"
    OFFICER = "ambtenaar bijgewerkt"
    SIGNED_IN = "aangemeld"
    ADMITTED = "laptop toegelaten"
    RIGHT = "inschrijfrecht gegeven"
    SUSPENDED = "ambtenaar geschorst"
    BARRED = "ambtenaar geweerd"
    RESTORED = "ambtenaar hersteld"
    ENROLLED = "laptop ingeschreven"
    REVOKED = "laptop ingetrokken"
    NUMBERS = "nummers gegeven"
    STARTED = "server gestart"
    SEEDED = "oefengegevens geladen"
    JOURNAL_READ = "journaal gelezen"
    PUT_BACK = "back-up teruggezet"
    KEY_RENEWED = "sleutel vernieuwd"
    QUARANTINE_READ = "quarantaine bekeken"
    RELEASED = "quarantaine vrijgegeven"
    HANDED_OVER = "quarantaine overgedragen"
    TAKEN_AFTER = "alsnog aangenomen"
    TURNED_DOWN = "quarantaine afgewezen"
    SIGNED_OUT = "afgemeld"
    SESSION_ENDED = "sessie beëindigd"
    ROLES = "rollen gewijzigd"
    UNTIED = "account losgemaakt"
    LISTED = "lijst getoond"
    CHECKED = "journaal gecontroleerd"
    TO_GO_READ = "te vernietigen bekeken"
    TO_GO_APPROVED = "vernietiging goedgekeurd"
    DESTROYED = "vernietigd"
    GIVEN = "inzage gegeven"
    AREA = "gebied gegeven"
    AREA_BACK = "gebied teruggenomen"
    MANDATE = "mandaat gegeven"
    MANDATE_BACK = "mandaat ingetrokken"
    MANDATE_BEGAN = "mandaat begonnen"
    MANDATE_ENDED = "mandaat afgelopen"
    CUSTODIAN = "bewaarder toegevoegd"
    CUSTODIAN_BACK = "bewaarder weggenomen"
    VAULT_ASKED = "kluisherstel gevraagd"
    VAULT_HALF = "kluis half geopend"
    VAULT_OPENED = "kluis geopend"
    VAULT_FETCHED = "kluisherstel opgehaald"
    VAULT_REFUSED = "kluisherstel afgewezen"


@dataclass(frozen=True)
class Entry:
    """One line to be: ``on`` are ids of files, laptops or people; ``why`` a reason, or what was refused."""

    who: str
    what: What
    on: Sequence[str] = ()
    why: str = ""
    device: str = ""


@dataclass(frozen=True)
class Filter:
    """Which lines are asked for; empty = all. ``since`` and ``until`` are days, ISO 8601.

    ``on`` are ids of which a line names at least one, or whose laptop it is of.
    """

    who: str = ""
    what: str = ""
    on: tuple[str, ...] = ()
    since: str = ""
    until: str = ""


def append(connection: Connection, entry: Entry) -> JournalHead:
    """Add a line. The last statement of the act's own transaction, in ``Database.write``: one at a time."""
    last = head(connection)
    number, previous = (last.nr + 1, last.hash) if last is not None else (1, GENESIS)
    line: dict[str, Any] = {
        "nr": number,
        "op": datetime.now(UTC).isoformat(timespec="microseconds"),
        "wie": entry.who[:400],
        "apparaat": entry.device[:80],
        "wat": entry.what.value,
        "waarop": json.dumps(list(entry.on), ensure_ascii=False),
        "waarom": entry.why[:_LONGEST].replace("\0", ""),
    }
    sealed = _seal(previous, line)
    connection.execute(sa.insert(journaal).values(**line, vorige=previous, hash=sealed))
    _keep(connection, f"{number}:{sealed}", f"{last.nr}:{last.hash}" if last is not None else "")
    return JournalHead(nr=number, hash=sealed)


def _keep(connection: Connection, mark: str, before: str) -> None:
    """The last line a second time, so that lines that go at the end are missed without a laptop too.

    A mark that is not of the line before stays as it is, for ``check`` to find.
    """
    if before:
        which = (meta.c.naam == _MARK, meta.c.waarde == before)
        connection.execute(sa.update(meta).where(*which).values(waarde=mark))
    elif connection.execute(sa.select(meta.c.naam).where(meta.c.naam == _MARK)).first() is None:
        connection.execute(sa.insert(meta).values(naam=_MARK, waarde=mark))


def _seal(previous: str, line: dict[str, Any]) -> str:
    content = json.dumps([line[field] for field in _FIELDS], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{previous}\n{content}".encode(errors="surrogatepass")).hexdigest()


def head(connection: Connection) -> JournalHead | None:
    """The last line: its number and hash."""
    statement = sa.select(journaal.c.nr, journaal.c.hash).order_by(journaal.c.nr.desc()).limit(1)
    row = connection.execute(statement).one_or_none()
    return JournalHead(nr=row.nr, hash=row.hash) if row is not None else None


def hash_of(connection: Connection, number: int) -> str:
    """The hash of a line; empty when there is no such line."""
    statement = sa.select(journaal.c.hash).where(journaal.c.nr == number)
    return str(connection.execute(statement).scalar_one_or_none() or "")


def lines(connection: Connection, wanted: Filter, limit: int) -> list[Row[Any]]:
    """The newest lines that answer a filter, the newest first."""
    statement = sa.select(journaal).order_by(journaal.c.nr.desc()).limit(limit)
    for column, value in ((journaal.c.wie, wanted.who), (journaal.c.wat, wanted.what)):
        if value:
            statement = statement.where(column == value)
    if wanted.on:
        named = [journaal.c.waarop.contains(_quoted(one), autoescape=True) for one in wanted.on]
        statement = statement.where(sa.or_(*named, journaal.c.apparaat.in_(wanted.on)))
    if wanted.since:
        statement = statement.where(journaal.c.op >= wanted.since)
    if wanted.until:
        statement = statement.where(journaal.c.op < f"{wanted.until}T99")
    return list(connection.execute(statement))


def _quoted(one: str) -> str:
    return json.dumps(one, ensure_ascii=False)


def plain_line(text: str) -> str:
    """A line for a terminal: what steers it is left out."""
    return "".join(sign for sign in text if sign.isprintable())


def check(connection: Connection, mark: tuple[int, str] | None = None) -> str:
    """What is wrong with the chain, in Dutch; empty when it holds.

    ``mark`` is a head that was kept elsewhere, its hash whole or its first characters.
    """
    statement = sa.select(journaal).order_by(journaal.c.nr)
    with connection.execute(statement.execution_options(yield_per=_AT_ONCE)) as rows:
        broken = _broken(rows)
    return broken or _short(connection) or (_unlike(connection, *mark) if mark else "")


def _short(connection: Connection) -> str:
    """What the mark in the database itself misses at the end of the chain."""
    kept = connection.execute(sa.select(meta.c.waarde).where(meta.c.naam == _MARK)).scalar_one_or_none()
    last = head(connection)
    if kept is None and last is None:
        held = connection.execute(sa.select(ambtenaar.c.id).union(sa.select(dossier.c.id)).limit(1)).first()
        return "Het journaal is leeg, en er zijn wel gegevens." if held else ""
    if kept is None:
        return "Het merk van het journaal is uit de database weg."
    number, _, sealed = kept.partition(":")
    if last is None or last.nr < int(number):
        return f"Het journaal is ingekort: er was een regel {number}."
    if hash_of(connection, int(number)) != sealed:
        return f"Het journaal is herschreven: regel {number} is een andere dan die er stond."
    return "" if last.nr == int(number) else "Er staan regels in het journaal die de server niet schreef."


def _broken(rows: Iterable[Row[Any]]) -> str:
    expected, previous = 1, GENESIS
    for row in rows:
        line = dict(row._mapping)
        if line["nr"] != expected:
            return f"Regel {expected} ontbreekt."
        if line["vorige"] != previous or line["hash"] != _seal(previous, line):
            return f"Regel {expected} is niet zoals hij geschreven is, of staat niet op zijn plaats."
        previous, expected = line["hash"], expected + 1
    return ""


def _unlike(connection: Connection, number: int, sealed: str) -> str:
    found = hash_of(connection, number)
    if not found:
        return f"Het journaal is ingekort: regel {number}, die bewaard is op een laptop, is er niet meer."
    if not found.startswith(sealed):
        return f"Het journaal is herschreven: regel {number} is een andere dan die op een laptop is bewaard."
    return ""
