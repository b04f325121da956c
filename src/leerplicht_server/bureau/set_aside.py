"""What was set aside, read and judged in a browser: the same acts as on the command line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI, Request, Response
from pydantic import JsonValue
from sqlalchemy.engine import Connection, Row

from leerplicht_server import access, journal, quarantine, quarantine_words, regimes
from leerplicht_server.database import Database
from leerplicht_server.errors import ServerError
from leerplicht_server.identity.officers import state_of
from leerplicht_server.identity.states import ACTIVE
from leerplicht_server.journal import Entry, What
from leerplicht_server.quarantine import Decision, Filter
from leerplicht_server.records import WPG
from leerplicht_server.rights import JUDGE_WPG

from .gate import AnyVisitor, Form, Sender, SentForm, Visitor, parameters
from .pages import go, page

_MOST = 200
_LONGEST = 400
_WORDS = {
    quarantine.RELEASED: "In het dossier gezet",
    quarantine.HANDED_OVER: "Overgedragen",
    quarantine.REFUSED: "Niet opgenomen",
}

Act = Callable[[Connection, str, Decision], object]


def add_pages(app: FastAPI) -> None:
    """Add these pages to the application."""
    app.get("/apart-gezet")(listed)
    app.get("/apart-gezet/{op}")(shown)
    app.post("/apart-gezet/{op}")(judged)


def listed(request: Request, visitor: AnyVisitor) -> Response:
    """What waits for somebody, or what somebody judged."""
    done = parameters(request).get("stand") == "klaar"
    database: Database = request.app.state.database
    with database.write() as connection:
        rows = quarantine.listed(connection, Filter(judged=done), _MOST)
        lines = [_line(connection, row) for row in rows]
        waiting = quarantine.count(connection)
        journal.append(connection, Entry(visitor.who, What.QUARANTINE_READ, (), "bureau"))
    values = {
        "regels": lines,
        "klaar": done,
        "wachten": waiting,
        "klaar_met": parameters(request).get("klaar", ""),
    }
    return page(request, "apart_gezet.html", visitor, values)


def _line(connection: Connection, row: Row[Any]) -> dict[str, Any]:
    """One of them for a page; nothing of what was written."""
    raw = quarantine.content(row)
    return {
        "op": row.op,
        "soort": quarantine_words.kind(raw).capitalize(),
        "dossiers": quarantine_words.dossier_numbers(connection, quarantine_words.dossiers(raw)),
        "maker": row.naam or row.ambtenaar,
        "laptop": row.laptop or row.apparaat or "onbekend",
        "ontvangen": row.ontvangen_op,
        "geschreven": str(raw.get("at") or "") if isinstance(raw, dict) else "",
        "waarom": quarantine_words.why(row.reden),
        "besluit": _WORDS.get(row.besluit, row.besluit),
        "besluit_op": row.besluit_op,
        "besluit_door": row.besluit_door,
        "besluit_aan": row.besluit_aan,
        "besluit_reden": row.besluit_reden,
    }


def shown(request: Request, visitor: AnyVisitor, op: str) -> Response:
    """One of them, with what was written; that it was read is a line of the journal."""
    return _show(request, visitor, op)


def _show(request: Request, visitor: Visitor, op: str, form: Form | None = None, wrong: str = "") -> Response:
    database: Database = request.app.state.database
    with database.write() as connection:
        row = quarantine.one(connection, op)
        raw = quarantine.content(row)
        hidden = _hidden(connection, visitor, raw)
        line = _line(connection, row)
        colleagues = [
            one
            for one in access.officers(connection)
            if one.id != row.ambtenaar and state_of(connection, one.id) == ACTIVE
        ]
        what = What.QUARANTINE_READ if hidden else What.READ
        about = (row.op, row.ambtenaar, *quarantine_words.dossiers(raw))
        journal.append(connection, Entry(visitor.who, what, about, "bureau, apart gezet"))
    values = {
        "regel": line,
        "verborgen": hidden,
        "inhoud": [] if hidden else list(quarantine_words.pairs(raw)),
        "collegas": colleagues,
        "fout": wrong,
        "keuze": form.one("besluit") if form else "",
        "reden": form.one("reden") if form else "",
        "aan": form.one("aan") if form else "",
    }
    return page(request, "apart_een.html", visitor, values, 422 if wrong else 200)


def _hidden(connection: Connection, visitor: Visitor, raw: JsonValue) -> bool:
    """Whether it is of opsporing, which his role may not read here, nor judge unread."""
    return regimes.of_waiting(connection, raw) == WPG and not visitor.may(JUDGE_WPG)


def judged(request: Request, visitor: Sender, form: SentForm, op: str) -> Response:
    """A decision, in the name of who takes it. What was typed stays when it cannot be done."""
    wrong = _wrong(form)
    if not wrong:
        try:
            _judge(request.app.state.database, visitor, form, op)
        except ServerError as fault:
            wrong = str(fault)
    if wrong:
        return _show(request, visitor, op, form, wrong)
    return go(f"/bureau/apart-gezet?klaar={form.one('besluit')}")


def _wrong(form: Form) -> str:
    """What is lacking in the form; empty when nothing is."""
    chosen = form.one("besluit")
    if chosen not in _ACTS:
        return "Kies wat je ermee doet."
    if not form.one("reden"):
        return "Schrijf een reden op. De maker leest hem op zijn laptop."
    if len(form.one("reden")) > _LONGEST:
        return f"De reden is langer dan {_LONGEST} tekens. Kort hem in."
    if chosen == "overdragen" and not form.one("aan"):
        return "Kies aan welke collega je het overdraagt."
    return ""


_ACTS = {
    "vrijgeven": What.RELEASED,
    "overdragen": What.HANDED_OVER,
    "afwijzen": What.TURNED_DOWN,
}


def _judge(database: Database, visitor: Visitor, form: Form, op: str) -> None:
    """Do it, in one transaction with its line of the journal. Raises ServerError."""
    chosen, decision = form.one("besluit"), Decision(visitor.name, form.one("reden"))
    with database.write() as connection:
        row = quarantine.one(connection, op)
        raw = quarantine.content(row)
        if _hidden(connection, visitor, raw):
            raise ServerError(
                "Dit valt onder de Wet politiegegevens. Jouw rol leest en beoordeelt dat niet; "
                "vraag de beheerder."
            )
        _act(chosen, form.one("aan"))(connection, op, decision)
        to = (form.one("aan"),) if chosen == "overdragen" else ()
        about = (op, row.ambtenaar, *quarantine_words.dossiers(raw), *to)
        journal.append(connection, Entry(visitor.who, _ACTS[chosen], about, decision.why))


def _act(chosen: str, to: str) -> Act:
    if chosen == "overdragen":
        return lambda connection, op, decision: quarantine.hand_over(connection, op, to, decision)
    return quarantine.release if chosen == "vrijgeven" else quarantine.refuse
