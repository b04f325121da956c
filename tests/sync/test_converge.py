"""Two laptops that edit at random end up the same, and nobody overwrites what he had not seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from .converge import converge
from .real import Town


@pytest.mark.parametrize("seed", [1, 2])
def test_two_laptops_end_up_the_same(stad: Town, tmp_path: Path, seed: int) -> None:
    counted = converge(tmp_path, stad, 60, seed)
    assert min(counted["choices"], counted["taken over"]) > 0
