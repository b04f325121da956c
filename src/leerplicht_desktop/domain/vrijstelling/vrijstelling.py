"""Exemptions from enrolment (article 5, 5a, 15) and replacing duties (3a, 3b): conditions, terms, nature.

An appeal to article 5 onder a, b or c works by law: nobody grants it, so nothing here can lead to a
beschikking or an objection clause. Articles 15, 3a and 3b are decisions of burgemeester en wethouders.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from leerplicht_desktop.domain.datumsom import maanden_verder
from leerplicht_desktop.domain.datumtekst import kort
from leerplicht_desktop.domain.eisen import eis_aantal, eis_datum, eis_ja_nee
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.getalwoord import keer, voluit
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.plicht.leerplicht import Plicht, leerplicht_einde
from leerplicht_desktop.domain.termijn.termijnen import (
    Termijn,
    eerste_kennisgeving,
    jaarlijkse_kennisgeving,
    termijn,
)
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.domain.wet.kalender import Schooljaar
from leerplicht_desktop.domain.wet.wetboek import bepaling

_ARTIKEL_6 = "artikel 6 Leerplichtwet 1969"
_ARTIKEL_7 = "artikel 7 Leerplichtwet 1969"


class Grond(StrEnum):
    """The ground of an exemption. Beware: 5 onder a (unfit) is not article 5a (travelling life)."""

    ONGESCHIKT = "5 onder a"
    RICHTING = "5 onder b"
    BUITENLAND = "5 onder c"
    TREKKEND = "5a"
    ANDER_ONDERWIJS = "15"
    VERVANGEND = "3a"
    VERVANGEND_LAATSTE_JAAR = "3b"


class Aard(StrEnum):
    """Whether something works by law on a notice, or needs a decision."""

    KENNISGEVING = "kennisgeving: werkt van rechtswege"
    BESLUIT = "besluit van burgemeester en wethouders"


_VRIJSTELLING = "artikel 3a, 3b, 5, 5a en 15 Leerplichtwet 1969"
_VAN_RECHTSWEGE = (Grond.ONGESCHIKT, Grond.RICHTING, Grond.BUITENLAND, Grond.TREKKEND)


def _grond(grond: Grond | str) -> Grond:
    if grond not in tuple(Grond):
        artikelen = ", ".join(Grond)
        raise DomainError("grond", f"Kies een van de artikelen {artikelen}.", _VRIJSTELLING)
    return Grond(grond)


def aard(grond: Grond | str) -> Aard:
    """Return the nature of a ground. Source: articles 3a, 3b, 5, 5a, 6 and 15 Leerplichtwet 1969."""
    return Aard.KENNISGEVING if _grond(grond) in _VAN_RECHTSWEGE else Aard.BESLUIT


def document_bij(grond: Grond | str) -> Documentsoort:
    """Return the only kind of document that may answer: never a beschikking for what works by law."""
    if aard(grond) is Aard.KENNISGEVING:
        return Documentsoort.REACTIE_VRIJSTELLING
    if _grond(grond) is Grond.ANDER_ONDERWIJS:
        return Documentsoort.BESCHIKKING_VRIJSTELLING_15
    return Documentsoort.BESCHIKKING_VERVANGENDE_LEERPLICHT


@dataclass(frozen=True, slots=True)
class Kennisgeving:
    """A notice that appeals to article 5 onder a, b or c, with what its ground asks for.

    Onder a: day of the statement, made by somebody whom burgemeester en wethouders designated, and whether
    it says *never* fit. Onder b: last day on a school of that richting, None when there was none. Onder c:
    whether the head of the foreign school declares enrolment and regular attendance. ``voor`` is the school
    year it is meant for; not given, a notice from August on is taken to be about the year that has begun.
    """

    grond: Grond
    ontvangen_op: date
    verklaring_op: date | None = None
    verklaarder_aangewezen: bool = False
    nooit_geschikt: bool = False
    laatste_dag_zelfde_richting: date | None = None
    verklaring_hoofd_buitenland: bool = False
    voor: Schooljaar | None = None

    def __post_init__(self) -> None:
        """Refuse grounds that are no appeal, and a statement from the future."""
        object.__setattr__(self, "grond", _grond(self.grond))
        if self.grond not in (Grond.ONGESCHIKT, Grond.RICHTING, Grond.BUITENLAND):
            raise DomainError("grond", "Een kennisgeving hoort bij artikel 5 onder a, b of c.", _ARTIKEL_6)
        eis_datum("ontvangen_op", self.ontvangen_op, _ARTIKEL_6)
        laatste, verklaring = self.laatste_dag_zelfde_richting, self.verklaring_op
        if verklaring is not None and eis_datum("verklaring_op", verklaring, _ARTIKEL_7) > self.ontvangen_op:
            raise DomainError("verklaring_op", "De verklaring is van na de kennisgeving.", _ARTIKEL_7)
        if laatste is not None:
            eis_datum("laatste_dag_zelfde_richting", laatste, "artikel 8 lid 2 Leerplichtwet 1969")
        for veld in ("verklaarder_aangewezen", "nooit_geschikt", "verklaring_hoofd_buitenland"):
            eis_ja_nee(veld, getattr(self, veld), _ARTIKEL_6)


@dataclass(frozen=True, slots=True)
class Beroep:
    """Whether an appeal meets the conditions: ``voldoet``, or what is missing in ``redenen``.

    ``geldt_tot`` is the last day it holds and ``volgende`` the term of the next notice (None when the
    statement says never fit). ``aard`` is always a kennisgeving.
    """

    voldoet: bool
    aard: Aard
    redenen: tuple[str, ...]
    termijn: Termijn
    geldt_tot: date | None
    volgende: Termijn | None
    uitleg: Uitleg


def beroep_op_vrijstelling(kennisgeving: Kennisgeving, begin_leerplicht: date) -> Beroep:
    """Return whether a notice meets articles 6 to 9.

    ``begin_leerplicht`` is the first day of leerplicht. A notice received before it must come a month
    ahead; a later one is the yearly notice, due before 1 July ahead of its school year.
    """
    ontvangen = kennisgeving.ontvangen_op
    if ontvangen < eis_datum("begin_leerplicht", begin_leerplicht, _ARTIKEL_6):
        grens, schooljaar = eerste_kennisgeving(begin_leerplicht), Schooljaar.van(begin_leerplicht)
    else:
        lopend = Schooljaar.van(ontvangen)
        aanstaand = lopend if ontvangen.month >= lopend.begin.month else Schooljaar(lopend.beginjaar + 1)
        schooljaar = kennisgeving.voor or aanstaand
        grens = jaarlijkse_kennisgeving(Schooljaar(schooljaar.beginjaar - 1).begin)
    redenen = list(_ontbreekt(kennisgeving))
    if ontvangen > grens.laatste_dag:
        redenen.append(f"Te laat: de kennisgeving moest er uiterlijk {kort(grens.laatste_dag)} zijn.")
    blijvend = kennisgeving.grond is Grond.ONGESCHIKT and kennisgeving.nooit_geschikt
    wet = bepaling(f"vrijstelling.{kennisgeving.grond.value.replace(' ', '_')}", ontvangen)
    invoer = (
        ("kennisgeving ontvangen", kort(ontvangen)),
        ("begin leerplicht", kort(begin_leerplicht)),
        ("termijn", f"uiterlijk {kort(grens.laatste_dag)}"),
    )
    oordeel = "Het beroep voldoet niet." if redenen else "Het beroep voldoet."
    return Beroep(
        not redenen,
        aard(kennisgeving.grond),
        tuple(redenen),
        grens,
        None if blijvend or redenen else schooljaar.einde,
        None if blijvend or redenen else jaarlijkse_kennisgeving(schooljaar.begin),
        wet.uitleg(" ".join((oordeel, *redenen, wet.regel)), invoer, (grens.laatste_dag,)),
    )


def _ontbreekt(kennisgeving: Kennisgeving) -> Iterator[str]:
    ontvangen = kennisgeving.ontvangen_op
    if kennisgeving.grond is Grond.ONGESCHIKT:
        wet = bepaling("vrijstelling.5_onder_a", ontvangen)
        if kennisgeving.verklaring_op is None:
            yield "De verklaring van een arts, pedagoog of psycholoog ontbreekt."
        elif kennisgeving.verklaring_op < maanden_verder(ontvangen, -wet.getal("maanden")):
            yield f"De verklaring is ouder dan {keer(wet.getal('maanden'), 'maand', 'maanden')}."
        if not kennisgeving.verklaarder_aangewezen:
            yield "De arts, pedagoog of psycholoog is niet aangewezen door burgemeester en wethouders."
    elif kennisgeving.grond is Grond.RICHTING:
        jaren = bepaling("vrijstelling.5_onder_b", ontvangen).getal("jaren")
        laatste = kennisgeving.laatste_dag_zelfde_richting
        if laatste is not None and laatste >= maanden_verder(ontvangen, -12 * jaren):
            yield "De jongere stond in het jaar vóór de kennisgeving op een school van deze richting."
    elif not kennisgeving.verklaring_hoofd_buitenland:
        yield "De verklaring van het hoofd van de school in het buitenland ontbreekt."


@dataclass(frozen=True, slots=True)
class Vrijstelling:
    """Whether an exemption is there on a day, or can be given; truthful as a condition."""

    mogelijk: bool
    aard: Aard
    redenen: tuple[str, ...]
    uitleg: Uitleg

    def __bool__(self) -> bool:
        """Tell whether it is there or possible."""
        return self.mogelijk


def trekkend_bestaan(
    dag: date, beroep: str, reist_mee: bool, kilometer_tot_rijdende_school: float | None = None
) -> Vrijstelling:
    """Return whether article 5a holds on a day: a travelling trade, March to October, no school near.

    Raises DomainError (``beroep``) for another trade than the besluit names.
    """
    wet = bepaling("vrijstelling.5a_trekkend", eis_datum("dag", dag, "artikel 5a Leerplichtwet 1969"))
    if beroep not in wet.lijst("beroepen"):
        raise DomainError("beroep", f"Kies een van: {', '.join(wet.lijst('beroepen'))}.", wet.artikel)
    redenen = []
    if not wet.getal("eerste_maand") <= dag.month <= wet.getal("laatste_maand"):
        redenen.append("De vrijstelling geldt alleen van maart tot en met oktober.")
    if not eis_ja_nee("reist_mee", reist_mee, wet.artikel):
        redenen.append("Het kind reist niet mee.")
    afstand = kilometer_tot_rijdende_school
    if afstand is not None and eis_aantal("kilometer", afstand, wet.artikel) <= wet.getal("kilometer"):
        redenen.append("Er is een rijdende school binnen vijf kilometer.")
    uitleg = wet.uitleg(" ".join((*redenen, wet.regel)), (("beroep", beroep),), (dag,))
    return Vrijstelling(not redenen, Aard.KENNISGEVING, tuple(redenen), uitleg)


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """A request on which burgemeester en wethouders decide, with the term for the decision.

    ``horen`` names whom to hear first. ``mogelijk`` is False when the law leaves no room to grant it.
    """

    grond: Grond
    mogelijk: bool
    beslissen: Termijn
    horen: tuple[str, ...]
    redenen: tuple[str, ...]
    uitleg: Uitleg

    def __bool__(self) -> bool:
        """Tell whether it can be granted at all."""
        return self.mogelijk


def artikel_15(plicht: Plicht, ontvangen_op: date) -> Aanvraag:
    """Return what has to happen with a request because of other education: only from kwalificatieplicht."""
    wet = bepaling("vrijstelling.15", ontvangen_op)
    redenen = () if plicht is Plicht.KWALIFICATIEPLICHT else ("De jongere is niet kwalificatieplichtig.",)
    uitleg = wet.uitleg(" ".join((*redenen, wet.regel)), (("plicht", plicht.value),))
    beslissen = termijn("artikel_15", ontvangen_op)
    return Aanvraag(Grond.ANDER_ONDERWIJS, not redenen, beslissen, (), redenen, uitleg)


def vervangende_leerplicht(
    grond: Grond, geboortedatum: Geboortedatum | date, ontvangen_op: date, gevraagd_vanaf: date
) -> Aanvraag:
    """Return what has to happen with a request under article 3a (from fourteen) or 3b (last school year).

    Raises DomainError (``grond``) for another article, ``gevraagd_vanaf`` before the request.
    """
    grond = _grond(grond)
    if grond not in (Grond.VERVANGEND, Grond.VERVANGEND_LAATSTE_JAAR):
        raise DomainError("grond", "Vervangende leerplicht is artikel 3a of 3b.", _VRIJSTELLING)
    eis_datum("ontvangen_op", ontvangen_op, _VRIJSTELLING)
    eis_datum("gevraagd_vanaf", gevraagd_vanaf, _VRIJSTELLING)
    wet = bepaling(f"vrijstelling.{grond.value}", ontvangen_op)
    if gevraagd_vanaf < ontvangen_op:
        raise DomainError("gevraagd_vanaf", "De ingangsdatum ligt vóór de aanvraag.", wet.artikel)
    geboren = Geboortedatum.van(geboortedatum)
    redenen: tuple[str, ...] = ()
    if grond is Grond.VERVANGEND:
        vanaf = wet.getal("leeftijd")
        if not geboren.leeftijd_op(gevraagd_vanaf).minstens(vanaf):
            redenen = (f"De jongere is op de ingangsdatum nog geen {voluit(vanaf)}, of dat is niet zeker.",)
    elif Schooljaar.van(gevraagd_vanaf).einde != leerplicht_einde(geboren).datum:
        redenen = ("Het is niet het laatste schooljaar van de leerplicht.",)
    invoer = (("geboortedatum", geboren.tekst()), ("gevraagd vanaf", kort(gevraagd_vanaf)))
    return Aanvraag(
        grond,
        not redenen,
        termijn("vervangende_leerplicht", ontvangen_op),
        ("aanvrager", "jongere", "hoofd"),
        redenen,
        wet.uitleg(" ".join((*redenen, wet.regel)), invoer, (gevraagd_vanaf,)),
    )


def verlenging_aanvragen_voor(einde: date) -> date:
    """Return the last day to ask for renewal of article 3a: eight weeks before it ends."""
    return einde - timedelta(weeks=bepaling("vrijstelling.3a", einde).getal("weken_verlenging"))


def namen_naar_arbeidsinspectie(
    grond: Grond, geboortedatum: Geboortedatum | date, geregistreerd_op: date
) -> Termijn | None:
    """Return the term to name somebody to the Arbeidsinspectie, None when that is not asked.

    Asked for 3b, and from sixteen for 5 onder a and b. Source: article 5 Leerplichtregeling 1995.
    """
    wet = bepaling("vrijstelling.arbeidsinspectie", geregistreerd_op)
    zestien = Geboortedatum.van(geboortedatum).leeftijd_op(geregistreerd_op).minstens(wet.getal("leeftijd"))
    if grond is Grond.VERVANGEND_LAATSTE_JAAR or (zestien and grond in (Grond.ONGESCHIKT, Grond.RICHTING)):
        return termijn("arbeidsinspectie", geregistreerd_op)
    return None
