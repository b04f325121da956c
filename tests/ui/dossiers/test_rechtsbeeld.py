"""What the law says of a dossier: counted once, never over a holiday, and honest where nothing is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.casework.queries.caseload import DossierBeeld, MeldingBeeld, PersoonBeeld, SchoolBeeld
from leerplicht_desktop.domain.verzuim.weken import uren_in_woorden, verzuimuren, verzuimweken
from leerplicht_desktop.domain.wet.kalender import kalender_van
from leerplicht_desktop.ui.dossiers.rechtsbeeld import WEKEN, rechtsbeeld

VANDAAG = date(2026, 11, 24)
SCHOOL = SchoolBeeld("Demo Lyceum", "98BB", "00", "", "", "", "VO", "midden")
JONGERE = PersoonBeeld(
    "p-1", "jongere", "J. Test", "20120314", "V", None, True, None, False, False, False, "d"
)

Dagen = tuple[tuple[date, float], ...]


def _melding(soort: str, dagen: Dagen, eenheid: str = "lesuur", id_: str = "m") -> MeldingBeeld:
    eerste = min((dag for dag, _ in dagen), default=VANDAAG)
    return MeldingBeeld(
        id_, id_, VANDAAG, eerste, None, soort, "", "", True, "", eenheid, dagen, "", "", "", "", "", ""
    )


def _dossier(*meldingen: MeldingBeeld, school: SchoolBeeld | None = SCHOOL) -> DossierBeeld:
    return DossierBeeld(
        "d", "2026-0001", "J. Test", JONGERE, (), None, school, "", "", meldingen, "", None, None
    )


def _dagen(begin: date, uren: float, aantal: int, stap: int = 7) -> Dagen:
    return tuple((begin + timedelta(days=stap * n), uren) for n in range(aantal))


def test_sixteen_hours_over_the_autumn_holiday() -> None:
    """The week of 19 October is free in the middle of the country: it neither counts nor breaks the four."""
    recht = rechtsbeeld(_dossier(_melding("16UUR", _dagen(date(2026, 10, 6), 4, 5))), VANDAAG)
    assert recht.uren.bereikt
    assert recht.uren.zin == "16 uur in 4 lesweken bereikt op di 3 nov."
    assert [week.week for week in recht.weken if week.total is None] == [43]
    bereikt = next(week for week in recht.weken if week.reached)
    assert (bereikt.week, bereikt.total, bereikt.reached) == (45, 16.0, "16 op di 3 nov")


def test_a_holiday_without_hours_is_told() -> None:
    dagen = ((date(2026, 10, 13), 4.0), (date(2026, 10, 27), 4.0))
    recht = rechtsbeeld(_dossier(_melding("16UUR", dagen)), VANDAAG)
    assert [week.week for week in recht.weken if week.holiday] == [43]


def test_after_the_limit_the_line_starts_anew() -> None:
    recht = rechtsbeeld(_dossier(_melding("16UUR", _dagen(date(2026, 9, 7), 8, 3))), VANDAAG)
    assert [(week.week, week.total, bool(week.reached)) for week in recht.weken] == [
        (37, 8.0, False),
        (38, 16.0, True),
        (39, 8.0, False),
    ]


def test_words_that_would_touch_are_shortened() -> None:
    recht = rechtsbeeld(_dossier(_melding("LRV", _dagen(date(2026, 9, 7), 8, 8, 2))), VANDAAG)
    assert [week.reached for week in recht.weken] == ["16", "16", "16"]


def test_hours_older_than_four_lesweken_leave_the_line() -> None:
    dagen = (*_dagen(date(2026, 9, 1), 5, 1), (date(2026, 10, 6), 2.0))
    recht = rechtsbeeld(_dossier(_melding("SIGNAAL", dagen)), VANDAAG)
    assert [week.total for week in recht.weken] == [5.0, 5.0, 5.0, 5.0, 0.0, 2.0]


def test_a_day_that_two_reports_name_counts_once() -> None:
    dag = date(2026, 9, 8)
    eerste, tweede = _melding("16UUR", ((dag, 8.0),), id_="m1"), _melding("16UUR", ((dag, 7.0),), id_="m2")
    recht = rechtsbeeld(_dossier(eerste, tweede), VANDAAG)
    assert not recht.uren.bereikt
    assert recht.weken[0].without_reason == 8.0


def test_hours_in_another_unit_are_never_added() -> None:
    oud = _melding("16UUR", _dagen(date(2026, 9, 1), 5.5, 5, 1), "klokuur")
    nieuw = _melding("16UUR", _dagen(date(2026, 10, 6), 4, 2))
    recht = rechtsbeeld(_dossier(nieuw, oud), VANDAAG)
    assert recht.eenheid == "lesuren"
    assert recht.uren.zin == "De 16 uur is niet bereikt: 8 lesuren in 4 lesweken."


def test_screen_and_letter_count_a_day_alike() -> None:
    """A day that a certain and an undecided report name is certain, and counts once, in both."""
    dag = date(2026, 11, 9)
    beeld = _dossier(_melding("BEGINNEND", ((dag, 6.0),), id_="m1"), _melding("OVERIG", ((dag, 6.0),)))
    (scherm,) = rechtsbeeld(beeld, VANDAAG).weken
    kalender = kalender_van("midden")
    (papier,) = verzuimweken(verzuimuren(beeld.meldingen, dag, dag), kalender, dag, dag)
    assert (scherm.without_reason, scherm.excused) == (6.0, 0.0)
    assert (papier.zonder_reden, papier.nog_open) == (Decimal(6), Decimal(0))


def test_undecided_hours_are_hatched_and_do_not_count() -> None:
    recht = rechtsbeeld(_dossier(_melding("OVERIG", _dagen(date(2026, 9, 1), 6, 4, 1))), VANDAAG)
    assert recht.onbeslist
    assert not recht.uren.bereikt
    assert (recht.weken[0].without_reason, recht.weken[0].excused) == (0.0, 24.0)
    assert "Zoek eerst uit of er een geldige reden is" in recht.uren.zin


def test_without_a_holiday_region_nothing_is_claimed() -> None:
    school = replace(SCHOOL, regio="")
    recht = rechtsbeeld(_dossier(_melding("16UUR", _dagen(date(2026, 9, 7), 8, 3)), school=school), VANDAAG)
    assert not recht.uren.bereikt
    assert recht.uren.zin.startswith("De 16 uur is niet te tellen.")
    assert all(week.total is None for week in recht.weken)


def test_days_outside_the_known_calendar_are_not_judged() -> None:
    recht = rechtsbeeld(_dossier(_melding("16UUR", _dagen(date(2019, 9, 2), 8, 3))), VANDAAG)
    assert "2019" in recht.uren.zin
    assert not recht.uren.bereikt


def test_days_from_before_the_law_are_shown_and_not_judged() -> None:
    recht = rechtsbeeld(_dossier(_melding("16UUR", _dagen(date(2010, 9, 6), 8, 3))), VANDAAG)
    assert recht.uren.zin.startswith("De 16 uur is niet te tellen.")
    assert [week.without_reason for week in recht.weken] == [8.0, 8.0, 8.0]


def test_without_reports_there_is_nothing_to_count() -> None:
    recht = rechtsbeeld(_dossier(), VANDAAG)
    assert (recht.weken, recht.eenheid) == ((), "")
    assert recht.uren.zin == "School meldde nog geen verzuim."


def test_the_duty_follows_from_the_birth_date() -> None:
    zinnen = {
        geboren: rechtsbeeld(
            replace(_dossier(), jongere=replace(JONGERE, geboren=geboren)), VANDAAG
        ).plicht.zin
        for geboren in ("20120314", "20090501", "20230101", "20100000", "")
    }
    assert zinnen["20120314"] == "Leerplichtig."
    assert zinnen["20090501"] == "Kwalificatieplichtig, tenzij er al een startkwalificatie is."
    assert zinnen["20230101"] == "Geen leerplicht en geen kwalificatieplicht."
    assert "Niet zeker: de geboortedatum is niet volledig bekend." in zinnen["20100000"]
    assert zinnen[""].startswith("Of er een plicht is, is niet te zeggen.")


def test_hours_are_written_in_dutch() -> None:
    assert uren_in_woorden([5, 0.5], "klokuur") == "5,5 klokuren"
    assert uren_in_woorden([1], "lesuur") == "1 lesuur"


@given(
    st.lists(
        st.tuples(st.dates(date(2026, 8, 17), date(2026, 11, 20)), st.sampled_from([1.0, 2.5, 4.0, 7.0])),
        min_size=1,
        max_size=25,
        unique_by=lambda dag: dag[0],
    )
)
def test_the_chart_holds_every_hour_it_shows(dagen: list[tuple[date, float]]) -> None:
    recht = rechtsbeeld(_dossier(_melding("16UUR", tuple(sorted(dagen)))), VANDAAG)
    assert 0 < len(recht.weken) <= WEKEN
    for week in recht.weken:
        uren = sum(uur for dag, uur in dagen if dag.isocalendar().week == week.week)
        assert week.without_reason == uren
        assert not week.reached or (week.total is not None and week.total >= recht.grens.uren)
    assert recht.uren.bereikt or not any(week.reached for week in recht.weken)


def test_hours_in_another_unit_are_told_beside_the_chart() -> None:
    lessen = _melding("16UUR", _dagen(date(2026, 11, 9), 4, 1))
    klok = replace(_melding("16UUR", _dagen(date(2026, 11, 9), 4, 1)), eenheid="klokuur")
    recht = rechtsbeeld(_dossier(lessen, klok), VANDAAG)
    assert recht.weglating.startswith("School meldde ook 4 klokuren.")
    assert rechtsbeeld(_dossier(lessen), VANDAAG).weglating == ""
