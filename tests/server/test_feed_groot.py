"""A page of the feed stays small enough to read, however large the records are; nothing is skipped."""

from __future__ import annotations

import base64
import hashlib
import json

import pytest

from leerplicht_protocol.messages import OpStatus
from leerplicht_server import feed
from tests.server.office import ANNA, MOMENT, Laptop, Office


def _bijlage(number: int, size: int) -> dict[str, object]:
    data = (b"\xff\xd8\xff" + bytes([number]) * size)[:size]
    body = {
        "dossiers": ["d-1"],
        "soort": "foto",
        "titel": f"foto {number}",
        "mime": "image/jpeg",
        "sha256": hashlib.sha256(data).hexdigest(),
        "grootte": size,
        "gemaakt_op": MOMENT,
        "toegevoegd_op": MOMENT,
        "inhoud": base64.b64encode(data).decode(),
    }
    common = {"kind": "create", "entity": "bijlage", "dossiers": ["d-1"], "at": MOMENT, "n": number}
    return {**common, "op": f"op-b{number}", "id": f"b-{number:02d}", "body": body}


def test_pages_are_bounded_by_their_content(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "PAGE_BYTES", 10_000)
    office.dossier("d-1", ANNA)
    sizes = [3_000, 20_000, 100, 100, 3_000, 3_000, 20_000, 3]
    for number, size in enumerate(sizes, 1):
        result = office.push(ANNA, json.loads(json.dumps(_bijlage(number, size))))
        assert result.status is OpStatus.APPLIED
    anna = Laptop(office.database, ANNA)
    pages = [0]
    while anna.page(500):
        pages.append(len(anna.received))
    assert len(pages) > 3
    assert anna.holds() == office.visible(ANNA)
    assert [c.id for c in anna.received if c.entity == "bijlage"] == [f"b-{n:02d}" for n in range(1, 9)]


def test_a_page_never_grows_past_what_a_laptop_reads(office: Office) -> None:
    office.dossier("d-1", ANNA)
    for number in range(1, 4):
        office.push(ANNA, json.loads(json.dumps(_bijlage(number, 8 * 1024 * 1024))))
    anna = Laptop(office.database, ANNA)
    counts = []
    while True:
        before = len(anna.received)
        more = anna.page(500)
        counts.append(len(anna.received) - before)
        if not more:
            break
    assert sum(counts) == 4
    assert max(counts) <= 2
