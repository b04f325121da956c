"""A report that the school withdrew counts no more and is told; every other state stands."""

from __future__ import annotations

from datetime import date

import pytest

from leerplicht_desktop.domain.verzuim.meldstatus import (
    GEREGISTREERD,
    INGETROKKEN,
    ingetrokken_in_woorden,
    ingetrokken_merk,
    telt_mee,
)


@pytest.mark.parametrize("status", [GEREGISTREERD, "in behandeling", "afgesloten", "een staat van later", ""])
def test_only_a_withdrawn_report_does_not_count(status: str) -> None:
    assert telt_mee(status)
    assert not telt_mee(INGETROKKEN)


@pytest.mark.parametrize(
    ("toelichting", "slot"),
    [("", "niet mee."), ("  ", "niet mee."), (" Vergissing. ", "niet mee. Reden: Vergissing.")],
)
def test_it_says_why_when_that_is_known(toelichting: str, slot: str) -> None:
    assert ingetrokken_in_woorden(toelichting).endswith(slot)


@pytest.mark.parametrize(
    ("aantal", "staat", "merk"),
    [
        (0, True, ""),
        (0, False, ""),
        (1, True, "Een melding ingetrokken"),
        (3, True, "3 meldingen ingetrokken"),
        (1, False, "Melding ingetrokken, geen andere"),
        (2, False, "Alle meldingen ingetrokken"),
    ],
)
def test_the_badge_counts_and_says_whether_one_still_stands(aantal: int, staat: bool, merk: str) -> None:
    assert ingetrokken_merk(aantal, date(2026, 11, 9) if staat else None) == merk
