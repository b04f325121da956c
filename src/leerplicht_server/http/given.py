"""What an endpoint is given: the database, the settings, and who is asking."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated

from fastapi import Depends, Request

from leerplicht_protocol.session import Refused, SessionState
from leerplicht_server import access, mandates
from leerplicht_server.database import Database
from leerplicht_server.identity.callers import caller_of
from leerplicht_server.identity.faults import SignInError
from leerplicht_server.identity.sessions import Live
from leerplicht_server.rights import MATRIX
from leerplicht_server.settings import Settings

from . import witness
from .answers import RefusalError
from .identity import SignedIn
from .sources import Sources


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


def _caller(request: Request, live: SignedIn) -> access.Caller:
    mandates.keep_time(request.app.state.database, mandates.today(request.app.state.clock()))
    caller = caller_of(live)
    witness.remember(request, caller)
    _count(request, caller.ambtenaar.id)
    demand_right(request, caller.roles)
    return caller


def endpoint(request: Request) -> str:
    """The endpoint that was asked, as ``rechten.toml`` names it."""
    return f"{request.method} {getattr(request.scope.get('route'), 'path', '-')}"


def demand_right(request: Request, roles: Collection[str]) -> None:
    """Raise RefusalError when none of these roles has the right that the endpoint asks."""
    if not MATRIX.may(roles, MATRIX.endpoints[endpoint(request)]):
        raise RefusalError(
            403, "recht", "Je rol bij de gemeente geeft hier geen recht op. Vraag je teamleider."
        )


_HANDS_IN_ONLY = {SessionState.REVOKED: Refused.REVOKED, SessionState.SUSPENDED: Refused.SUSPENDED}


def _reader(request: Request, live: SignedIn) -> Live:
    """Who reads without a laptop of his own: his roles decide. Raises SignInError, RefusalError."""
    _count(request, live.ambtenaar.id if live.ambtenaar else f"{live.issuer} {live.subject}")
    if live.state in _HANDS_IN_ONLY:
        raise SignInError(_HANDS_IN_ONLY[live.state], "hands in only")
    demand_right(request, live.roles)
    return live


Reader = Annotated[Live, Depends(_reader)]


def _count(request: Request, person: str) -> None:
    """One more request of somebody who is known. Raises RefusalError when it is one too many."""
    sources: Sources = request.app.state.sources
    sources.known(person, request.headers.get("authorization", ""))


Caller = Annotated[access.Caller, Depends(_caller)]


def _working(caller: Caller) -> access.Caller:
    """Who may do more than hand in what was not sent yet."""
    if caller.refused is not None:
        raise SignInError(caller.refused, "hands in only")
    return caller


Working = Annotated[access.Caller, Depends(_working)]
