"""What the screens read: frozen rows and pictures of the caseload, and the port that gives them.

Everything here is built by the store from SQL pages; names come as the register keeps them, byte for byte.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from leerplicht_desktop.domain.bezoek.deurbezoek import Deurbezoek
from leerplicht_desktop.domain.bezoek.gespreksnotitie import Gespreksnotitie
from leerplicht_desktop.domain.persoon.gezag import Gezagstand
from leerplicht_desktop.domain.persoon.twijfel import Bronmerk, Brpwaarde, Twijfel
from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.domain.verzuim.meldstatus import GEREGISTREERD

from .achtergebleven import Achterblijverlezing
from .deelvelden import Deelveldbeeld, Deelveldlezing

if TYPE_CHECKING:  # procedures bring the law along, which the first window does not wait for
    from leerplicht_desktop.domain.procedure.procedure import Procedure


class DossierFilter(StrEnum):
    """Filters above the list, each with a count."""

    ALLE = "alle"
    NIEUW = "nieuw"
    """Reports of the last 14 days."""
    TAAK = "taak"
    """A task that is open, whenever it is due."""
    CONCEPT = "concept"
    """Something that was begun and not yet vastgelegd or sealed: a visit, note, hearing or paper."""


@dataclass(frozen=True, slots=True)
class DossierRegel:
    """A row of the list. ``na`` is the key of the next page."""

    dossier: str
    nummer: str
    naam: str
    school: str
    leerjaar: str
    soort: str
    """Kind of the newest report, as the wire spells it (``16UUR``, ``LUXE`` ...); empty without one."""
    datum_melding: date | None
    taak_uiterlijk: date | None
    geheim: bool
    concept: bool
    te_verzenden: bool
    gevonden_in: str = ""
    """Where a search hit was found (``naam``, ``school``, ``bsn``), for the line under the name."""


@dataclass(frozen=True, slots=True)
class Pagina:
    """A page of the list, in order; ``na`` continues it (None at the end)."""

    regels: tuple[DossierRegel, ...]
    na: tuple[str, str] | None
    totaal: int


@dataclass(frozen=True, slots=True)
class Adres:
    """An address in lines, as it is printed; ``sleutel`` is equal for people at one address."""

    regels: tuple[str, ...]
    sleutel: str
    onbekend: bool = False


@dataclass(frozen=True, slots=True)
class PersoonBeeld:
    """Somebody of the dossier. ``rol`` as on the wire.

    ``gezag`` is that of the day of reading: it ends when the jongere becomes eighteen. None = nobody can say.
    """

    persoon: str | None
    rol: str
    naam: str
    geboren: str
    """LO3 date (``jjjjmmdd``, ``00`` unknown)."""
    geslacht: str
    gezag: bool | None
    zelfde_adres: bool
    adres: Adres | None
    geheim: bool
    overleden: bool
    vertrokken: bool
    dossier: str | None
    """His own dossier, when he is a jongere of this caseload."""
    school: str = ""
    niet_in_brp: bool = False
    niet_ingezetene: bool = False
    """Registered in the BRP as somebody who does not live in the Netherlands (RNI)."""
    onbekend: bool = False
    """A parent of whom the register only knows that there is one."""
    twijfels: tuple[Twijfel, ...] = ()
    """What was doubted of him on the day of reading."""
    gezagstand: Gezagstand | None = None
    """What ``gezag`` was worked out from, for another day than that of reading."""

    def twijfel(self, gegeven: Brpwaarde) -> Twijfel | None:
        """What was doubted of one value on the day of reading; None when nothing speaks against it."""
        return next((een for een in self.twijfels if een.gegeven is gegeven), None)

    def gezag_op(self, dag: date) -> bool | None:
        """Whether he has gezag on a day; None while nobody can say."""
        return self.gezag if self.gezagstand is None else self.gezagstand.op(dag)


@dataclass(frozen=True, slots=True)
class SchoolBeeld:
    """The school of the jongere."""

    naam: str
    brin: str
    vestiging: str
    adres: str
    telefoon: str
    website: str
    onderwijs: str
    regio: str
    """Holiday region: ``noord``, ``midden`` or ``zuid``; empty when unknown."""


@dataclass(frozen=True, slots=True)
class MeldingBeeld:
    """A report by the school. ``dagen`` are (day, hours)."""

    id: str
    meldingsnummer: str
    datum_melding: date
    begindatum: date
    einddatum: date | None
    soort: str
    reden: str
    ondernomen_actie: str
    actie_gewenst: bool
    toelichting: str
    eenheid: str
    dagen: tuple[tuple[date, float], ...]
    melder: str
    melder_telefoon: str
    telefoon_thuis: str
    afwijkend_adres: str
    school_kondigde_aan: str
    leerjaar: str
    melder_email: str = ""
    leslocatie: str = ""
    """Where the lessons are, when that is not the school's own address."""
    alle_lessen_gemist: bool = False
    status: str = GEREGISTREERD
    status_toelichting: str = ""


