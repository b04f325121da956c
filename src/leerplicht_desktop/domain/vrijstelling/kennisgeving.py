"""An appeal to article 5 onder a, b or c: nobody grants it, so the answer is what can be said of it.

It works by law and the criminal judge tests it himself. So the answer has three values: it meets the
conditions that can be read off, it does not, or that cannot be said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from leerplicht_desktop.domain.datumtekst import kort
from leerplicht_desktop.domain.eisen import eis_datum, eis_ja_nee
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.termijn.termijnen import (
    Termijn,
    Tijdig,
    eerste_kennisgeving,
    jaarlijkse_kennisgeving,
    termijn,
)
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.wet.kalender import Schooljaar
from leerplicht_desktop.domain.wet.wetboek import bepaling

from .vrijstelling import Aard, Grond, aard, grond_van

_ARTIKEL_6 = "artikel 6 Leerplichtwet 1969"
_ARTIKEL_7 = "artikel 7 Leerplichtwet 1969"
_ARTIKEL_8 = "artikel 8 lid 2 Leerplichtwet 1969"
_AANVRAAGBAAR = (Grond.ONGESCHIKT, Grond.RICHTING, Grond.BUITENLAND)


class Uitkomst(StrEnum):
    """What can be said of an appeal."""

    VOLDOET = "voldoet"
    VOLDOET_NIET = "voldoet niet"
    NIET_TE_ZEGGEN = "niet te zeggen"


@dataclass(frozen=True, slots=True)
class Kennisgeving:
    """A notice that appeals to article 5 onder a, b or c, with what its ground asks for.

    Onder a: day of the statement, made by somebody whom burgemeester en wethouders designated, and whether
    it says *never* fit. Onder b: last day on a school of that richting, None when there was none. Onder c:
    whether the head of the foreign school declares enrolment and regular attendance. ``voor`` is the school
    year it is meant for; not given, a notice from August on is taken to be about the year that has begun.

    ``dagtekening`` is the day on the notice itself, None when it bears none. ``eerste`` tells whether it is
    the first one ever and ``eerdere_geldig`` whether the one before it held; None while nobody found out.
    ``uitzondering`` is the exception that is invoked for a first notice that came after the duty began.
    """

    grond: Grond
    ontvangen_op: date
    verklaring_op: date | None = None
    verklaarder_aangewezen: bool = False
    nooit_geschikt: bool = False
    laatste_dag_zelfde_richting: date | None = None
    verklaring_hoofd_buitenland: bool = False
    voor: Schooljaar | None = None
    dagtekening: date | None = None
    eerste: bool | None = None
    eerdere_geldig: bool | None = None
    uitzondering: str = ""

    def __post_init__(self) -> None:
        """Refuse grounds that are no appeal, and papers from the future."""
        object.__setattr__(self, "grond", grond_van(self.grond))
        if self.grond not in _AANVRAAGBAAR:
            raise DomainError("grond", "Een kennisgeving hoort bij artikel 5 onder a, b of c.", _ARTIKEL_6)
        eis_datum("ontvangen_op", self.ontvangen_op, _ARTIKEL_6)
        if self.dagtekening is not None:
            _niet_na(
                "dagtekening", self.dagtekening, self.ontvangen_op, "De dagtekening is van na de ontvangst."
            )
        if self.verklaring_op is not None:
            _niet_na(
                "verklaring_op",
                self.verklaring_op,
                self.ontvangen_op,
                "De verklaring is van na de kennisgeving.",
            )
        if self.laatste_dag_zelfde_richting is not None:
            eis_datum("laatste_dag_zelfde_richting", self.laatste_dag_zelfde_richting, _ARTIKEL_8)
        for veld in ("verklaarder_aangewezen", "nooit_geschikt", "verklaring_hoofd_buitenland"):
            eis_ja_nee(veld, getattr(self, veld), _ARTIKEL_6)
        for veld in ("eerste", "eerdere_geldig"):
            if getattr(self, veld) is not None:
                eis_ja_nee(veld, getattr(self, veld), _ARTIKEL_6)

    @property
    def gedagtekend_op(self) -> date:
        """The day on the notice, or that of its receipt when it bears none."""
        return self.dagtekening or self.ontvangen_op


def _niet_na(veld: str, dag: date, grens: date, bericht: str) -> None:
    if eis_datum(veld, dag, _ARTIKEL_7) > grens:
        raise DomainError(veld, bericht, _ARTIKEL_7)


@dataclass(frozen=True, slots=True)
class Beroep:
    """What can be said of an appeal: ``uitkomst``, against it ``redenen``, and what is open in ``vragen``.

    ``geldt_tot`` is the last day it holds and ``volgende`` the term of the next notice (None when the
    statement says never fit). ``aard`` is always a kennisgeving.
    """

    uitkomst: Uitkomst
    aard: Aard
    redenen: tuple[str, ...]
    vragen: tuple[str, ...]
    termijn: Termijn
    geldt_tot: date | None
    volgende: Termijn | None
    uitleg: Uitleg

    @property
    def voldoet(self) -> bool:
        """Whether every condition that can be read off is met."""
        return self.uitkomst is Uitkomst.VOLDOET


def beroep_op_vrijstelling(kennisgeving: Kennisgeving, begin_leerplicht: date) -> Beroep:
    """Return what can be said of a notice by articles 6 to 9.

    ``begin_leerplicht`` is the first day of leerplicht. A notice received before it is a first one and must
    come a month ahead. A later one is the yearly notice, due before 1 July ahead of its school year, if an
    earlier one held; a first notice after the duty began is in principle no longer possible, and never simply
    meets the conditions.
    """
    ontvangen = kennisgeving.ontvangen_op
    vooraf = ontvangen < eis_datum("begin_leerplicht", begin_leerplicht, _ARTIKEL_6)
    grens, schooljaar = _grens(kennisgeving, begin_leerplicht)
    redenen, vragen = list(_ontbreekt(kennisgeving)), list[str]()
    if vooraf or kennisgeving.eerste is False:
        _weeg_termijn(grens, ontvangen, redenen, vragen)
    if not vooraf:
        _weeg_eerdere(kennisgeving, redenen, vragen)
    uitkomst = Uitkomst.VOLDOET_NIET if redenen else Uitkomst.NIET_TE_ZEGGEN if vragen else Uitkomst.VOLDOET
    geldt = uitkomst is Uitkomst.VOLDOET
    blijvend = kennisgeving.grond is Grond.ONGESCHIKT and kennisgeving.nooit_geschikt
    wet = bepaling(f"vrijstelling.{kennisgeving.grond.value.replace(' ', '_')}", ontvangen)
    invoer = (
        ("kennisgeving gedagtekend", kort(kennisgeving.gedagtekend_op)),
        ("kennisgeving ontvangen", kort(ontvangen)),
        ("begin leerplicht", kort(begin_leerplicht)),
        ("termijn", f"uiterlijk {kort(grens.laatste_dag)}"),
    )
    regel = " ".join((_ZINNEN[uitkomst], *redenen, *vragen, wet.regel))
    return Beroep(
        uitkomst,
        aard(kennisgeving.grond),
        tuple(redenen),
        tuple(vragen),
        grens,
        schooljaar.einde if geldt and not blijvend else None,
        jaarlijkse_kennisgeving(schooljaar.begin) if geldt and not blijvend else None,
        wet.uitleg(regel, invoer, (grens.laatste_dag,)),
    )


_ZINNEN = {
    Uitkomst.VOLDOET: (
        "Het beroep voldoet aan de voorwaarden die zijn na te gaan. De strafrechter toetst zelf."
    ),
    Uitkomst.VOLDOET_NIET: "Het beroep voldoet niet.",
    Uitkomst.NIET_TE_ZEGGEN: "Of het beroep voldoet, is zo niet te zeggen.",
}


def _grens(kennisgeving: Kennisgeving, begin_leerplicht: date) -> tuple[Termijn, Schooljaar]:
    ontvangen = kennisgeving.ontvangen_op
    if ontvangen < begin_leerplicht:
        return eerste_kennisgeving(begin_leerplicht), Schooljaar.van(begin_leerplicht)
    lopend = Schooljaar.van(ontvangen)
    aanstaand = lopend if ontvangen.month >= lopend.begin.month else Schooljaar(lopend.beginjaar + 1)
    schooljaar = kennisgeving.voor or aanstaand
    return jaarlijkse_kennisgeving(Schooljaar(schooljaar.beginjaar - 1).begin), schooljaar


def _weeg_termijn(grens: Termijn, ontvangen: date, redenen: list[str], vragen: list[str]) -> None:
    stand = grens.tijdig(ontvangen)
    if stand is Tijdig.TE_LAAT:
        redenen.append(f"Te laat: de kennisgeving moest er uiterlijk {kort(grens.laatste_dag)} zijn.")
    elif stand is Tijdig.ONZEKER:
        vragen.append(
            f"De laatste zekere dag was {kort(grens.laatste_dag)}, in een weekend; of de dag erna nog op "
            "tijd is, is onzeker."
        )


def _weeg_eerdere(kennisgeving: Kennisgeving, redenen: list[str], vragen: list[str]) -> None:
    """A notice that came after the duty began: the yearly one of a valid appeal, or a first one."""
    if kennisgeving.eerste is None:
        vragen.append("Zoek uit of dit de eerste kennisgeving is, ook in een vorige gemeente.")
    elif kennisgeving.eerste:
        wet = bepaling("vrijstelling.eerste_na_begin", kennisgeving.ontvangen_op)
        if kennisgeving.grond is not Grond.RICHTING:
            vragen.append(
                "Dit is een eerste kennisgeving na het begin van de leerplicht. Vraag je jurist of die kan."
            )
        elif kennisgeving.uitzondering:
            vragen.append(f"{wet.regel} Hier wordt genoemd: {kennisgeving.uitzondering}. Vraag je jurist.")
        else:
            redenen.append(wet.regel)
    elif kennisgeving.eerdere_geldig is None:
        vragen.append("Zoek uit of het beroep waarop deze kennisgeving volgt, gold.")
    elif not kennisgeving.eerdere_geldig:
        redenen.append("Het eerdere beroep gold niet, dus deze kennisgeving kan er niet op volgen.")


def _ontbreekt(kennisgeving: Kennisgeving) -> Iterator[str]:
    gedagtekend = kennisgeving.gedagtekend_op
    if kennisgeving.grond is Grond.ONGESCHIKT:
        if kennisgeving.verklaring_op is None:
            yield "De verklaring van een arts, pedagoog of psycholoog ontbreekt."
        elif kennisgeving.verklaring_op < (oudst := termijn("verklaring_5a", gedagtekend).laatste_dag):
            yield f"De verklaring is te oud: zij mag van {kort(oudst)} of later zijn."
        if not kennisgeving.verklaarder_aangewezen:
            yield "De arts, pedagoog of psycholoog is niet aangewezen door burgemeester en wethouders."
    elif kennisgeving.grond is Grond.RICHTING:
        laatste = kennisgeving.laatste_dag_zelfde_richting
        if laatste is not None and laatste >= termijn("zelfde_richting", gedagtekend).laatste_dag:
            yield "De jongere stond in het jaar vóór de kennisgeving op een school van deze richting."
    elif not kennisgeving.verklaring_hoofd_buitenland:
        yield "De verklaring van het hoofd van de school in het buitenland ontbreekt."
