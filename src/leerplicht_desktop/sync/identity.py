"""Who this laptop is on the wire: the key that signs every request, and the token of these few minutes.

Token and nonce stand in memory alone and go with the process at a lock. Key and renewal stand in the vault.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from leerplicht_desktop.casework.ports.brievenbus import Geheim, Laptopsleutel
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_protocol.proof import HEADER, Prover, Target
from leerplicht_protocol.session import Session

from .acts import Act
from .witness import keep_newer, number_of

_MARGIN = 20.0
"""Seconds before its end that a token is not used any more: a request may be slow."""


class Renewals(Protocol):
    """Where the renewal is kept."""

    def current(self) -> str:
        """The newest renewal; empty when nobody is signed in."""

    def line(self) -> int:
        """The number of the line of the municipality's journal that this laptop keeps; 0 for none."""

    def keep(self, session: Session) -> None:
        """Keep the renewal of a session that was just given: the one before it is spent."""


class VaultRenewals:
    """Renewals of an enrolled laptop: read and written in the vault, one transaction each."""

    def __init__(self, act: Act) -> None:
        self._act = act

    def current(self) -> str:
        """See :class:`Renewals`. Asked of the vault every time: a screen may have signed in meanwhile."""
        kept = self._act(lambda work: work.brievenbus.laptopsleutel())
        return kept.vernieuwing if kept is not None else ""

    def line(self) -> int:
        """See :class:`Renewals`."""
        return number_of(self._act)

    def keep(self, session: Session) -> None:
        """See :class:`Renewals`."""

        def act(work: Work) -> None:
            before = work.brievenbus.laptopsleutel()
            if before is not None:
                work.brievenbus.bewaar_laptopsleutel(kept(before.sleutel, session))
            keep_newer(work, session)

        self._act(act)


class Held:
    """Renewals in memory: of a sign-in that is not whole yet."""

    def __init__(self) -> None:
        self.session: Session | None = None

    def current(self) -> str:
        """See :class:`Renewals`."""
        return self.session.renewal if self.session else ""

    def line(self) -> int:
        """See :class:`Renewals`."""
        return 0

    def keep(self, session: Session) -> None:
        """See :class:`Renewals`."""
        self.session = session


class Identity:
    """Signs requests, and holds what the municipality gave for a short while. Never shows itself."""

    def __init__(self, key: str, renewals: Renewals, steady: Callable[[], float] = time.monotonic) -> None:
        """``key`` is the private key as the vault keeps it. Raises ValueError when it is none."""
        self.renewals = renewals
        self._prover = Prover(key)
        self._steady = steady
        self._nonce = ""
        self._token = Geheim()
        self._good_until = 0.0

    @property
    def has_token(self) -> bool:
        """Whether there is a token that is good for another while."""
        return bool(self._token) and self._steady() < self._good_until

    def take(self, session: Session) -> None:
        """A session was given: keep its renewal first, for the one before it is spent."""
        self.renewals.keep(session)
        self._token = Geheim(session.token)
        self._good_until = self._steady() + max(1.0, session.seconds - _MARGIN)

    def forget_token(self) -> None:
        """The municipality does not know this token any more."""
        self._token = Geheim()

    def hear(self, nonce: str) -> None:
        """The nonce of an answer, for the next proof; empty when it had none."""
        self._nonce = nonce or self._nonce

    def sign(self, target: Target, body: bytes, *, with_token: bool) -> dict[str, str]:
        """The headers that prove that a request comes from this laptop."""
        token = self._token if with_token else ""
        headers = {HEADER: self._prover.proof(target, nonce=self._nonce, token=token, body=body)}
        if token:
            headers["Authorization"] = f"{HEADER} {token}"
        return headers


def kept(key: str, session: Session) -> Laptopsleutel:
    """What the vault keeps of a session."""
    return Laptopsleutel(Geheim(key), Geheim(session.renewal), session.until)
