"""The network, and only here: one client, one transport seam, every failure one known problem.

Nothing follows a redirect, no proxy or setting of the environment is obeyed, and a request leaves only after
the server's public key was recognised (see tls.py).
"""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

import httpx
from pydantic import JsonValue, ValidationError

from leerplicht_desktop.casework.ports.brievenbus import Geheim, Koppeling
from leerplicht_desktop.casework.problems import ServerWeigert
from leerplicht_protocol.codec import TooLargeError, WireError, canonical, read, read_leniently
from leerplicht_protocol.messages import (
    Device,
    DeviceCode,
    Enrol,
    Hello,
    Noted,
    OpResult,
    PushResponse,
    Token,
    TokenRequest,
    UnreadableReport,
)
from leerplicht_protocol.model import PROTOCOL, Model
from leerplicht_protocol.numbers import Nummerblok, NummerblokRequest

from .address import read_address
from .body import read_body
from .refusals import CUT_OFF, NOT_UNDERSTOOD, TooLarge, no_connection, refusal, refused, under_way
from .tls import PinError, make_context

M = TypeVar("M", bound=Model)

_NEW_WORD = frozenset({"literal_error", "enum"})  # what pydantic calls a word outside a list
_COMPRESS_FROM = 1_024  # bytes; below this gzip costs more than it saves
_REQUEST_SECONDS = 120.0
_TIMEOUT = httpx.Timeout(30.0, connect=8.0)
_PROBE = httpx.Timeout(3.0)


@dataclass(frozen=True, slots=True)
class Destination:
    """Where requests go and as whom; ``pin`` empty means: learn it from the first handshake."""

    server: str
    pin: str = ""
    ca_file: str = ""
    token: str = Geheim()
    device: str = ""


def destination_of(koppeling: Koppeling) -> Destination:
    """The destination of an enrolled laptop."""
    return Destination(
        koppeling.server, koppeling.pin, koppeling.ca_bestand, koppeling.token, koppeling.device
    )


class Wire:
    """Requests to one server. Every method raises SyncProblem, never anything of httpx.

    ``transport`` replaces the network in tests; it never gets to see TLS.
    """

    def __init__(self, destination: Destination, transport: httpx.BaseTransport | None = None) -> None:
        """Raises DomainError for an address that cannot be one, AnderCertificaat without its CA file."""
        server = read_address(destination.server)
        self._pin = destination.pin
        self.received = 0
        """Bytes of answers, unpacked, since somebody set this to nought."""
        headers = {
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
            "User-Agent": f"leerplicht-desktop (protocol {PROTOCOL})",
        }
        if destination.token:
            headers["Authorization"] = f"Bearer {destination.token}"
        if destination.device:
            headers["X-Device"] = destination.device
        self._client = httpx.Client(
            base_url=server,
            headers=headers,
            timeout=_TIMEOUT,
            transport=transport or self._network(server, destination.ca_file),
            follow_redirects=False,
            trust_env=False,
        )

    def _network(self, server: str, ca_file: str) -> httpx.BaseTransport:
        if server.startswith("http://"):
            return httpx.HTTPTransport(trust_env=False)
        return httpx.HTTPTransport(verify=make_context(self._check, ca_file), trust_env=False)

    def _check(self, pin: str) -> None:
        if not self._pin:
            self._pin = pin
        if pin != self._pin:
            raise PinError("another public key")

    @property
    def pin(self) -> str:
        """The public key of the server; empty over plain http to this machine."""
        return self._pin

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()

    def hello(self, *, short: bool = False) -> Hello:
        """Who the server is. ``short``: a probe, with little patience."""
        return self._model(Hello, self._ask("GET", "/v1/hello", timeout=_PROBE if short else _TIMEOUT))

    def device_code(self) -> DeviceCode:
        """A code for an officer to approve."""
        return self._model(DeviceCode, self._ask("POST", "/v1/device-code"))

    def token(self, device_code: str) -> Token:
        """Whether it was approved."""
        body = TokenRequest(device_code=device_code).model_dump(mode="json")
        return self._model(Token, self._ask("POST", "/v1/token", body))

    def enrol(self, request: Enrol, token: str) -> Device:
        """Register this laptop, for the officer behind ``token``."""
        extra = {"Authorization": f"Bearer {token}"}
        return self._model(
            Device, self._ask("POST", "/v1/devices", request.model_dump(mode="json"), headers=extra)
        )

    def push(self, request: JsonValue) -> PushResponse:
        """Hand in operations. ``request`` is a PushRequest as JSON, so that a repeat is byte for byte."""
        return read_receipts(_value(self._fetch("POST", "/v1/ops", request), read_leniently))

    def numbers(self, question: NummerblokRequest) -> Nummerblok:
        """Numbers for a proces-verbaal; the same question gives the same block."""
        return self._model(Nummerblok, self._ask("POST", "/v1/nummers", question.model_dump(mode="json")))

    def changes(self, cursor: str, limit: int) -> JsonValue:
        """A page of the feed, unjudged: pull.py checks every record."""
        question = {"cursor": cursor, "limit": str(limit)}
        return _value(self._fetch("GET", "/v1/changes", params=question), read_leniently)

    def unreadable(self, report: UnreadableReport) -> Noted:
        """Tell what this laptop cannot read."""
        return self._model(Noted, self._ask("POST", "/v1/unreadable", report.model_dump(mode="json")))

    def digest(self) -> JsonValue:
        """Counts and hashes, unjudged: the server may know kinds that this program does not."""
        return self._ask("GET", "/v1/digest")

    def _ask(
        self,
        method: str,
        path: str,
        body: JsonValue = None,
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: httpx.Timeout = _TIMEOUT,
    ) -> JsonValue:
        return _value(self._fetch(method, path, body, params=params, headers=headers, timeout=timeout))

    def _fetch(
        self,
        method: str,
        path: str,
        body: JsonValue = None,
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: httpx.Timeout = _TIMEOUT,
    ) -> bytes:
        extra, content = _pack(body)
        request = self._client.build_request(
            method,
            path,
            content=content,
            params=params,
            headers={**extra, **(headers or {})},
            timeout=timeout,
        )
        with self._answer(request) as answer:
            coding = answer.headers.get("Content-Encoding", "").strip().lower()
            raw = read_body(answer.iter_raw(), coding, time.monotonic() + _REQUEST_SECONDS)
            self.received += len(raw)
            status, later = answer.status_code, answer.headers.get("Retry-After", "")
        if status != 200:
            raise refused(status, raw, later)
        return raw

    @contextmanager
    def _answer(self, request: httpx.Request) -> Iterator[httpx.Response]:
        """The answer while its body streams in; any failure on the way is a SyncProblem."""
        problem = None
        begun = False
        try:
            answer = self._client.send(request, stream=True)
            begun = True
            try:
                yield answer
            finally:
                answer.close()
        except httpx.TransportError as fault:
            problem = no_connection(CUT_OFF) if begun else under_way(fault)
        if problem is not None:  # raised here, so that nothing of the request hangs on to it
            raise problem

    def _model(self, model: type[M], raw: JsonValue) -> M:
        value = read_model(model, raw)
        if value is None:
            raise refusal(NOT_UNDERSTOOD)
        return value


