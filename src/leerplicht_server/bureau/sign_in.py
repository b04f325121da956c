"""Signing in and out of the pages: with the account of the municipality, or in a role of practice."""

from __future__ import annotations

from fastapi import FastAPI, Request, Response

from leerplicht_server.identity.browsers import Answer, Browsers
from leerplicht_server.identity.sessions import DAY_SECONDS

from . import look
from .faults import SignInFirstError
from .gate import Sender, SentForm, cookie_name, is_secure, parameters, safe_way
from .pages import ROLE_WORDS, go, page

PRACTICE = {
    "teamleider": "P. Jansen",
    "beheerder": "A. Visser",
    "privacy": "L. Kramer",
    "controleur": "R. de Wit",
    "ambtenaar": "N. Hendriks",
}
"""Who one may be to practise, by role; invented people."""

_MEANWHILE = "bureau-aanmelding"
_WAY = "bureau-naar"
_MINUTES = 15 * 60


def add_pages(app: FastAPI) -> None:
    """Add these pages to the application."""
    app.get("/stijl.css")(style)
    app.get("/letters/{name}")(letters)
    app.get("/teken.svg")(mark)
    app.get("/aanmelden")(sign_in_page)
    app.get("/aanmelden/gemeente")(to_provider)
    app.get("/aangemeld")(back)
    if app.state.practice:
        app.post("/aanmelden/oefenen")(practise)
    app.post("/afmelden")(sign_out)


def style() -> Response:
    """The style sheet."""
    return Response(look.style(), media_type="text/css", headers={"Cache-Control": "public, max-age=300"})


def letters(name: str) -> Response:
    """The letters of the pages."""
    if name not in look.LETTERS:
        return Response(status_code=404)
    headers = {"Cache-Control": "public, max-age=86400"}
    return Response(look.resource("fonts", "inter", name), media_type="font/otf", headers=headers)


def mark() -> Response:
    """The small picture on a tab."""
    return Response(look.resource("icons", "door-open.svg"), media_type="image/svg+xml")


def sign_in_page(request: Request) -> Response:
    """Where somebody signs in."""
    asked = parameters(request)
    values = {
        "naar": safe_way(asked.get("naar", "")),
        "verlopen": asked.get("verlopen") == "ja",
        "afgemeld": asked.get("afgemeld") == "ja",
        "met_account": request.app.state.settings.provider is not None,
        "oefenrollen": [(role, name, ROLE_WORDS[role]) for role, name in PRACTICE.items()],
    }
    return page(request, "aanmelden.html", None, values)


def to_provider(request: Request) -> Response:
    """On to the provider of the municipality."""
    begun = _browsers(request).begin(_redirect(request))
    answer = go(begun.address)
    way = safe_way(parameters(request).get("naar", ""))
    for name, value in ((_MEANWHILE, begun.kept), (_WAY, way)):
        answer.set_cookie(
            name,
            value,
            max_age=_MINUTES,
            path="/bureau",
            secure=is_secure(request),
            httponly=True,
            samesite="lax",
        )
    return answer


def back(request: Request, code: str = "", state: str = "", iss: str = "") -> Response:
    """Back from the provider, with a code."""
    kept = request.cookies.get(_MEANWHILE, "")
    secret = _browsers(request).finish(kept, Answer(code[:4_000], state[:400], iss[:400]), _redirect(request))
    answer = _signed_in(request, secret, safe_way(request.cookies.get(_WAY, "")))
    for name in (_MEANWHILE, _WAY):
        answer.delete_cookie(name, path="/bureau")
    return answer


def practise(request: Request, form: SentForm) -> Response:
    """In a role of practice; only on a practice server, which answers this machine alone."""
    role = form.one("rol")
    if role not in PRACTICE:
        raise SignInFirstError(fresh=True)
    return _signed_in(request, _browsers(request).practise(role, PRACTICE[role]), safe_way(form.one("naar")))


def sign_out(request: Request, visitor: Sender) -> Response:
    """The end of a session."""
    _browsers(request).end(visitor.live)
    answer = go("/bureau/aanmelden?afgemeld=ja")
    answer.delete_cookie(cookie_name(request), path="/", secure=is_secure(request), httponly=True)
    return answer


def _signed_in(request: Request, secret: str, way: str) -> Response:
    answer = go(way)
    answer.set_cookie(
        cookie_name(request),
        secret,
        max_age=DAY_SECONDS,
        path="/",
        secure=is_secure(request),
        httponly=True,
        samesite="lax",
    )
    return answer


def _browsers(request: Request) -> Browsers:
    browsers: Browsers = request.app.state.browsers
    return browsers


def _redirect(request: Request) -> str:
    return f"{request.app.state.addresses[0]}/bureau/aangemeld"
