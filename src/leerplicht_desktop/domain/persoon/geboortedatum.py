"""A birth date as the register knows it: sometimes without its day, month or year.

The BRP writes ``00`` for what nobody knows (LO3 element 03.10). Filling in a day would decide in silence
who may be a suspect, so the gap is kept: every age and every date that follows from it has an earliest and
a latest reading.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from dataclasses import dataclass
from datetime import date

from leerplicht_desktop.domain.datumtekst import MAANDEN, lang
from leerplicht_desktop.domain.eisen import LAATSTE_JAAR, eis_datum
from leerplicht_desktop.domain.errors import DomainError

_BRON = "LO3 03.10"


def verjaardag(geboren: date, leeftijd: int) -> date:
    """Return the day on which someone reaches an age in whole years.

    Named decision: who is born on 29 February reaches an age in a common year on 1 March. The law is
    silent; this is the usual reading, and it never binds anyone a day too early.
    """
    jaar, maand, dag = geboren.year + leeftijd, geboren.month, geboren.day
    if dag == 29 and maand == 2 and not isleap(jaar):
        return date(jaar, 3, 1)
    return date(jaar, maand, dag)


def volle_jaren(geboren: date, dag: date) -> int:
    """Return the age in whole years on ``dag``; negative before the birth."""
    jaren = dag.year - geboren.year
    return jaren if dag >= verjaardag(geboren, jaren) else jaren - 1


@dataclass(frozen=True, slots=True)
class Leeftijd:
    """An age in whole years between two bounds, which are equal when the birth date is known well enough."""

    minst: int
    hoogst: int

    @property
    def zeker(self) -> bool:
        """Tell whether only one age is possible."""
        return self.minst == self.hoogst

    @property
    def jaren(self) -> int | None:
        """Return the age, or None while it is uncertain."""
        return self.minst if self.zeker else None

    def minstens(self, jaren: int) -> bool | None:
        """Tell whether this age has been reached; None when the birth date leaves that open."""
        if self.minst >= jaren:
            return True
        return False if self.hoogst < jaren else None

    def tekst(self) -> str:
        """Return the age in Dutch, saying so when it is uncertain."""
        if self.zeker:
            return f"{self.minst} jaar"
        if self.hoogst > 150:
            return "leeftijd onbekend"
        woord = "of" if self.hoogst - self.minst == 1 else "tot en met"
        return f"{self.minst} {woord} {self.hoogst} jaar (geboortedatum niet volledig bekend)"


@dataclass(frozen=True, slots=True)
class Geboortedatum:
    """A birth date of which the day, the month and day, or everything may be unknown.

    Zero says the same as None, as in the register.
    """

    jaar: int | None
    maand: int | None = None
    dag: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no calendar has; the register does know a day without its month."""
        for veld, waarde in (("jaar", self.jaar), ("maand", self.maand), ("dag", self.dag)):
            object.__setattr__(self, veld, waarde or None)
        try:
            # A year of which nothing is known may have been a leap year.
            geldig = date(self.jaar or 2000, self.maand or 1, self.dag or 1).year <= LAATSTE_JAAR
        except (TypeError, ValueError):
            geldig = False
        if not geldig:
            raise DomainError(
                "geboortedatum", "Deze datum bestaat niet. Controleer dag, maand en jaar.", _BRON
            )

    @classmethod
    def uit_lo3(cls, tekst: str) -> Geboortedatum:
        """Read the eight digits of LO3, in which zeros stand for what is unknown."""
        if len(tekst) != 8 or not (tekst.isascii() and tekst.isdigit()):
            raise DomainError(
                "geboortedatum",
                "Een geboortedatum uit de BRP heeft acht cijfers, bijvoorbeeld 20081200.",
                _BRON,
            )
        return cls(int(tekst[:4]) or None, int(tekst[4:6]) or None, int(tekst[6:]) or None)

    @classmethod
    def van(cls, waarde: Geboortedatum | date) -> Geboortedatum:
        """Accept a plain date wherever a birth date is asked; DomainError (``geboortedatum``) otherwise."""
        if isinstance(waarde, Geboortedatum):
            return waarde
        dag = eis_datum("geboortedatum", waarde, _BRON)
        return cls(dag.year, dag.month, dag.day)

    @property
    def precies(self) -> date | None:
        """Return the date when all of it is known."""
        return self.vroegst if self.jaar and self.maand and self.dag else None

    @property
    def vroegst(self) -> date:
        """Return the earliest day that fits what is known."""
        if self.jaar is None:
            return date.min
        return date(self.jaar, self.maand or 1, self.dag or 1)

    @property
    def laatst(self) -> date:
        """Return the latest day that fits what is known."""
        if self.jaar is None:
            return date.max
        maand = self.maand or 12
        return date(self.jaar, maand, self.dag or monthrange(self.jaar, maand)[1])

    def tekst(self) -> str:
        """Return the date in Dutch, naming what is unknown."""
        if self.precies is not None:
            return lang(self.precies)
        if self.jaar is None:
            return "geboortedatum onbekend"
        if self.maand is None:
            return f"{self.jaar}, maand {'en dag ' if self.dag is None else ''}onbekend"
        return f"{MAANDEN[self.maand - 1]} {self.jaar}, dag onbekend"

    def lo3(self) -> str:
        """Return the eight digits of LO3 that this date was or could have been read from."""
        return f"{self.jaar or 0:04d}{self.maand or 0:02d}{self.dag or 0:02d}"

    def leeftijd_op(self, dag: date) -> Leeftijd:
        """Return the age on a day.

        Raises DomainError (``peildatum``) when the day lies before the earliest possible birth.
        """
        if dag < self.vroegst:
            raise DomainError("peildatum", "Deze dag ligt vóór de geboorte. Kies een latere dag.", _BRON)
        if self.laatst > dag:
            return Leeftijd(0, volle_jaren(self.vroegst, dag))
        return Leeftijd(volle_jaren(self.laatst, dag), volle_jaren(self.vroegst, dag))

    def bereikt(self, leeftijd: int) -> tuple[date, date]:
        """Return the earliest and the latest day on which an age can be reached.

        Raises DomainError (``geboortedatum``) when the year is unknown: then no day follows from it.
        """
        if self.jaar is None:
            raise DomainError(
                "geboortedatum",
                "Het geboortejaar is onbekend, dus deze termijn is niet te berekenen. Vraag de BRP na.",
                _BRON,
            )
        return verjaardag(self.vroegst, leeftijd), verjaardag(self.laatst, leeftijd)
