"""What the screen of a proces-verbaal shows, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from leerplicht_desktop.casework.concepten import ConceptPV, Persoonskeuze
from leerplicht_desktop.casework.queries.stukkenkast import ConceptPVBeeld, StukBeeld
from leerplicht_desktop.domain.handhaving.grondslagen import Feitsoort, Rol
from leerplicht_desktop.domain.handhaving.proces_verbaal import ProcesVerbaal
from leerplicht_desktop.domain.handhaving.verhoor import Gewicht, Punt
from leerplicht_desktop.domain.stuk.dossierbijlage import Dossierbijlage
from leerplicht_desktop.domain.stuk.stuk import Stapsoort
from leerplicht_desktop.ui.formulier.stappenlijst import Stap
from leerplicht_desktop.ui.kit.dates import short_date
from leerplicht_desktop.ui.kit.steps import StepState

STAPPEN = (
    ("verdachte", "Verdachte"),
    ("feit", "Feit en periode"),
    ("bevindingen", "Bevindingen"),
    ("verhoor", "Verhoor"),
    ("bijlagen", "Bijlagen"),
    ("ondertekening", "Ondertekening"),
)
SOORTEN = (
    (Feitsoort.LUXE, "Luxeverzuim"),
    (Feitsoort.RELATIEF, "Ander verzuim van een ingeschreven leerling"),
    (Feitsoort.ABSOLUUT, "Niet ingeschreven"),
)
_BEGIN = {
    "verdachte": "verdachte",
    "persoon": "verdachte",
    "feiten": "feit",
    "bevindingen": "bevindingen",
    "school": "bevindingen",
    "redenen_van_wetenschap": "bevindingen",
    "verhoor": "verhoor",
    "niet_gehoord": "verhoor",
    "na_verhoor": "verhoor",
    "bijlagen": "bijlagen",
    "verbalisant": "ondertekening",
    "plaats": "ondertekening",
    "datum": "ondertekening",
}
_ALTIJD = (
    ("verdachte.naam", "Naam van de verdachte"),
    ("verdachte.voornamen", "Voornamen van de verdachte"),
    ("verdachte.geboren", "Geboortedatum van de verdachte"),
    ("verdachte.geboorteplaats", "Geboorteplaats van de verdachte"),
    ("verdachte.adres", "Adres van de verdachte"),
    ("persoon.omstandigheden", "Persoonlijke omstandigheden"),
    ("persoon.hulp", "Welke hulp is geprobeerd"),
    ("persoon.gehoord", "Of je de verdachte hoorde en bewoog"),
    ("persoon.verwijtbaarheid", "Wat je de verdachte verwijt"),
    ("school.vrijstelling", "Of een vrijstelling gold"),
    ("feiten", "Feit, periode en grondslag"),
    ("bevindingen", "Bevindingen met hun bron"),
    ("redenen_van_wetenschap", "Hoe je weet wat hier staat"),
    ("niet_gehoord", "Verhoor, of waarom niet"),
    ("verbalisant.naam", "Je naam of BOA-nummer"),
    ("verbalisant.standplaats", "Je standplaats"),
    ("verbalisant.aktenummer", "Nummer van je akte"),
    ("verbalisant.domein", "Je domein"),
    ("verbalisant.eed", "Ambtseed of ambtsbelofte"),
    ("verbalisant.parket", "Het parket"),
    ("plaats", "Plaats van sluiten"),
    ("datum", "Datum van sluiten"),
)
_OUDER = (("verdachte.hoedanigheid", "Hoedanigheid van de verdachte"),)
_JONGERE = (("persoon.halt", "Of Halt mogelijk was"),)
_LUXE = (("school.voorlichting", "Hoe de school de regels vertelde"),)
_INGESCHREVEN = (
    ("school.ziekmelding", "Of er een ziekmelding was"),
    ("school.verlof", "Of verlof is gevraagd"),
)


_GEWICHTEN = {Gewicht.BLOKKEERT: "Moet", Gewicht.ANTWOORD: "Beantwoord", Gewicht.ADVIES: "Advies"}


def stap_van(veld: str) -> str:
    """The step on which a field stands."""
    return _BEGIN.get(veld.partition(".")[0], "verdachte")


def nummer_van(stap: str) -> int:
    """The number of a step, from 1."""
    return [sleutel for sleutel, _ in STAPPEN].index(stap) + 1


@dataclass(frozen=True, slots=True)
class Lijstregel:
    """One line of the checklist. ``punt`` is None when it is done."""

    veld: str
    woorden: str
    punt: Punt | None

    @property
    def bron(self) -> str:
        """Whether it must, and which rule asks: "Moet. Sv 153 lid 1"."""
        if self.punt is None:
            return "Klaar"
        return f"{_GEWICHTEN[self.punt.gewicht]}. {self.punt.regel}"


def lijst_van(pv: ProcesVerbaal, punten: tuple[Punt, ...]) -> tuple[Lijstregel, ...]:
    """Every point that this proces-verbaal is held to: open ones first, then those that are done."""
    gevraagd = [*_ALTIJD]
    if pv.verdachte.rol is not Rol.JONGERE:
        gevraagd += _OUDER
    else:
        gevraagd += _JONGERE
    if pv.is_luxe:
        gevraagd += _LUXE
    if pv.is_ingeschreven:
        gevraagd += _INGESCHREVEN
    open_ = [Lijstregel(punt.veld, punt.bericht, punt) for punt in punten]
    genoemd = {punt.veld for punt in punten}
    klaar = [Lijstregel(veld, woorden, None) for veld, woorden in gevraagd if veld not in genoemd]
    return (*open_, *klaar)


@dataclass(frozen=True, slots=True)
class PVVorm:
    """The concept as it stands. ``fouten`` were not understood; ``nieuw`` sentences were recorded since."""

    beeld: ConceptPVBeeld
    pv: ProcesVerbaal
    punten: tuple[Punt, ...]
    fouten: Mapping[str, str]
    nieuw: int = 0
    geheim: bool = False
    """Whether somebody in these dossiers has a secret address (R24)."""

    @property
    def concept(self) -> ConceptPV:
        """The concept itself."""
        return self.beeld.concept

    @property
    def moet(self) -> int:
        """How many points block."""
        return sum(punt.moet for punt in self.punten)

    @property
    def mag_verzegeld(self) -> bool:
        """Whether nothing stands in the way of sealing."""
        return not self.moet and not self.fouten and self.beeld.nummers_over > 0

    def bij(self, veld: str) -> tuple[Punt, ...]:
        """The points of one field."""
        return tuple(punt for punt in self.punten if punt.veld == veld)

    def onder(self, begin: str) -> tuple[Punt, ...]:
        """The points of a field and everything in it."""
        return tuple(punt for punt in self.punten if punt.veld == begin or punt.veld.startswith(f"{begin}."))

    def fout(self, veld: str) -> str:
        """What could not be understood in a field."""
        return self.fouten.get(veld, "")

    @property
    def kop(self) -> tuple[str, str]:
        """Title, and who and what it is about."""
        keuze = self.concept.keuze
        soort = {Feitsoort.LUXE: " luxeverzuim", Feitsoort.ABSOLUUT: " niet ingeschreven"}.get(
            keuze.soort, ""
        )
        titel = f"{'Aanvullend proces-verbaal' if self.concept.aanvulling_op else 'Proces-verbaal'}{soort}"
        jongeren = ", ".join(jongere.naam for jongere in self.pv.jongeren)
        wie = f"Verdachte {self.concept.verdachte.naam}"
        return titel, " · ".join(deel for deel in (wie, jongeren, periode(keuze.van, keuze.tot)) if deel)

    @property
    def stappen(self) -> tuple[Stap, ...]:
        """Where each step stands, in words."""
        return tuple(self._stap(sleutel, naam) for sleutel, naam in STAPPEN)

    def _stap(self, sleutel: str, naam: str) -> Stap:
        open_ = [punt for punt in self.punten if stap_van(punt.veld) == sleutel]
        moet = sum(punt.moet for punt in open_)
        if moet:
            return Stap(sleutel, naam, "Nog 1 punt" if moet == 1 else f"Nog {moet} punten", StepState.OPEN)
        if open_:
            woord = "1 advies" if len(open_) == 1 else f"{len(open_)} adviezen"
            return Stap(sleutel, naam, woord, StepState.DONE)
        aantal = len(self.concept.bijlagen)
        if sleutel == "bijlagen":
            return Stap(sleutel, naam, f"{aantal} toegevoegd" if aantal else "Geen", StepState.DONE)
        return Stap(sleutel, naam, "Compleet", StepState.DONE)


RAAD = "Raad voor de Kinderbescherming"
RAAD_VRAAG = "Stuur een afschrift aan de Raad voor de Kinderbescherming en leg dat hier vast."


@dataclass(frozen=True, slots=True)
class Stukblad:
    """A sealed proces-verbaal with the attachments of its dossiers.

    ``geheim`` says that somebody in them has a secret address (R24); ``naar_raad`` that a copy goes to the
    Raad voor de Kinderbescherming (R21).
    """

    beeld: StukBeeld
    bijlagen: tuple[Dossierbijlage, ...]
    geheim: bool = False
    naar_raad: bool = False

    @property
    def raad_wacht(self) -> bool:
        """Whether it was sent while the copy to the Raad was not."""
        verzonden = [stap.aan.casefold() for stap in self.beeld.stappen if stap.soort is Stapsoort.VERZONDEN]
        return self.naar_raad and bool(verzonden) and not any("raad" in aan for aan in verzonden)


GEHEIM = (
    "In dit dossier staat een geheim adres. Dit stuk gaat alleen naar de officier van justitie, nooit naar "
    "de andere ouder of de school."
)
"""R24: the prosecutor may have the address; the others may not."""


def periode(van: date, tot: date) -> str:
    """ "ma 2 nov t/m vr 6 nov", or the one day."""
    return short_date(van) if van == tot else f"{short_date(van)} t/m {short_date(tot)}"


@dataclass(frozen=True, slots=True)
class Verdachtekeuze:
    """Somebody against whom it can be: who, and what he is."""

    sleutel: str
    keuze: Persoonskeuze
    woord: str


@dataclass(frozen=True, slots=True)
class Aanloop:
    """What is known before a concept is made. ``gezin`` are (dossier, name), the one asked for first."""

    gezin: tuple[tuple[str, str], ...]
    keuzes: tuple[Verdachtekeuze, ...]
    soort: Feitsoort
    van: date
    tot: date
    plaats: str
