"""The endpoints. Each does one transaction (push: one per operation) and answers with protocol models."""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable, Collection
from datetime import UTC, datetime

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import JsonValue
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from leerplicht_protocol.messages import (
    MAX_OPS,
    ChangesPage,
    DeviceState,
    Digest,
    Enrol,
    Hello,
    Noted,
    OpResult,
    OpStatus,
    PushEnvelope,
    PushResponse,
    Receipts,
    ReceiptsRequest,
    UnreadableReport,
)
from leerplicht_protocol.model import PROTOCOL, WHOLE_MAX
from leerplicht_protocol.numbers import NummerblokRequest
from leerplicht_server import (
    access,
    custodians,
    feed,
    marks,
    number_blocks,
    practice,
    push,
    quarantine,
    unreadable,
)
from leerplicht_server.allowance import FULL, Allowance
from leerplicht_server.database import Database, head
from leerplicht_server.errors import DatabaseError
from leerplicht_server.incoming import Incoming, read_ops
from leerplicht_server.journal import Entry, What, append, hash_of
from leerplicht_server.journal import head as line_head
from leerplicht_server.marks import PutBackError
from leerplicht_server.rights import FETCH_WPG, MATRIX
from leerplicht_server.settings import Settings

from . import codes, identity, journal_lines, operating, own_data, put_back, recovery, sign_in, witness
from .answers import RefusalError, json_answer, malformed, problem
from .body import OpsBody, SmallBody, parse
from .border import Border, BorderedApp
from .given import Caller, Config, Db, Practice, Working
from .identity import SignedIn, TheDesk
from .loopback import only_here
from .sources import Sources

MAX_PAGE = 1_000
_LOG = logging.getLogger("leerplicht_server")


def create_app(
    database: Database,
    settings: Settings,
    *,
    addresses: Collection[str] = (),
    clock: Callable[[], float] = time.time,
) -> FastAPI:
    """The server as an ASGI application. ``addresses`` are those by which laptops reach it; none: as set.

    Raises ServerError when what is set about signing in cannot be used.
    """
    app = BorderedApp(title="Leerplicht", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.database = database
    app.state.settings = settings
    app.state.told = witness.Told()
    app.state.clock = clock
    with database.read() as connection:
        app.state.practice = practice.is_practice(connection)
    app.state.addresses = tuple(addresses or (settings.address,))
    identity.install(app, database, settings, addresses=app.state.addresses, clock=clock)
    app.state.sources = Sources(settings.rates)
    app.add_middleware(GZipMiddleware, minimum_size=1_000)
    app.add_middleware(Border, sources=app.state.sources, addresses=app.state.addresses)
    if app.state.practice:
        app.middleware("http")(only_here)
    app.middleware("http")(_log_request)
    _add_refusals(app)
    _add_endpoints(app)
    MATRIX.demand_whole(endpoints_of(app))
    return app


def _add_endpoints(app: FastAPI) -> None:
    operating.add_endpoints(app)
    app.get("/v1/hello")(hello)
    app.post("/v1/devices")(devices)
    sign_in.add_endpoints(app)
    recovery.add_endpoints(app)
    if app.state.practice:
        codes.add_endpoints(app)
    app.post("/v1/ops")(ops)
    app.post("/v1/receipts")(receipts)
    app.post("/v1/nummers")(number_block)
    app.get("/v1/changes")(changes)
    app.get("/v1/digest")(digest)
    app.post("/v1/unreadable")(unreadable_records)
    app.get("/v1/journaal")(journal_lines.read)
    app.post("/v1/inzage")(own_data.give)


def endpoints_of(app: FastAPI) -> set[str]:
    """Every endpoint, as ``rechten.toml`` names it."""
    known = [route for route in app.routes if isinstance(route, APIRoute)]
    return {f"{method} {route.path}" for route in known for method in route.methods or ()}


def _add_refusals(app: FastAPI) -> None:
    app.add_exception_handler(RefusalError, _refused)
    app.add_exception_handler(PutBackError, put_back.refused)
    app.add_exception_handler(DatabaseError, _no_database)
    app.add_exception_handler(RequestValidationError, _bad_request)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _refused)


def _now() -> datetime:
    return datetime.now(UTC)