class Tijdlijnsoort(StrEnum):
    """Kinds of items on the timeline."""

    MELDING = "melding"
    BEZOEK = "bezoek"
    NOTITIE = "notitie"
    TAAK = "taak"
    TERUGMELDING = "terugmelding"
    """What was found at a door and goes back to the register."""
    PROCEDURE = "procedure"
    """Leave, exemption and what else goes step by step."""


@dataclass(frozen=True, slots=True)
class TijdlijnItem:
    """One thing that happened or will. ``verzonden`` False shows "Nog niet verstuurd"."""

    soort: Tijdlijnsoort
    id: str
    wanneer: datetime | date
    kop: str
    tekst: str
    wie: str
    verzonden: bool
    concept: bool = False
    verbeterd_door: str | None = None
    afgewezen: bool = False
    gesproken: bool = False
    """Whether somebody of the family was spoken; false at a closed door."""
    klok: str = ""
    """That the laptop's clock and the municipality's told different times."""
    regime: Regime = Regime.AVG


@dataclass(frozen=True, slots=True)
class TaakRegel:
    """An open or ended task."""

    id: str
    wat: str
    wie: str
    uiterlijk: date
    tijdstip: time | None
    afgehandeld: str | None
    toelichting: str
    dossiers: tuple[str, ...]
    namen: str
    verzonden: bool
    herkomst: str = ""
    """The visit or note it came from, or ``regel:`` and the key of the rule that proposed it."""


@dataclass(frozen=True, slots=True)
class DossierBeeld:
    """Everything the dossier screen and the recorder show of one jongere."""

    dossier: str
    nummer: str
    naam: str
    jongere: PersoonBeeld
    betrokkenen: tuple[PersoonBeeld, ...]
    adres: Adres | None
    school: SchoolBeeld | None
    leerjaar: str
    telefoon: str
    meldingen: tuple[MeldingBeeld, ...]
    ambtenaar: str
    concept_bezoek: str | None
    concept_notitie: str | None
    ingetrokken: tuple[MeldingBeeld, ...] = ()
    """Reports that the school withdrew: shown, and never among ``meldingen``, of which all is counted."""
    meerderjarig: bool | None = None
    """Whether the jongere is eighteen on the day of reading; None when the birth date leaves it open."""
    bronmerken: tuple[Bronmerk, ...] = ()
    """Who said what of the dossier itself: gezag, phone, another address."""
    deelvelden: tuple[Deelveldbeeld, ...] = ()
    """What officers were told, own changes on their way included."""

    def deelveld(self, veld: str) -> str:
        """The value of a shared field; empty when nobody told."""
        return next((een.waarde for een in self.deelvelden if een.veld == veld), "")

    def bron(self, groep: str) -> Bronmerk | None:
        """Who said a group of values (``telefoon``, ``afwijkend_adres``), and on which day."""
        return next((merk for merk in self.bronmerken if merk.groep == groep), None)


@dataclass(frozen=True, slots=True)
class Verhoorstand:
    """The hearing from which the terms of the OM run: of a minor or not, of the jongere or not."""

    eerste: datetime
    minderjarig: bool
    van_jongere: bool


@dataclass(frozen=True, slots=True)
class UitvakRegel:
    """One item of the officer's work on its way to the municipality."""

    op: str
    wat: str
    """``deurbezoek``, ``gespreksnotitie``, ``taak``, ``taakafhandeling`` or ``terugmelding``."""
    namen: str
    dossier: str
    sinds: datetime
    toestand: str
    """``new``, ``waiting``, ``applied``, ``conflict`` or ``rejected``."""
    reden: str


