"""What a proces-verbaal holds: the officer, the suspect, the facts, and what was found (R21, R23, R27).

Everything before signing is a concept and has no number; what is still missing is for
``proces_verbaal_compleet``. Source: Sv 152, 153; Besluit BOA 27.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.persoon.identiteit import Bsn
from leerplicht_desktop.domain.plicht.leerplicht import Plicht
from leerplicht_desktop.domain.stuk.opnamedag import Dagbron

from .grondslagen import EerdereAfdoening, Feitsoort, Grondslag, Recidive, Rol, recidive
from .pvzin import Bevinding, Stand, stand_van
from .verhoor import Verhoor

DOMEIN_III = "domein III Onderwijs"


class Eed(StrEnum):
    """On what the officer made the proces-verbaal: which of the two he once took."""

    AMBTSEED = "ambtseed"
    AMBTSBELOFTE = "ambtsbelofte"


@dataclass(frozen=True, slots=True)
class Verbalisant:
    """The officer. ``naam`` may be the BOA number where the name stays out."""

    naam: str
    functie: str
    organisatie: str
    standplaats: str = ""
    aktenummer: str = ""
    akte_geldig_tot: date | None = None
    domein: str = DOMEIN_III
    eed: Eed | None = None
    parket: str = ""


@dataclass(frozen=True, slots=True)
class Voorbehoud:
    """Why a value of the register is no fact: the field it stands in, and how the paper words the doubt."""

    veld: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Verdachte:
    """The one suspect of this proces-verbaal. ``voorbehouden`` are those of the day on which it is read."""

    rol: Rol
    naam: str = ""
    voornamen: str = ""
    geboren: Geboortedatum | None = None
    geboorteplaats: str = ""
    bsn: Bsn | None = None
    nationaliteit: str = ""
    adres: str = ""
    verblijfadres: str = ""
    telefoon: str = ""
    hoedanigheid: str = ""
    gezaghebbers: tuple[str, ...] = ()
    voorbehouden: tuple[Voorbehoud, ...] = ()
    verdacht_vanaf: date | None = None
    """Since when there was a reasonable suspicion against him (Sv 27)."""

    def voorbehoud(self, veld: str) -> str:
        """How the paper words the doubt about a field; empty when nothing speaks against it."""
        return next((een.tekst for een in self.voorbehouden if een.veld == veld), "")


@dataclass(frozen=True, slots=True)
class BetrokkenJongere:
    """A jongere the facts are about."""

    naam: str
    geboren: Geboortedatum
    school: str = ""
    brin: str = ""
    klas: str = ""
    ingeschreven: str = ""
    voorbehoud: str = ""
    """What the register doubts of name or birth date on the day of reading; empty for nothing."""


@dataclass(frozen=True, slots=True)
class Feit:
    """One fact: one jongere, one ground, one period. ``omvang`` says how much ("5 schooldagen")."""

    jongere: BetrokkenJongere
    soort: Feitsoort
    grondslag: Grondslag
    plaats: str
    omvang: str = ""
    losse_dagen: bool = False
    """Whether there was a schoolday between the charged ones on which he was at school."""


@dataclass(frozen=True, slots=True)
class Verzuimregel:
    """One line of the school's absence list."""

    dag: date
    jongere: str
    wat: str
    melding: str = ""


@dataclass(frozen=True, slots=True)
class Bijlage:
    """One annex. ``sha256`` is that of the file in the vault, in hexadecimal.

    ``volgens`` is who says ``datum``; ``bron_sha256`` that of the file it was made from, if another.
    """

    titel: str
    datum: date
    bladzijden: int
    sha256: str
    volgens: Dagbron = Dagbron.TOEVOEGEN
    bron_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Persoonsbeeld:
    """What the judge should know besides the fact: circumstances, help tried, blame, advice."""

    omstandigheden: str = ""
    hulp: str = ""
    verwijtbaarheid: str = ""
    advies: str = ""
    eerdere: tuple[EerdereAfdoening, ...] = ()
    gehoord: str = ""
    """Whether he was heard and moved to comply, or why not (article 22)."""
    halt: str = ""
    """Of a jongere: the test for Halt, with its outcome and reason."""


@dataclass(frozen=True, slots=True)
class Schooldeel:
    """What the school said. ``voorlichting`` is how and when it told parents about leave (luxe)."""

    melding: str = ""
    verklaring: str = ""
    voorlichting: str = ""
    verlof: str = ""
    ziekmelding: str = ""
    vrijstelling: str = ""
    """Whether an exemption was claimed, and where and when that was looked up (article 5 to 15)."""
    startkwalificatie: str = ""
    """Whether the jongere had one on these days, and who said so (article 4a)."""


@dataclass(frozen=True, slots=True)
class ProcesVerbaal:
    """A proces-verbaal against one suspect. ``nummer`` is empty until it is sealed (R27)."""

    verbalisant: Verbalisant
    verdachte: Verdachte
    feiten: tuple[Feit, ...]
    school: Schooldeel = Schooldeel()
    bevindingen: tuple[Bevinding, ...] = ()
    verzuim: tuple[Verzuimregel, ...] = ()
    verhoren: tuple[Verhoor, ...] = ()
    niet_gehoord: str = ""
    """Why nobody was heard; only counts without ``verhoren``."""
    gehoord_in: str = ""
    """The number of the paper that holds his hearing, when this one adds to that."""
    na_verhoor: str = ""
    """Why he was not heard about the days after the last hearing."""
    persoon: Persoonsbeeld = Persoonsbeeld()
    redenen_van_wetenschap: str = ""
    bijlagen: tuple[Bijlage, ...] = ()
    plaats: str = ""
    datum: date | None = None
    nummer: str = ""
    aanvulling_op: str = ""
    niet_opgenomen: tuple[str, ...] = ()
    """Of each record that gave a sentence: how many of its sentences stay off the paper."""

    @property
    def jongeren(self) -> tuple[BetrokkenJongere, ...]:
        """The jongeren of the facts, each once, in order."""
        return tuple(dict.fromkeys(feit.jongere for feit in self.feiten))

    def stand(self, zin: Bevinding) -> Stand | None:
        """How the words of the suspect outside a hearing stand; None for any other sentence."""
        return stand_van(zin, self.verdachte.verdacht_vanaf)

    @property
    def is_luxe(self) -> bool:
        """Whether one of the facts is luxeverzuim."""
        return any(feit.soort is Feitsoort.LUXE for feit in self.feiten)

    @property
    def is_ingeschreven(self) -> bool:
        """Whether one of the facts is absence of somebody enrolled: then leave and illness can excuse it."""
        return any(feit.soort is not Feitsoort.ABSOLUUT for feit in self.feiten)

    @property
    def is_kwalificatieplichtig(self) -> bool:
        """Whether on a charged day only a startkwalificatie would end the duty (article 4a)."""
        return any(feit.grondslag.plicht is Plicht.KWALIFICATIEPLICHT for feit in self.feiten)

    @property
    def gevolg_van_eerdere(self) -> Recidive | None:
        """What the earlier outcomes change (R21); None without one before the fact, or without a fact."""
        eerste = min((feit.grondslag.van for feit in self.feiten), default=None)
        eerder = tuple(een for een in self.persoon.eerdere if eerste is not None and een.op <= eerste)
        return recidive(eerder, eerste, self.verdachte.rol) if eerste is not None and eerder else None
