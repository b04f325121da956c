"""Days and times as an officer types them."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.datumtekst import lang, met_weekdag
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.ui.formulier.datuminvoer import lees_datum, lees_tijd
from leerplicht_desktop.ui.kit.dates import clock, date_with_year, short_date

ZATERDAG = date(2026, 11, 21)
DAGEN = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("vandaag", ZATERDAG),
        ("  Gisteren ", date(2026, 11, 20)),
        ("eergisteren", date(2026, 11, 19)),
        ("21-11", ZATERDAG),
        ("22-11", date(2025, 11, 22)),
        ("28/12", date(2025, 12, 28)),
        ("1.3.2026", date(2026, 3, 1)),
        ("1-3-26", date(2026, 3, 1)),
        ("2026-03-01", date(2026, 3, 1)),
        ("20 nov", date(2026, 11, 20)),
        ("20 november 2024", date(2024, 11, 20)),
        ("3 mrt", date(2026, 3, 3)),
        ("vrijdag", date(2026, 11, 20)),
        ("za", ZATERDAG),
        ("vr 20 nov", date(2026, 11, 20)),
        ("di 24 nov", date(2026, 11, 24)),
        ("29-2", date(2024, 2, 29)),
    ],
)
def test_a_day_of_the_past(tekst: str, dag: date) -> None:
    assert lees_datum(tekst, ZATERDAG) == dag


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("morgen", date(2026, 11, 22)),
        ("overmorgen", date(2026, 11, 23)),
        ("vrijdag", date(2026, 11, 27)),
        ("zaterdag", ZATERDAG),
        ("20-11", date(2027, 11, 20)),
        ("4-12", date(2026, 12, 4)),
        ("over 2 weken", date(2026, 12, 5)),
        ("over een week", date(2026, 11, 28)),
        ("over 3 dagen", date(2026, 11, 24)),
    ],
)
def test_a_day_ahead(tekst: str, dag: date) -> None:
    assert lees_datum(tekst, ZATERDAG, vooruit=True) == dag


@pytest.mark.parametrize(
    ("tekst", "woord"),
    [
        ("", "Vul een datum in"),
        ("straks", "geen datum"),
        ("31-11", "November 2026 heeft 30 dagen"),
        ("29-2-2026", "Februari 2026 heeft 28 dagen"),
        ("12-13", "maand bestaat niet"),
        ("3 foo", "maand bestaat niet"),
        ("1-1-1066", "jaar 1066 kan niet"),
        ("ma 20 nov 2026", "is een vrijdag"),
    ],
)
def test_what_is_no_day_says_so(tekst: str, woord: str) -> None:
    with pytest.raises(DomainError) as fout:
        lees_datum(tekst, ZATERDAG, veld="datum")
    assert woord in fout.value.bericht
    assert fout.value.veld == "datum"


@pytest.mark.parametrize(
    ("tekst", "tijd"),
    [
        ("13:40", time(13, 40)),
        ("13.40", time(13, 40)),
        ("1340", time(13, 40)),
        ("13u40", time(13, 40)),
        ("9:05", time(9, 5)),
        ("13 uur", time(13)),
        ("8", time(8)),
        (" 00:00 ", time(0)),
    ],
)
def test_a_time(tekst: str, tijd: time) -> None:
    assert lees_tijd(tekst) == tijd


@pytest.mark.parametrize("tekst", ["", "half twee", "25:10", "13:60", "2460", "13:4", "-1"])
def test_what_is_no_time_says_so(tekst: str) -> None:
    with pytest.raises(DomainError) as fout:
        lees_tijd(tekst, "tijd")
    assert fout.value.veld == "tijd"
    assert "tijd" in fout.value.bericht.lower()


@given(dag=DAGEN, vandaag=DAGEN)
def test_every_form_the_program_writes_with_a_year_is_read_back(dag: date, vandaag: date) -> None:
    for tekst in (date_with_year(dag), lang(dag), met_weekdag(dag), dag.isoformat(), f"{dag:%d-%m-%Y}"):
        assert lees_datum(tekst, vandaag) == dag


@given(vandaag=DAGEN, dagen=st.integers(0, 364))
def test_the_short_form_is_read_back_on_both_sides_of_today(vandaag: date, dagen: int) -> None:
    for dag in (vandaag - timedelta(days=dagen), vandaag + timedelta(days=dagen)):
        assert lees_datum(short_date(dag, vandaag), vandaag) == dag


@given(st.times())
def test_every_time_the_program_writes_is_read_back(tijd: time) -> None:
    assert lees_tijd(clock(tijd)) == tijd.replace(second=0, microsecond=0, fold=0)


@given(st.text(max_size=12), st.booleans())
def test_no_text_breaks_it(tekst: str, vooruit: bool) -> None:
    for lees in (lambda: lees_datum(tekst, ZATERDAG, vooruit=vooruit), lambda: lees_tijd(tekst)):
        fout = ""
        try:
            lees()
        except DomainError as gevangen:
            fout = gevangen.bericht
        assert fout == "" or fout.endswith(".")
