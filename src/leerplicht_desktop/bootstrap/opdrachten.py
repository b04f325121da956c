"""The words on the command line, and what each starts."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .paper import PROOF
from .practising import Practice


def voer_uit(argumenten: list[str], practice: Practice) -> int:
    """Run one command; returns the exit status."""
    if argumenten[:1] == [PROOF]:  # said by the program to itself, so not in the help
        from leerplicht_desktop.documents.proefkamer import open_in_kind

        return open_in_kind(argumenten[1:])
    keuze = _lezer().parse_args(argumenten)
    if keuze.onderdeel == "formulieren":
        return _formulieren(keuze)
    if keuze.zelftest:
        from .zelftest import zelftest

        return zelftest(sys.stdout)
    if keuze.rondleiding is not None:
        return practice.tour(keuze.rondleiding, sys.stdout)
    if keuze.schermen is not None:
        return practice.screens(keuze.schermen, sys.stdout)
    from .start import open_window

    return open_window(argumenten, practice if keuze.demo else None)


def _lezer() -> argparse.ArgumentParser:
    lezer = argparse.ArgumentParser(
        prog="leerplicht-desktop", description="Dossiers, deurbezoek en verslag, ook zonder netwerk."
    )
    soort = lezer.add_mutually_exclusive_group()
    soort.add_argument("--demo", action="store_true", help="open de oefenomgeving met een eigen server")
    soort.add_argument(
        "--zelftest", action="store_true", help="controleer deze installatie en toon wat er is"
    )
    soort.add_argument("--rondleiding", type=Path, metavar="MAP", help="loop het oefenbezoek; beelden in MAP")
    soort.add_argument("--schermen", type=Path, metavar="MAP", help="maak een beeld van elk scherm in MAP")
    onderdelen = lezer.add_subparsers(dest="onderdeel")
    formulieren = onderdelen.add_parser("formulieren", help="controleer of bekijk de papieren formulieren")
    werk = formulieren.add_subparsers(dest="werk", required=True)
    werk.add_parser("waar", help="zeg waar het programma eigen formulieren zoekt")
    kopie = werk.add_parser("kopieer", help="zet de formulieren van het programma in een nieuwe map")
    kopie.add_argument("map", type=Path, metavar="MAP", help="een map die er nog niet is, of leeg is")
    controle = werk.add_parser("controleer", help="noem elke fout in de formulieren van een map")
    controle.add_argument("map", type=Path, metavar="MAP", help="de map met huisstijl.toml")
    voorbeeld = werk.add_parser("voorbeeld", help="maak van elk formulier een ingevuld voorbeeld")
    voorbeeld.add_argument("map", type=Path, metavar="MAP", help="de map met huisstijl.toml")
    voorbeeld.add_argument("--naar", type=Path, metavar="MAP", help="standaard: voorbeelden in dezelfde map")
    return lezer


def _formulieren(keuze: argparse.Namespace) -> int:
    from leerplicht_desktop.documents.desk.formulierbeheer import controleer, kopieer, voorbeeld, waar

    from .paden import paden

    if keuze.werk == "waar":
        return waar(paden(False).formulieren, paden(True).formulieren, sys.stdout)
    if keuze.werk == "kopieer":
        return kopieer(keuze.map, sys.stdout)
    if keuze.werk == "controleer":
        return controleer(keuze.map, sys.stdout)
    return voorbeeld(keuze.map, keuze.naar or keuze.map / "voorbeelden", sys.stdout)
