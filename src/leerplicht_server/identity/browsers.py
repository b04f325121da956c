"""Signing in with a browser instead of a laptop: the session hangs on a cookie, and ends after a quiet while.

The same provider, roles and rows as for laptops. What a sign-in needs meanwhile stays sealed in the browser.
"""

from __future__ import annotations

import json
import secrets
import threading
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from sqlalchemy.engine import Row

from leerplicht_protocol.proof import digest
from leerplicht_protocol.session import Refused
from leerplicht_server.journal import Entry, What, append
from leerplicht_server.rights import MATRIX

from . import accounts, sessions
from .desk import GRACE_SECONDS, Desk
from .faults import SignInError
from .server_key import HANDLE_SECONDS
from .sessions import Admission, Live

QUIET_SECONDS = 30 * 60
"""After this long without a request somebody signs in again."""

_AT_PROVIDER = 300
_KEY = "bureau."
_OURS = "bureau-aanmelding."


@dataclass(frozen=True)
class Begun:
    """Where the browser goes, and what it keeps until it is back."""

    address: str
    kept: str


@dataclass(frozen=True)
class Answer:
    """With what the provider sent the browser back."""

    code: str
    state: str
    issuer: str


class Browsers:
    """Sessions of people who work in a browser, at the desk where laptops sign in too."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._door = threading.Lock()

    def begin(self, redirect: str) -> Begun:
        """Begin a sign-in that comes back to ``redirect``. Raises SignInError."""
        provider = self._desk.provider()
        addresses = provider.discovery.addresses()
        state, nonce, verifier = (secrets.token_urlsafe(48) for _ in range(3))
        settings = provider.settings
        asked = {
            **{name: value for name, value in settings.extra.items() if name != "response_mode"},
            "response_type": "code",
            "client_id": settings.client_id,
            "redirect_uri": redirect,
            "scope": settings.scope,
            "state": state,
            "nonce": nonce,
            "code_challenge": digest(verifier.encode()),
            "code_challenge_method": "S256",
        }
        page = addresses.authorization
        mine = json.dumps({"n": nonce, "v": verifier, "until": self._desk.now + HANDLE_SECONDS})
        return Begun(
            f"{page}{'&' if '?' in page else '?'}{urlencode(asked)}",
            self._desk.key.sealed(_OURS + state, mine),
        )

    def finish(self, kept: str, answer: Answer, redirect: str) -> str:
        """The secret of a new session, for the cookie. Raises SignInError."""
        provider = self._desk.provider()
        opened = self._desk.key.opened(_OURS + answer.state, kept)
        if not opened or not answer.state:
            raise SignInError(Refused.SIGN_IN_UNKNOWN, "browser: another state")
        mine = json.loads(opened)
        if mine["until"] < self._desk.now:
            raise SignInError(Refused.SIGN_IN_EXPIRED, "browser: too late")
        required = provider.discovery.addresses().iss_required
        if (required or answer.issuer) and answer.issuer != provider.settings.issuer:
            raise SignInError(Refused.TOKEN_OTHER, "browser: another issuer")
        person, refresh = provider.redeem(answer.code, mine["v"], redirect, mine["n"])
        roles = self._desk.roles(provider, person)
        key = _KEY + secrets.token_urlsafe(16)
        with self._desk.database.read() as connection:
            officer = accounts.admitted(connection, person, key)
        day = sessions.DAY_SECONDS if refresh else GRACE_SECONDS
        until = self._desk.now + day
        return self._open(
            Admission(key, officer, person.issuer, person.subject, person.name, person.login, roles, until),
            refresh,
        )

    def practise(self, role: str, name: str) -> str:
        """The secret of a session of practice, in a role that somebody chose. Raises SignInError."""
        if role not in MATRIX.groups:
            raise SignInError(Refused.NO_GROUP, "no such role")
        key, until = _KEY + secrets.token_urlsafe(16), self._desk.now + sessions.DAY_SECONDS
        return self._open(Admission(key, None, "", f"oefen.{role}", name, f"oefen.{role}", {role}, until), "")

    def _open(self, admission: Admission, refresh: str) -> str:
        session = sessions.new_session()
        with self._desk.database.write() as connection:
            sealed = self._desk.key.sealed(session, refresh)
            pair = sessions.open_session(connection, session, admission, sealed, self._desk.now)
            sessions.keep_open(connection, session, self._until(admission.until))
            who = admission.officer or who_of(admission.issuer, admission.subject)
            why = f"bureau; {', '.join(sorted(admission.roles))}"
            append(connection, Entry(who, What.SIGNED_IN, (), why))
        return pair.token

    def _until(self, day: int) -> int:
        return min(day, self._desk.now + QUIET_SECONDS)

    def find(self, secret: str) -> Live:
        """Whose cookie this is; he may stay a while longer. Raises SignInError."""
        desk = self._desk
        with desk.database.read() as connection:
            live = sessions.find(connection, secret, desk.now)
            row = sessions.row_of(connection, live.session) if live is not None else None
        if live is None or row is None or not live.thumbprint.startswith(_KEY):
            raise SignInError(Refused.SIGN_IN, "no live session of a browser")
        values = self._asked(row)
        if not values and row.toegang_tot - desk.now > QUIET_SECONDS - 60:
            return live
        with desk.database.write() as connection:
            sessions.keep_open(connection, live.session, self._until(live.until), values)
            again = sessions.by_id(connection, live.session)
        if again is None:
            raise SignInError(Refused.SIGN_IN, "ended meanwhile")
        return again

    def _asked(self, row: Row[Any]) -> dict[str, object]:
        """What the provider says now, when it is time to ask: a role that was lost is gone within minutes."""
        if not row.issuer or self._desk.now - row.bron_gezien < _AT_PROVIDER:
            return {}
        with self._door:
            with self._desk.database.read() as connection:
                fresh = sessions.row_of(connection, row.id)
            if self._desk.now - fresh.bron_gezien < _AT_PROVIDER:
                return {}
            values = self._desk.asked(fresh)
            if values:
                with self._desk.database.write() as connection:
                    sessions.keep_open(connection, fresh.id, self._until(fresh.uiterlijk), values)
            return values

    def end(self, live: Live) -> None:
        """He signs out."""
        self._desk.sign_out(live)


def who_of(issuer: str, subject: str) -> str:
    """How the journal names somebody who is no officer."""
    return f"{issuer} {subject}".strip()
