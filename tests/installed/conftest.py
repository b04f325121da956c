"""One wheel and one environment for all tests of this folder, also when two workers share them."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Installed:
    """A fresh environment with the wheel in it, and a home of its own for who uses it."""

    environment: Path
    home: Path

    def run(
        self,
        program: str,
        *words: str,
        status: int = 0,
        wait: float = 120,
        more: Mapping[str, str] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Run ``leerplicht-desktop`` or ``leerplicht-server`` far from the checkout, and hold its status."""
        done = subprocess.run(
            [str(self.environment / "bin" / program), *words],
            env=self.surroundings() | dict(more or {}),
            cwd=self.home,
            capture_output=True,
            text=True,
            timeout=wait,
            check=False,
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done

    def run_shell(self, line: str) -> subprocess.CompletedProcess[str]:
        """Run a line of a shell in the same surroundings; whatever its exit status is."""
        return subprocess.run(
            ["sh", "-c", line],
            env=self.surroundings(),
            cwd=self.home,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def surroundings(self) -> dict[str, str]:
        """The environment variables: nothing of the developer's Python, and everything below the own home."""
        kept = {"PATH", "LANG", "LC_ALL", "TMPDIR", "SSL_CERT_FILE"}
        own = {name: value for name, value in os.environ.items() if name in kept}
        return own | {
            "HOME": str(self.home),
            "LEERPLICHT_DATA": str(self.home / "gegevens"),
            "QT_QPA_PLATFORM": "offscreen",
        }


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The environment that the wheel of this checkout was installed in, by the installer of the project."""
    base = tmp_path_factory.getbasetemp()
    shared = (base if worker_id == "master" else base.parent) / "installed"
    shared.mkdir(exist_ok=True)
    with (shared / "door").open("w") as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        if not (shared / "done").exists():
            _install(shared)
            (shared / "done").touch()
    return shared / "environment"


@pytest.fixture
def installed(environment: Path, tmp_path: Path) -> Installed:
    """The installed programs, for somebody who never used them before."""
    home = tmp_path / "Thuis van Zoë"  # a space and a letter with a sign, as a profile may have
    home.mkdir()
    return Installed(environment, home)


@pytest.fixture
def own_copy(installed: Installed, tmp_path: Path) -> Installed:
    """The installed programs in an environment that a test may damage."""
    copy = tmp_path / "kopie"
    shutil.copytree(installed.environment, copy, symlinks=True)
    for program in (copy / "bin").iterdir():
        if not program.is_symlink() and program.read_bytes().startswith(b"#!"):
            words = program.read_text("utf-8").replace(str(installed.environment), str(copy))
            program.write_text(words, "utf-8")
    return Installed(copy, installed.home)


def _install(shared: Path) -> None:
    installer = ROOT / "build" / "uv" / "bin" / "uv"
    target = shared / "environment"
    lock = str(ROOT / "requirements/run.txt")
    for words in (
        ["build", "--wheel", "-o", str(shared / "dist"), str(ROOT)],
        ["venv", "--python", sys.executable, str(target)],
        [
            "pip",
            "install",
            "--python",
            str(target),
            "--require-hashes",
            "-r",
            lock,
        ],
    ):
        _done(installer, words)
    (wheel,) = (shared / "dist").glob("*.whl")
    _done(installer, ["pip", "install", "--python", str(target), "--no-deps", str(wheel)])


def _done(installer: Path, words: list[str]) -> None:
    done = subprocess.run([str(installer), "-q", *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