def hello(database: Db, settings: Config, practice: Practice, journal: int = 0) -> Response:
    """Who the server is. ``journal`` is the number of a line that a laptop keeps the hash of."""
    with database.read() as connection:
        epoch = feed.epoch(connection)
        last = line_head(connection)
        seen = hash_of(connection, journal) if 0 < journal <= WHOLE_MAX else ""
        custodians_now = custodians.current(connection)
    return json_answer(
        Hello(
            municipality=settings.municipality,
            practice=practice,
            sign_in="code" if practice and settings.provider is None else "provider",
            epoch=epoch,
            protocol_min=max(1, PROTOCOL - 1),
            protocol_max=PROTOCOL,
            max_ops=MAX_OPS,
            server_time=_now(),
            journal=last,
            journal_seen=seen,
            receipts=True,
            custodians=custodians_now,
        )
    )


def devices(desk: TheDesk, live: SignedIn, body: SmallBody) -> Response:
    """Enrol a laptop, with a one-time right."""
    return json_answer(desk.enrol(live, parse(Enrol, body)))


def ops(request: Request, database: Db, caller: Caller, body: OpsBody) -> Response:
    """Push. A revoked laptop may still hand in its work: evidence first."""
    envelope, came = _envelope(body)
    _check_push(database, caller, envelope)
    sender = push.Sender(
        caller.ambtenaar, caller.device.device, envelope.clock, caller.set_aside, caller.roles
    )
    with database.read() as connection:
        marks.check(connection, envelope.seen)
        room = Allowance.of(connection, caller.ambtenaar.id, caller.device.device)
    results, at = [], ""
    for one in came:
        try:
            with database.write() as connection:
                marks.check(connection, at or envelope.seen)
                results.append(push.answer(connection, sender, one, room))
                at = marks.give(connection)
        except push.OpChangedError:
            _LOG.error("operation came again with another content")
            results.append(OpResult(op=one.key, status=OpStatus.REJECTED, reason=push.CHANGED))
    _tell(request, caller, came, results)
    with database.read() as connection:
        top = head(connection)
    answer = PushResponse(
        device_state=caller.device.state, results=tuple(results), head=top, server_time=_now(), at=at
    )
    return json_answer(answer)


def _tell(request: Request, caller: access.Caller, came: list[Incoming], results: list[OpResult]) -> None:
    """What of a push was refused, and what of a colleague its answer shows."""
    bad = {
        result.op: result.reason
        for result in results
        if result.status is OpStatus.REJECTED or result.reason in FULL
    }
    dossiers = {dossier for one in came if one.op and one.key in bad for dossier in one.op.dossiers}
    database: Database = request.app.state.database
    witness.not_taken(database, request.app.state.told, caller, dossiers, set(bad.values()))
    clashed = {result.op for result in results if result.conflicts}
    shown = {dossier for one in came if one.op and one.key in clashed for dossier in one.op.dossiers}
    witness.showed(database, caller, shown)


def _envelope(body: JsonValue) -> tuple[PushEnvelope, list[Incoming]]:
    """Who pushes, and the operations one by one."""
    whole = body if isinstance(body, dict) else {}
    raw = whole.get("ops")
    envelope = parse(PushEnvelope, {name: value for name, value in whole.items() if name != "ops"})
    if not isinstance(raw, list) or not 1 <= len(raw) <= MAX_OPS:
        raise malformed(f"ops, een lijst van 1 tot {MAX_OPS} bewerkingen")
    return envelope, read_ops(raw)


def receipts(database: Db, caller: Caller, body: SmallBody) -> Response:
    """What became of what this officer sent; a laptop that may only hand in hears it too."""
    wanted = parse(ReceiptsRequest, body)
    if wanted.device != caller.device.device:
        raise _other_laptop()
    with database.read() as connection:
        found = quarantine.receipts(connection, caller.ambtenaar.id, wanted.ops)
    witness.showed(database, caller, {one.op for one in found if one.conflicts})
    return json_answer(Receipts(results=found))


