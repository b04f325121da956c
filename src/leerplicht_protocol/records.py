"""What a record of each kind holds. Names are those of the law and the register.

Fields the municipality owns (persoon, dossier, verzuimmelding, school) are written by the server only; the
officer's own work (deurbezoek, gespreksnotitie, taak, taakafhandeling, terugmelding, procedure, and what
``papers`` holds) is created on the laptop, once.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from . import papers
from .bronmerk import Bronmerk
from .model import Count, Day, Id, LongText, Model, Moment, ShortText, Whole
from .told import TOLD


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
    PROCEDURE = "procedure"
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
        Entity.PROCEDURE,
        Entity.VERHOOR,
        Entity.STUK,
        Entity.STUKSTAP,
        Entity.BIJLAGE,
    },
)
"""Entities an officer may create; everything else is the municipality's."""


class School(Model):
    """A school site, from DUO's open data "alle vestigingen"."""

    brin: ShortText
    vestiging: ShortText
    naam: ShortText
    straat: ShortText = ""
    huisnummer: ShortText = ""
    postcode: ShortText = ""
    plaats: ShortText = ""
    gemeentecode: ShortText = ""
    denominatie: ShortText = ""
    telefoon: ShortText = ""
    website: ShortText = ""
    onderwijsstructuur: ShortText = ""


class Persoon(Model):
    """A person as the register gives it. ``lo3`` keeps the elements byte for byte.

    Dates are LO3 text (``jjjjmmdd``, ``00`` for an unknown part). ``geheimhouding`` is the LO3 code 07.70.10
    (0 = none). ``partners`` holds categories 05/55 as element maps, with ``actueel``. Addresses are element
    maps of category 08. ``bronmerken`` say what speaks against the person, his partner and his address.
    """

    bsn: ShortText | None = None
    onderwijsnummer: ShortText | None = None
    lo3: dict[str, str] = Field(default_factory=dict)
    partners: tuple[dict[str, str | bool], ...] = ()
    adres: dict[str, str] = Field(default_factory=dict)
    adres_sleutel: ShortText | None = None
    geboortedatum: ShortText = "00000000"
    geslacht: Literal["M", "V", "O"] = "O"
    geheimhouding: Count = 0
    overleden_op: ShortText | None = None
    opgeschort: ShortText | None = None
    vertrokken_naar: ShortText | None = None
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
    naam: ShortText
    gezag: bool | None = None
    zelfde_adres: bool = False
    dossier: Id | None = None
    bronmerken: tuple[Bronmerk, ...] = ()


class Mention(Model):
    """Who wrote a shared field, by the server's own knowledge, and when by his own clock."""

    door: ShortText
    op: Moment


class Told(Model):
    """The shared fields of a dossier (``told.TOLD``), changed one by one; ``vermeld`` is the server's."""

    belnummer: Annotated[ShortText, Field(max_length=TOLD["belnummer"])] = ""
    taal: Annotated[ShortText, Field(max_length=TOLD["taal"])] = ""
    tolk: Annotated[ShortText, Field(max_length=TOLD["tolk"])] = ""
    gezag_verteld: Annotated[ShortText, Field(max_length=TOLD["gezag_verteld"])] = ""
    contactverbod: Annotated[ShortText, Field(max_length=TOLD["contactverbod"])] = ""
    veiligheid: Annotated[ShortText, Field(max_length=TOLD["veiligheid"])] = ""
    schoolcontact: Annotated[ShortText, Field(max_length=TOLD["schoolcontact"])] = ""
    vermeld: Annotated[dict[ShortText, Mention], Field(max_length=40)] = Field(default_factory=dict)


class Dossier(Told):
    """One jongere of the caseload. ``gezagscode`` is LO3 11.32.10 as it came.

    ``bronmerken`` speak of gezag, and of what the newest report says of phone and another address.
    """

    nummer: ShortText
    jongere: Id | None
    naam: ShortText
    school: Id | None = None
    leerjaar: ShortText = ""
    ambtenaar: ShortText = ""
    gezagscode: ShortText = ""
    betrokkenen: tuple[Betrokkene, ...] = ()
    telefoon: ShortText = ""
    afwijkend_adres: ShortText = ""
    bronmerken: tuple[Bronmerk, ...] = ()


class Verzuimdag(Model):
    """Hours missed on one day, in the unit of the report."""

    datum: Day
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

    meldingsnummer: ShortText
    datum_melding: Day
    begindatum: Day
    einddatum: Day | None = None
    soort: Literal["16UUR", "LRV", "LUXE", "SIGNAAL", "BEGINNEND", "OVERIG"]
    reden: LongText = ""
    alle_lessen_gemist: bool = False
    ondernomen_actie: LongText = ""
    actie_gemeente_gewenst: bool = True
    toelichting_geen_actie: LongText = ""
    school: Id | None = None
    leslocatie: ShortText = ""
    melder_naam: ShortText = ""
    melder_functie: ShortText = ""
    melder_telefoon: ShortText = ""
    melder_email: ShortText = ""
    telefoon_ouder_of_leerling: ShortText = ""
    afwijkend_adres: ShortText = ""
    eenheid: Literal["klokuur", "lesuur"]
    verzuim: tuple[Verzuimdag, ...]
    leerjaar: ShortText = ""
    school_kondigde_melding_aan: LongText = ""
    status: ShortText = MELDINGSTATUS[0]
    status_toelichting: LongText = ""


