"""What every document is made with: the vault, the clock, the forms of the municipality, and who writes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from leerplicht_desktop.casework.brief.afzender import telefoon_van
from leerplicht_desktop.casework.ports.brievenbus import Koppeling
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Doe, Work
from leerplicht_desktop.casework.proces_verbaal.verbalisant import verbalisant_van
from leerplicht_desktop.documents.formulieren.opdracht import Afzender
from leerplicht_desktop.domain.handhaving.proces_verbaal import Verbalisant

from .formulierkast import Formulierkast


@dataclass(frozen=True)
class Werkbank:
    """``eigen`` is the municipality's folder with forms, if it made one; ``versie`` that of the program."""

    doe: Doe
    klok: Klok
    versie: str
    eigen: Path | None = None

    @cached_property
    def kast(self) -> Formulierkast:
        """The forms as they lie in the folder."""
        return Formulierkast(self.eigen)


@dataclass(frozen=True, slots=True)
class Schrijver:
    """Who writes: the tie to the municipality and the officer's own profile."""

    koppeling: Koppeling | None
    verbalisant: Verbalisant
    telefoon: str

    @property
    def gemeente(self) -> str:
        """The name of the municipality; empty before this laptop is tied to one."""
        return self.koppeling.gemeente if self.koppeling else ""

    @property
    def afzender(self) -> Afzender:
        """As a letter names him."""
        profiel = self.koppeling.profiel if self.koppeling else {}
        return Afzender(
            naam=self.verbalisant.naam or (self.koppeling.ambtenaar if self.koppeling else ""),
            functie=self.verbalisant.functie or "leerplichtambtenaar",
            telefoon=self.telefoon,
            email=profiel.get("email", ""),
        )


def schrijver_van(work: Work) -> Schrijver:
    """Who works on this laptop."""
    return Schrijver(work.brievenbus.koppeling(), verbalisant_van(work), telefoon_van(work))
