"""One place knows how a program of this product starts another, from source and in a bundle."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from leerplicht_desktop.machine import children
from leerplicht_desktop.practice import server as practice_server

SOURCES = Path(children.__file__).parents[1]


@pytest.mark.parametrize("program", [children.DESKTOP, children.SERVER])
def test_from_source_a_program_is_a_module_of_this_python(program: str) -> None:
    assert children.order(program, ["--een", "twee"]) == [sys.executable, "-m", program, "--een", "twee"]


@pytest.mark.parametrize(
    ("own", "server"),
    [
        ("/opt/leerplicht-desktop/leerplicht-desktop", "/opt/leerplicht-desktop/leerplicht-server"),
        ("/opt/map met spatie/leerplicht-desktop.exe", "/opt/map met spatie/leerplicht-server.exe"),
    ],
)
def test_in_a_bundle_the_programs_lie_beside_each_other(
    monkeypatch: pytest.MonkeyPatch, own: str, server: str
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", own)
    assert children.order(children.DESKTOP, ["--demo"]) == [own, "--demo"]
    assert children.order(children.SERVER, ["serve"]) == [server, "serve"]


def test_a_bundle_without_the_server_says_that_it_cannot_practise(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "leerplicht-desktop"))
    assert not practice_server._can_serve()
    (tmp_path / "leerplicht-server").touch()
    assert practice_server._can_serve()


def test_nobody_else_asks_where_the_program_is() -> None:
    """Each place that did it by itself was forgotten in turn: the bundle, the console of Windows."""
    asks = re.compile(r"sys\.executable|sys, \"frozen\"|CREATE_NO_WINDOW")
    own = {"children.py", "own_files.py"}
    found = {
        path.relative_to(SOURCES).as_posix()
        for path in SOURCES.rglob("*.py")
        if asks.search(path.read_text("utf-8")) and not (path.parent.name == "machine" and path.name in own)
    }
    assert found == {"documents/afgezonderd.py"}  # a stranger of machine, told its order by bootstrap


def test_no_window_is_what_windows_calls_it() -> None:
    assert getattr(subprocess, "CREATE_NO_WINDOW", 0) == children.NO_WINDOW
