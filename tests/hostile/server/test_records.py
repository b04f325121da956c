"""One poisoned record or receipt from a bad server, on a real vault: it is set aside, and stops nothing."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import pytest

from leerplicht_protocol.records import Entity
from tests.sync.laptop import dossier

from .conftest import Victim
from .work import note

CHANGES = "/v1/changes"
DEEP: Any = 1
for _ in range(20):
    DEEP = [DEEP]


def _spoil(victim: Victim, **what: Any) -> None:
    """Change the second record of every page."""

    def change(page: dict[str, Any]) -> None:
        for one in page["changes"]:
            if one["id"] == "d1":
                one.update(what)

    victim.attacker.change[CHANGES] = change


BODY = dossier(1)
BODIES: dict[str, dict[str, Any]] = {
    "a number of 65 bits": {**BODY, "x": 2**64},
    "no number": {**BODY, "x": float("nan")},
    "no end": {**BODY, "x": float("inf")},
    "half a character": {**BODY, "naam": "a\ud800"},
    "half a character in a field of tomorrow": {**BODY, "x": "a\udfff"},
    "a name that steers": {**BODY, "naam": "\u202egnp.exe"},
    "a NUL": {**BODY, "naam": "a\0b"},
    "a name of ten megabytes": {**BODY, "naam": "a" * 10_000_000},
    "ten megabytes that nobody knows": {**BODY, "x": "a" * 10_000_000},
    "a hundred thousand values": {**BODY, "x": [0] * 100_000},
    "a field without a name": {**BODY, "": "a" * 20_000},
    "another type": {**BODY, "nummer": 7},
    "no fields": {},
}


@pytest.mark.parametrize("name", BODIES)
def test_a_poisoned_body_is_set_aside_and_goes_when_it_is_mended(name: str, victim: Victim) -> None:
    _spoil(victim, fields=BODIES[name])
    assert victim.loop.round().problem is None
    assert victim.readable == {"d0", "d2"}
    assert [line[:2] for line in victim.aside] == [("dossier", "d1")]
    assert [one.id for one in victim.server.onleesbaar[0].records] == ["d1"]
    victim.attacker.change.clear()
    victim.server.schrijf(Entity.DOSSIER, "d1", ("d1",), dossier(1))
    assert victim.loop.round().problem is None
    assert (victim.readable, victim.aside) == ({"d0", "d1", "d2"}, [])
    assert victim.server.onleesbaar[-1].records == ()


@pytest.mark.parametrize(
    "what",
    [
        {"rev": 2**63},
        {"seq": 2**64},
        {"rev": -1},
        {"rev": "1"},
        {"dossiers": ["geen id!"]},
        {"id": "d1\0"},
        {"id": ["d1"]},
        {"entity": "x" * 100},
        {"deleted": "yes"},
        {"seq": 1e300},
        {"frev": {"naam": 2**64}},
        {"frev": {f"f{n}": 1 for n in range(3_000)}},
    ],
    ids=repr,
)
def test_a_poisoned_envelope_costs_its_own_record(what: dict[str, Any], victim: Victim) -> None:
    _spoil(victim, **what)
    assert victim.loop.round().problem is None
    assert victim.readable == {"d0", "d2"}
    assert len(victim.server.onleesbaar[0].records) == 1
    victim.attacker.change.clear()
    victim.server.schrijf(Entity.DOSSIER, "d1", ("d1",), dossier(1))
    for _ in range(2):
        assert victim.loop.round().problem is None
    assert (victim.readable, victim.aside) == ({"d0", "d1", "d2"}, [])


def test_a_field_without_a_name_is_no_attachment(victim: Victim) -> None:
    """It was taken for the content of a kind that has none, and stopped the page."""
    for value in ("a", "%%%", "2026-01-01"):
        victim.server.schrijf(Entity.DOSSIER, "d1", ("d1",), {**dossier(1), "": value})
        assert victim.loop.round().problem is None
        assert (victim.readable, victim.aside) == ({"d0", "d1", "d2"}, [])


def _attachment(data: bytes, mime: str) -> dict[str, Any]:
    return {
        "dossiers": ["d0"],
        "soort": "foto",
        "titel": "foto",
        "mime": mime,
        "sha256": hashlib.sha256(data).hexdigest(),
        "grootte": len(data),
        "gemaakt_op": "2026-11-20T13:07:00Z",
        "toegevoegd_op": "2026-11-20T13:07:00Z",
        "inhoud": base64.b64encode(data).decode(),
    }


@pytest.mark.parametrize("data", [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a", b"%PDF-1.7"])
def test_an_attachment_that_is_something_else_does_not_come_in(data: bytes, victim: Victim) -> None:
    victim.server.schrijf(Entity.BIJLAGE, "b1", ("d0",), _attachment(data, "image/jpeg"))
    assert victim.loop.round().problem is None
    assert victim.aside == [("bijlage", "b1", "bytes")]


@pytest.mark.parametrize(
    "what",
    [{"rev": 2**63}, {"seq": 2**64}, {"rev": -1}, {"status": "nieuw"}, {"op": 7}, {"reason": "a" * 500}],
    ids=repr,
)
def test_one_poisoned_receipt_loses_no_other(what: dict[str, Any], victim: Victim) -> None:
    ops = [note(victim.kluis, f"n{number}") for number in range(3)]
    victim.attacker.change["/v1/ops"] = lambda page: page["results"][1].update(what)
    victim.loop.round()
    waiting = victim.kluis.doe(lambda work: [one.op for one in work.brievenbus.openstaand(9)])
    assert waiting == [ops[1]]
    victim.attacker.change.clear()
    assert victim.loop.round().problem is None
    assert victim.kluis.doe(lambda work: work.brievenbus.openstaand(9)) == ()
