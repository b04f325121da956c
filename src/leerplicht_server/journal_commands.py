"""The journal on the command line: read by filter, and check that nothing of it was touched."""

from __future__ import annotations

import argparse
import re
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

from . import acts, journal, journal_words, search
from .errors import ServerError
from .journal import Filter, What
from .opened import opened

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Any]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MARK = re.compile(rf"(\d{{1,18}}):([0-9a-f]{{{journal.PREFIX},64}})")


def add(commands: Commands) -> None:
    """Add this command to the command line."""
    read = commands.add_parser("journaal", help="lees wie wat deed, of controleer dat niemand eraan zat")
    read.add_argument("--controleer", action="store_true", help="zoek wat veranderd, weg of verschoven is")
    read.add_argument(
        "--merk", default="-", metavar="NR:HASH", help="vergelijk met het merk dat een laptop bewaart"
    )
    read.add_argument("--wie", default="", help="alleen van deze ambtenaar of beheerder")
    read.add_argument("--wat", default="", choices=("", *(what.value for what in What)), metavar="DAAD")
    read.add_argument(
        "--dossier",
        "--over",
        default="",
        metavar="NUMMER",
        help="alleen over dit dossier (nummer of kenmerk), of over deze laptop, ambtenaar of dit gegeven",
    )
    read.add_argument("--van", default="", metavar="DAG", help="vanaf deze dag, zoals 2026-11-20")
    read.add_argument("--tot", default="", metavar="DAG", help="tot en met deze dag")
    read.add_argument("--aantal", type=int, default=100, help="hoeveel regels hoogstens (standaard 100)")
    read.set_defaults(run=_journal)


def _journal(options: argparse.Namespace) -> int:
    return _check(options) if options.controleer or options.merk != "-" else _read(options)


def _check(options: argparse.Namespace) -> int:
    mark = _mark(options.merk)
    with opened(options) as (database, _):
        with database.read() as connection:
            wrong = journal.check(connection, mark)
            last = journal.head(connection)
        if not wrong:  # a broken journal stays as it is found
            with database.write() as connection:
                acts.note(connection, options, What.CHECKED)
    if wrong:
        sys.stdout.write(
            f"{wrong}\nWaarschuw de privacyfunctionaris, en bewaar deze database zoals hij is.\n"
        )
        return 1
    held = f"{last.nr}:{last.hash}" if last is not None else "leeg"
    sys.stdout.write(f"Het journaal klopt. Merk: {held}\n")
    if mark is None:
        sys.stdout.write(
            "Dat er aan het eind niets af is, blijkt alleen naast een merk van een laptop: --merk.\n"
        )
    return 0


def _mark(text: str) -> tuple[int, str] | None:
    if text == "-":
        return None
    found = _MARK.fullmatch(text.strip().lower())
    if found is None:
        raise ServerError(
            f"Het merk {journal.plain_line(text.strip()[:100])} is niet goed overgenomen. Schrijf bij --merk "
            f"het regelnummer, een dubbele punt en minstens {journal.PREFIX} tekens (0-9 en a-f), zoals "
            "het op de laptop staat onder Instellingen: 1204:9f2c51d0a7be4c10."
        )
    return int(found[1]), found[2]


def _read(options: argparse.Namespace) -> int:
    since, until = _day("--van", options.van), _day("--tot", options.tot)
    if not 1 <= options.aantal <= journal.MOST_LINES:
        raise ServerError(f"Vraag met --aantal 1 tot {journal.MOST_LINES} regels tegelijk.")
    with opened(options) as (database, _), database.write() as connection:
        acts.demand_reason(connection, options)
        wanted = Filter(options.wie, options.wat, search.behind(connection, options.dossier), since, until)
        rows = journal.lines(connection, wanted, options.aantal)
        numbers = search.numbers(connection)
        acts.note(connection, options, What.JOURNAL_READ, wanted.on[:1])
    for row in reversed(rows):
        sys.stdout.write(journal_words.line(row, numbers) + "\n")
    if not rows:
        sys.stdout.write("Er is geen regel die hieraan voldoet.\n")
    return 0


def _day(option: str, text: str) -> str:
    try:
        good = not text or bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        good = False
    if not good:
        raise ServerError(f"Schrijf achter {option} een dag die bestaat, zoals 2026-11-20.")
    return text
