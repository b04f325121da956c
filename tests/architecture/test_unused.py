"""A name that nobody takes is deleted or has a reason; a reason goes when its name is taken."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
REASONS = ROOT / "packaging" / "unused.py"


def _unused(*paths: Path) -> set[str]:
    found = subprocess.run(
        [sys.executable, "-m", "vulture", *map(str, paths)], capture_output=True, text=True, check=False
    )
    return set(re.findall(r"unused \w+(?: \w+)? '(\w+)'", found.stdout))


def test_every_name_that_nobody_takes_has_a_reason_and_no_reason_is_left_over(tmp_path: Path) -> None:
    listed = {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for node in ast.walk(ast.parse(REASONS.read_text("utf-8")))
        if isinstance(node, ast.Attribute) or (isinstance(node, ast.Name) and node.id != "_")
    }
    planted = tmp_path / "planted.py"
    planted.write_text("def nobody_calls_this() -> None:\n    pass\n", "utf-8")
    assert _unused(ROOT / "src", planted) - listed == {"nobody_calls_this"}
    assert listed - _unused(ROOT / "src") == set()
