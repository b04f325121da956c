"""Officers and their laptops, for who runs the system: suspended, barred, restored, revoked, let in."""

from __future__ import annotations

import time

from fastapi import FastAPI, Request, Response

from leerplicht_server import access, journal
from leerplicht_server.database import Database
from leerplicht_server.errors import ServerError
from leerplicht_server.identity import officers
from leerplicht_server.identity.enrolment import give_right
from leerplicht_server.identity.states import ACTIVE, BARRED, SUSPENDED
from leerplicht_server.journal import Entry, What

from .gate import AnyVisitor, Sender, SentForm, Visitor, parameters
from .pages import go, page

_DAYS = 3
_STATES = {
    "schorsen": (SUSPENDED, What.SUSPENDED),
    "weren": (BARRED, What.BARRED),
    "herstellen": (ACTIVE, What.RESTORED),
}
_PROFILE = ("id", "naam", "functie", "telefoon", "aktenummer", "standplaats", "parket", "eed")


def add_pages(app: FastAPI) -> None:
    """Add these pages to the application."""
    app.get("/ambtenaren")(listed)
    app.post("/ambtenaren")(added)
    app.post("/ambtenaren/{id}")(changed)
    app.post("/ambtenaren/{id}/code")(let_in)
    app.get("/laptops")(laptops)
    app.post("/laptops/{id}")(revoked)


def listed(request: Request, visitor: AnyVisitor) -> Response:
    """Every officer, with what can be done."""
    return _officers(request, visitor)


def _officers(
    request: Request, visitor: Visitor, wrong: str = "", code: tuple[str, str] = ("", ""), status: int = 200
) -> Response:
    database: Database = request.app.state.database
    with database.write() as connection:
        rows = officers.listed(connection)
        journal.append(connection, Entry(visitor.who, What.LISTED, ("ambtenaren",), "bureau"))
    values = {
        "ambtenaren": rows,
        "fout": wrong,
        "code": code[0],
        "code_van": code[1],
        "dagen": _DAYS,
        "gedaan": parameters(request).get("gedaan", "") if status == 200 else "",
    }
    return page(request, "ambtenaren.html", visitor, values, status)


def added(request: Request, visitor: Sender, form: SentForm) -> Response:
    """An officer who is new, or whose data changed."""
    try:
        fields = {name: form.one(name) for name in _PROFILE}
        fields["functie"] = fields["functie"] or "leerplichtambtenaar"
        officer = access.make_officer({**fields, "organisatie": request.app.state.settings.municipality})
        with request.app.state.database.write() as connection:
            if access.find_officer(connection, officer.id) is not None:
                raise ServerError(f"Er is al een ambtenaar met kenmerk {officer.id}. Kies een ander kenmerk.")
            access.add_officer(connection, officer)
            journal.append(connection, Entry(visitor.who, What.OFFICER, (officer.id,), "bureau"))
    except ServerError as fault:
        return _officers(request, visitor, str(fault), status=422)
    return go("/bureau/ambtenaren?gedaan=toegevoegd")


def changed(request: Request, visitor: Sender, form: SentForm, id: str) -> Response:
    """Suspend, bar or restore an officer; his sessions end at once."""
    chosen = form.one("wat")
    if chosen not in _STATES or not form.one("reden"):
        return _officers(request, visitor, "Kies wat er gebeurt en schrijf op waarom.", status=422)
    state, what = _STATES[chosen]
    with request.app.state.database.write() as connection:
        officer = access.officer_named(connection, id)
        officers.set_state(connection, officer.id, state)
        journal.append(connection, Entry(visitor.who, what, (officer.id,), form.one("reden")))
    return go(f"/bureau/ambtenaren?gedaan={chosen}")


def let_in(request: Request, visitor: Sender, id: str) -> Response:
    """A code with which an officer sets up one laptop; it is shown this once."""
    with request.app.state.database.write() as connection:
        officer = access.officer_named(connection, id)
        state = officers.state_of(connection, officer.id)
        right = give_right(connection, officer.id, int(time.time()), _DAYS) if state == ACTIVE else ""
        if right:
            journal.append(connection, Entry(visitor.who, What.RIGHT, (officer.id,), "bureau"))
    if not right:
        wrong = f"{officer.naam} is {state} en kan geen laptop inrichten. Herstel hem eerst."
        return _officers(request, visitor, wrong, status=422)
    return _officers(request, visitor, code=(right, officer.naam))


def laptops(request: Request, visitor: AnyVisitor) -> Response:
    """Every laptop."""
    return _laptops(request, visitor)


def _laptops(request: Request, visitor: Visitor, wrong: str = "") -> Response:
    database: Database = request.app.state.database
    with database.write() as connection:
        rows = access.devices(connection)
        names = {one.id: one.naam for one in access.officers(connection)}
        journal.append(connection, Entry(visitor.who, What.LISTED, ("apparaten",), "bureau"))
    values = {
        "laptops": rows,
        "namen": names,
        "fout": wrong,
        "gedaan": parameters(request).get("gedaan", "") if not wrong else "",
    }
    return page(request, "laptops.html", visitor, values, 422 if wrong else 200)


def revoked(request: Request, visitor: Sender, form: SentForm, id: str) -> Response:
    """A laptop is lost: it gets nothing any more, from the next request."""
    if not form.one("reden"):
        return _laptops(request, visitor, "Schrijf op waarom je de laptop intrekt.")
    with request.app.state.database.write() as connection:
        officers.revoke_device(connection, id)
        journal.append(connection, Entry(visitor.who, What.REVOKED, (id,), form.one("reden")))
    return go("/bureau/laptops?gedaan=ja")
