"""Counting absence: hours with their unit, the limit at which a school must report, rows of missed days."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import lru_cache
from typing import overload

from leerplicht_desktop.domain.datumtekst import kort, periode
from leerplicht_desktop.domain.eisen import eis_datum, eis_ja_nee
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.wet.kalender import Kalenderinvoer, eis_kalender
from leerplicht_desktop.domain.wet.wetboek import Bepaling, bepaling

from .thuiszitter import Thuiszitterinstelling, Thuiszitterklok, Thuiszitterstand, thuiszitter
from .urengrens import SLEUTEL, Urengrens

__all__ = [
    "Aaneengesloten",
    "Eenheid",
    "Thuiszitterinstelling",
    "Thuiszitterklok",
    "Thuiszitterstand",
    "Urenperiode",
    "Urentelling",
    "Verzuimdag",
    "aaneengesloten",
    "eenheid_van",
    "lesuren",
    "thuiszitter",
    "urentelling",
]

_ARTIKEL = "artikel 21 lid 1 en 21a lid 1 Leerplichtwet 1969"
_ETMAAL = Decimal(24)


class Eenheid(StrEnum):
    """What a number of hours counts: clock hours or lessons. The two are never added up."""

    KLOKUUR = "klokuur"
    LESUUR = "lesuur"

    def tekst(self, uren: Decimal) -> str:
        """Return ``1 lesuur`` or ``5,5 klokuren`` with a Dutch decimal comma."""
        return _uren_tekst(self, uren)


@lru_cache(maxsize=4096)
def _uren_tekst(eenheid: Eenheid, uren: Decimal) -> str:
    getal = f"{uren.normalize():f}".replace(".", ",")
    return f"{getal} {eenheid.value if uren == 1 else eenheid.value.removesuffix('uur') + 'uren'}"


@dataclass(frozen=True, slots=True, init=False)
class Verzuimdag:
    """The hours missed on one day, in the school's unit, with or without a valid reason (article 11)."""

    datum: date
    uren: Decimal
    eenheid: Eenheid
    geoorloofd: bool

    def __init__(
        self, datum: date, uren: Decimal | float | str, eenheid: Eenheid | str, geoorloofd: bool = False
    ) -> None:
        """Accept any way of writing a number.

        Raises DomainError: ``uren`` for negative hours, more than a day holds or no number, ``eenheid``
        for an unknown unit, ``datum`` for no day, ``geoorloofd`` for anything but yes or no.
        """
        try:
            aantal = Decimal(str(uren).replace(",", "."))
        except InvalidOperation:
            raise DomainError("uren", "Vul de gemiste uren in als getal, zoals 5,5.", _ARTIKEL) from None
        if not (aantal.is_finite() and 0 <= aantal <= _ETMAAL):
            raise DomainError("uren", "Een dag heeft tussen 0 en 24 gemiste uren.", _ARTIKEL)
        object.__setattr__(self, "datum", eis_datum("datum", datum, _ARTIKEL))
        object.__setattr__(self, "uren", aantal)
        object.__setattr__(self, "eenheid", _eenheid(eenheid))
        object.__setattr__(self, "geoorloofd", eis_ja_nee("geoorloofd", geoorloofd, _ARTIKEL))


def _eenheid(eenheid: Eenheid | str) -> Eenheid:
    try:
        return Eenheid(eenheid)
    except ValueError:
        raise DomainError(
            "eenheid", "Kies klokuur (basisschool) of lesuur (voortgezet, mbo).", _ARTIKEL
        ) from None


def eenheid_van(onderwijs: str, dag: date) -> Eenheid:
    """Return the unit a kind of education counts in (``PO``, ``VSO``, ``VMBO/HAVO`` ...) on a day.

    Raises DomainError (``onderwijs``) for a kind the law data do not know.
    """
    wet = bepaling("verzuim.eenheid", dag)
    soort = onderwijs.upper().split("/")[0].strip()
    for eenheid in Eenheid:
        if soort in wet.lijst(eenheid.value):
            return eenheid
    raise DomainError(
        "onderwijs", "Dit soort onderwijs is niet bekend. Kies bijvoorbeeld PO, VO of MBO.", wet.artikel
    )


