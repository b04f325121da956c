"""The commands of the server's administrator."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy.engine import Connection

from leerplicht_protocol.console import DutchParser

from . import (
    access,
    acts,
    area_commands,
    audit_report,
    caseload,
    journal_commands,
    key_mark,
    openapi,
    own_data_commands,
    people_commands,
    practice,
    practice_data,
    quarantine_commands,
    recovery_commands,
    restore_command,
    retention_commands,
    search,
    unreadable,
)
from .errors import ServerError
from .importing import meldingen, persons, schools
from .importing.report import Report
from .importing.text_file import CHARSETS
from .journal import What
from .opened import opened
from .show import show_dossier

if TYPE_CHECKING:
    from .database import Database
    from .http.serve import Binding

    Commands = argparse._SubParsersAction[Any]


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


def _serve(options: argparse.Namespace) -> int:
    from .bureau.app import install
    from .http.serve import serve

    with opened(options) as (database, chosen):
        serve(database, chosen, _binding(options), lambda: _started(database, options), install)
    return 0


def _started(database: Database, options: argparse.Namespace) -> None:
    with database.write() as connection:
        acts.note(connection, options, What.STARTED)


def _binding(options: argparse.Namespace) -> Binding:
    from .http.serve import Binding

    return Binding(options.host, options.port, options.tls_cert, options.tls_key, options.port_file)


def _check(options: argparse.Namespace) -> int:
    from .http.serve import trial

    with opened(options) as (database, chosen):
        found = list(trial(database, chosen, _binding(options)))
    for one in found:
        sys.stdout.write(f"{'FOUT' if one.stops else 'LET OP'}: {one.sentence}\n")
    if not found:
        sys.stdout.write("De instellingen kloppen met wat ze gebruikt.\n")
    return 1 if any(one.stops for one in found) else 0


def _new_key(options: argparse.Namespace) -> int:
    with opened(options) as (database, chosen), database.write() as connection:
        if chosen.key_file is None:
            raise ServerError("Er is geen sleutelbestand ingesteld (sleutelbestand of data).")
        if not options.reden.strip():
            raise ServerError("Zeg met --reden waarom de sleutel vernieuwd wordt. Dat komt in het journaal.")
        key_mark.renew(connection, chosen.key_file)
        acts.note(connection, options, What.KEY_RENEWED)
    sys.stdout.write(
        f"De sleutel in {chosen.key_file} hoort nu bij deze database. Iedereen meldt zich opnieuw aan. "
        "Start de server opnieuw, en bewaar een kopie van het bestand apart van de database.\n"
    )
    return 0


def _import(options: argparse.Namespace) -> int:
    report = Report(progress=_tell_progress)
    try:
        with _stoppable(), opened(options) as (database, _):
            with database.write() as connection:
                practice.check_people(connection, invented=options.verzonnen)
                acts.note(connection, options, What.IMPORTED, (options.bestand.name,), "begonnen")
            options.importeer(database, options.bestand, report=report, charset=options.tekenset)
            with database.write() as connection:
                counts = report.text().splitlines()[-1]
                acts.note(connection, options, What.IMPORTED, (options.bestand.name,), counts)
    except (ServerError, KeyboardInterrupt):
        if report.up_to_line:
            sys.stdout.write(f"{report.text()}\n{_cut_off(report)}\n")
        raise
    sys.stdout.write(report.text() + "\n")
    return 0 if report.whole else 1


def _tell_progress(report: Report) -> None:
    sys.stderr.write(f"Tot en met regel {report.up_to_line} ingelezen.\n")
    sys.stderr.flush()


def _cut_off(report: Report) -> str:
    return (
        f"Afgebroken na regel {report.up_to_line}: wat hierboven staat, is bewaard. Geef dezelfde opdracht "
        "opnieuw; wat al is ingelezen, blijft ongewijzigd."
    )


@contextmanager
def _stoppable() -> Iterator[None]:
    """A service that is told to stop ends an import as Ctrl+C does: it says how far it came."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _seed(options: argparse.Namespace) -> int:
    with opened(options) as (database, _):
        reports = practice_data.seed(database)
        with database.write() as connection:
            acts.note(connection, options, What.SEEDED)
    for name, report in reports:
        sys.stdout.write(f"{name}: {report.text()}\n")
    return 0 if all(report.whole for _, report in reports) else 1


def _assign(options: argparse.Namespace) -> int:
    with opened(options) as (database, _), database.write() as connection:
        officer = access.officer_named(connection, options.ambtenaar)
        chosen = _chosen(connection, options)
        if options.intrekken:
            count = caseload.revoke(connection, officer.id, chosen, options.reden)
        else:
            count = caseload.grant(connection, officer.id, chosen)
        what = What.TAKEN_BACK if options.intrekken else What.GRANTED
        acts.note(connection, options, what, (officer.id, *chosen))
        left = access.granted(connection, officer.id, chosen) if options.intrekken else set()
    done = "ingetrokken van" if options.intrekken else "toegewezen aan"
    sys.stdout.write(f"{count} van {len(chosen)} dossiers {done} {officer.naam}.\n")
    if left:
        sys.stdout.write(
            f"{len(left)} houdt hij door zijn gebied of een mandaat (leerplicht-server gebied).\n"
        )
    return 0


