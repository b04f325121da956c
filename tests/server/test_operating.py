"""What a machine asks about the server: alive, ready, counted; and nothing about people."""

from __future__ import annotations

import httpx
import pytest
import sqlalchemy as sa

from leerplicht_server.database import Database
from tests.server.office import ANNA, BRAM, Office
from tests.server.web import client, sign_in


def test_alive_and_ready(office: Office) -> None:
    with client(office.database) as http:
        assert http.get("/health").text == "ok\n"
        assert http.get("/ready").text == "ok\n"


def test_without_its_database_it_is_alive_and_not_ready(office: Office) -> None:
    with client(office.database) as http:
        with office.database.write() as connection:
            connection.execute(sa.text("ALTER TABLE teller RENAME TO weg"))
        try:
            assert http.get("/health").status_code == 200
            answer = http.get("/ready")
            assert (answer.status_code, answer.text) == (503, "de database antwoordt niet\n")
            assert "leerplicht_database_up 0" in http.get("/metrics").text
        finally:
            with office.database.write() as connection:
                connection.execute(sa.text("ALTER TABLE weg RENAME TO teller"))


def _figures(http: httpx.Client) -> dict[str, float]:
    answer = http.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    lines = [line for line in answer.text.splitlines() if not line.startswith("#")]
    return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in lines}


def test_what_happened_is_counted_by_route_and_names_nobody(office: Office) -> None:
    office.dossier("d-1", BRAM)
    with client(office.database) as http:
        laptop = sign_in(http, ANNA)
        laptop.push(office.note("d-1", body={"tekst": "GEHEIM"}))
        http.get("/v1/changes/d-1-GEHEIM")
        found = _figures(http)
        text = http.get("/metrics").text
    assert found["leerplicht_quarantine_waiting"] == 1
    assert found["leerplicht_laptops"] == 1
    assert found["leerplicht_practice"] == 1
    assert found['leerplicht_requests_total{method="POST",route="/v1/ops",status="200"}'] == 1
    assert found['leerplicht_requests_total{method="GET",route="-",status="404"}'] == 1
    assert found['leerplicht_request_seconds_bucket{le="+Inf"}'] == found["leerplicht_request_seconds_count"]
    for word in ("GEHEIM", "d-1", ANNA, laptop.device):
        assert word not in text


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"])
def test_figures_are_for_this_machine_alone(real_database: Database, header: str) -> None:
    with client(real_database) as http:
        refused = http.get("/metrics", headers={header: "10.0.0.9"})
        assert refused.status_code == 403
        assert refused.json()["code"] == "meten_elders"
