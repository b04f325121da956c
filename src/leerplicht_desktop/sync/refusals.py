"""What a failed request means for the officer: exactly one known problem, never anything personal.

GeenVerbinding is everything that passes by itself: no answer, and answers such as "too busy" (5xx, 429). Only
those are tried again without being asked. Codes count only in the protocol's own body, so that a guest
network's sign-in page cannot revoke a laptop.
"""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx
from pydantic import ValidationError

from leerplicht_desktop.casework import problems
from leerplicht_desktop.casework.problems import (
    AanmeldingVerlopen,
    AnderCertificaat,
    AndereServer,
    GeenVerbinding,
    ServerWeigert,
    SyncProblem,
    VersieVerschil,
)
from leerplicht_protocol.codec import WireError, read
from leerplicht_protocol.messages import Problem
from leerplicht_protocol.session import Refused

from .sign_in_refusals import AWAY, problem_of
from .tls import PinError

CUT_OFF = "De verbinding met de gemeente viel halverwege weg."
NOT_UNDERSTOOD = "Van dit adres komt een antwoord dat geen antwoord van de leerplichtserver is."

PUT_BACK = "teruggezet"

_MAX_WAIT = 3_600.0
_PER_STATUS: dict[int, type[SyncProblem]] = {
    401: AanmeldingVerlopen,
    410: AndereServer,
    426: VersieVerschil,
}


class Busy(GeenVerbinding):
    """The server answered that it cannot now (5xx, 429). ``wait`` is what it asked for, in seconds."""

    bericht = "De server van de gemeente kan het even niet aan."

    def __init__(
        self,
        wait: float = 0.0,
        *,
        stumbles: bool = False,
        words: tuple[str | None, str | None] = (None, None),
    ) -> None:
        super().__init__(*words)
        self.wait = wait
        self.stumbles = stumbles
        """A 500: the server fell over this very request, so a smaller one may pass."""


class Again(Busy):
    """409 at a renewal: another one won. The newest renewal is to be asked with."""


class Unprocessable(ServerWeigert):
    """400, 413 or 422: this request is at fault. ``code`` is the server's; empty when it was not its own."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code


class PutBack(ServerWeigert):
    """409: the municipality does not know the commit that this laptop saw. Nothing was done there."""

    bericht = "De gemeente zegt steeds opnieuw dat zij een back-up heeft teruggezet."


class TooLarge(ServerWeigert):
    """More than this program reads at once; fewer records per page may fit."""

    bericht = "De server van de gemeente stuurde meer dan dit programma in één keer aanneemt."


def kind_of(problem: problems.BekendProbleem) -> str:
    """The name under which the tree of known problems lists it."""
    return next(kind.__name__ for kind in type(problem).__mro__ if kind.__module__ == problems.__name__)


def no_connection(message: str | None = None) -> GeenVerbinding:
    """Passes by itself."""
    return GeenVerbinding(message)


def refusal(message: str | None = None) -> ServerWeigert:
    """The server answered, but not with what was asked."""
    return ServerWeigert(message)


def under_way(fault: httpx.TransportError) -> SyncProblem:
    """The problem behind a request that got no answer."""
    cause: BaseException | None = fault
    while cause is not None:
        if isinstance(cause, PinError):
            return AnderCertificaat()
        if isinstance(cause, ssl.SSLCertVerificationError):
            return AnderCertificaat(
                "Het certificaat van deze server is verlopen, of deze laptop vertrouwt de uitgever niet.",
                "Er is niets verstuurd. Kijk of de datum van de laptop klopt en bel anders de beheerder.",
            )
        if isinstance(cause, ssl.SSLError) and not isinstance(cause, ssl.SSLEOFError):
            return ServerWeigert(
                "Met deze server kan geen veilige verbinding worden gemaakt.",
                "Er is niets verstuurd. Kijk het adres na of bel de beheerder (nodig is TLS 1.3).",
            )
        cause = cause.__cause__ or cause.__context__
    if isinstance(fault, httpx.ProxyError):
        return _proxy_refused(str(fault))
    return GeenVerbinding()


def _proxy_refused(words: str) -> SyncProblem:
    """A proxy that says no; ``words`` begin with its status, and are not shown."""
    if words.lstrip().startswith("407"):
        return ServerWeigert(
            "De proxy van je netwerk vraagt een wachtwoord, en dat kan dit programma niet geven.",
            "Er is niets verstuurd. Vraag de beheerder de server zonder aanmelden door te laten.",
        )
    return ServerWeigert(
        "De proxy van je netwerk laat de verbinding met de server niet toe.",
        "Er is niets verstuurd. Vraag de beheerder naar de proxy in het beleid van deze laptop.",
    )


def refused(status: int, body: bytes, retry_after: str = "") -> SyncProblem:
    """The problem behind an answer that is not 200."""
    code = code_of(body)
    if status == 429 or status >= 500:
        words = AWAY.get(code, (None, None))
        return Busy(_seconds(retry_after), stumbles=status == 500, words=words)
    if code == Refused.AGAIN:
        return Again()
    if status == 409 and code == PUT_BACK:
        return PutBack()
    about_sign_in = problem_of(code)
    if about_sign_in is not None:
        return about_sign_in
    if status in {400, 413, 422}:
        return Unprocessable(code)
    if not code:
        return ServerWeigert(NOT_UNDERSTOOD)
    return _PER_STATUS.get(status, ServerWeigert)()


def code_of(body: bytes) -> str:
    """The code of a refusal in the protocol's own body; empty for any other body."""
    try:
        return Problem.model_validate(read(body)).code
    except (WireError, ValidationError):
        return ""


def _seconds(retry_after: str) -> float:
    """Seconds or a moment (RFC 9110, 10.2.3), an hour at most; 0.0 for anything else."""
    if retry_after.isdecimal():
        return min(float(retry_after), _MAX_WAIT)
    try:
        left = parsedate_to_datetime(retry_after) - datetime.now(UTC)
    except (TypeError, ValueError, OverflowError):  # without a zone it is no moment either
        return 0.0
    return min(max(left.total_seconds(), 0.0), _MAX_WAIT)
