"""Small rooms: the limits of the house, on every file."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted([*(ROOT / "src").rglob("*.py"), *(ROOT / "tests").rglob("*.py")])

FILE, CLASS, PUBLIC, TEST, CONFTEST, WINDOW, BOOTSTRAP = 400, 250, 15, 40, 150, 250, 1600


def _length(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _classes(tree: ast.Module) -> Iterator[ast.ClassDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def _public_methods(found: ast.ClassDef) -> int:
    qt_events = {"paintEvent", "closeEvent", "resizeEvent", "keyPressEvent", "eventFilter", "sizeHint"}
    return sum(
        isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and node.name not in qt_events
        for node in found.body
    )


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_limits(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    lines = text.count("\n")
    assert lines <= (CONFTEST if path.name == "conftest.py" else FILE)
    for found in _classes(tree):
        assert _length(found) <= CLASS, found.name
        protocol = any(isinstance(base, ast.Name) and base.id == "Protocol" for base in found.bases)
        assert protocol or _public_methods(found) <= PUBLIC, found.name
    if path.name.startswith("test_"):
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                assert _length(node) <= TEST, node.name


def test_main_window_is_small() -> None:
    tree = ast.parse((ROOT / "src/leerplicht_desktop/ui/shell/window.py").read_text(encoding="utf-8"))
    window = next(found for found in _classes(tree) if found.name == "Venster")
    assert _length(window) <= WINDOW


def test_bootstrap_only_ties_parts_together() -> None:
    """What grows beyond this belongs to the room that does the work."""
    files = (ROOT / "src/leerplicht_desktop/bootstrap").rglob("*.py")
    lines = sum(path.read_text(encoding="utf-8").count("\n") for path in files)
    assert lines <= BOOTSTRAP


def test_paper_is_asked_for_at_one_place() -> None:
    """The port ``Papier`` is obeyed in documents; bootstrap opens that door once, and no other behind it."""
    doors = {
        f"{path.name}: {node.module}"
        for path in sorted((ROOT / "src/leerplicht_desktop/bootstrap").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("leerplicht_desktop.documents")
    }
    assert doors == {
        "commands.py: leerplicht_desktop.documents.proefkamer",
        "commands.py: leerplicht_desktop.documents.bureau.formulierbeheer",
        "paper.py: leerplicht_desktop.documents.bureau.papier",
        "self_test.py: leerplicht_desktop.documents.bureau.proefblad",
    }
