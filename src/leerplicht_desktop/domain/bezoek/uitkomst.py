"""How a visit at the door went: each outcome with every sentence that tells it, in one place.

A screen, a timeline, a report and a proces-verbaal word an outcome differently, and none of them keeps a list
of outcomes of its own: whoever adds one here gives all of its words at once.
"""

from __future__ import annotations

from collections.abc import Set as Verzameling
from dataclasses import dataclass
from enum import StrEnum


class Aanwezig(StrEnum):
    """Whom the officer met."""

    OUDER = "ouder"
    JONGERE = "jongere"


@dataclass(frozen=True, slots=True)
class Bewoording:
    """The words for one outcome: the button, the line on screen and report, the timeline, the sentence of
    a proces-verbaal; ``uitleg`` stands at the button, ``icoon`` is a name in the Lucide set.
    """

    knop: str
    regel: str
    tijdlijn: str
    proces_verbaal: str
    icoon: str
    uitleg: str = ""


class Uitkomst(StrEnum):
    """How the visit went. The value is the word on the wire, the order that of the buttons.

    ``gesloten_deur``: nobody opened, so something is left behind and a next attempt is proposed.
    ``woont_hier_niet``: it contradicts the address of the register, which is told of it.
    """

    woorden: Bewoording
    gesloten_deur: bool
    woont_hier_niet: bool

    def __new__(
        cls,
        waarde: str,
        woorden: Bewoording | None = None,
        gesloten_deur: bool = False,
        woont_hier_niet: bool = False,
    ) -> Uitkomst:
        """Make a member that carries its words; one without them stops the program as it is imported."""
        if woorden is None:
            raise TypeError(f"{waarde} has no words")
        lid = str.__new__(cls, waarde)
        lid._value_ = waarde
        lid.woorden = woorden
        lid.gesloten_deur = gesloten_deur
        lid.woont_hier_niet = woont_hier_niet
        return lid

    OPEN_GEDAAN = (
        "open_gedaan",
        Bewoording("Opengedaan", "Opengedaan", "opengedaan", "Er werd opengedaan.", "door-open"),
    )
    WEIGERT_GESPREK = (
        "weigert_gesprek",
        Bewoording(
            "Wil niet praten",
            "Opengedaan, wilde geen gesprek",
            "gesprek geweigerd",
            "Er werd opengedaan; men wilde geen gesprek.",
            "hand",
            "Doet open, maar wil geen gesprek",
        ),
    )
    NIET_THUIS = (
        "niet_thuis",
        Bewoording("Niet thuis", "Niemand thuis", "niet thuis", "Er was niemand thuis.", "house"),
        True,
    )
    NIET_OPENGEDAAN = (
        "niet_opengedaan",
        Bewoording(
            "Doet niet open",
            "Niet opengedaan, er was wel iemand aanwezig",
            "niet opengedaan",
            "Er werd niet opengedaan, terwijl er iemand aanwezig was.",
            "door-closed",
            "Je hoort of ziet dat er iemand is",
        ),
        True,
    )
    VERHUISD = (
        "verhuisd",
        Bewoording("Verhuisd", "Verhuisd", "verhuisd", "Het gezin bleek verhuisd.", "truck"),
        False,
        True,
    )
    ONBEKEND = (
        "onbekend",
        Bewoording(
            "Hier onbekend",
            "Onbekend op dit adres",
            "niet bekend op dit adres",
            "Het gezin was op dit adres niet bekend.",
            "map-pin-x",
            "Onbekend op dit adres",
        ),
        False,
        True,
    )


_OP_DE_TIJDLIJN = {Aanwezig.OUDER: "ouder", Aanwezig.JONGERE: "leerling"}


def in_een_regel(uitkomst: Uitkomst | None, aangetroffen: Verzameling[Aanwezig]) -> str:
    """How the visit went, as one line for the page that shows it and for its report."""
    if uitkomst is None:
        return "Nog niet gekozen"
    if uitkomst is not Uitkomst.OPEN_GEDAAN or not aangetroffen:
        return uitkomst.woorden.regel
    if aangetroffen == set(Aanwezig):
        return "Ouder en leerling gesproken"
    alleen = Aanwezig.OUDER in aangetroffen
    return "Alleen een ouder gesproken" if alleen else "Alleen de leerling gesproken"


def op_tijdlijn(uitkomst: Uitkomst | None, aangetroffen: Verzameling[Aanwezig]) -> str:
    """The heading of a visit on the timeline: ``Deurbezoek, niet thuis``."""
    if uitkomst is None:
        return "Deurbezoek"
    if uitkomst is Uitkomst.OPEN_GEDAAN and aangetroffen:
        met = " en ".join(_OP_DE_TIJDLIJN[wie] for wie in Aanwezig if wie in aangetroffen)
        return f"Deurbezoek, {met} gesproken"
    return f"Deurbezoek, {uitkomst.woorden.tijdlijn}"


def in_proces_verbaal(uitkomst: Uitkomst | None, aangetroffen: Verzameling[Aanwezig]) -> str:
    """The sentence of a proces-verbaal; empty without an outcome."""
    if uitkomst is None:
        return ""
    if uitkomst is Uitkomst.OPEN_GEDAAN and aangetroffen:
        gesproken = " en ".join(f"de {wie.value}" for wie in sorted(aangetroffen))
        return f"Er werd opengedaan; ik sprak {gesproken}."
    return uitkomst.woorden.proces_verbaal
