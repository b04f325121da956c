"""The visit at the door: what is recorded, and what must be there before it is *vastgelegd*."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from leerplicht_desktop.domain.errors import DomainError

from .uitkomst import Aanwezig, Uitkomst


class Modus(StrEnum):
    """Toezicht (AVG) or opsporing (Wpg): the moment of change must stay visible."""

    TOEZICHT = "toezicht"
    OPSPORING = "opsporing"


class SoortSegment(StrEnum):
    """What the officer saw, heard, or was told: observation apart from hearsay."""

    GEZIEN = "gezien"
    GEHOORD = "gehoord"
    GEZEGD = "gezegd"


class SoortVinkje(StrEnum):
    """Acts of the officer at the door that have a time."""

    LEGITIMATIE = "legitimatie"
    DOEL = "doel"
    TOESTEMMING = "toestemming"
    CAUTIE = "cautie"
    FEIT = "feit_medegedeeld"
    RECHTSBIJSTAND = "rechtsbijstand"
    JONGERE_GEZIEN = "jongere_gezien"


class Achtergelaten(StrEnum):
    """What stayed behind at a closed door."""

    KAART = "kaart"
    BRIEF = "brief"
    NIETS = "niets"


@dataclass(frozen=True, slots=True)
class Segment:
    """One remark. ``tijd`` is when it was begun; the text is in the speaker's own words when *gezegd*."""

    id: str
    soort: SoortSegment
    tijd: datetime
    tekst: str = ""
    spreker: str = ""
    ongevraagd: bool = False
    """Whether the speaker said it of his own accord, without a question of the officer."""

    @property
    def in_een_regel(self) -> str:
        """The text; what was said stands between quotes, after its speaker."""
        tekst = self.tekst.strip()
        return f"{self.spreker or 'Gezegd'}: “{tekst}”" if self.soort is SoortSegment.GEZEGD else tekst


@dataclass(frozen=True, slots=True)
class Vinkje:
    """A tick with the time it happened. ``wie`` names who gave consent, where that applies."""

    soort: SoortVinkje
    tijd: datetime
    wie: str = ""


@dataclass(frozen=True, slots=True)
class NietThuis:
    """What was seen and left at a closed door. The card names no child, school or reason."""

    gezien: tuple[str, ...] = ()
    achtergelaten: Achtergelaten | None = None
    kaartnummer: str = ""


