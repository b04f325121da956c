"""What the pages tell an administrator to type exists, and each command of the server is told on a page."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from leerplicht_desktop.bootstrap.commands import _parser as desktop_parser
from leerplicht_server.cli import _parser as server_parser

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
TYPED = re.compile(r"^ {4,}(leerplicht-(?:server|desktop) .+)$", re.MULTILINE)
NAMED = re.compile(r"`(leerplicht-(?:server|desktop) [^`\n]+)`")
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
PARSERS: dict[str, Callable[[], argparse.ArgumentParser]] = {
    "leerplicht-server": server_parser,
    "leerplicht-desktop": desktop_parser,
}
ELSEWHERE = {
    "openapi": "for who builds: CONTRIBUTING.md",
    "serve": "the service starts it",
    "toelaten": "the laptop's own page tells it",
}
"""Commands of the server that need no page of an administrator, with the reason."""


def _typed(page: Path) -> list[str]:
    return TYPED.findall(page.read_text(encoding="utf-8"))


def wrong(line: str) -> str:
    """What is wrong with a line that is to be typed; empty when the program knows all of it."""
    program, *words = shlex.split(line)
    try:
        PARSERS[program]().parse_args(words)
    except SystemExit as stopped:
        return "" if stopped.code == 0 else line
    return ""


def test_every_line_to_type_is_understood() -> None:
    told = {line for page in PAGES for line in _typed(page)}
    assert len(told) > 20
    assert not [line for line in sorted(told) if wrong(line)]


def _commands() -> dict[str, argparse.ArgumentParser]:
    found = server_parser()._subparsers._group_actions[0].choices  # type: ignore[union-attr]
    return dict(found)  # type: ignore[arg-type]


def test_every_command_of_the_server_is_told() -> None:
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    told = {word for line in (*TYPED.findall(text), *NAMED.findall(text)) for word in line.split()}
    untold = {name for name in _commands() if name not in told and f"`{name}`" not in text}
    assert untold <= set(ELSEWHERE), untold


def test_every_link_between_pages_leads_somewhere() -> None:
    dead = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in PAGES
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert not dead


@pytest.mark.parametrize(
    "line",
    [
        "leerplicht-server vernietig --reden x",
        "leerplicht-server jaarverslag --reden x",
        "leerplicht-server inzageverzoek 2026-0001 --van oma --regime avg --naar MAP",
        "leerplicht-desktop formulieren bekijk MAP",
    ],
)
def test_a_planted_line_is_found(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert wrong(line) == line
    capsys.readouterr()
