"""Messages with something wrong in them, by the thousand, and what must hold for each (T-SEC-09).

``python -m tests.hostile.mutations [count] [seed]``: a hundred thousand take about three minutes. Whatever
comes in, the reader says a known refusal; and what the server takes of a colleague, a laptop can read.
"""

from __future__ import annotations

import base64
import copy
import json
import logging
import random
import sys
from typing import Any

from pydantic import ValidationError

from leerplicht_desktop.casework.problems import SyncProblem
from leerplicht_desktop.sync.page import read_page
from leerplicht_protocol import gate
from leerplicht_protocol.codec import WireError, canonical, read, read_leniently
from leerplicht_protocol.messages import Change, ChangesPage, Create, PushRequest
from leerplicht_protocol.records import BODY, OWN_WORK

MOMENT = "2026-11-20T13:07:00Z"
_PDF = base64.b64encode(b"%PDF-1.7").decode()
_BODIES: dict[str, dict[str, Any]] = {
    "gespreksnotitie": {
        "dossiers": ["d-1"],
        "met_wie": "moeder",
        "gesproken_op": MOMENT,
        "hoe": "telefoon",
        "tekst": "Zoë zei: “ja”.",
        "afspraken": [{"wat": "bellen", "wie": "school", "uiterlijk": "2026-12-01"}],
        "vastgelegd_op": MOMENT,
    },
    "deurbezoek": {
        "dossiers": ["d-1", "d-2"],
        "begonnen_op": MOMENT,
        "geeindigd_op": MOMENT,
        "vastgelegd_op": MOMENT,
        "adres": "Laan 1",
        "uitkomst": "niet_thuis",
        "aangetroffen": ["ouder"],
        "segmenten": [{"soort": "gezien", "tijd": MOMENT, "tekst": "licht aan"}],
        "niet_thuis": {"gezien": ["licht"], "achtergelaten": "kaart"},
    },
    "taak": {"dossiers": ["d-1"], "wat": "bellen", "uiterlijk": "2026-12-01", "gemaakt_op": MOMENT},
    "bijlage": {
        "dossiers": ["d-1"],
        "soort": "pdf",
        "titel": "brief",
        "mime": "application/pdf",
        "sha256": "86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b",
        "grootte": 8,
        "gemaakt_op": MOMENT,
        "toegevoegd_op": MOMENT,
        "inhoud": _PDF,
    },
}
_STRANGE: tuple[Any, ...] = (
    None, True, 0, -1, 2**31, 2**63 - 1, 2**63, -(2**63) - 1, 10**30, 0.5, 1e9, 1e308, float("nan"),
    float("inf"), "", "a", "\0", "\u202e", "\ud800", "a" * 500, "é" * 400_001, "geen id!", [], {}, [[]],
       {"a": {"b": [1]}}, "1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00",
    [0] * 9, "2026-02-30",    {"x": "y" * 9_000}, [1e9] * 2_000,
)  # fmt: skip


def push_message(dice: random.Random) -> dict[str, Any]:
    """A sound request of one operation."""
    entity = dice.choice(list(_BODIES))
    body = copy.deepcopy(_BODIES[entity])
    op = {"kind": "create", "op": "op-1", "n": 1, "entity": entity, "id": "r-1", "dossiers": body["dossiers"]}
    return {
        "device": "dev-1",
        "incarnation": "i-1",
        "protocol": 1,
        "epoch": "e-1",
        "clock": {"wall": MOMENT, "offset_ms": -840},
        "ops": [{**op, "body": body, "at": MOMENT, "after": []}],
    }


