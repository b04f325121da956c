"""The desk where laptops sign in: asks the provider, opens and renews sessions, and says who is asking."""

from __future__ import annotations

import json
import logging
import secrets
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.engine import Connection, Row

from leerplicht_protocol.messages import Enrol
from leerplicht_protocol.session import Enrolled, Refused, Session, SessionRequest, SignIn
from leerplicht_server.database import Database
from leerplicht_server.journal import Entry, What, append, hash_of, head

from . import accounts, enrolment, sessions
from .faults import ProviderAwayError, ProviderSaysNoError, SignInError
from .people import Person
from .provider import Provider
from .server_key import ServerKey
from .sessions import Admission, Live, Pair

ASK_SECONDS = 60
"""Renewals sooner than this after the provider's last answer do not ask it again."""

GRACE_SECONDS = 3_600
_LANES = 64
_LOG = logging.getLogger("leerplicht_server")


class Desk:
    """Signs in over one identity provider; without one only the codes of a practice server open sessions."""

    def __init__(
        self, database: Database, provider: Provider | None, key: ServerKey, clock: Callable[[], float]
    ) -> None:
        """``clock`` gives seconds since 1970."""
        self.database = database
        self._provider = provider
        self.key = key
        self._clock = clock
        self._lanes = tuple(threading.Lock() for _ in range(_LANES))

    @property
    def now(self) -> int:
        """Seconds since 1970."""
        return int(self._clock())

    def provider(self) -> Provider:
        """The identity provider. Raises ProviderAwayError when none is set."""
        if self._provider is None:
            raise ProviderAwayError("none is set", Refused.PROVIDER_SETTINGS)
        return self._provider

    def begin(self, thumbprint: str) -> SignIn:
        """Where to sign in. Nothing is kept here. Raises SignInError."""
        provider = self.provider()
        addresses, nonce = provider.discovery.addresses(), secrets.token_urlsafe(24)
        return SignIn(
            handle=self.key.handle(nonce, thumbprint),
            nonce=nonce,
            issuer=provider.settings.issuer,
            authorization_endpoint=addresses.authorization,
            client_id=provider.settings.client_id,
            scope=provider.settings.scope,
            iss_required=addresses.iss_required,
            ports=tuple(provider.settings.ports),
            extra=dict(provider.settings.extra),
        )

    def finish(self, thumbprint: str, request: SessionRequest) -> Session:
        """The session of who came back from the provider. Raises SignInError."""
        provider = self.provider()
        nonce = self.key.nonce_of(request.handle, thumbprint)
        person, refresh = provider.redeem(request.code, request.verifier, request.redirect, nonce)
        roles = self.roles(provider, person)
        now, session = self.now, sessions.new_session()
        with self.database.write() as connection:
            officer = accounts.admitted(connection, person, thumbprint)
            admission = Admission(
                thumbprint=thumbprint,
                officer=officer,
                issuer=person.issuer,
                subject=person.subject,
                name=person.name,
                login=person.login,
                roles=roles,
                until=now + (sessions.DAY_SECONDS if refresh else GRACE_SECONDS),
            )
            pair = sessions.open_session(
                connection, session, admission, self.key.sealed(session, refresh), now
            )
            who = officer or f"{person.issuer} {person.subject}"
            append(connection, Entry(who, What.SIGNED_IN, (), ", ".join(sorted(roles))))
        return self._answer(session, pair)

    def roles(self, provider: Provider, person: Person) -> frozenset[str]:
        """The roles that the groups of a person give. Raises SignInError when that is none."""
        if not person.groups_complete:
            raise SignInError(Refused.GROUPS_INCOMPLETE, "too many groups")
        roles = accounts.roles_of(person.groups, provider.settings.roles)
        if not roles:
            raise SignInError(Refused.NO_GROUP, "no group")
        return roles

    def _answer(self, session: str, pair: Pair, line: int = 0) -> Session:
        with self.database.read() as connection:
            live = sessions.by_id(connection, session)
            last, seen = head(connection), hash_of(connection, line) if line else ""
        if live is None:
            raise SignInError(Refused.SIGN_IN, "ended meanwhile")
        return Session(
            token=pair.token,
            renewal=pair.renewal,
            seconds=pair.seconds,
            until=datetime.fromtimestamp(live.until, UTC),
            state=live.state,
            name=live.name,
            ambtenaar=live.ambtenaar,
            roles=tuple(sorted(live.roles)),
            device=live.device,
            journal=last,
            journal_seen=seen,
        )

    def open_with_code(self, officer: str, thumbprint: str) -> Session:
        """The session of an officer whose code was approved, with the right to enrol this key."""
        now, session = self.now, sessions.new_session()
        with self.database.write() as connection:
            admission = accounts.admission_of_practice(
                connection, officer, thumbprint, now + sessions.DAY_SECONDS
            )
            pair = sessions.open_session(connection, session, admission, "", now)
            enrolment.give_right_to_key(connection, officer, thumbprint, admission.until)
            append(connection, Entry(officer, What.SIGNED_IN, (), "met een oefencode"))
        return self._answer(session, pair)

    # -- a live session ---------------------------------------------------------------------------

    def find(self, token: str) -> Live:
        """Who is behind an access token: one question to the database. Raises SignInError."""
        with self.database.read() as connection:
            live = sessions.find(connection, token, self.now)
        if live is None:
            raise SignInError(Refused.SIGN_IN, "no live session")
        return live

    def enrol(self, live: Live, request: Enrol) -> Enrolled:
        """Register the laptop of this session. Raises SignInError."""
        with self.database.write() as connection:
            fresh = sessions.by_id(connection, live.session)
            if fresh is None:
                raise SignInError(Refused.SIGN_IN, "ended meanwhile")
            made = enrolment.enrolled_before(fresh)
            if made is not None:
                return made  # the same laptop asks again: nothing happens, so nothing is told
            made = enrolment.enrol(connection, fresh, request, self.now)
            who = made.ambtenaar.id if made.ambtenaar else ""
            if not fresh.device:  # the same key asking again enrols nothing
                append(connection, Entry(who, What.ENROLLED, (made.device,), "", made.device))
            return made

    def sign_out(self, live: Live) -> None:
        """The end of a session, by who has it."""
        with self.database.write() as connection:
            if sessions.end_session(connection, live.session, "afgemeld"):
                who = live.ambtenaar.id if live.ambtenaar else f"{live.issuer} {live.subject}".strip()
                append(connection, Entry(who, What.SIGNED_OUT, (), "", live.device))

    # -- renewals ---------------------------------------------------------------------------------

    def renew(self, thumbprint: str, renewal: str, line: int = 0) -> Session:
        """A new pair for the same key; ``line`` is the number of a line of the journal that the laptop keeps.

        Raises SignInError; with status 401 a new sign-in is needed.
        """
        row = self._renewable(thumbprint, renewal)
        with self._lanes[hash(row.id) % _LANES]:  # a repeat must not ask the provider with a spent token
            row = self._renewable(thumbprint, renewal)
            self._check_renewal(row)
            values = self.asked(row)
            with self.database.write() as connection:
                pair = sessions.renew_session(connection, row, values, self._seconds(row, values), self.now)
                if pair is not None and (roles := values.get("rollen", row.rollen)) != row.rollen:
                    _note(connection, row, What.ROLES, f"{_listed(row.rollen)} -> {_listed(roles)}")
        if pair is None:
            raise SignInError(Refused.AGAIN, "another renewal was first")
        return self._answer(row.id, pair, line)

    def _seconds(self, row: Row[Any], values: dict[str, object]) -> int:
        """How long a token is good: what the provider said last decides for five minutes, not longer."""
        age = 0 if values or not row.issuer else self.now - int(row.bron_gezien)
        return sessions.ACCESS_SECONDS - (age if age < ASK_SECONDS else 0)

    def _renewable(self, thumbprint: str, renewal: str) -> Row[Any]:
        with self.database.read() as connection:
            row = sessions.behind_renewal(connection, renewal)
        if row is None or row.jkt != thumbprint or row.einde is not None:
            raise SignInError(Refused.SIGN_IN, "no session behind this renewal")
        return row

    def _check_renewal(self, row: Row[Any]) -> None:
        if row.uiterlijk <= self.now:
            raise self._ended(row, "werkdag om", SignInError(Refused.DAY_OVER, "day over"))
        if row.vervangen is not None and self.now > row.vervangen + sessions.LOST_ANSWER_SECONDS:
            raise self._ended(row, "oude vernieuwing", SignInError(Refused.SIGN_IN, "old renewal came back"))
        with self.database.read() as connection:
            count = sessions.renewals(connection, row.id)
        if count >= sessions.MOST_RENEWALS:
            raise self._ended(row, "te vaak vernieuwd", SignInError(Refused.DAY_OVER, "too many renewals"))

    def _ended(self, row: Row[Any], why: str, fault: SignInError) -> SignInError:
        with self.database.write() as connection:
            if sessions.end_session(connection, row.id, why):
                _note(connection, row, What.SESSION_ENDED, why)
        return fault

    def asked(self, row: Row[Any]) -> dict[str, object]:
        """What changes in the row: roles and source as the provider says now, when it is time to ask.

        Raises SignInError: 401 when the session ended, 503 when the grace is over.
        """
        if not row.issuer or self.now - row.bron_gezien < ASK_SECONDS:
            return {}
        try:
            provider = self.provider()
            refresh = self.key.opened(row.id, row.bron)
            if not refresh:
                raise ProviderAwayError("nothing to ask with")
            person, renewed = provider.ask_again(refresh, row.subject)
            roles = self.roles(provider, person)
        except ProviderAwayError as fault:
            if fault.code is Refused.PROVIDER_SETTINGS:
                _LOG.error("the provider does not fit the settings under [aanmelddienst]: %s", fault.why)
            if self.now - row.bron_gezien > GRACE_SECONDS:
                raise
            return {}
        except SignInError as fault:
            why = "aanmelddienst" if isinstance(fault, ProviderSaysNoError) else "geen groep"
            raise self._ended(row, why, SignInError(fault.code, fault.why, 401)) from None
        return {
            "rollen": json.dumps(sorted(roles)),
            "bron": self.key.sealed(row.id, renewed),
            "bron_gezien": self.now,
        }


def _note(connection: Connection, row: Row[Any], what: What, why: str) -> None:
    """A line about a session as it was read for a renewal."""
    who = row.ambtenaar or f"{row.issuer} {row.subject}".strip()
    append(connection, Entry(who, what, (), why, row.device or ""))


def _listed(text: object) -> str:
    return ", ".join(json.loads(str(text))) or "geen"
