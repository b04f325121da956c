"""What is installed: by hash, under a licence that fits, and on a laptop no more than it needs."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LICENCES = runpy.run_path(str(ROOT / "packaging" / "licences.py"))
SERVER = (
    "alembic",
    "fastapi",
    "psycopg",
    "psycopg-binary",
    "python-multipart",
    "sqlalchemy",
    "starlette",
    "uvicorn",
)

_WITHOUT_SERVER = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {NAMES}:
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Missing())
sys.argv = ["leerplicht-desktop", "--zelftest"]
import pkgutil
import leerplicht_desktop
for module in pkgutil.walk_packages(leerplicht_desktop.__path__, "leerplicht_desktop."):
    if not module.name.endswith("__main__"):
        __import__(module.name)
from leerplicht_desktop.__main__ import main
sys.exit(main())
"""


def _pinned(lock: str) -> dict[str, str]:
    text = (ROOT / "requirements" / lock).read_text("utf-8")
    return dict(re.findall(r"^([A-Za-z0-9_.-]+)(?:\[[^\]]*\])?==([^ ;\\]+)", text, re.MULTILINE))


@pytest.mark.parametrize("lock", sorted(p.name for p in (ROOT / "requirements").glob("*.txt")))
def test_every_package_is_held_to_its_hash(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    assert lines
    assert [line for line in lines if not re.match(r"\S+==\S+ .*--hash=sha256:[0-9a-f]{64}", line)] == []


def test_the_installer_is_held_to_its_hash_too() -> None:
    setup = (ROOT / "packaging" / "setup.sh").read_text("utf-8")
    assert list(_pinned("uv.txt")) == ["uv"]
    for line in setup.splitlines():
        if " pip install " in line and "--no-deps -e ." not in line:
            assert "--require-hashes" in line, line


def test_a_laptop_has_no_package_of_the_server() -> None:
    laptop, everything = _pinned("laptop.txt"), _pinned("run.txt")
    assert set(laptop) & set(SERVER) == set()
    assert set(SERVER) <= set(everything)
    assert {name: everything[name] for name in laptop} == laptop


def test_the_program_works_without_the_packages_of_the_server(tmp_path: Path) -> None:
    names = {
        "alembic",
        "fastapi",
        "multipart",
        "psycopg",
        "python_multipart",
        "sqlalchemy",
        "starlette",
        "uvicorn",
    }
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT_SERVER.replace("{NAMES}", repr(names))],
        env={**os.environ, "LEERPLICHT_DATA": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_licence_fits() -> None:
    found = list(LICENCES["installed"]())
    assert len(found) > 40
    assert [(name, licence) for name, _, licence in found if not LICENCES["allowed"](licence)] == []


@pytest.mark.parametrize(
    ("licence", "fits"),
    [("MIT", True), ("GPL-3.0-only", False), ("AGPL-3.0-only OR MIT", True), ("?", False), ("", False)],
)
def test_what_fits(licence: str, fits: bool) -> None:
    assert LICENCES["allowed"](licence) is fits


def test_the_notices_are_those_of_what_is_installed() -> None:
    assert (ROOT / "NOTICES.md").read_text("utf-8") == LICENCES["page"](), "make notices"


def test_without_a_network_the_audit_says_that_it_knows_nothing(tmp_path: Path) -> None:
    """An installed pip-audit that cannot reach its list: silence must not look like health."""
    folder = tmp_path / "build" / "audit-venv"
    (folder / "bin").mkdir(parents=True)
    (tmp_path / "requirements").mkdir()
    (tmp_path / "packaging").mkdir()
    (tmp_path / "requirements" / "audit.txt").write_text("x", "utf-8")
    (folder / ".lock").write_text("x", "utf-8")
    (tmp_path / "packaging" / "audit.sh").write_bytes((ROOT / "packaging" / "audit.sh").read_bytes())
    tool = folder / "bin" / "pip-audit"
    for said, code, expected, words in (
        ("ProxyError: no road", 1, 2, "NIETS nagekeken"),
        ("Found 1 known vulnerability in 1 package", 1, 1, "Found 1 known"),
        ("No known vulnerabilities found", 0, 0, "No known"),
    ):
        tool.write_text(f"#!/bin/sh\necho '{said}'\nexit {code}\n", "utf-8")
        tool.chmod(0o700)
        done = subprocess.run(
            ["bash", str(tmp_path / "packaging" / "audit.sh")], capture_output=True, text=True, check=False
        )
        assert done.returncode == expected
        assert words in done.stdout + done.stderr