def page_message(dice: random.Random) -> dict[str, Any]:
    """A sound page of two records."""
    changes = []
    for number in (1, 2):
        entity = dice.choice(["gespreksnotitie", "deurbezoek", "taak"])
        fields = copy.deepcopy(_BODIES[entity])
        envelope = {"entity": entity, "id": f"r-{number}", "dossiers": ["d-1"], "rev": 1, "seq": number}
        changes.append({**envelope, "deleted": False, "fields": fields, "frev": dict.fromkeys(fields, 1)})
    header = {"device_state": "active", "epoch": "e-1", "evict": [], "next": "c", "more": False, "head": 2}
    return {**header, "server_time": MOMENT, "changes": changes}


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every (holder, key) in a value, at any depth."""
    found: list[tuple[Any, Any]] = []
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        found += [(value, key), *_places(value[key])]
    return found


def mutated(message: dict[str, Any], dice: random.Random) -> bytes:
    """The message with one to three things wrong, in its values or in its bytes."""
    for _ in range(dice.randint(1, 3)):
        holder, key = dice.choice(_places(message))
        match dice.randrange(4):
            case 0 if isinstance(holder, dict):
                del holder[key]
            case 1 if isinstance(holder, dict):
                holder[dice.choice(["x", "", "a" * 300, "\0"])] = copy.deepcopy(dice.choice(_STRANGE))
            case 2:
                holder[key] = [holder[key]] * dice.randint(1, 30)
            case _:
                holder[key] = copy.deepcopy(dice.choice(_STRANGE))
        if not message:
            break
    body = json.dumps(message).encode()
    return _damaged(body, dice) if dice.random() < 0.2 else body


def _damaged(body: bytes, dice: random.Random) -> bytes:
    place = dice.randrange(len(body) + 1)
    rubbish = dice.choice([b"", b"\xff", b"\0", b'"', b"[" * 40, b"9" * 30, b"1e999", b"{}", b"\\ud800"])
    return body[:place] + rubbish + body[place + dice.randint(0, 3) :]


def try_push(body: bytes) -> bool:
    """Whether the server would take it. Raises what nobody foresaw, also when a laptop could not read it."""
    try:
        request = PushRequest.model_validate_json(canonical(read(body)), strict=True)
    except (WireError, ValidationError):
        return False
    return any([_taken(op) for op in request.ops if isinstance(op, Create)])


def _taken(op: Create) -> bool:
    if op.entity not in OWN_WORK or gate.heavy(op.entity, op.body):
        return False
    try:
        model = BODY[op.entity].model_validate_json(canonical(op.body), strict=True)
    except ValidationError:
        return False
    if gate.objection(op.entity, op.body, model):
        return False
    change = Change(entity=op.entity, id=op.id, dossiers=op.dossiers, rev=1, seq=1, fields=op.body)
    header = {**page_message(random.Random(0)), "changes": []}
    page = ChangesPage.model_validate_json(canonical(header)).model_copy(update={"changes": (change,)})
    seen = read_page(read_leniently(page.model_dump_json().encode()), "e-1")
    if seen.unreadable or any(record.opzij for record in seen.records):
        raise AssertionError("the server takes what a laptop cannot read")
    return True


def try_page(body: bytes) -> bool:
    """Whether a laptop can read the page. Raises what nobody foresaw."""
    try:
        seen = read_page(read_leniently(body), "e-1")
    except (WireError, SyncProblem):
        return False
    canonical([json.loads(json.dumps(record.fields)) for record in seen.records])  # what is kept can be kept
    return not seen.unreadable


def run(count: int, seed: int) -> tuple[int, int]:
    """Try ``count`` messages; half of them requests, half of them pages. Returns how many were taken."""
    dice = random.Random(seed)
    requests = pages = 0
    for _ in range(count // 2):
        requests += try_push(mutated(push_message(dice), dice))
        pages += try_page(mutated(page_message(dice), dice))
    return requests, pages


if __name__ == "__main__":
    logging.disable()
    COUNT, SEED = map(int, (sys.argv[1:] + ["100000", "1"][len(sys.argv) - 1 :])[:2])
    sys.stdout.write(f"{COUNT} messages, taken (requests, pages): {run(COUNT, SEED)}\n")
