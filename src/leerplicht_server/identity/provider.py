"""The identity provider (OpenID Connect): a code redeemed, and a person asked for again later.

"No" is an answer about the person and ends a session. No answer, "too busy", and whatever is wrong with our
own settings is "away": a mistyped secret must not end everybody's day, so it is loud in the log instead.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import httpx

from leerplicht_protocol.session import Refused

from .discovery import Discovery
from .faults import ProviderAwayError, ProviderSaysNoError
from .fetch import Fetch, JsonObject
from .people import Person, person_of
from .settings import ProviderSettings
from .tokens import Claims, TokenJudge

# canaille says invalid_request of a locked account, the others invalid_grant.
_NO = frozenset(
    {"invalid_grant", "invalid_request", "access_denied", "interaction_required", "login_required"}
)
_OUR_FAULT = frozenset(
    {"invalid_client", "unauthorized_client", "unsupported_grant_type", "invalid_scope", "invalid_target"}
)


class Provider:
    """One provider, asked by our server alone: none of its tokens reaches a laptop."""

    def __init__(
        self,
        settings: ProviderSettings,
        clock: Callable[[], float] = time.time,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        """Raises ServerError for settings that cannot be used. Asks nothing yet."""
        self.settings = settings
        self._fetch = Fetch(settings, transport)
        self.discovery = Discovery(settings.issuer, self._fetch, clock)
        self._judge = TokenJudge(settings, self.discovery, clock)

    def close(self) -> None:
        """Let go of the connections."""
        self._fetch.close()

    def redeem(self, code: str, verifier: str, redirect: str, nonce: str) -> tuple[Person, str]:
        """The person behind a code, and what to ask again with (may be empty).

        Raises ProviderSaysNoError, ProviderAwayError.
        """
        tokens = self._tokens(
            Refused.PROVIDER_REFUSED,
            grant_type="authorization_code",
            code=code,
            code_verifier=verifier,
            redirect_uri=redirect,
        )
        claims = self._judge.at_sign_in(tokens.get("id_token"), nonce)
        return self._person(claims, tokens), _text(tokens.get("refresh_token"))

    def ask_again(self, refresh: str, subject: str) -> tuple[Person, str]:
        """The same person with his groups of now, and what to ask with next time.

        Raises ProviderSaysNoError when the account ended, ProviderAwayError when nobody knows.
        """
        tokens = self._tokens(
            Refused.ACCOUNT_ENDED,
            grant_type="refresh_token",
            refresh_token=refresh,
            scope=self.settings.scope,
        )
        person = self._renewed(tokens)
        if person.subject != subject:
            raise ProviderSaysNoError(Refused.ACCOUNT_ENDED, "another person")
        return person, _text(tokens.get("refresh_token")) or refresh

    def _renewed(self, tokens: JsonObject) -> Person:
        if tokens.get("id_token"):
            try:
                claims = self._judge.later(tokens["id_token"])
            except ProviderSaysNoError as fault:  # it says nothing about the person
                raise _misfit(f"id token: {fault.why}") from None
            return self._person(claims, tokens)
        userinfo = self._userinfo(tokens)  # canaille gives no id token at a refresh
        if userinfo is None or not _text(userinfo.get(self.settings.subject_claim)):
            raise _misfit("a refresh without id token and without userinfo")
        return person_of(self.settings, userinfo)

    def _person(self, claims: Claims, tokens: JsonObject) -> Person:
        person = person_of(self.settings, claims)
        if self.settings.groups_claim in claims or not person.groups_complete:
            return person
        return person_of(self.settings, claims, self._userinfo(tokens))

    def _userinfo(self, tokens: JsonObject) -> JsonObject | None:
        address = self.discovery.addresses().userinfo
        access = _text(tokens.get("access_token"))
        return self._fetch.get(address, access) if address and access else None

    def _tokens(self, refused: Refused, **form: str) -> JsonObject:
        addresses = self.discovery.addresses()
        secret = self.settings.client_secret
        basic = bool(secret) and not addresses.post_secret
        if not basic:
            form["client_id"] = self.settings.client_id
            form |= {"client_secret": secret} if secret else {}
        status, answer = self._fetch.post(addresses.token, form, basic=basic)
        error = answer.get("error")
        if status in {400, 401, 403} and error in _NO:
            raise ProviderSaysNoError(refused, str(error))
        if status in {400, 401, 403} and error in _OUR_FAULT:
            raise _misfit(str(error))
        if status != 200:
            raise ProviderAwayError(f"status {status}")
        return answer


def _misfit(why: str) -> ProviderAwayError:
    return ProviderAwayError(why, Refused.PROVIDER_SETTINGS)


def _text(value: Any) -> str:
    return value if isinstance(value, str) and len(value) <= 16_000 else ""
