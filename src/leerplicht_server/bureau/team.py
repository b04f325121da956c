"""What a team has in hand: dossiers and terms of each officer, dossiers and reports of each school."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from leerplicht_protocol.records import Entity
from leerplicht_server.identity.sessions import ACCESS_SECONDS
from leerplicht_server.records import AVG
from leerplicht_server.schema import ambtenaar, apparaat, dossier, koppeling, record, sessie, toewijzing

_WEEK = 7
_HERE = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True)
class Term:
    """Something that must be done by a day. ``officer`` is whose it is, by name."""

    id: str
    what: str
    officer: str
    until: date
    dossiers: tuple[str, ...]
    days: int
    """Days that are left; below 0 it is late."""


@dataclass(frozen=True)
class OfficerLine:
    """One officer in the table."""

    id: str
    name: str
    state: str
    dossiers: int
    late: int
    week: int
    seen: str
    """When a laptop of his last asked something, ISO 8601; empty when that is longer ago than is kept."""


@dataclass(frozen=True)
class SchoolLine:
    """One school in the table."""

    id: str
    name: str
    dossiers: int
    reports: int


def terms(connection: Connection, day: date) -> list[Term]:
    """What is late or ends within a week, the latest first. Tasks under the Wpg are left out."""
    ended = {
        str(json.loads(text).get("taak"))
        for text in connection.execute(_contents(Entity.TAAKAFHANDELING)).scalars()
    }
    names = _names(connection)
    rows = connection.execute(_tasks()).all()
    found = [_term(row, names, day) for row in rows if row.id not in ended]
    return sorted((one for one in found if one.days <= _WEEK), key=lambda one: (one.until, one.officer))


def _tasks() -> sa.Select[Any]:
    columns = (record.c.id, record.c.inhoud, record.c.auteur, record.c.auteur_naam)
    where = (record.c.entiteit == Entity.TAAK.value, record.c.weg.is_(False), record.c.regime == AVG)
    return sa.select(*columns).where(*where)


def _contents(entity: Entity) -> sa.Select[Any]:
    return sa.select(record.c.inhoud).where(record.c.entiteit == entity.value, record.c.weg.is_(False))


def _names(connection: Connection) -> dict[str, str]:
    rows = connection.execute(sa.select(ambtenaar.c.id, ambtenaar.c.naam))
    return {row.id: row.naam for row in rows}


def _term(row: sa.Row[Any], names: dict[str, str], day: date) -> Term:
    fields = json.loads(row.inhoud)
    until = date.fromisoformat(fields["uiterlijk"])
    officer = fields.get("wie") or names.get(row.auteur or "", row.auteur_naam) or "niemand"
    return Term(row.id, fields["wat"], officer, until, tuple(fields["dossiers"]), (until - day).days)


def officers(connection: Connection, found: Sequence[Term]) -> list[OfficerLine]:
    """Every officer by name, with his terms out of ``found``."""
    late = Counter(one.officer for one in found if one.days < 0)
    week = Counter(one.officer for one in found if one.days >= 0)
    has = sa.and_(toewijzing.c.ambtenaar == ambtenaar.c.id, toewijzing.c.ingetrokken_seq.is_(None))
    count = sa.select(sa.func.count()).select_from(toewijzing).where(has).scalar_subquery()
    asked = (
        sa.select(sa.func.max(sessie.c.toegang_tot))
        .join(apparaat, apparaat.c.jkt == sessie.c.jkt)
        .where(sessie.c.ambtenaar == ambtenaar.c.id)
        .scalar_subquery()
    )
    columns = (ambtenaar.c.id, ambtenaar.c.naam, ambtenaar.c.toestand)
    statement: sa.Select[Any] = sa.select(*columns, count.label("dossiers"), asked.label("gezien"))
    return [
        OfficerLine(
            row.id,
            row.naam,
            row.toestand,
            row.dossiers,
            late[row.naam],
            week[row.naam],
            _moment(row.gezien),
        )
        for row in connection.execute(statement.order_by(ambtenaar.c.naam, ambtenaar.c.id))
    ]


def dutch_day(text: str) -> date:
    """The day of a moment in the Netherlands."""
    return datetime.fromisoformat(text).astimezone(_HERE).date()


def _moment(until: int | None) -> str:
    """A token is given for five minutes, so that long before its end the laptop asked."""
    if until is None:
        return ""
    return (datetime.fromtimestamp(until, UTC) - timedelta(seconds=ACCESS_SECONDS)).isoformat()


def schools(connection: Connection) -> list[SchoolLine]:
    """Every school with a dossier, the most dossiers first."""
    rows = connection.execute(sa.select(dossier.c.school, sa.func.count()).group_by(dossier.c.school)).all()
    reports = _reports(connection)
    names = school_names(connection)
    lines = [
        SchoolLine(id_ or "", names.get(id_ or "", "School onbekend"), count, reports[id_ or ""])
        for id_, count in rows
    ]
    return sorted(lines, key=lambda one: (-one.dossiers, one.name))


def _reports(connection: Connection) -> Counter[str]:
    link = sa.and_(koppeling.c.dossier == dossier.c.id, koppeling.c.entiteit == Entity.VERZUIMMELDING.value)
    statement = (
        sa.select(dossier.c.school, sa.func.count())
        .join(koppeling, link)
        .where(koppeling.c.weg.is_(False))
        .group_by(dossier.c.school)
    )
    return Counter({school or "": count for school, count in connection.execute(statement).all()})


def school_names(connection: Connection) -> dict[str, str]:
    """The name of every school that has a dossier, by id."""
    wanted = sa.select(dossier.c.school).where(dossier.c.school.is_not(None)).distinct()
    statement = sa.select(record.c.id, record.c.inhoud).where(
        record.c.entiteit == Entity.SCHOOL.value, record.c.id.in_(wanted)
    )
    return {row.id: str(json.loads(row.inhoud)["naam"]) for row in connection.execute(statement)}
