"""What a record of each kind holds. Names are those of the law and the register.

Fields the municipality owns (persoon, dossier, verzuimmelding, school) are written by the server only; the
officer's own work (deurbezoek, gespreksnotitie, taak, taakafhandeling, terugmelding, and what ``papers``
holds) is created on the laptop, once.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from . import papers
from .bronmerk import Bronmerk
from .model import Id, Kort, Lang, Model, Moment


class Entity(StrEnum):
    """The kinds of record that travel."""

    SCHOOL = "school"
    DOSSIER = "dossier"
    PERSOON = "persoon"
    VERZUIMMELDING = "verzuimmelding"
    DEURBEZOEK = "deurbezoek"
    GESPREKSNOTITIE = "gespreksnotitie"
    TAAK = "taak"
    TAAKAFHANDELING = "taakafhandeling"
    TERUGMELDING = "terugmelding"
    VERHOOR = "verhoor"
    STUK = "stuk"
    STUKSTAP = "stukstap"
    BIJLAGE = "bijlage"


OWN_WORK = frozenset(
    {
        Entity.DEURBEZOEK,
        Entity.GESPREKSNOTITIE,
        Entity.TAAK,
        Entity.TAAKAFHANDELING,
        Entity.TERUGMELDING,
        Entity.VERHOOR,
        Entity.STUK,
        Entity.STUKSTAP,
        Entity.BIJLAGE,
    },
)
"""Entities an officer may create; everything else is the municipality's."""


class School(Model):
    """A school site, from DUO's open data "alle vestigingen"."""

    brin: Kort
    vestiging: Kort
    naam: Kort
    straat: Kort = ""
    huisnummer: Kort = ""
    postcode: Kort = ""
    plaats: Kort = ""
    gemeentecode: Kort = ""
    denominatie: Kort = ""
    telefoon: Kort = ""
    website: Kort = ""
    onderwijsstructuur: Kort = ""


class Persoon(Model):
    """A person as the register gives it. ``lo3`` keeps the elements byte for byte.

    Dates are LO3 text (``jjjjmmdd``, ``00`` for an unknown part). ``geheimhouding`` is the LO3 code 07.70.10
    (0 = none). ``partners`` holds categories 05/55 as element maps, with ``actueel``. Addresses are element
    maps of category 08. ``bronmerken`` say what speaks against the person, his partner and his address.
    """

    bsn: Kort | None = None
    onderwijsnummer: Kort | None = None
    lo3: dict[str, str] = Field(default_factory=dict)
    partners: tuple[dict[str, str | bool], ...] = ()
    adres: dict[str, str] = Field(default_factory=dict)
    adres_sleutel: Kort | None = None
    geboortedatum: Kort = "00000000"
    geslacht: Literal["M", "V", "O"] = "O"
    geheimhouding: int = 0
    overleden_op: Kort | None = None
    opgeschort: Kort | None = None
    vertrokken_naar: Kort | None = None
    bronmerken: tuple[Bronmerk, ...] = ()


class Rol(StrEnum):
    """What somebody is to the jongere."""

    JONGERE = "jongere"
    OUDER1 = "ouder1"
    OUDER2 = "ouder2"
    VERZORGER = "verzorger"
    BROER_ZUS = "broer_zus"
    MEDEBEWONER = "medebewoner"


class Betrokkene(Model):
    """One person of a dossier. ``gezag`` None means the register does not say.

    ``gezag`` is what the list of the jongere says, whatever his age: that it ends at eighteen is for whoever
    reads it. ``bronmerken`` speak of this person as that list names him (categories 02 and 03).
    """

    persoon: Id | None
    rol: Rol
    naam: Kort
    gezag: bool | None = None
    zelfde_adres: bool = False
    dossier: Id | None = None
    bronmerken: tuple[Bronmerk, ...] = ()


class Dossier(Model):
    """One jongere of the caseload. ``gezagscode`` is LO3 11.32.10 as it came.

    ``bronmerken`` speak of gezag, and of what the newest report says of phone and another address.
    """

    nummer: Kort
    jongere: Id | None
    naam: Kort
    school: Id | None = None
    leerjaar: Kort = ""
    ambtenaar: Kort = ""
    gezagscode: Kort = ""
    betrokkenen: tuple[Betrokkene, ...] = ()
    telefoon: Kort = ""
    afwijkend_adres: Kort = ""
    bronmerken: tuple[Bronmerk, ...] = ()


class Verzuimdag(Model):
    """Hours missed on one day, in the unit of the report."""

    datum: date
    uren: Annotated[float, Field(gt=0, le=24)]


INGETROKKEN = "ingetrokken"
"""The status of a report that the school withdrew: it stays, but nothing of it counts."""

MELDINGSTATUS = (
    "geregistreerd",
    "in behandeling",
    "afgesloten",
    INGETROKKEN,
    "ter kennisgeving aangenomen",
)
"""The five states of a report (DUO, changes of 3 August 2020)."""


