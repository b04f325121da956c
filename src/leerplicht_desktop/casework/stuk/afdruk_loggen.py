"""Every print and every export leaves a line: which document, when, where to, how many."""

from __future__ import annotations

from enum import StrEnum

from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.queries.stukkenkast import AfdrukRegel
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.domain.errors import DomainError


class Afdrukwijze(StrEnum):
    """How the document left the program."""

    AFGEDRUKT = "afgedrukt"
    UITGEVOERD = "uitgevoerd"


def afdruk_loggen(
    work: Work, klok: Klok, stuk: str, hoe: Afdrukwijze, waarheen: str, aantal: int = 1
) -> Touched:
    """Add a line of the log. ``stuk`` may be a concept, a hearing or a visit; ``waarheen`` a printer or file.

    Raises DomainError (``aantal``) below one.
    """
    return afdruk_vastleggen(work, AfdrukRegel(stuk, klok.nu(), hoe.value, waarheen, aantal))


def afdruk_vastleggen(work: Work, regel: AfdrukRegel) -> Touched:
    """Add a line of the log that knows what was on the paper. Raises DomainError (``aantal``) below one."""
    if regel.aantal < 1:
        raise DomainError("aantal", "Kies minstens één exemplaar.")
    work.zaakstukken.afdruklog.noteer(regel)
    return touched(Soort.STUK)
