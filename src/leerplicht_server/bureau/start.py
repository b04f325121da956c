"""The first page: what a team has in hand, for who leads it; for everybody else what his role may do here."""

from __future__ import annotations

from fastapi import FastAPI, Request, Response

from leerplicht_server import journal, quarantine, search
from leerplicht_server.database import Database
from leerplicht_server.dossier_lines import today
from leerplicht_server.journal import Entry, What

from . import team
from .gate import AnyVisitor
from .pages import WAYS, page

_SHOWN = 50


def add_pages(app: FastAPI) -> None:
    """Add this page to the application."""
    app.get("/")(start)


def start(request: Request, visitor: AnyVisitor) -> Response:
    """Where somebody begins."""
    if not visitor.may("team_overzien"):
        ways = [way for way in WAYS[1:] if visitor.may(way.right)]
        return page(request, "start.html", visitor, {"keuzes": ways})
    database: Database = request.app.state.database
    day = today()
    with database.write() as connection:
        found = team.terms(connection, day)
        numbers = search.numbers(connection)
        officers = team.officers(connection, found)
        schools = team.schools(connection)
        waiting = quarantine.count(connection)
        shown = found[:_SHOWN]
        named = sorted({dossier for one in shown for dossier in one.dossiers})
        journal.append(connection, Entry(visitor.who, What.LISTED, ("termijnen", *named), "bureau"))
    values = {
        "vandaag": day,
        "te_laat": [one for one in found if one.days < 0],
        "deze_week": [one for one in found if one.days >= 0],
        "termijnen": [(one, [numbers.get(d, d) for d in one.dossiers]) for one in shown],
        "ambtenaren": officers,
        "scholen": schools,
        "dossiers": len(numbers),
        "apart": waiting,
    }
    return page(request, "team.html", visitor, values)
