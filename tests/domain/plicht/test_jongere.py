"""What decides about a jongere may be told in the words at hand: a plain date, a region, one value."""

from __future__ import annotations

from datetime import date

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.plicht.jongere import Jongere
from leerplicht_desktop.domain.wet.kalender import Regio, regiokalender


def test_a_plain_date_and_a_region_are_what_they_stand_for() -> None:
    told = Jongere(date(2011, 3, 14), "midden")  # type: ignore[arg-type]
    known = Jongere(Geboortedatum(2011, 3, 14), regiokalender(Regio.MIDDEN))
    assert told == known
    assert told.geboortedatum == Geboortedatum(2011, 3, 14)
    assert told.kalender == regiokalender(Regio.MIDDEN) != regiokalender(Regio.NOORD)
    assert Jongere(date(2011, 3, 14)).kalender is None


def test_where_only_the_birth_date_matters_it_is_enough() -> None:
    whole = Jongere(date(2011, 3, 14), praktijkonderwijs=True)
    assert Jongere.van(whole) is whole
    assert Jongere.van(date(2011, 3, 14)) == Jongere.van(Geboortedatum(2011, 3, 14))


@pytest.mark.parametrize(
    ("geboren", "kalender", "veld"),
    [
        ("20110314", None, "geboortedatum"),
        (date(2011, 3, 14), "west", "kalender"),
        (date(2011, 3, 14), 7, "kalender"),
    ],
)
def test_what_is_neither_is_refused_by_its_name(geboren: object, kalender: object, veld: str) -> None:
    with pytest.raises(DomainError) as refused:
        Jongere(geboren, kalender)  # type: ignore[arg-type]
    assert refused.value.veld == veld