@dataclass(frozen=True, slots=True)
class Deurbezoek:
    """One visit, to one or more jongeren of a household. All moments carry a time zone.

    ``begonnen_op`` is the time of the visit and never moves because of typing later (R28);
    ``vastgelegd_op`` is set once, after which nothing changes.
    """

    id: str
    dossiers: tuple[str, ...]
    adres: str
    begonnen_op: datetime
    ander_adres: bool = False
    modus: Modus = Modus.TOEZICHT
    uitkomst: Uitkomst | None = None
    aangetroffen: frozenset[Aanwezig] = frozenset()
    vinkjes: tuple[Vinkje, ...] = ()
    binnen: bool = False
    niet_thuis: NietThuis | None = None
    segmenten: tuple[Segment, ...] = ()
    geeindigd_op: datetime | None = None
    vastgelegd_op: datetime | None = None
    corrigeert: str | None = None
    reden_correctie: str = ""

    @property
    def is_concept(self) -> bool:
        """Whether it can still be written in."""
        return self.vastgelegd_op is None

    @property
    def is_leeg(self) -> bool:
        """Whether nothing was recorded yet, so that leaving it behind loses nothing."""
        return (
            self.uitkomst is None
            and not self.vinkjes
            and not self.binnen
            and self.niet_thuis is None
            and not any(segment.tekst.strip() for segment in self.segmenten)
        )

    @property
    def heeft_gesproken(self) -> bool:
        """Whether somebody was spoken: who refused to talk was met only, and a draft tells nothing yet."""
        return self.uitkomst is Uitkomst.OPEN_GEDAAN and bool(self.aangetroffen) and not self.is_concept

    @property
    def opgeschreven(self) -> str:
        """The remarks one below the other, what was said between quotes with its speaker."""
        geschreven = (segment for segment in self.segmenten if segment.tekst.strip())
        return "\n".join(segment.in_een_regel for segment in geschreven)

    @property
    def deur_gesloten(self) -> bool:
        """Whether nobody opened."""
        return self.uitkomst is not None and self.uitkomst.gesloten_deur

    @property
    def opsporing_vanaf(self) -> datetime | None:
        """From when it was opsporing and the Wpg holds: the cautie. None while it was toezicht (R17, R25).

        What was recorded before that moment stays toezicht: the two parts are kept apart.
        """
        cautie = self.vinkje(SoortVinkje.CAUTIE)
        if cautie is not None:
            return cautie.tijd
        return self.begonnen_op if self.modus is Modus.OPSPORING else None

    def is_opsporing(self, moment: datetime) -> bool:
        """Whether what was recorded at ``moment`` belongs to the opsporing."""
        vanaf = self.opsporing_vanaf
        return vanaf is not None and moment >= vanaf

    @property
    def eerst_verteld(self) -> bool:
        """Whether legitimation and purpose came before consent was given (Awbi 1, R29)."""
        toestemming = self.vinkje(SoortVinkje.TOESTEMMING)
        eerder = (self.vinkje(SoortVinkje.LEGITIMATIE), self.vinkje(SoortVinkje.DOEL))
        return toestemming is not None and all(
            vinkje is not None and vinkje.tijd <= toestemming.tijd for vinkje in eerder
        )

    def vinkje(self, soort: SoortVinkje) -> Vinkje | None:
        """The tick of that kind, if set."""
        return next((vinkje for vinkje in self.vinkjes if vinkje.soort is soort), None)


@dataclass(frozen=True, slots=True)
class Gebrek:
    """Something that is missing before a visit can be *vastgelegd*: the field, what to do, and the rule."""

    veld: str
    bericht: str
    regel: str


def gebreken(bezoek: Deurbezoek) -> tuple[Gebrek, ...]:
    """What still blocks *vastleggen*. Source: Awbi art. 1, R29 (consent), W1."""
    out: list[Gebrek] = []
    if bezoek.uitkomst is None:
        out.append(Gebrek("uitkomst", "Kies hoe het bezoek verliep.", "W1"))
    if bezoek.uitkomst is Uitkomst.OPEN_GEDAAN and not bezoek.aangetroffen:
        out.append(Gebrek("uitkomst", "Kies wie je hebt gesproken: ouder, leerling of beiden.", "W1"))
    out.extend(_gebreken_binnen(bezoek))
    out.extend(_gebreken_wie(bezoek))
    if bezoek.deur_gesloten and (bezoek.niet_thuis is None or bezoek.niet_thuis.achtergelaten is None):
        out.append(Gebrek("niet_thuis", "Kies wat je achterlaat: een kaart, een brief of niets.", "W1"))
    if bezoek.corrigeert is not None and not bezoek.reden_correctie.strip():
        out.append(Gebrek("reden_correctie", "Schrijf waarom je het bezoek verbetert.", "W2"))
    return tuple(out)


def _gebreken_binnen(bezoek: Deurbezoek) -> list[Gebrek]:
    if not bezoek.binnen:
        return []
    out: list[Gebrek] = []
    toestemming = bezoek.vinkje(SoortVinkje.TOESTEMMING)
    if toestemming is None:
        out.append(Gebrek("toestemming", "Je was binnen. Noteer hoe laat je toestemming kreeg.", "R29"))
    elif not toestemming.wie.strip():
        out.append(Gebrek("toestemming", "Noteer van wie je toestemming kreeg om binnen te komen.", "R29"))
    if bezoek.vinkje(SoortVinkje.LEGITIMATIE) is None:
        out.append(Gebrek("legitimatie", "Noteer hoe laat je je hebt gelegitimeerd.", "Awbi artikel 1"))
    if bezoek.vinkje(SoortVinkje.DOEL) is None:
        out.append(Gebrek("doel", "Noteer hoe laat je het doel van je komst hebt verteld.", "Awbi artikel 1"))
    return out


