"""When there is school: school years, holidays per region, closed days, teaching weeks.

Only a day inside the known span of a calendar is judged. A holiday nobody entered would otherwise count
as a missed schoolday, and a missed schoolday is what a parent is prosecuted for.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, cached_property
from itertools import pairwise

from leerplicht_desktop.domain.datumtekst import kort
from leerplicht_desktop.domain.eisen import eis_datum
from leerplicht_desktop.domain.errors import DomainError

from .hulpbron import lees_map

_ARTIKEL = "artikel 11 onder a Leerplichtwet 1969"
_DAG = timedelta(days=1)
_GESLOTEN = "school gesloten"


class Regio(StrEnum):
    """The three holiday regions of the ministry."""

    NOORD = "noord"
    MIDDEN = "midden"
    ZUID = "zuid"


@dataclass(frozen=True, slots=True, order=True)
class Schooljaar:
    """A school year of the Leerplichtwet: 1 August to 31 July, named by the year it begins in."""

    beginjaar: int

    @classmethod
    def van(cls, dag: date) -> Schooljaar:
        """Return the school year a day belongs to."""
        return cls(dag.year if dag.month >= 8 else dag.year - 1)

    @property
    def begin(self) -> date:
        """Return 1 August."""
        return date(self.beginjaar, 8, 1)

    @property
    def einde(self) -> date:
        """Return 31 July."""
        return date(self.beginjaar + 1, 7, 31)

    def tekst(self) -> str:
        """Return ``2026-2027``."""
        return f"{self.beginjaar}-{self.beginjaar + 1}"


@dataclass(frozen=True, slots=True)
class Vakantie:
    """A holiday, both days included."""

    naam: str
    eerste_dag: date
    laatste_dag: date

    def __post_init__(self) -> None:
        """Refuse a holiday without days, or one that ends before it begins."""
        eis_datum("eerste_dag", self.eerste_dag, _ARTIKEL)
        eis_datum("laatste_dag", self.laatste_dag, _ARTIKEL)
        if self.laatste_dag < self.eerste_dag:
            raise DomainError("laatste_dag", f"De {self.naam} eindigt vóór hij begint.", _ARTIKEL)

    def dagen(self) -> Iterable[date]:
        """Return every day of the holiday, weekends included."""
        return (self.eerste_dag + _DAG * n for n in range((self.laatste_dag - self.eerste_dag).days + 1))


Vrij = Vakantie | tuple[date, date] | tuple[str, date, date] | date
"""Days without teaching, as they are written down: a holiday, its two days, its name and days, or one day."""


@dataclass(frozen=True)
class Schoolkalender:
    """The days with teaching of one school, or of a region as long as the school's own are unknown.

    ``gesloten`` are the school's own free days (study days, feast days); ``lesdagen_in_week`` the weekdays
    with teaching (0 is Monday). Outside ``bekend_van`` to ``bekend_tot`` nothing is known. From a plain list
    of holidays it is made by :meth:`uit_vakanties`, from a region by :func:`regiokalender`.
    """

    naam: str
    vakanties: tuple[Vakantie, ...]
    bekend_van: date
    bekend_tot: date
    gesloten: frozenset[date] = frozenset()
    lesdagen_in_week: frozenset[int] = frozenset(range(5))

    def __post_init__(self) -> None:
        """Refuse a span that ends before it begins, and a school that never opens."""
        alles: tuple[Vrij, ...] = (*self.vakanties, *self.gesloten)
        vrij = [_vrije_dagen(een) for een in alles]
        object.__setattr__(self, "vakanties", tuple(een for een in vrij if isinstance(een, Vakantie)))
        object.__setattr__(self, "gesloten", frozenset(een for een in vrij if not isinstance(een, Vakantie)))
        object.__setattr__(self, "lesdagen_in_week", frozenset(self.lesdagen_in_week))
        eis_datum("bekend_van", self.bekend_van, _ARTIKEL)
        eis_datum("bekend_tot", self.bekend_tot, _ARTIKEL)
        if self.bekend_tot < self.bekend_van:
            raise DomainError("bekend_tot", "De schoolkalender eindigt vóór hij begint.", _ARTIKEL)
        if not self.lesdagen_in_week <= frozenset(range(7)) or not self.lesdagen_in_week:
            raise DomainError("lesdagen", "Kies ten minste één dag van de week waarop er les is.", _ARTIKEL)

    @classmethod
    def uit_vakanties(cls, vrij: Iterable[Vrij], naam: str = "eigen rooster") -> Schoolkalender:
        """Return the calendar of the school years in which the given holidays and closed days lie.

        On every other Monday to Friday of those years there is teaching, so the list has to be complete.

        Raises DomainError (``kalender``) for an empty list, for something that is no day or holiday, and for
        a school year in between of which the list says nothing: its holidays would count as schooldays.
        """
        delen = [_vrije_dagen(een) for een in vrij]
        vakanties = tuple(een for een in delen if isinstance(een, Vakantie))
        randen = {dag for een in vakanties for dag in (een.eerste_dag, een.laatste_dag)}
        randen.update(een for een in delen if not isinstance(een, Vakantie))
        jaren = sorted({Schooljaar.van(dag) for dag in randen})
        if not jaren or jaren[-1].beginjaar - jaren[0].beginjaar >= len(jaren):
            raise DomainError(
                "kalender",
                "In dit rooster ontbreken de vakanties van een schooljaar. Neem het hele rooster over.",
                _ARTIKEL,
            )
        gesloten = randen - {dag for een in vakanties for dag in een.dagen()}
        return cls(naam, vakanties, jaren[0].begin, jaren[-1].einde, frozenset(gesloten))

    @cached_property
    def _vrij(self) -> dict[date, str]:
        namen = dict.fromkeys(self.gesloten, _GESLOTEN)
        namen.update((dag, vakantie.naam) for vakantie in self.vakanties for dag in vakantie.dagen())
        return namen

    @cached_property
    def _lesdagen(self) -> tuple[date, ...]:
        alle = (self.bekend_van + _DAG * n for n in range((self.bekend_tot - self.bekend_van).days + 1))
        return tuple(dag for dag in alle if dag.weekday() in self.lesdagen_in_week and dag not in self._vrij)

    @cached_property
    def _lesweken(self) -> dict[int, int]:
        maandagen = sorted({dag.toordinal() - dag.weekday() for dag in self._lesdagen})
        return {maandag: nummer for nummer, maandag in enumerate(maandagen)}

    @cached_property
    def _week_van_lesdag(self) -> dict[date, int]:
        return {dag: self._lesweken[dag.toordinal() - dag.weekday()] for dag in self._lesdagen}

    def kent(self, dag: date) -> bool:
        """Tell whether this calendar says anything about a day."""
        return self.bekend_van <= dag <= self.bekend_tot

    def _onbekend(self, dag: date) -> DomainError:
        return DomainError(
            "kalender",
            f"Voor {kort(dag)} ({Schooljaar.van(dag).tekst()}) is geen schoolkalender bekend. "
            "Neem het vakantierooster van de school over.",
            _ARTIKEL,
        )

    def _eis(self, dag: date) -> None:
        if not self.kent(dag):
            raise self._onbekend(dag)

    def is_lesdag(self, dag: date) -> bool:
        """Tell whether there is teaching on a day; DomainError (``kalender``) when that is unknown."""
        return self.lesweek_van_lesdag(dag) is not None

    def waarom_geen_les(self, dag: date) -> str:
        """Return why there is no teaching: the name of the holiday, a closed day, the weekend; or nothing."""
        if self.is_lesdag(dag):
            return ""
        return self._vrij.get(dag, "weekend of vrije dag")

    def in_vakantie(self, dag: date) -> bool:
        """Tell whether a day, weekend or not, lies in a holiday; DomainError when that is unknown."""
        self._eis(dag)
        return self._vrij.get(dag, _GESLOTEN) is not _GESLOTEN

    def lesdagen(self, van: date, tot: date) -> tuple[date, ...]:
        """Return the days with teaching from ``van`` to ``tot``, both included."""
        self._eis(van)
        self._eis(tot)
        return self._lesdagen[bisect_left(self._lesdagen, van) : bisect_right(self._lesdagen, tot)]

    def eerste_lesdag_vanaf(self, dag: date) -> date:
        """Return the first day with teaching on or after a day."""
        self._eis(dag)
        plaats = bisect_left(self._lesdagen, dag)
        if plaats == len(self._lesdagen):
            raise self._onbekend(self.bekend_tot + _DAG)
        return self._lesdagen[plaats]

    def lesweek(self, dag: date) -> int | None:
        """Return the running number of the teaching week of a day, None in a week without teaching.

        Weeks run from Monday to Sunday; a week without a day of teaching has no number, so two teaching
        weeks around a holiday follow each other.
        """
        return self._lesweken.get(dag.toordinal() - dag.weekday())

    def lesweek_van_lesdag(self, dag: date) -> int | None:
        """Return the number of the teaching week of a day with teaching, None for a day without.

        Raises DomainError (``kalender``) when that is unknown.
        """
        nummer = self._week_van_lesdag.get(dag)
        if nummer is None:
            self._eis(dag)
        return nummer

    def eerste_lesweken(self, schooljaar: Schooljaar, aantal: int) -> tuple[date, ...]:
        """Return the days with teaching in the first weeks of a school year (article 13a)."""
        dagen = self.lesdagen(schooljaar.begin, min(schooljaar.einde, self.bekend_tot))
        weken = sorted({self._week_van_lesdag[dag] for dag in dagen})[:aantal]
        return tuple(dag for dag in dagen if self._week_van_lesdag[dag] in weken)

    def met_gesloten(self, dagen: Iterable[date]) -> Schoolkalender:
        """Return this calendar with a school's own closed days added."""
        return replace(self, gesloten=self.gesloten | frozenset(dagen))


