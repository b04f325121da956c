"""The words on the command line, and what each starts."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from leerplicht_protocol.console import DutchParser

from .paper import PROOF
from .practising import Practice


def run(arguments: list[str], practice: Practice) -> int:
    """Run one command; returns the exit status."""
    if arguments[:1] == [PROOF]:  # said by the program to itself, so not in the help
        from leerplicht_desktop.documents.proefkamer import open_in_kind

        return open_in_kind(arguments[1:])
    choice = _parser().parse_args(arguments)
    if choice.onderdeel == "formulieren":
        return _forms(choice)
    if choice.onderdeel == "beleid":
        from leerplicht_desktop.machine.policy_command import show_policy

        return show_policy(choice.sjabloon, sys.stdout)
    if choice.zelftest:
        from .self_test import self_test

        return self_test(sys.stdout, machine=choice.json)
    if choice.rondleiding is not None:
        return practice.tour(choice.rondleiding, sys.stdout)
    if choice.schermen is not None:
        return practice.screens(choice.schermen, sys.stdout)
    from .start import open_window

    return open_window(arguments, practice if choice.demo else None)


def _parser() -> argparse.ArgumentParser:
    parser = DutchParser(
        prog="leerplicht-desktop", description="Dossiers, deurbezoek en verslag, ook zonder netwerk."
    )
    parser.tell_version()
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--demo", action="store_true", help="open de oefenomgeving met een eigen server")
    kind.add_argument("--zelftest", action="store_true", help="controleer deze installatie en toon wat er is")
    kind.add_argument("--rondleiding", type=Path, metavar="MAP", help="loop het oefenbezoek; beelden in MAP")
    kind.add_argument("--schermen", type=Path, metavar="MAP", help="maak een beeld van elk scherm in MAP")
    parser.add_argument("--json", action="store_true", help="met --zelftest: antwoord als JSON, voor beheer")
    parts = parser.add_subparsers(dest="onderdeel")
    policy = parts.add_parser("beleid", help="toon wat de gemeente voor deze laptop bepaalde")
    policy.add_argument(
        "--sjabloon", type=Path, metavar="MAP", help="zet het sjabloon voor groepsbeleid (ADMX) in MAP"
    )
    forms = parts.add_parser("formulieren", help="controleer of bekijk de papieren formulieren")
    actions = forms.add_subparsers(dest="werk", required=True)
    actions.add_parser("waar", help="zeg waar het programma eigen formulieren zoekt")
    copy = actions.add_parser("kopieer", help="zet de formulieren van het programma in een nieuwe map")
    copy.add_argument("map", type=Path, metavar="MAP", help="een map die er nog niet is, of leeg is")
    check = actions.add_parser("controleer", help="noem elke fout in de formulieren van een map")
    check.add_argument("map", type=Path, metavar="MAP", help="de map met huisstijl.toml")
    example = actions.add_parser("voorbeeld", help="maak van elk formulier een ingevuld voorbeeld")
    example.add_argument("map", type=Path, metavar="MAP", help="de map met huisstijl.toml")
    example.add_argument("--naar", type=Path, metavar="MAP", help="standaard: voorbeelden in dezelfde map")
    return parser


def _forms(choice: argparse.Namespace) -> int:
    from leerplicht_desktop.documents.bureau.formulierbeheer import controleer, kopieer, voorbeeld, waar

    from .paths import paths

    if choice.werk == "waar":
        return waar(paths(False).forms, paths(True).forms, sys.stdout)
    if choice.werk == "kopieer":
        return kopieer(choice.map, sys.stdout)
    if choice.werk == "controleer":
        return controleer(choice.map, sys.stdout)
    return voorbeeld(choice.map, choice.naar or choice.map / "voorbeelden", sys.stdout)
