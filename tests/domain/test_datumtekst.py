"""Dates in words are Dutch, whatever the machine speaks."""

from __future__ import annotations

from datetime import date

from leerplicht_desktop.domain.datumtekst import kort, lang, met_weekdag, periode


def test_dates_as_a_dutch_reader_expects_them() -> None:
    dag = date(2026, 8, 1)
    assert (kort(dag), lang(dag), met_weekdag(dag)) == (
        "01-08-2026",
        "1 augustus 2026",
        "zaterdag 1 augustus 2026",
    )
    assert periode(dag, dag) == "01-08-2026"
    assert periode(dag, date(2026, 8, 2)) == "01-08-2026 t/m 02-08-2026"