def lesuren(minuten_per_les: Iterable[int], dag: date) -> Decimal:
    """Return missed lessons as lesuren: each of at most sixty minutes counts as one (so 7 x 50 is 7).

    Raises DomainError (``minuten``) for a lesson longer than that, or without length: it must be split.
    """
    wet = bepaling("verzuim.eenheid", dag)
    lessen = tuple(minuten_per_les)
    hoogstens = wet.getal("minuten_lesuur")
    if not all(0 < minuten <= hoogstens for minuten in lessen):
        raise DomainError(
            "minuten",
            f"Een lesuur duurt 1 tot en met {hoogstens} minuten. Knip een langer blok in lesuren.",
            wet.artikel,
        )
    return Decimal(len(lessen))


@dataclass(frozen=True, slots=True)
class Urenperiode:
    """One time the limit was reached: from the first missed day to the day that reached it."""

    begin: date
    einde: date
    uren: Decimal
    eenheid: Eenheid
    uitleg: Uitleg


@dataclass(frozen=True, slots=True)
class Urentelling(Sequence[Urenperiode]):
    """Every time the limit was reached, in order of time, and where the running count stands.

    ``stand`` are the hours that count after the last period, missed since ``sinds``; ``genegeerd`` the
    reported days without teaching, which never count; ``grens`` the limit that judged. Article 21 and 21a.
    """

    perioden: tuple[Urenperiode, ...]
    stand: Decimal
    sinds: date | None
    genegeerd: tuple[date, ...]
    grens: Urengrens
    uitleg: Uitleg

    @overload
    def __getitem__(self, index: int) -> Urenperiode: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Urenperiode, ...]: ...
    def __getitem__(self, index: int | slice) -> Urenperiode | tuple[Urenperiode, ...]:
        """Return a period by its place."""
        return self.perioden[index]

    def __len__(self) -> int:
        """Return how often the limit was reached."""
        return len(self.perioden)

    @property
    def bereikt(self) -> bool:
        """Tell whether the school had to report at least once."""
        return bool(self.perioden)


def _uren_per_dag(dagen: Iterable[Verzuimdag]) -> tuple[Eenheid | None, dict[date, Decimal]]:
    """Return the unit and the unexcused hours per day, in order of time."""
    eenheid: Eenheid | None = None
    totaal: dict[date, Decimal] = {}
    for dag in dagen:
        eenheid = eenheid or dag.eenheid
        if dag.eenheid is not eenheid:
            raise DomainError("eenheid", "Klokuren en lesuren zijn niet bij elkaar op te tellen.", _ARTIKEL)
        if dag.geoorloofd or not dag.uren:
            continue
        if dag.datum in totaal:
            totaal[dag.datum] = _samen(dag, totaal[dag.datum])
        else:
            totaal[dag.datum] = dag.uren
    return eenheid, dict(sorted(totaal.items()))


def _samen(dag: Verzuimdag, al_gemist: Decimal) -> Decimal:
    """Return the hours of a day that is reported in parts."""
    uren = al_gemist + dag.uren
    if uren > _ETMAAL:
        raise DomainError("uren", f"Op {kort(dag.datum)} staan meer dan 24 gemiste uren.", _ARTIKEL)
    return uren


