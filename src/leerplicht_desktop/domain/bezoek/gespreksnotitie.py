"""Minutes of a talk: with whom, when, how, what was said, and who does what by when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from leerplicht_desktop.domain.errors import DomainError


class Gespreksvorm(StrEnum):
    """How the talk was held."""

    TELEFOON = "telefoon"
    KANTOOR = "kantoor"
    SCHOOL = "school"
    THUIS = "thuis"
    VIDEOBELLEN = "videobellen"
    EMAIL = "e-mail"
    ANDERS = "anders"


@dataclass(frozen=True, slots=True)
class Afspraak:
    """An agreement; it becomes a task when the note is *vastgelegd*."""

    id: str
    wat: str = ""
    wie: str = ""
    uiterlijk: date | None = None

    @property
    def is_leeg(self) -> bool:
        """Whether nothing was filled in, so that it can be left out."""
        return not self.wat.strip() and not self.wie.strip() and self.uiterlijk is None


@dataclass(frozen=True, slots=True)
class Gespreksnotitie:
    """A note of a talk. ``gesproken_op`` is the time of the talk, kept apart from the time of typing."""

    id: str
    dossiers: tuple[str, ...]
    gesproken_op: datetime
    met_wie: str = ""
    hoe: Gespreksvorm = Gespreksvorm.TELEFOON
    tekst: str = ""
    afspraken: tuple[Afspraak, ...] = ()
    vastgelegd_op: datetime | None = None
    corrigeert: str | None = None
    reden_correctie: str = ""

    @property
    def is_concept(self) -> bool:
        """Whether it can still be written in."""
        return self.vastgelegd_op is None

    @property
    def op_tijdlijn(self) -> str:
        """The heading of a note on the timeline."""
        return f"Gesprek met {self.met_wie.strip()}" if self.met_wie.strip() else "Gesprek"

    @property
    def is_leeg(self) -> bool:
        """Whether nothing was recorded yet."""
        return not self.met_wie.strip() and not self.tekst.strip() and all(a.is_leeg for a in self.afspraken)


def vastleggen(notitie: Gespreksnotitie, nu: datetime) -> Gespreksnotitie:
    """The note, fixed at ``nu``. Raises DomainError naming the field that is missing or impossible."""
    if not notitie.is_concept:
        raise DomainError("notitie", "Deze notitie is al vastgelegd. Maak een verbetering.")
    if not notitie.met_wie.strip():
        raise DomainError("met_wie", "Vul in met wie je sprak.")
    if not notitie.tekst.strip():
        raise DomainError("tekst", "Schrijf op wat er is gezegd.")
    if notitie.gesproken_op > nu:
        raise DomainError("gesproken_op", "Het gesprek ligt in de toekomst. Verbeter de datum of de tijd.")
    if notitie.corrigeert is not None and not notitie.reden_correctie.strip():
        raise DomainError("reden_correctie", "Schrijf waarom je de notitie verbetert.")
    gevuld = tuple(afspraak for afspraak in notitie.afspraken if not afspraak.is_leeg)
    for afspraak in gevuld:
        _controleer(afspraak, notitie.gesproken_op.date())
    return replace(notitie, vastgelegd_op=nu, afspraken=gevuld)


def _controleer(afspraak: Afspraak, gesproken: date) -> None:
    if not afspraak.wat.strip():
        raise DomainError("afspraken", "Schrijf op wat er is afgesproken, of haal de regel weg.")
    if not afspraak.wie.strip():
        raise DomainError("afspraken", "Vul in wie de afspraak nakomt.")
    if afspraak.uiterlijk is None:
        raise DomainError("afspraken", "Vul in wanneer de afspraak klaar moet zijn.")
    if afspraak.uiterlijk < gesproken:
        raise DomainError("afspraken", "De datum van een afspraak ligt vóór het gesprek. Verbeter de datum.")
