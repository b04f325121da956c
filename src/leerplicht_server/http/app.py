"""The endpoints. Each does one transaction (push: one per operation) and answers with protocol models."""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, FastAPI, Form, Header, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from pydantic import JsonValue
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from leerplicht_protocol import gate
from leerplicht_protocol.messages import (
    Ambtenaar,
    ChangesPage,
    Create,
    Device,
    DeviceCode,
    DeviceState,
    Digest,
    Enrol,
    Hello,
    Noted,
    PushRequest,
    PushResponse,
    Token,
    TokenRequest,
    UnreadableReport,
)
from leerplicht_protocol.model import PROTOCOL, Model
from leerplicht_protocol.numbers import NummerblokRequest
from leerplicht_server import access, feed, number_blocks, practice, push, unreadable
from leerplicht_server.database import Database, head
from leerplicht_server.errors import DatabaseError
from leerplicht_server.settings import Settings

from .answers import RefusalError, malformed, problem
from .body import body_of, parse, small_body_of
from .loopback import only_here
from .sign_in_page import page

MAX_OPS = 200
MAX_PAGE = 1_000
_LOG = logging.getLogger("leerplicht_server")

Body = Annotated[JsonValue, Depends(body_of)]
SmallBody = Annotated[JsonValue, Depends(small_body_of)]


