"""What the screen of a hearing shows, as frozen values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from leerplicht_desktop.casework.concepten import Persoonskeuze, Verhoorblad
from leerplicht_desktop.casework.queries.caseload import DossierBeeld, PersoonBeeld
from leerplicht_desktop.casework.verhoor.oproep import Oproep
from leerplicht_desktop.domain.handhaving.grondslagen import Rol
from leerplicht_desktop.domain.handhaving.verhoor import Begeleiding, Bijstand, Punt
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.ui.formulier.stappenlijst import Stap
from leerplicht_desktop.ui.kit.steps import StepState
from leerplicht_desktop.ui.scherm.woorden import OUDERROLLEN, rolwoord

STAPPEN = (
    ("wie", "Wie en waarom"),
    ("begin", "Identiteit en feit"),
    ("rechten", "Cautie en advocaat"),
    ("taal", "Taal en begeleiding"),
    ("verklaring", "Verklaring"),
    ("slot", "Voorlezen en tekenen"),
)
_VELDEN = {
    "pleegdatum": "wie",
    "plaats": "wie",
    "begin": "wie",
    "rechten_in_oproep_van": "wie",
    "aanwezig": "wie",
    "identiteit": "begin",
    "feit_medegedeeld_om": "begin",
    "cautie_om": "rechten",
    "rechtsbijstand_medegedeeld_om": "rechten",
    "bijstand": "rechten",
    "afstand": "rechten",
    "kwetsbaar": "rechten",
    "verstaat_nederlands": "taal",
    "tolk": "taal",
    "begeleiding": "taal",
    "ouders_ingelicht_op": "taal",
    "regels": "verklaring",
    "voorgelezen_om": "slot",
    "verbeteringen": "slot",
    "ondertekend": "slot",
    "reden_niet_ondertekend": "slot",
    "eind": "slot",
}
NA_AFDRUKKEN = frozenset({"ondertekend", "reden_niet_ondertekend"})
"""What can only be known after the paper was put before the suspect."""
BIJSTAND = (
    (Bijstand.AANWEZIG, "Advocaat is erbij"),
    (Bijstand.VOORAF, "Vooraf met advocaat gesproken"),
    (Bijstand.AFSTAND, "Wil geen advocaat"),
)
BEGELEIDING = (
    (Begeleiding.RAADSMAN, "Advocaat"),
    (Begeleiding.VERTROUWENSPERSOON, "Vertrouwenspersoon"),
    (Begeleiding.BEIDEN, "Allebei"),
    (Begeleiding.GEEN, "Geen van beiden"),
)
_ROLLEN = {"jongere": Rol.JONGERE, "verzorger": Rol.VERZORGER, **dict.fromkeys(OUDERROLLEN, Rol.OUDER)}


def stap_van(veld: str) -> str:
    """The step on which a field stands."""
    return _VELDEN.get(veld, "wie")


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What surrounds a hearing and does not change while it is written: names, letters, the talk before."""

    namen: str
    oproepen: tuple[Oproep, ...] = ()
    """Letters that called for a hearing, the newest first."""
    bron_scherm: str = ""
    """``deurbezoek`` or ``gesprek`` when it began there."""
    geheim: bool = False
    """Whether somebody in these dossiers has a secret address (R24)."""


@dataclass(frozen=True, slots=True)
class VerhoorVorm:
    """The hearing as it stands, with what is wrong (``fouten``) and what is still asked (``punten``)."""

    blad: Verhoorblad
    omgeving: Omgeving
    punten: tuple[Punt, ...]
    fouten: Mapping[str, str]
    streng: bool

    @property
    def gereed(self) -> bool:
        """Whether nothing but the signature is missing: then the paper to sign is no concept any more."""
        return not any(punt.moet and punt.veld not in NA_AFDRUKKEN for punt in self.punten)

    def bij(self, veld: str) -> tuple[Punt, ...]:
        """The points of one field."""
        return tuple(punt for punt in self.punten if punt.veld == veld)

    def fout(self, veld: str) -> str:
        """What could not be understood in a field."""
        return self.fouten.get(veld, "")

    @property
    def stappen(self) -> tuple[Stap, ...]:
        """Where each step stands, in words."""
        return tuple(self._stap(sleutel, naam) for sleutel, naam in STAPPEN)

    def _stap(self, sleutel: str, naam: str) -> Stap:
        open_ = [punt for punt in self.punten if stap_van(punt.veld) == sleutel]
        moet = sum(punt.moet for punt in open_)
        if moet:
            regel = "Nog 1 punt" if moet == 1 else f"Nog {moet} punten"
            return Stap(sleutel, naam, regel, StepState.OPEN)
        return Stap(sleutel, naam, "1 advies" if open_ else "Compleet", StepState.DONE)


@dataclass(frozen=True, slots=True)
class Verdachtekeuze:
    """Somebody who can be heard: who, what he is, and his birth date when the register has it."""

    sleutel: str
    keuze: Persoonskeuze
    woord: str
    geboren: Geboortedatum | None

    def regel(self, pleegdatum: date) -> str:
        """What he is, and for a jongere how old on the day of the fact."""
        if self.geboren is None:
            return f"{self.woord}, geboortedatum niet bekend"
        if self.keuze.rol is not Rol.JONGERE or pleegdatum < self.geboren.vroegst:
            return self.woord
        return f"{self.woord}, {self.geboren.leeftijd_op(pleegdatum).tekst()} op de dag van het feit"


@dataclass(frozen=True, slots=True)
class Aanloop:
    """What is known before a hearing begins."""

    dossiers: tuple[str, ...]
    namen: str
    keuzes: tuple[Verdachtekeuze, ...]
    pleegdatum: date
    plaats: str = ""
    bron: str | None = None
    bron_woord: str = ""
    """ "bezoek" or "gesprek" when the suspicion arose there (R17)."""


def verdachten(beelden: Iterable[DossierBeeld]) -> tuple[Verdachtekeuze, ...]:
    """Parents and carers first, then the jongeren; each once."""
    gevonden: dict[tuple[str, str], Verdachtekeuze] = {}
    jongeren: list[tuple[PersoonBeeld, str]] = []
    for beeld in beelden:
        for persoon in beeld.betrokkenen:
            if persoon.rol in _ROLLEN and persoon.rol != "jongere" and not persoon.overleden:
                gevonden.setdefault((persoon.persoon or "", persoon.naam), _keuze(persoon, persoon.naam))
        jongeren.append((beeld.jongere, beeld.naam))
    for jongere, naam in jongeren:
        gevonden.setdefault((jongere.persoon or "", naam), _keuze(jongere, naam))
    return tuple(gevonden.values())


def _keuze(persoon: PersoonBeeld, naam: str) -> Verdachtekeuze:
    rol = _ROLLEN.get(persoon.rol, Rol.JONGERE)
    keuze = Persoonskeuze(persoon.persoon, rol, naam)
    geboren = Geboortedatum.uit_lo3(persoon.geboren) if len(persoon.geboren) == 8 else None
    return Verdachtekeuze(persoon.persoon or naam, keuze, rolwoord(persoon), geboren)


def pleegdatum_van(beelden: Iterable[DossierBeeld], vandaag: date) -> date:
    """The last day of the newest report, today without one."""
    dagen = [
        melding.einddatum or max((dag for dag, _ in melding.dagen), default=melding.begindatum)
        for beeld in beelden
        for melding in beeld.meldingen
    ]
    return min(max(dagen, default=vandaag), vandaag)
