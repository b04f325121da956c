"""R03: kwalificatieplicht runs from the end of leerplicht to eighteen or a startkwalificatie."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.plicht.leerplicht import Diploma, Plicht, kwalificatieplicht, plicht_op

GEBOREN = date(2009, 9, 15)


@pytest.mark.parametrize(
    ("dag", "plicht"),
    [
        (date(2026, 7, 31), Plicht.LEERPLICHT),
        (date(2026, 8, 1), Plicht.KWALIFICATIEPLICHT),
        (date(2027, 9, 14), Plicht.KWALIFICATIEPLICHT),
        (date(2027, 9, 15), Plicht.GEEN),
    ],
)
def test_the_duty_of_each_day(dag: date, plicht: Plicht) -> None:
    antwoord = plicht_op(dag, GEBOREN)
    assert antwoord.plicht is plicht
    assert antwoord.uitleg.dagen == (dag,)
    assert antwoord.zeker


@pytest.mark.parametrize("diploma", [date(2027, 7, 1), Diploma("havo", date(2027, 7, 1))])
def test_a_startkwalificatie_ends_it_on_the_day_of_the_diploma(diploma: date | Diploma) -> None:
    assert kwalificatieplicht(GEBOREN, startkwalificatie=diploma).einde == date(2027, 7, 1)
    assert plicht_op(date(2027, 7, 1), GEBOREN, startkwalificatie=diploma).plicht is Plicht.KWALIFICATIEPLICHT
    assert plicht_op(date(2027, 7, 2), GEBOREN, startkwalificatie=diploma).plicht is Plicht.GEEN


@pytest.mark.parametrize("soort", ["vmbo", "mavo", "entree", "mbo-1", "praktijkonderwijs"])
def test_a_lower_diploma_changes_nothing(soort: str) -> None:
    diploma = Diploma(soort, date(2027, 7, 1))
    met, zonder = kwalificatieplicht(GEBOREN, diploma), kwalificatieplicht(GEBOREN)
    assert (met.begin, met.einde) == (zonder.begin, zonder.einde) == (date(2026, 8, 1), date(2027, 9, 14))


def test_a_diploma_before_the_end_of_leerplicht_or_after_eighteen() -> None:
    vroeg = kwalificatieplicht(GEBOREN, startkwalificatie=date(2026, 7, 31))
    assert (vroeg.begin, vroeg.einde, vroeg.geldt) == (None, None, False)
    assert "was er al" in vroeg.uitleg.regel
    assert kwalificatieplicht(GEBOREN, startkwalificatie=date(2026, 8, 1)).einde == date(2026, 8, 1)
    assert kwalificatieplicht(GEBOREN, startkwalificatie=date(2028, 1, 1)).einde == date(2027, 9, 14)
    assert (
        plicht_op(date(2026, 7, 31), GEBOREN, startkwalificatie=date(2026, 6, 1)).plicht is Plicht.LEERPLICHT
    )


def test_praktijkonderwijs_and_two_vso_profiles_are_never_kwalificatieplichtig() -> None:
    for vrij in (
        kwalificatieplicht(GEBOREN, praktijkonderwijs=True),
        kwalificatieplicht(GEBOREN, vso_uitstroom="arbeidsmarktgericht"),
        kwalificatieplicht(GEBOREN, vso_uitstroom="dagbesteding"),
    ):
        assert not vrij.geldt
        assert vrij.uitleg.artikel == "artikel 4a lid 2 Leerplichtwet 1969"
    assert kwalificatieplicht(GEBOREN, vso_uitstroom="vervolgonderwijs").geldt
    assert plicht_op(date(2026, 8, 1), GEBOREN, praktijkonderwijs=True).plicht is Plicht.GEEN


def test_unknown_words_are_named_with_the_choices() -> None:
    with pytest.raises(DomainError, match="dagbesteding") as fout:
        kwalificatieplicht(GEBOREN, vso_uitstroom="werk")
    assert fout.value.veld == "vso_uitstroom"
    with pytest.raises(DomainError, match="mbo-4") as fout:
        kwalificatieplicht(GEBOREN, Diploma("gymnasium", date(2027, 7, 1)))
    assert fout.value.veld == "startkwalificatie"


def test_an_unknown_birth_day_ends_the_duty_on_the_earliest_eighteenth_birthday() -> None:
    geboren = Geboortedatum.uit_lo3("20081200")
    assert kwalificatieplicht(geboren).einde == date(2026, 11, 30)
    op = plicht_op(date(2026, 12, 5), geboren)
    assert (op.plicht, op.zeker) == (Plicht.GEEN, False)
    assert plicht_op(date(2026, 11, 30), geboren).zeker


def test_runs_through_every_day_without_a_gap() -> None:
    dagen = [date(2026, 7, 1) + timedelta(days=n) for n in range(500)]
    plichten = [plicht_op(dag, GEBOREN).plicht for dag in dagen]
    assert [een for een, twee in pairwise(plichten) if een is not twee] == [
        Plicht.LEERPLICHT,
        Plicht.KWALIFICATIEPLICHT,
    ]
