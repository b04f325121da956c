"""The list of planted faults stays true: each still fits its file, and its tests are there."""

from __future__ import annotations

import ast
from collections import Counter

import pytest

from tests.mutants.planted import ROOT, Mutant, mutants

ALL = mutants()
ROOMS = {"domain", "casework", "store", "sync", "documents", "ui", "bootstrap", "server", "protocol"}


@pytest.mark.parametrize("mutant", ALL, ids=lambda mutant: f"{mutant.room}-{mutant.name}")
def test_a_fault_still_fits(mutant: Mutant) -> None:
    text = (ROOT / mutant.file).read_text(encoding="utf-8")
    planted = mutant.planted(text)
    assert planted != text
    if mutant.file.endswith(".py"):
        ast.parse(planted)
    for named in mutant.tests:
        assert (ROOT / named.split("::")[0]).exists(), named


def test_every_room_is_tried_and_no_name_stands_twice() -> None:
    assert {mutant.room for mutant in ALL} == ROOMS
    assert max(Counter(mutant.name for mutant in ALL).values()) == 1
    assert len(ALL) >= 80
