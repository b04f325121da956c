"""Proving who you are with the account of the municipality: code flow with PKCE in the system browser.

RFC 8252 and 7636. Our server redeems the code: no token of the identity provider ever comes to the laptop.
The browser is opened by whoever shows the page, on a click.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from urllib.parse import urlencode

from leerplicht_desktop.casework.ports.gemeente import Aanmeldpagina
from leerplicht_desktop.casework.problems import AanmeldingGeweigerd, AanmeldingNietAf
from leerplicht_protocol.messages import Hello
from leerplicht_protocol.proof import digest
from leerplicht_protocol.session import Session, SessionRequest, SignIn

from .address import safe_page
from .loopback import Ear
from .wire import Wire

PATIENCE = 300
"""Seconds that the browser gets: for a password, and a code on a telephone that lies elsewhere."""

_LONGEST = 4_000


class BrowserRoad:
    """Obeys :class:`.sign_in.Road`."""

    by_right = True

    def __init__(self, wire: Wire, patience: float = PATIENCE) -> None:
        self._wire = wire
        self._patience = patience
        self._verifier = secrets.token_urlsafe(48)
        self._start: SignIn | None = None
        self._ear: Ear | None = None

    def begin(self, hello: Hello, *, ander_account: bool = False) -> Aanmeldpagina:
        """Ask where to sign in, and listen. Raises PoortBezet."""
        start = self._wire.sign_in()
        page = safe_page(start.authorization_endpoint)
        self._start, self._ear = start, Ear(start.ports, self._patience)
        asked = {
            **start.extra,
            "response_type": "code",
            "client_id": start.client_id,
            "redirect_uri": self._ear.redirect,
            "scope": start.scope,
            "state": self._ear.state,
            "nonce": start.nonce,
            "code_challenge": digest(self._verifier.encode()),
            "code_challenge_method": "S256",
        }
        if ander_account:
            asked["prompt"] = "login"  # or the provider's own session signs the same account in again
        address = f"{page}{'&' if '?' in page else '?'}{urlencode(asked)}"
        return Aanmeldpagina(hello.municipality, hello.practice, address, seconden=round(self._patience))

    def collect(self) -> Session | None:
        """The session, once the browser brought a code. Raises AanmeldingNietAf when time is up."""
        if self._ear is None or self._start is None:
            raise AanmeldingNietAf
        answer = self._ear.answer
        if answer is None:
            if not self._ear.remaining:
                raise AanmeldingNietAf
            return None
        return self._wire.session(
            SessionRequest(
                handle=self._start.handle,
                code=_code(self._start, answer),
                verifier=self._verifier,
                redirect=self._ear.redirect,
            )
        )

    def close(self) -> None:
        """Listen no more."""
        if self._ear is not None:
            self._ear.close()


def _code(start: SignIn, answer: Mapping[str, str]) -> str:
    """The code in the browser's answer. Raises AanmeldingGeweigerd when somebody else answered (RFC 9207)."""
    if (start.iss_required or "iss" in answer) and answer.get("iss") != start.issuer:
        raise AanmeldingGeweigerd(
            "Het antwoord kwam van een andere aanmelddienst dan die van de gemeente.", "Bel de beheerder."
        )
    if answer.get("error") == "access_denied":
        raise AanmeldingNietAf("Je hebt het aanmelden in de browser afgebroken.")
    code = answer.get("code", "")
    if not 0 < len(code) <= _LONGEST:
        raise AanmeldingGeweigerd
    return code
