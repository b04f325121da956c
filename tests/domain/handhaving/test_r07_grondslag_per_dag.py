"""R07: the ground follows the duty of each day; a period over 1 August holds two facts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.handhaving.grondslagen import Betrokkene, Feitsoort, Jongere, Rol, grondslagen
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.plicht.leerplicht import Plicht
from leerplicht_desktop.domain.wet.kalender import Regio, regiokalender

MIDDEN = regiokalender(Regio.MIDDEN)
JONGERE = Jongere(date(2009, 9, 15), MIDDEN)
OUDER, ZELF = Betrokkene(Rol.OUDER, gezag=True), Betrokkene(Rol.JONGERE)
VAN, TOT = date(2026, 6, 1), date(2026, 9, 30)


def test_absoluut_over_1_august_is_two_facts_and_runs_on_in_the_summer() -> None:
    eerste, tweede = grondslagen(JONGERE, OUDER, Feitsoort.ABSOLUUT, VAN, TOT)
    assert (eerste.artikel, eerste.tot) == (
        "artikel 2 lid 1 jo. artikel 26 lid 1 Leerplichtwet 1969",
        date(2026, 7, 31),
    )
    assert (tweede.artikel, tweede.van) == (
        "artikel 4a lid 1 jo. artikel 26 lid 1 Leerplichtwet 1969",
        date(2026, 8, 1),
    )
    assert len(eerste.dagen) + len(tweede.dagen) == 122
    assert [feit.plicht for feit in (eerste, tweede)] == [Plicht.LEERPLICHT, Plicht.KWALIFICATIEPLICHT]


@pytest.mark.parametrize(
    ("persoon", "artikelen"),
    [
        (OUDER, ("artikel 2 lid 1 jo. artikel 26 lid 1", "artikel 4a lid 1 jo. artikel 26 lid 1")),
        (
            ZELF,
            ("artikel 2 lid 3 jo. artikel 26 lid 2", "artikel 4c lid 1 jo. artikel 4a jo. artikel 26 lid 2"),
        ),
    ],
)
def test_relatief_over_the_summer_counts_no_holiday(persoon: Betrokkene, artikelen: tuple[str, str]) -> None:
    eerste, tweede = grondslagen(JONGERE, persoon, Feitsoort.RELATIEF, VAN, TOT)
    assert (eerste.artikel, tweede.artikel) == tuple(f"{een} Leerplichtwet 1969" for een in artikelen)
    assert (eerste.tot, tweede.van) == (date(2026, 7, 17), date(2026, 8, 31))
    assert all(MIDDEN.is_lesdag(dag) for feit in (eerste, tweede) for dag in feit.dagen)
    assert eerste.uitleg.invoer[2] == ("dagen", str(len(eerste.dagen)))


def test_a_diploma_ends_the_facts() -> None:
    met = Jongere(date(2009, 9, 15), startkwalificatie=date(2026, 8, 14))
    assert grondslagen(met, OUDER, "absoluut", VAN, TOT)[-1].tot == date(2026, 8, 14)


def test_where_the_ground_hangs_on_an_unknown_month_nobody_is_charged_and_the_reason_is_true() -> None:
    jongere = Jongere(Geboortedatum(2010))
    feiten = grondslagen(jongere, OUDER, Feitsoort.ABSOLUUT, date(2026, 7, 1), date(2026, 8, 31))
    assert [(feit.van, feit.tot) for feit in feiten] == [(date(2026, 7, 1), date(2026, 7, 31))]
    assert "01-08-2026 t/m 31-08-2026: De geboortedatum is niet volledig bekend" in feiten.uitleg.regel
    assert "geen strafbaar feit" not in feiten.uitleg.regel


@given(st.dates(date(2008, 1, 1), date(2021, 12, 31)), st.integers(0, 121))
def test_splitting_a_period_and_adding_it_up_changes_nothing(geboren: date, knip: int) -> None:
    jongere = Jongere(Geboortedatum.van(geboren), MIDDEN)
    van, tot = date(2026, 7, 1), date(2026, 10, 31)
    grens = van + timedelta(days=knip)
    for persoon, soort in ((OUDER, Feitsoort.ABSOLUUT), (ZELF, Feitsoort.RELATIEF)):
        heel = grondslagen(jongere, persoon, soort, van, tot)
        ervoor = grondslagen(jongere, persoon, soort, van, grens)
        delen = (*ervoor, *grondslagen(jongere, persoon, soort, grens + timedelta(days=1), tot))
        per_dag = [(dag, feit.artikel) for feit in delen for dag in feit.dagen]
        assert per_dag == [(dag, feit.artikel) for feit in heel for dag in feit.dagen]
