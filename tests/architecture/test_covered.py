"""The list of files that stay covered is true: each pair is there, once, and has something to cover."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.covered.pairs import ROOT, Pair, pairs

ALL = pairs()


@pytest.mark.parametrize("pair", ALL, ids=lambda pair: pair.source)
def test_a_pair_names_what_is_there(pair: Pair) -> None:
    assert (ROOT / pair.source).exists()
    assert pair.files
    assert pair.tests
    for named in pair.tests:
        path = ROOT / named
        assert path.exists(), named
        assert path.is_file() or any(path.rglob("test_*.py")), named


def test_no_file_stands_twice() -> None:
    files = Counter(path for pair in ALL for path in pair.files)
    assert max(files.values()) == 1