class Verzuimmelding(Model):
    """A report by a school, with the fields of the annex to the Besluit Verzuimmelding.

    ``status`` is one of ``MELDINGSTATUS``, as text: a laptop must not stop at a state that came later.
    ``status_toelichting`` is why it has that state, when the school or DUO said so.
    """

    meldingsnummer: Kort
    datum_melding: date
    begindatum: date
    einddatum: date | None = None
    soort: Literal["16UUR", "LRV", "LUXE", "SIGNAAL", "BEGINNEND", "OVERIG"]
    reden: Lang = ""
    alle_lessen_gemist: bool = False
    ondernomen_actie: Lang = ""
    actie_gemeente_gewenst: bool = True
    toelichting_geen_actie: Lang = ""
    school: Id | None = None
    leslocatie: Kort = ""
    melder_naam: Kort = ""
    melder_functie: Kort = ""
    melder_telefoon: Kort = ""
    melder_email: Kort = ""
    telefoon_ouder_of_leerling: Kort = ""
    afwijkend_adres: Kort = ""
    eenheid: Literal["klokuur", "lesuur"]
    verzuim: tuple[Verzuimdag, ...]
    leerjaar: Kort = ""
    school_kondigde_melding_aan: Lang = ""
    status: Kort = MELDINGSTATUS[0]
    status_toelichting: Lang = ""


class Segment(Model):
    """One remark of a visit, with what the officer's own eyes saw kept apart from what was told."""

    soort: Literal["gezien", "gehoord", "gezegd"]
    spreker: Kort = ""
    tijd: Moment
    tekst: Lang


class Vinkje(Model):
    """A tick with its time, and the time it was set (they differ when the officer corrects the time)."""

    soort: Literal["legitimatie", "doel", "toestemming", "cautie", "jongere_gezien"]
    tijd: Moment
    wie: Kort = ""


class NietThuis(Model):
    """What an officer saw and left behind at a closed door."""

    gezien: tuple[Kort, ...] = ()
    achtergelaten: Literal["kaart", "brief", "niets"]
    kaartnummer: Kort = ""


class Deurbezoek(Model):
    """A visit as it was *vastgelegd*; a correction is a new record that points to the old one."""

    dossiers: Annotated[tuple[Id, ...], Field(min_length=1, max_length=20)]
    corrigeert: Id | None = None
    reden_correctie: Kort = ""
    begonnen_op: Moment
    geeindigd_op: Moment
    vastgelegd_op: Moment
    adres: Kort
    ander_adres: bool = False
    modus: Literal["toezicht", "opsporing"] = "toezicht"
    uitkomst: Literal[
        "open_gedaan", "niet_thuis", "niet_opengedaan", "verhuisd", "onbekend", "weigert_gesprek"
    ]
    aangetroffen: tuple[Literal["ouder", "jongere"], ...] = ()
    vinkjes: tuple[Vinkje, ...] = ()
    binnen: bool = False
    segmenten: tuple[Segment, ...] = ()
    niet_thuis: NietThuis | None = None
    verbalisant: Kort = ""


class Afspraak(Model):
    """Who does what, by when."""

    wat: Kort
    wie: Kort
    uiterlijk: date


class Gespreksnotitie(Model):
    """Minutes of a talk: with whom, when, how, what, and the agreements."""

    dossiers: Annotated[tuple[Id, ...], Field(min_length=1, max_length=20)]
    corrigeert: Id | None = None
    reden_correctie: Kort = ""
    met_wie: Kort
    gesproken_op: Moment
    hoe: Literal["telefoon", "kantoor", "school", "thuis", "videobellen", "e-mail", "anders"]
    tekst: Lang
    afspraken: tuple[Afspraak, ...] = ()
    vastgelegd_op: Moment
    verbalisant: Kort = ""


class Taak(Model):
    """Something to do by a day; ``herkomst`` is the visit or note it came from."""

    dossiers: Annotated[tuple[Id, ...], Field(min_length=1, max_length=20)]
    wat: Kort
    wie: Kort = ""
    uiterlijk: date
    tijdstip: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] | None = None
    herkomst: Id | None = None
    gemaakt_op: Moment


class Taakafhandeling(Model):
    """How a task ended. A task is never changed or deleted; its end is a record of its own."""

    dossiers: Annotated[tuple[Id, ...], Field(min_length=1, max_length=20)]
    taak: Id
    hoe: Literal["gedaan", "vervallen"]
    toelichting: Kort = ""
    afgehandeld_op: Moment


class Terugmelding(Model):
    """What was found at a door and contradicts the address of the register (Wet BRP, article 2.34).

    It says what was found and not that anybody was told: that is a step of the letter.
    """

    dossiers: Annotated[tuple[Id, ...], Field(min_length=1, max_length=20)]
    bezoek: Id
    adres: Kort
    bevinding: Literal["verhuisd", "onbekend"]
    waargenomen_op: Moment
    gemaakt_op: Moment
    toelichting: Lang = ""
    verbalisant: Kort = ""


BODY: dict[Entity, type[Model]] = {
    Entity.SCHOOL: School,
    Entity.DOSSIER: Dossier,
    Entity.PERSOON: Persoon,
    Entity.VERZUIMMELDING: Verzuimmelding,
    Entity.DEURBEZOEK: Deurbezoek,
    Entity.GESPREKSNOTITIE: Gespreksnotitie,
    Entity.TAAK: Taak,
    Entity.TAAKAFHANDELING: Taakafhandeling,
    Entity.TERUGMELDING: Terugmelding,
    Entity.VERHOOR: papers.Verhoor,
    Entity.STUK: papers.Stuk,
    Entity.STUKSTAP: papers.Stukstap,
    Entity.BIJLAGE: papers.Bijlage,
}
"""The model of each entity's body: the server checks pushed bodies, the laptop checks pulled ones."""
