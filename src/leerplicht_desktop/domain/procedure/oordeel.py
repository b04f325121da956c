"""What the rules say of a procedure as it stands: where it is, what is said of it, and what follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from leerplicht_desktop.domain.plicht.jongere import Jongere
from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.domain.taak.voorstellen import Taakvoorstel
from leerplicht_desktop.domain.termijn.termijnen import Termijn
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.verzuim.telling import Verzuimdag
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

from .procedure import Proceduresoort
from .vraag import Antwoorden, Gegeven, Vraag, Waarde, gestelde


class Weging(StrEnum):
    """How a sentence bears on the procedure."""

    FEIT = "feit"
    GOED = "goed"
    LET_OP = "let_op"
    TEGEN = "tegen"
    VRAAG = "vraag"


@dataclass(frozen=True, slots=True)
class Zin:
    """One sentence of the rules, with what it rests on."""

    tekst: str
    weging: Weging = Weging.FEIT
    uitleg: Uitleg | None = None


@dataclass(frozen=True, slots=True)
class Fase:
    """One step on the way, and the day on which it was taken (None while it was not)."""

    naam: str
    op: date | None = None
    gedaan: bool = False


@dataclass(frozen=True, slots=True)
class Eerdere:
    """Another procedure of the same jongere, in its newest version."""

    zaak: str
    soort: Proceduresoort
    antwoorden: Gegeven


@dataclass(frozen=True, slots=True)
class Zaakfeiten:
    """What the dossier knows besides the answers."""

    jongere: Jongere
    vandaag: date
    eerdere: tuple[Eerdere, ...] = ()
    dagen: tuple[Verzuimdag, ...] = ()
    """Every day that was reported missed, once, with the larger number of hours."""
    luxedagen: tuple[date, ...] = ()
    """The days of them that were reported as luxeverzuim, in order."""


@dataclass(frozen=True, slots=True)
class Bijdrage:
    """What a procedure tells the rules that propose tasks; the fields are those of ``Dossierstand``."""

    verlofaanvraag_op: date | None = None
    vrijgesteld: bool = False
    absoluut_sinds: date | None = None
    niet_nagekomen_sinds: date | None = None


@dataclass(frozen=True, slots=True)
class Oordeel:
    """The answer of the rules.

    ``kop`` says in one line where it stands. ``beletsel`` names questions, each with why the procedure
    cannot be recorded like this. ``brief`` is the only kind of paper that may follow, with what is known of
    its fields in ``brief_waarden``. ``klaar``: nothing is left to be done.
    """

    kop: str
    fasen: tuple[Fase, ...] = ()
    zinnen: tuple[Zin, ...] = ()
    beletsel: tuple[tuple[str, str], ...] = ()
    termijnen: tuple[Termijn, ...] = ()
    brief: Documentsoort | None = None
    brief_waarden: Mapping[str, Waarde] = field(default_factory=dict)
    taken: tuple[Taakvoorstel, ...] = ()
    bijdrage: Bijdrage = Bijdrage()
    klaar: bool = False


def _niets(antwoorden: Antwoorden, feiten: Zaakfeiten) -> Gegeven:
    return {}


@dataclass(frozen=True, slots=True)
class Deur:
    """A kind of procedure: its questions, and the rule that answers. ``afgeleid`` decides which are asked."""

    soort: Proceduresoort
    waarvoor: str
    vragen: Callable[[date], tuple[Vraag, ...]]
    regel: Callable[[Antwoorden, Zaakfeiten], Oordeel]
    afgeleid: Callable[[Antwoorden, Zaakfeiten], Gegeven] = _niets
    regime: Regime = Regime.AVG

    def gestelde(self, gegeven: Gegeven, feiten: Zaakfeiten) -> tuple[Vraag, ...]:
        """The questions that are asked, given the answers so far."""
        return gestelde(self.vragen(feiten.vandaag), gegeven, self.afgeleid(Antwoorden(gegeven), feiten))

    def oordeel(self, gegeven: Gegeven, feiten: Zaakfeiten) -> Oordeel:
        """The answer of the rules to the answers that count. Raises DomainError for an impossible one."""
        telt = {vraag.naam: gegeven.get(vraag.naam) for vraag in self.gestelde(gegeven, feiten)}
        return self.regel(Antwoorden(telt), feiten)
