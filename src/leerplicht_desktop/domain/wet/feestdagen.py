"""Days on which no term ends: weekends and the holidays of the Algemene termijnenwet.

The table is our own and dated, because holiday libraries leave out 5 May in most years and know neither
Good Friday as an equated day nor the days that a royal decree equates for a few years.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache

from leerplicht_desktop.domain.datumtekst import WEEKDAGEN, kort
from leerplicht_desktop.domain.eisen import eis_geheel
from leerplicht_desktop.domain.uitleg import Uitleg

from .wetboek import Bepaling, bepaling, wetboek

_DAG = timedelta(days=1)
_ZATERDAG, _ZONDAG = 5, 6
_GELIJKGESTELD = "feestdag.gelijkgesteld"
_BEPALINGEN = ("feestdag.pasen", "feestdag.vast", "feestdag.koningsdag")
_LAATSTE_JAAR = 2200


def pasen(jaar: int) -> date:
    """Easter Sunday of a year in the Gregorian calendar (the anonymous computus of 1876)."""
    eeuw, jaar_in_eeuw = divmod(jaar, 100)
    maancyclus = jaar % 19
    schrikkeleeuwen, rest_eeuw = divmod(eeuw, 4)
    maancorrectie = (eeuw - (eeuw + 8) // 25 + 1) // 3
    epacta = (19 * maancyclus + eeuw - schrikkeleeuwen - maancorrectie + 15) % 30
    schrikkels, rest = divmod(jaar_in_eeuw, 4)
    weekdag = (32 + 2 * rest_eeuw + 2 * schrikkels - epacta - rest) % 7
    uitzondering = (maancyclus + 11 * epacta + 22 * weekdag) // 451
    maand, dag = divmod(epacta + weekdag - 7 * uitzondering + 114, 31)
    return date(jaar, maand, dag + 1)


class Feestdagen(Mapping[date, str]):
    """The holidays of one year by day, with their names, in order; nobody can change them."""

    __slots__ = ("_namen", "uitleg")

    def __init__(self, namen: Mapping[date, str], uitleg: Uitleg) -> None:
        self._namen = dict(namen)
        self.uitleg = uitleg

    def __getitem__(self, dag: date) -> str:
        """Return the name of the holiday on a day."""
        return self._namen[dag]

    def __iter__(self) -> Iterator[date]:
        """Return the days in order."""
        return iter(self._namen)

    def __len__(self) -> int:
        """Return how many days are holidays."""
        return len(self._namen)


def feestdagen(jaar: int) -> Feestdagen:
    """The generally recognised holidays of a year and Good Friday, each with its name, in order.

    Source: Algemene termijnenwet art. 3 lid 1 and 2. Two holidays on one day share an entry. Raises
    DomainError (``jaar``) for what is no year or lies after 2200, (``dag``) before the law data begin.
    """
    return _feestdagen(eis_geheel("jaar", jaar, (1, _LAATSTE_JAAR), "artikel 3 Algemene termijnenwet"))


@cache
def _feestdagen(jaar: int) -> Feestdagen:
    begin, namen = date(jaar, 1, 1), dict[date, str]()
    for dag, naam in (
        *_vast(jaar),
        *_rond_pasen(jaar),
        _koningsdag(bepaling("feestdag.koningsdag", begin), jaar),
    ):
        namen[dag] = f"{namen[dag]} en {naam}" if dag in namen else naam
    namen = dict(sorted(namen.items()))
    delen = [bepaling(sleutel, begin) for sleutel in _BEPALINGEN]
    uitleg = Uitleg(
        " ".join(deel.regel for deel in delen),
        delen[0].artikel,
        tuple((naam, kort(dag)) for dag, naam in namen.items()),
        tuple(namen),
        "; ".join(deel.versie for deel in delen),
    )
    return Feestdagen(namen, uitleg)


@cache
def gelijkgestelde_dagen(jaar: int) -> frozenset[date]:
    """The days a royal decree equates with a holiday in a year (art. 3 lid 3); empty when none is known."""
    versies = wetboek().bepalingen[_GELIJKGESTELD]
    dagen = (date.fromisoformat(dag) for versie in versies for dag in versie.lijst("dagen"))
    return frozenset(dag for dag in dagen if dag.year == jaar)


def rustdag(dag: date) -> str:
    """Why a term cannot end on a day: the name of the holiday or weekend day; empty on a working day."""
    naam = _feestdagen(dag.year).get(dag, "")
    if naam:
        return naam
    if dag.weekday() in (_ZATERDAG, _ZONDAG):
        return WEEKDAGEN[dag.weekday()]
    return "met een feestdag gelijkgestelde dag" if dag in gelijkgestelde_dagen(dag.year) else ""


def is_werkdag(dag: date) -> bool:
    """Whether a day is no Saturday, Sunday, holiday or equated day."""
    return not rustdag(dag)


def werkdag_vanaf(dag: date) -> date:
    """The day itself or the first working day after it."""
    while not is_werkdag(dag):
        dag += _DAG
    return dag


def werkdag_tot(dag: date) -> date:
    """The day itself or the last working day before it."""
    while not is_werkdag(dag):
        dag -= _DAG
    return dag


def _vast(jaar: int) -> list[tuple[date, str]]:
    paren = [tekst.split(" ", 1) for tekst in bepaling("feestdag.vast", date(jaar, 1, 1)).lijst("dagen")]
    return [(date.fromisoformat(f"{jaar:04d}-{dag}"), naam) for dag, naam in paren]


def _rond_pasen(jaar: int) -> list[tuple[date, str]]:
    paren = [tekst.split(" ", 1) for tekst in bepaling("feestdag.pasen", date(jaar, 1, 1)).lijst("dagen")]
    return [(pasen(jaar) + int(afstand) * _DAG, naam) for afstand, naam in paren]


def _koningsdag(bron: Bepaling, jaar: int) -> tuple[date, str]:
    dag = date(jaar, bron.getal("maand"), bron.getal("dag"))
    return (dag - _DAG if dag.weekday() == _ZONDAG else dag), bron.lijst("namen")[0]