def _chosen(connection: Connection, options: argparse.Namespace) -> list[str]:
    if options.school:
        return search.by_school(connection, options.school)
    if options.adres:
        return search.by_address(connection, options.adres)
    return [search.by_name(connection, name) for name in options.dossier]


def _show(options: argparse.Namespace) -> int:
    with opened(options) as (database, _), database.write() as connection:
        acts.demand_reason(connection, options)
        found = search.by_name(connection, options.dossier)
        text = show_dossier(connection, found)
        acts.note(connection, options, What.READ, (found,))
    sys.stdout.write(text + "\n")
    return 0


def _openapi(_: argparse.Namespace) -> int:
    sys.stdout.write(openapi.document())
    return 0


def _unreadable(options: argparse.Namespace) -> int:
    with opened(options) as (database, _), database.write() as connection:
        found = list(unreadable.lines(connection))
        acts.note(connection, options, What.LISTED, ("onleesbaar",))
    sys.stdout.write("\n".join(found or ["Elke laptop kan alles lezen."]) + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = DutchParser(
        prog="leerplicht-server", description="De gemeentelijke server van Leerplicht Desktop."
    )
    parser.tell_version()
    parser.add_argument("--config", type=Path, metavar="BESTAND", help="instellingen (TOML)")
    commands = parser.add_subparsers(required=True, metavar="OPDRACHT")

    _add_serve(commands)
    _add_imports(commands)
    _add_caseload(commands)
    area_commands.add(commands)
    people_commands.add(commands)
    quarantine_commands.add(commands)
    restore_command.add(commands)
    recovery_commands.add(commands)
    journal_commands.add(commands)
    retention_commands.add(commands)
    audit_report.add(commands)
    own_data_commands.add(commands)
    for command in commands.choices.values():
        if command.get_default("reden") is None:
            command.add_argument("--reden", default="", help="waarom; dit komt in het journaal")
    return parser


def _add_serve(commands: Commands) -> None:
    for name, told, run_ in (
        ("serve", "laat laptops toe", _serve),
        ("controleer", "kijk of serve met deze instellingen en opties goed zou starten", _check),
    ):
        serve = commands.add_parser(name, help=told)
        serve.add_argument(
            "--host", default="127.0.0.1", help="adres om op te luisteren (standaard 127.0.0.1)"
        )
        serve.add_argument("--port", type=int, default=8443, help="poort; 0 kiest een vrije (standaard 8443)")
        serve.add_argument("--tls-cert", type=Path, metavar="PEM", help="certificaat")
        serve.add_argument("--tls-key", type=Path, metavar="PEM", help="sleutel van het certificaat")
        serve.add_argument(
            "--port-file", type=Path, metavar="BESTAND", help="schrijf hierin de gekozen poort"
        )
        serve.set_defaults(run=run_)

    key = commands.add_parser("sleutel", help="laat een ander sleutelbestand bij deze database horen")
    key.add_argument(
        "--nieuw",
        action="store_true",
        required=True,
        help="het bestand dat er staat, of een nieuw; iedereen meldt zich opnieuw aan",
    )
    key.set_defaults(run=_new_key)

    seed = commands.add_parser("seed", help="laad de oefengegevens")
    seed.set_defaults(run=_seed)


def _add_imports(commands: Commands) -> None:
    for name, what, import_file in (
        ("import-personen", "personen in LO3-kolommen", persons.import_file),
        ("import-scholen", "scholen in de kolommen van DUO (alle vestigingen, mbo)", schools.import_file),
        ("import-meldingen", "verzuimmeldingen", meldingen.import_file),
    ):
        command = commands.add_parser(name, help=f"lees {what}")
        command.add_argument("bestand", type=Path)
        command.add_argument(
            "--tekenset",
            default="",
            choices=tuple(CHARSETS),
            help="tekenset van een bestand dat niet in UTF-8 is opgeslagen; kies alleen wat je zeker weet",
        )
        command.add_argument(
            "--verzonnen", action="store_true", help="in dit bestand staan geen echte mensen (voor oefenen)"
        )
        command.set_defaults(run=_import, importeer=import_file)


def _add_caseload(commands: Commands) -> None:
    assign = commands.add_parser("toewijzen", help="geef een ambtenaar dossiers, of neem ze terug")
    assign.add_argument("ambtenaar", help="kenmerk van de ambtenaar, bijvoorbeeld n.hendriks")
    which = assign.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "--school", metavar="BRIN[VV]", help="alle dossiers van een school, zoals 98AA of 98AA01"
    )
    which.add_argument("--adres", metavar="ADRES", help='alle dossiers op een adres, zoals "2564AA 12"')
    which.add_argument("--dossier", nargs="+", metavar="NUMMER", help="deze dossiers, zoals 2026-0001")
    assign.add_argument("--intrekken", action="store_true", help="neem de dossiers terug")
    assign.add_argument("--reden", default="overgedragen", help="waarom, als je intrekt")
    assign.set_defaults(run=_assign)

    described = commands.add_parser("openapi", help="schrijf op welke vragen laptops stellen, voor bouwers")
    described.set_defaults(run=_openapi)

    unread = commands.add_parser("onleesbaar", help="toon welke gegevens een laptop niet kon lezen")
    unread.set_defaults(run=_unreadable)

    show = commands.add_parser("toon", help="laat alles zien wat van een dossier bekend is")
    show.add_argument("dossier", help="nummer of kenmerk")
    show.set_defaults(run=_show)
