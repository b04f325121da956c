"""The real application behind a real socket, in a thread of the test, and a signed-in laptop."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import uvicorn

from leerplicht_protocol.codec import canonical
from leerplicht_protocol.messages import ChangesPage, Device, DeviceCode, Hello, PushResponse, Token
from leerplicht_server.database import Database
from leerplicht_server.http.app import create_app
from leerplicht_server.settings import Settings

PRACTICE = Settings(database="", municipality="Testgemeente")


@contextmanager
def client(
    database: Database, settings: Settings = PRACTICE, clock: Callable[[], float] = time.time
) -> Iterator[httpx.Client]:
    """A client of a server that lives as long as the block."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        app = create_app(database, settings, addresses=(settings.address or address,), clock=clock)
        config = uvicorn.Config(app, log_config=None, access_log=False)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            with httpx.Client(base_url=address, timeout=60, trust_env=False) as http:
                yield http
        finally:
            server.should_exit = True
            thread.join()


@dataclass
class Signed:
    """An officer's laptop."""

    http: httpx.Client
    token: str
    device: str
    epoch: str

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}", "X-Device": self.device}

    def get(self, path: str, **params: str | int) -> httpx.Response:
        return self.http.get(path, params=params, headers=self.headers)

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
            packing = {**self.headers, "Content-Encoding": "gzip"}
            return self.http.post("/v1/ops", content=gzip.compress(body), headers=packing)
        return self.http.post("/v1/ops", content=body, headers=self.headers)

    def pushed(self, *ops: dict[str, Any]) -> PushResponse:
        answer = self.push(*ops)
        assert answer.status_code == 200, answer.text
        return PushResponse.model_validate_json(answer.content, strict=True)

    def changes(self, cursor: str = "", limit: int = 500) -> ChangesPage:
        answer = self.get("/v1/changes", cursor=cursor, limit=limit)
        assert answer.status_code == 200, answer.text
        return ChangesPage.model_validate_json(answer.content, strict=True)


def sign_in(http: httpx.Client, officer: str, incarnation: str = "i-1") -> Signed:
    """The whole way in: a code, the page where it is approved, the token, the device."""
    code = DeviceCode.model_validate_json(http.post("/v1/device-code").content, strict=True)
    asked = {"device_code": code.device_code}
    assert Token.model_validate(http.post("/v1/token", json=asked).json()).state == "pending"
    page = http.post("/aanmelden", data={"code": code.user_code.lower(), "ambtenaar": officer})
    assert page.status_code == 200, page.text
    token = Token.model_validate_json(http.post("/v1/token", json=asked).content, strict=True)
    assert token.ambtenaar is not None
    assert token.ambtenaar.id == officer
    bearer = {"Authorization": f"Bearer {token.token}"}
    enrol = {"name": "Laptop 1", "incarnation": incarnation}
    device = Device.model_validate_json(http.post("/v1/devices", json=enrol, headers=bearer).content)
    hello = Hello.model_validate_json(http.get("/v1/hello").content, strict=True)
    return Signed(http, token.token, device.device, hello.epoch)