@dataclass(frozen=True, slots=True)
class SyncBeeld:
    """How the road to the municipality stands."""

    te_verzenden: int
    afgewezen: int
    laatst: datetime | None
    """When everything was last exchanged and checked."""
    ontvangen: int
    """Records received in that round."""
    gemeente: str
    ambtenaar: str
    terzijde: tuple[str, ...] = ()
    """The kind of each record that the municipality sent and this program cannot read; empty = no kind."""
    bijwerken: bool = False
    """Whether a newer program can read some of those."""
    merk: str = ""
    """The line of the municipality's journal that this laptop keeps, as ``nr:hash``."""
    keuzes: int = 0
    """Fields that the office and this officer both wrote, and that wait for a choice."""


@dataclass(frozen=True, slots=True)
class SyncRonde:
    """One round, for the history."""

    begonnen: datetime
    verzonden: int
    ontvangen: int
    uitkomst: str


class Procedurelezing(Protocol):
    """Reads about procedures, a part of ``Caseload``."""

    def procedure(self, id_: str) -> Procedure:
        """A version of a procedure, of this laptop or pulled; raises KeyError when unknown."""

    def procedures(self, dossier: str) -> tuple[Procedure, ...]:
        """Every version of the procedures of one dossier, drafts included, the newest first."""

    def verhoorstand(self, dossier: str) -> Verhoorstand | None:
        """The first hearing that no sealed proces-verbaal came after; None when there is none."""


class Lijstlezing(Protocol):
    """Reads for the list of dossiers, a part of ``Caseload``."""

    def zoek(self, tekst: str, filter_: DossierFilter, na: tuple[str, str] | None, aantal: int) -> Pagina:
        """A page of the list: names without diacritics, school, or the last four digits of the BSN."""

    def in_lijst(self, dossier: str, tekst: str, filter_: DossierFilter) -> bool:
        """Whether the list of this question holds a dossier, on whatever page."""

    def tellingen(self, vandaag: date) -> dict[DossierFilter, int]:
        """How many dossiers each filter holds."""


class Caseload(Procedurelezing, Lijstlezing, Deelveldlezing, Achterblijverlezing, Protocol):
    """Reads for the screens. Called on the store lane only; nothing here writes."""

    def taken_nu(self, vandaag: date) -> int:
        """How many open tasks are due today or earlier."""

    def dossier(self, dossier: str) -> DossierBeeld | None:
        """The picture of one dossier; None when it left the caseload."""

    def gezin(self, dossier: str) -> tuple[DossierRegel, ...]:
        """Dossiers of the caseload at the same address, this one first."""

    def tijdlijn(self, dossier: str) -> tuple[TijdlijnItem, ...]:
        """What happened, newest first."""

    def taken(self, dossier: str | None, open_: bool) -> tuple[TaakRegel, ...]:
        """Tasks of one dossier or of all, the most urgent first."""

    def bezoek(self, id_: str) -> Deurbezoek:
        """A visit of this laptop, or one that was pulled."""

    def notitie(self, id_: str) -> Gespreksnotitie:
        """A note of this laptop, or one that was pulled."""

    def uitvak(self, aantal: int) -> tuple[UitvakRegel, ...]:
        """What waits, what was refused, and the last things that were sent."""

    def sync(self) -> SyncBeeld:
        """The state in words and numbers."""

    def rondes(self, aantal: int) -> tuple[SyncRonde, ...]:
        """The last rounds."""

    def instelling(self, naam: str) -> str | None:
        """A setting that lives in the vault."""

    def snelle_zinnen(self) -> tuple[str, ...]:
        """The officer's own quick phrases, in order."""

    def werkplek(self) -> Werkplek:
        """Where the officer was."""


@dataclass(frozen=True, slots=True)
class Werkplek:
    """Where the officer was: screen, thing on it, place in the text (-1: none), and the search text."""

    scherm: str = "dossiers"
    ding: str = ""
    veld: str = ""
    cursor: int = -1
    zoektekst: str = ""
