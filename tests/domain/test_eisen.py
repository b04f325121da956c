"""What comes in is a day, a number or an answer, or it is refused by the name of its field."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.eisen import eis_aantal, eis_datum, eis_geheel, eis_ja_nee
from leerplicht_desktop.domain.errors import DomainError

ARTIKEL = "artikel 21 Leerplichtwet 1969"
GEEN_GETAL = (float("nan"), float("inf"), Decimal("NaN"), Decimal("Infinity"), True, "4", None, [4])


@pytest.mark.parametrize(
    "waarde",
    ["2026-11-21", None, 20261121, datetime(2026, 11, 21, tzinfo=UTC), date(2200, 1, 1), date.max],
)
def test_no_day(waarde: object) -> None:
    with pytest.raises(DomainError) as fout:
        eis_datum("begindatum", waarde, ARTIKEL)
    assert (fout.value.veld, fout.value.artikel) == ("begindatum", ARTIKEL)
    assert "2026" not in str(fout.value)


def test_a_day_is_returned_as_it_is() -> None:
    for dag in (date.min, date(2026, 11, 21), date(2199, 12, 31)):
        assert eis_datum("dag", dag, ARTIKEL) is dag


@pytest.mark.parametrize("waarde", [*GEEN_GETAL, -1, -0.5, Decimal("-0.01")])
def test_no_amount(waarde: object) -> None:
    with pytest.raises(DomainError) as fout:
        eis_aantal("uren", waarde, ARTIKEL)
    assert (fout.value.veld, fout.value.artikel) == ("uren", ARTIKEL)


@pytest.mark.parametrize("waarde", [*GEEN_GETAL, 0, 17, 3.5, Decimal("3.5"), -4])
def test_no_whole_number_between_the_bounds(waarde: object) -> None:
    with pytest.raises(DomainError) as fout:
        eis_geheel("dagen", waarde, (1, 16), ARTIKEL)
    assert (fout.value.veld, fout.value.artikel) == ("dagen", ARTIKEL)
    assert "1 tot en met 16" in fout.value.bericht


@given(st.integers(0, 10_000))
def test_a_number_is_the_same_however_it_is_written(getal: int) -> None:
    for vorm in (getal, float(getal), Decimal(getal)):
        assert eis_geheel("dagen", vorm, (0, 10_000), ARTIKEL) == getal
        assert eis_aantal("uren", vorm, ARTIKEL) == getal
    assert eis_aantal("uren", getal + 0.5, ARTIKEL) == Decimal(getal) + Decimal("0.5")


def test_yes_or_no() -> None:
    assert eis_ja_nee("akkoord", True, ARTIKEL)
    assert not eis_ja_nee("akkoord", False, ARTIKEL)
    for waarde in ("nee", "ja", "", 0, 1, None):
        with pytest.raises(DomainError) as fout:
            eis_ja_nee("akkoord", waarde, ARTIKEL)
        assert fout.value.veld == "akkoord"
