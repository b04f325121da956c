"""What the screen of a procedure shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from leerplicht_desktop.casework.ports.papier import Formulierveld
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.procedure.deuren import deur_van
from leerplicht_desktop.domain.procedure.oordeel import Oordeel, Zaakfeiten
from leerplicht_desktop.domain.procedure.procedure import Procedure
from leerplicht_desktop.domain.procedure.vraag import Vraag, Waarde


@dataclass(frozen=True, slots=True)
class Procedurebeeld:
    """One version with what the dossier knows. ``versies`` are those that were fixed, the newest first."""

    procedure: Procedure
    naam: str
    feiten: Zaakfeiten
    versies: tuple[Procedure, ...]

    @property
    def laatste(self) -> bool:
        """Whether no newer version was fixed."""
        return not self.versies or self.versies[0].id == self.procedure.id

    @property
    def vragen(self) -> tuple[Vraag, ...]:
        """Every question of this kind, asked or not."""
        return deur_van(self.procedure.soort).vragen(self.feiten.vandaag)


@dataclass(frozen=True, slots=True)
class Stand:
    """The questions that are asked and what the rules say; ``fout`` names one question with what is wrong."""

    gesteld: tuple[Vraag, ...]
    oordeel: Oordeel
    fout: tuple[str, str] = ("", "")


def stand_van(beeld: Procedurebeeld, antwoorden: Mapping[str, Waarde]) -> Stand:
    """Ask the rules. An answer they cannot take is told at its question."""
    deur = deur_van(beeld.procedure.soort)
    try:
        gesteld = deur.gestelde(antwoorden, beeld.feiten)
    except DomainError as fout:
        return Stand(beeld.vragen, Oordeel(fout.bericht), (fout.veld, fout.bericht))
    try:
        return Stand(gesteld, deur.oordeel(antwoorden, beeld.feiten))
    except DomainError as fout:
        return Stand(gesteld, Oordeel(fout.bericht), (fout.veld, fout.bericht))


def veld_van(vraag: Vraag) -> Formulierveld:
    """A question as a field of a form."""
    return Formulierveld(
        naam=vraag.naam,
        type=vraag.soort.value,
        label=vraag.label,
        verplicht=True,
        uitleg=vraag.uitleg,
        keuzes=vraag.keuzes,
    )


def in_woorden(vraag: Vraag, waarde: Waarde) -> str:
    """An answer as it is read; empty without one."""
    if waarde is None or waarde == "":
        return ""
    if isinstance(waarde, bool):
        return "Ja" if waarde else "Nee"
    return dict(vraag.keuzes).get(str(waarde), str(waarde))