def _vrije_dagen(vrij: Vrij) -> Vakantie | date:
    match vrij:
        case Vakantie():
            return vrij
        case (str() as naam, eerste, laatste):
            return Vakantie(naam, eerste, laatste)
        case (eerste, laatste):
            return Vakantie("vakantie", eerste, laatste)
        case _:
            return eis_datum("kalender", vrij, _ARTIKEL)


Kalenderinvoer = Schoolkalender | Regio | str | Iterable[Vrij]
"""A school calendar, or what one is made of: the name of a region, or the holidays of whole school years."""


def als_kalender(invoer: Kalenderinvoer | None) -> Schoolkalender | None:
    """Return the calendar that is given or described, None for nothing.

    Raises DomainError (``kalender``) for a region that does not exist and a list that makes no calendar.
    """
    if invoer is None or isinstance(invoer, Schoolkalender):
        return invoer
    if isinstance(invoer, str):
        return regiokalender(invoer)
    if not isinstance(invoer, Iterable):
        raise DomainError("kalender", "Geef het vakantierooster van de school of haar regio.", _ARTIKEL)
    return Schoolkalender.uit_vakanties(invoer)


def eis_kalender(invoer: Kalenderinvoer | None) -> Schoolkalender:
    """Return the calendar that is given or described, or say that a school without one cannot be judged."""
    kalender = als_kalender(invoer)
    if kalender is None:
        raise DomainError(
            "kalender",
            "De school heeft nog geen kalender. Kies de vakantieregio of neem het schoolrooster over.",
            _ARTIKEL,
        )
    return kalender


