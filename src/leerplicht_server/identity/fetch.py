"""Questions to the identity provider over HTTP: only https or this machine, and limits on time and size."""

from __future__ import annotations

import json
import ssl
import threading
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from leerplicht_protocol.session import Refused
from leerplicht_server.errors import ServerError

from .faults import ProviderAwayError
from .settings import ProviderSettings, is_safe

_TIMEOUT = httpx.Timeout(5.0)
_TOTAL_SECONDS = 10.0
_MAX_BYTES = 512 * 1024
_AT_ONCE = 8
_PATIENCE_SECONDS = 2.0

JsonObject = dict[str, Any]


class Fetch:
    """Asks the provider. Not more than eight questions at once, so that strangers hold no threads."""

    def __init__(self, settings: ProviderSettings, transport: httpx.BaseTransport | None = None) -> None:
        """Raises ServerError when the authorities or the proxy of the settings are no good."""
        try:
            context = ssl.create_default_context(cafile=settings.ca_file or None)
            if context.cert_store_stats()["crl"]:  # a revocation list in that file is obeyed
                context.verify_flags |= ssl.VERIFY_CRL_CHECK_LEAF
        except OSError:
            raise ServerError(
                f"De instelling aanmelddienst.ca_file noemt {settings.ca_file}; daar staan geen certificaten "
                "in PEM."
            ) from None
        try:
            self._client = httpx.Client(
                timeout=_TIMEOUT,
                follow_redirects=False,
                trust_env=False,
                verify=context,
                proxy=settings.proxy or None,
                transport=transport,
            )
        except (ValueError, httpx.InvalidURL):
            raise ServerError(
                "De instelling aanmelddienst.proxy is geen adres, bijvoorbeeld http://proxy.example.nl:3128."
            ) from None
        self._basic = (quote(settings.client_id, safe=""), quote(settings.client_secret, safe=""))
        self._places = threading.BoundedSemaphore(_AT_ONCE)

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def get(self, url: object, token: str = "") -> JsonObject:
        """The JSON object at ``url``. Raises ProviderAwayError."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        status, value = self._ask("GET", url, headers=headers)
        if status != 200 or value is None:
            raise ProviderAwayError(f"status {status}")
        return value

    def post(self, url: object, form: Mapping[str, str], *, basic: bool) -> tuple[int, JsonObject]:
        """Status and JSON object of a form; ``basic`` sends the client's secret. Raises ProviderAwayError."""
        status, value = self._ask("POST", url, data=dict(form), auth=self._basic if basic else None)
        if value is None:
            raise ProviderAwayError(f"status {status}")
        return status, value

    def _ask(self, method: str, url: object, **rest: Any) -> tuple[int, JsonObject | None]:
        if not isinstance(url, str) or not is_safe(url):
            raise ProviderAwayError("unsafe address", Refused.PROVIDER_SETTINGS)
        if not self._places.acquire(timeout=_PATIENCE_SECONDS):
            raise ProviderAwayError("too many questions at once")
        try:
            with self._client.stream(method, url, **rest) as answer:
                return answer.status_code, _object(_body(answer))
        except (httpx.HTTPError, httpx.InvalidURL) as fault:
            raise ProviderAwayError(type(fault).__name__) from None
        finally:
            self._places.release()


def _body(answer: httpx.Response) -> bytes:
    deadline = time.monotonic() + _TOTAL_SECONDS
    content = bytearray()
    for piece in answer.iter_bytes(64 * 1024):
        content += piece
        if len(content) > _MAX_BYTES:
            raise ProviderAwayError("too large")
        if time.monotonic() > deadline:
            raise ProviderAwayError("too slow")
    return bytes(content)


def _object(content: bytes) -> JsonObject | None:
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