def number_block(database: Db, settings: Config, caller: Working, body: SmallBody) -> Response:
    """Numbers for a proces-verbaal. A revoked laptop gets none."""
    wanted = parse(NummerblokRequest, body)
    if caller.device.state is DeviceState.REVOKED or wanted.device != caller.device.device:
        raise RefusalError(403, "apparaat_ingetrokken", "Deze laptop krijgt geen nummers.")
    code = settings.organisation
    with database.write() as connection:
        marks.check(connection, wanted.seen)
        number_blocks.hand_in(connection, wanted.device, code, wanted.holds)
        try:
            before = number_blocks.given(connection, wanted.device)
            answer = number_blocks.reserve(connection, wanted.device, code, wanted.jaar, wanted.volg)
        except number_blocks.TooManyError:
            raise RefusalError(
                429, "nummers", "Deze laptop kreeg vandaag al genoeg nummers. Morgen zijn er weer nieuwe."
            ) from None
        numbers = f"{answer.organisatie}-{answer.jaar} {answer.van} tot {answer.tot}"
        if number_blocks.given(connection, wanted.device) > before:  # the same question again gives nothing
            append(connection, Entry(caller.ambtenaar.id, What.NUMBERS, (numbers,), "", wanted.device))
        answer = answer.model_copy(update={"at": marks.give(connection)})
    return json_answer(answer)


def _check_push(database: Database, caller: access.Caller, request: PushEnvelope) -> None:
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


def _other_epoch() -> RefusalError:
    return RefusalError(
        410, "epoch", "De gegevens van de gemeente zijn teruggezet of vervangen. Haal alles opnieuw op."
    )


def changes(database: Db, caller: Working, cursor: str = "", limit: int = 500, seen: str = "") -> Response:
    """A page of the feed. A revoked laptop hears only that it is revoked."""
    if not 1 <= limit <= MAX_PAGE:
        raise malformed(f"limit ligt tussen 1 en {MAX_PAGE}")
    officer = caller.ambtenaar.id
    try:
        with database.read() as connection:
            marks.check(connection, seen)
            after = feed.unseal(connection, officer, cursor)
            if caller.device.state is DeviceState.REVOKED:
                found = feed.Page((), (), after, more=False, head=head(connection))
            else:
                wpg = MATRIX.may(caller.roles, FETCH_WPG)
                found = feed.page(connection, officer, after, limit, wpg=wpg)
            answer = ChangesPage(
                device_state=caller.device.state,
                epoch=feed.epoch(connection),
                evict=found.evict,
                changes=found.changes,
                next=feed.seal(connection, officer, found.next),
                more=found.more,
                head=found.head,
                server_time=_now(),
                at=marks.here(connection),
            )
    except feed.CursorError:
        raise RefusalError(
            400, "cursor", "De plaats in de wijzigingen is onbekend. Haal alles opnieuw op."
        ) from None
    except feed.EpochError as fault:
        if fault.restored:
            with database.write() as connection:
                feed.renew_epoch(connection)
                number_blocks.remember_restored(connection)
        raise _other_epoch() from None
    witness.provided(database, caller, found)
    return json_answer(answer)


def digest(database: Db, caller: Working) -> Response:
    """What the laptop must hold now if nothing went wrong."""
    if caller.device.state is DeviceState.REVOKED:
        raise RefusalError(403, "apparaat_ingetrokken", "Deze laptop is ingetrokken.")
    with database.read() as connection:
        wpg = MATRIX.may(caller.roles, FETCH_WPG)
        lines = feed.digest(connection, caller.ambtenaar.id, wpg=wpg)
        answer = Digest(epoch=feed.epoch(connection), head=head(connection), lines=lines)
    return json_answer(answer)


def unreadable_records(database: Db, caller: Caller, body: SmallBody) -> Response:
    """What this laptop cannot read of what we sent."""
    report = parse(UnreadableReport, body)
    if report.device != caller.device.device:
        raise _other_laptop()
    with database.write() as connection:
        count = unreadable.note(connection, report)
    if count:
        _LOG.warning("a laptop cannot read %d records: see the command onleesbaar", count)
    return json_answer(Noted(count=count))


# -- refusals and the log -------------------------------------------------------------------------


def _refused(request: Request, fault: Exception) -> Response:
    if isinstance(fault, RefusalError):
        witness.name(request, fault.code)
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
    identity.give_nonce(request, response)
    await witness.tell(request, response)
    route = request.scope.get("route")
    path = getattr(route, "path", "-")
    took = time.perf_counter() - start
    request.app.state.meter.count(request.method, path, response.status_code, took)
    where = " oefenen" if request.app.state.practice else ""
    _LOG.info("%s %s %s %d ms%s", request.method, path, response.status_code, round(took * 1_000), where)
    return response
