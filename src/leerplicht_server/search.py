"""Which dossiers the administrator means: by number, by school or by address."""

from __future__ import annotations

import re

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from leerplicht_protocol.records import Entity

from . import records
from .errors import UnknownError
from .importing.schools import school_id
from .schema import dossier, koppeling, persoon

_SCHOOL = re.compile(r"([0-9]{2}[A-Z]{2})([0-9]{2})?")
_ADDRESS = re.compile(r"([1-9][0-9]{3})\s*([A-Z]{2})(?:\s+([0-9]+))?")


def by_name(connection: Connection, name: str) -> str:
    """The dossier with this number or id. Raises UnknownError."""
    where = sa.or_(dossier.c.nummer == name.strip(), dossier.c.id == name.strip())
    found = connection.execute(sa.select(dossier.c.id).where(where)).scalar_one_or_none()
    if found is None:
        raise UnknownError(f"Dossier {name} bestaat niet. Een nummer ziet eruit als 2026-0001.")
    return str(found)


def behind(connection: Connection, name: str) -> tuple[str, ...]:
    """The ids that a journal may know a thing by: as it is called, its dossier, or those of a record."""
    name = name.strip()
    numbered = sa.select(dossier.c.id).where(sa.or_(dossier.c.nummer == name, dossier.c.persoon == name))
    linked = sa.select(koppeling.c.dossier).where(koppeling.c.id == name)
    found = {str(row[0]) for row in connection.execute(numbered.union(linked))}
    return (name, *sorted(found - {name})) if name else ()


def numbers(connection: Connection) -> dict[str, str]:
    """The number of every dossier, by id: how an administrator knows it."""
    return {row.id: row.nummer for row in connection.execute(sa.select(dossier.c.id, dossier.c.nummer))}


def by_school(connection: Connection, text: str) -> list[str]:
    """The dossiers of a school (BRIN) or of one site (BRIN and vestiging). Raises UnknownError."""
    match = _SCHOOL.fullmatch(text.strip().upper())
    if match is None:
        raise UnknownError(
            "Schrijf een school als BRIN, zoals 98AA, of met de vestiging erbij, zoals 98AA01."
        )
    brin, vestiging = match.groups()
    if vestiging and records.load(connection, Entity.SCHOOL, school_id(brin, vestiging)) is None:
        raise UnknownError(f"School {brin}{vestiging} is niet bekend. Lees eerst de scholen in.")
    return _ids(
        connection, sa.select(dossier.c.id, dossier.c.nummer).where(of_school(brin + (vestiging or "")))
    )


def of_school(written: str) -> sa.ColumnElement[bool]:
    """Whether a dossier is of a school (BRIN) or of one site (BRIN and vestiging), in capitals."""
    brin, vestiging = written[:4], written[4:]
    prefix = school_id(brin, vestiging)
    return dossier.c.school == prefix if vestiging else dossier.c.school.startswith(prefix, autoescape=True)


def by_address(connection: Connection, text: str) -> list[str]:
    """The dossiers of jongeren with this postcode, and house number if given. Raises UnknownError."""
    match = _ADDRESS.fullmatch(text.strip().upper())
    if match is None:
        raise UnknownError(
            'Schrijf een adres als postcode met huisnummer, zoals "2564AA 12", of als postcode.'
        )
    digits, letters, number = match.groups()
    statement = sa.select(dossier.c.id, dossier.c.nummer).join(persoon, persoon.c.id == dossier.c.persoon)
    statement = statement.where(persoon.c.postcode == digits + letters)
    if number:
        statement = statement.where(persoon.c.huisnummer == number.lstrip("0"))
    return _ids(connection, statement)


def _ids(connection: Connection, statement: sa.Select[tuple[str, str]]) -> list[str]:
    return [row.id for row in connection.execute(statement.order_by(dossier.c.nummer))]
