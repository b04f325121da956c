"""Quarantine on the command line: look what lies there, and decide; every act in the journal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sqlalchemy.engine import Connection

from leerplicht_protocol.messages import OpResult

from . import acts, quarantine, quarantine_words
from .database import Database
from .errors import ServerError
from .journal import What, plain_line
from .opened import opened
from .quarantine import Decision, Filter

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Any]

_MOST = 10_000

Act = Callable[[Connection, str, Decision], OpResult]


def add(commands: Commands) -> None:
    """Add this command to the command line."""
    apart = commands.add_parser(
        "quarantaine", help="toon werk dat apart is gezet; geef het vrij, draag het over of wijs het af"
    )
    which = apart.add_mutually_exclusive_group()
    which.add_argument("--toon", metavar="KENMERK", help="alles over dit ene, zonder wat erin staat")
    which.add_argument(
        "--vrijgeven", metavar="KENMERK", nargs="+", help="zet het in het dossier, op naam van de maker"
    )
    which.add_argument(
        "--overdragen",
        metavar="KENMERK",
        nargs="+",
        help="zet het in het dossier, met een taak voor een collega",
    )
    which.add_argument("--afwijzen", metavar="KENMERK", nargs="+", help="het komt in geen dossier")
    apart.add_argument("--inhoud", action="store_true", help="bij --toon: ook wat er geschreven is")
    apart.add_argument("--aan", default="", metavar="AMBTENAAR", help="bij --overdragen: aan wie")
    apart.add_argument("--ambtenaar", default="", metavar="KENMERK", help="alleen van deze ambtenaar")
    apart.add_argument("--laptop", default="", metavar="KENMERK", help="alleen van deze laptop")
    apart.add_argument("--beslist", action="store_true", help="alleen waarover al is beslist")
    apart.add_argument("--aantal", type=int, default=200, help="hoeveel regels hoogstens (standaard 200)")
    apart.set_defaults(run=_quarantine)


def _quarantine(options: argparse.Namespace) -> int:
    _check(options)
    with opened(options) as (database, _):
        if options.toon:
            return _show(database, options)
        for chosen, act, what in (
            (options.vrijgeven, quarantine.release, What.RELEASED),
            (options.overdragen, _to(options.aan), What.HANDED_OVER),
            (options.afwijzen, quarantine.refuse, What.TURNED_DOWN),
        ):
            if chosen:
                return _decide(database, options, chosen, act, what)
        return _list(database, options)


def _check(options: argparse.Namespace) -> None:
    if bool(options.aan) != bool(options.overdragen):
        raise ServerError(
            "Geef --overdragen en --aan samen, bijvoorbeeld --overdragen op-1 --aan n.hendriks."
        )
    if options.inhoud and not options.toon:
        raise ServerError("Wat er geschreven is, toont --inhoud alleen samen met --toon.")
    if options.afwijzen and not options.reden.strip():
        raise ServerError("Zeg met --reden waarom je dit afwijst. De maker leest het op zijn laptop.")
    if not 1 <= options.aantal <= _MOST:
        raise ServerError(f"Vraag met --aantal 1 tot {_MOST} regels tegelijk.")


def _list(database: Database, options: argparse.Namespace) -> int:
    wanted = Filter(options.ambtenaar, options.laptop, options.beslist)
    with database.write() as connection:
        rows = quarantine.listed(connection, wanted, options.aantal)
        lines = [quarantine_words.line(connection, row, quarantine.content(row)) for row in rows]
        waiting = quarantine.count(connection)
        acts.note(connection, options, What.QUARANTINE_READ)
    for line in lines:
        sys.stdout.write(f"{plain_line(line)}\n")
    sys.stdout.write(f"{_how_many(waiting)}\n")
    return 0


def _how_many(waiting: int) -> str:
    if not waiting:
        return "Er wacht niets op een besluit."
    return f"{waiting} {'stuk wacht' if waiting == 1 else 'stukken wachten'} op een besluit."


def _show(database: Database, options: argparse.Namespace) -> int:
    with database.write() as connection:
        if options.inhoud:
            acts.demand_reason(connection, options)
        row = quarantine.one(connection, options.toon)
        raw = quarantine.content(row)
        lines = list(quarantine_words.described(connection, row, raw))
        if options.inhoud:
            lines += quarantine_words.written(raw)
        what = What.READ if options.inhoud else What.QUARANTINE_READ
        acts.note(connection, options, what, (row.op, row.ambtenaar, *quarantine_words.dossiers(raw)))
    for line in lines:
        sys.stdout.write(f"{plain_line(line)}\n")
    return 0


def _to(colleague: str) -> Act:
    return lambda connection, op, decision: quarantine.hand_over(connection, op, colleague, decision)


def _decide(database: Database, options: argparse.Namespace, chosen: list[str], act: Act, what: What) -> int:
    """Each in a transaction of its own: one that cannot be done keeps none of the others back."""
    done = 0
    for op in chosen:
        try:
            with database.write() as connection:
                acts.demand_reason(connection, options)
                act(connection, op, Decision(acts.operator(), options.reden.strip()))
                row = quarantine.one(connection, op)
                more = [one for one in quarantine.followers(connection, op) if one not in chosen]
                about = (op, row.ambtenaar, *quarantine_words.dossiers(quarantine.content(row)))
                acts.note(connection, options, what, (*about, *filter(None, (row.besluit_aan,))))
        except ServerError as fault:
            sys.stderr.write(f"{fault}\n")
            continue
        done += 1
        sys.stdout.write(f"{op}: {row.besluit}. De maker ziet het bij zijn volgende synchronisatie.\n")
        if more:
            sys.stdout.write(f"  Wat hierop verdergaat en nog wacht: {', '.join(more)}\n")
    return 0 if done == len(chosen) else 1
