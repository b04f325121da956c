"""Custodians on the command line: make a key, say who they are, and open a vault, two together."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError
from sqlalchemy.engine import Connection, Row

from leerplicht_protocol import custody
from leerplicht_protocol.custody import CustodyError, PrivateKey
from leerplicht_protocol.recovery import Custodian

from . import access, acts, custodians, recovery
from .dossier_lines import moment
from .errors import ServerError
from .journal import What
from .opened import opened

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Any]

_LEAST = 12
_STANDS = {"asked": "gevraagd", "half": "half geopend", "opened": "geopend"}


def add(commands: Commands) -> None:
    """Add these commands to the command line."""
    make = commands.add_parser(
        "bewaarder-maken", help="maak de sleutel van een bewaarder, op zijn eigen computer"
    )
    make.add_argument("naam", help="van de functie, zoals privacy of griffie: kleine letters")
    make.add_argument("bestand", type=Path, help="waar de sleutel komt, bijvoorbeeld op een eigen stick")
    make.set_defaults(run=_make)

    custodians_ = commands.add_parser(
        "bewaarders", help="toon de bewaarders; voeg er een toe of neem er een weg"
    )
    act = custodians_.add_mutually_exclusive_group()
    act.add_argument("--toevoegen", nargs=2, metavar=("NAAM", "KENMERK"), help="zoals bewaarder-maken ze gaf")
    act.add_argument("--weg", metavar="NAAM", help="hij kan nieuwe kluizen niet meer openen")
    custodians_.set_defaults(run=_custodians_)

    open_ = commands.add_parser("kluis-openen", help="open de kluis van een ambtenaar, met twee bewaarders")
    open_.add_argument("stap", choices=("lijst", "eerste", "tweede", "afwijzen"))
    open_.add_argument("code", nargs="?", default="", help="de twaalf cijfers op de laptop, zonder spaties")
    open_.add_argument("--sleutel", type=Path, metavar="BESTAND", help="het sleutelbestand van de bewaarder")
    open_.add_argument(
        "--vastgesteld", default="", metavar="HOE", help="hoe je wist dat het de ambtenaar zelf was"
    )
    open_.set_defaults(run=_open)


def _make(options: argparse.Namespace) -> int:
    key = PrivateKey()
    named = _custodian(options.naam, key.public)
    password = _password("Wachtwoord voor deze sleutel: ")
    if len(password) < _LEAST:
        raise ServerError(f"Kies een wachtwoord van minstens {_LEAST} tekens. Er is geen sleutel gemaakt.")
    if sys.stdin.isatty() and password != _password("Nog een keer: "):
        raise ServerError("De twee wachtwoorden zijn niet gelijk. Er is geen sleutel gemaakt.")
    try:
        descriptor = os.open(options.bestand, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise ServerError(
            f"{options.bestand} bestaat al. Kies een ander bestand; er is niets veranderd."
        ) from None
    except OSError as fault:
        raise ServerError(f"{options.bestand} is niet te schrijven: {fault.strerror}.") from None
    with os.fdopen(descriptor, "wb") as file:
        file.write(key.pem(password))
    sys.stdout.write(
        f"De sleutel van {named.id} staat in {options.bestand}. Bewaar het bestand en het wachtwoord "
        f"apart van "
        "elkaar en van de server, en van die van de andere bewaarders.\n"
        f"Geef dit aan de beheerder:\nleerplicht-server bewaarders --toevoegen {named.id} {named.key}\n"
    )
    return 0


def _custodians_(options: argparse.Namespace) -> int:
    with opened(options) as (database, _), database.write() as connection:
        if options.toevoegen:
            acts.demand_reason(connection, options)
            name, key = options.toevoegen
            custodians.add(connection, _custodian(name, key))
            acts.note(connection, options, What.CUSTODIAN, (name,), key)
        elif options.weg:
            acts.demand_reason(connection, options)
            custodians.take_away(connection, options.weg)
            acts.note(connection, options, What.CUSTODIAN_BACK, (options.weg,))
        else:
            acts.note(connection, options, What.LISTED, ("bewaarders",))
        rows, now = custodians.listed(connection), custodians.current(connection)
    for row in rows:
        until = f" tot {moment(row.tot)}" if row.tot else ""
        sys.stdout.write(f"{row.id}  {row.sleutel}  sinds {moment(row.sinds)}{until}\n")
    sys.stdout.write(_about(now))
    return 0


def _about(now: tuple[Custodian, ...]) -> str:
    if len(now) < 2:
        return (
            "Er zijn minder dan twee bewaarders: wie zijn wachtzin vergeet, verliest wat nog niet "
            "verstuurd was. "
            "Maak er drie met bewaarder-maken.\n"
        )
    return f"Kenmerk van deze bewaarders: {custody.fingerprint(now)}. Laptops sluiten hun kluis voor deze.\n"


def _open(options: argparse.Namespace) -> int:
    now = int(time.time())
    with opened(options) as (database, _), database.write() as connection:
        recovery.tidy(connection, now)
        if options.stap == "lijst":
            acts.note(connection, options, What.LISTED, ("kluisherstel",))
            lines = [_line(connection, row) for row in recovery.listed(connection)]
            told = "\n".join(lines) or "Er is geen verzoek."
        else:
            told = _step(connection, options, now)
    sys.stdout.write(told + "\n")
    return 0


def _step(connection: Connection, options: argparse.Namespace, now: int) -> str:
    row = recovery.by_code(connection, options.code)
    device = recovery.device_of(connection, row.apparaat)
    officer = access.officer_named(connection, device.ambtenaar) if device is not None else None
    on = (row.code, officer.id if officer else "", row.apparaat)
    if options.stap == "afwijzen":
        acts.demand_reason(connection, options)
        recovery.turn_down(connection, row)
        acts.note(connection, options, What.VAULT_REFUSED, on)
        return "Het verzoek is afgewezen. De kluis bleef dicht."
    if not options.vastgesteld.strip():
        raise ServerError(
            "Zeg met --vastgesteld hoe je weet dat het de ambtenaar zelf is, bijvoorbeeld “gebeld op "
            "het nummer uit "
            "de personeelsgids, code voorgelezen”. Dat komt in het journaal."
        )
    key = _key(options.sleutel)
    who = custodians.of_key(connection, key.public)
    more = f"bewaarder {who}; vastgesteld: {options.vastgesteld.strip()}"
    if options.stap == "eerste":
        second = recovery.open_first(connection, row, key)
        acts.note(connection, options, What.VAULT_HALF, on, more)
        return f"De eerste laag is open. Nu kan de tweede bewaarder: {second}."
    right = recovery.open_second(connection, row, key, now)
    acts.note(connection, options, What.VAULT_OPENED, on, more)
    return (
        f"De kluis van {officer.naam if officer else 'de ambtenaar'} kan open: op de laptop, binnen "
        f"24 uur. Zeg de "
        f"ambtenaar deze inschrijfcode, voor het aanmelden daarna: {right}"
    )


def _line(connection: Connection, row: Row[Any]) -> str:
    device = recovery.device_of(connection, row.apparaat)
    gone = " (ingetrokken)" if device is not None and device.ingetrokken else ""
    who = f"{device.ambtenaar}  {device.naam}{gone}" if device is not None else row.apparaat
    asked = moment(datetime.fromtimestamp(row.gevraagd, UTC).isoformat())
    after = f" door {row.eerste}" if row.stand == "half" else ""
    return f"{custody.spaced(row.code)}  {who}  gevraagd {asked}  {_STANDS.get(row.stand, row.stand)}{after}"


def _custodian(name: str, key: str) -> Custodian:
    try:
        return Custodian(id=name, key=key)
    except ValidationError:
        raise ServerError(
            "Een bewaarder heeft een naam in kleine letters en cijfers, en een kenmerk van 64 tekens zoals "
            "bewaarder-maken het geeft."
        ) from None


def _key(file: Path | None) -> PrivateKey:
    if file is None:
        raise ServerError("Zeg met --sleutel waar het sleutelbestand van de bewaarder staat.")
    try:
        pem = file.read_bytes()
    except OSError as fault:
        raise ServerError(f"{file} is niet te lezen: {fault.strerror}.") from None
    try:
        return PrivateKey.from_pem(pem, _password("Wachtwoord van deze sleutel: "))
    except CustodyError:
        raise ServerError(
            "Het wachtwoord past niet bij dit sleutelbestand, of het is geen sleutelbestand. Er is "
            "niets geopend."
        ) from None


def _password(question: str) -> str:
    """Never an argument: those stand in the list of processes."""
    return getpass.getpass(question) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
