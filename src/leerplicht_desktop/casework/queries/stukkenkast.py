"""What the screens read about hearings, concepts, sealed documents and attachments: a second reading port.

Reached as ``kluis.bekijk(vraag)`` in a reading transaction and as ``work.stukkenkast`` inside an act.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from leerplicht_desktop.casework.concepten import ConceptBrief, ConceptPV, Ontvanger, Verhoorblad
from leerplicht_desktop.domain.handhaving.pvfeiten import NIETS_ERNAAST, Pvfeiten
from leerplicht_desktop.domain.handhaving.verhoor import Punt
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.persoon.identiteit import Bsn
from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.domain.stuk.dossierbijlage import Dossierbijlage
from leerplicht_desktop.domain.stuk.stuk import Stand, Stapsoort, Stuk, Stukstap
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort


@dataclass(frozen=True, slots=True)
class StukRegel:
    """A row of the list of papers: sealed ones and concepts (``concept`` True, no number, no stand)."""

    id: str
    soort: Documentsoort
    titel: str
    wanneer: datetime
    dossiers: tuple[str, ...]
    namen: str
    geadresseerde: str = ""
    nummer: str = ""
    stand: Stand | None = None
    concept: bool = False
    verzonden: bool = False
    """Whether the municipality has it; False shows "Nog niet verstuurd"."""
    afgewezen: bool = False
    regime: Regime = Regime.AVG


@dataclass(frozen=True, slots=True)
class Adreswijziging:
    """Why a letter cannot go where it was begun for.

    ``bij_te_werken`` when it is enough to put on it what the register says now.
    """

    reden: str
    raad: str = ""
    bij_te_werken: bool = False
    om_de_naam: bool = False
    """The address is right, but not the name."""

    @property
    def zin(self) -> str:
        """Why, and what to do with the concept."""
        return f"{self.reden} {self.raad}".rstrip()


@dataclass(frozen=True, slots=True)
class StukBeeld:
    """A sealed document with its steps, what may come next, and what was added to it."""

    stuk: Stuk
    stappen: tuple[Stukstap, ...]
    stand: Stand
    mogelijk: tuple[Stapsoort, ...]
    eigen: bool
    """Made on this laptop: only then the PDF bytes are surely the ones that were printed here."""
    verzonden: bool
    afgewezen: bool
    door: str
    """Who made it, by the municipality's own knowledge."""
    aanvullingen: tuple[str, ...]
    """Ids of the aanvullende processen-verbaal."""
    afdrukken: tuple[AfdrukRegel, ...]
    adres: Adreswijziging | None = None
    """Why a letter that was not sent yet no longer reaches its receivers."""
    klok: str = ""
    """That the laptop's clock and the municipality's told different times."""
    twijfels: tuple[str, ...] = ()
    """What the register doubts today of who gets a letter that was not sent yet."""


@dataclass(frozen=True, slots=True)
class AfdrukRegel:
    """One line of the print log. ``hoe`` is ``afgedrukt`` or ``uitgevoerd`` (saved as a file)."""

    stuk: str
    op: datetime
    hoe: str
    waarheen: str
    aantal: int
    inhoud: str = ""
    """What was on the paper, as a hash; empty where nobody compares it."""


@dataclass(frozen=True, slots=True)
class ConceptPVBeeld:
    """A concept proces-verbaal with its gaps, blocking ones first, and what there is to add to it."""

    concept: ConceptPV
    punten: tuple[Punt, ...]
    verhoren: tuple[Verhoorblad, ...]
    """Hearings of these dossiers that can be joined or are joined."""
    bijlagen: tuple[Dossierbijlage, ...]
    """Attachments of these dossiers."""
    nummers_over: int
    """Numbers left on this laptop; with none it cannot be sealed before the next sync."""
    feiten: Pvfeiten = NIETS_ERNAAST
    """What lies beside it by now: register, reports, other papers, other acts."""

    @property
    def blokkerend(self) -> tuple[Punt, ...]:
        """The points that must be mended before sealing."""
        return tuple(punt for punt in self.punten if punt.moet)

    def zin(self, veld: str) -> str | None:
        """The id of the sentence that a point such as ``bevindingen.3.van_wie`` is about."""
        delen = veld.split(".")
        op_papier = [zin for zin in self.concept.zinnen if not zin.weggelaten]
        if delen[0] != "bevindingen" or len(delen) < 2 or int(delen[1]) >= len(op_papier):
            return None
        return op_papier[int(delen[1])].id

    @property
    def adviezen(self) -> tuple[Punt, ...]:
        """The points that only advise."""
        return tuple(punt for punt in self.punten if not punt.moet)


@dataclass(frozen=True, slots=True)
class ConceptBriefBeeld:
    """A concept letter. ``waarschuwing`` is the red line about a secret address (R24), empty without one.

    ``verborgen`` are the texts that may stand nowhere on it.
    """

    concept: ConceptBrief
    waarschuwing: str
    verborgen: tuple[str, ...]
    adres: Adreswijziging | None = None
    """Why it cannot go where it was begun for."""
    twijfels: tuple[str, ...] = ()
    """What the register doubts of its receivers today, in sentences: nothing that stops it."""


