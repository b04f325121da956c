"""What contradicts the register at a door goes back to it, with all that was seen, and nothing else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from leerplicht_desktop.domain.bezoek.deurbezoek import Deurbezoek, Segment, SoortSegment
from leerplicht_desktop.domain.bezoek.terugmelding import terugmelding_van, weerspreekt_register
from leerplicht_desktop.domain.bezoek.uitkomst import Uitkomst

BEGONNEN = datetime(2026, 11, 20, 13, 7, tzinfo=UTC)
VAST = datetime(2026, 11, 20, 13, 25, tzinfo=UTC)
NU = datetime(2026, 11, 20, 13, 26, tzinfo=UTC)
VERHUISD = Deurbezoek(
    "b1",
    ("d1", "d2"),
    "Kade 1",
    BEGONNEN,
    uitkomst=Uitkomst.VERHUISD,
    segmenten=(
        Segment("s1", SoortSegment.GEZIEN, BEGONNEN, " Leeg huis. "),
        Segment("s2", SoortSegment.GEHOORD, BEGONNEN, "  "),
        Segment("s3", SoortSegment.GEZEGD, BEGONNEN, "Zij zijn weg.", "Buurman"),
    ),
    vastgelegd_op=VAST,
)


def test_it_carries_what_was_found_where_and_when() -> None:
    terug = terugmelding_van(VERHUISD, "t1", NU)
    assert terug is not None
    assert (terug.id, terug.dossiers, terug.bezoek, terug.adres) == ("t1", ("d1", "d2"), "b1", "Kade 1")
    assert (terug.bevinding, terug.waargenomen_op, terug.gemaakt_op) == (Uitkomst.VERHUISD, BEGONNEN, NU)
    assert terug.toelichting == "Leeg huis.\nZij zijn weg."
    assert terug.op_tijdlijn.startswith("Terugmelding BRP: ")
    assert terug.op_tijdlijn.endswith(", Kade 1")


@pytest.mark.parametrize("uitkomst", [*Uitkomst, None])
@pytest.mark.parametrize("ander_adres", [False, True])
def test_only_who_does_not_live_where_the_register_says_goes_back(
    uitkomst: Uitkomst | None, ander_adres: bool
) -> None:
    bezoek = replace(VERHUISD, uitkomst=uitkomst, ander_adres=ander_adres)
    verwacht = uitkomst in {Uitkomst.VERHUISD, Uitkomst.ONBEKEND} and not ander_adres
    assert weerspreekt_register(bezoek) is verwacht
    assert (terugmelding_van(bezoek, "t1", NU) is not None) is verwacht


def test_a_draft_tells_nothing_yet() -> None:
    assert terugmelding_van(replace(VERHUISD, vastgelegd_op=None), "t1", NU) is None
