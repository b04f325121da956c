"""Exemptions from enrolment (article 5, 5a, 15) and replacing duties (3a, 3b): conditions, terms, nature.

An appeal to article 5 onder a, b or c works by law: nobody grants it, so nothing here can lead to a
beschikking or an objection clause. Articles 15, 3a and 3b are decisions of burgemeester en wethouders.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from leerplicht_desktop.domain.datumtekst import MAANDEN, kort
from leerplicht_desktop.domain.eisen import eis_aantal, eis_datum, eis_ja_nee
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.getalwoord import voluit
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.plicht.leerplicht import Plicht, leerplicht_einde
from leerplicht_desktop.domain.termijn.termijnen import Termijn, termijn
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.domain.wet.kalender import Schooljaar
from leerplicht_desktop.domain.wet.wetboek import bepaling


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


def grond_van(grond: Grond | str) -> Grond:
    """Return the ground of an article in words; DomainError (``grond``) for another article."""
    if grond not in tuple(Grond):
        artikelen = ", ".join(Grond)
        raise DomainError("grond", f"Kies een van de artikelen {artikelen}.", _VRIJSTELLING)
    return Grond(grond)


def aard(grond: Grond | str) -> Aard:
    """Return the nature of a ground. Source: articles 3a, 3b, 5, 5a, 6 and 15 Leerplichtwet 1969."""
    return Aard.KENNISGEVING if grond_van(grond) in _VAN_RECHTSWEGE else Aard.BESLUIT


def document_bij(grond: Grond | str) -> Documentsoort:
    """Return the only kind of document that may answer: never a beschikking for what works by law."""
    if aard(grond) is Aard.KENNISGEVING:
        return Documentsoort.REACTIE_VRIJSTELLING
    if grond_van(grond) is Grond.ANDER_ONDERWIJS:
        return Documentsoort.BESCHIKKING_VRIJSTELLING_15
    return Documentsoort.BESCHIKKING_VERVANGENDE_LEERPLICHT


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
        eerste, laatste = MAANDEN[wet.getal("eerste_maand") - 1], MAANDEN[wet.getal("laatste_maand") - 1]
        redenen.append(f"De vrijstelling geldt alleen van {eerste} tot en met {laatste}.")
    if not eis_ja_nee("reist_mee", reist_mee, wet.artikel):
        redenen.append("Het kind reist niet mee.")
    afstand = kilometer_tot_rijdende_school
    if afstand is not None and eis_aantal("kilometer", afstand, wet.artikel) <= wet.getal("kilometer"):
        redenen.append(f"Er is een rijdende school binnen {voluit(wet.getal('kilometer'))} kilometer.")
    uitleg = wet.uitleg(" ".join((*redenen, wet.regel)), (("beroep", beroep),), (dag,))
    return Vrijstelling(not redenen, Aard.KENNISGEVING, tuple(redenen), uitleg)


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """A request on which burgemeester en wethouders decide, with the term for the decision.

    ``horen`` names whom to hear first; ``overeenstemming`` whether the bevoegd gezag of the school has to
    agree. ``mogelijk`` is False when the law leaves no room to grant it.
    """

    grond: Grond
    mogelijk: bool
    beslissen: Termijn
    horen: tuple[str, ...]
    redenen: tuple[str, ...]
    uitleg: Uitleg
    overeenstemming: bool = False

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
    grond: Grond,
    geboortedatum: Geboortedatum | date,
    ontvangen_op: date,
    gevraagd_vanaf: date,
    volledige_schooljaren: int | Schooljaar | None = None,
) -> Aanvraag:
    """Return what has to happen with a request under article 3a (from fourteen) or 3b (last school year).

    The last school year is that of the sixteenth birthday or the twelfth full one (article 3 lid 1 onder a
    and b); ``volledige_schooljaren`` as in ``leerplicht_einde``.

    Raises DomainError (``grond``) for another article, ``gevraagd_vanaf`` before the request.
    """
    grond = grond_van(grond)
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
    elif Schooljaar.van(gevraagd_vanaf).einde != leerplicht_einde(geboren, volledige_schooljaren).datum:
        redenen = ("Het is niet het laatste schooljaar van de leerplicht.",)
    invoer = (("geboortedatum", geboren.tekst()), ("gevraagd vanaf", kort(gevraagd_vanaf)))
    return Aanvraag(
        grond,
        not redenen,
        termijn("vervangende_leerplicht", ontvangen_op),
        wet.lijst("horen"),
        redenen,
        wet.uitleg(" ".join((*redenen, wet.regel)), invoer, (gevraagd_vanaf,)),
        wet.waarden.get("overeenstemming") is True,
    )


def verlenging_aanvragen_voor(einde: date) -> date:
    """Return the last day to ask for renewal of article 3a: eight weeks before it ends."""
    return termijn("verlenging_3a", einde).laatste_dag


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