class Segment(Model):
    """One remark of a visit, with what the officer's own eyes saw kept apart from what was told."""

    soort: Literal["gezien", "gehoord", "gezegd"]
    spreker: ShortText = ""
    tijd: Moment
    tekst: LongText
    ongevraagd: bool = False
    """Said of the speaker's own accord, without a question of the officer."""


class Vinkje(Model):
    """A tick with its time, and the time it was set (they differ when the officer corrects the time)."""

    soort: Literal[
        "legitimatie",
        "doel",
        "toestemming",
        "cautie",
        "feit_medegedeeld",
        "rechtsbijstand",
        "jongere_gezien",
    ]
    tijd: Moment
    wie: ShortText = ""


class NietThuis(Model):
    """What an officer saw and left behind at a closed door."""

    gezien: tuple[ShortText, ...] = ()
    achtergelaten: Literal["kaart", "brief", "niets"]
    kaartnummer: ShortText = ""


class Deurbezoek(Model):
    """A visit as it was *vastgelegd*; a correction is a new record that points to the old one."""

    dossiers: Annotated[tuple[Id, ...], Field(min_length=1, max_length=20)]
    corrigeert: Id | None = None
    reden_correctie: ShortText = ""
    begonnen_op: Moment
    geeindigd_op: Moment
    vastgelegd_op: Moment
    adres: ShortText
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
    verbalisant: ShortText = ""


class Afspraak(Model):
    """Who does what, by when."""

    wat: ShortText
    wie: ShortText
    uiterlijk: Day


class Gespreksnotitie(Model):
    """Minutes of a talk: with whom, when, how, what, and the agreements."""

    dossiers: Annotated[tuple[Id, ...], Field(min_length=1, max_length=20)]
    corrigeert: Id | None = None
    reden_correctie: ShortText = ""
    met_wie: ShortText
    gesproken_op: Moment
    hoe: Literal["telefoon", "kantoor", "school", "thuis", "videobellen", "e-mail", "anders"]
    tekst: LongText
    afspraken: tuple[Afspraak, ...] = ()
    vastgelegd_op: Moment
    verbalisant: ShortText = ""


class Taak(Model):
    """Something to do by a day; ``herkomst`` is the visit or note it came from."""

    dossiers: Annotated[tuple[Id, ...], Field(min_length=1, max_length=20)]
    wat: ShortText
    wie: ShortText = ""
    uiterlijk: Day
    tijdstip: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] | None = None
    herkomst: Id | None = None
    gemaakt_op: Moment


class Taakafhandeling(Model):
    """How a task ended. A task is never changed or deleted; its end is a record of its own."""

    dossiers: Annotated[tuple[Id, ...], Field(min_length=1, max_length=20)]
    taak: Id
    hoe: Literal["gedaan", "vervallen"]
    toelichting: ShortText = ""
    afgehandeld_op: Moment


class Terugmelding(Model):
    """What was found at a door and contradicts the address of the register (Wet BRP, article 2.34).

    It says what was found and not that anybody was told: that is a step of the letter.
    """

    dossiers: Annotated[tuple[Id, ...], Field(min_length=1, max_length=20)]
    bezoek: Id
    adres: ShortText
    bevinding: Literal["verhuisd", "onbekend"]
    waargenomen_op: Moment
    gemaakt_op: Moment
    toelichting: LongText = ""
    verbalisant: ShortText = ""


Answer = LongText | bool | Whole | None
"""An answer of a procedure: text or the key of a choice, yes or no, a number, a day as ISO 8601 text."""


class Procedure(Model):
    """A version of a procedure (leave, exemption ...): all its answers as they stood when it was fixed.

    ``zaak`` is the id of the first version. ``kop`` is what the rules said of it then, in one line.
    """

    dossiers: Annotated[tuple[Id, ...], Field(min_length=1, max_length=20)]
    zaak: Id
    soort: Literal[
        "verlof", "vrijstelling", "vervangend", "aanpak", "halt", "luxe", "meldcode", "inschrijving"
    ]
    begonnen_op: Moment
    antwoorden: Annotated[dict[ShortText, Answer], Field(max_length=200)]
    regime: Literal["avg", "wpg"] = "avg"
    kop: ShortText = ""
    klaar: bool = False
    corrigeert: Id | None = None
    reden_correctie: ShortText = ""
    vastgelegd_op: Moment
    verbalisant: ShortText = ""


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
    Entity.PROCEDURE: Procedure,
    Entity.VERHOOR: papers.Verhoor,
    Entity.STUK: papers.Stuk,
    Entity.STUKSTAP: papers.Stukstap,
    Entity.BIJLAGE: papers.Bijlage,
}
"""The model of each entity's body: the server checks pushed bodies, the laptop checks pulled ones."""
