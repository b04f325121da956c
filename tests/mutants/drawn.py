"""Faults that nobody chose: drawn from the source by a seed, one edit each.

A comparison turned, a condition without its "not", "and" for "or", a call left out, a number too high, two
named values exchanged. Every room gives as many as every other, and the tests that must notice are those of
the room the file lives in.
"""

from __future__ import annotations

import ast
import random
import re
from collections.abc import Iterator
from itertools import islice, zip_longest
from pathlib import Path

from .planted import ROOT, Mutant

_TURNED: dict[type[ast.cmpop], str] = {
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.Is: "is not",
    ast.IsNot: "is",
    ast.In: "not in",
    ast.NotIn: "in",
}
# What only tells: a fault there changes no behaviour.
_TELLS = {"repr", "format", "warning", "info", "debug"}


def _edits(tree: ast.Module, text: str) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    """Every place where one edit can be made, with what would stand there."""
    # Python 3.11 gives the parts of an f-string places that are not theirs.
    unplaced = {
        inner for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if node in unplaced:
            continue
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            yield node, "pass"
        elif isinstance(node, ast.Call):
            yield from _exchanged(node, text)
        elif isinstance(node, ast.expr) and (turned := _turned(node, text)):
            yield node, turned


def _turned(node: ast.expr, text: str) -> str:
    """The opposite, or the neighbour, of a condition or a number; empty for anything else."""

    def source(inner: ast.expr) -> str:
        return f"({ast.get_source_segment(text, inner)})"

    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _TURNED:
        return f"({source(node.left)} {_TURNED[type(node.ops[0])]} {source(node.comparators[0])})"
    if isinstance(node, ast.BoolOp):
        other = " or " if isinstance(node.op, ast.And) else " and "
        return f"({other.join(source(value) for value in node.values)})"
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return source(node.operand)
    return str(node.value + 1) if isinstance(node, ast.Constant) and type(node.value) is int else ""


def _exchanged(call: ast.Call, text: str) -> Iterator[tuple[ast.expr, str]]:
    """A call whose first two named values change places: what carrying gets wrong."""
    whole = ast.get_source_segment(text, call) or ""
    named = [word for word in call.keywords if isinstance(word.value, (ast.Name, ast.Attribute)) and word.arg]
    if len(named) < 2 or whole.count("\n") > 20:
        return
    one, other = named[0], named[1]
    first, second = (ast.get_source_segment(text, word.value) or "" for word in (one, other))
    if first == second:
        return
    changed = whole.replace(f"{one.arg}={first}", f"{one.arg}={second}", 1)
    yield call, changed.replace(f"{other.arg}={second}", f"{other.arg}={first}", 1)


def _room(path: Path) -> str:
    parts = path.relative_to(ROOT / "src").parts
    if len(parts) == 2 and parts[0] == "leerplicht_desktop":
        return "bootstrap"  # what starts the program
    return {"leerplicht_protocol": "protocol", "leerplicht_server": "server"}.get(parts[0], parts[1])


def _tests(path: Path) -> tuple[str, ...]:
    """Those in the folder that mirrors the file's, or the nearest above it; first what names the file."""
    parts = path.relative_to(ROOT / "src").with_suffix("").parts
    below = (_room(path), *parts[2:-1]) if parts[0] == "leerplicht_desktop" else (_room(path),)
    for depth in range(len(below), 0, -1):
        folder = ROOT.joinpath("tests", *below[:depth])
        if any(folder.glob("test_*.py")):
            # One by one: of a folder and a file in it pytest makes the folder, in the order of the alphabet.
            found = sorted(folder.rglob("test_*.py"), key=lambda test: not _names(test, parts))
            return tuple(str(test.relative_to(ROOT)) for test in found)
    return ("tests",)


def _names(test: Path, parts: tuple[str, ...]) -> bool:
    text = test.read_text(encoding="utf-8")
    return ".".join(parts[:-1]) in text and re.search(rf"\b{parts[-1]}\b", text) is not None


def drawn(count: int, seed: int) -> tuple[Mutant, ...]:
    """``count`` faults, no two in one file, room after room; the same seed draws the same on one source."""
    chance = random.Random(seed)
    rooms: dict[str, list[Path]] = {}
    for path in sorted(path for path in (ROOT / "src").rglob("*.py") if path.name != "__init__.py"):
        rooms.setdefault(_room(path), []).append(path)
    for paths in rooms.values():
        chance.shuffle(paths)
    turns = (path for turn in zip_longest(*rooms.values()) for path in turn if path is not None)
    return tuple(islice((fault for path in turns if (fault := _fault(path, chance))), count))


def _fault(path: Path, chance: random.Random) -> Mutant | None:
    """One fault in a file; None where nothing can be turned."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    places = [place for place in _edits(tree, text) if not _tells(place[0])]
    return _mutant(path, text, *chance.choice(places)) if places else None


def _tells(node: ast.expr | ast.stmt) -> bool:
    inner = node.value if isinstance(node, ast.Expr) else node
    return isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute) and inner.func.attr in _TELLS


def _mutant(path: Path, text: str, node: ast.expr | ast.stmt, new: str) -> Mutant:
    """The whole file as ``old``: a short piece of source may stand in it more than once."""
    lines = text.splitlines(keepends=True)
    begin = sum(len(line) for line in lines[: node.lineno - 1]) + _column(lines, node.lineno, node.col_offset)
    last, offset = node.end_lineno or node.lineno, node.end_col_offset or 0
    end = sum(len(line) for line in lines[: last - 1]) + _column(lines, last, offset)
    relative = str(path.relative_to(ROOT))
    return Mutant(
        room=_room(path),
        name=f"{path.stem}:{node.lineno}",
        file=relative,
        old=text,
        new=text[:begin] + new + text[end:],
        tests=_tests(path),
        harm=f"{relative}:{node.lineno}: {text[begin:end][:60]!r} became {new[:60]!r}",
    )


def _column(lines: list[str], line: int, offset: int) -> int:
    """ast counts bytes; the text counts characters."""
    return len(lines[line - 1].encode("utf-8")[:offset].decode("utf-8"))
