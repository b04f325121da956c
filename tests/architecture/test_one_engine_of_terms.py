"""No rule counts a term of the law by hand: what a weekend does to it stands in one place.

A number of a provision that is added to a day, in days, weeks, months or years, is a term; it belongs in
``resources/wet/termijnen.toml`` and is asked from ``domain.termijn.termijnen``.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src" / "leerplicht_desktop"
ROOMS = ("domain", "casework", "ui", "documents")
ENGINE = ("domain/termijn/termijnen.py", "domain/datumsom.py")
COUNTERS = {"timedelta", "maanden_verder", "werkdag_vanaf", "werkdag_tot"}
LENGTHS = {"dagen", "weken", "maanden", "jaren", "dagen_achteraf", "weken_verlenging"}
REASONS = {
    "domain/verzuim/thuiszitter.py": "a clock of policy: how long somebody is away, not by when one acts",
}


def counted(source: str) -> list[int]:
    """The lines where a number of a provision is turned into days by hand."""
    tree = ast.parse(source)
    return [
        node.lineno
        for node in ast.walk(tree)
        if (isinstance(node, ast.Call) and _name(node.func) in COUNTERS and _of_the_law(node))
        or (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and _day_times_law(node))
    ]


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _of_the_law(node: ast.AST) -> bool:
    return any(
        isinstance(part, ast.Call)
        and _name(part.func) == "getal"
        and any(isinstance(word, ast.Constant) and word.value in LENGTHS for word in part.args)
        for part in ast.walk(node)
    )


def _day_times_law(node: ast.BinOp) -> bool:
    return "_DAG" in {_name(node.left), _name(node.right)} and _of_the_law(node)


def test_every_term_is_counted_by_the_one_engine() -> None:
    found = {}
    for path in (path for room in ROOMS for path in sorted((SRC / room).rglob("*.py"))):
        name = path.relative_to(SRC).as_posix()
        if name not in ENGINE and name not in REASONS:
            lines = counted(path.read_text("utf-8"))
            found.update({name: lines} if lines else {})
    assert found == {}, "Put the term in resources/wet/termijnen.toml and ask termijn(sleutel, dag)."


def test_no_exception_outlives_its_reason() -> None:
    assert [name for name in REASONS if not counted((SRC / name).read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "planted",
    [
        "einde = dag + timedelta(weeks=wet.getal('weken'))",
        "einde = maanden_verder(dag, -wet.getal('maanden'))",
        "einde = eerste_dag + _DAG * wet.getal('dagen')",
        "einde = werkdag_vanaf(dag + wet.getal('dagen') * _DAG)",
    ],
)
def test_a_planted_one_is_found(planted: str) -> None:
    assert counted(planted)
