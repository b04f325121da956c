"""Commands about people and their laptops: who may sign in, and on what."""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING, Any

from sqlalchemy.engine import Connection

from . import access, acts
from .errors import ServerError, UnknownError
from .identity import officers
from .identity.enrolment import give_right
from .identity.states import ACTIVE, BARRED, SUSPENDED
from .journal import What
from .opened import opened

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Any]

_PROFILE = ("organisatie", "telefoon", "aktenummer", "standplaats", "parket")
_STATES = {"schors": SUSPENDED, "weer": BARRED, "herstel": ACTIVE}
_LINES = {
    "schors": What.SUSPENDED,
    "weer": What.BARRED,
    "herstel": What.RESTORED,
    "ontkoppel": What.UNTIED,
}
_MOST_DAYS = 30


def add(commands: Commands) -> None:
    """Add these commands to the command line."""
    officer = commands.add_parser("ambtenaar", help="voeg een ambtenaar toe of werk hem bij")
    officer.add_argument("id", help="kenmerk, bijvoorbeeld n.hendriks")
    officer.add_argument("--naam", required=True)
    officer.add_argument("--functie", default="leerplichtambtenaar")
    for name in _PROFILE:
        officer.add_argument(f"--{name}", default="")
    officer.add_argument("--eed", default="", choices=("", "ambtseed", "ambtsbelofte"))
    officer.set_defaults(run=_officer)

    listed = commands.add_parser("ambtenaren", help="toon de ambtenaren; schors, weer of herstel er een")
    act = listed.add_mutually_exclusive_group()
    act.add_argument("--schors", metavar="KENMERK", help="wat hij nog inlevert, wordt eerst beoordeeld")
    act.add_argument("--weer", metavar="KENMERK", help="hij komt er niet meer in en levert niets meer in")
    act.add_argument("--herstel", metavar="KENMERK", help="hij mag weer alles wat hij mocht")
    act.add_argument(
        "--ontkoppel",
        metavar="KENMERK",
        help="maak zijn account los: een ander mag ervoor in de plaats",
    )
    listed.set_defaults(run=_officers)

    right = commands.add_parser(
        "inschrijfrecht", help="geef een code waarmee een ambtenaar een laptop inricht"
    )
    right.add_argument("ambtenaar", help="kenmerk van de ambtenaar")
    right.add_argument("--dagen", type=int, default=3, help="hoe lang de code geldt, 1 tot 30 (standaard 3)")
    right.set_defaults(run=_right)

    admit = commands.add_parser("toelaten", help="keur de code van een laptop goed, om te oefenen")
    admit.add_argument("code", help="de acht letters op de laptop")
    admit.add_argument("ambtenaar", help="kenmerk van de ambtenaar")
    admit.set_defaults(run=_admit)

    laptops = commands.add_parser("apparaten", help="toon de laptops, of trek er een in")
    laptops.add_argument("--intrekken", metavar="KENMERK", help="deze laptop krijgt niets meer")
    laptops.set_defaults(run=_devices)


def _officer(options: argparse.Namespace) -> int:
    names = ("id", "naam", "functie", *_PROFILE, "eed")
    officer = access.make_officer({name: getattr(options, name) for name in names})
    with opened(options) as (database, _), database.write() as connection:
        changed = access.add_officer(connection, officer)
        acts.note(connection, options, What.OFFICER, (officer.id,))
    sys.stdout.write(f"{officer.naam}: {'opgeslagen' if changed else 'ongewijzigd'}.\n")
    return 0


def _officers(options: argparse.Namespace) -> int:
    with opened(options) as (database, _), database.write() as connection:
        _change(connection, options)
        rows = officers.listed(connection)
    for row in rows:
        account = f"account {row.login}" if row.login else "nog geen account"
        sys.stdout.write(f"{row.id}  {row.naam}  {row.toestand}  {account}  laptops: {row.laptops}\n")
    return 0


def _change(connection: Connection, options: argparse.Namespace) -> None:
    """Do to one officer what was asked, and tell the journal; else tell that the list was shown."""
    name = next((name for name in _LINES if getattr(options, name)), "")
    if not name:
        acts.note(connection, options, What.LISTED, ("ambtenaren",))
        return
    acts.demand_reason(connection, options)
    officer = access.officer_named(connection, getattr(options, name)).id
    if name == "ontkoppel":
        if not officers.untie(connection, officer):
            raise ServerError(f"Aan {officer} hangt geen account. Er is niets veranderd.")
    else:
        officers.set_state(connection, officer, _STATES[name])
    acts.note(connection, options, _LINES[name], (officer,))


def _right(options: argparse.Namespace) -> int:
    if not 1 <= options.dagen <= _MOST_DAYS:
        raise ServerError(f"Een inschrijfcode geldt 1 tot {_MOST_DAYS} dagen. Kies een getal daartussen.")
    with opened(options) as (database, _), database.write() as connection:
        officer = access.officer_named(connection, options.ambtenaar)
        if (state := officers.state_of(connection, officer.id)) != ACTIVE:
            raise ServerError(
                f"{officer.naam} is {state} en kan geen laptop inrichten. "
                f"Herstel hem eerst: leerplicht-server ambtenaren --herstel {officer.id}."
            )
        right = give_right(connection, officer.id, int(time.time()), options.dagen)
        acts.note(connection, options, What.RIGHT, (officer.id,))
    sys.stdout.write(
        f"Inschrijfcode voor één laptop van {officer.naam}: {right}\n"
        f"Hij geldt {options.dagen} dagen en staat nergens anders. Geef hem alleen aan {officer.naam} zelf.\n"
    )
    return 0


def _admit(options: argparse.Namespace) -> int:
    with opened(options) as (database, _), database.write() as connection:
        officer = access.officer_named(connection, options.ambtenaar)
        if not access.approve(connection, options.code, officer.id):
            raise UnknownError("Deze code is niet bekend of verlopen. Vraag op de laptop een nieuwe aan.")
        acts.note(connection, options, What.ADMITTED, (officer.id,))
    sys.stdout.write(f"De laptop is toegelaten voor {officer.naam}.\n")
    return 0


def _devices(options: argparse.Namespace) -> int:
    with opened(options) as (database, _), database.write() as connection:
        if options.intrekken:
            acts.demand_reason(connection, options)
            officers.revoke_device(connection, options.intrekken)
            acts.note(connection, options, What.REVOKED, (options.intrekken,))
        else:
            acts.note(connection, options, What.LISTED, ("apparaten",))
        rows = access.devices(connection)
    for row in rows:
        state = "ingetrokken" if row.ingetrokken else "actief"
        sys.stdout.write(f"{row.id}  {row.ambtenaar}  {row.naam}  {state}  sinds {row.gemaakt_op}\n")
    return 0