def _gebreken_wie(bezoek: Deurbezoek) -> list[Gebrek]:
    """A caution, a permission and a look are about somebody: without a person they prove nothing (Sv 29)."""
    vragen = [(SoortVinkje.CAUTIE, "Noteer aan wie je de cautie gaf.", "Sv 29 lid 2")]
    if not bezoek.binnen:  # inside it is asked above, with the time
        vragen.append(
            (SoortVinkje.TOESTEMMING, "Noteer van wie je toestemming kreeg om binnen te komen.", "R29")
        )
    if len(bezoek.dossiers) > 1:
        vragen.append((SoortVinkje.JONGERE_GEZIEN, "Noteer welke leerling je hebt gezien.", "W1"))
    gezet = ((bezoek.vinkje(soort), bericht, regel) for soort, bericht, regel in vragen)
    return [
        Gebrek(vinkje.soort.value, bericht, regel)
        for vinkje, bericht, regel in gezet
        if vinkje is not None and not vinkje.wie.strip()
    ]


def vastleggen(bezoek: Deurbezoek, nu: datetime) -> Deurbezoek:
    """The visit, fixed at ``nu``; once the cautie was given it is kept as opsporing.

    Raises DomainError with the first gap, or when it was fixed before.
    """
    if not bezoek.is_concept:
        raise DomainError("bezoek", "Dit bezoek is al vastgelegd. Maak een verbetering.")
    gaten = gebreken(bezoek)
    if gaten:
        raise DomainError(gaten[0].veld, gaten[0].bericht, gaten[0].regel)
    einde = bezoek.geeindigd_op or max(nu, bezoek.begonnen_op)
    if einde < bezoek.begonnen_op:
        raise DomainError("geeindigd_op", "Het einde ligt vóór het begin van het bezoek. Verbeter de tijd.")
    geschreven = tuple(segment for segment in bezoek.segmenten if segment.tekst.strip())
    modus = Modus.TOEZICHT if bezoek.opsporing_vanaf is None else Modus.OPSPORING
    return replace(bezoek, geeindigd_op=einde, vastgelegd_op=nu, segmenten=geschreven, modus=modus)


@dataclass(frozen=True, slots=True)
class Poging:
    """A proposed next attempt, on another part of the day, and the day by which the card asks to call."""

    dag: date
    tijdstip: time
    bellen_voor: date
    reden: str


_AVOND = time(18, 30)
_OCHTEND = time(8, 15)
_MIDDAG = time(15, 45)


def voorstel_poging(aangebeld: datetime, vrij: frozenset[date] = frozenset()) -> Poging:
    """When to try again: two working days on, at a time of day that was not tried yet.

    ``aangebeld`` is local time; ``vrij`` holds days on which nobody works (feestdagen). The card asks to
    call on the next working day (W5).
    """
    bellen = volgende_werkdag(aangebeld.date(), vrij)
    dag = volgende_werkdag(bellen, vrij)
    uur = aangebeld.time()
    if uur < time(12, 0):
        return Poging(dag, _MIDDAG, bellen, "Dat is in de middag, als school uit is.")
    if uur < time(17, 30):
        return Poging(dag, _AVOND, bellen, "Dat is in de avond, na werktijd.")
    return Poging(dag, _OCHTEND, bellen, "Dat is vroeg in de ochtend, voor school.")


def volgende_werkdag(dag: date, vrij: frozenset[date] = frozenset()) -> date:
    """The first day after ``dag`` that is no Saturday, Sunday or day in ``vrij``."""
    dag += timedelta(days=1)
    while dag.weekday() >= 5 or dag in vrij:
        dag += timedelta(days=1)
    return dag