def create_app(database: Database, settings: Settings) -> FastAPI:
    """The server as an ASGI application."""
    app = FastAPI(title="Leerplicht", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.database = database
    app.state.settings = settings
    with database.read() as connection:
        app.state.practice = practice.is_practice(connection)
    app.add_middleware(GZipMiddleware, minimum_size=1_000)
    if app.state.practice:
        app.middleware("http")(only_here)
    app.middleware("http")(_log_request)
    app.add_exception_handler(RefusalError, _refused)
    app.add_exception_handler(DatabaseError, _no_database)
    app.add_exception_handler(RequestValidationError, _bad_request)
    app.add_exception_handler(HTTPException, _http_error)
    app.get("/v1/hello")(hello)
    app.post("/v1/device-code")(device_code)
    app.post("/v1/token")(token)
    app.post("/v1/devices")(devices)
    app.post("/v1/ops")(ops)
    app.post("/v1/nummers")(number_block)
    app.get("/v1/changes")(changes)
    app.get("/v1/digest")(digest)
    app.post("/v1/unreadable")(unreadable_records)
    if app.state.practice:
        app.get("/aanmelden")(sign_in)
        app.post("/aanmelden")(sign_in_submitted)
    return app


def _database(request: Request) -> Database:
    database: Database = request.app.state.database
    return database


def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


def _practice(request: Request) -> bool:
    return bool(request.app.state.practice)


Db = Annotated[Database, Depends(_database)]
Practice = Annotated[bool, Depends(_practice)]
Config = Annotated[Settings, Depends(_settings)]


def _json(model: Model) -> Response:
    return Response(
        model.model_dump_json(), media_type="application/json", headers={"Cache-Control": "no-store"}
    )


def _now() -> datetime:
    return datetime.now(UTC)


# -- who is asking --------------------------------------------------------------------------------


def _officer(database: Db, authorization: Annotated[str, Header()] = "") -> Ambtenaar:
    scheme, _, secret = authorization.partition(" ")
    if scheme.lower() == "bearer" and secret:
        with database.read() as connection:
            officer = access.officer_behind(connection, secret.strip())
        if officer is not None:
            return officer
    raise RefusalError(
        401, "aanmelden", "Je bent niet aangemeld, of de aanmelding geldt niet meer. Meld je aan."
    )


Officer = Annotated[Ambtenaar, Depends(_officer)]


def _caller(database: Db, officer: Officer, x_device: Annotated[str, Header()] = "") -> access.Caller:
    with database.read() as connection:
        device = access.find_device(connection, officer.id, x_device)
    if device is None:
        raise RefusalError(
            403, "apparaat", "Deze laptop is niet bij de gemeente ingeschreven. Richt hem opnieuw in."
        )
    return access.Caller(officer, device)


Caller = Annotated[access.Caller, Depends(_caller)]


# -- endpoints ------------------------------------------------------------------------------------


def hello(database: Db, settings: Config, practice: Practice) -> Response:
    """Who the server is."""
    with database.read() as connection:
        epoch = feed.epoch(connection)
    return _json(
        Hello(
            municipality=settings.municipality,
            practice=practice,
            epoch=epoch,
            protocol_min=max(1, PROTOCOL - 1),
            protocol_max=PROTOCOL,
            max_ops=MAX_OPS,
            server_time=_now(),
        )
    )


def device_code(request: Request, database: Db, settings: Config, practice: Practice) -> Response:
    """A code that an officer approves elsewhere."""
    approved = settings.practice_officer if practice else ""
    uri = str(request.base_url) + "aanmelden"
    with database.write() as connection:
        officer = access.find_officer(connection, approved) if approved else None
        try:
            code: DeviceCode = access.begin_sign_in(connection, uri, officer.id if officer else None)
        except access.BusyError:
            raise RefusalError(
                429, "druk", "Er lopen te veel aanmeldingen. Probeer het over tien minuten."
            ) from None
    return _json(code)


def token(database: Db, body: SmallBody) -> Response:
    """What became of a code."""
    wanted = parse(TokenRequest, body)
    with database.write() as connection:
        answer: Token = access.collect(connection, wanted.device_code)
    return _json(answer)


def devices(database: Db, officer: Officer, body: SmallBody) -> Response:
    """Enrol a laptop."""
    wanted = parse(Enrol, body)
    with database.write() as connection:
        answer: Device = access.enrol(connection, officer.id, wanted)
    return _json(answer)


def ops(database: Db, caller: Caller, body: Body) -> Response:
    """Push. A revoked laptop may still hand in its work: evidence first."""
    request = parse(PushRequest, body)
    _check_push(database, caller, request)
    _check_weight(request)
    raw = body["ops"] if isinstance(body, dict) else None
    sender = push.Sender(caller.ambtenaar, caller.device.device, request.clock)
    results = []
    for op, content in zip(request.ops, raw if isinstance(raw, list) else [], strict=True):
        try:
            with database.write() as connection:
                results.append(push.apply(connection, sender, op, content))
        except push.OpChangedError:
            _LOG.error("operation came again with another content")
            raise RefusalError(
                422, "op_gewijzigd", "Een bewerking kwam terug met een andere inhoud. Bel de beheerder."
            ) from None
    with database.read() as connection:
        top = head(connection)
    answer = PushResponse(
        device_state=caller.device.state, results=tuple(results), head=top, server_time=_now()
    )
    return _json(answer)


def number_block(database: Db, settings: Config, caller: Caller, body: SmallBody) -> Response:
    """Numbers for a proces-verbaal. A revoked laptop gets none."""
    wanted = parse(NummerblokRequest, body)
    if caller.device.state is DeviceState.REVOKED or wanted.device != caller.device.device:
        raise RefusalError(403, "apparaat_ingetrokken", "Deze laptop krijgt geen nummers.")
    code = settings.organisation
    with database.write() as connection:
        answer = number_blocks.reserve(connection, wanted.device, code, wanted.jaar, wanted.volg)
    return _json(answer)


def _check_push(database: Database, caller: access.Caller, request: PushRequest) -> None:
    if not max(1, PROTOCOL - 1) <= request.protocol <= PROTOCOL:
        raise RefusalError(
            426, "protocol", "Dit programma en de server verstaan elkaar niet. Werk het programma bij."
        )
    if request.device != caller.device.device:
        raise _other_laptop()
    with database.read() as connection:
        epoch = feed.epoch(connection)
    if request.epoch != epoch:
        raise _other_epoch()


def _other_laptop() -> RefusalError:
    return RefusalError(403, "apparaat", "Het bericht komt van een andere laptop dan er is aangemeld.")


def _check_weight(request: PushRequest) -> None:
    """Refuse what could not be sent on to other laptops: it is not even kept apart, for it would fill us."""
    for op in request.ops:
        fields = op.body if isinstance(op, Create) else {name: one.value for name, one in op.set.items()}
        if gate.heavy(op.entity, fields):
            raise RefusalError(413, gate.HEAVY, "Dit gegeven is te groot. Verdeel het over kleinere.")


def _other_epoch() -> RefusalError:
    return RefusalError(
        410, "epoch", "De gegevens van de gemeente zijn teruggezet of vervangen. Haal alles opnieuw op."
    )


def changes(database: Db, caller: Caller, cursor: str = "", limit: int = 500) -> Response:
    """A page of the feed. A revoked laptop hears only that it is revoked."""
    if not 1 <= limit <= MAX_PAGE:
        raise malformed(f"limit ligt tussen 1 en {MAX_PAGE}")
    officer = caller.ambtenaar.id
    try:
        with database.read() as connection:
            after = feed.unseal(connection, officer, cursor)
            if caller.device.state is DeviceState.REVOKED:
                found = feed.Page((), (), after, more=False, head=head(connection))
            else:
                found = feed.page(connection, officer, after, limit)
            answer = ChangesPage(
                device_state=caller.device.state,
                epoch=feed.epoch(connection),
                evict=found.evict,
                changes=found.changes,
                next=feed.seal(connection, officer, found.next),
                more=found.more,
                head=found.head,
                server_time=_now(),
            )
    except feed.CursorError:
        raise RefusalError(
            400, "cursor", "De plaats in de wijzigingen is onbekend. Haal alles opnieuw op."
        ) from None
    except feed.EpochError as fault:
        if fault.restored:
            with database.write() as connection:
                feed.renew_epoch(connection)
        raise _other_epoch() from None
    return _json(answer)


def digest(database: Db, caller: Caller) -> Response:
    """What the laptop must hold now if nothing went wrong."""
    if caller.device.state is DeviceState.REVOKED:
        raise RefusalError(403, "apparaat_ingetrokken", "Deze laptop is ingetrokken.")
    with database.read() as connection:
        lines = feed.digest(connection, caller.ambtenaar.id)
        answer = Digest(epoch=feed.epoch(connection), head=head(connection), lines=lines)
    return _json(answer)


def unreadable_records(database: Db, caller: Caller, body: SmallBody) -> Response:
    """What this laptop cannot read of what we sent."""
    report = parse(UnreadableReport, body)
    if report.device != caller.device.device:
        raise _other_laptop()
    with database.write() as connection:
        count = unreadable.note(connection, report)
    if count:
        _LOG.warning("a laptop cannot read %d records: see the command onleesbaar", count)
    return _json(Noted(count=count))


def sign_in(database: Db, settings: Config, code: str = "") -> Response:
    """The sign-in page of a practice server."""
    with database.read() as connection:
        return HTMLResponse(page(settings.municipality, access.officers(connection), code[:20]))


def sign_in_submitted(
    database: Db, settings: Config, code: Annotated[str, Form()], ambtenaar: Annotated[str, Form()]
) -> Response:
    """Approve a code for the officer that was chosen."""
    with database.write() as connection:
        people = access.officers(connection)
        known = any(officer.id == ambtenaar for officer in people)
        done = known and access.approve(connection, code, ambtenaar)
    if done:
        return HTMLResponse(page(settings.municipality, people, "", "Gelukt. Je kunt verder op de laptop."))
    text = "Deze code is niet bekend of verlopen. Vraag op de laptop een nieuwe code aan en kies wie je bent."
    return HTMLResponse(page(settings.municipality, people, code[:20], text), status_code=400)


# -- refusals and the log -------------------------------------------------------------------------


def _refused(_request: Request, fault: Exception) -> Response:
    return fault.answer() if isinstance(fault, RefusalError) else problem(500, "fout", "Er ging iets mis.")


def _no_database(_request: Request, _fault: Exception) -> Response:
    return problem(503, "database", "De server kan nu niet bij zijn gegevens. Probeer het later opnieuw.")


def _bad_request(_request: Request, _fault: Exception) -> Response:
    return problem(422, "vorm", "Het verzoek heeft niet de afgesproken vorm.")


def _http_error(_request: Request, fault: Exception) -> Response:
    status = fault.status_code if isinstance(fault, HTTPException) else 500
    return problem(status, "http", f"De server kent dit verzoek niet (status {status}).")


async def _log_request(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    """One line per request: method, route and status; no addresses, numbers or names."""
    start = time.perf_counter()
    response = await call_next(request)
    route = request.scope.get("route")
    path = getattr(route, "path", "-")
    spent = round((time.perf_counter() - start) * 1_000)
    where = " oefenen" if request.app.state.practice else ""
    _LOG.info("%s %s %s %d ms%s", request.method, path, response.status_code, spent, where)
    return response
