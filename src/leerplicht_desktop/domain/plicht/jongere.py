"""The jongere as the rules see him: a birth date, a school calendar and what of his career counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum, Leeftijd
from leerplicht_desktop.domain.wet.kalender import Schooljaar, Schoolkalender, als_kalender

from .leerplicht import Diploma, Loopbaan, PlichtOp, plicht_op


@dataclass(frozen=True, slots=True)
class Jongere:
    """What decides about duty and age. The fields are those of ``leerplicht.Loopbaan``."""

    geboortedatum: Geboortedatum | date
    kalender: Schoolkalender | None = None
    volledige_schooljaren: int | Schooljaar | None = None
    startkwalificatie: date | Diploma | None = None
    praktijkonderwijs: bool = False
    vso_uitstroom: str | None = None

    def __post_init__(self) -> None:
        """Accept a plain date and a described calendar; DomainError for what is neither."""
        object.__setattr__(self, "geboortedatum", Geboortedatum.van(self.geboortedatum))
        object.__setattr__(self, "kalender", als_kalender(self.kalender))

    @classmethod
    def van(cls, waarde: Jongere | Geboortedatum | date) -> Jongere:
        """Accept a birth date where nothing else of him matters."""
        return waarde if isinstance(waarde, Jongere) else cls(waarde)

    @property
    def loopbaan(self) -> Loopbaan:
        """Return what of the career changes the duty."""
        return Loopbaan(
            volledige_schooljaren=self.volledige_schooljaren,
            startkwalificatie=self.startkwalificatie,
            praktijkonderwijs=self.praktijkonderwijs,
            vso_uitstroom=self.vso_uitstroom,
        )

    def plicht_op(self, dag: date) -> PlichtOp:
        """Return the duty on a day."""
        return plicht_op(dag, self.geboortedatum, self.kalender, **self.loopbaan)

    def leeftijd_op(self, dag: date) -> Leeftijd:
        """Return the age on a day, uncertain where the birth date has gaps."""
        return Geboortedatum.van(self.geboortedatum).leeftijd_op(dag)
