"""Typst: ``met_typst.py BLOCKS FONTS TIMES``; runs in the environment of the bench."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import typst  # type: ignore[import-not-found, unused-ignore]
from meter import meet  # type: ignore[import-not-found, unused-ignore]

_SOURCE = Path(__file__).parent / "stuk.typ"


def _make(number: int) -> tuple[bytes, int]:
    data: bytes = typst.compile(
        str(_SOURCE),
        root="/",
        font_paths=[sys.argv[2]],
        ignore_system_fonts=True,
        sys_inputs={"blocks": sys.argv[1], "number": f"{41 + number:05d}"},
        pdf_standards=["a-2a", "ua-1"],
    )
    return data, len(re.findall(rb"/Type\s*/Page\b", data))


if __name__ == "__main__":
    meet(_make, int(sys.argv[3]))
