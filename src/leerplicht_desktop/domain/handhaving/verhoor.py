"""The hearing of a suspect, as a sequence that cannot be put in another order afterwards (R16–R18).

A verhoor is not a hoorgesprek: it has a cautie, rights and a statement of its own. What was said before the
cautie stays where it was recorded and never moves into the statement (R17). Source: Sv 27–29, 488, 489 in the
numbering of 2017; the new Wetboek van Strafvordering will change it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.leeftijden import meerderjarig_vanaf
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum


class Bijstand(StrEnum):
    """What the suspect did with his right to a lawyer."""

    AANWEZIG = "aanwezig"
    VOORAF = "vooraf_gesproken"
    AFSTAND = "afstand"


class Begeleiding(StrEnum):
    """Whom a minor chose to have along."""

    RAADSMAN = "raadsman"
    VERTROUWENSPERSOON = "vertrouwenspersoon"
    BEIDEN = "beiden"
    GEEN = "geen"


class Gewicht(StrEnum):
    """What a point does: it blocks, it asks a question that any answer settles, or it advises."""

    BLOKKEERT = "blokkeert"
    ANTWOORD = "antwoord"
    ADVIES = "advies"


@dataclass(frozen=True, slots=True)
class Punt:
    """Something to look at before a document may be sealed.

    ``veld`` names the field to go to, ``bericht`` what to do, ``regel`` the source that asks. A question that
    was not answered stands in the way as a fault does; its answer never does, and is printed.
    """

    veld: str
    bericht: str
    regel: str
    gewicht: Gewicht = Gewicht.BLOKKEERT

    @property
    def moet(self) -> bool:
        """Whether it stands in the way of sealing."""
        return self.gewicht is not Gewicht.ADVIES


@dataclass(frozen=True, slots=True)
class Afstand:
    """Giving up the right to a lawyer: the answer, and whether both warnings were given."""

    antwoord: str
    gevolgen_uitgelegd: bool = False
    kan_terugkomen: bool = False


@dataclass(frozen=True, slots=True)
class Tolk:
    """The interpreter: name or register number, and the language."""

    naam: str
    taal: str


@dataclass(frozen=True, slots=True)
class Verhoorregel:
    """One question or answer, in the speaker's own words."""

    moment: datetime
    tekst: str
    antwoord: bool = True


@dataclass(frozen=True, slots=True)
class Verhoor:
    """One hearing. All moments carry a time zone; ``pleegdatum`` is the last day of the fact.

    It has no lines of the talk it came from (R17): whoever keeps the hearing keeps where that talk is.
    """

    id: str
    verdachte_geboren: Geboortedatum
    pleegdatum: date
    plaats: str
    begin: datetime
    eind: datetime | None = None
    identiteit: str = ""
    feit_medegedeeld_om: datetime | None = None
    cautie_om: datetime | None = None
    rechten_in_oproep_van: date | None = None
    rechtsbijstand_medegedeeld_om: datetime | None = None
    bijstand: Bijstand | None = None
    afstand: Afstand | None = None
    verstaat_nederlands: bool | None = None
    tolk: Tolk | None = None
    kwetsbaar: bool = False
    begeleiding: Begeleiding | None = None
    ouders_ingelicht_op: date | None = None
    aanwezig: tuple[str, ...] = ()
    regels: tuple[Verhoorregel, ...] = ()
    voorgelezen_om: datetime | None = None
    verbeteringen: str = ""
    ondertekend: bool | None = None
    reden_niet_ondertekend: str = ""

    def __post_init__(self) -> None:
        if self.eind is not None and self.eind < self.begin:
            raise DomainError("eind", "Het verhoor eindigt voor het begint. Verbeter een van de tijden.")

    @property
    def laatste_regel(self) -> datetime | None:
        """When the last question or answer was written down."""
        return max((regel.moment for regel in self.regels), default=None)

    @property
    def eerste_verklaring(self) -> datetime | None:
        """When the first answer was written down."""
        return min((regel.moment for regel in self.regels if regel.antwoord), default=None)

    def minderjarig_bij_feit(self) -> bool:
        """Whether the suspect was, or may have been, a minor on the day of the fact (Sv 489; R18)."""
        return _minderjarig(self.verdachte_geboren, self.pleegdatum)

    def minderjarig_bij_verhoor(self) -> bool:
        """Whether the suspect is, or may be, still a minor at the hearing (Sv 488 lid 3; R18)."""
        return _minderjarig(self.verdachte_geboren, in_nederland(self.begin).date())


