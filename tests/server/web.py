"""The real application behind a real socket, in a thread of the test, and a signed-in laptop."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import uvicorn
from fastapi import FastAPI

from leerplicht_protocol.codec import canonical
from leerplicht_protocol.messages import ChangesPage, DeviceCode, Hello, PushResponse
from leerplicht_protocol.proof import HEADER, NONCE_HEADER, Prover, Target, address_of, new_key
from leerplicht_protocol.session import CodeToken, Enrolled, Refused
from leerplicht_server.database import Database
from leerplicht_server.http.app import create_app
from leerplicht_server.settings import Settings

NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""For a client of http: without it each one reads whom the system trusts, 46 ms."""
PRACTICE = Settings(database="", municipality="Testgemeente")


@contextmanager
def client(
    database: Database,
    settings: Settings = PRACTICE,
    clock: Callable[[], float] = time.time,
    *,
    extend: Callable[[FastAPI], None] = lambda _: None,
    port: int = 0,
) -> Iterator[httpx.Client]:
    """A client of a server that lives as long as the block; ``extend`` hangs pages under it."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        listener.listen()
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        app = create_app(database, settings, addresses=(settings.address or address,), clock=clock)
        extend(app)
        config = uvicorn.Config(app, log_config=None, access_log=False)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            with httpx.Client(base_url=address, timeout=60, verify=NO_TLS, trust_env=False) as http:
                yield http
        finally:
            server.should_exit = True
            thread.join()


class Bound(httpx.Auth):
    """Proves the key of a laptop with every request, once more when the server gives another nonce."""

    requires_request_body = True

    def __init__(self, key: str, token: str = "") -> None:
        self._prover = Prover(key)
        self._token = token
        self._nonce = ""

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        self._sign(request)
        answer = yield request
        self._nonce = answer.headers.get(NONCE_HEADER, "")
        if Refused.NONCE in answer.headers.get("WWW-Authenticate", ""):
            self._sign(request)
            answer = yield request
            self._nonce = answer.headers.get(NONCE_HEADER, "")

    def _sign(self, request: httpx.Request) -> None:
        server = str(request.url.copy_with(raw_path=b"/"))
        target = Target(request.method, address_of(server, request.url.path))
        request.headers[HEADER] = self._prover.proof(
            target, nonce=self._nonce, token=self._token, body=request.content
        )
        if self._token:
            request.headers["Authorization"] = f"{HEADER} {self._token}"


@dataclass
class Signed:
    """An officer's laptop."""

    http: httpx.Client
    key: str
    token: str
    device: str
    epoch: str

    @property
    def auth(self) -> Bound:
        return Bound(self.key, self.token)

    def get(self, path: str, **params: str | int) -> httpx.Response:
        return self.http.get(path, params=params, auth=self.auth)

    def push(self, *ops: dict[str, Any], packed: bool = False, **changes: Any) -> httpx.Response:
        body = canonical(
            {
                "device": self.device,
                "incarnation": "i-1",
                "protocol": 1,
                "epoch": self.epoch,
                "clock": {"wall": "2026-11-20T14:03:11Z"},
                "ops": list(ops),
                **changes,
            }
        )
        if packed:
            packing = {"Content-Encoding": "gzip"}
            return self.http.post("/v1/ops", content=gzip.compress(body), headers=packing, auth=self.auth)
        return self.http.post("/v1/ops", content=body, auth=self.auth)

    def pushed(self, *ops: dict[str, Any]) -> PushResponse:
        answer = self.push(*ops)
        assert answer.status_code == 200, answer.text
        return PushResponse.model_validate_json(answer.content, strict=True)

    def changes(self, cursor: str = "", limit: int = 500) -> ChangesPage:
        answer = self.get("/v1/changes", cursor=cursor, limit=limit)
        assert answer.status_code == 200, answer.text
        return ChangesPage.model_validate_json(answer.content, strict=True)


def sign_in(http: httpx.Client, officer: str, incarnation: str = "i-1") -> Signed:
    """The whole way in: a code, the page where it is approved, the session, the device."""
    key = new_key()
    stranger = Bound(key)
    code = DeviceCode.model_validate_json(http.post("/v1/device-code", auth=stranger).content, strict=True)
    asked = {"device_code": code.device_code}
    first = http.post("/v1/token", json=asked, auth=stranger)
    assert CodeToken.model_validate(first.json()).state == "pending"
    page = http.post("/aanmelden", data={"code": code.user_code.lower(), "ambtenaar": officer})
    assert page.status_code == 200, page.text
    granted = http.post("/v1/token", json=asked, auth=stranger)
    session = CodeToken.model_validate_json(granted.content, strict=True).session
    assert session is not None
    assert session.ambtenaar is not None
    assert session.ambtenaar.id == officer
    enrol = {"name": "Laptop 1", "incarnation": incarnation}
    answer = http.post("/v1/devices", json=enrol, auth=Bound(key, session.token))
    device = Enrolled.model_validate_json(answer.content, strict=True)
    hello = Hello.model_validate_json(http.get("/v1/hello").content, strict=True)
    return Signed(http, key, session.token, device.device, hello.epoch)
