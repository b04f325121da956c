"""Commands about whose work it is: the area of an officer, and a mandate for a colleague."""

from __future__ import annotations

import argparse
import sys
import time
from datetime import date
from typing import TYPE_CHECKING, Any

from . import access, acts, areas, mandates
from .areas import Kind
from .errors import ServerError
from .journal import What
from .mandates import Mandate
from .opened import opened

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Any]


def add(commands: Commands) -> None:
    """Add these commands to the command line."""
    area = commands.add_parser("gebied", help="toon wie welke scholen en postcodes heeft, of verander het")
    area.add_argument("ambtenaar", nargs="?", default="", help="kenmerk van de ambtenaar")
    which = area.add_mutually_exclusive_group()
    which.add_argument("--school", metavar="BRIN[VV]", default="", help="een school, zoals 98AA of 98AA01")
    which.add_argument(
        "--postcode", metavar="BEGIN", default="", help="een postcode of het begin, zoals 2564"
    )
    area.add_argument("--intrekken", action="store_true", help="neem dit deel van zijn gebied terug")
    area.set_defaults(run=_area)

    mandate = commands.add_parser("mandaat", help="toon de mandaten; geef er een of trek er een in")
    mandate.add_argument("--van", metavar="KENMERK", default="", help="wiens dossiers het zijn")
    mandate.add_argument("--aan", metavar="KENMERK", default="", help="wie erin werkt")
    mandate.add_argument("--vanaf", metavar="JJJJ-MM-DD", default="", help="eerste dag (standaard vandaag)")
    mandate.add_argument("--tot", metavar="JJJJ-MM-DD", default="", help="laatste dag; ook die telt mee")
    mandate.add_argument("--intrekken", metavar="MANDAAT", default="", help="beëindig dit mandaat nu")
    mandate.set_defaults(run=_mandate)


def _area(options: argparse.Namespace) -> int:
    kind = Kind.SCHOOL if options.school else Kind.POSTCODE
    value = options.school or options.postcode
    if bool(options.ambtenaar) != bool(value):
        raise ServerError("Noem een ambtenaar en een school of postcode, of niets om het overzicht te zien.")
    with opened(options) as (database, _), database.write() as connection:
        if not value:
            acts.note(connection, options, What.LISTED, ("gebieden",))
            lines = [
                f"{row.ambtenaar}  {row.soort} {row.waarde}  dossiers: {row.dossiers}"
                for row in areas.listed(connection)
            ]
        else:
            officer = access.officer_named(connection, options.ambtenaar)
            if options.intrekken:
                count = areas.remove(connection, officer.id, kind, value, options.reden or areas.MOVED)
                lines = [f"{officer.naam} heeft {count} dossiers niet meer."]
                what = What.AREA_BACK
            else:
                value, count = areas.add(connection, officer.id, kind, value)
                lines = [f"{officer.naam} kreeg er {count} dossiers bij. Nieuwe volgen bij elke import."]
                what = What.AREA
            acts.note(connection, options, what, (officer.id, f"{kind.value} {value.strip().upper()}"))
    sys.stdout.write("\n".join(lines or ["Niemand heeft een gebied."]) + "\n")
    return 0


def _mandate(options: argparse.Namespace) -> int:
    day = mandates.today(time.time())
    with opened(options) as (database, _), database.write() as connection:
        mandates.settle(connection, day)
        if options.intrekken:
            acts.demand_reason(connection, options)
            row = mandates.withdraw(connection, options.intrekken, options.reden or "ingetrokken")
            acts.note(connection, options, What.MANDATE_BACK, (row.aan_wie, row.van_wie), row.id)
            lines = [f"Het mandaat van {row.van_wie} aan {row.aan_wie} is ingetrokken."]
        elif options.van or options.aan:
            if not (options.van and options.aan and options.tot):
                raise ServerError("Een mandaat vraagt --van, --aan en --tot; --vanaf is anders vandaag.")
            first, last = _day(options.vanaf, day), _day(options.tot, day)
            wanted = Mandate(options.van, options.aan, first, last, options.reden)
            id_ = mandates.give(connection, wanted, day)
            acts.note(connection, options, What.MANDATE, (options.aan, options.van), id_)
            lines = [f"Mandaat {id_}: {options.aan} werkt voor {options.van} van {first} tot en met {last}."]
        else:
            acts.note(connection, options, What.LISTED, ("mandaten",))
            lines = [
                f"{row.id}  {row.aan_wie} voor {row.van_wie}  {row.vanaf} tot en met {row.tot}  {row.stand}"
                for row in mandates.listed(connection)
            ]
    sys.stdout.write("\n".join(lines or ["Er is geen mandaat."]) + "\n")
    return 0


def _day(text: str, otherwise: date) -> date:
    if not text:
        return otherwise
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ServerError(f"{text} is geen dag. Schrijf een dag als 2026-12-31.") from None
