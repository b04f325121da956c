"""R21: an ouder convicted before for 2 lid 1 or 4a: a copy to the Raad; recidive is five years."""

from __future__ import annotations

from datetime import date

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.grondslagen import EerdereAfdoening, Rol, recidive, verjaard_op

FEIT = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("op", "grondslag", "rol", "binnen", "naar_raad"),
    [
        (date(2024, 5, 1), "2 lid 1", Rol.OUDER, True, True),
        (date(2024, 5, 1), "4a lid 1", Rol.VERZORGER, True, True),
        (date(2021, 11, 2), "2 lid 1", Rol.OUDER, True, True),
        (date(2021, 11, 1), "2 lid 1", Rol.OUDER, False, True),
        (date(2024, 5, 1), "2 lid 3", Rol.OUDER, True, False),
        (date(2024, 5, 1), "2 lid 1", Rol.JONGERE, True, False),
    ],
)
def test_conviction_and_recidive_are_two_things(
    op: date, grondslag: str, rol: Rol, binnen: bool, naar_raad: bool
) -> None:
    gevolg = recidive([EerdereAfdoening(op, grondslag)], FEIT, rol)
    assert (gevolg.recidive, gevolg.afschrift_raad) == (binnen, naar_raad)
    assert gevolg.bijlagen == (("afschrift Raad voor de Kinderbescherming",) if naar_raad else ())
    assert ("22 lid 5" in gevolg.uitleg.artikel) is naar_raad


def test_a_dismissal_or_nothing_at_all_changes_nothing_for_the_raad() -> None:
    sepot = recidive([EerdereAfdoening(date(2025, 1, 1), "2 lid 1", veroordeling=False)], FEIT, Rol.OUDER)
    assert (sepot.recidive, sepot.afschrift_raad) == (True, False)
    assert not recidive([], FEIT, Rol.OUDER).recidive


def test_an_earlier_outcome_lies_before_the_fact() -> None:
    with pytest.raises(DomainError) as fout:
        recidive([EerdereAfdoening(date(2026, 11, 3), "2 lid 1")], FEIT, Rol.OUDER)
    assert fout.value.veld == "eerdere"


def test_time_barred_after_three_years() -> None:
    assert verjaard_op(FEIT) == date(2029, 11, 3)
    assert verjaard_op(date(2024, 2, 28)) == date(2027, 3, 1)