def punten(verhoor: Verhoor) -> tuple[Punt, ...]:
    """What is missing or out of order, blocking points first."""
    gevonden = [
        *_volgorde(verhoor),
        *_identiteit(verhoor),
        *_raadsman(verhoor),
        *_taal(verhoor),
        *_over_minderjarige(verhoor),
        *_afsluiting(verhoor),
    ]
    return tuple(sorted(gevonden, key=lambda punt: not punt.moet))


def _volgorde(verhoor: Verhoor) -> list[Punt]:
    """R16: the cautie and the right to a lawyer come before the first line of the statement."""
    gevonden = []
    eerste = verhoor.eerste_verklaring
    if verhoor.cautie_om is None:
        gevonden.append(Punt("cautie_om", "Geef de cautie en noteer hoe laat.", "Sv 29 lid 2"))
    elif eerste is not None and verhoor.cautie_om > eerste:
        gevonden.append(
            Punt(
                "cautie_om",
                "De cautie staat na de eerste zin van de verklaring. Wat daarvoor is gezegd, hoort hier "
                "niet bij.",
                "Sv 29 lid 2; R16",
            )
        )
    if _later(verhoor.begin, verhoor.cautie_om):
        bericht = "De cautie staat voor het begin van het verhoor. Kloppen deze tijden?"
        gevonden.append(Punt("cautie_om", bericht, "Sv 29 lid 2; R16", gewicht=Gewicht.ADVIES))
    verteld = verhoor.rechtsbijstand_medegedeeld_om
    if verteld is None and verhoor.rechten_in_oproep_van is None:
        gevonden.append(
            Punt(
                "rechtsbijstand_medegedeeld_om",
                "Noteer wanneer het recht op een advocaat is verteld: in de oproep of bij het verhoor.",
                "Sv 27c lid 2; R16",
            )
        )
    elif (
        verhoor.rechten_in_oproep_van is None
        and verteld is not None
        and eerste is not None
        and verteld > eerste
    ):
        gevonden.append(
            Punt(
                "rechtsbijstand_medegedeeld_om",
                "Het recht op een advocaat is pas verteld na de eerste zin van de verklaring.",
                "Sv 27c lid 2; R16",
            )
        )
    oproep = verhoor.rechten_in_oproep_van
    if oproep is not None and oproep > in_nederland(verhoor.begin).date():
        bericht = "Deze oproep is van na het verhoor. Verbeter de datum of haal die weg."
        gevonden.append(Punt("rechten_in_oproep_van", bericht, "Sv 27c lid 2; R16"))
    return gevonden


def _later(een: datetime | None, ander: datetime | None) -> bool:
    """Whether both are known and ``een`` comes in a later minute: a time that is typed has no seconds."""
    return een is not None and ander is not None and _minuut(een) > _minuut(ander)


