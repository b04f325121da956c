"""Acceptance check 18: what a proces-verbaal of eight pages may cost, on the slowest laptop of the house."""

from __future__ import annotations

import sys
import time

import pytest

from leerplicht_desktop.documents.archive.validation import shortcomings
from leerplicht_desktop.documents.proces_verbaal import maak_op
from tests.bench.documenten import acht_bladen, koud


def test_eight_pages_take_less_than_a_second_and_400_kb() -> None:
    maak_op(acht_bladen(0))
    start = time.process_time()
    paper = maak_op(acht_bladen(1))
    assert time.process_time() - start < 1.0
    assert paper.pages == 8
    assert len(paper.data) < 400 * 1024


def test_the_check_takes_less_than_half_a_second() -> None:
    data = maak_op(acht_bladen(0)).data
    start = time.process_time()
    assert shortcomings(data) == ()
    assert time.process_time() - start < 0.5


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the peak")
def test_a_fresh_process_needs_less_than_150_mb() -> None:
    _, peak = koud()
    assert 20 < peak < 150
