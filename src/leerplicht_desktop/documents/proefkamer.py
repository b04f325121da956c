"""The child process: the words with which the program asks it, and what each opens."""

from __future__ import annotations


def open_in_kind(woorden: list[str]) -> int:
    """Run what ``woorden`` ask: ``pdf``, ``foto``, or ``blad`` with a page and a width; or
    ``aantal``, ``bladzijde`` and ``vel`` of ``vreemdblad``. The exit status.
    """
    match woorden:
        case ["pdf"]:
            from leerplicht_desktop.documents.proefdruk import beproef

            return beproef()
        case ["foto"]:
            from leerplicht_desktop.documents.bijlage import tekenfoto

            return tekenfoto()
        case ["blad", nummer, breedte] if nummer.isdecimal() and breedte.isdecimal():
            from leerplicht_desktop.documents.bijlagebeeld import tekenblad

            return tekenblad(int(nummer), int(breedte))
        case ["aantal"]:
            from leerplicht_desktop.documents.vreemdblad import teken_aantal

            return teken_aantal()
        case ["bladzijde", nummer, dpi] if nummer.isdecimal() and dpi.isdecimal():
            from leerplicht_desktop.documents.vreemdblad import teken_bladzijde

            return teken_bladzijde(int(nummer), int(dpi))
        case ["vel", nummer, dpi] if nummer.isdecimal() and dpi.isdecimal():
            from leerplicht_desktop.documents.vreemdblad import teken_vel

            return teken_vel(int(nummer), int(dpi))
        case _:
            return 2
