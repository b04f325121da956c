"""Sentences that state a number of the law, filled in from the provision of a day.

``{termijn.bezwaar}`` becomes the term in words: ``zes weken``. ``{handhaving.halt|leeftijd}`` is a number in
figures, ``{verlof.14|dagen|schooldag|schooldagen}`` a number in words with the word that goes with it.
"""

from __future__ import annotations

import re
from datetime import date

from leerplicht_desktop.domain.getalwoord import keer

from .wetboek import bepaling

_PLEK = re.compile(r"\{([a-z0-9_.]+)(?:\|([a-z_]+))?(?:\|(\w+)\|(\w+))?\}")
_ENKEL = {"dagen": "dag", "weken": "week", "maanden": "maand", "jaren": "jaar", "werkdagen": "werkdag"}


def met_de_wet(zin: str, dag: date | None) -> str:
    """Return the sentence with the numbers of a day; None asks for the newest law known.

    Raises DomainError for a provision or a number that the law data do not have on that day.
    """
    return _PLEK.sub(lambda plek: _waarde(plek, dag), zin)


def duur(sleutel: str, dag: date | None, *, cijfers: bool = False) -> str:
    """Return the length of a term on a day: ``zes weken``, with figures ``6 weken``."""
    wet = bepaling(sleutel, dag)
    meer = wet.tekst("eenheid")
    return keer(wet.getal("aantal"), _ENKEL.get(meer, meer), meer, cijfers=cijfers)


def _waarde(plek: re.Match[str], dag: date | None) -> str:
    sleutel, naam, een, meer = plek.groups()
    if naam is None:
        return duur(sleutel, dag)
    getal = bepaling(sleutel, dag).getal(naam)
    return str(getal) if een is None else keer(getal, een, meer)
