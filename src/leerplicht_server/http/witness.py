"""What the journal hears of requests: every refusal, and every page of the feed with its dossiers."""

from __future__ import annotations

import logging
import threading
import time

from fastapi import Request, Response
from starlette.concurrency import run_in_threadpool

from leerplicht_protocol.session import Refused
from leerplicht_server import access, feed, journal
from leerplicht_server.database import Database
from leerplicht_server.errors import DatabaseError
from leerplicht_server.journal import Entry, What

STRANGER = "onbekend"
A_MINUTE = 30
"""Most lines in a minute about callers that nobody knows: a stranger must not fill the journal."""

_MINUTE = 60.0
_LOG = logging.getLogger("leerplicht_server")


class Strangers:
    """Counts the refusals of strangers; what is over the limit of a minute is told in one line afterwards."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._since, self._count = 0.0, 0

    def one_more(self) -> tuple[bool, int]:
        """Whether this one has a line of its own, and how many of the minute before had none."""
        with self._lock:
            now, untold = time.monotonic(), 0
            if now - self._since >= _MINUTE:
                untold = max(0, self._count - A_MINUTE)
                self._since, self._count = now, 0
            self._count += 1
            return self._count <= A_MINUTE, untold


def remember(request: Request, caller: access.Caller) -> None:
    """Who is asking, for the line of a refusal that may follow."""
    request.state.caller = caller


def name(request: Request, code: str) -> None:
    """By which code a request was refused."""
    request.state.refusal = code


async def tell(request: Request, response: Response) -> None:
    """A line for an answer that is a refusal; asking for a fresh nonce is none."""
    code = str(getattr(request.state, "refusal", response.status_code))
    if response.status_code < 400 or code == Refused.NONCE:
        return
    await run_in_threadpool(_tell, request, f"{response.status_code} {code}")


def _tell(request: Request, why: str) -> None:
    caller: access.Caller | None = getattr(request.state, "caller", None)
    route = getattr(request.scope.get("route"), "path", "-")
    what = (f"{request.method[:10]} {route}",)
    own, untold = (True, 0) if caller else request.app.state.strangers.one_more()
    entries = []
    if untold:
        entries.append(Entry(STRANGER, What.REFUSED, (), f"en nog {untold} keer in een minuut"))
    if own:
        who, device = (caller.ambtenaar.id, caller.device.device) if caller else (STRANGER, "")
        entries.append(Entry(who, What.REFUSED, what, why, device))
    database: Database = request.app.state.database
    try:
        with database.write() as connection:
            for entry in entries:
                journal.append(connection, entry)
    except DatabaseError:
        _LOG.error("a refusal could not be written in the journal")


def provided(database: Database, caller: access.Caller, page: feed.Page) -> None:
    """A line for a page of the feed, before it leaves. A page without records is none."""
    dossiers = {dossier for change in page.changes for dossier in change.dossiers}
    if not page.changes:
        return
    with database.write() as connection:
        journal.append(
            connection, _entry(caller, What.PROVIDED, sorted(dossiers), f"{len(page.changes)} records")
        )


def not_taken(database: Database, caller: access.Caller, dossiers: set[str], reasons: set[str]) -> None:
    """A line for a push of which something was refused."""
    if reasons:
        with database.write() as connection:
            journal.append(
                connection, _entry(caller, What.REFUSED, sorted(dossiers), ", ".join(sorted(reasons)))
            )


def _entry(caller: access.Caller, what: What, on: list[str], why: str) -> Entry:
    return Entry(caller.ambtenaar.id, what, on, why, caller.device.device)
