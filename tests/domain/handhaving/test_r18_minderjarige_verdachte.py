"""R18: the age at the fact decides about counsel, the age at the hearing about the parents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from leerplicht_desktop.domain.handhaving.verhoor import Begeleiding, punten
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum

from .test_verhoor import COMPLEET, om

GEBOREN = Geboortedatum(2008, 12, 5)


@pytest.mark.parametrize(
    ("pleegdatum", "dag", "bij_feit", "bij_verhoor"),
    [
        (date(2026, 12, 1), 10, True, False),
        (date(2026, 12, 1), 3, True, True),
        (date(2026, 12, 1), 4, True, True),
        (date(2026, 12, 1), 5, True, False),
        (date(2026, 12, 4), 10, True, False),
        (date(2026, 12, 5), 10, False, False),
    ],
)
def test_born_5_december_2008(pleegdatum: date, dag: int, bij_feit: bool, bij_verhoor: bool) -> None:
    verhoor = replace(
        COMPLEET,
        verdachte_geboren=GEBOREN,
        pleegdatum=pleegdatum,
        begin=om(10, 5, dag),
        eind=om(10, 40, dag),
        rechten_in_oproep_van=date(2026, 11, 25),
    )
    velden = {punt.veld for punt in punten(verhoor)}
    assert ("begeleiding" in velden) is bij_feit
    assert ("ouders_ingelicht_op" in velden) is bij_verhoor


def test_the_choice_is_recorded_whatever_it_is() -> None:
    jong = replace(COMPLEET, verdachte_geboren=GEBOREN)
    assert [punt.veld for punt in punten(jong)] == ["begeleiding"]
    for keuze in Begeleiding:
        assert punten(replace(jong, begeleiding=keuze)) == ()


def test_an_unknown_birth_day_protects() -> None:
    december = replace(COMPLEET, verdachte_geboren=Geboortedatum(2008, 12))
    assert {punt.veld for punt in punten(december)} == {"begeleiding", "ouders_ingelicht_op"}
