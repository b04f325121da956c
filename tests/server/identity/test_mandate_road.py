"""A mandate over the wire: each request of the stand-in is judged by the day it is."""

from __future__ import annotations

from datetime import timedelta

from leerplicht_server import mandates
from leerplicht_server.mandates import Mandate
from tests.server.office import ANNA, BRAM

from .conftest import Town
from .laptop import Laptop

DAY = 24 * 3600


def _seen(laptop: Laptop, cursor: str = "") -> tuple[set[str], list[str], str]:
    page = laptop.call("GET", f"/v1/changes?cursor={cursor}").json()
    return {one["id"] for one in page["changes"]}, [gone["dossier"] for gone in page["evict"]], page["next"]


def test_the_last_day_ends_it_at_the_next_request(town: Town) -> None:
    town.office.dossier("d-1", ANNA)
    town.office.dossier("d-2", BRAM)
    bram = town.working(BRAM)
    day = mandates.today(town.clock())
    with town.office.database.write() as connection:
        wanted = Mandate(ANNA, BRAM, day + timedelta(days=1), day + timedelta(days=2), "vakantie")
        mandates.give(connection, wanted, day)
    assert _seen(bram)[0] == {"d-2"}
    town.clock.ahead = DAY
    bram = town.working(BRAM, "i-2")
    seen, _, cursor = _seen(bram)
    assert seen == {"d-1", "d-2"}
    assert bram.push(town.office.note("d-1")).json()["results"][0]["status"] == "applied"
    town.clock.ahead = 3 * DAY
    bram = town.working(BRAM, "i-3")
    assert bram.push(town.office.note("d-1")).json()["results"][0]["reason"] == "out_of_scope"
    seen, gone, _ = _seen(bram, cursor)
    assert "d-1" not in seen
    assert gone == ["d-1"]
    assert _seen(bram)[0] == {"d-2"}
