"""Which names of ``domain`` a room above takes, directly or through another name of ``domain``."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SRC = Path(__file__).parents[2] / "src"
DOMAIN = SRC / "leerplicht_desktop" / "domain"
MANUAL = DOMAIN / "handleiding"
"""The page of rules and its examples: to be shown there is not to be used."""


@cache
def definitions() -> dict[str, dict[str, ast.AST]]:
    """The top-level definitions of each module of domain, by its path inside the room."""
    found: dict[str, dict[str, ast.AST]] = {}
    for path in sorted(DOMAIN.rglob("*.py")):
        if MANUAL not in path.parents:
            tree = ast.parse(path.read_text("utf-8"))
            found[path.relative_to(DOMAIN).as_posix()] = dict(_named(tree))
    return found


def _named(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name, node
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Name) and target.id != "__all__":
                    yield target.id, node


def mentioned(node: ast.AST) -> set[str]:
    """Every name that a piece of code mentions."""
    names = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
    return names | {one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute)}


@cache
def used() -> frozenset[str]:
    """The names that are mentioned above domain, and those that their definitions mention."""
    rooms = (path for path in SRC.rglob("*.py") if DOMAIN not in path.parents)
    todo = set[str]().union(*(mentioned(ast.parse(path.read_text("utf-8"))) for path in rooms))
    bodies: dict[str, list[ast.AST]] = {}
    for names in definitions().values():
        for name, node in names.items():
            bodies.setdefault(name, []).append(node)
    seen: set[str] = set()
    while todo:
        name = todo.pop()
        seen.add(name)
        for node in bodies.get(name, ()):
            todo |= mentioned(node) - seen
    return frozenset(seen)


def idle() -> dict[str, str]:
    """Each public name that nobody above domain reaches, with its module."""
    return {
        name: module
        for module, names in definitions().items()
        for name in names
        if not name.startswith("_") and name not in used()
    }