def _minuut(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def _identiteit(verhoor: Verhoor) -> list[Punt]:
    gevonden = []
    if _later(verhoor.begin, min((regel.moment for regel in verhoor.regels), default=None)):
        bericht = "Het verhoor begint volgens deze tijd pas na de eerste zin. Verbeter de tijd."
        gevonden.append(Punt("begin", bericht, "Sv 153 lid 2"))
    if _later(verhoor.feit_medegedeeld_om, verhoor.eerste_verklaring):
        bericht = "Het feit is pas verteld na de eerste zin van de verklaring."
        gevonden.append(Punt("feit_medegedeeld_om", bericht, "Sv 27c lid 1"))
    if verhoor.pleegdatum > in_nederland(verhoor.begin).date():
        bericht = "De dag van het feit ligt na dit verhoor. Verbeter de datum."
        gevonden.append(Punt("pleegdatum", bericht, "Sv 27"))
    if not verhoor.identiteit.strip():
        gevonden.append(Punt("identiteit", "Noteer hoe je vaststelde wie dit is.", "Sv 27a"))
    if verhoor.feit_medegedeeld_om is None:
        gevonden.append(Punt("feit_medegedeeld_om", "Noteer wanneer je het feit vertelde.", "Sv 27c lid 1"))
    if not verhoor.plaats.strip():
        gevonden.append(Punt("plaats", "Vul in waar het verhoor was.", "Sv 153 lid 2"))
    return gevonden


def _raadsman(verhoor: Verhoor) -> list[Punt]:
    if verhoor.bijstand is None:
        return [Punt("bijstand", "Kies wat de verdachte wil met een advocaat.", "Sv 28")]
    if verhoor.bijstand is not Bijstand.AFSTAND:
        return []
    afstand = verhoor.afstand
    if afstand is None or not afstand.antwoord.strip():
        return [Punt("afstand", "Schrijf op wat de verdachte antwoordde.", "Sv 28a")]
    gevonden = []
    if not (afstand.gevolgen_uitgelegd and afstand.kan_terugkomen):
        gevonden.append(
            Punt(
                "afstand",
                "Geen advocaat: vertel de gevolgen, en dat de verdachte daarop terug kan komen.",
                "Sv 28a; R16",
                gewicht=Gewicht.ADVIES,
            )
        )
    if verhoor.kwetsbaar:
        gevonden.append(
            Punt(
                "kwetsbaar",
                "De verdachte is kwetsbaar. Leg uit waarom hij de gevolgen overziet.",
                "Sv 28c",
                gewicht=Gewicht.ADVIES,
            )
        )
    return gevonden


def _taal(verhoor: Verhoor) -> list[Punt]:
    if verhoor.verstaat_nederlands is None:
        return [Punt("verstaat_nederlands", "Noteer of de verdachte Nederlands verstaat.", "Sv 29b")]
    if not verhoor.verstaat_nederlands and verhoor.tolk is None:
        return [Punt("tolk", "De verdachte verstaat geen Nederlands: noteer de tolk.", "Sv 29b")]
    return []


def _over_minderjarige(verhoor: Verhoor) -> list[Punt]:
    """R18: two ages, the one at the fact and the one at the hearing."""
    gevonden = []
    if verhoor.minderjarig_bij_feit() and verhoor.begeleiding is None:
        gevonden.append(
            Punt(
                "begeleiding",
                "De verdachte was minderjarig. Vraag of hij een advocaat of vertrouwenspersoon erbij wil.",
                "Sv 489; R18",
            )
        )
    if verhoor.minderjarig_bij_verhoor() and verhoor.ouders_ingelicht_op is None:
        gevonden.append(
            Punt(
                "ouders_ingelicht_op",
                "De verdachte is nog minderjarig. Noteer wanneer de ouders het hoorden.",
                "Sv 488; R18",
            )
        )
    return gevonden


def _afsluiting(verhoor: Verhoor) -> list[Punt]:
    gevonden = []
    gesloten = max(filter(None, (verhoor.laatste_regel, verhoor.voorgelezen_om)), default=None)
    if verhoor.eind is None:
        gevonden.append(Punt("eind", "Noteer hoe laat het verhoor klaar was.", "Sv 153 lid 2"))
    elif _later(gesloten, verhoor.eind):
        bericht = "Het verhoor eindigt volgens deze tijd voor de laatste zin of het voorlezen."
        gevonden.append(Punt("eind", bericht, "Sv 153 lid 2"))
    if verhoor.eerste_verklaring is None:
        gevonden.append(Punt("regels", "Er staat nog geen verklaring, ook geen weigering.", "Sv 29a"))
    if verhoor.voorgelezen_om is None:
        gevonden.append(Punt("voorgelezen_om", "Lees de verklaring voor en noteer hoe laat.", "Sv 29a"))
    elif _later(verhoor.laatste_regel, verhoor.voorgelezen_om):
        bericht = "Na het voorlezen kwam er nog een zin bij. Lees de verklaring opnieuw voor."
        gevonden.append(Punt("voorgelezen_om", bericht, "Sv 29a"))
    if verhoor.ondertekend is None:
        gevonden.append(Punt("ondertekend", "Kies of de verdachte heeft ondertekend.", "Sv 29a"))
    elif not verhoor.ondertekend and not verhoor.reden_niet_ondertekend.strip():
        gevonden.append(Punt("reden_niet_ondertekend", "Schrijf waarom niet is ondertekend.", "Sv 29a"))
    return gevonden


def _minderjarig(geboren: Geboortedatum, dag: date) -> bool:
    """Whether somebody is, or may be, a minor on a day."""
    return geboren.leeftijd_op(dag).minstens(meerderjarig_vanaf(dag)) is not True
