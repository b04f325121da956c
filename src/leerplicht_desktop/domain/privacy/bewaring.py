"""How long records are kept: several clocks side by side in one case, each under its own law (R25).

The selection list of municipalities and the Wpg clash, and no source settles it; so Wpg records run on a
clock of their own, apart from the file they belong to.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from leerplicht_desktop.domain.datumtekst import kort, lang
from leerplicht_desktop.domain.eisen import eis_datum
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.wet.wetboek import bepaling

from .regime import Regime

_DAG = timedelta(days=1)
_WPG = "artikel 8 en 14 Wet politiegegevens"


class Toestand(StrEnum):
    """What may be done with a record."""

    VRIJ = "vrij"
    GERICHT = "gericht"
    AFGESCHERMD = "afgeschermd"
    VERNIETIGEN = "vernietigen"


_BETEKENIS = {
    Toestand.VRIJ: "gewoon te gebruiken",
    Toestand.GERICHT: "niet in gewone lijsten; alleen gericht te zoeken met een reden",
    Toestand.AFGESCHERMD: "afgeschermd; alleen voor een klacht of verantwoording",
    Toestand.VERNIETIGEN: "te vernietigen; de vernietiging wordt vastgelegd",
}


@dataclass(frozen=True, slots=True)
class Bewaarstap:
    """From a day on, a record is in a state."""

    vanaf: date
    toestand: Toestand

    @property
    def tekst(self) -> str:
        """The step in Dutch."""
        return f"vanaf {lang(self.vanaf)} {_BETEKENIS[self.toestand]}"


@dataclass(frozen=True, slots=True)
class Bewaarklok:
    """The steps of one record or file in order of time; the first begins when it came to be known."""

    naam: str
    regime: Regime
    stappen: tuple[Bewaarstap, ...]
    uitleg: Uitleg

    def toestand_op(self, dag: date) -> Toestand:
        """The state on a day. Before the first step it is that of the first."""
        geldend = [stap.toestand for stap in self.stappen if stap.vanaf <= dag]
        return geldend[-1] if geldend else self.stappen[0].toestand

    @property
    def vernietigen_vanaf(self) -> date:
        """The first day on which it must go."""
        return self.stappen[-1].vanaf

    def in_gewone_lijst(self, dag: date) -> bool:
        """Whether ordinary lists and searches may show it."""
        return self.toestand_op(dag) is Toestand.VRIJ


def wpg_klok(eerst_verwerkt: date, naam: str = "politiegegevens") -> Bewaarklok:
    """The clock of a Wpg record from its first processing: free, targeted only, locked, gone."""
    bron = bepaling("bewaring.wpg", eerst_verwerkt)
    stappen = (
        Bewaarstap(eerst_verwerkt, Toestand.VRIJ),
        Bewaarstap(_dag_na(eerst_verwerkt, bron.getal("vrij_jaren")), Toestand.GERICHT),
        Bewaarstap(_dag_na(eerst_verwerkt, bron.getal("gericht_tot_jaren")), Toestand.AFGESCHERMD),
        Bewaarstap(_dag_na(eerst_verwerkt, bron.getal("afgeschermd_tot_jaren")), Toestand.VERNIETIGEN),
    )
    uitleg = bron.uitleg(bron.regel, (("eerst verwerkt", kort(eerst_verwerkt)),))
    return Bewaarklok(naam, Regime.WPG, stappen, uitleg)


def leerplicht_klok(geboren: Geboortedatum | date, ontstaan: date) -> Bewaarklok:
    """The clock of a leerplicht file: it goes on the nineteenth birthday of the pupil.

    Of a birth date that is not fully known the latest reading counts: a file destroyed too early is lost.
    Raises DomainError (``geboortedatum``) when the year is unknown.
    """
    datum, bron = Geboortedatum.van(geboren), bepaling("bewaring.leerplicht", ontstaan)
    einde = datum.bereikt(bron.getal("jaren_na_geboorte"))[1]
    stappen = (Bewaarstap(ontstaan, Toestand.VRIJ), Bewaarstap(einde, Toestand.VERNIETIGEN))
    uitleg = bron.uitleg(bron.regel, (("geboren", datum.tekst()),))
    return Bewaarklok("leerplichtdossier", Regime.AVG, stappen, uitleg)


def kwalificatieplicht_klok(einde_plicht: date, ontstaan: date) -> Bewaarklok:
    """The clock of a file on kwalificatieplicht: it goes two years after the last day of that duty."""
    bron = bepaling("bewaring.kwalificatieplicht", ontstaan)
    weg = _dag_na(einde_plicht, bron.getal("jaren_na_einde"))
    stappen = (Bewaarstap(ontstaan, Toestand.VRIJ), Bewaarstap(weg, Toestand.VERNIETIGEN))
    uitleg = bron.uitleg(bron.regel, (("einde kwalificatieplicht", kort(einde_plicht)),))
    return Bewaarklok("dossier kwalificatieplicht", Regime.AVG, stappen, uitleg)


def bewaarklokken(
    geboren: Geboortedatum | date,
    ontstaan: date,
    wpg_verwerkingen: Iterable[tuple[str, date]] = (),
    einde_kwalificatieplicht: date | None = None,
) -> tuple[Bewaarklok, ...]:
    """Every clock of one case, the first to run out in front.

    ``wpg_verwerkingen`` holds the name and first processing of each Wpg record in the case.
    """
    klokken = [leerplicht_klok(geboren, ontstaan)]
    if einde_kwalificatieplicht is not None:
        klokken.append(kwalificatieplicht_klok(einde_kwalificatieplicht, ontstaan))
    klokken += [wpg_klok(dag, naam) for naam, dag in wpg_verwerkingen]
    return tuple(sorted(klokken, key=lambda klok: klok.vernietigen_vanaf))


@dataclass(frozen=True, slots=True)
class Inzageregel:
    """A line of the log: who opened which Wpg record, when and why (Wpg 32a)."""

    wie: str
    wanneer: datetime
    wat: str
    waarom: str


class Inzagedoel(StrEnum):
    """What somebody opens a Wpg record for."""

    DAGELIJKS = "dagelijkse taak"
    GERICHT_ZOEKEN = "gericht zoeken"
    KLACHT = "klacht of verantwoording"


_MAG = {
    Toestand.VRIJ: frozenset(Inzagedoel),
    Toestand.GERICHT: frozenset({Inzagedoel.GERICHT_ZOEKEN, Inzagedoel.KLACHT}),
    Toestand.AFGESCHERMD: frozenset({Inzagedoel.KLACHT}),
    Toestand.VERNIETIGEN: frozenset[Inzagedoel](),
}


def inzage(klok: Bewaarklok, wie: str, wanneer: datetime, doel: Inzagedoel, reden: str = "") -> Inzageregel:
    """The log line for opening a Wpg record; DomainError when it may not be opened for this purpose.

    Daily use within the first year needs no reason of its own; everything else does (``reden``).
    """
    toestand = klok.toestand_op(wanneer.date())
    if doel not in _MAG[toestand]:
        raise DomainError(
            "doel", f"Dit gegeven is {_BETEKENIS[toestand]}. Kies een doel dat daarbij past.", _WPG
        )
    if doel is not Inzagedoel.DAGELIJKS and not reden.strip():
        raise DomainError(
            "reden", "Schrijf op waarom je dit gegeven opent; de reden komt in het logboek.", _WPG
        )
    waarom = f"{doel.value}: {reden.strip()}" if reden.strip() else doel.value
    return Inzageregel(wie, wanneer, klok.naam, waarom)


def _dag_na(dag: date, jaren: int) -> date:
    """The day after so many years: the last day itself still belongs to the period.

    A period from 29 February ends on 28 February of a common year: what has to go does not stay a day longer.
    """
    jaar = eis_datum("datum", dag, _WPG).year + jaren
    laatste = date(jaar, 2, 28) if (dag.month, dag.day) == (2, 29) and not isleap(jaar) else None
    return (laatste or dag.replace(year=jaar)) + _DAG
