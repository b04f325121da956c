"""The page for who runs the server names every setting, figure and endpoint that there is, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from leerplicht_server import settings
from leerplicht_server.database import Database
from tests.server.web import client

PAGE = (Path(__file__).parents[2] / "docs" / "beheer" / "draaien.md").read_text("utf-8")


def test_every_setting_stands_in_it_with_its_variable() -> None:
    told = dict(re.findall(r"^\| `(\w+)` \|.*\| `(LEERPLICHT_SERVER_\w+)` \|$", PAGE, re.M))
    assert told == settings._ENVIRONMENT


def test_every_figure_stands_in_it(real_database: Database) -> None:
    with client(real_database) as http:
        given = set(re.findall(r"^# TYPE (\w+)", http.get("/metrics").text, re.M))
    assert set(re.findall(r"`(leerplicht_\w+)`", PAGE)) == given
