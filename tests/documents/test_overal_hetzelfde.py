"""Acceptance check 4: the same input gives the same bytes in another process, time zone and language."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from leerplicht_desktop.documents.content_hash import content_hash
from tests.documents.proefstukken import gemaakt

_ROOT = Path(__file__).parents[2]
STUKKEN = ("pv-luxe", "verhoor", "uitnodiging_gesprek-maximaal-met-veld", "niet_thuiskaart-minimaal-met-veld")
_MAAK = """
import hashlib, sys
from tests.documents.proefstukken import gemaakt
for name in sys.argv[1:]:
    paper = gemaakt(name)
    print(name, hashlib.sha256(paper.data).hexdigest(), paper.content_hash)
"""
WERELDEN = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Apia", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Europe/Amsterdam", "LC_ALL": "POSIX", "PYTHONUTF8": "1"},
)


def test_three_worlds_make_the_same_files() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", _MAAK, *STUKKEN],
            cwd=_ROOT,
            env={**os.environ, **world},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for world in WERELDEN
    }
    assert len(found) == 1
    lines = found.pop().splitlines()
    assert [line.split()[0] for line in lines] == list(STUKKEN)
    assert len({line.split()[1] for line in lines}) == len(STUKKEN)


def test_the_fingerprint_of_a_content_is_golden() -> None:
    """Another laptop with another zlib makes other bytes; this must stay the same for good."""
    assert content_hash("proef", {"naam": "Łucja", "uren": 3}, (True, None)) == (
        "d498bdb42001105ecf4b61f5e6a1e13abc58962ea2b9b938368fc7db2b1d962c"
    )


@pytest.mark.parametrize("name", STUKKEN)
def test_a_second_time_in_the_same_process_is_the_same(name: str) -> None:
    again = gemaakt.__wrapped__(name)
    assert again is not gemaakt(name)
    assert again == gemaakt(name)
