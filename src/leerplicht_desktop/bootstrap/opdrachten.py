"""The words on the command line, and what each starts."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from pathlib import Path
from types import TracebackType

from .bijlagelezer import PROEFDRUK


def voer_uit(argumenten: list[str]) -> int:
    """Run one command; returns the exit status."""
    if argumenten == [PROEFDRUK]:  # said by the program to itself, so not in the help
        from leerplicht_desktop.documents.proefdruk import beproef

        return beproef()
    keuze = _lezer().parse_args(argumenten)
    if keuze.onderdeel == "formulieren":
        return _formulieren(keuze)
    if keuze.zelftest:
        from .zelftest import zelftest

        return zelftest(sys.stdout)
    if keuze.rondleiding is not None:
        from .rondleiding import rondleiding

        return rondleiding(keuze.rondleiding, sys.stdout)
    if keuze.schermen is not None:
        from .schermen import schermen

        return schermen(keuze.schermen, sys.stdout)
    return _open_venster(argumenten, oefenen=keuze.demo)


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
    from .formulieren import controleer, kopieer, voorbeeld, waar
    from .paden import paden

    if keuze.werk == "waar":
        return waar(paden(False).formulieren, paden(True).formulieren, sys.stdout)
    if keuze.werk == "kopieer":
        return kopieer(keuze.map, sys.stdout)
    if keuze.werk == "controleer":
        return controleer(keuze.map, sys.stdout)
    return voorbeeld(keuze.map, keuze.naar or keuze.map / "voorbeelden", sys.stdout)


def _open_venster(argumenten: list[str], *, oefenen: bool) -> int:
    from PySide6.QtWidgets import QApplication

    from leerplicht_desktop.casework.problems import KnownProblem

    from . import logboek
    from .enig import Enig
    from .paden import paden
    from .taal import spreek_nederlands

    plaats = paden(oefenen)
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Leerplicht Desktop")
    spreek_nederlands(app)
    app.setQuitOnLastWindowClosed(False)
    enig = Enig(plaats.gegevens)
    if enig.wek_andere():
        return 0
    try:
        plaats.maak()
    except KnownProblem as probleem:
        return _kan_niet(str(probleem))
    logboek.begin(plaats.log)
    return _draai(app, plaats, enig, argumenten, oefenen=oefenen)


def _kan_niet(tekst: str) -> int:
    from PySide6.QtWidgets import QMessageBox

    sys.stderr.write(tekst + "\n")
    melding = QMessageBox(QMessageBox.Icon.Warning, "Leerplicht Desktop", tekst)
    melding.exec()
    return 1


def _draai(app: object, plaats: object, enig: object, argumenten: list[str], *, oefenen: bool) -> int:
    from PySide6.QtWidgets import QApplication

    from .eerste_beeld import EersteBeeld
    from .enig import Enig
    from .paden import Paden
    from .program import Programma
    from .vergrendeling import vervang_proces

    if not isinstance(app, QApplication) or not isinstance(plaats, Paden) or not isinstance(enig, Enig):
        raise TypeError("made by _open_venster")

    def vervang() -> None:
        enig.laat_los()
        logging.shutdown()
        vervang_proces(argumenten)

    programma = Programma(app, plaats, oefenen=oefenen, vervang=vervang, einde=app.quit)

    def bug(soort: type[BaseException], fout: BaseException, spoor: TracebackType | None) -> None:
        logging.getLogger("leerplicht.bug").error("unforeseen", exc_info=(soort, fout, spoor))
        programma.bug(soort)

    sys.excepthook = bug
    enig.houd(programma.naar_voren)
    programma.venster.installEventFilter(EersteBeeld(programma.venster))
    programma.start()
    status = app.exec()
    logging.shutdown()
    sys.stdout.flush()
    os._exit(status)  # a request that still waits for the network must not keep the program alive
