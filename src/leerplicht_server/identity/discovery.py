"""What the provider publishes about itself: its addresses and the keys it signs with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, KeySet, RSAKey

from leerplicht_protocol.session import Refused

from .faults import ProviderAwayError
from .fetch import Fetch, JsonObject
from .kept import Kept
from .settings import is_safe

_PATH = "/.well-known/openid-configuration"
_SMALLEST_RSA = 2_048
_MAX_KEYS = 50


@dataclass(frozen=True)
class Addresses:
    """Where the provider does what."""

    authorization: str
    token: str
    keys: str
    userinfo: str
    iss_required: bool
    post_secret: bool
    """The client's secret goes in the form: the provider takes no other way."""


class Discovery:
    """Addresses and keys of one provider, kept as :class:`Kept` says."""

    def __init__(self, issuer: str, fetch: Fetch, clock: Callable[[], float]) -> None:
        self._issuer = issuer
        self._fetch = fetch
        self._addresses = Kept(self._ask_addresses, clock)
        self._keys = Kept(self._ask_keys, clock)

    def addresses(self) -> Addresses:
        """Raises ProviderAwayError, also when the document is not that of the issuer that was set."""
        return self._addresses.get()

    def keys(self, *, again: bool = False) -> KeySet:
        """The keys it signs with. Raises ProviderAwayError."""
        return self._keys.get(again=again)

    def _ask_addresses(self) -> Addresses:
        found = self._fetch.get(self._issuer.rstrip("/") + _PATH)
        if found.get("issuer") != self._issuer:
            raise _settings("the issuer calls itself otherwise")
        methods = found.get("code_challenge_methods_supported", ["S256"])
        if not isinstance(methods, list) or "S256" not in methods:
            raise _settings("no PKCE with S256")
        return Addresses(
            authorization=_address(found, "authorization_endpoint"),
            token=_address(found, "token_endpoint"),
            keys=_address(found, "jwks_uri"),
            userinfo=_address(found, "userinfo_endpoint") if "userinfo_endpoint" in found else "",
            iss_required=found.get("authorization_response_iss_parameter_supported") is True,
            post_secret="client_secret_basic" not in _ways(found),
        )

    def _ask_keys(self) -> KeySet:
        found = self._fetch.get(self.addresses().keys)
        listed = found.get("keys")
        keys = [key for one in (listed if isinstance(listed, list) else [])[:_MAX_KEYS] if (key := _key(one))]
        if not keys:
            raise ProviderAwayError("no key that can be used")
        return KeySet(list(keys))


def _ways(found: JsonObject) -> list[Any]:
    ways = found.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    return ways if isinstance(ways, list) else []


def _address(found: JsonObject, name: str) -> str:
    value = found.get(name)
    if not isinstance(value, str) or len(value) > 400 or not is_safe(value):
        raise _settings(f"no safe {name}")
    return value


def _settings(why: str) -> ProviderAwayError:
    return ProviderAwayError(why, Refused.PROVIDER_SETTINGS)


def _key(raw: object) -> RSAKey | ECKey | None:
    """A public key to check signatures with; None for any other: one odd key does not hide the rest."""
    if not isinstance(raw, dict) or raw.get("use", "sig") != "sig":
        return None
    try:
        if raw.get("kty") == "RSA" and len(str(raw.get("n"))) * 6 >= _SMALLEST_RSA - 8:
            return RSAKey.import_key(raw)
        if raw.get("kty") == "EC" and raw.get("crv") == "P-256":
            return ECKey.import_key(raw)
    except (JoseError, ValueError, TypeError, KeyError):
        return None
    return None
