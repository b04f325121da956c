"""One document to make from a form: who, to whom, and what is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from leerplicht_desktop.documents.formulieren.formulier import Formulier, Veld, Vorm
from leerplicht_desktop.documents.formulieren.formuliercontrole import verraadt
from leerplicht_desktop.documents.formulieren.minitaal import Ontbreekt, Waarde
from leerplicht_desktop.documents.formulieren.veldwaarde import Ingevuld, past
from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.documents.problemen import FormulierProblem
from leerplicht_desktop.domain.zichtbaar import is_onzichtbaar

GEEN_TELEFOON = "jouw telefoonnummer"
"""Each paper asks people to call: without a number it reads "Bel ons: ." and helps nobody."""


@dataclass(frozen=True, slots=True)
class Geadresseerde:
    """To whom: name and address as the register writes them, one line each. One address, never two (R30)."""

    naamregels: tuple[str, ...]
    adresregels: tuple[str, ...]
    aanhef: str
    minderjarig: bool = False


@dataclass(frozen=True, slots=True)
class Afzender:
    """Who writes and signs."""

    naam: str
    functie: str
    telefoon: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Opdracht:
    """One document to make from a form.

    ``waarden`` holds the fields by name. ``verborgen`` are texts that may stand nowhere in it: the address,
    town or school that a secrecy flag hides (R24). ``moment`` is aware: the date of the letter.
    """

    formulier: Formulier
    huisstijl: Huisstijl
    afzender: Afzender
    plaats: str
    moment: datetime
    kenmerk: str
    waarden: Mapping[str, Ingevuld] = field(default_factory=dict)
    aan: Geadresseerde | None = None
    verborgen: tuple[str, ...] = ()
    definitief: bool = False


def waarden(opdracht: Opdracht) -> dict[str, Ingevuld]:
    """Every field of the form and of the frame; a required one that is empty becomes an ``Ontbreekt``.

    Raises ``FormulierProblem`` for an unknown field, a value of another type, or a final document that
    misses something.
    """
    formulier = opdracht.formulier
    bekend = {veld.naam for veld in formulier.velden}
    if vreemd := sorted(set(opdracht.waarden) - bekend):
        raise FormulierProblem("Het formulier kent een ingevuld veld niet.", bijzonderheden=tuple(vreemd))
    waarden: dict[str, Ingevuld] = dict(_kader(opdracht))
    ontbrekend: list[str] = []
    if not waarden["telefoon"]:
        ontbrekend.append(GEEN_TELEFOON)
        waarden["telefoon"] = Ontbreekt(GEEN_TELEFOON)
    for veld in formulier.velden:
        waarde = opdracht.waarden.get(veld.naam)
        leeg = waarde is None or waarde == () or (isinstance(waarde, str) and is_onzichtbaar(waarde))
        if leeg and veld.verplicht:
            ontbrekend.append(veld.label)
            waarden[veld.naam] = Ontbreekt(veld.label)
        else:
            waarden[veld.naam] = None if leeg else _passend(veld, waarde)
    if ontbrekend and opdracht.definitief:
        raise FormulierProblem(
            "Deze brief is nog niet compleet.",
            "Vul nog in: " + ", ".join(ontbrekend) + ".",
            tuple(ontbrekend),
        )
    return waarden


def _passend(veld: Veld, waarde: Ingevuld) -> Ingevuld:
    if not past(veld, waarde):
        raise FormulierProblem(
            f"Het veld ‘{veld.label}’ past niet.", "Kijk na wat er is ingevuld.", (veld.naam,)
        )
    return waarde


def _kader(opdracht: Opdracht) -> dict[str, Waarde]:
    stijl, afzender = opdracht.huisstijl, opdracht.afzender
    return {
        "organisatie": stijl.naam,
        "afdeling": stijl.afdeling,
        "behandelaar": afzender.naam,
        "functie": afzender.functie,
        "telefoon": afzender.telefoon or stijl.telefoon,
        "email": _emailadres(opdracht),
        "website": stijl.website,
        "bezoekadres": stijl.bezoekadres,
        "datum": opdracht.moment.date(),
        "kenmerk": opdracht.kenmerk,
        "aanhef": opdracht.aan.aanhef if opdracht.aan else "",
        "plaats": opdracht.plaats,
        "aan_minderjarige": opdracht.aan.minderjarig if opdracht.aan else False,
    }


def _emailadres(opdracht: Opdracht) -> str:
    """On a card for the letterbox no address that tells why somebody came (``leerplicht@...``)."""
    email = opdracht.afzender.email or opdracht.huisstijl.email
    kaartje = opdracht.formulier.vorm is Vorm.KAART
    return "" if kaartje and verraadt(email) else email
