"""Gezag ends on the eighteenth birthday (BW 1:233 and 1:245), whatever a list still says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.persoon.gezag import Gezagstand, is_meerderjarig

GEBOREN = Geboortedatum.uit_lo3("20081130")
ACHTTIEN = date(2026, 11, 30)
STANDEN = (True, False, None)


@given(st.dates(date(1980, 1, 1), date(2020, 1, 1)), st.sampled_from(STANDEN))
def test_it_turns_on_the_birthday_and_not_at_an_import(dag: date, volgens_brp: bool | None) -> None:
    geboren = Geboortedatum.van(dag)
    stand = Gezagstand(volgens_brp, geboren)
    achttien = geboren.bereikt(18)[0]
    assert stand.op(achttien - timedelta(days=1)) is volgens_brp
    assert stand.op(achttien) is False
    assert is_meerderjarig(geboren, achttien) is True


@pytest.mark.parametrize("tekst", ["20080000", "20081100"])
def test_while_the_birthday_leaves_it_open_nobody_can_say(tekst: str) -> None:
    geboren = Geboortedatum.uit_lo3(tekst)
    eerst, laatst = geboren.bereikt(18)
    stand = Gezagstand(True, geboren)
    assert stand.op(eerst - timedelta(days=1)) is True
    assert stand.op(eerst) is None
    assert stand.op(laatst - timedelta(days=1)) is None
    assert stand.op(laatst) is False
    assert Gezagstand(False, geboren).op(eerst) is False


def test_without_a_year_gezag_is_a_question() -> None:
    geboren = Geboortedatum.uit_lo3("00000000")
    assert [Gezagstand(stand, geboren).op(ACHTTIEN) for stand in STANDEN] == [None, False, None]
    assert [Gezagstand(stand).op(ACHTTIEN) for stand in STANDEN] == [True, False, None]


def test_doubted_gezag_is_no_ground_and_ends_at_eighteen_too() -> None:
    for stand in STANDEN:
        getwijfeld = Gezagstand(stand, GEBOREN, in_twijfel=True)
        assert getwijfeld.op(ACHTTIEN - timedelta(days=1)) is None
        assert getwijfeld.op(ACHTTIEN) is False


def test_before_birth_nobody_is_of_age_and_without_a_birth_date_nobody_can_say() -> None:
    assert is_meerderjarig(GEBOREN, date(2008, 11, 29)) is False
    assert is_meerderjarig(None, ACHTTIEN) is None
