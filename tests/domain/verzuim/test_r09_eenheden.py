"""R09: clock hours in primary, lessons in secondary; the unit stays with the number."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.verzuim.telling import Eenheid, Verzuimdag, eenheid_van, lesuren, urentelling
from leerplicht_desktop.domain.wet.kalender import Regio, regiokalender

DAG = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("onderwijs", "eenheid"),
    [
        ("PO", "klokuur"),
        ("sbo", "klokuur"),
        ("VSO", "lesuur"),
        ("MBO", "lesuur"),
        ("PRO/VMBO/HAVO/VWO", "lesuur"),
    ],
)
def test_each_kind_of_education_has_its_unit(onderwijs: str, eenheid: str) -> None:
    assert eenheid_van(onderwijs, DAG) is Eenheid(eenheid)


def test_an_unknown_kind_is_asked_for() -> None:
    with pytest.raises(DomainError) as fout:
        eenheid_van("HBO", DAG)
    assert fout.value.veld == "onderwijs"


def test_seven_lessons_of_fifty_minutes_are_seven() -> None:
    assert lesuren([50] * 7, DAG) == 7
    assert lesuren([60, 40], DAG) == 2
    for minuten in (61, 0, -50):
        with pytest.raises(DomainError) as fout:
            lesuren([minuten], DAG)
        assert fout.value.veld == "minuten"


def test_sixteen_is_sixteen_in_either_unit_and_they_are_never_mixed() -> None:
    kalender = regiokalender(Regio.ZUID)
    for eenheid in Eenheid:
        dagen = [Verzuimdag(date(2026, 11, dag), "5,5", eenheid) for dag in (2, 3, 4)]
        (keer,) = urentelling(dagen, kalender)
        assert (keer.uren, keer.eenheid) == (Decimal("16.5"), eenheid)
    gemengd = [Verzuimdag(DAG, 1, "klokuur"), Verzuimdag(DAG, 1, "lesuur", geoorloofd=True)]
    with pytest.raises(DomainError, match="niet bij elkaar op te tellen") as fout:
        urentelling(gemengd, kalender)
    assert fout.value.veld == "eenheid"


@pytest.mark.parametrize("uren", [-0.5, 24.5, 31, "veel", float("nan"), float("inf"), ""])
def test_impossible_hours_are_refused_with_the_article(uren: float | str) -> None:
    with pytest.raises(DomainError) as fout:
        Verzuimdag(DAG, uren, "klokuur")
    assert fout.value.veld == "uren"
    assert fout.value.artikel == "artikel 21 lid 1 en 21a lid 1 Leerplichtwet 1969"


def test_more_hours_than_a_day_in_two_reports_and_an_unknown_unit_are_refused() -> None:
    with pytest.raises(DomainError, match="02-11-2026"):
        urentelling([Verzuimdag(DAG, 13, "lesuur")] * 2, regiokalender(Regio.ZUID))
    with pytest.raises(DomainError) as fout:
        Verzuimdag(DAG, 2, "dagdeel")
    assert fout.value.veld == "eenheid"


def test_hours_in_words() -> None:
    woorden = [
        Eenheid.LESUUR.tekst(Decimal(1)),
        Eenheid.KLOKUUR.tekst(Decimal("5.50")),
        Eenheid.LESUUR.tekst(Decimal(10)),
    ]
    assert woorden == ["1 lesuur", "5,5 klokuren", "10 lesuren"]
