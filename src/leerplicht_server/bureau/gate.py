"""The gate of every page: whose cookie this is, whether his role may have the page, if a form is ours."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import parse_qsl, urlsplit

from fastapi import Depends, Request
from starlette.requests import ClientDisconnect

from leerplicht_protocol.session import Refused
from leerplicht_server.http import witness
from leerplicht_server.http.sources import Sources
from leerplicht_server.identity.browsers import Browsers, who_of
from leerplicht_server.identity.faults import SignInError
from leerplicht_server.identity.sessions import Live
from leerplicht_server.rights import MATRIX

from .faults import ForeignFormError, NoRightError, SignInFirstError

FORM_BYTES = 64 * 1024
TOKEN = "formulier"  # noqa: S105 -- the name of a field
_SALT = 16


@dataclass(frozen=True)
class Visitor:
    """Somebody who signed in: what the journal calls him, how people call him, and his roles."""

    live: Live
    who: str
    name: str
    roles: frozenset[str]
    token: str
    """What a form of his must bring along."""

    def may(self, right: str) -> bool:
        """Whether one of his roles has a right."""
        return MATRIX.may(self.roles, right)


@dataclass(frozen=True)
class Form:
    """The fields that were sent, in order."""

    pairs: tuple[tuple[str, str], ...]

    def one(self, name: str) -> str:
        """The value of a field, without white space around it; empty when it was not sent."""
        return dict(self.pairs).get(name, "").strip()

    def many(self, name: str) -> list[str]:
        """Every value that was chosen of a field that may stand more than once."""
        return [value for key, value in self.pairs if key == name and value]


def cookie_name(request: Request) -> str:
    """The name of the cookie: with the prefix that lets only this very host set it over TLS."""
    return "__Host-bureau" if is_secure(request) else "bureau"


def is_secure(request: Request) -> bool:
    """Whether people reach this server over TLS: by its own address, not by what a request says."""
    return not str(request.app.state.addresses[0]).startswith("http://")


def page_name(request: Request) -> str:
    """The page that was asked, as ``rechten.toml`` names it."""
    return f"{request.method} {getattr(request.scope.get('route'), 'path', '-')}"


def who_is(request: Request) -> Visitor:
    """Who is asking, whatever the page. Raises SignInFirstError."""
    secret = request.cookies.get(cookie_name(request), "")
    if not secret:
        raise SignInFirstError(fresh=True)
    browsers: Browsers = request.app.state.browsers
    try:
        live = browsers.find(secret)
    except SignInError as fault:
        if fault.code in {Refused.PROVIDER_AWAY, Refused.PROVIDER_SETTINGS}:
            raise
        raise SignInFirstError(fresh=False) from None
    who = live.ambtenaar.id if live.ambtenaar else who_of(live.issuer, live.subject)
    request.state.who = who
    sources: Sources = request.app.state.sources
    sources.known(who, request.headers.get("cookie", ""))
    return Visitor(live, who, live.name or who, live.roles, _token(request, live.session))


def _visitor(request: Request) -> Visitor:
    visitor = who_is(request)
    if not visitor.may(MATRIX.pages[page_name(request)]):
        witness.name(request, "recht")
        raise NoRightError(visitor, MATRIX.pages[page_name(request)])
    return visitor


async def _form(request: Request) -> Form:
    """The fields of a form of somebody. Raises ForeignFormError when it is not a form of ours."""
    if not _from_here(request):
        raise ForeignFormError
    raw = bytearray()
    try:
        async for chunk in request.stream():
            raw += chunk
            if len(raw) > FORM_BYTES:
                raise ForeignFormError
    except ClientDisconnect:
        raise ForeignFormError from None
    try:
        fields = parse_qsl(raw.decode("utf-8"), keep_blank_values=True, max_num_fields=1_000)
    except ValueError:
        raise ForeignFormError from None
    return Form(tuple((name, _plain(value)) for name, value in fields))


def _plain(value: str) -> str:
    return "".join(sign for sign in value.replace("\r\n", "\n") if sign == "\n" or sign.isprintable())


def _from_here(request: Request) -> bool:
    """What browsers say themselves about where a form stood; an old one says nothing."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = request.headers.get("origin", "")
    return not origin or urlsplit(origin).netloc == request.headers.get("host", "")


SentForm = Annotated[Form, Depends(_form)]
AnyVisitor = Annotated[Visitor, Depends(_visitor)]


def _sender(request: Request, visitor: AnyVisitor, form: SentForm) -> Visitor:
    """Who sends a form that we gave to him. Raises ForeignFormError."""
    salt = form.one(TOKEN)[:_SALT]
    if not hmac.compare_digest(
        form.one(TOKEN).encode(), _token(request, visitor.live.session, salt).encode()
    ):
        witness.name(request, "vorm")
        raise ForeignFormError
    return visitor


Sender = Annotated[Visitor, Depends(_sender)]


def _token(request: Request, session: str, salt: str = "") -> str:
    """Salted anew on each page: what is compressed beside it tells nothing of it."""
    key: bytes = request.app.state.desk.key.page_key
    salt = salt or secrets.token_hex(_SALT // 2)
    return salt + hmac.new(key, f"{session} {salt}".encode(), hashlib.sha256).hexdigest()


def safe_way(path: str) -> str:
    """A page of ours to go to after signing in; the start for anything else."""
    good = path.startswith("/bureau/") and path.isprintable() and path.isascii() and "\\" not in path
    return path if good and len(path) < 400 and not urlsplit(path).netloc else "/bureau/"


def parameters(request: Request) -> Mapping[str, str]:
    """What stands behind the question mark."""
    return request.query_params
