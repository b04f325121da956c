"""The clock of a thuiszitter: four weeks, the region's own target, three months.

Whether school holidays stop the clock differs per region, so it is a setting, and both counts are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from leerplicht_desktop.domain.datumsom import maanden_verder
from leerplicht_desktop.domain.datumtekst import kort
from leerplicht_desktop.domain.eisen import eis_datum, eis_geheel, eis_ja_nee
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.wet.kalender import Schoolkalender, als_kalender, eis_kalender
from leerplicht_desktop.domain.wet.wetboek import bepaling

_DAG = timedelta(days=1)
_BRON = "Thuiszitterspact; Kamerbrief 3 februari 2016 (26 695, nr. 108)"


class Thuiszitterstand(StrEnum):
    """How far the clock has run; each stands for all before it."""

    NOG_NIET = "nog geen thuiszitter"
    THUISZITTER = "thuiszitter"
    REGIONAAL = "regionaal streven verstreken"
    PACT = "landelijke norm verstreken"


@dataclass(frozen=True, slots=True)
class Thuiszitterinstelling:
    """What a region decides: its own target in weeks, and whether holidays stop the clock.

    ``kalender`` is the school's; it is needed to stop the clock, and otherwise to show the other count.
    """

    regionale_weken: int = 6
    vakantie_telt: bool = True
    kalender: Schoolkalender | None = None

    def __post_init__(self) -> None:
        """Refuse a target before four weeks or after a year, or a holiday rule without holidays."""
        eis_geheel("regionale_weken", self.regionale_weken, (4, 52), _BRON)
        object.__setattr__(self, "kalender", als_kalender(self.kalender))
        if not eis_ja_nee("vakantie_telt", self.vakantie_telt, _BRON):
            eis_kalender(self.kalender)

    @classmethod
    def van(cls, waarde: Thuiszitterinstelling | None) -> Thuiszitterinstelling:
        """Return the setting, or the usual one; DomainError (``instelling``) for something else."""
        if waarde is None or isinstance(waarde, cls):
            return waarde or cls()
        raise DomainError("instelling", "Kies het regionale streven en of vakanties meetellen.", _BRON)


@dataclass(frozen=True, slots=True)
class Thuiszitterklok:
    """Where the clock stands on a day. The three dates are the first day of each stand.

    ``dagen`` counts by the setting; ``met_vakantie`` and ``zonder_vakantie`` show both ways of counting
    (the latter None without a calendar).
    """

    stand: Thuiszitterstand
    dagen: int
    met_vakantie: int
    zonder_vakantie: int | None
    thuiszitter_vanaf: date
    regionaal_vanaf: date
    pact_vanaf: date
    loopt: bool
    uitleg: Uitleg


def _telt(dag: date, instelling: Thuiszitterinstelling) -> bool:
    kalender = instelling.kalender
    return instelling.vakantie_telt or kalender is None or not kalender.in_vakantie(dag)


def _zoveelste_dag(eerste_dag: date, nummer: int, instelling: Thuiszitterinstelling) -> date:
    """Return the day on which the clock shows a number of days, the first day being one."""
    if instelling.vakantie_telt:
        return eerste_dag + _DAG * (nummer - 1)
    dag, geteld = eerste_dag - _DAG, 0
    while geteld < nummer:
        dag += _DAG
        geteld += _telt(dag, instelling)
    return dag


def thuiszitter(
    eerste_dag: date,
    peildatum: date,
    instelling: Thuiszitterinstelling | None = None,
    gestopt_op: date | None = None,
) -> Thuiszitterklok:
    """Return the clock of somebody absent since a day, as it stands on another.

    ``gestopt_op`` is the first day that no longer counts: back at school, or an exemption registered.

    Raises DomainError: ``peildatum`` or ``gestopt_op`` before the first day, ``kalender`` when holidays
    stop the clock and a day lies outside the calendar. Source: Thuiszitterspact and Kamerbrief of 2016.
    """
    regels = Thuiszitterinstelling.van(instelling)
    wet = bepaling("verzuim.thuiszitter", eis_datum("eerste_dag", eerste_dag, _BRON))
    for veld, dag in (("peildatum", peildatum), ("gestopt_op", gestopt_op or eerste_dag)):
        if eis_datum(veld, dag, _BRON) < eerste_dag:
            raise DomainError(veld, "Deze dag ligt vóór de eerste dag van het verzuim.", wet.artikel)
    laatste = peildatum if gestopt_op is None else min(peildatum, gestopt_op - _DAG)
    drie_maanden = (maanden_verder(eerste_dag, wet.getal("maanden")) - eerste_dag).days + 1
    grenzen = (
        _zoveelste_dag(eerste_dag, wet.getal("dagen") + 1, regels),
        _zoveelste_dag(eerste_dag, regels.regionale_weken * 7 + 1, regels),
        _zoveelste_dag(eerste_dag, drie_maanden, regels),
    )
    met = (laatste - eerste_dag).days + 1
    zonder = _zonder_vakantie(eerste_dag, laatste, regels.kalender)
    dagen = met if regels.vakantie_telt or zonder is None else zonder
    # The furthest one counts: a region may aim at more than three months.
    bereikt = [stand for stand, grens in enumerate(grenzen, 1) if grens <= laatste]
    stand = tuple(Thuiszitterstand)[max(bereikt, default=0)]
    invoer = (
        ("eerste dag van het verzuim", kort(eerste_dag)),
        ("laatste getelde dag", f"{kort(laatste)}, dag {dagen}"),
        ("vakanties", "tellen mee" if regels.vakantie_telt else "tellen niet mee"),
        ("zonder vakanties geteld", "niet te zeggen" if zonder is None else f"{zonder} dagen"),
    )
    uitleg = wet.uitleg(f"Stand op {kort(laatste)}: {stand.value}. {wet.regel}", invoer, grenzen)
    loopt = gestopt_op is None or peildatum < gestopt_op
    return Thuiszitterklok(stand, dagen, met, zonder, *grenzen, loopt, uitleg)


def _zonder_vakantie(eerste_dag: date, laatste: date, kalender: Schoolkalender | None) -> int | None:
    if kalender is None or not (kalender.kent(eerste_dag) and kalender.kent(laatste)):
        return None
    dagen = (eerste_dag + _DAG * n for n in range((laatste - eerste_dag).days + 1))
    return sum(not kalender.in_vakantie(dag) for dag in dagen)
