"""R19: who Halt can take: enough, not too much, old enough, with consent, the first time."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.grondslagen import Haltuitkomst, Haltvoorwaarden, halt_toets
from leerplicht_desktop.domain.persoon.geboortedatum import Leeftijd

AKKOORD = Haltvoorwaarden(jongere_akkoord=True, ouders_akkoord=True)


@pytest.mark.parametrize(
    ("uren", "te_laat", "uitkomst"),
    [
        (8, 11, Haltuitkomst.NIET),
        (8.5, 0, Haltuitkomst.NIET),
        (9, 0, Haltuitkomst.GESCHIKT),
        (0, 12, Haltuitkomst.GESCHIKT),
        (60, 60, Haltuitkomst.GESCHIKT),
        (61, 0, Haltuitkomst.MET_OFFICIER),
        (Decimal("60.5"), 0, Haltuitkomst.MET_OFFICIER),
        (0, 61, Haltuitkomst.MET_OFFICIER),
    ],
)
def test_how_much(uren: Decimal | float, te_laat: int, uitkomst: Haltuitkomst) -> None:
    oordeel = halt_toets(uren, te_laat, 14, AKKOORD)
    assert oordeel.uitkomst is uitkomst
    assert bool(oordeel) is (uitkomst is Haltuitkomst.GESCHIKT)
    assert oordeel.uitleg.regel.startswith(f"Uitkomst: {uitkomst.value}.")


@pytest.mark.parametrize(
    ("leeftijd", "geschikt"),
    [(11, False), (12, True), (17, True), (18, False), (Leeftijd(11, 12), False), (Leeftijd(17, 18), False)],
)
def test_how_old(leeftijd: int | Leeftijd, geschikt: bool) -> None:
    assert bool(halt_toets(9, 0, leeftijd, AKKOORD)) is geschikt


@pytest.mark.parametrize(
    ("leeftijd", "geschikt"), [(15, False), (16, True), (Leeftijd(15, 16), False), (Leeftijd(16, 17), True)]
)
def test_under_sixteen_the_parents_sign(leeftijd: int | Leeftijd, geschikt: bool) -> None:
    assert bool(halt_toets(9, 0, leeftijd, replace(AKKOORD, ouders_akkoord=False))) is geschikt


@pytest.mark.parametrize(
    "tegen",
    [
        {"jongere_akkoord": False},
        {"eerder_naar_halt": True},
        {"blijft_uit_zichzelf_weg": False},
        {"problemen_zonder_hulp": True},
    ],
)
def test_each_condition_alone_is_enough_to_refuse(tegen: dict[str, bool]) -> None:
    oordeel = halt_toets(61, 0, 14, replace(AKKOORD, **tegen))
    assert (oordeel.uitkomst, len(oordeel.redenen)) == (Haltuitkomst.NIET, 1)


def test_nothing_asked_yet_is_no_consent_and_counts_are_not_negative() -> None:
    assert halt_toets(9, 0, 14).redenen[0] == "De jongere heeft niet ingestemd."
    for veld, uren, te_laat in (("uren", -1, 0), ("keren_te_laat", 0, -1)):
        with pytest.raises(DomainError) as fout:
            halt_toets(uren, te_laat, 14)
        assert fout.value.veld == veld