def read_model(model: type[M], value: JsonValue) -> M | None:
    """The message in ``value``, read as strictly as JSON allows; None when it is not one.

    Not an exception: pydantic's would carry the content along.
    """
    try:
        return model.model_validate_json(canonical(value), strict=True)
    except (ValidationError, ValueError):
        return None


def read_receipts(value: JsonValue) -> PushResponse:
    """The answer to a batch, without the receipts that cannot be read: their operations are asked again.

    Raises ServerWeigert when it is no answer to a batch at all.
    """
    raw = value.get("results") if isinstance(value, dict) else None
    header = read_model(PushResponse, {**value, "results": []}) if isinstance(value, dict) else None
    if header is None or not isinstance(raw, list):
        raise refusal(NOT_UNDERSTOOD)
    receipts = [read_model(OpResult, one) for one in raw]
    return header.model_copy(update={"results": tuple(one for one in receipts if one is not None)})


def only_new_words(model: type[Model], value: JsonValue) -> bool:
    """Whether ``value`` fails for nothing but words that this program's lists do not have yet."""
    try:
        model.model_validate_json(canonical(value), strict=True)
    except ValidationError as error:
        return all(
            one["type"] in _NEW_WORD and isinstance(one["input"], str)
            for one in error.errors(include_url=False)
        )
    except ValueError:
        return False
    return False


def _pack(body: JsonValue) -> tuple[dict[str, str], bytes | None]:
    if body is None:
        return {}, None
    content = canonical(body)
    extra = {"Content-Type": "application/json"}
    if len(content) < _COMPRESS_FROM:
        return extra, content
    return {**extra, "Content-Encoding": "gzip"}, gzip.compress(content, 6, mtime=0)


def _value(body: bytes, reader: Callable[[bytes], JsonValue] = read) -> JsonValue:
    problem: ServerWeigert
    try:
        return reader(body)
    except TooLargeError:
        problem = TooLarge()
    except WireError:
        problem = refusal(NOT_UNDERSTOOD)
    raise problem
