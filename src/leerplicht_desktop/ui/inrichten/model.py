"""What the set-up shows: where it is, what the municipality said, and what stands in the way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from leerplicht_desktop.casework.ports.gemeente import Aanmeldpagina, Aanmeldstand

_WERK = re.compile(r"\b(je (eigen )?werk\b|je werkt\b|je tekst\b|doorwerken\b)", re.IGNORECASE)
_ZIN = re.compile(r"(?<=[.!?]) +|; +")


def met_werk(tekst: str) -> bool:
    """Whether a sentence tells what happens to the officer's work."""
    return _WERK.search(tekst) is not None


def zonder_werk(tekst: str) -> str:
    """A remedy without what it says of work: at the very first set-up there is none yet."""
    delen = [deel for deel in _ZIN.split(tekst) if deel and not met_werk(deel)]
    return " ".join(f"{deel[:1].upper()}{deel[1:]}" for deel in delen)


class Stap(StrEnum):
    """Where the set-up is."""

    SERVER = "server"
    AANMELDEN = "aanmelden"
    GEWEIGERD = "geweigerd"
    """Signing in did not succeed: what happened, and how to go on."""
    INLEVEREN = "inleveren"
    """Signed in to one right: hand in what was not sent."""
    WACHTZIN = "wachtzin"
    INSCHRIJVEN = "inschrijven"
    OPHALEN = "ophalen"


@dataclass(frozen=True, slots=True)
class InrichtBeeld:
    """What the view shows.

    ``opnieuw`` says that the laptop was set up before and only signs in again. ``openen`` says that the page
    belongs to a click that was just made: the browser may open at once.
    """

    stap: Stap = Stap.SERVER
    bezig: bool = False
    kop: str = ""
    fout: str = ""
    remedie: str = ""
    veld: str = ""
    pagina: Aanmeldpagina | None = None
    opnieuw: bool = False
    openen: bool = False
    ambtenaar: str = ""
    gemeente: str = ""
    stand: Aanmeldstand = Aanmeldstand.NIEUW
    te_verzenden: int = 0
