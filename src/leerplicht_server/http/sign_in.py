"""The endpoints of signing in (docs/sign-in.md): begin, open a session, renew it, sign out."""

from __future__ import annotations

from fastapi import FastAPI, Response

from leerplicht_protocol import session as wire

from .answers import json_answer
from .body import SmallBody, parse
from .identity import SignedIn, Stranger, TheDesk


def add_endpoints(app: FastAPI) -> None:
    """Add these endpoints to the application."""
    app.post(wire.SIGN_IN)(begin)
    app.post(wire.SESSION)(open_session)
    app.post(wire.RENEW)(renew)
    app.post(wire.SIGN_OUT)(sign_out)


def begin(desk: TheDesk, proof: Stranger) -> Response:
    """Where an officer signs in. Nothing of it is kept."""
    return json_answer(desk.begin(proof.thumbprint))


def open_session(desk: TheDesk, proof: Stranger, body: SmallBody) -> Response:
    """A session for who came back from the identity provider."""
    return json_answer(desk.finish(proof.thumbprint, parse(wire.SessionRequest, body)))


def renew(desk: TheDesk, proof: Stranger, body: SmallBody) -> Response:
    """Another token and renewal for the same key."""
    asked = parse(wire.RenewRequest, body)
    return json_answer(desk.renew(proof.thumbprint, asked.renewal, asked.journal))


def sign_out(desk: TheDesk, live: SignedIn) -> Response:
    """The end of a session."""
    desk.sign_out(live)
    return Response("{}", media_type="application/json")
