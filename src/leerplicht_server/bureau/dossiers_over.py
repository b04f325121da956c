"""Dossiers handed over to a colleague, many at once: with their open work, for a reason, in one act."""

from __future__ import annotations

import json
from dataclasses import dataclass

import sqlalchemy as sa
from fastapi import FastAPI, Request, Response
from sqlalchemy.engine import Connection

from leerplicht_protocol.messages import Ambtenaar
from leerplicht_protocol.records import Entity
from leerplicht_server import access, caseload, journal
from leerplicht_server.database import Database
from leerplicht_server.errors import ServerError
from leerplicht_server.identity.officers import state_of
from leerplicht_server.identity.states import ACTIVE
from leerplicht_server.journal import Entry, What
from leerplicht_server.schema import dossier, record, toewijzing

from . import team
from .gate import AnyVisitor, Form, Sender, SentForm, Visitor, parameters
from .pages import go, number_words, page

_REASON = 400


@dataclass(frozen=True)
class Line:
    """A dossier that can be handed over."""

    id: str
    number: str
    name: str
    school: str


def add_pages(app: FastAPI) -> None:
    """Add these pages to the application."""
    app.get("/overdragen")(choose)
    app.post("/overdragen")(handed_over)


def choose(request: Request, visitor: AnyVisitor) -> Response:
    """Whose dossiers, and which of them."""
    return _show(request, visitor, parameters(request).get("van", ""))


def _show(
    request: Request, visitor: Visitor, from_: str, form: Form | None = None, wrong: str = ""
) -> Response:
    database: Database = request.app.state.database
    with database.write() as connection:
        officers = access.officers(connection)
        known = any(one.id == from_ for one in officers)
        lines = _lines(connection, from_) if known else []
        working = [one for one in officers if one.id != from_ and state_of(connection, one.id) == ACTIVE]
        if lines:
            about = (from_, *(one.id for one in lines))
            journal.append(connection, Entry(visitor.who, What.LISTED, about, "bureau, over te dragen"))
    values = {
        "ambtenaren": officers,
        "van": from_ if known else "",
        "dossiers": lines,
        "collegas": working,
        "gekozen": form.many("dossier") if form else [],
        "aan": form.one("aan") if form else "",
        "reden": form.one("reden") if form else "",
        "fout": wrong,
        "gedaan": parameters(request).get("gedaan", "") if not form else "",
        "houdt": parameters(request).get("houdt", "0") if not form else "0",
    }
    return page(request, "overdragen.html", visitor, values, 422 if wrong else 200)


def _lines(connection: Connection, officer: str) -> list[Line]:
    """What an officer has now, by number."""
    names = team.school_names(connection)
    statement = (
        sa.select(dossier.c.id, dossier.c.nummer, dossier.c.school, record.c.inhoud)
        .join(toewijzing, toewijzing.c.dossier == dossier.c.id)
        .join(record, sa.and_(record.c.id == dossier.c.id, record.c.entiteit == Entity.DOSSIER.value))
        .where(toewijzing.c.ambtenaar == officer, toewijzing.c.ingetrokken_seq.is_(None))
        .order_by(dossier.c.nummer)
    )
    return [
        Line(row.id, row.nummer, str(json.loads(row.inhoud)["naam"]), names.get(row.school or "", "onbekend"))
        for row in connection.execute(statement)
    ]


def handed_over(request: Request, visitor: Sender, form: SentForm) -> Response:
    """Give the chosen dossiers to the colleague, and take them from who had them."""
    wrong, left = _wrong(form), 0
    if not wrong:
        try:
            left = _hand_over(request.app.state.database, visitor, form)
        except ServerError as fault:
            wrong = str(fault)
    if wrong:
        return _show(request, visitor, form.one("van"), form, wrong)
    return go(f"/bureau/overdragen?gedaan={len(set(form.many('dossier')))}&houdt={left}")


def _wrong(form: Form) -> str:
    if not form.many("dossier"):
        return "Kies een of meer dossiers."
    if not form.one("aan"):
        return "Kies aan wie je ze overdraagt."
    if not form.one("reden"):
        return "Schrijf een reden op. Die komt in het journaal en bij wie de dossiers had."
    if len(form.one("reden")) > _REASON:
        return f"De reden is langer dan {_REASON} tekens. Kort hem in."
    return ""


def _hand_over(database: Database, visitor: Visitor, form: Form) -> int:
    """How many he keeps all the same, by his area or a mandate. Raises ServerError."""
    chosen = sorted(set(form.many("dossier")))
    with database.write() as connection:
        giver = access.officer_named(connection, form.one("van"))
        taker = access.officer_named(connection, form.one("aan"))
        _check(connection, giver, taker, chosen)
        caseload.grant(connection, taker.id, chosen)
        why = f"overgedragen aan {taker.naam}: {form.one('reden')}"
        caseload.revoke(connection, giver.id, chosen, why[:_REASON])
        left = access.granted(connection, giver.id, chosen)
        for what, officer in ((What.GRANTED, taker), (What.TAKEN_BACK, giver)):
            journal.append(connection, Entry(visitor.who, what, (officer.id, *chosen), form.one("reden")))
    return len(left)


def _check(connection: Connection, giver: Ambtenaar, taker: Ambtenaar, chosen: list[str]) -> None:
    if giver.id == taker.id:
        raise ServerError(f"{giver.naam} heeft deze dossiers al. Kies een ander.")
    if (state := state_of(connection, taker.id)) != ACTIVE:
        raise ServerError(f"{taker.naam} is {state}. Kies iemand die nu werkt.")
    gone = len(set(chosen) - access.granted(connection, giver.id, chosen))
    if gone:
        raise ServerError(
            f"{number_words(gone, 'dossier is', 'dossiers zijn')} intussen niet meer van {giver.naam}. "
            "Er is niets veranderd; kies opnieuw."
        )
