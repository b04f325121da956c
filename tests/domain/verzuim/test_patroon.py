"""The pattern of a year says what stands out, and nothing when it is chance."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.verzuim.patroon import verzuimpatroon
from leerplicht_desktop.domain.verzuim.telling import Verzuimdag
from leerplicht_desktop.domain.wet.kalender import Regio, Schooljaar, regiokalender

MIDDEN = regiokalender(Regio.MIDDEN)
JAAR = Schooljaar(2026)


def dagen(*wanneer: date, uren: float = 2) -> list[Verzuimdag]:
    return [Verzuimdag(dag, uren, "lesuur") for dag in wanneer]


def test_mondays_stand_out() -> None:
    gemist = dagen(date(2026, 9, 7), date(2026, 9, 14), date(2026, 9, 22), date(2026, 11, 16), uren=2.5)
    beeld = verzuimpatroon(gemist, MIDDEN, JAAR)
    assert (beeld.dagen_per_weekdag, beeld.uren_per_weekdag[0]) == ((3, 1, 0, 0, 0, 0, 0), Decimal("7.5"))
    assert beeld.opvallend == ("Vooral op maandag: 3 van de 4 dagen.",)
    assert beeld.uitleg.invoer == (("maandag", "3 dagen"), ("dinsdag", "1 dagen"))
    assert "2026-2027" in beeld.uitleg.regel


def test_three_chance_days_are_no_pattern() -> None:
    gemist = dagen(date(2026, 9, 7), date(2026, 9, 14), date(2026, 9, 21))
    beeld = verzuimpatroon(gemist, MIDDEN, JAAR, [(date(2026, 9, 7), uur) for uur in (1, 2, 3)])
    assert beeld.opvallend == ()
    assert beeld.uitleg.regel.endswith("Geen patroon te zien.")


def test_lessons_stand_out_and_days_that_touch_a_holiday() -> None:
    vrijdag, maandag = date(2026, 10, 16), date(2026, 10, 26)
    lessen = [(date(2026, 9, dag), 1) for dag in (1, 2, 3)] + [(date(2026, 9, 4), 7), (date(2025, 9, 4), 7)]
    beeld = verzuimpatroon(dagen(vrijdag, maandag, date(2026, 10, 28)), MIDDEN, JAAR, lessen)
    assert beeld.lessen_per_uur == ((1, 3), (7, 1))
    assert beeld.rond_vakantie == (vrijdag, maandag)
    assert beeld.opvallend == (
        "Vooral het 1e uur: 3 van de 4 lessen.",
        "Aansluitend op een vakantie: 2 dagen.",
    )


def test_other_years_holidays_and_excused_days_are_left_out() -> None:
    buiten = [
        *dagen(date(2026, 7, 6), date(2026, 10, 21)),
        Verzuimdag(date(2026, 9, 7), 5, "lesuur", True),
        Verzuimdag(date(2026, 9, 8), 0, "lesuur"),
    ]
    assert sum(verzuimpatroon(buiten, MIDDEN, JAAR).dagen_per_weekdag) == 0


def test_the_edge_of_the_calendar_is_no_holiday_and_a_thirteenth_lesson_no_lesson() -> None:
    noord = regiokalender(Regio.NOORD)
    assert verzuimpatroon(dagen(date(2027, 7, 5)), noord, JAAR).rond_vakantie == ()
    with pytest.raises(DomainError) as fout:
        verzuimpatroon([], MIDDEN, JAAR, [(date(2026, 9, 7), 13)])
    assert fout.value.veld == "lesuur"
