"""Overviews of a school year, on a page and as files for a spreadsheet."""

from __future__ import annotations

from fastapi import FastAPI, Request, Response

from leerplicht_server import journal
from leerplicht_server.database import Database
from leerplicht_server.dossier_lines import today
from leerplicht_server.errors import UnknownError
from leerplicht_server.journal import Entry, What

from .figures import Figures, figures, school_year
from .gate import AnyVisitor, Visitor, parameters
from .pages import page
from .sheet import few, sheet

_YEARS = 6
_HEADS = {
    "school": ("school", "meldingen", "jongeren"),
    "soort": ("soort", "meldingen", "jongeren"),
    "maand": ("maand", "meldingen", "jongeren"),
    "telling": ("wat", "hoe geteld", "aantal"),
}


def add_pages(app: FastAPI) -> None:
    """Add these pages to the application."""
    app.get("/overzichten")(overview)
    app.get("/overzichten/{table}")(exported)


def overview(request: Request, visitor: AnyVisitor) -> Response:
    """The figures of a school year, with a chart beside the table that says the same."""
    year, found = _figures(request, visitor)
    highest = max((count for _, count, _ in found.months), default=0)
    now = school_year(today())
    values = {
        "jaar": year,
        "jaren": range(now, now - _YEARS, -1),
        "cijfers": found,
        "hoogste": highest,
        "staven": [
            (month, count, round(100 * count / highest, 1) if highest else 0)
            for month, count, _ in found.months
        ],
        "totaal": sum(count for _, count, _ in found.months),
    }
    return page(request, "overzichten.html", visitor, values)


def exported(request: Request, visitor: AnyVisitor, table: str) -> Response:
    """One of the tables as a file; fewer than five people are not told."""
    name = table.removesuffix(".csv")
    if name not in _HEADS:
        raise UnknownError("Dit overzicht is er niet.")
    year, found = _figures(request, visitor)
    rows: list[tuple[str, str, str]] = [(one.what, one.how, few(one.count)) for one in found.year]
    if name != "telling":
        chosen = {"school": found.schools, "soort": found.kinds, "maand": found.months}[name]
        rows = [(words, few(count), few(people)) for words, count, people in chosen]
    return sheet(f"{name}-{year}-{year + 1}", _HEADS[name], rows)


def _figures(request: Request, visitor: Visitor) -> tuple[int, Figures]:
    text, now = parameters(request).get("jaar", ""), school_year(today())
    year = int(text) if text.isdecimal() and len(text) == 4 else now
    database: Database = request.app.state.database
    with database.read() as connection:
        found = figures(connection, year)
    with database.write() as connection:
        words = f"bureau; schooljaar {year}/{year + 1}"
        journal.append(connection, Entry(visitor.who, What.LISTED, ("overzichten",), words))
    return year, found
