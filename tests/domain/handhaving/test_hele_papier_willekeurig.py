"""The pass over the whole paper for any time and any day, not only for those that somebody thought of."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.handhaving.pvfeiten import Handeling
from tests.documents.pv_voorbeelden import TEUN, luxe, tijd

from .test_hele_papier import ernaast, wat, zegt


@given(st.integers(0, 22 * 24 * 60), st.integers(1, 240))
def test_two_acts_overlap_exactly_when_a_minute_is_in_both(later: int, minuten: int) -> None:
    een = luxe().verhoren[0]
    begin = tijd(2, 0, 0) + timedelta(minutes=later)
    eind = begin + timedelta(minutes=minuten)
    assert een.eind is not None
    samen = max(begin, een.begin) < min(eind, een.eind)
    gevonden = wat(luxe(), ernaast(handelingen=(Handeling("x", "iets", begin, eind),)))
    assert ("verhoor.0.begin" in gevonden) == samen


@given(st.sets(st.integers(2, 6), min_size=1))
def test_every_day_that_was_not_reported_is_named_and_no_other(dagen: set[int]) -> None:
    pv = luxe()
    over = tuple(regel for regel in pv.verzuim if regel.jongere != TEUN.naam or regel.dag.day not in dagen)
    gezegd = zegt(replace(pv, verzuim=over), "feiten.1.periode")
    los = [dag for dag in dagen if dag - 1 not in dagen and dag + 1 not in dagen]
    assert all(f"{dag} november 2026" in gezegd for dag in los)
    assert "feiten.0.periode" not in wat(replace(pv, verzuim=over))


def test_without_any_report_the_remedy_is_another_than_leaving_days_out() -> None:
    pv = luxe()
    geen = replace(pv, verzuim=tuple(regel for regel in pv.verzuim if regel.jongere != TEUN.naam))
    assert zegt(geen, "feiten.1.periode").endswith(
        "Vraag de school om een melding, of kies een andere periode."
    )
