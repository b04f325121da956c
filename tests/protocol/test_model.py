"""The edges of every number and text that travels: the last that is taken, and the first that is not."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from leerplicht_protocol import model

EDGES: list[tuple[str, list[Any], list[Any]]] = [
    ("Whole", [-(2**63), 0, 2**63 - 1], [-(2**63) - 1, 2**63]),
    ("Count", [0, 1, 2**63 - 1], [-1, 2**63]),
    ("Seconds", [0, 1, 86_400], [-1, 86_401]),
]


@pytest.mark.parametrize(("name", "taken", "refused"), EDGES, ids=[name for name, _, _ in EDGES])
def test_a_number_is_taken_up_to_its_edge_and_not_beyond(
    name: str, taken: list[Any], refused: list[Any]
) -> None:
    reads = TypeAdapter[Any](getattr(model, name))
    assert [reads.validate_python(value) for value in taken] == taken
    for value in refused:
        with pytest.raises(ValidationError):
            reads.validate_python(value)
