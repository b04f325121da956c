"""R29: who was inside says who allowed it and when, that he identified himself and said why he came."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from leerplicht_desktop.domain.bezoek.deurbezoek import Deurbezoek, SoortVinkje, Vinkje, gebreken, vastleggen
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.domain.errors import DomainError

NU = datetime(2026, 11, 20, 13, 25, tzinfo=UTC)


def om(minuut: int) -> datetime:
    return datetime(2026, 11, 20, 13, minuut, tzinfo=UTC)


BINNEN = Deurbezoek(
    "b1",
    ("d1",),
    "adres-1",
    om(7),
    uitkomst=Uitkomst.OPEN_GEDAAN,
    aangetroffen=frozenset({Aanwezig.OUDER}),
    binnen=True,
    vinkjes=(
        Vinkje(SoortVinkje.LEGITIMATIE, om(8)),
        Vinkje(SoortVinkje.DOEL, om(9)),
        Vinkje(SoortVinkje.TOESTEMMING, om(10), "moeder"),
    ),
)


def zonder(soort: SoortVinkje) -> Deurbezoek:
    return replace(BINNEN, vinkjes=tuple(een for een in BINNEN.vinkjes if een.soort is not soort))


def test_inside_with_consent_can_be_fixed() -> None:
    assert gebreken(BINNEN) == ()
    assert vastleggen(BINNEN, NU).binnen


@pytest.mark.parametrize(
    ("veld", "soort", "regel"),
    [
        ("toestemming", SoortVinkje.TOESTEMMING, "R29"),
        ("legitimatie", SoortVinkje.LEGITIMATIE, "Awbi artikel 1"),
        ("doel", SoortVinkje.DOEL, "Awbi artikel 1"),
    ],
)
def test_each_of_the_three_blocks(veld: str, soort: SoortVinkje, regel: str) -> None:
    (gebrek,) = gebreken(zonder(soort))
    assert (gebrek.veld, gebrek.regel) == (veld, regel)
    with pytest.raises(DomainError) as fout:
        vastleggen(zonder(soort), NU)
    assert fout.value.veld == veld


def test_consent_of_nobody_is_no_consent() -> None:
    anoniem = Vinkje(SoortVinkje.TOESTEMMING, om(10), "  ")
    (gebrek,) = gebreken(replace(BINNEN, vinkjes=(*BINNEN.vinkjes[:2], anoniem)))
    assert "van wie" in gebrek.bericht


def test_on_the_doorstep_none_of_it_is_asked() -> None:
    assert gebreken(replace(BINNEN, binnen=False, vinkjes=())) == ()
