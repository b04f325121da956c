"""Printing never holds a whole page at the resolution of the printer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the peak")
def test_eight_pages_at_600_dpi_take_less_than_one_page_does() -> None:
    """One page of A4 at 600 dpi is 139 MB of pixels, and each copy of it as much."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.bench.afdruk", "8"],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=100,
    )
    _, before, peak = (float(word) for word in ran.stdout.split())
    assert peak - before < 139
