"""Requests of a signed-in laptop that mean harm: refused, cheap, and without harm to anybody else."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from leerplicht_protocol import gate
from leerplicht_protocol.messages import OpStatus
from leerplicht_server import schema
from leerplicht_server.database import Database
from tests.server.office import ANNA, BRAM, Laptop, Office
from tests.server.web import Signed, client, sign_in


@pytest.fixture
def bram(database: Database, office: Office) -> Iterator[Signed]:
    """The colleague, with a dossier that Anna has too."""
    office.dossier("d-1", ANNA, BRAM)
    office.dossier("d-secret", ANNA)
    with client(database) as http:
        yield sign_in(http, BRAM)


def _raw(bram: Signed, office: Office, x: str, place: str = "body") -> httpx.Response:
    op = office.note("d-1")
    if place == "body":
        op["body"]["x"] = "@@"
    else:
        op["x"] = "@@"
    request = {
        "device": bram.device,
        "incarnation": "i-1",
        "protocol": 1,
        "epoch": bram.epoch,
        "clock": {"wall": "2026-11-20T14:03:11Z"},
        "ops": [op],
    }
    body = gzip.compress(json.dumps(request).replace('"@@"', x).encode(), 1)
    return bram.http.post("/v1/ops", content=body, headers={"Content-Encoding": "gzip"}, auth=bram.auth)


_N = 30_000_000
COSTLY = {
    "zeros": lambda: "[" + "0," * (_N // 2) + "0]",
    "blanks": lambda: " " * _N + "1",
    "a million numbers in ten kilobytes": lambda: "[" + "1e9," * 2_700_000 + "0]",
    "empty texts": lambda: "[" + '"",' * (_N // 3) + "0]",
    "empty groups": lambda: "[" + "{}," * (_N // 3) + "0]",
    "keys": lambda: "{" + ",".join(f'"{n}":1' for n in range(2_000_000)) + "}",
    "a long text": lambda: '"' + "a" * _N + '"',
    "escapes": lambda: '"' + '\\"' * (_N // 2) + '"',
    "depth": lambda: "[" * 100_000 + "]" * 100_000,
    "a long number": lambda: "9" * 4_000,
}


@pytest.mark.parametrize("attack", COSTLY)
def test_a_costly_request_is_refused_and_nothing_is_kept(attack: str, bram: Signed, office: Office) -> None:
    begun = time.process_time()
    answer = _raw(bram, office, COSTLY[attack]())
    if answer.status_code == 200:  # cheap to read: refused as one operation, which stays on the laptop
        assert [result["status"] for result in answer.json()["results"]] == ["rejected"]
    else:
        assert answer.status_code in {413, 422}, answer.text
    assert time.process_time() - begun < 15  # making it included; the server alone took up to 48 s
    assert office.count(schema.record) == 2
    assert office.count(schema.quarantaine) == 0
    assert bram.pushed(office.note("d-1")).results[0].status is OpStatus.APPLIED


@pytest.mark.parametrize("number", [2**63, -(2**63) - 1, 10**30])
@pytest.mark.parametrize("field", ["offset", "n", "unknown", "base"])
def test_a_number_of_more_than_64_bits_is_a_refusal(
    field: str, number: int, bram: Signed, office: Office
) -> None:
    op: dict[str, Any] = office.note("d-1")
    clock: dict[str, Any] = {"wall": "2026-11-20T14:03:11Z"}
    match field:
        case "offset":
            clock["offset_ms"] = number
        case "n":
            op["n"] = number
        case "base":
            op = office.patch("d-1", telefoon=("070", number))
        case _:
            op["body"]["x"] = number
    answer = bram.push(op, clock=clock)
    if field == "offset":
        assert answer.status_code == 422
    else:
        assert [r["status"] for r in answer.json()["results"]] == ["rejected"]
    assert bram.pushed(office.note("d-1")).results[0].status is OpStatus.APPLIED


@pytest.mark.parametrize("wall", ["1970-01-01T00:00:00Z", "2199-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
def test_a_clock_may_say_anything_and_a_record_may_not(wall: str, bram: Signed, office: Office) -> None:
    assert bram.push(office.note("d-1"), clock={"wall": wall}).status_code == 200
    if not wall.startswith("1970"):
        late = office.note("d-1", body={"vastgelegd_op": wall})
        assert bram.pushed(late).results[0].reason == "invalid: vastgelegd_op"


@pytest.mark.parametrize("name", ["moeder\x00", "\u202erednaam", "a\u2066b", "\x1b[31mrood"])
def test_a_name_that_steers_is_refused(name: str, bram: Signed, office: Office) -> None:
    result = bram.pushed(office.note("d-1", body={"met_wie": name})).results[0]
    assert (result.status, result.reason) == (OpStatus.REJECTED, "invalid: met_wie")


def test_one_bad_operation_stops_no_other(bram: Signed, office: Office) -> None:
    ops = [office.note("d-1"), office.note("d-1", body={"x": "a" * gate.UNKNOWN_BYTES}), office.note("d-1")]
    assert [result.reason for result in bram.pushed(*ops).results] == ["", gate.UNKNOWN, ""]


def test_what_was_too_large_before_reaches_the_others_without_its_fields(office: Office) -> None:
    """A database from before the limits: every laptop gets past it, and reports it."""
    office.dossier("d-1", ANNA)
    office.edit("d-1", leerjaar="3", van_vroeger=[1e9] * 100_000)
    office.dossier("d-2", ANNA)
    anna = Laptop(office.database, ANNA)
    anna.pull()
    assert anna.records["dossier", "d-1"].fields == {}
    assert anna.records["dossier", "d-2"].fields["nummer"] == "d-2"
    assert anna.holds() == office.visible(ANNA)


def test_nobody_learns_by_after_what_exists_elsewhere(office: Office) -> None:
    office.dossier("d-1", BRAM)
    office.dossier("d-secret", ANNA)
    secret = office.note("d-secret")
    assert office.push(ANNA, secret).status is OpStatus.APPLIED
    for name in (secret["id"], "d-secret", "no-such-thing"):
        assert office.push(BRAM, office.note("d-1", after=[name])).status is OpStatus.WAITING


def test_a_full_quarantine_is_not_read_for_every_operation(office: Office) -> None:
    office.dossier("d-1", BRAM)
    refused = office.note("d-1", body={"hoe": "anders dan anders", "tekst": "a" * 300_000})
    assert office.push(BRAM, refused).status is OpStatus.REJECTED
    assert office.push(BRAM, office.note("d-1", after=[refused["id"]])).reason == "after_rejected"
    seen: list[str] = []
    engine = office.database._engine

    def hear(_c: object, _k: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    sa.event.listen(engine, "before_cursor_execute", hear)
    assert office.push(BRAM, office.note("d-1", after=["not-there"])).status is OpStatus.WAITING
    asked = [one for one in seen if "quarantaine" in one and one.lstrip().upper().startswith("SELECT")]
    assert asked
    assert not any("inhoud" in one for one in asked)


def test_a_report_of_the_unreadable_is_kept_per_laptop(bram: Signed, office: Office) -> None:
    one = {"entity": "dossier", "id": "d-1", "rev": 1, "reason": "vorm"}
    for records, kept in (([one], 1), ([one, {**one, "id": ""}], 2), ([], 0)):
        body = {"device": bram.device, "records": records}
        assert bram.http.post("/v1/unreadable", json=body, auth=bram.auth).json() == {"count": kept}
        assert office.count(schema.onleesbaar) == kept
    body = {"device": "another", "records": [one]}
    assert bram.http.post("/v1/unreadable", json=body, auth=bram.auth).status_code == 403
