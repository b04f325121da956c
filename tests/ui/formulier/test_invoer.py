"""What is typed in a field of a letter is understood as the officer means it, or refused with a way out."""

from datetime import date, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.ui.formulier.invoer import (
    bsn_uit,
    dag_van,
    datum_uit,
    dichtste_dag,
    getal_uit,
    lijst_uit,
    moment_uit,
    tijd_uit,
    tijd_van,
)

VANDAAG = date(2026, 11, 24)


@given(st.integers(-181, 181), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_day_without_a_year_is_the_closest(verder: int, vandaag: date) -> None:
    dag = vandaag + timedelta(days=verder)
    assume((dag.month, dag.day) != (2, 29))
    assert dichtste_dag(f"{dag.day}-{dag.month}", vandaag, "dag") == dag


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.times())
def test_a_moment_is_kept_and_read_again(dag: date, tijd: time) -> None:
    kept = moment_uit(f"{dag:%d-%m-%Y}", f"{tijd:%H:%M}", VANDAAG, "wanneer")
    assert dag_van(kept) == dag
    assert tijd_van(kept) == tijd.replace(second=0, microsecond=0)


def test_nothing_typed_is_nothing_kept() -> None:
    assert datum_uit("  ", VANDAAG, "dag") is None
    assert tijd_uit("", "tijd") is None
    assert moment_uit("", " ", VANDAAG, "wanneer") is None
    assert getal_uit(" ", "aantal") is None
    assert bsn_uit("", "bsn") is None
    assert lijst_uit("\n \n") == ()


@pytest.mark.parametrize("tekst", ["twee", "-1", "1,5", "9999999999"])
def test_a_number_that_is_none_is_refused(tekst: str) -> None:
    with pytest.raises(DomainError, match="heel getal"):
        getal_uit(tekst, "aantal")


def test_half_a_moment_is_refused() -> None:
    with pytest.raises(DomainError, match="geen tijd"):
        moment_uit("1-12", "", VANDAAG, "wanneer")
    with pytest.raises(DomainError, match="Vul een datum in"):
        moment_uit("", "15:30", VANDAAG, "wanneer")


@pytest.mark.parametrize("tekst", ["123456789", "12345678", "101222331"])
def test_a_bsn_that_fails_is_refused_without_naming_it(tekst: str) -> None:
    """R23: the elfproef, a padded number, and an onderwijsnummer in the wrong field."""
    with pytest.raises(DomainError) as gevangen:
        bsn_uit(tekst, "bsn")
    assert tekst not in str(gevangen.value)


def test_what_can_be_kept() -> None:
    assert bsn_uit("123456782", "bsn") == "123456782"
    assert getal_uit("1.200", "aantal") == 1200
    assert tijd_uit("1540", "tijd") == "15:40"
    assert lijst_uit("een\n\n twee ") == ("een", "twee")
    assert tijd_van("15:40") == time(15, 40)
    assert dag_van("onzin") is None
    assert tijd_van("onzin") is None
