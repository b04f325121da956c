"""The network, and only here: one client, one transport seam, every failure one known problem.

Nothing follows a redirect, only the proxy of the machine's policy and no setting of
the environment is obeyed, and a request leaves only after
the server's public key was recognised (see tls.py). Every request carries a proof of the key of this laptop
(RFC 9449, leerplicht_protocol.proof), so a token that leaks is of no use to who finds it.
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

from leerplicht_desktop.casework.ports.brievenbus import Koppeling
from leerplicht_desktop.casework.problems import AanmeldingVerlopen, ServerWeigert
from leerplicht_protocol.codec import TooLargeError, WireError, canonical, read, read_leniently
from leerplicht_protocol.messages import (
    DeviceCode,
    Enrol,
    Hello,
    Noted,
    OpResult,
    PushResponse,
    Receipts,
    ReceiptsRequest,
    TokenRequest,
    UnreadableReport,
)
from leerplicht_protocol.model import PROTOCOL, Model
from leerplicht_protocol.numbers import Nummerblok, NummerblokRequest
from leerplicht_protocol.proof import NONCE_HEADER, Target, address_of
from leerplicht_protocol.session import (
    RENEW,
    SESSION,
    SIGN_IN,
    CodeToken,
    Enrolled,
    Refused,
    RenewRequest,
    Session,
    SessionRequest,
    SignIn,
)

from .address import read_address
from .body import read_body
from .identity import Identity
from .refusals import (
    CUT_OFF,
    NOT_UNDERSTOOD,
    Again,
    TooLarge,
    code_of,
    no_connection,
    refusal,
    refused,
    under_way,
)
from .tls import PinError, make_context, trusting_nobody

M = TypeVar("M", bound=Model)

_NEW_WORD = frozenset({"literal_error", "enum"})  # what pydantic calls a word outside a list
_COMPRESS_FROM = 1_024  # bytes; below this gzip costs more than it saves
_REQUEST_SECONDS = 120.0
_TIMEOUT = httpx.Timeout(30.0, connect=8.0)
_PROBE = httpx.Timeout(3.0)


@dataclass(frozen=True, slots=True)
class Destination:
    """Where requests go; ``pin`` empty means: learn it from the first handshake."""

    server: str
    pin: str = ""
    ca_file: str = ""
    proxy: str = ""


def destination_of(koppeling: Koppeling, proxy: str = "") -> Destination:
    """The destination of an enrolled laptop."""
    return Destination(koppeling.server, koppeling.pin, koppeling.ca_bestand, proxy)


@dataclass(frozen=True, slots=True)
class _Request:
    """A request before it is signed; ``token`` says that it goes on behalf of a session."""

    method: str
    path: str
    content: bytes
    headers: Mapping[str, str]
    params: Mapping[str, str] | None
    timeout: httpx.Timeout
    token: bool


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    body: bytes
    retry_after: str

    def says(self, code: Refused) -> bool:
        """Whether this is a 401 with that code."""
        return self.status == 401 and code_of(self.body) == code


class Wire:
    """Requests to one server, as one laptop. Every method raises SyncProblem, never anything of httpx.

    ``transport`` replaces the network in tests; it never gets to see TLS.
    """

    def __init__(
        self,
        destination: Destination,
        identity: Identity,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        """Raises DomainError for an address that cannot be one, AnderCertificaat without its CA file."""
        server = read_address(destination.server)
        self._server = server
        self._identity = identity
        self._pin = destination.pin
        self.received = 0
        """Bytes of answers, unpacked, since somebody set this to nought."""
        headers = {
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
            "User-Agent": f"leerplicht-desktop (protocol {PROTOCOL})",
        }
        self._client = httpx.Client(
            base_url=server,
            headers=headers,
            timeout=_TIMEOUT,
            transport=transport or self._network(server, destination),
            follow_redirects=False,
            trust_env=False,
        )

    def _network(self, server: str, destination: Destination) -> httpx.BaseTransport:
        if server.startswith("http://"):
            return httpx.HTTPTransport(verify=trusting_nobody(), trust_env=False)
        context = make_context(self._check, destination.ca_file)
        return httpx.HTTPTransport(verify=context, trust_env=False, proxy=destination.proxy or None)

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

    def hello(self, *, short: bool = False, journal: int = 0) -> Hello:
        """Who the server is. ``short``: a probe, with little patience; ``journal``: a line we keep."""
        question = {"journal": str(journal)} if journal else None
        patience = _PROBE if short else _TIMEOUT
        return self._model(Hello, self._ask("GET", "/v1/hello", params=question, timeout=patience))

    def sign_in(self) -> SignIn:
        """Where the officer proves who he is."""
        return self._model(SignIn, self._ask("POST", SIGN_IN))

    def device_code(self) -> DeviceCode:
        """A code for an officer to approve; of practice."""
        return self._model(DeviceCode, self._ask("POST", "/v1/device-code"))

    def code_token(self, device_code: str) -> CodeToken:
        """Whether the code was approved; then the session is taken."""
        body = TokenRequest(device_code=device_code).model_dump(mode="json")
        answer = self._model(CodeToken, self._ask("POST", "/v1/token", body))
        if answer.session is not None:
            self._take(answer.session.model_dump(mode="json"))
        return answer

    def session(self, request: SessionRequest) -> Session:
        """Trade what came back in the browser for a session, and take it."""
        return self._take(self._ask("POST", SESSION, request.model_dump(mode="json")))

    def renew(self) -> Session:
        """Another token for the same key, and take it. Raises AanmeldingVerlopen when nobody is signed in."""
        try:
            return self._renew()
        except Again:
            return self._renew()

    def _renew(self) -> Session:
        renewal = self._identity.renewals.current()
        if not renewal:
            raise AanmeldingVerlopen
        body = RenewRequest(renewal=renewal, journal=self._identity.renewals.line()).model_dump(mode="json")
        return self._take(self._ask("POST", RENEW, body))

    def enrol(self, request: Enrol) -> Enrolled:
        """Register this laptop, for the officer of the session."""
        return self._model(
            Enrolled, self._ask("POST", "/v1/devices", request.model_dump(mode="json"), token=True)
        )

    def push(self, request: JsonValue) -> PushResponse:
        """Hand in operations. ``request`` is a PushRequest as JSON, so that a repeat is byte for byte."""
        return read_receipts(_value(self._fetch("POST", "/v1/ops", request, token=True), read_leniently))

    def receipts(self, question: ReceiptsRequest) -> Receipts:
        """What became of operations that were handed in before."""
        body = question.model_dump(mode="json")
        return self._model(Receipts, self._ask("POST", "/v1/receipts", body, token=True))

    def numbers(self, question: NummerblokRequest) -> Nummerblok:
        """Numbers for a proces-verbaal; the same question gives the same block."""
        body = question.model_dump(mode="json")
        return self._model(Nummerblok, self._ask("POST", "/v1/nummers", body, token=True))

    def changes(self, cursor: str, limit: int, seen: str = "") -> JsonValue:
        """A page of the feed, unjudged: pull.py checks every record. ``seen`` is the newest mark."""
        question = {"cursor": cursor, "limit": str(limit), "seen": seen}
        return _value(self._fetch("GET", "/v1/changes", params=question, token=True), read_leniently)

    def unreadable(self, report: UnreadableReport) -> Noted:
        """Tell what this laptop cannot read."""
        body = report.model_dump(mode="json")
        return self._model(Noted, self._ask("POST", "/v1/unreadable", body, token=True))

    def digest(self) -> JsonValue:
        """Counts and hashes, unjudged: the server may know kinds that this program does not."""
        return self._ask("GET", "/v1/digest", token=True)

    def _ask(
        self,
        method: str,
        path: str,
        body: JsonValue = None,
        *,
        params: Mapping[str, str] | None = None,
        timeout: httpx.Timeout = _TIMEOUT,
        token: bool = False,
    ) -> JsonValue:
        return _value(self._fetch(method, path, body, params=params, timeout=timeout, token=token))

    def _fetch(
        self,
        method: str,
        path: str,
        body: JsonValue = None,
        *,
        params: Mapping[str, str] | None = None,
        timeout: httpx.Timeout = _TIMEOUT,
        token: bool = False,
    ) -> bytes:
        headers, content = _pack(body)
        request = _Request(method, path, content, headers, params, timeout, token)
        if token and not self._identity.has_token:
            self.renew()
        reply = self._proven(request)
        if token and reply.says(Refused.SIGN_IN):
            self._identity.forget_token()
            self.renew()
            reply = self._proven(request)
        if reply.status != 200:
            raise refused(reply.status, reply.body, reply.retry_after)
        return reply.body

    def _proven(self, request: _Request) -> _Reply:
        """The answer; asked once more when the server wants its newest nonce in the proof."""
        reply = self._exchange(request)
        return self._exchange(request) if reply.says(Refused.NONCE) else reply

    def _exchange(self, request: _Request) -> _Reply:
        target = Target(request.method, address_of(self._server, request.path))
        proof = self._identity.sign(target, request.content, with_token=request.token)
        made = self._client.build_request(
            request.method,
            request.path,
            content=request.content or None,
            params=request.params,
            headers={**request.headers, **proof},
            timeout=request.timeout,
        )
        with self._answer(made) as answer:
            coding = answer.headers.get("Content-Encoding", "").strip().lower()
            raw = read_body(answer.iter_raw(), coding, time.monotonic() + _REQUEST_SECONDS)
            self.received += len(raw)
            self._identity.hear(answer.headers.get(NONCE_HEADER, ""))
            return _Reply(answer.status_code, raw, answer.headers.get("Retry-After", ""))

    def _take(self, raw: JsonValue) -> Session:
        session = self._model(Session, raw)
        if not session.token.isascii() or not session.token.isprintable():
            raise refusal(NOT_UNDERSTOOD)  # it goes into a header
        self._identity.take(session)
        return session

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


def _pack(body: JsonValue) -> tuple[dict[str, str], bytes]:
    if body is None:
        return {}, b""
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
