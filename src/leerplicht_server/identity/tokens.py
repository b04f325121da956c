"""The id token judged: signed by the provider, and of this provider, program, hour and sign-in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError

from leerplicht_protocol.session import Refused

from .discovery import Discovery
from .faults import ProviderSaysNoError
from .settings import ProviderSettings

LEEWAY_SECONDS = 300
_ALGORITHMS = ("RS256", "PS256", "ES256")  # never none, never a shared secret
_MAX_TOKEN = 64 * 1024

Claims = dict[str, Any]


class TokenJudge:
    """Judges id tokens of one provider."""

    def __init__(self, settings: ProviderSettings, discovery: Discovery, clock: Callable[[], float]) -> None:
        self._settings = settings
        self._discovery = discovery
        self._clock = clock

    def at_sign_in(self, token: object, nonce: str) -> Claims:
        """The claims of an id token of this very sign-in. Raises ProviderSaysNoError, ProviderAwayError."""
        claims = self.later(token)
        if claims.get("nonce") != nonce:
            raise _no(Refused.TOKEN_OTHER, "nonce")
        amr = claims.get("amr")
        if not set(self._settings.amr_needed) <= set(amr if isinstance(amr, list) else ()):
            raise _no(Refused.SECOND_FACTOR, "amr")
        return claims

    def later(self, token: object) -> Claims:
        """The claims of an id token that came with a renewal; it need not carry the nonce."""
        claims = self._signed(token)
        self._check_whose(claims)
        self._check_time(claims)
        if not _name(claims.get(self._settings.subject_claim)):
            raise _no(Refused.TOKEN_OTHER, "subject")
        return claims

    def _signed(self, token: object) -> Claims:
        if not isinstance(token, str) or not token or len(token) > _MAX_TOKEN:
            raise _no(Refused.TOKEN_OTHER, "no id token")
        try:
            return self._decode(token, again=False)
        except InvalidKeyIdError:
            pass
        try:
            return self._decode(token, again=True)
        except InvalidKeyIdError:
            raise _no(Refused.TOKEN_KEY, "unknown key") from None

    def _decode(self, token: str, *, again: bool) -> Claims:
        keys = self._discovery.keys(again=again)
        try:
            return jwt.decode(token, keys, algorithms=list(_ALGORITHMS)).claims
        except InvalidKeyIdError:
            raise
        except (JoseError, ValueError, TypeError, RecursionError):
            raise _no(Refused.TOKEN_KEY, "signature") from None

    def _check_whose(self, claims: Claims) -> None:
        wanted = self._settings
        audience = claims.get("aud")
        audience = audience if isinstance(audience, list) else [audience]
        if claims.get("iss") != wanted.issuer:
            raise _no(Refused.TOKEN_OTHER, "iss")
        if wanted.client_id not in audience:
            raise _no(Refused.TOKEN_OTHER, "aud")
        if (len(audience) > 1 or "azp" in claims) and claims.get("azp") != wanted.client_id:
            raise _no(Refused.TOKEN_OTHER, "azp")
        if wanted.tenant and claims.get("tid") != wanted.tenant:
            raise _no(Refused.TOKEN_OTHER, "tid")

    def _check_time(self, claims: Claims) -> None:
        now = self._clock()
        ends, made, begins = (_moment(claims, name) for name in ("exp", "iat", "nbf"))
        if made > now + LEEWAY_SECONDS or begins > now + LEEWAY_SECONDS:
            raise _no(Refused.TOKEN_CLOCK, "iat")
        if ends < now - LEEWAY_SECONDS:
            raise _no(Refused.TOKEN_EXPIRED, "exp")


def _moment(claims: Claims, name: str) -> float:
    """In seconds since 1970; only ``nbf`` may be absent."""
    value = claims.get(name, 0 if name == "nbf" else None)
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise _no(Refused.TOKEN_OTHER, name)
    return value


def _name(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 400


def _no(code: Refused, why: str) -> ProviderSaysNoError:
    return ProviderSaysNoError(code, why)
