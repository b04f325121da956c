"""The day a photo was made, and how sure that is: a camera says what its clock says, and clocks are wrong.

A camera whose battery ran out begins again at a day of its factory; one that was set by hand may be a year
ahead. What it says is kept as it said it, and becomes the day of an annex only when it can be true.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from leerplicht_desktop.domain.datumtekst import lang
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum

EERSTE_DAG = date(1995, 10, 1)
"""No camera wrote a day in a photo before: the first edition of Exif is of October 1995 (JEIDA-49)."""

_LEERPLICHTIG = 5
"""Years. Before the fifth birthday nobody is leerplichtig (artikel 3 lid 1 Leerplichtwet 1969), so that a
dossier can hold no photo about absence of before."""

_VOORLOPEN = timedelta(minutes=15)
"""How far a camera that knows its zone may be ahead of the laptop."""

_VOORLOPEN_ZONDER_ZONE = timedelta(hours=2)
"""The same for a camera that names no zone: it may still be in summer time, or in that of a neighbour."""


class Dagbron(StrEnum):
    """Who says on which day an attachment was made."""

    CAMERA = "camera"
    AMBTENAAR = "ambtenaar"
    TOEVOEGEN = "toevoegen"
    """Nobody: it is the day on which it was added."""


class Twijfel(StrEnum):
    """Why the day of a camera is not believed."""

    TOEKOMST = "toekomst"
    TE_VROEG = "te_vroeg"
    FABRIEK = "fabriek"


@dataclass(frozen=True, slots=True)
class Opname:
    """What a camera says, weighed. ``moment`` has a zone and is None when it is not believed or not said.

    ``gezegd`` is the day as the camera has it, None when it says nothing that is a day.
    """

    moment: datetime | None = None
    gezegd: date | None = None
    twijfel: Twijfel | None = None

    @property
    def uitleg(self) -> str:
        """Why the day is not believed, in a sentence for the officer; empty when it is, or is not there."""
        if self.gezegd is None or self.twijfel is None:
            return ""
        dag = lang(self.gezegd)
        return {
            Twijfel.TOEKOMST: f"De camera zegt {dag}. Dat is later dan nu: zijn klok staat fout.",
            Twijfel.TE_VROEG: f"De camera zegt {dag}. Dat is te vroeg voor een foto bij dit dossier.",
            Twijfel.FABRIEK: (
                f"De camera zegt {dag}, net na middernacht. "
                "Zo staat een camera waarvan de klok niet is gelijkgezet."
            ),
        }[self.twijfel]


def eerste_dag(geboren: Iterable[Geboortedatum]) -> date:
    """The first day on which a photo about these jongeren can have been made.

    That is the fifth birthday of the oldest; of a birth date that is partly known the earliest that fits.
    """
    vijfde = (dag.bereikt(_LEERPLICHTIG)[0] for dag in geboren if dag.jaar is not None)
    return max(EERSTE_DAG, min(vijfde, default=EERSTE_DAG))


def weeg(camera: str, nu: datetime, eerste: date) -> Opname:
    """Weigh the moment ``camera`` names (ISO 8601, with or without a zone) against ``nu`` and the first day.

    A moment that is ahead of ``nu`` by no more than clocks may differ becomes ``nu``: no later day than that
    of adding.
    """
    try:
        moment = datetime.fromisoformat(camera)
    except ValueError:
        return Opname()
    dag = moment.date()
    if dag < eerste:
        return Opname(gezegd=dag, twijfel=Twijfel.TE_VROEG)
    if dag > nu.date() + timedelta(days=1):
        return Opname(gezegd=dag, twijfel=Twijfel.TOEKOMST)
    voor = _VOORLOPEN_ZONDER_ZONE if moment.tzinfo is None else _VOORLOPEN
    hier = in_nederland(moment)
    if hier > nu + voor:
        return Opname(gezegd=dag, twijfel=Twijfel.TOEKOMST)
    if (moment.month, moment.day, moment.hour) == (1, 1, 0):
        return Opname(gezegd=dag, twijfel=Twijfel.FABRIEK)
    return Opname(moment=min(hier, nu), gezegd=dag)


def kan_dag(gemaakt: date, toegevoegd: date) -> bool:
    """Whether an attachment that was added on ``toegevoegd`` can have been made on ``gemaakt``."""
    return EERSTE_DAG <= gemaakt <= toegevoegd
