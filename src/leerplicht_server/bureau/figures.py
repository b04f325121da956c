"""Figures of a school year: reports by school, kind and month, and the count of the year, defined."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from leerplicht_protocol.records import INGETROKKEN, Entity
from leerplicht_server.schema import koppeling, record

from . import team

KINDS = {
    "16UUR": "wettelijke melding",
    "LRV": "langdurig relatief verzuim",
    "LUXE": "luxeverzuim",
    "SIGNAAL": "signaal",
    "BEGINNEND": "beginnend verzuim",
    "OVERIG": "overig",
}
MONTHS = ("aug", "sep", "okt", "nov", "dec", "jan", "feb", "mrt", "apr", "mei", "jun", "jul")
_AUGUST = 8


@dataclass(frozen=True)
class Counted:
    """One line of the count of a year: what is counted, how, and how many."""

    what: str
    how: str
    count: int


@dataclass(frozen=True)
class Figures:
    """What was counted for one school year; the tables stand in the order in which they are shown."""

    schools: list[tuple[str, int, int]]
    """School, reports, jongeren."""
    kinds: list[tuple[str, int, int]]
    months: list[tuple[str, int, int]]
    year: list[Counted]


def school_year(day: date) -> int:
    """The year in which the school year of a day began, on 1 August."""
    return day.year if day.month >= _AUGUST else day.year - 1


def figures(connection: Connection, year: int) -> Figures:
    """The school year that began in this year. A report that the school withdrew does not count."""
    reports = _reports(connection, year)
    names = team.school_names(connection)
    by_school = _grouped(reports, "school")
    schools = [
        (names.get(key, "School onbekend"), count, people) for key, (count, people) in by_school.items()
    ]
    by_kind, by_month = _grouped(reports, "soort"), _grouped(reports, "maand")
    return Figures(
        sorted(schools, key=lambda one: (-one[1], one[0])),
        [(words, *by_kind.get(kind, (0, 0))) for kind, words in KINDS.items()],
        [(month, *by_month.get(month, (0, 0))) for month in MONTHS],
        _year(connection, year, reports),
    )


def _reports(connection: Connection, year: int) -> list[dict[str, str]]:
    link = sa.and_(koppeling.c.id == record.c.id, koppeling.c.entiteit == record.c.entiteit)
    statement = (
        sa.select(record.c.inhoud, koppeling.c.dossier)
        .join(koppeling, link)
        .where(record.c.entiteit == Entity.VERZUIMMELDING.value, record.c.weg.is_(False))
        .where(koppeling.c.weg.is_(False))
    )
    found = []
    for row in connection.execute(statement):
        fields: dict[str, Any] = json.loads(row.inhoud)
        day = date.fromisoformat(fields["datum_melding"])
        if school_year(day) == year and fields.get("status") != INGETROKKEN:
            month = MONTHS[(day.month - _AUGUST) % 12]
            found.append(
                {
                    "school": fields.get("school") or "",
                    "soort": fields["soort"],
                    "maand": month,
                    "dossier": row.dossier,
                }
            )
    return found


def _grouped(reports: list[dict[str, str]], by: str) -> dict[str, tuple[int, int]]:
    """How many reports, and of how many jongeren."""
    counts = Counter(one[by] for one in reports)
    people = Counter(key for key, _ in {(one[by], one["dossier"]) for one in reports})
    return {key: (count, people[key]) for key, count in counts.items()}


def _year(connection: Connection, year: int, reports: list[dict[str, str]]) -> list[Counted]:
    papers = _of_year(connection, Entity.STUK, "verzegeld_op", year)
    sealed = [one for one in papers if one.get("soort") == "proces_verbaal" and not one.get("aanvulling_op")]
    cases = _of_year(connection, Entity.PROCEDURE, "vastgelegd_op", year)
    visits = _of_year(connection, Entity.DEURBEZOEK, "begonnen_op", year)
    relative = [one for one in reports if one["soort"] != "SIGNAAL"]
    return [
        Counted(
            "Meldingen", "alle meldingen van scholen met een meldingsdatum in het schooljaar", len(reports)
        ),
        Counted(
            "Jongeren met relatief verzuim",
            "jongeren met minstens één melding in het schooljaar die geen signaal is",
            len({one["dossier"] for one in relative}),
        ),
        *(
            Counted(words, how, len({one["zaak"] for one in cases if one["soort"] == kind}))
            for kind, words, how in (
                (
                    "verlof",
                    "Verlofaanvragen",
                    "zaken verlof met een versie die in het schooljaar is vastgelegd",
                ),
                ("vrijstelling", "Vrijstellingen", "zaken vrijstelling, wat de uitkomst ook was"),
                ("halt", "Verwijzingen naar Halt", "zaken Halt, ook die nog lopen"),
            )
        ),
        Counted("Deurbezoeken", "vastgelegde bezoeken die in het schooljaar begonnen", len(visits)),
        Counted("Processen-verbaal", "verzegeld in het schooljaar, aanvullingen niet meegeteld", len(sealed)),
    ]


def _of_year(connection: Connection, entity: Entity, field: str, year: int) -> list[dict[str, Any]]:
    """The records of a kind whose moment falls in the school year; those that were corrected count once."""
    statement = sa.select(record.c.id, record.c.inhoud).where(
        record.c.entiteit == entity.value, record.c.weg.is_(False)
    )
    rows = [(row.id, json.loads(row.inhoud)) for row in connection.execute(statement)]
    replaced = {fields.get("corrigeert") for _, fields in rows if entity is not Entity.PROCEDURE}
    wanted = [fields for id_, fields in rows if id_ not in replaced]
    return [one for one in wanted if school_year(team.dutch_day(one[field])) == year]
