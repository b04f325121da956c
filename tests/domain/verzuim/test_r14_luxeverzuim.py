"""R14: one day, first time, not announced is a warning; anything more makes a proces-verbaal possible."""

from __future__ import annotations

from datetime import date

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.grondslagen import Luxeproduct, luxeverzuim_lijn


def test_one_day_first_time_is_a_warning_and_a_proces_verbaal_asks_why() -> None:
    lijn = luxeverzuim_lijn(1, True)
    assert (lijn.product, lijn.reden_gevraagd, lijn.in_proces_verbaal) == (Luxeproduct.WAARSCHUWING, True, "")
    assert ("aankondiging door de school", "geen") in lijn.uitleg.invoer


def test_the_words_of_the_school_are_printed() -> None:
    lijn = luxeverzuim_lijn(1, True, "  Nieuwsbrief van 18-09-2026 ")
    assert (lijn.product, lijn.reden_gevraagd) == (Luxeproduct.PROCES_VERBAAL, False)
    assert lijn.in_proces_verbaal == "Nieuwsbrief van 18-09-2026"
    assert luxeverzuim_lijn(1, True, "   ").product is Luxeproduct.WAARSCHUWING


@pytest.mark.parametrize(
    ("dagen", "eerste", "geweigerd", "overschreden"),
    [(2, True, False, False), (1, False, False, False), (1, True, True, False), (1, True, False, True)],
)
def test_each_ground_alone_is_enough(dagen: int, eerste: bool, geweigerd: bool, overschreden: bool) -> None:
    lijn = luxeverzuim_lijn(dagen, eerste, "", geweigerd, overschreden)
    assert (lijn.product, len(lijn.gronden)) == (Luxeproduct.PROCES_VERBAAL, 1)
    assert lijn.gronden[0] in lijn.uitleg.regel


def test_no_day_is_no_luxeverzuim_and_the_guideline_has_a_date() -> None:
    with pytest.raises(DomainError) as fout:
        luxeverzuim_lijn(0, True)
    assert fout.value.veld == "schooldagen"
    with pytest.raises(DomainError) as fout:
        luxeverzuim_lijn(1, True, dag=date(2017, 5, 31))
    assert fout.value.veld == "dag"
