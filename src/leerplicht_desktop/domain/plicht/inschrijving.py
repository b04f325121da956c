"""Enrolments and what lies between them: absoluut verzuim (articles 2, 18 and 19)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from leerplicht_desktop.domain.datumtekst import kort, periode
from leerplicht_desktop.domain.eisen import eis_datum
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.wet.kalender import Schoolkalender
from leerplicht_desktop.domain.wet.wetboek import bepaling

from .leerplicht import Loopbaan, Plicht, PlichtOp, plicht_op

_DAG = timedelta(days=1)
_INSCHRIJVEN = "artikel 18 Leerplichtwet 1969"
_VRIJGESTELD = "artikel 5 en 15 Leerplichtwet 1969"
_CONTROLEREN = "artikel 19 Leerplichtwet 1969"
_Periode = tuple[date, date, Plicht, bool]


def _eis_volgorde(van: date, tot: date | None, bericht: str, artikel: str) -> None:
    eis_datum("van", van, artikel)
    if tot is not None and eis_datum("tot", tot, artikel) < van:
        raise DomainError("tot", bericht, artikel)


@dataclass(frozen=True, slots=True)
class Inschrijving:
    """An enrolment at one school, both days included; ``tot`` is None while it runs."""

    brin: str
    van: date
    tot: date | None = None

    def __post_init__(self) -> None:
        """Refuse an enrolment that ends before it begins."""
        _eis_volgorde(self.van, self.tot, "De uitschrijving ligt vóór de inschrijving.", _INSCHRIJVEN)


@dataclass(frozen=True, slots=True)
class VrijgesteldePeriode:
    """A period in which an exemption holds, both days included; ``tot`` is None while no end is known."""

    van: date
    tot: date | None = None

    def __post_init__(self) -> None:
        """Refuse an exemption that ends before it begins."""
        _eis_volgorde(self.van, self.tot, "De vrijstelling eindigt vóór zij begint.", _VRIJGESTELD)


@dataclass(frozen=True, slots=True)
class AbsoluutVerzuim:
    """A row of days with one and the same duty, without enrolment or exemption; both days included.

    ``zeker`` is False where the unknown part of the birth date leaves open which of the two duties it is.
    """

    van: date
    tot: date
    plicht: Plicht
    uitleg: Uitleg
    zeker: bool = True


def op_volgorde(inschrijvingen: Iterable[Inschrijving]) -> tuple[Inschrijving, ...]:
    """Return enrolments in order of time.

    Raises DomainError (``inschrijving``) when two overlap: somebody is enrolled at one school a day, so one
    of the schools has not written him off.
    """
    rij = tuple(sorted(inschrijvingen, key=lambda een: een.van))
    for eerder, later in pairwise(rij):
        if eerder.tot is None or eerder.tot >= later.van:
            raise DomainError(
                "inschrijving",
                f"Vanaf {kort(later.van)} overlappen twee inschrijvingen. Vraag welke school uitschrijft.",
                _INSCHRIJVEN,
            )
    return rij


def absoluut_verzuim(
    geboortedatum: Geboortedatum | date,
    inschrijvingen: Iterable[Inschrijving],
    vrijstellingen: Iterable[VrijgesteldePeriode],
    venster: tuple[date, date],
    kalender: Schoolkalender | None = None,
    loopbaan: Loopbaan | None = None,
) -> tuple[AbsoluutVerzuim, ...]:
    """Return the periods inside ``venster`` (both days included) without enrolment while there is a duty.

    The duty to be enrolled runs on in the holidays. A period is split where leerplicht turns into
    kwalificatieplicht, because each has its own ground. Days on which there may be no duty at all, because
    the birth date has gaps, do not count.

    Raises DomainError: ``tot`` for a window that ends before it begins, ``inschrijving`` for overlaps.
    Source: articles 2 lid 1, 4a lid 1 and 19 Leerplichtwet 1969.
    """
    van, tot = venster
    _eis_volgorde(van, tot, "De laatste dag ligt vóór de eerste dag.", _CONTROLEREN)
    gedekt = [(een.van, een.tot) for een in op_volgorde(inschrijvingen)]
    gedekt += [(vrij.van, vrij.tot) for vrij in vrijstellingen]
    perioden: list[_Periode] = []
    dag = van
    while dag <= tot:
        if not any(begin <= dag and (einde is None or dag <= einde) for begin, einde in gedekt):
            op = plicht_op(dag, geboortedatum, kalender, **(loopbaan or {}))
            if op.plicht is not Plicht.GEEN:
                _verleng(perioden, dag, op)
        dag += _DAG
    return tuple(_met_uitleg(*een) for een in perioden)


def _verleng(perioden: list[_Periode], dag: date, op: PlichtOp) -> None:
    if perioden and perioden[-1] == (perioden[-1][0], dag - _DAG, op.plicht, op.zeker):
        perioden[-1] = (perioden[-1][0], dag, op.plicht, op.zeker)
    else:
        perioden.append((dag, dag, op.plicht, op.zeker))


def _met_uitleg(van: date, tot: date, plicht: Plicht, zeker: bool) -> AbsoluutVerzuim:
    wet = bepaling("leerplicht.absoluut", van)
    woord = plicht.value if zeker else "leerplicht of kwalificatieplicht (geboortedatum niet volledig bekend)"
    regel = f"{periode(van, tot)}: {woord}, niet ingeschreven. {wet.regel}"
    invoer = (("plicht", woord), ("dagen", str((tot - van).days + 1)))
    return AbsoluutVerzuim(van, tot, plicht, wet.uitleg(regel, invoer, (van, tot)), zeker)
