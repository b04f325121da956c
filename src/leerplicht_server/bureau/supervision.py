"""For who supervises: the journal by filter, an access request of a citizen, the yearly report on the Wpg."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from fastapi import FastAPI, Request, Response

from leerplicht_server import audit_report, journal, journal_words, search
from leerplicht_server.database import Database
from leerplicht_server.dossier_lines import today
from leerplicht_server.errors import ServerError
from leerplicht_server.journal import Entry, Filter, What
from leerplicht_server.own_data import ABOUT, package
from leerplicht_server.own_data_paper import paper
from leerplicht_server.records import AVG, WPG
from leerplicht_server.rights import GIVE_WPG

from .gate import AnyVisitor, Form, Sender, SentForm, Visitor, parameters
from .pages import moment_words, page
from .sheet import sheet

_SHOWN, _EXPORTED, _NAMED = 100, 10_000, 4
_FIRST_YEAR = 2020
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_REASON = 400
_WHO = {"jongere": "de jongere zelf", "ouder1": "ouder 1", "ouder2": "ouder 2", "verzorger": "een verzorger"}


def add_pages(app: FastAPI) -> None:
    """Add these pages to the application."""
    app.get("/journaal")(journal_page)
    app.get("/journaal.csv")(journal_sheet)
    app.get("/inzage")(own_data_page)
    app.post("/inzage")(own_data_given)
    app.get("/wpg-verslag")(report_page)


# -- the journal ----------------------------------------------------------------------------------


def journal_page(request: Request, visitor: AnyVisitor) -> Response:
    """The newest lines that answer the filter; that they were read is a line as well."""
    asked = {
        name: parameters(request).get(name, "").strip()[:80] for name in ("wie", "wat", "over", "van", "tot")
    }
    wrong = "".join(_wrong_day(asked[name], word) for name, word in (("van", "Van"), ("tot", "Tot en met")))
    lines = [] if wrong else _lines(request, visitor, asked, _SHOWN)
    database: Database = request.app.state.database
    checked = parameters(request).get("keten") == "ja"
    broken = ""
    if checked:
        with database.read() as connection:
            broken = journal.check(connection)
    values = {
        "regels": lines,
        "gevraagd": asked,
        "daden": [what.value for what in What],
        "fout": wrong,
        "gecontroleerd": checked,
        "kapot": broken,
        "meeste": _SHOWN,
    }
    return page(request, "journaal.html", visitor, values, 422 if wrong else 200)


def _wrong_day(text: str, word: str) -> str:
    try:
        good = not text or bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        good = False
    return "" if good else f"{word} is een dag die bestaat, zoals 20-11-2026. "


def _lines(request: Request, visitor: Visitor, asked: dict[str, str], most: int) -> list[dict[str, Any]]:
    database: Database = request.app.state.database
    with database.write() as connection:
        about = search.behind(connection, asked["over"])
        wanted = Filter(asked["wie"], asked["wat"], about, asked["van"], asked["tot"])
        rows = journal.lines(connection, wanted, most)
        numbers = search.numbers(connection)
        words = "; ".join(["bureau", *(f"{name} {value}" for name, value in asked.items() if value)])
        journal.append(connection, Entry(visitor.who, What.JOURNAL_READ, about[:1], words))
    return [
        {
            "nr": row.nr,
            "op": moment_words(row.op),
            "wie": row.wie,
            "apparaat": row.apparaat,
            "wat": row.wat,
            "waarop": _about(row.waarop, numbers, few=most == _SHOWN),
            "waarom": journal_words.because(row.wat, row.waarom),
        }
        for row in rows
    ]


def _about(text: str, numbers: dict[str, str], *, few: bool) -> str:
    """What a line is about; on a page the first four, for a list can hold every dossier there is."""
    if not few:
        return journal_words.about(text, numbers)
    named = [numbers.get(str(one), str(one)) for one in json.loads(text)]
    more = len(named) - _NAMED
    return ", ".join(named[:_NAMED]) + (f" en nog {more}" if more > 0 else "")


def journal_sheet(request: Request, visitor: AnyVisitor) -> Response:
    """The same lines for a spreadsheet."""
    asked = {
        name: parameters(request).get(name, "").strip()[:80] for name in ("wie", "wat", "over", "van", "tot")
    }
    if _wrong_day(asked["van"], "Van") or _wrong_day(asked["tot"], "Tot"):
        raise ServerError("De dagen in het adres bestaan niet. Ga terug naar het journaal en kies ze daar.")
    lines = _lines(request, visitor, asked, _EXPORTED)
    head = ("nr", "wanneer", "wie", "laptop", "wat", "waarover", "waarom")
    return sheet("journaal", head, [tuple(line.values()) for line in lines])


# -- an access request ----------------------------------------------------------------------------


def own_data_page(request: Request, visitor: AnyVisitor) -> Response:
    """Who asks, about which dossier and under which law."""
    return _own_data(request, visitor)


def _own_data(request: Request, visitor: Visitor, form: Form | None = None, wrong: str = "") -> Response:
    names = ("dossier", "van", "regime", "reden", "weigeren")
    values = {
        "fout": wrong,
        "wie": _WHO,
        "wpg": visitor.may(GIVE_WPG),
        "ingevuld": {name: form.one(name) if form else "" for name in names},
    }
    return page(request, "inzage.html", visitor, values, 422 if wrong else 200)


def own_data_given(request: Request, visitor: Sender, form: SentForm) -> Response:
    """The data of the citizen as a PDF, and nothing else of the file; each time is a line of the journal."""
    wrong = _wrong_request(visitor, form)
    database: Database = request.app.state.database
    regime = form.one("regime")
    if not wrong:
        try:
            with database.write() as connection:
                found = search.by_name(connection, form.one("dossier"))
                given = package(connection, found, form.one("van"), regime, form.one("weigeren"))
                why = f"{regime}, {form.one('van')}; {form.one('reden')}"
                journal.append(connection, Entry(visitor.who, What.GIVEN, (found,), why))
        except ServerError as fault:
            wrong = str(fault)
    if wrong:
        return _own_data(request, visitor, form, wrong)
    pdf = paper(given, {"gemaakt op": f"{today():%d-%m-%Y}", **ABOUT[regime]})
    name = f"inzage-{today():%Y%m%d}.pdf"
    return Response(
        pdf, media_type="application/pdf", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _wrong_request(visitor: Visitor, form: Form) -> str:
    if not form.one("dossier"):
        return "Vul het nummer van het dossier in, zoals 2026-0001."
    if form.one("van") not in _WHO or form.one("regime") not in {AVG, WPG}:
        return "Kies wie erom vraagt en onder welke wet."
    if not 3 <= len(form.one("reden")) <= _REASON:
        return "Schrijf op welk verzoek dit is, in 3 tot 400 tekens. Het komt in het journaal."
    if form.one("regime") == WPG and not visitor.may(GIVE_WPG):
        return "Jouw rol geeft geen recht op politiegegevens."
    if form.one("weigeren") and form.one("regime") != WPG:
        return "Weigeren (artikel 27 Wpg) kan alleen bij politiegegevens. Maak het veld leeg."
    return ""


# -- the report on the Wpg ------------------------------------------------------------------------


def report_page(request: Request, visitor: AnyVisitor) -> Response:
    """The figures for the yearly audit, of nobody by name."""
    day = today()
    text = parameters(request).get("jaar", str(day.year))
    year = int(text) if text.isdecimal() and len(text) == 4 else 0
    if not _FIRST_YEAR <= year <= day.year:
        raise ServerError(f"Kies een jaar van {_FIRST_YEAR} tot en met {day.year}.")
    database: Database = request.app.state.database
    with database.write() as connection:
        lines = list(audit_report.report(connection, year, day))
        journal.append(connection, Entry(visitor.who, What.LISTED, ("jaarverslag",), f"bureau; {year}"))
    values = {"regels": lines, "jaar": year, "jaren": range(day.year, _FIRST_YEAR - 1, -1)}
    return page(request, "wpg_verslag.html", visitor, values)
