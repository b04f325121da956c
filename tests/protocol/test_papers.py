"""Bodies of hearings, documents and attachments: whole, or refused by whoever reads them."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import pytest
from pydantic import ValidationError

from leerplicht_protocol.papers import MAX_CONTENT, Bijlage, Stukstap

MOMENT = "2026-11-21T14:00:00Z"
DATA = b"een foto"


def _bijlage(**changes: Any) -> dict[str, Any]:
    return {
        "dossiers": ["d-1"],
        "soort": "foto",
        "titel": "De deur",
        "mime": "image/jpeg",
        "sha256": hashlib.sha256(DATA).hexdigest(),
        "grootte": len(DATA),
        "gemaakt_op": MOMENT,
        "toegevoegd_op": MOMENT,
        "inhoud": base64.b64encode(DATA).decode(),
        **changes,
    }


def test_whole_is_accepted() -> None:
    assert Bijlage.model_validate(_bijlage()).grootte == len(DATA)


@pytest.mark.parametrize(
    "changes",
    [
        {"inhoud": base64.b64encode(b"een fot0").decode()},
        {"grootte": len(DATA) + 1},
        {"grootte": MAX_CONTENT + 1},
        {"inhoud": "%%%"},
        {"inhoud": "A"},
        {"sha256": "0" * 64},
        {"mime": "text/html"},
        {"dossiers": []},
        {"titel": "x" * 401},
    ],
)
def test_anything_else_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Bijlage.model_validate(_bijlage(**changes))


def test_the_largest_attachment_fits_and_one_byte_more_does_not() -> None:
    for size, fits in ((MAX_CONTENT, True), (MAX_CONTENT + 3, False)):
        data = bytes(size)
        body = _bijlage(
            inhoud=base64.b64encode(data).decode(), sha256=hashlib.sha256(data).hexdigest(), grootte=size
        )
        if fits:
            assert Bijlage.model_validate(body).grootte == size
        else:
            with pytest.raises(ValidationError):
                Bijlage.model_validate(body)


@pytest.mark.parametrize("soort", ["niet_verzonden", "teruggestuurd"])
def test_a_step_that_needs_a_reason_has_one(soort: str) -> None:
    stap = {"dossiers": ["d-1"], "stuk": "s-1", "soort": soort, "datum": "2026-11-21", "gezet_op": MOMENT}
    with pytest.raises(ValidationError):
        Stukstap.model_validate({**stap, "reden": " "})
    assert Stukstap.model_validate({**stap, "reden": "omdat"}).reden == "omdat"
