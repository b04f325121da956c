"""What somebody sees when a page cannot be given: what is the matter, and what to do."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import Request, Response

from leerplicht_server.http import witness
from leerplicht_server.http.answers import RefusalError
from leerplicht_server.identity.faults import SignInError
from leerplicht_server.rights import MATRIX

from .faults import NoRightError, SignInFirstError
from .gate import Visitor, who_is
from .pages import ROLE_WORDS, go, page


def sign_in_first(request: Request, fault: Exception) -> Response:
    """To the page where he signs in, and back after it."""
    fresh = isinstance(fault, SignInFirstError) and fault.fresh
    way = request.url.path if request.method == "GET" else "/bureau/"
    more = "" if fresh else "&verlopen=ja"
    return go(f"/bureau/aanmelden?naar={quote(way, safe='/')}{more}")


def no_right(request: Request, fault: Exception) -> Response:
    """The card that says whose page it is."""
    if not isinstance(fault, NoRightError):
        return went_wrong(request, fault)
    roles = [ROLE_WORDS[role] for role in MATRIX.groups if role in MATRIX.rights.get(fault.right, ())]
    values = {"wie_wel": " of ".join(roles)}
    return page(request, "geen_recht.html", fault.visitor, values, 403)


def sign_in_failed(request: Request, fault: Exception) -> Response:
    """The provider or the server does not let him in."""
    sentence = fault.sentence if isinstance(fault, SignInError) else ""
    status = fault.status if isinstance(fault, SignInError) else 500
    if isinstance(fault, SignInError):
        witness.name(request, fault.code)
    return _card(request, None, "Aanmelden lukte niet", sentence, status)


def foreign_form(request: Request, _fault: Exception) -> Response:
    """A form that is not ours, of another session, or too large."""
    text = (
        "Dit formulier hoort niet bij je aanmelding, of het is te groot. Er is niets gedaan. "
        "Open de pagina opnieuw."
    )
    return _card(request, _visitor(request), "Dit formulier is niet aangenomen", text, 403)


def refused(request: Request, fault: Exception) -> Response:
    """Too many requests."""
    text = fault.message if isinstance(fault, RefusalError) else ""
    status = fault.status if isinstance(fault, RefusalError) else 500
    answer = _card(request, None, "Even wachten", text, status)
    if isinstance(fault, RefusalError) and fault.wait:
        answer.headers["Retry-After"] = str(fault.wait)
    return answer


def no_database(request: Request, _fault: Exception) -> Response:
    """The database is away."""
    text = (
        "De server kan nu niet bij zijn gegevens. Wat je al had vastgelegd, is bewaard. "
        "Probeer het later opnieuw."
    )
    return _card(request, None, "De gegevens zijn niet bereikbaar", text, 503)


def not_done(request: Request, fault: Exception) -> Response:
    """An act that the server does not do, with its reason."""
    return _card(request, _visitor(request), "Dit kan niet", str(fault), 409)


def unknown(request: Request, _fault: Exception) -> Response:
    """There is no such page."""
    text = "Dit is er niet, of niet meer. Ga naar de start en kies daar."
    return _card(request, _visitor(request), "Niet gevonden", text, 404)


def went_wrong(request: Request, _fault: Exception) -> Response:
    """A fault of ours."""
    text = "Er ging iets mis in de server. Er is niets half gedaan. Probeer het opnieuw, of bel de beheerder."
    return _card(request, None, "Er ging iets mis", text, 500)


def _card(request: Request, visitor: Visitor | None, head: str, text: str, status: int) -> Response:
    return page(request, "kaart.html", visitor, {"kop": head, "tekst": text}, status)


def _visitor(request: Request) -> Visitor | None:
    """Who he is, for the frame of a card; None when nobody is signed in."""
    try:
        return who_is(request)
    except (SignInFirstError, SignInError, RefusalError):
        return None
