"""Our own press, with and without the check by the validator: ``eigen.py ja|nee TIMES``."""

from __future__ import annotations

import sys
from functools import partial

from leerplicht_desktop.documents.proces_verbaal import maak_op
from tests.bench.documenten import acht_bladen
from tests.bench.vergelijk.meter import meet


def _make(check: bool, number: int) -> tuple[bytes, int]:
    """A concept is the same document with a word on it; only that can go unchecked."""
    paper = maak_op(acht_bladen(number, definitief=check), keuren=check)
    return paper.data, paper.pages


if __name__ == "__main__":
    meet(partial(_make, sys.argv[1] == "ja"), int(sys.argv[2]))
