"""What the journal hears of requests: every refusal, and every page of the feed with its dossiers."""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace

from fastapi import Request, Response
from starlette.concurrency import run_in_threadpool

from leerplicht_protocol.session import Refused
from leerplicht_server import access, feed, journal
from leerplicht_server.database import Database
from leerplicht_server.errors import DatabaseError
from leerplicht_server.journal import Entry, What

STRANGER = "onbekend"
A_MINUTE = 30
"""Most lines of refusals in a minute for one person, and for all strangers together: nobody fills the
journal."""

_PEOPLE = 10_000
_MINUTE = 60.0
_LOG = logging.getLogger("leerplicht_server")


class Told:
    """Counts refusals of one; what is over the limit of a minute is told in one line afterwards."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._of: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def one_more(self, who: str) -> tuple[bool, int]:
        """Whether this one has a line of its own, and how many of the minute before had none."""
        with self._lock:
            now, untold = self._clock(), 0
            since, count = self._of.pop(who, (now, 0))
            if now - since >= _MINUTE:
                untold = max(0, count - A_MINUTE)
                since, count = now, 0
            self._of[who] = (since, count + 1)
            while len(self._of) > _PEOPLE:
                self._of.popitem(last=False)
            return count < A_MINUTE, untold


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
    who = str(getattr(request.state, "who", STRANGER))
    entry = Entry(who, What.REFUSED, (f"{request.method[:10]} {route}",), why)
    if caller is not None:
        entry = replace(entry, who=caller.ambtenaar.id, device=caller.device.device)
    try:
        _refusal(request.app.state.database, request.app.state.told, entry)
    except DatabaseError:
        _LOG.error("a refusal could not be written in the journal")


def _refusal(database: Database, told: Told, entry: Entry) -> None:
    own, untold = told.one_more(entry.who)
    entries = [replace(entry, on=(), why=f"en nog {untold} keer in een minuut")] if untold else []
    entries += [entry] if own else []
    if entries:
        with database.write() as connection:
            for one in entries:
                journal.append(connection, one)


def provided(database: Database, caller: access.Caller, page: feed.Page) -> None:
    """A line for a page of the feed, before it leaves. A page without records is none."""
    dossiers = {dossier for change in page.changes for dossier in change.dossiers}
    if not page.changes:
        return
    with database.write() as connection:
        journal.append(
            connection, _entry(caller, What.PROVIDED, sorted(dossiers), f"{len(page.changes)} records")
        )


def showed(database: Database, caller: access.Caller, dossiers: set[str]) -> None:
    """A line for a push whose answer holds what a colleague wrote in the same fields."""
    if dossiers:
        with database.write() as connection:
            line = _entry(caller, What.PROVIDED, sorted(dossiers), "wat een collega intussen invulde")
            journal.append(connection, line)


def not_taken(
    database: Database, told: Told, caller: access.Caller, dossiers: set[str], reasons: set[str]
) -> None:
    """A line for a push of which something was refused."""
    if reasons:
        _refusal(database, told, _entry(caller, What.REFUSED, sorted(dossiers), ", ".join(sorted(reasons))))


def _entry(caller: access.Caller, what: What, on: list[str], why: str) -> Entry:
    return Entry(caller.ambtenaar.id, what, on, why, caller.device.device)
