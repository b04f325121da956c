"""Words that more than one screen needs: what somebody is, a list of names, the time on the clock here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from leerplicht_desktop.casework.queries.caseload import PersoonBeeld
from leerplicht_desktop.domain.nederlandsetijd import in_nederland

OUDERROLLEN = ("ouder1", "ouder2")
_ROLWOORD = {
    ("ouder", "V"): "Moeder",
    ("ouder", "M"): "Vader",
    ("verzorger", "V"): "Verzorger",
    ("verzorger", "M"): "Verzorger",
    ("broer_zus", "V"): "Zus",
    ("broer_zus", "M"): "Broer",
}


def rolwoord(persoon: PersoonBeeld) -> str:
    """What somebody is to the jongere, in one word."""
    rol = "ouder" if persoon.rol in OUDERROLLEN else persoon.rol
    anders = {"ouder": "Ouder", "verzorger": "Verzorger", "broer_zus": "Broer of zus", "jongere": "Leerling"}
    return _ROLWOORD.get((rol, persoon.geslacht), anders.get(rol, "Medebewoner"))


def voornaam(naam: str) -> str:
    """The first word of a name, for a pill."""
    return naam.split()[0] if naam.split() else naam


def opsomming(namen: Iterable[str]) -> str:
    """ "Dimitris, Theofilaktos en Vaso"."""
    lijst = list(namen)
    return lijst[0] if len(lijst) == 1 else " en ".join([", ".join(lijst[:-1]), *lijst[-1:]]) if lijst else ""


def plaatselijk(moment: datetime) -> datetime:
    """What the clock at the door said."""
    return in_nederland(moment)
