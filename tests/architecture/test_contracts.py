"""Each import contract is broken once on a copy of the source: it must then be reported by name."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

BREACHES = [
    ("The house", "leerplicht_desktop/domain/errors.py", "import leerplicht_desktop.casework.problems"),
    ("The house", "leerplicht_desktop/casework/touched.py", "import leerplicht_desktop.store.vault"),
    ("The house", "leerplicht_desktop/ui/kit/brand.py", "import leerplicht_desktop.sync.loop"),
    ("The house", "leerplicht_desktop/bootstrap/program.py", "import leerplicht_desktop.practice.server"),
    ("The house", "leerplicht_desktop/documents/bureau/papier.py", "import leerplicht_desktop.ui.kit.look"),
    ("The house", "leerplicht_desktop/documents/bureau/brief.py", "import leerplicht_desktop.store.vault"),
    ("The house", "leerplicht_desktop/documents/bureau/verhoor.py", "import leerplicht_desktop.sync.loop"),
    ("Laptop and municipality", "leerplicht_server/errors.py", "import leerplicht_desktop.domain.errors"),
    ("The server stands", "leerplicht_server/http/border.py", "import leerplicht_server.bureau.look"),
    ("The protocol knows", "leerplicht_protocol/model.py", "import httpx"),
    ("Qt only", "leerplicht_desktop/store/kluis/faults.py", "import PySide6.QtCore"),
    ("The cipher", "leerplicht_desktop/sync/wire.py", "import sqlcipher3"),
    ("The cipher", "leerplicht_desktop/sync/wire.py", "import cryptography"),
    ("The cipher", "leerplicht_desktop/sync/tls.py", "import keyring"),
    ("The network", "leerplicht_desktop/store/kluis/faults.py", "import httpx"),
    ("A laptop stands", "leerplicht_desktop/sync/wire.py", "import starlette"),
    ("A laptop stands", "leerplicht_protocol/model.py", "import sqlalchemy"),
    ("Paper only", "leerplicht_desktop/casework/touched.py", "import reportlab"),
    ("Paper only", "leerplicht_desktop/casework/touched.py", "import uharfbuzz"),
    (
        "Screens do not",
        "leerplicht_desktop/ui/taken/view.py",
        "import leerplicht_desktop.ui.instellingen.view",
    ),
]


def _lint(tree: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(tree / "src")}
    return subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=tree,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("contracts")
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_the_house_as_it_stands_keeps_every_contract(tree: Path) -> None:
    done = _lint(tree)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("contract", "module", "line"), BREACHES)
def test_a_breach_is_reported(tree: Path, contract: str, module: str, line: str) -> None:
    path = tree / "src" / module
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\n{line}\n", encoding="utf-8")
    try:
        done = _lint(tree)
    finally:
        path.write_text(before, encoding="utf-8")
    assert done.returncode != 0
    broken = [row for row in done.stdout.splitlines() if " BROKEN" in row]
    assert any(row.startswith(contract) for row in broken), done.stdout


def test_a_folder_that_nobody_placed_is_reported(tree: Path) -> None:
    stray = tree / "src" / "leerplicht_desktop" / "zolder.py"
    stray.write_text('"""Nobody knows where this belongs."""\n', encoding="utf-8")
    try:
        done = _lint(tree)
    finally:
        stray.unlink()
    assert done.returncode != 0
    assert "zolder" in done.stdout
