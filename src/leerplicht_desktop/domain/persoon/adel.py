"""Noble titles and predicates of the register (LO3 element 02.20, national table 38) and their forms.

The form follows the sex in the register, not the code: a person registered as baron whose sex is V is a
*barones*. Source: table 38 and the published rules of the BRP service for aanhef and aanschrijfwijze.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from leerplicht_desktop.domain.errors import DomainError


class Geslacht(StrEnum):
    """The sex in the register (04.10)."""

    MAN = "M"
    VROUW = "V"
    ONBEKEND = "O"


@dataclass(frozen=True, slots=True)
class Titel:
    """A noble title or predicate in both forms.

    ``vrouw`` is empty where no female form exists (ridder). ``graad`` is the form of address without heer
    or vrouwe. ``hoffelijk`` tells whether a wife may bear the female form of this title of her partner.
    """

    code: str
    man: str
    vrouw: str
    graad: str
    predicaat: bool = False
    hoffelijk: bool = False

    def vorm(self, geslacht: Geslacht) -> str:
        """The word for a person of this sex; empty when there is none."""
        return {Geslacht.MAN: self.man, Geslacht.VROUW: self.vrouw}.get(geslacht, "")

    @property
    def eigen_vorm(self) -> str:
        """The word the code itself stands for, whatever the sex."""
        return self.vrouw if self.code in _VROUWELIJKE_CODES else self.man

    def aanspreekvorm(self, geslacht: Geslacht) -> str:
        """How a bearer is addressed; empty when the sex is unknown, unless it is a prince or princess."""
        if self.graad == _HOOGHEID:
            return self.graad
        vervolg = {Geslacht.MAN: " heer", Geslacht.VROUW: " vrouwe"}.get(geslacht)
        return f"{self.graad}{vervolg}" if vervolg else ""


_HOOGHEID = "Hoogheid"
_WELGEBOREN = "Hoogwelgeboren"
_VROUWELIJKE_CODES = frozenset({"BS", "GI", "HI", "JV", "MI", "PS"})
_TABEL = {
    titel.code: titel
    for titel in (
        Titel("B", "baron", "barones", _WELGEBOREN, hoffelijk=True),
        Titel("BS", "baron", "barones", _WELGEBOREN),
        Titel("G", "graaf", "gravin", "Hooggeboren", hoffelijk=True),
        Titel("GI", "graaf", "gravin", "Hooggeboren"),
        Titel("H", "hertog", "hertogin", _WELGEBOREN, hoffelijk=True),
        Titel("HI", "hertog", "hertogin", _WELGEBOREN),
        Titel("JH", "jonkheer", "jonkvrouw", _WELGEBOREN, predicaat=True),
        Titel("JV", "jonkheer", "jonkvrouw", _WELGEBOREN, predicaat=True),
        Titel("M", "markies", "markiezin", _WELGEBOREN, hoffelijk=True),
        Titel("MI", "markies", "markiezin", _WELGEBOREN),
        Titel("P", "prins", "prinses", _HOOGHEID, hoffelijk=True),
        Titel("PS", "prins", "prinses", _HOOGHEID),
        Titel("R", "ridder", "", _WELGEBOREN),
    )
}


def titel_uit_code(code: str) -> Titel | None:
    """The title of a code of table 38, None for an empty code; DomainError for a code nobody knows."""
    if not code:
        return None
    if code not in _TABEL:
        raise DomainError(
            "adellijke_titel_predicaat",
            "Deze code voor een adellijke titel of predicaat bestaat niet. Controleer de BRP-gegevens.",
            "LO3 02.20, landelijke tabel 38",
        )
    return _TABEL[code]
