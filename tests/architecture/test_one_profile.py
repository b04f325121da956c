"""One way to try examples: a room alone and a room in company obey the same rules."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[2]
HOME = ROOT / "tests" / "conftest.py"
FILES = sorted(path for path in (ROOT / "tests").rglob("*.py") if path != HOME)


def _calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func).rpartition(".")[2], node


def _breaks(path: Path) -> Iterator[str]:
    for name, call in _calls(path):
        given = {word.arg: word.value for word in call.keywords}
        if name in {"register_profile", "load_profile"}:
            yield f"{path.name}: {name} belongs in tests/conftest.py"
        if name == "settings" and "deadline" in given:
            yield f"{path.name}: the profile says that there is no deadline"
        checks = given.get("suppress_health_check") if name == "settings" else None
        if isinstance(checks, ast.List) and "too_slow" not in ast.unparse(checks):
            yield f"{path.name}: this list takes the place of the profile's and lets too_slow back in"


def test_nobody_brings_a_profile_of_his_own() -> None:
    assert [fault for path in FILES for fault in _breaks(path)] == []


@pytest.mark.parametrize(
    "line",
    [
        "settings.load_profile('server')",
        "settings(deadline=200)",
        "hypothesis.settings(suppress_health_check=[HealthCheck.data_too_large])",
    ],
)
def test_the_rule_sees_each_way_around_it(tmp_path: Path, line: str) -> None:
    (tmp_path / "conftest.py").write_text(line, encoding="utf-8")
    assert len(list(_breaks(tmp_path / "conftest.py"))) == 1


def test_the_profile_is_in_force() -> None:
    # Nothing but the root conftest stands above this room: what holds here holds in any room alone.
    now = settings()
    assert now.deadline is None
    assert HealthCheck.too_slow in now.suppress_health_check