def kalender_uit_toml(regio: Regio, teksten: Iterable[str]) -> Schoolkalender:
    """Build the calendar of a region from the files of successive school years.

    Raises DomainError (``kalender``) when the years leave a gap: the days between would look like school.
    """
    jaren = sorted((tomllib.loads(tekst) for tekst in teksten), key=lambda jaar: jaar["bekend_van"])
    for eerder, later in pairwise(jaren):
        if later["bekend_van"] != eerder["bekend_tot"] + _DAG:
            raise DomainError(
                "kalender", f"De schooljaren sluiten niet aan na {kort(eerder['bekend_tot'])}.", _ARTIKEL
            )
    return Schoolkalender(
        f"regio {regio}",
        tuple(
            Vakantie(rij["naam"], rij["eerste_dag"], rij["laatste_dag"])
            for jaar in jaren
            for rij in jaar["vakantie"]
            if rij["regio"] in ("alle", regio)
        ),
        jaren[0]["bekend_van"],
        jaren[-1]["bekend_tot"],
        frozenset(rij["dag"] for jaar in jaren for rij in jaar.get("gesloten", ())),
    )


@cache
def regiokalender(regio: Regio | str) -> Schoolkalender:
    """Return the calendar of a region from the program's own holiday data.

    Raises DomainError (``kalender``) for a region that does not exist: it would have hardly any holidays.
    """
    if regio not in tuple(Regio):
        raise DomainError("kalender", f"Kies een vakantieregio: {', '.join(Regio)}.", _ARTIKEL)
    bestanden = lees_map("schoolvakanties")
    return kalender_uit_toml(Regio(regio), [tekst for naam, tekst in bestanden.items() if naam[0].isdigit()])


def kalender_van(regio: str) -> Schoolkalender | None:
    """Return the calendar of a region as a school carries it; None while its region is unknown."""
    return regiokalender(regio) if regio else None


@cache
def _regio_indeling() -> dict[str, dict[str, str]]:
    tabellen = tomllib.loads(lees_map("schoolvakanties")["regio.toml"])
    return {
        soort: {naam.casefold(): regio for naam, regio in tabellen[soort].items()}
        for soort in ("provincie", "gemeente")
    }


def regio_van(provincie: str, gemeente: str = "") -> Regio:
    """Return the holiday region of a municipality; DomainError (``provincie``) for an unknown province."""
    indeling = _regio_indeling()
    gevonden = indeling["gemeente"].get(gemeente.strip().casefold())
    gevonden = gevonden or indeling["provincie"].get(provincie.strip().casefold())
    if gevonden is None:
        raise DomainError(
            "provincie", "Deze provincie is niet bekend. Kies de vakantieregio van de school zelf.", _ARTIKEL
        )
    return Regio(gevonden)
