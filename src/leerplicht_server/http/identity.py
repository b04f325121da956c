"""Signing in over HTTP: every request proves its key, every answer carries a nonce for the next proof."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection
from typing import Annotated

import httpx
from fastapi import Depends, FastAPI, Header, Request, Response

from leerplicht_protocol.proof import HEADER, NONCE_HEADER, Proof
from leerplicht_protocol.session import Refused
from leerplicht_server.database import Database
from leerplicht_server.identity.desk import Desk
from leerplicht_server.identity.faults import SignInError
from leerplicht_server.identity.proofs import Nonces, Proofs
from leerplicht_server.identity.provider import Provider
from leerplicht_server.identity.server_key import ServerKey, read_key
from leerplicht_server.identity.sessions import Live
from leerplicht_server.settings import Settings

from . import witness
from .answers import problem

_LOG = logging.getLogger("leerplicht_server")


def install(
    app: FastAPI,
    database: Database,
    settings: Settings,
    *,
    addresses: Collection[str],
    clock: Callable[[], float] = time.time,
    transport: httpx.BaseTransport | None = None,
) -> None:
    """Give the application its desk. ``addresses`` are as laptops write them. Raises ServerError."""
    key = ServerKey(read_key(settings.key_file), clock)
    provider = Provider(settings.provider, clock, transport) if settings.provider is not None else None
    app.state.nonces = Nonces(key.nonce_key, clock)
    app.state.proofs = Proofs(addresses, app.state.nonces)
    app.state.desk = Desk(database, provider, key, clock)
    app.add_exception_handler(SignInError, _refused)


def give_nonce(request: Request, response: Response) -> None:
    """The nonce for the next proof goes with every answer."""
    nonces: Nonces = request.app.state.nonces
    response.headers[NONCE_HEADER] = nonces.now()


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def _stranger(request: Request, dpop: Annotated[str, Header()] = "") -> Proof:
    """The proof of a request without a token. Raises SignInError."""
    proofs: Proofs = request.app.state.proofs
    proof = proofs.judge(dpop, request.method, request.url.path)
    request.state.proof = proof
    return proof


def _live(
    request: Request, authorization: Annotated[str, Header()] = "", dpop: Annotated[str, Header()] = ""
) -> Live:
    """Who is behind a token, proven with the key it is bound to. Raises SignInError."""
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != HEADER.lower():
        raise SignInError(Refused.SIGN_IN, "no bound token")
    live = _desk(request).find(token)
    proofs: Proofs = request.app.state.proofs
    request.state.proof = proofs.judge(
        dpop, request.method, request.url.path, token=token, thumbprint=live.thumbprint
    )
    return live


TheDesk = Annotated[Desk, Depends(_desk)]
Stranger = Annotated[Proof, Depends(_stranger)]
SignedIn = Annotated[Live, Depends(_live)]


def check_body(request: Request, body: bytes) -> None:
    """The body, as it was sent, is the one that was signed for. Raises SignInError."""
    proof: Proof = request.state.proof
    if not proof.covers(body):
        raise SignInError(Refused.SIGN_IN, "proof: another body")


def _refused(request: Request, fault: Exception) -> Response:
    if not isinstance(fault, SignInError):
        return problem(500, "fout", "Er ging iets mis.")
    witness.name(request, fault.code)
    if fault.code is Refused.PROVIDER_SETTINGS:
        _LOG.error("the provider does not fit the settings under [aanmelddienst]: %s", fault.why)
    elif fault.code is not Refused.NONCE:
        _LOG.warning("refused: %s (%s)", fault.code, fault.why)
    answer = problem(fault.status, fault.code, fault.sentence)
    if fault.code is Refused.NONCE:
        answer.headers["WWW-Authenticate"] = f'{HEADER} error="{Refused.NONCE}"'
    return answer
