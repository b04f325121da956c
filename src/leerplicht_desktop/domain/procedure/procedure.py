"""One procedure of one jongere: its answers, version after version, each kept as it was.

Nothing of an earlier version goes: a step that was taken is a new version that points at the one before, and
an answer that is changed afterwards has a reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.privacy.regime import Regime

from .vraag import Waarde


class Proceduresoort(StrEnum):
    """Which procedure it is."""

    VERLOF = "verlof"
    VRIJSTELLING = "vrijstelling"
    VERVANGEND = "vervangend"
    AANPAK = "aanpak"
    HALT = "halt"
    LUXE = "luxe"
    MELDCODE = "meldcode"
    INSCHRIJVING = "inschrijving"

    @property
    def titel(self) -> str:
        """Its name on a screen."""
        return _TITELS[self]


_TITELS = {
    Proceduresoort.VERLOF: "Verlof en ziekmelding",
    Proceduresoort.VRIJSTELLING: "Vrijstelling",
    Proceduresoort.VERVANGEND: "Vervangende leerplicht",
    Proceduresoort.AANPAK: "Waar staan we",
    Proceduresoort.HALT: "Halt",
    Proceduresoort.LUXE: "Luxeverzuim",
    Proceduresoort.MELDCODE: "Meldcode",
    Proceduresoort.INSCHRIJVING: "Niet ingeschreven",
}


@dataclass(frozen=True, slots=True)
class Procedure:
    """One version. ``zaak`` is the id of the first one, ``corrigeert`` that of the one before.

    ``kop`` is what the rules said of it, in one line, when it was fixed; ``klaar`` whether nothing was left.
    """

    id: str
    zaak: str
    dossiers: tuple[str, ...]
    soort: Proceduresoort
    begonnen_op: datetime
    antwoorden: Mapping[str, Waarde] = field(default_factory=dict)
    regime: Regime = Regime.AVG
    kop: str = ""
    klaar: bool = False
    vastgelegd_op: datetime | None = None
    corrigeert: str | None = None
    reden_correctie: str = ""

    @property
    def is_concept(self) -> bool:
        """Whether it can still be written in."""
        return self.vastgelegd_op is None


def op_volgorde(versies: Iterable[Procedure]) -> tuple[Procedure, ...]:
    """The fixed versions of one procedure, the newest first: each before the one it goes on from.

    Two laptops may each have gone on from the same one; then the last that was fixed is the newest.
    """
    rij = sorted(versies, key=lambda een: (een.vastgelegd_op or een.begonnen_op, een.id), reverse=True)
    verder = {een.corrigeert for een in rij}
    koppen = [een for een in rij if een.id not in verder]
    per_id = {een.id: een for een in rij}
    gevonden: list[Procedure] = []
    while koppen:
        een = koppen.pop(0)
        if een not in gevonden:
            gevonden.append(een)
            koppen += [per_id[een.corrigeert]] if een.corrigeert in per_id else []
    return tuple(gevonden)


def gewijzigd(oud: Mapping[str, Waarde], nieuw: Mapping[str, Waarde]) -> tuple[str, ...]:
    """The names of answers that said something before and say something else now."""
    return tuple(
        naam for naam, waarde in oud.items() if waarde not in (None, "") and nieuw.get(naam) != waarde
    )


def vastleggen(procedure: Procedure, nu: datetime, vorige: Procedure | None) -> Procedure:
    """The version, fixed at ``nu``. Raises DomainError (``reden_correctie``) for a change without reason."""
    if not procedure.is_concept:
        raise DomainError("procedure", "Deze versie is al vastgelegd. Ga verder met een nieuwe versie.")
    if vorige is not None:
        if vorige.antwoorden == procedure.antwoorden:
            raise DomainError("procedure", "Er is niets veranderd sinds de vorige versie.")
        anders = gewijzigd(vorige.antwoorden, procedure.antwoorden)
        if anders and not procedure.reden_correctie.strip():
            bericht = "Je verandert een antwoord dat al vastlag. Schrijf waarom."
            raise DomainError("reden_correctie", bericht)
    return replace(procedure, vastgelegd_op=nu)
