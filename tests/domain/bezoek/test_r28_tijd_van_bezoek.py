"""R28: the visit keeps its own time, whenever the notes are typed."""

from __future__ import annotations

from datetime import UTC, datetime

from leerplicht_desktop.domain.bezoek.deurbezoek import (
    Achtergelaten,
    Deurbezoek,
    NietThuis,
    Segment,
    SoortSegment,
)
from leerplicht_desktop.domain.bezoek.deurbezoek import vastleggen as vastgelegd
from leerplicht_desktop.domain.bezoek.uitkomst import Uitkomst


def test_notes_in_the_evening_do_not_move_the_visit() -> None:
    door = datetime(2026, 11, 20, 13, 7, tzinfo=UTC)
    typed = datetime(2026, 11, 20, 21, 30, tzinfo=UTC)
    note = Segment("s1", SoortSegment.GEZIEN, typed, "Gordijnen dicht.")
    visit = Deurbezoek(
        "b1",
        ("d1",),
        "adres-1",
        door,
        uitkomst=Uitkomst.NIET_THUIS,
        niet_thuis=NietThuis(achtergelaten=Achtergelaten.NIETS),
        segmenten=(note,),
        geeindigd_op=datetime(2026, 11, 20, 13, 19, tzinfo=UTC),
    )
    fixed = vastgelegd(visit, typed)
    assert fixed.begonnen_op == door
    assert fixed.geeindigd_op == visit.geeindigd_op
    assert fixed.segmenten[0].tijd == typed
    assert fixed.vastgelegd_op == typed
