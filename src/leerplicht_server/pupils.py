"""Whose dossier a report belongs to: found for many pupils at once, opened for those who have none."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from .database import next_number
from .schema import dossier


@dataclass(frozen=True)
class Leerling:
    """Whose report it is: a person of the register, an onderwijsnummer, or both. Empty when absent."""

    persoon: str
    onderwijsnummer: str


class OtherLeerlingError(Exception):
    """The two numbers of a pupil belong to two dossiers."""


@dataclass
class _Row:
    """A dossier and whose it is; ``new`` when it has still to be written."""

    id: str
    number: str
    persoon: str
    onderwijsnummer: str
    new: bool = False
    changed: bool = False


class Pupils:
    """The dossiers of some pupils, as one transaction sees them; ``write`` keeps what was opened or filled.

    ``fresh`` are the dossiers that were opened here, or got their person.
    """

    def __init__(self, connection: Connection, people: Iterable[str], numbers: Iterable[str]) -> None:
        self._connection = connection
        self.fresh: set[str] = set()
        self._by_person: dict[str, _Row] = {}
        self._by_number: dict[str, _Row] = {}
        wanted = sa.or_(
            dossier.c.persoon.in_(sorted(set(people))),
            dossier.c.onderwijsnummer.in_(sorted({number for number in numbers if number})),
        )
        for row in connection.execute(sa.select(dossier).where(wanted)):
            self._enter(_Row(row.id, row.nummer, row.persoon or "", row.onderwijsnummer or ""))

    def dossier_for(self, year: int, leerling: Leerling) -> str:
        """The dossier of a jongere, opened with the next number of the year when there is none.

        Somebody known by onderwijsnummer alone gets his person as soon as a report gives both numbers. Raises
        OtherLeerlingError.
        """
        found = self._find(leerling)
        if found is None:
            return self._open(year, leerling)
        if leerling.persoon and not found.persoon:
            self.fresh.add(found.id)
        fuller = (found.persoon or leerling.persoon, found.onderwijsnummer or leerling.onderwijsnummer)
        if (found.persoon, found.onderwijsnummer) != fuller:
            found.persoon, found.onderwijsnummer = fuller
            found.changed = True
            self._enter(found)
        return found.id

    def present(self, leerling: Leerling) -> str | None:
        """The dossier a jongere has, and nothing is opened or filled in. Raises OtherLeerlingError."""
        found = self._find(leerling)
        return found.id if found is not None else None

    def _find(self, leerling: Leerling) -> _Row | None:
        mine = self._by_person.get(leerling.persoon) if leerling.persoon else None
        numbered = self._by_number.get(leerling.onderwijsnummer) if leerling.onderwijsnummer else None
        found = mine or numbered
        if found is None:
            return None
        clash = mine is not None and numbered is not None and mine.id != numbered.id
        taken = leerling.persoon and found.persoon not in {"", leerling.persoon}
        if clash or taken:
            raise OtherLeerlingError
        return found

    def write(self) -> None:
        """Write what was opened and what was filled in."""
        rows = {row.id: row for row in (*self._by_person.values(), *self._by_number.values())}
        opened = [{**_columns(row), "school": None, "afgeleid": "{}"} for row in rows.values() if row.new]
        if opened:
            self._connection.execute(sa.insert(dossier), opened)
        for row in rows.values():
            if row.changed and not row.new:
                statement = sa.update(dossier).where(dossier.c.id == row.id)
                self._connection.execute(statement.values(**_columns(row)))

    def _open(self, year: int, leerling: Leerling) -> str:
        number = next_number(self._connection, f"dossier-{year}")
        dossier_number = f"{year}-{number:04d}"
        row = _Row(
            f"d-{uuid.uuid4().hex}", dossier_number, leerling.persoon, leerling.onderwijsnummer, new=True
        )
        self._enter(row)
        self.fresh.add(row.id)
        return row.id

    def _enter(self, row: _Row) -> None:
        if row.persoon:
            self._by_person[row.persoon] = row
        if row.onderwijsnummer:
            self._by_number[row.onderwijsnummer] = row


def _columns(row: _Row) -> dict[str, str | None]:
    return {
        "id": row.id,
        "nummer": row.number,
        "persoon": row.persoon or None,
        "onderwijsnummer": row.onderwijsnummer or None,
    }
