"""Who can be verdachte for what, day by day; what goes before that, and what an earlier conviction changes.

Each day has its own ground. A period is split on 1 August after the school year of the sixteenth birthday,
and on the twelfth birthday; on a day without a duty, or at an age that is not certain, there is no ground.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from leerplicht_desktop.domain.datumtekst import kort, periode
from leerplicht_desktop.domain.eisen import eis_datum, eis_ja_nee
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum, verjaardag
from leerplicht_desktop.domain.plicht.jongere import Jongere
from leerplicht_desktop.domain.plicht.leerplicht import Plicht
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.verzuim.luxeverzuim import Luxelijn, Luxeproduct, luxeverzuim_lijn
from leerplicht_desktop.domain.wet.kalender import eis_kalender
from leerplicht_desktop.domain.wet.wetboek import Bepaling, bepaling

from .halt import Haltoordeel, Haltuitkomst, Haltvoorwaarden, halt_toets

__all__ = [
    "Betrokkene",
    "EerdereAfdoening",
    "Feitsoort",
    "Grondslag",
    "Grondslagen",
    "Haltoordeel",
    "Haltuitkomst",
    "Haltvoorwaarden",
    "Jongere",
    "Luxelijn",
    "Luxeproduct",
    "Recidive",
    "Rol",
    "Verdachteoordeel",
    "grondslagen",
    "halt_toets",
    "luxeverzuim_lijn",
    "mag_verdachte_zijn",
    "recidive",
    "verjaard_op",
]

_DAG = timedelta(days=1)
_FEIT = "artikel 26 Leerplichtwet 1969"
_VERANTWOORDELIJK = "artikel 2 lid 1 Leerplichtwet 1969"


class Feitsoort(StrEnum):
    """The two ways to break the law: not enrolled, or enrolled and absent (luxe is a kind of that)."""

    ABSOLUUT = "absoluut"
    RELATIEF = "relatief"
    LUXE = "luxe"


class Rol(StrEnum):
    """In what part somebody is addressed."""

    OUDER = "ouder"
    VERZORGER = "verzorger"
    JONGERE = "jongere"
    HOOFD = "hoofd van de school"


def _rol(rol: Rol | str) -> Rol:
    if rol not in tuple(Rol):
        raise DomainError("rol", f"Kies een van: {', '.join(Rol)}.", _VERANTWOORDELIJK)
    return Rol(rol)


@dataclass(frozen=True, slots=True)
class Betrokkene:
    """A person as the law addresses him: gezag and feitelijke verzorging are two separate grounds.

    ``gezag`` is None while nobody has found out; that blocks gezag as a ground.
    """

    rol: Rol
    gezag: bool | None = None
    feitelijke_verzorging: bool = False

    def __post_init__(self) -> None:
        """Accept the word for a role; refuse another word, and an answer that is neither yes nor no."""
        object.__setattr__(self, "rol", _rol(self.rol))
        eis_ja_nee("feitelijke_verzorging", self.feitelijke_verzorging, _VERANTWOORDELIJK)
        if self.gezag is not None:
            eis_ja_nee("gezag", self.gezag, _VERANTWOORDELIJK)

    @classmethod
    def van(cls, waarde: Betrokkene | Rol | str) -> Betrokkene:
        """Accept a role where nothing more is known; DomainError (``persoon`` or ``rol``) otherwise."""
        if isinstance(waarde, cls):
            return waarde
        if not isinstance(waarde, str):
            raise DomainError("persoon", "Zeg in welke rol je deze persoon aanspreekt.", _VERANTWOORDELIJK)
        return cls(_rol(waarde))

    @property
    def hoedanigheid(self) -> str:
        """Return in what capacity he is addressed, as the proces-verbaal words it."""
        if self.rol is Rol.JONGERE:
            return "als jongere"
        delen = (
            ("als degene die het gezag uitoefent", self.gezag is True),
            ("als degene die de jongere feitelijk verzorgt", self.feitelijke_verzorging),
        )
        return " en ".join(tekst for tekst, geldt in delen if geldt)


@dataclass(frozen=True, slots=True)
class Grondslag:
    """One fact: days with one and the same ground. ``artikel`` is printed as it stands.

    ``dagen`` are all days (absoluut) or the days with teaching (relatief, luxe); a holiday day is never
    among the latter.
    """

    van: date
    tot: date
    artikel: str
    plicht: Plicht
    hoedanigheid: str
    dagen: tuple[date, ...]
    uitleg: Uitleg


class Grondslagen(tuple[Grondslag, ...]):
    """The facts in order of time, with why there are no more of them, or none."""

    uitleg: Uitleg

    def __new__(cls, feiten: Iterable[Grondslag], uitleg: Uitleg) -> Grondslagen:
        self = super().__new__(cls, feiten)
        self.uitleg = uitleg
        return self


@dataclass(frozen=True, slots=True)
class Verdachteoordeel:
    """Whether somebody can be verdachte, for which facts, and if not why; truthful as a condition."""

    mag: bool
    redenen: tuple[str, ...]
    grondslagen: tuple[Grondslag, ...]
    uitleg: Uitleg

    def __bool__(self) -> bool:
        """Tell whether he can be verdachte."""
        return self.mag


def _feitdagen(jongere: Jongere, soort: Feitsoort, van: date, tot: date) -> tuple[date, ...]:
    if soort is Feitsoort.ABSOLUUT:
        return tuple(van + _DAG * n for n in range((tot - van).days + 1))
    return eis_kalender(jongere.kalender).lesdagen(van, tot)


def _wet_op(dag: date, jongere: Jongere, persoon: Betrokkene, soort: Feitsoort) -> tuple[Bepaling, Plicht]:
    """Return the provision that decides about one day: a ground, or the reason why there is none."""
    op = jongere.plicht_op(dag)
    if persoon.rol is Rol.HOOFD:
        return bepaling("handhaving.hoofd", dag), op.plicht
    if persoon.rol is Rol.JONGERE:
        vanaf = bepaling("handhaving.leeftijd_verdachte", dag)
        if not jongere.leeftijd_op(dag).minstens(vanaf.getal("leeftijd")):
            return vanaf, op.plicht
        if soort is Feitsoort.ABSOLUUT and op.plicht is not Plicht.GEEN:
            return bepaling("handhaving.niet_ingeschreven", dag), op.plicht
    elif not (persoon.gezag or persoon.feitelijke_verzorging):
        return bepaling("handhaving.geen_verantwoordelijke", dag), op.plicht
    if not op.zeker:
        return bepaling("handhaving.plicht_onzeker", dag), Plicht.GEEN
    if op.plicht is Plicht.GEEN:
        return bepaling("handhaving.geen_plicht", dag), Plicht.GEEN
    wie = "jongere" if persoon.rol is Rol.JONGERE else "ouder"
    return bepaling(f"grondslag.{wie}.{op.plicht.value}", dag), op.plicht


def _delen(
    jongere: Jongere, persoon: Betrokkene, soort: Feitsoort, van: date, tot: date
) -> Iterator[tuple[Bepaling, Plicht, tuple[date, ...]]]:
    if eis_datum("tot", tot, _FEIT) < eis_datum("van", van, _FEIT):
        raise DomainError("tot", "De laatste dag van het feit ligt vóór de eerste.", _FEIT)
    if persoon.rol in (Rol.OUDER, Rol.VERZORGER) and persoon.gezag is None:
        _eis_verzorging(persoon)
    dagen = _feitdagen(jongere, soort, van, tot)
    per_dag = ((dag, *_wet_op(dag, jongere, persoon, soort)) for dag in dagen)
    for (wet, plicht), rij in groupby(per_dag, key=lambda een: (een[1], een[2])):
        yield wet, plicht, tuple(dag for dag, _, _ in rij)


def _eis_verzorging(persoon: Betrokkene) -> None:
    if not persoon.feitelijke_verzorging:
        raise DomainError(
            "gezag",
            "Niet bekend is of deze persoon het gezag heeft. Vraag het na, of leg vast dat hij de jongere "
            "feitelijk verzorgt.",
            _VERANTWOORDELIJK,
        )


def grondslagen(
    jongere: Jongere | Geboortedatum | date,
    persoon: Betrokkene | Rol | str,
    soort: Feitsoort | str,
    van: date,
    tot: date,
) -> Grondslagen:
    """Return the facts somebody can be charged with from ``van`` to ``tot``, both included, in order of time.

    Each fact has one ground; a period over 31 July/1 August or a twelfth birthday gives more than one.
    Nothing is returned for days on which he cannot be verdachte, and ``uitleg`` says why. A birth date will
    do for ``jongere`` and a role for ``persoon`` where nothing more counts: absoluut verzuim, the jongere.

    Raises DomainError: ``tot`` before ``van``, ``soort`` or ``rol`` when unknown, ``gezag`` while unknown and
    without feitelijke verzorging, ``kalender`` for relatief verzuim without a school calendar.
    Source: articles 2, 4a, 4c and 26 Leerplichtwet 1969; article 487 Sv.
    """
    oordeel = mag_verdachte_zijn(jongere, persoon, soort, van, tot)
    return Grondslagen(oordeel.grondslagen, oordeel.uitleg)


def _soort(soort: Feitsoort | str) -> Feitsoort:
    if soort not in tuple(Feitsoort):
        raise DomainError("soort", f"Kies een van: {', '.join(Feitsoort)}.", _FEIT)
    return Feitsoort(soort)


def _grondslag(wet: Bepaling, plicht: Plicht, dagen: tuple[date, ...], persoon: Betrokkene) -> Grondslag:
    invoer = (
        ("plicht", plicht.value),
        ("hoedanigheid", persoon.hoedanigheid),
        ("dagen", str(len(dagen))),
    )
    regel = f"{periode(dagen[0], dagen[-1])}: {wet.artikel}. {wet.regel}"
    uitleg = wet.uitleg(regel, invoer, dagen)
    return Grondslag(dagen[0], dagen[-1], wet.artikel, plicht, persoon.hoedanigheid, dagen, uitleg)


def mag_verdachte_zijn(
    jongere: Jongere | Geboortedatum | date,
    persoon: Betrokkene | Rol | str,
    soort: Feitsoort | str,
    van: date,
    tot: date,
) -> Verdachteoordeel:
    """Return whether somebody can be verdachte for at least one day of a period, and why not for the others.

    Age is that on each day of the fact, never today's. Raises DomainError as :func:`grondslagen`.
    """
    wie, feit = Betrokkene.van(persoon), _soort(soort)
    feiten, redenen, wetten = [], [], []
    for wet, plicht, dagen in _delen(Jongere.van(jongere), wie, feit, van, tot):
        wetten.append(wet)
        if wet.sleutel.startswith("grondslag."):
            feiten.append(_grondslag(wet, plicht, dagen, wie))
        else:
            redenen.append(f"{periode(dagen[0], dagen[-1])}: {wet.regel}")
    if not wetten:
        wetten.append(bepaling("handhaving.geen_plicht", tot))
        redenen.append(f"{periode(van, tot)}: er is geen les, dus valt er niets te verzuimen.")
    invoer = (("rol", wie.rol.value), ("soort", feit.value), ("periode", periode(van, tot)))
    uitleg = Uitleg(
        " ".join((*(feit.uitleg.regel for feit in feiten), *redenen)),
        "; ".join(dict.fromkeys(wet.artikel for wet in wetten)),
        invoer,
        tuple(dag for feit in feiten for dag in feit.dagen),
        "; ".join(dict.fromkeys(wet.versie for wet in wetten)),
    )
    return Verdachteoordeel(bool(feiten), tuple(redenen), tuple(feiten), uitleg)


@dataclass(frozen=True, slots=True)
class EerdereAfdoening:
    """An earlier outcome: when it became final, for which ground, and whether it was a conviction.

    The ground may be written as it is printed (``artikel 2 lid 1 jo. ...``); the word ``artikel`` falls away.
    """

    op: date
    grondslag: str
    veroordeling: bool = True

    def __post_init__(self) -> None:
        """Refuse a ground the law does not have: a copy to the Raad hangs on it."""
        wet = bepaling("handhaving.recidive", None)
        eis_datum("op", self.op, wet.artikel)
        eis_ja_nee("veroordeling", self.veroordeling, wet.artikel)
        object.__setattr__(self, "grondslag", " ".join(self.grondslag.removeprefix("artikel ").split()))
        if not self.valt_onder(wet.lijst("grondslagen")):
            keuzes = ", ".join(wet.lijst("grondslagen"))
            raise DomainError("grondslag", f"Kies een van de artikelen {keuzes}.", wet.artikel)

    def valt_onder(self, grondslagen: Iterable[str]) -> bool:
        """Tell whether the ground is one of these articles."""
        return any(f"{self.grondslag} ".startswith(f"{een} ") for een in grondslagen)


@dataclass(frozen=True, slots=True)
class Recidive:
    """What earlier outcomes change: ``recidive`` within so many ``jaren``, ``afschrift_raad`` by conviction.

    ``bijlagen`` are the annexes that go with the proces-verbaal because of it.
    """

    recidive: bool
    jaren: int
    afschrift_raad: bool
    bijlagen: tuple[str, ...]
    uitleg: Uitleg


def recidive(eerdere: Iterable[EerdereAfdoening], feit_op: date, rol: Rol) -> Recidive:
    """Return what earlier outcomes mean for a fact on a day.

    The copy to the Raad is for ouders and verzorgers convicted before for article 2 lid 1 or 4a, however
    long ago. Raises DomainError (``eerdere``) for an outcome after the fact. Source: article 22 lid 5.
    """
    wet = bepaling("handhaving.recidive", eis_datum("feit_op", feit_op, _FEIT))
    raad = bepaling("handhaving.afschrift_raad", feit_op)
    rij = tuple(eerdere)
    if any(een.op > feit_op for een in rij):
        raise DomainError("eerdere", "Een eerdere afdoening ligt vóór het nieuwe feit.", wet.artikel)
    grens = verjaardag(feit_op, -wet.getal("jaren"))
    binnen = [een for een in rij if een.op >= grens]
    naar_raad = rol in (Rol.OUDER, Rol.VERZORGER) and any(
        een.veroordeling and een.valt_onder(raad.lijst("grondslagen")) for een in rij
    )
    invoer = tuple((kort(een.op), f"artikel {een.grondslag}") for een in rij)
    regels = [f"{len(binnen)} eerdere afdoeningen sinds {kort(grens)}.", wet.regel]
    bijlagen = (raad.tekst("bijlage"),) if naar_raad else ()
    if naar_raad:
        regels.append(raad.regel)
    uitleg = (raad if naar_raad else wet).uitleg(" ".join(regels), invoer, (grens, feit_op))
    return Recidive(bool(binnen), wet.getal("jaren"), naar_raad, bijlagen, uitleg)


def verjaard_op(feit_op: date) -> date:
    """Return the first day on which a fact is time-barred; the term runs from the day after (Sr 70, 71)."""
    return verjaardag(feit_op + _DAG, bepaling("handhaving.verjaring", feit_op).getal("jaren"))
