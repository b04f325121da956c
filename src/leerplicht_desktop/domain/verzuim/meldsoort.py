"""The kinds of report a school makes, each with its words for screen, timeline and paper.

The numbers in the words are those of the law on the day of the report: a kind is no constant sentence.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from leerplicht_desktop.domain.errors import DomainError

from .urengrens import Urengrens, langdurig


class Meldsoort(StrEnum):
    """The suspected kind a school writes on its report; the value is the code of the wire and of DUO.

    ``scherm``, ``tijdlijn`` and ``papier`` are words in which {uur}, {grens} and {langdurig} stand for
    what the law says. ``beslist`` is False where the hours may still turn out to have a valid reason.
    """

    scherm: str
    tijdlijn: str
    papier: str
    beslist: bool

    def __new__(
        cls, code: str, scherm: str = "", tijdlijn: str = "", papier: str = "", beslist: bool = True
    ) -> Meldsoort:
        """Make a member that carries its words; one without them stops the program as it is imported."""
        if not (scherm and tijdlijn and papier):
            raise TypeError(f"{code} has no words")
        lid = str.__new__(cls, code)
        lid._value_ = code
        lid.scherm, lid.tijdlijn, lid.papier, lid.beslist = scherm, tijdlijn, papier, beslist
        return lid

    URENGRENS = "16UUR", "Melding {uur}", "Melding {uur}", "{grens}"
    LANGDURIG = (
        "LRV",
        "Langer dan {langdurig} weg",
        "Melding langdurig verzuim",
        "langdurig relatief verzuim",
    )
    LUXE = "LUXE", "Luxeverzuim", "Melding luxeverzuim", "luxeverzuim"
    SIGNAAL = "SIGNAAL", "Signaalverzuim", "Melding signaalverzuim", "signaalverzuim"
    BEGINNEND = "BEGINNEND", "Beginnend verzuim", "Melding beginnend verzuim", "beginnend verzuim"
    OVERIG = "OVERIG", "Overig verzuim", "Melding overig verzuim", "overig verzuim", False
    RMC = "RMC", "Verzuim na de plicht", "Melding verzuim na de plicht", "verzuim na de plicht"


def meldsoort_van(code: str) -> Meldsoort | None:
    """Return the kind behind a code; None for one this program does not know yet."""
    return next((soort for soort in Meldsoort if soort.value == code), None)


def op_scherm(code: str, dag: date | None) -> str:
    """Return the kind as a list and a card name it; a code that is not known is shown as it came."""
    soort = meldsoort_van(code)
    return code if soort is None else _gevuld(soort.scherm, dag)


def op_tijdlijn(code: str, dag: date | None) -> str:
    """Return the heading of a report on the timeline."""
    soort = meldsoort_van(code)
    return "Melding van school" if soort is None else _gevuld(soort.tijdlijn, dag)


def op_papier(code: str, dag: date | None) -> str:
    """Return the kind as a sentence in a letter or a proces-verbaal names it."""
    soort = meldsoort_van(code)
    return "verzuim" if soort is None else _gevuld(soort.papier, dag)


def is_beslist(code: str) -> bool:
    """Tell whether the hours of such a report count as absence without a valid reason."""
    soort = meldsoort_van(code)
    return soort is None or soort.beslist


def _gevuld(woorden: str, dag: date | None) -> str:
    if "{" not in woorden:
        return woorden
    try:
        grens = Urengrens.op(dag)
        duur = langdurig(dag, cijfers=True)
    except DomainError:
        # A report from before the law that we know is named by the oldest words there are: the newest.
        grens, duur = Urengrens.op(None), langdurig(None, cijfers=True)
    return woorden.format(uur=grens.uur, grens=grens.woorden, langdurig=duur)
