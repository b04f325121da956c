"""R08: sixteen unexcused hours in four successive teaching weeks; a holiday never counts."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.verzuim.telling import Eenheid, Verzuimdag, urentelling
from leerplicht_desktop.domain.wet.kalender import Regio, regiokalender

MIDDEN = regiokalender(Regio.MIDDEN)
MAANDAG = date(2026, 9, 7)


def maandagen(*uren: float, eerste: date = MAANDAG) -> list[Verzuimdag]:
    return [
        Verzuimdag(eerste + timedelta(weeks=week), aantal, Eenheid.LESUUR)
        for week, aantal in enumerate(uren)
        if aantal
    ]


def test_four_hours_in_each_of_four_weeks_reach_it_in_the_fourth() -> None:
    (keer,) = urentelling(maandagen(4, 4, 4, 4), MIDDEN)
    assert (keer.begin, keer.einde, keer.uren) == (MAANDAG, date(2026, 9, 28), Decimal(16))
    assert keer.uitleg.dagen == tuple(MAANDAG + timedelta(weeks=n) for n in range(4))
    assert keer.uitleg.regel.startswith("07-09-2026 t/m 28-09-2026: 16 lesuren.")
    assert "artikel 21" in keer.uitleg.artikel


@pytest.mark.parametrize(
    "uren", [(4, 4, 4, 3), (4, 4, 4, 3.9), (3.5, 3.5, 3.5, 3.5, 3.5), (4, 4, 4, 0, 4), (15.9,), (0, 0)]
)
def test_an_hour_less_or_a_week_further_does_not(uren: tuple[float, ...]) -> None:
    telling = urentelling(maandagen(*uren), MIDDEN)
    assert not telling.bereikt
    assert "0 keer bereikt" in telling.uitleg.regel


def test_the_running_count_says_where_it_stands() -> None:
    telling = urentelling(maandagen(3.5, 3.5, 3.5, 3.5, 3.5), MIDDEN)
    assert (telling.stand, telling.sinds) == (Decimal(14), date(2026, 9, 14))
    assert "teller op 14 lesuren" in telling.uitleg.regel
    assert "geen uren zonder geldige reden" in urentelling([], MIDDEN).uitleg.regel


def test_an_autumn_holiday_neither_breaks_nor_uses_up_the_window() -> None:
    dagen = maandagen(4, 4, 0, 4, 4, eerste=date(2026, 10, 5))
    (keer,) = urentelling(dagen, MIDDEN)
    assert (keer.begin, keer.einde) == (date(2026, 10, 5), date(2026, 11, 2))
    assert not urentelling(dagen, regiokalender(Regio.NOORD)).bereikt


def test_holiday_closed_day_and_excused_hours_count_for_nothing() -> None:
    vakantie = Verzuimdag(date(2026, 10, 21), 7, "lesuur")
    studiedag = Verzuimdag(date(2026, 11, 2), 7, "lesuur")
    ziek = Verzuimdag(date(2026, 11, 3), 7, "lesuur", geoorloofd=True)
    spijbel = Verzuimdag(date(2026, 11, 4), 7, "lesuur")
    telling = urentelling([spijbel, vakantie, studiedag, ziek], MIDDEN.met_gesloten([date(2026, 11, 2)]))
    assert (telling.stand, telling.genegeerd) == (Decimal(7), (date(2026, 10, 21), date(2026, 11, 2)))
    assert ("21-10-2026", "geen lesdag, telt niet mee") in telling.uitleg.invoer
    alleen = urentelling([vakantie], MIDDEN)
    assert (alleen.stand, alleen.sinds, len(alleen)) == (Decimal(0), None, 0)


def test_after_the_end_the_count_starts_again() -> None:
    telling = urentelling(maandagen(8, 8, 8, 8), MIDDEN)
    assert [(keer.begin, keer.einde) for keer in telling] == [
        (MAANDAG, date(2026, 9, 14)),
        (date(2026, 9, 21), date(2026, 9, 28)),
    ]
    assert telling[:1] == (telling[0],)
    assert urentelling(maandagen(8, 8, 8, 7), MIDDEN).stand == Decimal(15)


def test_a_year_nobody_has_a_calendar_for_and_a_law_not_yet_there_are_refused() -> None:
    with pytest.raises(DomainError) as fout:
        urentelling([Verzuimdag(date(2024, 9, 2), 7, "lesuur")], MIDDEN)
    assert fout.value.veld == "kalender"
    with pytest.raises(DomainError) as fout:
        urentelling([Verzuimdag(date(2011, 9, 5), 7, "lesuur")], MIDDEN)
    assert (fout.value.veld, fout.value.artikel) == (
        "dag",
        "artikel 21 lid 1 en 21a lid 1 Leerplichtwet 1969",
    )
    with pytest.raises(DomainError) as fout:
        urentelling([Verzuimdag(MAANDAG, 7, "lesuur")], None)
    assert fout.value.veld == "kalender"


_dag = st.dates(date(2026, 8, 31), date(2027, 7, 16))
_verzuim = st.lists(
    st.builds(Verzuimdag, _dag, st.integers(0, 8), st.just("lesuur"), st.booleans()), max_size=40
)


@given(_verzuim)
def test_the_sixteen_hours_never_count_a_holiday(dagen: list[Verzuimdag]) -> None:
    uniek = list({dag.datum: dag for dag in dagen}.values())
    telling = urentelling(uniek, MIDDEN)
    assert all(MIDDEN.is_lesdag(dag) for keer in telling for dag in keer.uitleg.dagen)
    assert all(keer.uren >= 16 for keer in telling)
    assert telling.stand < 16
    geteld = sum((keer.uren for keer in telling), telling.stand)
    assert geteld <= sum(dag.uren for dag in uniek if not dag.geoorloofd)


@given(_verzuim, st.integers(0, 40))
def test_order_and_splitting_a_day_change_nothing(dagen: list[Verzuimdag], knip: int) -> None:
    uniek = list({dag.datum: dag for dag in dagen}.values())
    helften = [
        Verzuimdag(dag.datum, dag.uren / 2, dag.eenheid, dag.geoorloofd) for dag in uniek for _ in range(2)
    ]
    assert urentelling(uniek[knip:] + uniek[:knip], MIDDEN) == urentelling(helften, MIDDEN)
