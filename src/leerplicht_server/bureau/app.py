"""The application of the pages, hung under the server's own at ``/bureau``; every page has its right."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from leerplicht_server.errors import DatabaseError, ServerError, UnknownError
from leerplicht_server.http.answers import RefusalError
from leerplicht_server.identity.browsers import Browsers
from leerplicht_server.identity.faults import SignInError
from leerplicht_server.rights import MATRIX

from . import dossiers_over, overviews, people, refusals, set_aside, sign_in, start, supervision
from .faults import ForeignFormError, NoRightError, SignInFirstError

PREFIX = "/bureau"


def install(server: FastAPI) -> None:
    """Hang the pages under a server. Raises ServerError when one of them has no right."""
    app = FastAPI(title="Het bureau", docs_url=None, redoc_url=None, openapi_url=None)
    server.state.browsers = Browsers(server.state.desk)
    app.state = server.state  # what the server keeps of a request it finds at the application that answered
    for room in (sign_in, start, set_aside, dossiers_over, people, supervision, overviews):
        room.add_pages(app)
    handlers: Iterable[tuple[type[Exception], Callable[[Request, Exception], Response]]] = (
        (SignInFirstError, refusals.sign_in_first),
        (NoRightError, refusals.no_right),
        (ForeignFormError, refusals.foreign_form),
        (SignInError, refusals.sign_in_failed),
        (RefusalError, refusals.refused),
        (DatabaseError, refusals.no_database),
        (UnknownError, refusals.unknown),
        (ServerError, refusals.not_done),
        (RequestValidationError, refusals.unknown),
        (HTTPException, refusals.unknown),
        (Exception, refusals.went_wrong),
    )
    for kind, handler in handlers:
        app.add_exception_handler(kind, handler)
    MATRIX.demand_whole_bureau(pages_of(app))
    server.mount(PREFIX, app)


def pages_of(app: FastAPI) -> set[str]:
    """Every page, as ``rechten.toml`` names it."""
    known = [route for route in app.routes if isinstance(route, APIRoute)]
    return {f"{method} {route.path}" for route in known for method in route.methods or ()}
