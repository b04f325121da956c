"""The commands of the server's administrator."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from leerplicht_protocol.messages import Ambtenaar

from . import access, settings
from .database import Database, open_database
from .errors import ServerError
from .migrate import migrate

Command = Callable[[Database, argparse.Namespace], int]


def run(arguments: Sequence[str]) -> int:
    """Do what the command line asks. 0 all of it, 1 something was refused, 2 nothing could be done."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except ServerError as fault:
        sys.stderr.write(f"{fault}\n")
        return 2
    except KeyboardInterrupt:
        return 130


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[tuple[Database, settings.Settings]]:
    """The database of the settings, brought to this version."""
    chosen = settings.load(options.config)
    database = open_database(chosen.database)
    try:
        migrate(database)
        yield database, chosen
    finally:
        database.close()


def _serve(options: argparse.Namespace) -> int:
    from .http.serve import Binding, serve

    with opened(options) as (database, chosen):
        binding = Binding(options.host, options.port, options.tls_cert, options.tls_key, options.port_file)
        serve(database, chosen, binding)
    return 0


def _ambtenaar(options: argparse.Namespace) -> int:
    officer = Ambtenaar(
        id=options.id,
        naam=options.naam,
        functie=options.functie,
        organisatie=options.organisatie,
        telefoon=options.telefoon,
        aktenummer=options.aktenummer,
        standplaats=options.standplaats,
    )
    with opened(options) as (database, _), database.write() as connection:
        changed = access.add_officer(connection, officer)
    sys.stdout.write(f"{officer.naam}: {'opgeslagen' if changed else 'ongewijzigd'}.\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="leerplicht-server", description="De gemeentelijke server van Leerplicht Desktop."
    )
    parser.add_argument("--config", type=Path, metavar="BESTAND", help="instellingen (TOML)")
    commands = parser.add_subparsers(required=True, metavar="OPDRACHT")

    serve = commands.add_parser("serve", help="laat laptops toe")
    serve.add_argument("--host", default="127.0.0.1", help="adres om op te luisteren (standaard 127.0.0.1)")
    serve.add_argument("--port", type=int, default=8443, help="poort; 0 kiest een vrije (standaard 8443)")
    serve.add_argument("--tls-cert", type=Path, metavar="PEM", help="certificaat")
    serve.add_argument("--tls-key", type=Path, metavar="PEM", help="sleutel van het certificaat")
    serve.add_argument("--port-file", type=Path, metavar="BESTAND", help="schrijf hierin de gekozen poort")
    serve.set_defaults(run=_serve)

    officer = commands.add_parser("ambtenaar", help="voeg een ambtenaar toe of werk hem bij")
    officer.add_argument("id", help="kenmerk, bijvoorbeeld n.hendriks")
    officer.add_argument("--naam", required=True)
    officer.add_argument("--functie", default="leerplichtambtenaar")
    for name in ("organisatie", "telefoon", "aktenummer", "standplaats"):
        officer.add_argument(f"--{name}", default="")
    officer.set_defaults(run=_ambtenaar)
    return parser
