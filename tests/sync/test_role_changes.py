"""A role that goes or comes is news: police data leave the laptop at the next round, and come back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import sqlalchemy as sa

from leerplicht_server import schema
from tests.server.office import MOMENT

from .real import ANNA, BRAM, RealLaptop, Town, town

VISIT = {
    "modus": "opsporing",
    "begonnen_op": MOMENT,
    "geeindigd_op": MOMENT,
    "vastgelegd_op": MOMENT,
    "adres": "Laan 1",
    "uitkomst": "niet_thuis",
    "dossiers": ["d-1"],
}


def _roles(running: Town, officer: str, *roles: str) -> None:
    """As the identity provider would have said it at a renewal."""
    with running.office.database.write() as connection:
        mine = schema.sessie.c.ambtenaar == officer
        connection.execute(sa.update(schema.sessie).where(mine).values(rollen=json.dumps(roles)))


def _holds(laptop: RealLaptop) -> set[str]:
    held = laptop.kluis.doe(lambda work: work.brievenbus.revisies())
    return {id_ for pairs in held.values() for id_, _ in pairs}


@pytest.mark.journey
def test_police_data_go_with_the_role_and_come_back_with_it(tmp_path: Path) -> None:
    with town(tmp_path / "gemeente") as running:
        bram = RealLaptop(tmp_path / "bram", running.enrol(BRAM))
        op = running.office.note("d-1", entity="deurbezoek", id="v-wpg", body=VISIT)
        op["body"] = VISIT
        assert running.office.push(ANNA, json.loads(json.dumps(op))).status == "applied"
        for roles, there in ((("ambtenaar",), True), (("teamleider",), False), (("ambtenaar",), True)):
            _roles(running, BRAM, *roles)
            assert bram.loop.round().problem is None
            assert ("v-wpg" in _holds(bram)) == there, roles
        bram.sluit()
