"""Absoluut verzuim: duty without enrolment or exemption, holidays included, split by ground."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.plicht.inschrijving import (
    Inschrijving,
    VrijgesteldePeriode,
    absoluut_verzuim,
    op_volgorde,
)
from leerplicht_desktop.domain.plicht.leerplicht import Plicht

GEBOREN = date(2009, 9, 15)
ZOMER = (date(2026, 6, 1), date(2026, 9, 30))


def test_runs_on_in_the_summer_and_splits_on_1_august() -> None:
    eerste, tweede = absoluut_verzuim(GEBOREN, [], [], ZOMER)
    assert (eerste.van, eerste.tot, eerste.plicht) == (ZOMER[0], date(2026, 7, 31), Plicht.LEERPLICHT)
    assert (tweede.van, tweede.tot, tweede.plicht) == (date(2026, 8, 1), ZOMER[1], Plicht.KWALIFICATIEPLICHT)
    assert eerste.uitleg.invoer == (("plicht", "leerplicht"), ("dagen", "61"))
    assert "loopt in de vakanties door" in tweede.uitleg.regel


def test_enrolment_and_exemption_leave_only_what_lies_between() -> None:
    inschrijvingen = [
        Inschrijving("98BB", date(2026, 9, 15)),
        Inschrijving("98CC", date(2020, 8, 1), date(2026, 6, 10)),
    ]
    vrij = [VrijgesteldePeriode(date(2026, 6, 20), date(2026, 9, 1))]
    perioden = absoluut_verzuim(GEBOREN, inschrijvingen, vrij, ZOMER)
    assert [(een.van.day, een.tot.day) for een in perioden] == [(11, 19), (2, 14)]
    assert absoluut_verzuim(GEBOREN, [], [VrijgesteldePeriode(date(2026, 1, 1))], ZOMER) == ()


def test_no_duty_or_no_certain_duty_is_no_verzuim() -> None:
    assert absoluut_verzuim(date(2008, 6, 1), [], [], ZOMER) == ()
    najaar = (date(2026, 11, 1), date(2026, 12, 31))
    onbekend = absoluut_verzuim(Geboortedatum.uit_lo3("20081200"), [], [], najaar)
    assert [(een.van, een.tot) for een in onbekend] == [(date(2026, 11, 1), date(2026, 11, 30))]
    havo = absoluut_verzuim(GEBOREN, [], [], ZOMER, None, {"startkwalificatie": date(2026, 6, 15)})
    assert havo[-1].tot == date(2026, 7, 31)


def test_overlapping_enrolments_and_turned_periods_are_refused() -> None:
    with pytest.raises(DomainError, match="02-09-2026") as fout:
        op_volgorde([Inschrijving("98BB", date(2026, 9, 2)), Inschrijving("98CC", date(2026, 8, 1))])
    assert (fout.value.veld, fout.value.artikel) == ("inschrijving", "artikel 18 Leerplichtwet 1969")
    sluit_aan = Inschrijving("98CC", date(2026, 8, 1), date(2026, 9, 1))
    assert op_volgorde([Inschrijving("98BB", date(2026, 9, 2)), sluit_aan])[0] is sluit_aan
    with pytest.raises(DomainError) as fout:
        Inschrijving("98BB", date(2026, 9, 2), date(2026, 9, 1))
    assert fout.value.veld == "tot"
    with pytest.raises(DomainError) as fout:
        absoluut_verzuim(GEBOREN, [], [], (date(2026, 9, 2), date(2026, 9, 1)))
    assert fout.value.veld == "tot"


@given(st.integers(0, 120))
def test_splitting_a_period_and_adding_it_up_changes_nothing(knip: int) -> None:
    grens = min(ZOMER[0] + timedelta(days=knip), ZOMER[1] - timedelta(days=1))
    delen = absoluut_verzuim(GEBOREN, [], [], (ZOMER[0], grens))
    delen += absoluut_verzuim(GEBOREN, [], [], (grens + timedelta(days=1), ZOMER[1]))
    heel = absoluut_verzuim(GEBOREN, [], [], ZOMER)
    per_deel, in_een_keer = (sum((een.tot - een.van).days + 1 for een in rij) for rij in (delen, heel))
    assert per_deel == in_een_keer == (ZOMER[1] - ZOMER[0]).days + 1


def test_an_exemption_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(DomainError) as fout:
        VrijgesteldePeriode(date(2026, 10, 2), date(2026, 10, 1))
    assert (fout.value.veld, fout.value.artikel) == ("tot", "artikel 5 en 15 Leerplichtwet 1969")


def test_a_birth_date_without_its_month_hides_nobody() -> None:
    """In August 2026 somebody of 2010 is leerplichtig or kwalificatieplichtig; that is for certain."""
    (juli, augustus) = absoluut_verzuim(
        Geboortedatum(2010), [], [], (date(2026, 7, 1), date(2026, 8, 31)), loopbaan={}
    )
    assert (juli.tot, juli.plicht, juli.zeker) == (date(2026, 7, 31), Plicht.LEERPLICHT, True)
    assert (augustus.van, augustus.tot, augustus.zeker) == (date(2026, 8, 1), date(2026, 8, 31), False)
    assert "leerplicht of kwalificatieplicht" in augustus.uitleg.regel
    jaar = (date(2027, 12, 1), date(2028, 1, 31))
    (december,) = absoluut_verzuim(Geboortedatum(2010), [], [], jaar)
    assert (december.van, december.tot) == (date(2027, 12, 1), date(2027, 12, 31))
