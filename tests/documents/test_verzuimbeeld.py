"""The picture of absence for the kitchen table."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pikepdf
import pytest

from leerplicht_desktop.documents.archive.validation import shortcomings
from leerplicht_desktop.documents.formulieren.opdracht import Afzender
from leerplicht_desktop.documents.formulieren.talen import Taalblad, taalblad, taalbladen
from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren
from leerplicht_desktop.documents.verzuimbeeld import (
    Gestreept,
    Verzuimbeeld,
    Verzuimweek,
    maak_op,
    maak_pdf,
    uren,
)
from leerplicht_desktop.domain.errors import DomainError
from tests.documents.conftest import tijd

Words = Callable[[bytes], str]
MAANDAG = date(2026, 10, 12)


def week(nummer: int, zonder: str, met: str = "0", *, vakantie: bool = False) -> Verzuimweek:
    return Verzuimweek(MAANDAG + timedelta(weeks=nummer), Decimal(zonder), Decimal(met), vakantie)


@pytest.fixture
def beeld(huisstijl: Huisstijl) -> Verzuimbeeld:
    return Verzuimbeeld(
        huisstijl=huisstijl,
        afzender=Afzender("M. de Groot", "leerplichtambtenaar", "06 1234 5678"),
        jongere="Daniël",
        eenheid="lesuren",
        weken=(week(0, "3"), week(1, "0", vakantie=True), week(2, "4", "1"), week(3, "6.5")),
        moment=tijd(14, 30),
        kenmerk="LP-2026-0417",
    )


def test_one_page_says_it_three_ways(beeld: Verzuimbeeld, words: Words) -> None:
    paper = maak_op(beeld)
    assert paper.pages == 1
    assert shortcomings(paper.data) == ()
    read = words(paper.data)
    assert "In deze 4 weken miste Daniël 13,5 lesuren zonder geldige reden." in read
    assert "Door ziekte of verlof was het 1 lesuur." in read
    assert "26 oktober 2026 4 1" in read
    assert "19 oktober 2026 vakantie vakantie" in read
    assert "Een v betekent vakantie." in read
    assert "Bel M. de Groot: 06 1234 5678." in read
    with pikepdf.open(io.BytesIO(paper.data)) as document:
        figure = next(kid for kid in document.Root.StructTreeRoot.K[0].K if str(kid.S) == "/Figure")
        assert "week van 12 oktober 2026: 3 zonder geldige reden, 0 ziek of verlof" in str(figure.Alt)


def test_it_helps_first(beeld: Verzuimbeeld, words: Words) -> None:
    read = words(maak_pdf(beeld)).casefold()
    for word in ("straf", "proces-verbaal", "boete", "verdacht", "verplicht"):
        assert word not in read


@pytest.mark.parametrize(
    "leaflet", taalbladen(meegeleverde_formulieren())[0], ids=lambda leaflet: leaflet.taal
)
def test_each_language_fits_on_the_same_page(beeld: Verzuimbeeld, leaflet: Taalblad) -> None:
    for hours in ("2", "0"):
        weken = tuple(week(nummer, hours, "0") for nummer in range(8))
        paper = maak_op(replace(beeld, taalblad=leaflet, weken=weken))
        assert paper.pages == 1
        assert paper.warnings == ()


def _roles(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as document:
        return [str(kid.S) for kid in document.Root.StructTreeRoot.K[0].K]


def test_a_draft_and_a_single_quiet_week(beeld: Verzuimbeeld, words: Words) -> None:
    """No chart of nothing: a sentence stands in its place, and nobody is told that school is hard."""
    data = maak_pdf(replace(beeld, definitief=False, weken=(week(0, "0"),)))
    read = words(data)
    assert "CONCEPT Hoe vaak was Daniël op school?" in read
    assert "In deze week meldde de school bij Daniël geen gemiste lesuren" in read
    assert "Goed om te zien. Er zijn geen gemiste lesuren gemeld. Daarom staat hier geen grafiek." in read
    assert "12 oktober 2026 0" in read
    assert "Bel M. de Groot: 06 1234 5678." in read
    for word in ("Door ziekte", "Ziek of verlof", "Gestreept", "Elke balk", "moeilijk"):
        assert word not in read
    assert "/Figure" not in _roles(data)
    assert shortcomings(data) == ()


def test_weeks_of_holiday_alone_say_so(beeld: Verzuimbeeld, words: Words) -> None:
    read = words(maak_pdf(replace(beeld, weken=(week(0, "0", vakantie=True), week(1, "0", vakantie=True)))))
    assert "Het was vakantie. Er waren in deze 2 weken geen lessen." in read
    assert "Goed om te zien" not in read


def test_one_striped_hour_is_drawn(beeld: Verzuimbeeld) -> None:
    assert "/Figure" in _roles(maak_pdf(replace(beeld, weken=(week(0, "0", "1"),))))


def test_a_leaflet_tells_what_the_page_tells(beeld: Verzuimbeeld, words: Words) -> None:
    """Of a child that missed nothing it never says that hours were missed, in whatever language."""
    leaflet = taalblad(meegeleverde_formulieren(), "en")
    quiet = replace(beeld, taalblad=leaflet, weken=(week(0, "0"),))
    assert "The school reported no missed hours" in words(maak_pdf(quiet))
    assert "Your child missed school" not in words(maak_pdf(quiet))
    assert "Your child missed school" in words(maak_pdf(replace(beeld, taalblad=leaflet)))
    older = words(maak_pdf(replace(quiet, taalblad=replace(leaflet, geen_verzuim=()))))
    assert "English" not in older
    assert "Bel M. de Groot" in older


def test_hours_without_a_known_reason_are_asked_about(beeld: Verzuimbeeld, words: Words) -> None:
    """What nobody looked into yet is neither excused nor unexcused."""
    read = words(maak_pdf(replace(beeld, gestreept=Gestreept.NOG_OPEN)))
    assert "Van nog 1 lesuur weten we de reden niet. Wilt u die vertellen?" in read
    assert "Gestreept: reden nog niet bekend." in read
    assert "iek of verlof" not in read


def test_fourteen_weeks_still_fit(beeld: Verzuimbeeld) -> None:
    assert maak_op(replace(beeld, weken=tuple(week(nummer, "30") for nummer in range(14)))).pages == 1


@pytest.mark.parametrize(
    "weken",
    [
        (),
        tuple(week(nummer, "1") for nummer in range(15)),
        (week(0, "-1"),),
        (week(0, "1", vakantie=True),),
    ],
)
def test_impossible_weeks_are_refused(beeld: Verzuimbeeld, weken: tuple[Verzuimweek, ...]) -> None:
    with pytest.raises(DomainError) as caught:
        replace(beeld, weken=weken)
    assert caught.value.veld == "weken"


@pytest.mark.parametrize(
    ("aantal", "tekst"), [("3", "3"), ("3.50", "3,5"), ("10", "10"), ("0", "0"), ("0.25", "0,25")]
)
def test_hours_are_written_with_a_comma(aantal: str, tekst: str) -> None:
    assert uren(Decimal(aantal)) == tekst
