"""Acts live in casework: a screen gets the reading side and calls acts, and touches no repository."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from leerplicht_desktop.casework.ports.kluis import Work

UI = Path(__file__).parents[2] / "src" / "leerplicht_desktop" / "ui"
LEZEN = {"caseload", "stukkenkast"}
"""What a screen may ask of a transaction: the questions."""
VRAGEN = {"lees", "bekijk"}
"""Calls that hand a question out instead of a transaction."""
BEWAREN = {naam for naam in vars(Work) if not naam.startswith("_")} - LEZEN


def reaches(source: str) -> Iterator[str]:
    """Each place where a transaction that was handed over is asked for a repository.

    A transaction is a parameter annotated ``Work`` or the parameter of a lambda, whatever its name, and every
    name that it is given to.
    """
    tree = ast.parse(source)
    works = _works(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in BEWAREN:
            owner = node.value
            if isinstance(owner, ast.Name) and owner.id in works:
                yield f"line {node.lineno}: {owner.id}.{node.attr}"
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "getattr":
            asked = {arg.value for arg in node.args if isinstance(arg, ast.Constant)}
            yield from (f"line {node.lineno}: getattr {name!r}" for name in asked & BEWAREN)


def _works(tree: ast.Module) -> set[str]:
    works = {"work"}
    questions = [
        arg
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in VRAGEN
        for arg in node.args
    ]
    for node in ast.walk(tree):
        if isinstance(node, ast.Lambda) and node not in questions:
            works |= {arg.arg for arg in node.args.args}
        elif isinstance(node, ast.FunctionDef):
            for arg in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs):
                if arg.annotation is not None and "Work" in ast.unparse(arg.annotation).split("."):
                    works.add(arg.arg)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name) and node.value.id in works:
            works |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return works


def test_the_repositories_are_those_of_a_transaction() -> None:
    assert {"bezoeken", "zaakstukken", "brievenbus", "inrichting"} <= BEWAREN
    assert vars(Work).keys() >= LEZEN


def found(rule: Callable[[str], Iterator[str]]) -> dict[str, list[str]]:
    """What a rule finds in the screens, per file."""
    per_file = {str(path.relative_to(UI)): list(rule(path.read_text("utf-8"))) for path in UI.rglob("*.py")}
    return {name: places for name, places in per_file.items() if places}


def test_no_screen_touches_a_repository() -> None:
    assert found(reaches) == {}


@pytest.mark.parametrize(
    "planted",
    [
        "def wis(work: Work, id_: str) -> None:\n    work.bezoeken.wis_segment(id_)\n",
        "doe(lambda w: w.inrichting.zet('a', 'b'))\n",
        "def wis(zaak: Work) -> None:\n    z = zaak\n    z.zaakstukken.concepten.laad_pv('x')\n",
        "def wis(work: Work) -> None:\n    getattr(work, 'brievenbus').bewaar_koppeling(None)\n",
    ],
)
def test_a_planted_one_is_found(planted: str) -> None:
    assert list(reaches(planted))


def test_questions_are_allowed() -> None:
    assert list(reaches("lees(lambda work: work.caseload.dossier('x') or work.stukkenkast.stuk('y'))")) == []


def law(source: str) -> Iterator[str]:
    """Each place where a module asks the law data itself instead of a rule."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith("wet.wetboek"):
            yield f"line {node.lineno}: {', '.join(name.name for name in node.names)}"


def test_no_screen_does_law() -> None:
    assert found(law) == {}
    assert list(law("from leerplicht_desktop.domain.wet.wetboek import bepaling\n"))
