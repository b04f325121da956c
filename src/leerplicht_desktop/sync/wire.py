"""The network, and only here: one client, one transport seam, every failure one known problem.

Nothing follows a redirect, no proxy or setting of the environment is obeyed, and a request leaves only after
the server's public key was recognised (see tls.py).
"""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

import httpx
from pydantic import JsonValue, ValidationError

from leerplicht_desktop.casework.ports.brievenbus import Geheim, Koppeling
from leerplicht_protocol.codec import WireError, canonical, read
from leerplicht_protocol.messages import Device, DeviceCode, Enrol, Hello, PushResponse, Token, TokenRequest
from leerplicht_protocol.model import PROTOCOL, Model
from leerplicht_protocol.numbers import Nummerblok, NummerVraag

from .adres import lees_adres
from .body import lees_body
from .refusals import AFGEBROKEN, ONBEGREPEN, geen_verbinding, geweigerd, onderweg, weigering
from .tls import PinError, maak_context

M = TypeVar("M", bound=Model)

_NEW_WORD = frozenset({"literal_error", "enum"})  # what pydantic calls a word outside a list
_COMPRESS_FROM = 1_024  # bytes; below this gzip costs more than it saves
_REQUEST_SECONDS = 120.0
_TIMEOUT = httpx.Timeout(30.0, connect=8.0)
_PROBE = httpx.Timeout(3.0)


@dataclass(frozen=True, slots=True)
class Bestemming:
    """Where requests go and as whom; ``pin`` empty means: learn it from the first handshake."""

    server: str
    pin: str = ""
    ca_bestand: str = ""
    token: str = Geheim()
    device: str = ""


def bestemming_van(koppeling: Koppeling) -> Bestemming:
    """The destination of an enrolled laptop."""
    return Bestemming(
        koppeling.server, koppeling.pin, koppeling.ca_bestand, koppeling.token, koppeling.device
    )


class Wire:
    """Requests to one server. Every method raises SyncProblem, never anything of httpx.

    ``transport`` replaces the network in tests; it never gets to see TLS.
    """

    def __init__(self, bestemming: Bestemming, transport: httpx.BaseTransport | None = None) -> None:
        """Raises DomainError for an address that cannot be one, AnderCertificaat without its CA file."""
        server = lees_adres(bestemming.server)
        self._pin = bestemming.pin
        headers = {
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
            "User-Agent": f"leerplicht-desktop (protocol {PROTOCOL})",
        }
        if bestemming.token:
            headers["Authorization"] = f"Bearer {bestemming.token}"
        if bestemming.device:
            headers["X-Device"] = bestemming.device
        self._client = httpx.Client(
            base_url=server,
            headers=headers,
            timeout=_TIMEOUT,
            transport=transport or self._netwerk(server, bestemming.ca_bestand),
            follow_redirects=False,
            trust_env=False,
        )

    def _netwerk(self, server: str, ca_bestand: str) -> httpx.BaseTransport:
        if server.startswith("http://"):
            return httpx.HTTPTransport(trust_env=False)
        return httpx.HTTPTransport(verify=maak_context(self._keur, ca_bestand), trust_env=False)

    def _keur(self, pin: str) -> None:
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

    def hello(self, *, kort: bool = False) -> Hello:
        """Who the server is. ``kort``: a probe, with little patience."""
        return self._model(Hello, self._vraag("GET", "/v1/hello", timeout=_PROBE if kort else _TIMEOUT))

    def device_code(self) -> DeviceCode:
        """A code for an officer to approve."""
        return self._model(DeviceCode, self._vraag("POST", "/v1/device-code"))

    def token(self, device_code: str) -> Token:
        """Whether it was approved."""
        body = TokenRequest(device_code=device_code).model_dump(mode="json")
        return self._model(Token, self._vraag("POST", "/v1/token", body))

    def enrol(self, verzoek: Enrol, token: str) -> Device:
        """Register this laptop, for the officer behind ``token``."""
        kop = {"Authorization": f"Bearer {token}"}
        return self._model(
            Device, self._vraag("POST", "/v1/devices", verzoek.model_dump(mode="json"), headers=kop)
        )

    def push(self, verzoek: JsonValue) -> PushResponse:
        """Hand in operations. ``verzoek`` is a PushRequest as JSON, so that a repeat is byte for byte."""
        return self._model(PushResponse, self._vraag("POST", "/v1/ops", verzoek))

    def nummers(self, vraag: NummerVraag) -> Nummerblok:
        """Numbers for a proces-verbaal; the same question gives the same block."""
        return self._model(Nummerblok, self._vraag("POST", "/v1/nummers", vraag.model_dump(mode="json")))

    def changes(self, cursor: str, limit: int) -> JsonValue:
        """A page of the feed, unjudged: pull.py checks every record."""
        return self._vraag("GET", "/v1/changes", params={"cursor": cursor, "limit": str(limit)})

    def digest(self) -> JsonValue:
        """Counts and hashes, unjudged: the server may know kinds that this program does not."""
        return self._vraag("GET", "/v1/digest")

    def _vraag(
        self,
        method: str,
        pad: str,
        body: JsonValue = None,
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: httpx.Timeout = _TIMEOUT,
    ) -> JsonValue:
        kop, inhoud = _verpak(body)
        verzoek = self._client.build_request(
            method, pad, content=inhoud, params=params, headers={**kop, **(headers or {})}, timeout=timeout
        )
        with self._antwoord(verzoek) as antwoord:
            codering = antwoord.headers.get("Content-Encoding", "").strip().lower()
            gelezen = lees_body(antwoord.iter_raw(), codering, time.monotonic() + _REQUEST_SECONDS)
            status, later = antwoord.status_code, antwoord.headers.get("Retry-After", "")
        if status != 200:
            raise geweigerd(status, gelezen, later)
        return _waarde(gelezen)

    @contextmanager
    def _antwoord(self, verzoek: httpx.Request) -> Iterator[httpx.Response]:
        """The answer while its body streams in; any failure on the way is a SyncProblem."""
        probleem = None
        begonnen = False
        try:
            antwoord = self._client.send(verzoek, stream=True)
            begonnen = True
            try:
                yield antwoord
            finally:
                antwoord.close()
        except httpx.TransportError as fault:
            probleem = geen_verbinding(AFGEBROKEN) if begonnen else onderweg(fault)
        if probleem is not None:  # raised here, so that nothing of the request hangs on to it
            raise probleem

    def _model(self, model: type[M], waarde: JsonValue) -> M:
        gelezen = lees_model(model, waarde)
        if gelezen is None:
            raise weigering(ONBEGREPEN)
        return gelezen


def lees_model(model: type[M], waarde: JsonValue) -> M | None:
    """The message in ``waarde``, read as strictly as JSON allows; None when it is not one.

    Not an exception: pydantic's would carry the content along.
    """
    try:
        return model.model_validate_json(canonical(waarde), strict=True)
    except (ValidationError, ValueError):
        return None


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


def _verpak(body: JsonValue) -> tuple[dict[str, str], bytes | None]:
    if body is None:
        return {}, None
    inhoud = canonical(body)
    kop = {"Content-Type": "application/json"}
    if len(inhoud) < _COMPRESS_FROM:
        return kop, inhoud
    return {**kop, "Content-Encoding": "gzip"}, gzip.compress(inhoud, 6, mtime=0)


def _waarde(body: bytes) -> JsonValue:
    try:
        return read(body)
    except WireError:
        pass
    raise weigering(ONBEGREPEN)
