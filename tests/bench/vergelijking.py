"""The proces-verbaal of eight pages against WeasyPrint and typst, in one run, one after the other.

They are no dependencies of the program: ``packaging/bench.sh`` puts them in ``build/bench-venv``. Without
them the table says so and goes on.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from functools import singledispatch
from pathlib import Path
from typing import Any

from leerplicht_desktop.documents.blocks import (
    Block,
    Facts,
    Grid,
    Heading,
    Labelled,
    Listing,
    Look,
    Notice,
    Paragraph,
    SignatureField,
    Text,
    Together,
    plain,
)
from leerplicht_desktop.documents.proces_verbaal import _blokken
from tests.bench.documenten import acht_bladen

_ROOT = Path(__file__).parents[2]
_ELDERS = _ROOT / "build" / "bench-venv" / "bin" / "python"
_INHOUD = _ROOT / "build" / "bench" / "inhoud.json"
_LETTERS = _ROOT / "resources" / "fonts" / "document"
_KEREN = 8
_NAMEN = {"met_weasyprint": "WeasyPrint", "met_typst": "typst"}


def _runs(text: Text) -> list[list[str]]:
    return [[run.text, run.emphasis.value] for run in text]


@singledispatch
def _plain(_block: object) -> dict[str, Any] | None:
    """One block without our own types; white space is left to the other engine."""
    return None


@_plain.register
def _heading(block: Heading) -> dict[str, Any]:
    return {"kind": "heading", "level": block.level, "text": block.text}


@_plain.register
def _paragraph(block: Paragraph) -> dict[str, Any]:
    return {"kind": "small" if block.look is Look.SMALL else "body", "text": _runs(block.text)}


@_plain.register
def _labelled(block: Labelled) -> dict[str, Any]:
    return {"kind": "labelled", "label": block.label, "text": _runs(block.text)}


@_plain.register
def _listing(block: Listing) -> dict[str, Any]:
    return {"kind": "listing", "items": [_runs(item) for item in block.items]}


@_plain.register
def _facts(block: Facts) -> dict[str, Any]:
    return {"kind": "facts", "rows": [[_runs(plain(a)), _runs(b)] for a, b in block.rows]}


@_plain.register
def _grid(block: Grid) -> dict[str, Any]:
    rows = [[_runs(cell) for cell in row] for row in block.rows]
    return {"kind": "grid", "columns": [column.title for column in block.columns], "rows": rows}


@_plain.register
def _notice(block: Notice) -> dict[str, Any]:
    return {"kind": "notice", "text": _runs(block.text)}


@_plain.register
def _signature(block: SignatureField) -> dict[str, Any]:
    return {"kind": "signature", "label": block.label}


@_plain.register
def _together(block: Together) -> dict[str, Any]:
    return {"kind": "together", "blocks": _all(block.blocks)}


def _all(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    return [made for block in blocks if (made := _plain(block)) is not None]


def _figures(command: list[str]) -> dict[str, float] | str:
    """The figures of a child, or in one line why there are none."""
    ran = subprocess.run(
        command, cwd=_ROOT, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": "."}
    )
    if ran.returncode:
        return (ran.stderr.strip().splitlines() or ["no reason given"])[-1][:90]
    found: dict[str, float] = json.loads(ran.stdout)
    return found


def _others() -> dict[str, dict[str, float] | str]:
    if not _ELDERS.exists():
        return dict.fromkeys(_NAMEN, "not installed: packaging/bench.sh could not reach the packages")
    _INHOUD.parent.mkdir(parents=True, exist_ok=True)
    _INHOUD.write_text(json.dumps(_all(_blokken(acht_bladen(0), "0" * 64))), "utf-8")
    folder = Path(__file__).parent / "vergelijk"
    rest = [str(_INHOUD), str(_LETTERS), str(_KEREN)]
    return {name: _figures([str(_ELDERS), str(folder / f"{name}.py"), *rest]) for name in _NAMEN}


def meet() -> list[tuple[str, float, str]]:
    """Processor time, size and memory of each engine, and how many times ours it takes."""
    module = [sys.executable, "-m", "tests.bench.vergelijk.eigen"]
    ours = {word: _figures([*module, word, str(_KEREN)]) for word in ("nee", "ja")}
    lines: list[tuple[str, float, str]] = []
    base = ours["nee"]
    if isinstance(base, str):
        raise RuntimeError(base)
    for name, found in {
        "ours": base,
        "ours, with the check": ours["ja"],
        **{_NAMEN[key]: found for key, found in _others().items()},
    }.items():
        lines += _lines(name, found, base["next"])
    return lines


def _lines(name: str, found: dict[str, float] | str, ours: float) -> list[tuple[str, float, str]]:
    if isinstance(found, str):
        return [(f"{name}: left out", 0.0, f"({found})")]
    return [
        (f"{name}: pages", found["pages"], "pages"),
        (f"{name}: first one, CPU", found["first"], "ms"),
        (f"{name}: next ones, CPU", found["next"], f"ms ({found['next'] / ours:.2f} times ours)"),
        (f"{name}: size", found["kb"], "KB"),
        (f"{name}: peak memory of its process", found["peak"], "MB"),
    ]
