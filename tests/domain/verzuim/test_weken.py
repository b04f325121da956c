"""Hours per week from the reports: each day once, one unit, holidays told apart from weeks at school."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import pytest

from leerplicht_desktop.domain.verzuim.weken import (
    Weekuren,
    eenheidswoord,
    gemelde_dagen,
    gemelde_periode,
    grens_van,
    laatste_weken,
    uren_in_woorden,
    verzuimuren,
    verzuimweken,
    weekstand,
)
from leerplicht_desktop.domain.wet.kalender import kalender_van

MIDDEN = kalender_van("midden")
NUL = Decimal(0)


@dataclass(frozen=True)
class Gemeld:
    """A report as the rules read it."""

    soort: str
    dagen: tuple[tuple[date, float], ...]
    eenheid: str = "lesuur"


def melding(soort: str, *dagen: tuple[date, float], eenheid: str = "lesuur") -> Gemeld:
    return Gemeld(soort, dagen, eenheid)


def weken(van: date, tot: date, *meldingen: Gemeld) -> tuple[Weekuren, ...]:
    return verzuimweken(verzuimuren(meldingen, van, tot), MIDDEN, van, tot)


def test_a_day_counts_once_and_certain_beats_open() -> None:
    maandag, dinsdag, volgende = date(2026, 11, 9), date(2026, 11, 10), date(2026, 11, 16)
    gevonden = weken(
        maandag,
        volgende,
        melding("16UUR", (maandag, 3), (dinsdag, 2.5)),
        melding("LUXE", (maandag, 5)),
        melding("OVERIG", (maandag, 7), (volgende, 4)),
        melding("16UUR", (dinsdag, 6), eenheid="klokuur"),
    )
    assert [(week.maandag, week.zonder_reden, week.nog_open) for week in gevonden] == [
        (maandag, Decimal("7.5"), NUL),
        (volgende, NUL, Decimal(4)),
    ]


def test_a_certain_report_without_hours_on_a_day_decides_nothing_about_it() -> None:
    dag = date(2026, 11, 9)
    (week,) = weken(dag, dag, melding("16UUR", (dag, 0)), melding("OVERIG", (dag, 6)))
    assert (week.zonder_reden, week.nog_open) == (NUL, Decimal(6))


def test_only_the_days_of_the_period_count() -> None:
    dagen = ((date(2026, 11, 9), 3.0), (date(2026, 11, 11), 4.0), (date(2026, 11, 13), 5.0))
    (week,) = weken(date(2026, 11, 10), date(2026, 11, 12), melding("LRV", *dagen))
    assert week.zonder_reden == 4


def test_a_holiday_is_told_unless_hours_were_reported() -> None:
    leeg = weken(date(2026, 10, 12), date(2026, 10, 26), melding("LRV"))
    assert [week.vakantie for week in leeg].count(True) == 1
    vrij = next(week.maandag for week in leeg if week.vakantie)
    (toch,) = weken(vrij, vrij, melding("LRV", (vrij, 2)))
    assert not toch.vakantie
    assert vrij >= date(2026, 10, 19)


def test_the_period_is_the_last_eight_weeks() -> None:
    assert gemelde_periode(()) is None
    assert gemelde_periode((melding("LRV"),)) is None
    lang = melding("LRV", (date(2026, 6, 1), 3), (date(2026, 11, 18), 3))
    assert gemelde_periode((lang,)) == (date(2026, 9, 28), date(2026, 11, 18))
    assert gemelde_dagen((lang,)) == (date(2026, 11, 18),)
    kort = melding("LRV", (date(2026, 11, 10), 3), (date(2026, 11, 18), 3))
    assert gemelde_periode((kort,)) == (date(2026, 11, 10), date(2026, 11, 18))
    assert gemelde_dagen((kort,)) == (date(2026, 11, 10), date(2026, 11, 18))
    assert gemelde_dagen(()) == ()


def test_the_chart_ends_at_the_last_reported_day_and_has_room_for_so_many_weeks() -> None:
    uren = verzuimuren((melding("LRV", (date(2026, 9, 1), 3), (date(2026, 11, 18), 3)),))
    maandagen = [week.maandag for week in laatste_weken(uren, MIDDEN, 4)]
    assert maandagen == [date(2026, 10, 26), date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)]
    assert laatste_weken(uren, MIDDEN, 40)[0].maandag == date(2026, 8, 31)
    assert laatste_weken(verzuimuren(()), MIDDEN, 4) == ()


def test_where_the_count_cannot_be_made_it_says_nothing() -> None:
    maandag = date(2026, 11, 9)
    uren = verzuimuren((melding("16UUR", (maandag, 5)),))
    stand = weekstand(uren, MIDDEN, maandag)
    assert stand is not None
    assert (stand.uren, stand.bereikt) == (Decimal(5), None)
    assert weekstand(uren, None, maandag) is None
    assert weekstand(uren, MIDDEN, date(2026, 11, 2)) is None


@pytest.mark.parametrize(("eenheid", "woord"), [("klokuur", "klokuren"), ("lesuur", "lesuren"), ("", "uren")])
def test_the_word_for_the_unit(eenheid: str, woord: str) -> None:
    assert eenheidswoord(eenheid) == woord


def test_hours_of_a_report_are_added_exactly() -> None:
    assert uren_in_woorden([0.1, 0.2], "klokuur") == "0,3 klokuren"


def test_a_week_that_reaches_the_limit_says_so_and_a_later_one_goes_on_from_there() -> None:
    eerste = date(2026, 9, 7)
    uren = verzuimuren((melding("16UUR", *((eerste + timedelta(weeks=n), 4) for n in range(5))),))
    standen = [weekstand(uren, MIDDEN, eerste + timedelta(weeks=n)) for n in range(5)]
    assert [stand is not None and stand.bereikt is not None for stand in standen] == [
        False,
        False,
        False,
        True,
        False,
    ]
    assert [stand.uren for stand in standen[:4] if stand] == [Decimal(4 * n) for n in (1, 2, 3, 4)]


@pytest.mark.parametrize("maandag", [date(2026, 10, 19), date(2036, 10, 20)], ids=["vakantie", "onbekend"])
def test_a_week_without_lessons_or_without_a_calendar_has_no_count(maandag: date) -> None:
    uren = verzuimuren((melding("16UUR", (date(2026, 10, 5), 4), (maandag, 4)),))
    assert weekstand(uren, MIDDEN, maandag) is None


def test_days_from_before_the_law_are_drawn_by_the_newest_limit() -> None:
    oud = verzuimuren((melding("16UUR", (date(1901, 1, 7), 4)),))
    nieuw = verzuimuren((melding("16UUR", (date(2026, 9, 7), 4)),))
    assert grens_van(oud, date(2026, 11, 21)) == grens_van(nieuw, date(2026, 11, 21))


def test_what_another_unit_reported_is_told_and_never_added() -> None:
    """Of the same days only, each day once; hours that are not in doubt are no news."""
    dag, later = date(2026, 11, 10), date(2026, 11, 20)
    ander = (
        melding("16UUR", (dag, 1), (later, 2.5), eenheid="klokuur"),
        melding("LUXE", (dag, 0.5), eenheid="klokuur"),
    )
    uren = verzuimuren((melding("16UUR", (dag, 3)), *ander))
    assert (sum(uren.zonder_reden.values()), uren.weggelaten) == (Decimal(3), {"klokuur": Decimal("3.5")})
    assert uren.weglating.startswith("School meldde ook 3,5 klokuren. Dat staat hier niet bij")
    one = verzuimuren((melding("16UUR", (dag, 3)), *ander), dag, dag)
    assert one.weglating.startswith("School meldde ook 1 klokuur. Dat")
    turned = verzuimuren((*ander, melding("16UUR", (dag, 1))))
    assert turned.weglating.startswith("School meldde ook 1 lesuur. Dat")
    assert verzuimuren((melding("16UUR", (dag, 3)),)).weglating == ""
    assert verzuimuren(()).weglating == ""
