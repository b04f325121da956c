"""A page as it leaves: its template filled in, its frame, and what a browser may do with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import jinja2
from fastapi import Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from leerplicht_server.rights import MATRIX

from .gate import TOKEN, Visitor
from .look import icon

POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing runs in these pages: everything is a form or a link."""

_HERE = ZoneInfo("Europe/Amsterdam")
_DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
ROLE_WORDS = {
    "ambtenaar": "leerplichtambtenaar",
    "mandaathouder": "mandaathouder",
    "teamleider": "teamleider",
    "beheerder": "functioneel beheer",
    "privacy": "privacy officer",
    "controleur": "controleur",
}


@dataclass(frozen=True)
class Way:
    """A link in the row under the head: where to, in which words, and the right that shows it."""

    path: str
    words: str
    right: str


WAYS = (
    Way("/bureau/", "Start", "drager"),
    Way("/bureau/apart-gezet", "Apart gezet", "apart_gezet_beoordelen"),
    Way("/bureau/overdragen", "Overdragen", "dossiers_overdragen"),
    Way("/bureau/ambtenaren", "Ambtenaren", "mensen_beheren"),
    Way("/bureau/laptops", "Laptops", "mensen_beheren"),
    Way("/bureau/journaal", "Journaal", "journaal_lezen"),
    Way("/bureau/inzage", "Inzageverzoek", "inzage_geven"),
    Way("/bureau/wpg-verslag", "Wpg-verslag", "wpg_verslag_lezen"),
    Way("/bureau/overzichten", "Overzichten", "overzichten_zien"),
)


def day_words(day: date) -> str:
    """A day in a line of text: "wo 25 nov 2026"."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def moment_words(text: str) -> str:
    """A moment as it is on the clock in the Netherlands: "wo 25 nov 2026, 08:24"."""
    try:
        at = datetime.fromisoformat(text).astimezone(_HERE)
    except ValueError:
        return "onbekend moment"
    return f"{day_words(at.date())}, {at:%H:%M}"


def number_words(count: int, one: str, more: str) -> str:
    """How many there are, with the word that goes with it."""
    return f"{count} {one if count == 1 else more}"


@cache
def _environment() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("leerplicht_server.bureau"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"icoon": icon, "aantal": number_words, "FORMULIER": TOKEN}
    made.filters |= {"moment": moment_words, "dag": day_words}
    return made


def page(
    request: Request,
    template: str,
    visitor: Visitor | None,
    values: Mapping[str, Any] | None = None,
    status: int = 200,
) -> Response:
    """A page in its frame, with the links that this visitor's roles have."""
    ways = [way for way in WAYS if visitor is not None and visitor.may(way.right)]
    here = "/bureau" + request.scope.get("path", "").removeprefix("/bureau")
    frame = {
        "gemeente": request.app.state.settings.municipality,
        "oefenen": request.app.state.practice,
        "bezoeker": visitor,
        "rollen": ", ".join(ROLE_WORDS[role] for role in MATRIX.groups if visitor and role in visitor.roles),
        "wegen": [(way, _is_here(way, here)) for way in ways],
    }
    text = _environment().get_template(template).render({**frame, **(values or {})})
    return HTMLResponse(text, status, {"Content-Security-Policy": POLICY})


def _is_here(way: Way, here: str) -> bool:
    return here == way.path if way.path == "/bureau/" else here.startswith(way.path)


def go(path: str) -> Response:
    """On to another page, with a question instead of a form."""
    return RedirectResponse(path, 303)
