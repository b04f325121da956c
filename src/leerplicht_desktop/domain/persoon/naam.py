"""How the parts of a Dutch name are put together. Nothing here ever rewrites a letter but the first."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from .adel import Geslacht, Titel

# The register writes a full stop for a name nobody knows.
_ONBEKEND = frozenset({"", "."})


def aaneen(*delen: str) -> str:
    """The parts with one blank between them, empty parts left out."""
    return " ".join(" ".join(delen).split())


def bekend(tekst: str) -> str:
    """The text itself, or nothing where the register says it is unknown."""
    return "" if tekst.strip() in _ONBEKEND else tekst


def _eerste_letter(woord: str) -> str:
    """The first letter with the accents that are stored behind it as separate characters."""
    einde = 1
    while einde < len(woord) and unicodedata.combining(woord[einde]):
        einde += 1
    return woord[:einde]


def hoofdletter(tekst: str) -> str:
    """The text with a capital in front; what does not start with a letter (``'t``) stays as it is."""
    eerste = tekst[:1].upper()
    return eerste + tekst[1:] if len(eerste) == 1 else tekst


def voorletters(voornamen: str) -> str:
    """The initials: a letter and a full stop for each given name, hyphenated names counting as one.

    A given name of one letter gets no full stop, and then a blank if another initial follows
    (``Suzie Q`` gives ``S.Q``, ``J P`` gives ``J P``). Source: published rule voorletters of the BRP.
    """
    tekst = ""
    for woord in bekend(voornamen).split():
        letter = _eerste_letter(woord)
        los = " " if tekst and not tekst.endswith(".") else ""
        tekst += los + (letter if letter == woord else f"{letter}.")
    return tekst


@dataclass(frozen=True, slots=True, repr=False)
class Naam:
    """The parts of a name as the register holds them (group 02), untouched."""

    voornamen: str = ""
    voorvoegsel: str = ""
    geslachtsnaam: str = ""
    titel: Titel | None = None

    def __repr__(self) -> str:
        return "Naam(***)"

    @property
    def heeft_geslachtsnaam(self) -> bool:
        """Whether the register knows the surname."""
        return bool(bekend(self.geslachtsnaam))

    @property
    def achternaam(self) -> str:
        """Prefix and surname; empty when the surname is unknown."""
        return aaneen(self.voorvoegsel, self.geslachtsnaam) if self.heeft_geslachtsnaam else ""

    @property
    def voorletters(self) -> str:
        """The initials of the given names."""
        return voorletters(self.voornamen)

    @property
    def kort(self) -> str:
        """First given name and surname, for lists and tabs: as much as is known."""
        eerste = bekend(self.voornamen).split()[:1]
        return aaneen(*eerste, self.achternaam) or "Naam onbekend"

    def volledig(self, geslacht: Geslacht) -> str:
        """Given names, title or predicate, prefix and surname: as much as is known."""
        adel = ""
        if self.titel is not None:
            adel = self.titel.vorm(geslacht) or self.titel.eigen_vorm
        voor, tussen = (adel, "") if self.titel is not None and self.titel.predicaat else ("", adel)
        return aaneen(voor, bekend(self.voornamen), tussen, self.achternaam) or "Naam onbekend"
