"""One sentence of the chronology of a proces-verbaal: a reference into a record that was vastgelegd.

What kind it is follows from the place in the record and is never chosen; its words are those of the record.
Own words stand in a sentence of their own. Source: Sv 153 lid 2, 344; model of the paper in paper truth 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.privacy.regime import Regime


class Zinsoort(StrEnum):
    """Whose knowledge a sentence is."""

    WAARNEMING = "waarneming"
    """What the officer saw or heard himself, there and then."""
    GEZEGD = "gezegd"
    """The words of a speaker, written down as they were said."""
    SAMENVATTING = "samenvatting"
    """A talk in the words of the officer."""
    STUK = "stuk"
    """What a paper says."""
    RECHTEN = "rechten"
    """An act of the officer at the door: his card, the purpose, the caution."""
    EIGEN = "eigen"
    """Typed into the concept, without an earlier record."""


class Bronsoort(StrEnum):
    """Where a sentence comes from."""

    MELDING = "melding"
    BEZOEK = "bezoek"
    GESPREK = "gesprek"
    BRIEF = "brief"
    EIGEN = "zelf geschreven"


class Bronstand(StrEnum):
    """Whether the record still says what the sentence says."""

    GELIJK = "gelijk"
    VERBETERD = "verbeterd"
    INGETROKKEN = "ingetrokken"
    NIET_HIER = "niet_hier"


class Stand(StrEnum):
    """What a suspect had been told when he said it outside a hearing (Sv 27c, 28, 29 lid 2)."""

    NA_CAUTIE = "na_cautie"
    CAUTIE_ZONDER_RECHTSBIJSTAND = "cautie_zonder_rechtsbijstand"
    ZONDER_CAUTIE = "zonder_cautie"
    ONGEVRAAGD = "ongevraagd"
    VOOR_VERDENKING = "voor_verdenking"


class Grond(StrEnum):
    """Why a part of a sentence may not be read."""

    ADRES = "adres"
    NUMMER = "nummer"
    NAAM = "naam"


@dataclass(frozen=True, slots=True)
class Spreker:
    """Who said it: the name as printed, and as what he was spoken to. An empty name is nobody known."""

    naam: str
    hoedanigheid: str = ""
    verdachte: bool = False
    verbalisant: bool = False


@dataclass(frozen=True, slots=True)
class Verteld:
    """What a speaker had been told before he spoke, each with its time; ``ongevraagd`` of his own accord."""

    cautie: datetime | None = None
    feit: datetime | None = None
    rechtsbijstand: datetime | None = None
    ongevraagd: bool = False


@dataclass(frozen=True, slots=True)
class Bron:
    """The place in a record. ``verwijzing`` names it in words: "bezoek van 2 november 2026".

    ``hash_plek`` is the SHA-256 of what stands in that place, hexadecimal; ``collega`` the name of the
    colleague who recorded it, empty when it was the verbalisant himself.
    """

    soort: Bronsoort
    verwijzing: str
    record: str = ""
    plek: str = ""
    hash_plek: str = ""
    vastgelegd_op: datetime | None = None
    collega: str = ""
    regime: Regime = Regime.AVG

    @property
    def sleutel(self) -> str:
        """The record with the place in it; empty for an own sentence."""
        return f"{self.record}#{self.plek}" if self.record else ""


@dataclass(frozen=True, slots=True)
class Deel:
    """Characters ``begin`` up to ``eind`` of the words of the source."""

    begin: int
    eind: int


@dataclass(frozen=True, slots=True)
class Afscherming:
    """Characters of the source that nobody may read, and why."""

    begin: int
    eind: int
    grond: Grond


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One sentence. ``brontekst`` are the words of the source and never change.

    ``tekst`` are words of the officer: an own sentence, or the paraphrase when ``weergegeven``. ``delen`` are
    the parts that stay when it is shortened, empty for all of it. ``reden`` says why it stands on the paper.
    ``opschrift`` holds what a paper of the source adds to its sentence, such as the name of the school.
    """

    soort: Zinsoort
    moment: datetime
    bron: Bron
    brontekst: str = ""
    tekst: str = ""
    spreker: Spreker | None = None
    verteld: Verteld = Verteld()
    aanloop: str = ""
    """The words before a summary: with whom the talk was, and how."""
    alleen_dag: bool = False
    """Only the day is known, so that no clock time is printed."""
    delen: tuple[Deel, ...] = ()
    weergegeven: bool = False
    afgeschermd: tuple[Afscherming, ...] = ()
    reden: str = ""
    geschreven_op: datetime | None = None
    bronstand: Bronstand = Bronstand.GELIJK
    wijziging: str = ""
    """What happened to the source, in words, when it no longer says this."""

    @property
    def eigen_woorden(self) -> bool:
        """Whether the officer writes its text: of an own sentence and of a paraphrase."""
        return self.soort is Zinsoort.EIGEN or self.weergegeven

    @property
    def dag(self) -> date:
        """The day in the Netherlands."""
        return in_nederland(self.moment).date()

    @property
    def van_collega(self) -> bool:
        """Whether a colleague recorded it: then the verbalisant did not see or hear it himself."""
        return bool(self.bron.collega)


def stand_van(zin: Bevinding, verdacht_vanaf: date | None) -> Stand | None:
    """How the words of the suspect stand; None for anything but those.

    ``verdacht_vanaf`` is since when he was suspect (Sv 27); a caution says so too.
    """
    if zin.soort is not Zinsoort.GEZEGD or zin.spreker is None or not zin.spreker.verdachte:
        return None
    eerder = zin.verteld
    if eerder.cautie is not None:
        volledig = eerder.feit is not None and eerder.rechtsbijstand is not None
        return Stand.NA_CAUTIE if volledig else Stand.CAUTIE_ZONDER_RECHTSBIJSTAND
    if eerder.ongevraagd:
        return Stand.ONGEVRAAGD
    if verdacht_vanaf is not None and zin.dag >= verdacht_vanaf:
        return Stand.ZONDER_CAUTIE
    return Stand.VOOR_VERDENKING


def uit_zichzelf_op_papier(zin: Bevinding, stand: Stand | None) -> bool:
    """Whether a sentence stands on the paper unless the officer leaves it out (Wpg 3 and 5).

    What was recorded for help or supervision never does: that is chosen, with a reason.
    """
    if zin.soort in (Zinsoort.EIGEN, Zinsoort.RECHTEN) or zin.bron.soort is Bronsoort.MELDING:
        return zin.bron.regime is Regime.WPG or zin.soort is not Zinsoort.RECHTEN
    if stand is not None and stand not in (Stand.NA_CAUTIE, Stand.ONGEVRAAGD):
        return False
    return zin.bron.regime is Regime.WPG


def vraagt_reden(zin: Bevinding, stand: Stand | None) -> bool:
    """Whether putting it on the paper asks why: of help and supervision, and of words without all rights."""
    return not uit_zichzelf_op_papier(zin, stand)
