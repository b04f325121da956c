"""Which letters there are, in the order in which an officer should think of them: help first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from leerplicht_desktop.casework.ports.papier import Formulierbeeld
from leerplicht_desktop.domain.stuk.stuk import Verzendwijze
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.domain.wet.wetzin import met_de_wet


class Naar(StrEnum):
    """Who such a letter is for."""

    GEZIN = "gezin"
    """Parents and jongere; people at one address share a letter."""
    EEN = "een"
    """One person only: whoever it is about."""
    SCHOOL = "school"
    INSTANTIE = "instantie"
    NIEMAND = "niemand"
    """A card or minutes: there is no addressee on the paper."""


@dataclass(frozen=True, slots=True)
class Briefsoort:
    """Where a letter stands in the list, what it is for and when not, and who gets it.

    ``instantie`` is the organisation it usually goes to; ``kort`` a name that fits on a button in large
    text, where the one in the law data does not. ``ook_jongere`` asks the jongere in person too, from the
    age at which that is done, ``alleen_jongere`` nobody else. ``daarna`` is what else the law or good manners
    ask once it is sealed, ``wijze`` how it usually goes.
    """

    groep: str
    waarvoor: str
    naar: Naar
    instantie: str = ""
    kort: str = ""
    ook_jongere: bool = False
    alleen_jongere: bool = False
    daarna: str = ""
    wijze: Verzendwijze = Verzendwijze.POST

    def op(self, dag: date) -> Briefsoort:
        """The same with the numbers that the law has on a day."""
        return replace(self, waarvoor=met_de_wet(self.waarvoor, dag), daarna=met_de_wet(self.daarna, dag))


HELPEN = "Praten en helpen"
BESLISSEN = "Antwoord op een aanvraag"
DOORGEVEN = "Doorgeven aan een ander"
HANDHAVEN = "Handhaven"
EIGEN = "Formulieren van je gemeente"
_GROEPEN = (HELPEN, BESLISSEN, DOORGEVEN, EIGEN, HANDHAVEN)

_KOPIE = (
    "Stuur een kopie aan het hoofd van de school§: druk dit besluit nog een keer af. Is het adres van de "
    "ouder geheim? Maak het dan eerst onleesbaar op de kopie."
)
_KOPIE_HOOFD = _KOPIE.replace("§", "")
_KOPIE_3A_3B = _KOPIE.replace(
    "§", ", en bij 3b ook aan de instelling, binnen {termijn.afschrift_vervangende_leerplicht}"
)
_MELD_OUDERS = (
    "Laat de ouders weten wat je hebt gemeld: kies bij Nieuwe brief ‘Bericht aan ouders over een melding’. "
    "Stuur geen kopie, want er staat een BSN op."
)

_S = Documentsoort
SOORTEN: dict[Documentsoort, Briefsoort] = {
    _S.UITNODIGING_GESPREK: Briefsoort(
        HELPEN,
        "Om te horen hoe het gaat en wat helpt. Niet voor een verdachte: kies dan de oproep.",
        Naar.GEZIN,
        ook_jongere=True,
    ),
    _S.NIET_THUISKAART: Briefsoort(
        HELPEN,
        "Voor in de brievenbus als niemand opendoet. Er staat niets op over kind, school of reden.",
        Naar.NIEMAND,
        wijze=Verzendwijze.BRIEVENBUS,
    ),
    _S.GESPREKSVERSLAG: Briefsoort(
        HELPEN,
        "Wat er is gezegd en afgesproken, voor wie erbij was. Niet voor een verhoor.",
        Naar.NIEMAND,
    ),
    _S.VERZUIMBEELD: Briefsoort(
        HELPEN,
        "Het verzuim als plaatje, om samen te bekijken en te geven. Doe het niet in de brievenbus.",
        Naar.NIEMAND,
        daarna="Geef dit blad aan een ouder. Niet in de brievenbus: de naam van de jongere staat erop.",
        wijze=Verzendwijze.PERSOONLIJK,
    ),
    _S.BERICHT_SCHOOL: Briefsoort(
        HELPEN,
        "Wat de school nodig heeft om verder te helpen. Niet meer dan dat.",
        Naar.SCHOOL,
        daarna="Zet ook de stand van de melding in DUO goed.",
    ),
    _S.ZORGMELDING: Briefsoort(
        HELPEN,
        "Als je je zorgen maakt of een jongere veilig is. Is er direct gevaar? Bel dan eerst.",
        Naar.INSTANTIE,
        "Veilig Thuis",
        daarna="Laat de ouders weten dat je dit meldt, tenzij dat niet veilig is: kies bij Nieuwe brief "
        "‘Bericht aan ouders over een melding’.",
    ),
    _S.BESCHIKKING_VERLOF: Briefsoort(
        BESLISSEN,
        "Voor meer dan {verlof.14|dagen|schooldag|schooldagen} verlof. Over minder beslist het hoofd van de "
        "school.",
        Naar.GEZIN,
        daarna=_KOPIE_HOOFD,
    ),
    _S.REACTIE_VRIJSTELLING: Briefsoort(
        BESLISSEN,
        "Op een beroep op artikel 5 onder a, b of c. De vrijstelling volgt uit de wet: dit is geen besluit.",
        Naar.GEZIN,
    ),
    _S.BESCHIKKING_VERVANGENDE_LEERPLICHT: Briefsoort(
        BESLISSEN,
        "Besluit van het college, binnen {termijn.vervangende_leerplicht}. Hoor eerst de ouders, de jongere "
        "en het hoofd.",
        Naar.GEZIN,
        daarna=_KOPIE_3A_3B,
    ),
    _S.BESCHIKKING_VRIJSTELLING_15: Briefsoort(
        BESLISSEN,
        "Besluit van het college over vrijstelling van de kwalificatieplicht, binnen {termijn.artikel_15}.",
        Naar.GEZIN,
        kort="Besluit ander onderwijs (artikel 15)",
        daarna=_KOPIE_HOOFD,
    ),
    _S.OVERDRACHT: Briefsoort(
        DOORGEVEN,
        "Na een verhuizing, aan de leerplichtambtenaar van de nieuwe gemeente.",
        Naar.INSTANTIE,
    ),
    _S.TERUGMELDING_BRP: Briefsoort(
        DOORGEVEN,
        "Als je aan de deur vond dat iemand niet woont waar de BRP hem heeft. Meld wat je zag, niet wat je "
        "vermoedt.",
        Naar.INSTANTIE,
        "Afdeling Burgerzaken",
        daarna="Zet erbij hoe en wanneer je dit hebt verstuurd. Burgerzaken onderzoekt het adres en laat je "
        "weten wat eruit komt.",
    ),
    _S.MELDING_SVB: Briefsoort(
        DOORGEVEN,
        "Over een jongere van {mas.svb|leeftijd} tot {mas.svb|leeftijd_tot} jaar die zijn plicht niet "
        "nakomt. Niet voor een jonger kind.",
        Naar.INSTANTIE,
        "Sociale Verzekeringsbank",
        daarna=_MELD_OUDERS,
    ),
    _S.INTREKKING_SVB: Briefsoort(
        DOORGEVEN,
        "Als het na een melding aan de SVB weer goed gaat.",
        Naar.INSTANTIE,
        "Sociale Verzekeringsbank",
        daarna=_MELD_OUDERS,
    ),
    _S.BERICHT_OUDERS: Briefsoort(
        DOORGEVEN,
        "Na een melding bij de SVB of Veilig Thuis. Niet als het gezin daardoor onveilig wordt.",
        Naar.GEZIN,
        kort="Bericht aan ouders over een melding",
    ),
    _S.SIGNAAL_INSPECTIE: Briefsoort(
        DOORGEVEN,
        "Als een school verzuim niet meldt, of verlof geeft dat niet mag.",
        Naar.INSTANTIE,
        "Inspectie van het Onderwijs",
    ),
    _S.MELDING_ARBEIDSINSPECTIE: Briefsoort(
        DOORGEVEN,
        "Meteen bij werk onder schooltijd; binnen {termijn.arbeidsinspectie} na 3b of een vrijstelling vanaf "
        "{vrijstelling.arbeidsinspectie|leeftijd} jaar.",
        Naar.INSTANTIE,
        "Nederlandse Arbeidsinspectie",
    ),
    _S.WAARSCHUWING: Briefsoort(
        HANDHAVEN,
        "Zegt wat je verwacht en wat er anders volgt. Niet voordat je hulp hebt aangeboden.",
        Naar.GEZIN,
    ),
    _S.HALT_VERWIJZING: Briefsoort(
        HANDHAVEN,
        "Aanbod aan een jongere van {handhaving.halt|leeftijd} tot {handhaving.halt|leeftijd_tot} jaar. "
        " Halt is altijd vrijwillig.",
        Naar.EEN,
        alleen_jongere=True,
        daarna="Schrijf ook de ouders. Is het antwoord ja? Stuur Halt dan een kopie, binnen "
        "{termijn.halt_verwijzing} na het eerste verhoor.",
    ),
    _S.OPROEP_VERHOOR: Briefsoort(
        HANDHAVEN,
        "Alleen voor een verdachte. Wil je horen wat er speelt? Kies dan de uitnodiging voor een gesprek.",
        Naar.EEN,
        daarna="Is de verdachte nog geen {leerplicht.meerderjarig|leeftijd}? Laat "
        "dan ook de ouders met gezag weten dat hij is uitgenodigd: "
        "kies bij Nieuwe brief ‘Bericht aan ouders over een verhoor’.",
    ),
    _S.BERICHT_OUDERS_VERHOOR: Briefsoort(
        HANDHAVEN,
        "Voor ouders met gezag, als hun kind van {handhaving.leeftijd_verdachte|leeftijd} tot "
        "{leerplicht.meerderjarig|leeftijd} jaar een oproep kreeg.",
        Naar.GEZIN,
        kort="Bericht aan ouders over een verhoor",
    ),
    _S.KENNISGEVING_PV: Briefsoort(
        HANDHAVEN,
        "Als het proces-verbaal naar de officier gaat. Noem geen straf en geen bedrag: het OM beslist.",
        Naar.EEN,
    ),
}
_GEEN_BRIEF = frozenset({_S.PROCES_VERBAAL, _S.DUO_BERICHT, _S.BEZOEKLIJST})
_VOLGORDE = {soort: plaats for plaats, soort in enumerate(SOORTEN)}


def soort_van(formulier: Formulierbeeld) -> Briefsoort:
    """What is known of the kind; a form without an addressee on paper never asks for one."""
    bekend = SOORTEN.get(formulier.soort, Briefsoort(EIGEN, "", Naar.GEZIN))
    if formulier.vorm == "brief":
        return bekend
    return Briefsoort(bekend.groep, bekend.waarvoor, Naar.NIEMAND)


def gegroepeerd(
    formulieren: Iterable[Formulierbeeld],
) -> tuple[tuple[str, tuple[Formulierbeeld, ...]], ...]:
    """The forms an officer can choose, in groups; help comes first, enforcement last."""
    bruikbaar = [formulier for formulier in formulieren if formulier.soort not in _GEEN_BRIEF]
    bruikbaar.sort(key=lambda formulier: (_VOLGORDE.get(formulier.soort, len(_VOLGORDE)), formulier.titel))
    per_groep = {groep: [een for een in bruikbaar if soort_van(een).groep == groep] for groep in _GROEPEN}
    return tuple((groep, tuple(leden)) for groep, leden in per_groep.items() if leden)
