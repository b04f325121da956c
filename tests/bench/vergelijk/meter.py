"""What every engine is measured with: one first document, then some with another number, in one process.

This file runs in the environment of each engine, so it needs nothing but Python.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path


def piek() -> float:
    """Peak resident memory of this program in megabytes; 0 where the system does not tell.

    Not ``ru_maxrss``: that begins with the size of the process that started this one.
    """
    if sys.platform != "linux":
        return 0.0
    status = Path("/proc/self/status").read_text("ascii").splitlines()
    return int(next(line for line in status if line.startswith("VmHWM")).split()[1]) / 1024


def meet(maak: Callable[[int], tuple[bytes, int]], times: int) -> None:
    """Make document 0, then ``times`` more; print milliseconds of processor, kilobytes, pages and peak."""
    start = time.process_time()
    data, pages = maak(0)
    first = time.process_time() - start
    start = time.process_time()
    for number in range(1, times + 1):
        maak(number)
    following = (time.process_time() - start) / times
    figures = {
        "first": first * 1000,
        "next": following * 1000,
        "kb": len(data) / 1024,
        "pages": pages,
        "peak": piek(),
    }
    sys.stdout.write(json.dumps(figures))


def leest(path: str) -> list[dict[str, object]]:
    """The blocks of the document."""
    with open(path, encoding="utf-8") as source:
        blocks: list[dict[str, object]] = json.load(source)
    return blocks
