"""The law as dated data: every threshold, term and age with its article, source and period in force.

Code asks "on this day". The law of next year is an edit under ``resources/wet/``, and a decision of last
year keeps explaining itself by the law of its own day.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from leerplicht_desktop.domain.datumtekst import kort
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.uitleg import Uitleg

from .hulpbron import lees_map

Waarde = int | str | bool | list[str]


class Zekerheid(StrEnum):
    """How well an entry was checked; an officer may ask."""

    NAGEKEKEN = "nagekeken in de bron"
    TEKST_2017 = "nagekeken in de wettekst van mei 2017"
    BEKEND = "bekend uit de praktijk, niet in een bron nagekeken"
    ONZEKER = "onzeker: vraag het na vóór je erop bouwt"
    KEUZE = "keuze van dit programma, geen regel van de wet"


_MERKEN = {
    "V": Zekerheid.NAGEKEKEN,
    "V17": Zekerheid.TEKST_2017,
    "K": Zekerheid.BEKEND,
    "U": Zekerheid.ONZEKER,
    "D": Zekerheid.KEUZE,
}


@dataclass(frozen=True, slots=True)
class Bepaling:
    """One provision in one period: ``tot`` is the last day in force, None while no end is known.

    ``versie`` is the entry and its period in words, for an explanation.
    """

    sleutel: str
    artikel: str
    regel: str
    van: date
    bron: str
    zekerheid: Zekerheid
    tot: date | None = None
    waarden: Mapping[str, Waarde] = field(default_factory=dict, hash=False)
    versie: str = field(init=False, compare=False, default="")

    def __post_init__(self) -> None:
        """Word the period once: every explanation quotes it."""
        einde = f" t/m {kort(self.tot)}" if self.tot else ""
        object.__setattr__(self, "versie", f"{self.sleutel}, geldig vanaf {kort(self.van)}{einde}")

    def geldt_op(self, dag: date) -> bool:
        """Tell whether this entry was in force on a day."""
        return self.van <= dag and (self.tot is None or dag <= self.tot)

    def getal(self, naam: str) -> int:
        """Return a number of this provision; a missing or different value is a fault in the data."""
        waarde = self.waarden.get(naam)
        if type(waarde) is int:  # a bool is an int as well, but no number of the law
            return waarde
        raise DomainError("wet", f"De bepaling {self.sleutel} heeft geen getal {naam}.", self.artikel)

    def tekst(self, naam: str) -> str:
        """Return words of this provision."""
        waarde = self.waarden.get(naam)
        if not isinstance(waarde, str):
            raise DomainError("wet", f"De bepaling {self.sleutel} heeft geen tekst {naam}.", self.artikel)
        return waarde

    def lijst(self, naam: str) -> tuple[str, ...]:
        """Return a list of words of this provision."""
        waarde = self.waarden.get(naam)
        if not isinstance(waarde, list):
            raise DomainError("wet", f"De bepaling {self.sleutel} heeft geen lijst {naam}.", self.artikel)
        return tuple(waarde)

    def uitleg(
        self,
        regel: str,
        invoer: Iterable[tuple[str, str]] = (),
        dagen: Iterable[date] = (),
    ) -> Uitleg:
        """Return an explanation that rests on this provision."""
        onzeker = self.zekerheid.value if self.zekerheid is Zekerheid.ONZEKER else ""
        return Uitleg(regel, self.artikel, tuple(invoer), tuple(dagen), self.versie, onzeker)


@dataclass(frozen=True)
class Wetboek:
    """All provisions, each key a row of periods that do not overlap."""

    bepalingen: Mapping[str, tuple[Bepaling, ...]]

    @classmethod
    def uit_toml(cls, teksten: Mapping[str, str]) -> Wetboek:
        """Read the entries of several files; a fault names the file and the entry."""
        rijen: dict[str, list[Bepaling]] = {}
        for bestand, tekst in teksten.items():
            for tabel in _tabellen(bestand, tekst):
                gelezen = _bepaling_uit(bestand, tabel)
                rijen.setdefault(gelezen.sleutel, []).append(gelezen)
        return cls({sleutel: _op_volgorde(sleutel, rij) for sleutel, rij in rijen.items()})

    def op(self, sleutel: str, dag: date | None) -> Bepaling:
        """Return the provision in force on a day, or the newest one known when no day is given.

        Raises DomainError (``dag``), naming the article, when the law did not have it on that day.
        """
        versies = self.bepalingen.get(sleutel)
        if versies is None:
            raise DomainError("wet", f"De bepaling {sleutel} staat niet in de wetgegevens.")
        if dag is None:
            return versies[0]
        for bepaling in versies:
            # Spelled out, because the rules ask this several times for each dossier.
            if bepaling.van <= dag and (bepaling.tot is None or dag <= bepaling.tot):
                return bepaling
        raise DomainError(
            "dag",
            f"Op {kort(dag)} gold {versies[0].artikel} niet zoals het programma die kent "
            f"({versies[-1].versie}). Kies een dag waarop de wet gold, of laat de wetgegevens aanvullen.",
            versies[0].artikel,
        )


def _tabellen(bestand: str, tekst: str) -> list[dict[str, object]]:
    try:
        tabellen = tomllib.loads(tekst).get("bepaling", [])
    except tomllib.TOMLDecodeError as fout:
        raise DomainError("wet", f"{bestand} is geen geldige TOML: {fout}.") from None
    if not isinstance(tabellen, list) or not all(isinstance(tabel, dict) for tabel in tabellen):
        raise DomainError("wet", f"In {bestand} moet elke bepaling beginnen met [[bepaling]].")
    return tabellen


def _bepaling_uit(bestand: str, tabel: dict[str, object]) -> Bepaling:
    sleutel = _woord(bestand, tabel, "sleutel")
    waar = f"{bestand}, {sleutel}"
    van, tot, merk = tabel.get("van"), tabel.get("tot"), _woord(waar, tabel, "zekerheid")
    waarden = tabel.get("waarden", {})
    if not isinstance(van, date) or not (tot is None or isinstance(tot, date)) or (tot and tot < van):
        raise DomainError("wet", f"{waar}: van en tot moeten datums zijn, en tot ligt niet vóór van.")
    if merk not in _MERKEN:
        raise DomainError("wet", f"{waar}: zekerheid moet een van {', '.join(_MERKEN)} zijn.")
    if not isinstance(waarden, dict):
        raise DomainError("wet", f"{waar}: waarden moet een tabel zijn.")
    return Bepaling(
        sleutel,
        _woord(waar, tabel, "artikel"),
        _woord(waar, tabel, "regel"),
        van,
        _woord(waar, tabel, "bron"),
        _MERKEN[merk],
        tot,
        MappingProxyType(waarden),
    )


def _woord(waar: str, tabel: dict[str, object], naam: str) -> str:
    waarde = tabel.get(naam)
    if not isinstance(waarde, str) or not waarde.strip():
        raise DomainError("wet", f"{waar}: {naam} ontbreekt. Elke bepaling noemt haar {naam}.")
    return waarde


def _op_volgorde(sleutel: str, rij: list[Bepaling]) -> tuple[Bepaling, ...]:
    """Sort the newest first, because most questions are about today; periods may not overlap."""
    versies = sorted(rij, key=lambda bepaling: bepaling.van, reverse=True)
    for nieuwer, ouder in pairwise(versies):
        if ouder.tot is None or ouder.tot >= nieuwer.van:
            raise DomainError(
                "wet", f"{sleutel}: twee versies gelden tegelijk vanaf {kort(nieuwer.van)}.", nieuwer.artikel
            )
    return tuple(versies)


@cache
def wetboek() -> Wetboek:
    """Return the law data that come with the program; read once, on first use."""
    return Wetboek.uit_toml(lees_map("wet"))


def bepaling(sleutel: str, dag: date | None) -> Bepaling:
    """Return the provision of the program's own law data in force on a day (None: the newest known)."""
    return wetboek().op(sleutel, dag)
