"""The door of a practice server: a code on the laptop, and a page where it is approved without a password."""

from __future__ import annotations

from typing import Annotated

from fastapi import FastAPI, Form, Request, Response
from fastapi.responses import HTMLResponse

from leerplicht_protocol.messages import DeviceCode, TokenRequest
from leerplicht_protocol.session import CodeToken
from leerplicht_server import access
from leerplicht_server.journal import Entry, What, append

from .answers import RefusalError, json_answer
from .body import SmallBody, parse
from .given import Config, Db
from .identity import Stranger, TheDesk
from .sign_in_page import PAGE_POLICY, page


def add_endpoints(app: FastAPI) -> None:
    """Add these endpoints to the application, of a practice database alone."""
    app.post("/v1/device-code")(device_code)
    app.post("/v1/token")(token)
    app.get("/aanmelden")(code_page)
    app.post("/aanmelden")(code_approved)


def device_code(request: Request, database: Db, settings: Config, proof: Stranger) -> Response:
    """A code that an officer approves elsewhere."""
    approved = settings.practice_officer
    uri = f"{request.app.state.addresses[0]}/aanmelden"
    with database.write() as connection:
        officer = access.find_officer(connection, approved) if approved else None
        try:
            code: DeviceCode = access.begin_sign_in(
                connection, uri, officer.id if officer else None, proof.thumbprint
            )
        except access.BusyError:
            raise RefusalError(
                429, "druk", "Er lopen te veel aanmeldingen. Probeer het over tien minuten.", wait=600
            ) from None
    return json_answer(code)


def token(database: Db, desk: TheDesk, proof: Stranger, body: SmallBody) -> Response:
    """What became of a code: once it was approved, the session of the key that asked for it."""
    wanted = parse(TokenRequest, body)
    with database.read() as connection:
        state, approved_for = access.approved(connection, wanted.device_code, proof.thumbprint)
        officer = access.find_officer(connection, approved_for) if approved_for else None
    session = desk.open_with_code(approved_for, proof.thumbprint) if approved_for else None
    return json_answer(CodeToken(state=state, ambtenaar=officer, session=session))


def code_page(database: Db, settings: Config, code: str = "") -> Response:
    """The sign-in page of a practice server."""
    with database.read() as connection:
        return _page(page(settings.municipality, access.officers(connection), code[:20]))


def code_approved(
    database: Db, settings: Config, code: Annotated[str, Form()], ambtenaar: Annotated[str, Form()]
) -> Response:
    """Approve a code for the officer that was chosen."""
    with database.write() as connection:
        people = access.officers(connection)
        known = any(officer.id == ambtenaar for officer in people)
        done = known and access.approve(connection, code, ambtenaar)
        if done:
            append(connection, Entry("oefenpagina", What.ADMITTED, (ambtenaar,)))
    if done:
        return _page(page(settings.municipality, people, "", "Gelukt. Je kunt verder op de laptop."))
    text = "Deze code is niet bekend of verlopen. Vraag op de laptop een nieuwe code aan en kies wie je bent."
    return _page(page(settings.municipality, people, code[:20], text), 400)


def _page(content: str, status: int = 200) -> Response:
    return HTMLResponse(content, status, {"Content-Security-Policy": PAGE_POLICY})
