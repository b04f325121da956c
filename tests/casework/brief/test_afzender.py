"""The officer's own number: what he typed comes before what the municipality says."""

from __future__ import annotations

import pytest

from leerplicht_desktop.casework.brief.afzender import telefoon_instellen, telefoon_van
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.store.vault import SqlKluis


def test_his_own_number_comes_before_that_of_the_municipality(kluis: SqlKluis) -> None:
    assert kluis.doe(telefoon_van) == "06 1234 5678"
    kluis.doe(lambda work: telefoon_instellen(work, "  020  123 4567 "))
    assert kluis.doe(telefoon_van) == "020 123 4567"


def test_without_a_municipality_there_is_no_number(empty: SqlKluis) -> None:
    assert empty.doe(telefoon_van) == ""
    empty.doe(lambda work: telefoon_instellen(work, "14 07"))
    assert empty.doe(telefoon_van) == "14 07"


@pytest.mark.parametrize("nummer", ["", "  ", "123", "bel 06 1234 5678", "0612x45678", "+-() "])
def test_what_nobody_can_dial_is_refused_and_the_old_number_stays(kluis: SqlKluis, nummer: str) -> None:
    with pytest.raises(DomainError) as refused:
        kluis.doe(lambda work: telefoon_instellen(work, nummer))
    assert refused.value.veld == "telefoon"
    assert kluis.doe(telefoon_van) == "06 1234 5678"