def urentelling(verzuimdagen: Iterable[Verzuimdag], kalender: Kalenderinvoer | None) -> Urentelling:
    """Return each period in which so many unexcused hours fell in so many successive teaching weeks.

    ``kalender`` is the school's calendar, a region or the holidays of whole school years.

    Weeks run from Monday to Sunday; a week without teaching is skipped, so a holiday neither breaks nor
    uses up the window. Excused hours and days without teaching count for nothing. After the day that
    reaches the limit the count starts again. The law of the last missed day judges the whole count.

    Raises DomainError: ``eenheid`` for mixed units, ``uren`` for too many on a day, ``kalender`` without
    a calendar for a day. Source: articles 21 and 21a Leerplichtwet 1969, counting rule of DUO.
    """
    school = eis_kalender(kalender)
    eenheid, uren_per_dag = _uren_per_dag(verzuimdagen)
    if eenheid is None or not uren_per_dag:
        wet = bepaling(SLEUTEL, None)
        leeg = wet.uitleg(f"0 keer bereikt: er zijn geen uren zonder geldige reden. {wet.regel}")
        return Urentelling((), Decimal(0), None, (), Urengrens.uit(wet), leeg)
    perioden: list[Urenperiode] = []
    genegeerd: list[date] = []
    venster: deque[tuple[date, Decimal, int]] = deque()
    stand = Decimal(0)
    wet = bepaling(SLEUTEL, max(uren_per_dag))
    grens = Urengrens.uit(wet)
    for dag, uren in uren_per_dag.items():
        week = school.lesweek_van_lesdag(dag)
        if week is None:
            genegeerd.append(dag)
            continue
        while venster and venster[0][2] <= week - grens.lesweken:
            stand -= venster.popleft()[1]
        venster.append((dag, uren, week))
        stand += uren
        if stand >= grens.uren:
            perioden.append(_urenperiode(wet, venster, eenheid, stand))
            venster.clear()
            stand = Decimal(0)
    return Urentelling(
        tuple(perioden),
        stand,
        venster[0][0] if venster else None,
        tuple(genegeerd),
        grens,
        _uitleg(wet, eenheid.tekst(stand), perioden, venster, genegeerd),
    )


def _urenperiode(
    wet: Bepaling, venster: Iterable[tuple[date, Decimal, int]], eenheid: Eenheid, totaal: Decimal
) -> Urenperiode:
    dagen = tuple(dag for dag, _, _ in venster)
    regel = f"{periode(dagen[0], dagen[-1])}: {eenheid.tekst(totaal)}. {wet.regel}"
    invoer = tuple((kort(dag), eenheid.tekst(uren)) for dag, uren, _ in venster)
    return Urenperiode(dagen[0], dagen[-1], totaal, eenheid, wet.uitleg(regel, invoer, dagen))


def _uitleg(
    wet: Bepaling,
    stand: str,
    perioden: Sequence[Urenperiode],
    venster: Iterable[tuple[date, Decimal, int]],
    genegeerd: Iterable[date],
) -> Uitleg:
    regel = f"{len(perioden)} keer bereikt; nu staat de teller op {stand}. {wet.regel}"
    invoer = [(periode(deel.begin, deel.einde), deel.eenheid.tekst(deel.uren)) for deel in perioden]
    invoer += [(kort(dag), "geen lesdag, telt niet mee") for dag in genegeerd]
    return wet.uitleg(regel, invoer, (dag for dag, _, _ in venster))


@dataclass(frozen=True, slots=True)
class Aaneengesloten:
    """A row of teaching days missed without one day at school in between."""

    eerste_dag: date
    laatste_dag: date
    lesdagen: tuple[date, ...]


def aaneengesloten(gemist: Iterable[date], kalender: Kalenderinvoer | None) -> tuple[Aaneengesloten, ...]:
    """Return the rows of missed teaching days; one day at school closes a row and the next begins anew.

    Days without teaching do not break a row. The clock of a thuiszitter starts on ``eerste_dag``.
    """
    school = eis_kalender(kalender)
    dagen = sorted({dag for dag in gemist if school.is_lesdag(dag)})
    rijen: list[list[date]] = []
    for dag in dagen:
        if rijen and school.eerste_lesdag_vanaf(rijen[-1][-1] + timedelta(days=1)) == dag:
            rijen[-1].append(dag)
        else:
            rijen.append([dag])
    return tuple(Aaneengesloten(rij[0], rij[-1], tuple(rij)) for rij in rijen)
