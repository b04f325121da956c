"""What an endpoint is given: the database, the settings, and who is asking."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from leerplicht_protocol.messages import Ambtenaar
from leerplicht_server import access
from leerplicht_server.database import Database
from leerplicht_server.identity.callers import caller_of
from leerplicht_server.identity.faults import SignInError
from leerplicht_server.settings import Settings

from . import witness
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
    caller = caller_of(live)
    witness.remember(request, caller)
    _count(request, caller.ambtenaar)
    return caller


def _count(request: Request, officer: Ambtenaar) -> None:
    """One more request of somebody who is known. Raises RefusalError when it is one too many."""
    sources: Sources = request.app.state.sources
    sources.known(officer.id, request.headers.get("authorization", ""))


Caller = Annotated[access.Caller, Depends(_caller)]


def _working(caller: Caller) -> access.Caller:
    """Who may do more than hand in what was not sent yet."""
    if caller.refused is not None:
        raise SignInError(caller.refused, "hands in only")
    return caller


Working = Annotated[access.Caller, Depends(_working)]
