"""The bezoekverslag: one page that says what happened at the door, for the dossier.

It keeps apart what the officer saw and heard from what others told him, and the time of the visit from the
time of writing (R28). It never holds a BSN (R23). The sentence about entering follows the Algemene wet op
het binnentreden, article 1 (R29).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.domain.bezoek.deurbezoek import Modus, SoortSegment
from leerplicht_desktop.domain.errors import DomainError


@dataclass(frozen=True, slots=True)
class Fragment:
    """One remark of the visit. ``spreker`` is filled for what someone said, and only then."""

    moment: datetime
    soort: SoortSegment
    tekst: str
    spreker: str = ""

    def __post_init__(self) -> None:
        if self.soort is SoortSegment.GEZEGD and not self.spreker.strip():
            raise DomainError("spreker", "Schrijf erbij wie dit zei.", "Sv 153 lid 2")


@dataclass(frozen=True, slots=True)
class Ambtenaar:
    """Who made the visit."""

    naam: str
    functie: str = "leerplichtambtenaar"
    telefoon: str = ""


@dataclass(frozen=True, slots=True)
class BezochteJongere:
    """A jongere the visit was about. ``geboren`` is the birth date in words, unknown parts included."""

    naam: str
    geboren: str
    school: str = ""
    gezien: bool | None = None


@dataclass(frozen=True, slots=True)
class Gesprekspartner:
    """Who spoke at the door; ``legitimatie_gezien`` is None when nobody asked."""

    naam: str
    relatie: str = ""
    legitimatie_gezien: bool | None = None


@dataclass(frozen=True, slots=True)
class Binnentreden:
    """Going inside: who said yes and when. A visit is not complete without both (R29)."""

    toestemming_van: str = ""
    toestemming_om: datetime | None = None


@dataclass(frozen=True, slots=True)
class Deur:
    """What was told at the door, with times. ``cautie_om`` is filled when somebody became a suspect."""

    legitimatie_om: datetime | None = None
    doel_om: datetime | None = None
    doel: str = ""
    binnen: Binnentreden | None = None
    cautie_om: datetime | None = None
    cautie_aan: str = ""
    feit_om: datetime | None = None
    feit_aan: str = ""
    rechtsbijstand_om: datetime | None = None
    rechtsbijstand_aan: str = ""
    gezien_om: datetime | None = None
    gezien_wie: str = "de leerling"
    """Whom the officer saw, as it stands in the sentence."""

    @property
    def in_volgorde(self) -> bool:
        """Whether the officer identified himself and told the purpose before consent was given."""
        toestemming = self.binnen.toestemming_om if self.binnen else None
        verteld = (self.legitimatie_om, self.doel_om)
        return toestemming is not None and all(
            moment is not None and moment <= toestemming for moment in verteld
        )

    def controleer(self) -> None:
        """Raises DomainError for what may not be missing once the visit is *vastgelegd*."""
        if self.binnen is None:
            return
        if not self.binnen.toestemming_van.strip() or self.binnen.toestemming_om is None:
            raise DomainError(
                "toestemming_van",
                "Je bent binnen geweest. Schrijf op wie toestemming gaf, en hoe laat.",
                "Algemene wet op het binnentreden, artikel 1",
            )
        if self.legitimatie_om is None or self.doel_om is None:
            raise DomainError(
                "legitimatie_om",
                "Je bent binnen geweest. Vul in hoe laat je je legitimeerde en het doel vertelde.",
                "Algemene wet op het binnentreden, artikel 1",
            )


@dataclass(frozen=True, slots=True)
class Afspraak:
    """What was agreed: who does what, and by when."""

    tekst: str
    wie: str
    uiterlijk: date | None = None


@dataclass(frozen=True, slots=True)
class Verbetering:
    """This report replaces an earlier one."""

    versie: int
    vervangt_van: datetime
    reden: str


@dataclass(frozen=True, slots=True)
class Bezoekverslag:
    """Everything on the paper. All times are aware; ``vastgelegd_op`` is None for a concept."""

    huisstijl: Huisstijl
    kenmerk: str
    ambtenaar: Ambtenaar
    adres: str
    jongeren: tuple[BezochteJongere, ...]
    begin: datetime
    eind: datetime | None
    uitkomst: str
    opgeschreven_van: datetime
    opgeschreven_tot: datetime
    vastgelegd_op: datetime | None = None
    aanwezig: tuple[str, ...] = ()
    gesproken_met: tuple[Gesprekspartner, ...] = ()
    deur: Deur = Deur()
    fragmenten: tuple[Fragment, ...] = ()
    achtergelaten: str = ""
    afspraken: tuple[Afspraak, ...] = ()
    vervolg: str = ""
    modus: Modus = Modus.TOEZICHT
    verbetering: Verbetering | None = None
    app_versie: str = ""
    klok: str = ""

    @property
    def opsporing_vanaf(self) -> datetime | None:
        """From when it was opsporing: the cautie, else the beginning; None for toezicht (R17)."""
        if self.deur.cautie_om is not None:
            return self.deur.cautie_om
        return self.begin if self.modus is Modus.OPSPORING else None

    def __post_init__(self) -> None:
        if not self.jongeren:
            raise DomainError("jongeren", "Kies voor welke jongere het bezoek was.")
        if any(moment.utcoffset() is None for moment in self._momenten()):
            raise DomainError("begin", "Een tijd in dit verslag mist de tijdzone.")
        if self.vastgelegd_op is not None:
            self.deur.controleer()
        if self.eind is not None and self.eind < self.begin:
            raise DomainError("eind", "De eindtijd ligt voor de begintijd. Verbeter een van beide.")

    def _momenten(self) -> tuple[datetime, ...]:
        door = self.deur
        tijden = (
            self.begin,
            self.eind,
            self.opgeschreven_van,
            self.opgeschreven_tot,
            self.vastgelegd_op,
            door.legitimatie_om,
            door.doel_om,
            door.cautie_om,
            door.gezien_om,
            door.binnen.toestemming_om if door.binnen else None,
            self.verbetering.vervangt_van if self.verbetering else None,
            *(fragment.moment for fragment in self.fragmenten),
        )
        return tuple(moment for moment in tijden if moment is not None)
