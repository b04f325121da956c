"""R02: leerplicht ends with the school year of the sixteenth birthday; one day can be one year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.plicht.leerplicht import (
    Plicht,
    kwalificatieplicht,
    leerplicht_einde,
    plicht_op,
)


@pytest.mark.parametrize(
    ("geboren", "einde", "kwalificatie_tot"),
    [
        (date(2010, 7, 30), date(2026, 7, 31), date(2028, 7, 29)),
        (date(2010, 7, 31), date(2026, 7, 31), date(2028, 7, 30)),
        (date(2010, 8, 1), date(2027, 7, 31), date(2028, 7, 31)),
        (date(2010, 9, 2), date(2027, 7, 31), date(2028, 9, 1)),
        (date(2009, 9, 15), date(2026, 7, 31), date(2027, 9, 14)),
        (date(2008, 2, 29), date(2024, 7, 31), date(2026, 2, 28)),
    ],
)
def test_ends_on_31_july(geboren: date, einde: date, kwalificatie_tot: date) -> None:
    antwoord = leerplicht_einde(geboren)
    assert (antwoord.datum, antwoord.zeker) == (einde, True)
    assert antwoord.uitleg.invoer[1] == ("volledige schooljaren", "niet opgegeven")
    periode = kwalificatieplicht(geboren)
    assert (periode.begin, periode.einde) == (einde + timedelta(days=1), kwalificatie_tot)
    assert plicht_op(einde, geboren).plicht is Plicht.LEERPLICHT
    assert plicht_op(einde + timedelta(days=1), geboren).plicht is Plicht.KWALIFICATIEPLICHT


def test_an_unknown_month_leaves_two_school_years_open_and_binds_to_the_first() -> None:
    antwoord = leerplicht_einde(Geboortedatum.uit_lo3("20100000"))
    assert (antwoord.vroegst, antwoord.laatst) == (date(2026, 7, 31), date(2027, 7, 31))
    assert antwoord.datum == antwoord.vroegst
    assert not antwoord.zeker
    op = plicht_op(date(2026, 9, 1), Geboortedatum.uit_lo3("20100000"))
    assert (op.plicht, op.zeker) == (Plicht.KWALIFICATIEPLICHT, False)
    assert "niet zeker" in op.uitleg.regel


def test_an_unknown_year_has_no_end() -> None:
    with pytest.raises(DomainError) as fout:
        leerplicht_einde(Geboortedatum(None))
    assert fout.value.veld == "geboortedatum"


@given(st.dates(date(1995, 1, 1), date(2025, 12, 31)))
def test_the_end_is_the_first_31_july_from_the_sixteenth_birthday(geboren: date) -> None:
    einde = leerplicht_einde(geboren).datum
    zestien = geboren.replace(year=geboren.year + 16)
    assert (einde.month, einde.day) == (7, 31)
    assert zestien <= einde < zestien + timedelta(days=366)
