"""What the reports of a dossier say together: its school, the year, and how to reach the family."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from leerplicht_protocol.records import INGETROKKEN, Entity

from .database import head
from .schema import koppeling, record

_USED = (
    "datum_melding",
    "meldingsnummer",
    "school",
    "leerjaar",
    "telefoon_ouder_of_leerling",
    "afwijkend_adres",
    "status",
)

_DOUBTED = (("telefoon", "telefoon_ouder_of_leerling"), ("afwijkend_adres", "afwijkend_adres"))

Report = Mapping[str, Any]


class Reports:
    """The reports of dossiers, read once for as long as nobody else writes.

    An import that comes in parts keeps one of these: what it read in an earlier part is still true when the
    feed stands where that part left it.
    """

    def __init__(self) -> None:
        self._found: dict[str, dict[str, Report]] = {}
        self._head = -1

    def start(self, connection: Connection) -> None:
        """A transaction begins: forget everything when somebody else wrote since ``end``."""
        if head(connection) != self._head:
            self._found.clear()

    def end(self, connection: Connection) -> None:
        """The transaction wrote its last."""
        self._head = head(connection)

    def put(self, dossier: str, report: Report) -> None:
        """A report that this transaction writes."""
        if dossier in self._found:
            self._found[dossier][str(report["meldingsnummer"])] = _slim(report)

    def together(
        self, connection: Connection, dossiers: Iterable[str]
    ) -> dict[str, tuple[dict[str, Any], dict[str, str]]]:
        """The fields of each dossier that come from its reports, none for a dossier without; and the day of
        the newest report behind a field that can be doubted.
        """
        wanted = sorted(set(dossiers))
        self._read(connection, [dossier for dossier in wanted if dossier not in self._found])
        return {dossier: _together(list(self._found[dossier].values())) for dossier in wanted}

    def _read(self, connection: Connection, dossiers: Sequence[str]) -> None:
        self._found |= {dossier: {} for dossier in dossiers}
        statement = (
            sa.select(koppeling.c.dossier, record.c.inhoud)
            .join(record, sa.and_(record.c.entiteit == koppeling.c.entiteit, record.c.id == koppeling.c.id))
            .where(koppeling.c.dossier.in_(dossiers), koppeling.c.weg.is_(False), record.c.weg.is_(False))
            .where(koppeling.c.entiteit == Entity.VERZUIMMELDING.value)
        )
        for row in connection.execute(statement) if dossiers else ():
            report = _slim(json.loads(row.inhoud))
            self._found[row.dossier][str(report["meldingsnummer"])] = report


def _slim(report: Report) -> Report:
    return {name: report.get(name) for name in _USED}


def _together(reports: Sequence[Report]) -> tuple[dict[str, Any], dict[str, str]]:
    """A report that was withdrawn says nothing, unless there is no other."""
    standing = [report for report in reports if report["status"] != INGETROKKEN] or reports
    newest = sorted(standing, key=_age, reverse=True)
    if not newest:
        return {}, {}

    def latest(name: str) -> str:
        return next((str(report[name]) for report in newest if report[name]), "")

    said = {
        "school": newest[0]["school"],
        "leerjaar": latest("leerjaar"),
        "telefoon": latest("telefoon_ouder_of_leerling"),
        # Only the last report counts: an older other address may have ended.
        "afwijkend_adres": str(newest[0]["afwijkend_adres"] or ""),
    }
    days = {
        field: next((str(report["datum_melding"]) for report in newest if report[name]), "")
        for field, name in _DOUBTED
    }
    return said, {field: day for field, day in days.items() if day}


def _age(report: Report) -> tuple[str, str]:
    return str(report["datum_melding"]), str(report["meldingsnummer"])
