"""What must be destroyed, on the command line: shown, approved by one person, done by another."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlalchemy.engine import Connection

from . import acts, journal, practice, retention, search
from .errors import ServerError
from .journal import Filter, What
from .opened import opened
from .retention import Due, Listing

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Any]

_KINDS = {
    "deurbezoek": "deurbezoek",
    "gespreksnotitie": "gespreksnotitie",
    "dossier": "dossier, met wie erin staat",
    "persoon": "persoon bij een dossier",
    "stuk": "stuk",
    "quarantaine": "afgewezen werk",
    "stukstap": "wat met een stuk gebeurde",
}


def add(commands: Commands) -> None:
    """Add this command to the command line."""
    command = commands.add_parser(
        "vernietiging",
        help="toon wat de bewaartermijn voorbij is; keur de lijst goed of vernietig wat erop staat",
    )
    which = command.add_mutually_exclusive_group()
    which.add_argument("--goedkeuren", default="", metavar="MERK", help="keur de lijst met dit merk goed")
    which.add_argument(
        "--uitvoeren", default="", metavar="MERK", help="vernietig wat op de goedgekeurde lijst staat"
    )
    command.set_defaults(run=_retention)


def _retention(options: argparse.Namespace) -> int:
    with opened(options) as (database, _), database.write() as connection:
        acts.demand_reason(connection, options)
        found = retention.listing(connection, datetime.now(ZoneInfo("Europe/Amsterdam")).date())
        if options.goedkeuren:
            told = _approve(connection, options, found)
        elif options.uitvoeren:
            told = _destroy(connection, options, found)
        else:
            told = _show(connection, options, found)
    sys.stdout.write(told + "\n")
    return 0


def _show(connection: Connection, options: argparse.Namespace, found: Listing) -> str:
    numbers = search.numbers(connection)
    acts.note(connection, options, What.TO_GO_READ, (), found.counts or "niets")
    lines = [_line(one, numbers) for one in found.due]
    if found.due:
        lines += [
            f"Samen: {found.counts}.",
            f"Merk van deze lijst: {found.mark}",
            f"Iemand keurt hem goed met --goedkeuren {found.mark}; daarna vernietigt een ander hem met "
            f"--uitvoeren {found.mark}. Wat vernietigd is, komt niet terug; denk aan de reservekopieën.",
        ]
    else:
        lines.append("Er is niets waarvan de bewaartermijn voorbij is.")
    if found.undecided:
        lines.append(
            "Van deze dossiers is het geboortejaar onbekend; beoordeel ze zelf: " + ", ".join(found.undecided)
        )
    return "\n".join(lines)


def _line(one: Due, numbers: dict[str, str]) -> str:
    where = ", ".join(numbers.get(name, name) for name in one.dossiers) or "geen"
    kind = _KINDS.get(one.entity, one.entity)
    return f"{one.since:%d-%m-%Y}  {one.regime.upper()}  {kind} {one.id}, dossier {where}: {one.rule}"


def _approve(connection: Connection, options: argparse.Namespace, found: Listing) -> str:
    _same(found, options.goedkeuren)
    acts.note(connection, options, What.TO_GO_APPROVED, (found.mark,), found.counts)
    return f"Goedgekeurd: {found.counts}. Een ander vernietigt het met --uitvoeren {found.mark}."


def _destroy(connection: Connection, options: argparse.Namespace, found: Listing) -> str:
    _same(found, options.uitvoeren)
    by = _approved_by(connection, found.mark)
    if not by:
        raise ServerError(
            "Deze lijst is nog niet goedgekeurd. Laat een ander hem bekijken en "
            f"--goedkeuren {found.mark} geven."
        )
    if by == {acts.operator()} and not practice.is_practice(connection):
        raise ServerError(
            "Je hebt deze lijst zelf goedgekeurd. Vernietigen doet een ander: vier ogen, want het komt "
            "niet terug."
        )
    retention.destroy(connection, found.due)
    acts.note(connection, options, What.DESTROYED, (found.mark,), found.counts)
    return (
        f"Vernietigd: {found.counts}. Laptops doen hun kopie weg bij de volgende synchronisatie. In "
        "reservekopieën van de database staat het nog: vernietig die ook op tijd."
    )


def _same(found: Listing, mark: str) -> None:
    if not found.due or found.mark != mark.strip().lower():
        raise ServerError(
            "De lijst van vandaag is een andere dan die met dit merk. Bekijk hem opnieuw: "
            'leerplicht-server vernietiging --reden "...".'
        )


def _approved_by(connection: Connection, mark: str) -> set[str]:
    wanted = Filter(what=What.TO_GO_APPROVED.value, on=(mark,))
    return {row.wie for row in journal.lines(connection, wanted, journal.MOST_LINES)}
