"""A laptop as the wire sees it: a key, a nonce, a session; and what a test does with them."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from typing import Any

import httpx

from leerplicht_protocol import session as wire
from leerplicht_protocol.messages import Problem
from leerplicht_protocol.proof import HEADER, NONCE_HEADER, Prover, Target, address_of, digest, new_key
from leerplicht_protocol.session import CodeToken, Enrolled, Session, SessionRequest, SignIn

REDIRECT = "http://127.0.0.1:47110/terug"


class RefusedError(Exception):
    """The server said no; ``args`` are status and code."""


@dataclass
class Laptop:
    """Sends what it is told; ``vault`` is the key and, once signed in, the renewal."""

    http: httpx.Client
    key: str = field(default_factory=new_key)
    nonce: str = ""
    session: Session | None = None
    epoch: str = ""

    @property
    def prover(self) -> Prover:
        return Prover(self.key)

    @property
    def live(self) -> Session:
        assert self.session is not None
        return self.session

    def copy(self) -> Laptop:
        """Who copied the opened vault."""
        return Laptop(self.http, self.key, session=self.session)

    def proof(self, method: str, path: str, body: bytes = b"", token: str = "") -> str:
        target = Target(method, address_of(str(self.http.base_url), path))
        return self.prover.proof(target, nonce=self.nonce, token=token, body=body)

    def send(
        self, method: str, path: str, body: bytes = b"", *, token: str = "", proof: str = ""
    ) -> httpx.Response:
        """One request, as it is; ``proof`` replaces the right one."""
        headers = {HEADER: proof or self.proof(method, path.partition("?")[0], body, token)}
        if token:
            headers["Authorization"] = f"{HEADER} {token}"
        answer = self.http.request(method, path, content=body or None, headers=headers)
        self.nonce = answer.headers[NONCE_HEADER]
        return answer

    def ask(self, method: str, path: str, value: object = None, *, token: str = "") -> httpx.Response:
        """A request, once more when the server gives another nonce."""
        body = b"" if value is None else json.dumps(value).encode()
        answer = self.send(method, path, body, token=token)
        if code_of(answer) == "use_dpop_nonce":
            answer = self.send(method, path, body, token=token)
        return answer

    def call(self, method: str, path: str, value: object = None) -> httpx.Response:
        """A request of who signed in."""
        return self.ask(method, path, value, token=self.live.token)

    # -- in and out ---------------------------------------------------------------------------------

    def sign_in_by_code(self, officer: str) -> Session:
        """The road of practice: a code, the page where it is approved, the session of this key."""
        code = must(self.ask("POST", "/v1/device-code"))
        page = self.http.post("/aanmelden", data={"code": code["user_code"], "ambtenaar": officer})
        assert page.status_code == 200, page.text
        answer = must(self.ask("POST", "/v1/token", {"device_code": code["device_code"]}))
        token = CodeToken.model_validate(answer)
        assert token.session is not None
        self.session = token.session
        return token.session

    def begin(self) -> tuple[SignIn, str]:
        """Where to go, and the PKCE verifier that stays here."""
        return SignIn.model_validate(must(self.ask("POST", wire.SIGN_IN))), secrets.token_urlsafe(48)

    def finish(self, request: SessionRequest) -> Session:
        self.session = Session.model_validate(
            must(self.ask("POST", wire.SESSION, request.model_dump(mode="json")))
        )
        return self.session

    def renew(self) -> Session:
        answer = must(self.ask("POST", wire.RENEW, {"renewal": self.live.renewal}))
        self.session = Session.model_validate(answer)
        return self.session

    def enrol(self, right: str = "", incarnation: str = "i-1") -> Enrolled:
        asked = {"name": "Laptop", "incarnation": incarnation, "right": right}
        return Enrolled.model_validate(must(self.call("POST", "/v1/devices", asked)))

    def push(self, *ops: dict[str, Any]) -> httpx.Response:
        self.epoch = self.epoch or self.http.get("/v1/hello").json()["epoch"]
        body = {
            "device": self.live.device,
            "incarnation": "i-1",
            "protocol": 1,
            "epoch": self.epoch,
            "clock": {"wall": "2026-11-20T14:03:11Z"},
            "ops": list(ops),
        }
        return self.call("POST", "/v1/ops", body)


def authorize_query(start: SignIn, verifier: str, state: str) -> dict[str, str]:
    """What a laptop puts into the address of the browser."""
    return {
        "response_type": "code",
        "client_id": start.client_id,
        "redirect_uri": REDIRECT,
        "scope": start.scope,
        "state": state,
        "nonce": start.nonce,
        "code_challenge": digest(verifier.encode()),
        "code_challenge_method": "S256",
        **start.extra,
    }


def code_of(answer: httpx.Response) -> str:
    """The code of a refusal; empty when it is none."""
    if answer.status_code == 200:
        return ""
    return Problem.model_validate_json(answer.content, strict=True).code


def must(answer: httpx.Response) -> dict[str, Any]:
    """The answer's content. Raises RefusedError."""
    if answer.status_code != 200:
        raise RefusedError(answer.status_code, code_of(answer))
    value: dict[str, Any] = answer.json()
    return value