@dataclass(frozen=True, slots=True)
class VerhoorBeeld:
    """A hearing with its points and the two ages of the suspect (R18)."""

    blad: Verhoorblad
    punten: tuple[Punt, ...]
    minderjarig_bij_feit: bool
    minderjarig_bij_verhoor: bool
    verzonden: bool
    afgewezen: bool
    afgedrukt: str = ""
    """What was on the last print, as a hash (``verhoor_afdruk``); empty when it was not printed here."""
    collega: str = ""
    """Who heard, when that was not the officer of this laptop."""
    klok: str = ""
    """That the laptop's clock and the municipality's told different times."""


@dataclass(frozen=True, slots=True)
class BijlageRegel:
    """A row of the list of attachments."""

    bijlage: Dossierbijlage
    verzonden: bool
    afgewezen: bool


@dataclass(frozen=True, slots=True)
class Nummervoorraad:
    """Numbers for a proces-verbaal that this laptop still has, and the next one it would give."""

    over: int
    volgende: str
    """Empty when there is none."""


@dataclass(frozen=True, slots=True)
class Registerpersoon:
    """Somebody as the register knows him, for a letter or a proces-verbaal."""

    persoon: str
    naam: str
    """Surname with its prefix."""
    voornamen: str
    geboren: Geboortedatum | None
    geboorteplaats: str
    bsn: Bsn | None
    ontvanger: Ontvanger
    geheim: bool


class Zaakstuksoort(StrEnum):
    """Kinds of paper items on the timeline."""

    STUK = "stuk"
    """A letter or proces-verbaal, concept or sealed."""
    STAP = "stap"
    """What happened to it after it was sealed."""
    VERHOOR = "verhoor"
    BIJLAGE = "bijlage"
    AFDRUK = "afdruk"
    """It left the vault: on paper or as a file. Only what this laptop printed."""


class Opent(StrEnum):
    """What an item of the timeline is about, and so what opens."""

    BRIEF = "brief"
    PROCES_VERBAAL = "proces_verbaal"
    VERHOOR = "verhoor"
    BEZOEKVERSLAG = "bezoekverslag"
    BIJLAGE = "bijlage"


@dataclass(frozen=True, slots=True)
class ZaakstukItem:
    """Paper on the timeline of a dossier. ``id`` is what opens: of the document, for its steps and prints.

    ``kop`` says what, ``tekst`` to whom and how. ``stand`` is that of a sealed document, else None.
    ``plaats`` is where it stands between the things of its day when ``wanneer`` is a day without a time.
    """

    soort: Zaakstuksoort
    opent: Opent
    id: str
    wanneer: datetime | date
    kop: str
    tekst: str
    wie: str
    verzonden: bool
    concept: bool = False
    afgewezen: bool = False
    stand: Stand | None = None
    plaats: datetime | None = None
    klok: str = ""
    regime: Regime = Regime.AVG


class Stukkenkast(Protocol):
    """Reads for the screens. Called on the store lane only; nothing here writes."""

    def stukken(self, dossier: str | None = None) -> tuple[StukRegel, ...]:
        """Papers of one dossier or of all, concepts included, newest first."""

    def stuk(self, id_: str) -> StukBeeld:
        """A sealed document of this laptop or pulled; raises KeyError when unknown."""

    def pdf(self, stuk: str) -> bytes:
        """The sealed PDF, byte for byte. Raises KeyError, or InhoudBeschadigd when its hash is another."""

    def concept_pv(self, id_: str) -> ConceptPVBeeld:
        """A concept, ``pv`` complete with hearings and annexes. Raises KeyError, also once sealed."""

    def concept_brief(self, id_: str) -> ConceptBriefBeeld:
        """A concept letter. Raises KeyError, also once sealed."""

    def verhoren(self, dossier: str) -> tuple[VerhoorBeeld, ...]:
        """Hearings of a dossier, newest first."""

    def verhoor(self, id_: str) -> VerhoorBeeld:
        """A hearing of this laptop or pulled; raises KeyError when unknown."""

    def bijlagen(self, dossier: str) -> tuple[BijlageRegel, ...]:
        """Attachments of a dossier, newest first."""

    def bijlage(self, id_: str) -> Dossierbijlage:
        """One attachment without its bytes; raises KeyError."""

    def bijlage_inhoud(self, id_: str) -> bytes:
        """The bytes of an attachment; raises KeyError."""

    def registerpersoon(self, persoon: str) -> Registerpersoon:
        """Somebody of the register with how he is addressed; raises KeyError when not on this laptop."""

    def collega_van_verslag(self, id_: str) -> str:
        """The name of the colleague who made a visit or note; empty for one of this laptop's own officer."""

    def klok_bij_bezoek(self, id_: str) -> str:
        """That the clock at the door differed from the municipality's; empty when it did not."""

    def nummers(self) -> Nummervoorraad:
        """How many numbers are left on this laptop."""

    def tijdlijn(self, dossier: str) -> tuple[ZaakstukItem, ...]:
        """Hearings, documents, steps, attachments and prints of a dossier, newest first."""
