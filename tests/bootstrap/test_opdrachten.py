"""Each word on the command line starts what it says, and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TextIO

import pytest

from leerplicht_desktop.__main__ import main
from leerplicht_desktop.bootstrap import commands, self_test, start
from leerplicht_desktop.bootstrap.commands import run
from leerplicht_desktop.bootstrap.paper import PROOF
from leerplicht_desktop.bootstrap.practising import Practice, PracticeServer
from leerplicht_desktop.documents import proefkamer
from leerplicht_desktop.machine import lock
from leerplicht_desktop.machine.children import DESKTOP, order


class Walks:
    """Obeys the port ``Practice``; writes down which walk was asked."""

    def __init__(self, asked: list[object]) -> None:
        self.asked = asked

    def server(self, folder: Path) -> PracticeServer:
        """Never asked here."""
        raise AssertionError(folder)

    def tour(self, folder: Path, out: TextIO) -> int:
        """The visit."""
        self.asked.append(("tour", folder, out is sys.stdout))
        return 3

    def screens(self, folder: Path, out: TextIO) -> int:
        """The pictures."""
        self.asked.append(("screens", folder, out is sys.stdout))
        return 4


@pytest.mark.parametrize(
    ("words", "status", "expected"),
    [
        ([], 5, ("window", [], None)),
        (["--demo"], 5, ("window", ["--demo"], "practice")),
        (["--zelftest"], 6, ("self-test", True, False)),
        (["--zelftest", "--json"], 6, ("self-test", True, True)),
        (["--rondleiding", "beelden"], 3, ("tour", Path("beelden"), True)),
        (["--schermen", "beelden"], 4, ("screens", Path("beelden"), True)),
        ([PROOF, "a", "b"], 7, ("proof", ["a", "b"])),
    ],
)
def test_a_word_starts_what_it_says(
    monkeypatch: pytest.MonkeyPatch, words: list[str], status: int, expected: tuple[object, ...]
) -> None:
    asked: list[object] = []
    practice = Walks(asked)

    def window(arguments: list[str], given: Practice | None) -> int:
        asked.append(("window", arguments, "practice" if given is practice else given))
        return 5

    def tested(out: TextIO, *, machine: bool) -> int:
        asked.append(("self-test", out is sys.stdout, machine))
        return 6

    def proof(arguments: list[str]) -> int:
        asked.append(("proof", arguments))
        return 7

    monkeypatch.setattr(start, "open_window", window)
    monkeypatch.setattr(self_test, "self_test", tested)
    monkeypatch.setattr(proefkamer, "open_in_kind", proof)
    assert (run(words, practice), asked) == (status, [expected])


@pytest.mark.parametrize("words", [["--demo", "--zelftest"], ["--onzin"], ["formulieren"]])
def test_words_that_say_nothing_start_nothing(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[object] = []
    with pytest.raises(SystemExit) as ended:
        run(words, Walks(asked))
    assert (ended.value.code, asked) == (2, [])
    assert "gebruik" in capsys.readouterr().err.lower()


def test_examples_go_beside_the_forms_unless_told_otherwise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    practice, forms = Walks([]), tmp_path / "eigen"
    assert run(["formulieren", "kopieer", str(forms)], practice) == 0
    for path in forms.glob("*/*.toml"):
        if path.stem != "waarschuwing":
            path.unlink()
    run(["formulieren", "voorbeeld", str(forms)], practice)
    run(["formulieren", "voorbeeld", str(forms), "--naar", str(tmp_path / "elders")], practice)
    made = [
        sorted(path.name for path in folder.glob("*.pdf"))
        for folder in (forms / "voorbeelden", tmp_path / "elders")
    ]
    assert made[0] == made[1]
    assert any("waarschuwing" in name for name in made[0])
    capsys.readouterr()


@pytest.fixture
def ways_out(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What was done to begin a program or end this one; none of it happens."""
    done: list[object] = []
    monkeypatch.setattr("os.execv", lambda path, words: done.append(("exec", path, words)))
    monkeypatch.setattr("os._exit", lambda status: done.append(("exit", status)))
    monkeypatch.setattr(
        "subprocess.Popen", lambda words, close_fds, creationflags: done.append(("begin", words, close_fds))
    )
    return done


@pytest.mark.parametrize("frozen", [False, True])
def test_a_lock_replaces_the_process_by_the_same_program(
    monkeypatch: pytest.MonkeyPatch, ways_out: list[object], frozen: bool
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    lock.restart_process(["--demo"])
    module = [] if frozen else ["-m", "leerplicht_desktop"]
    assert ways_out == [("exec", sys.executable, [sys.executable, *module, "--demo"])]


def test_on_windows_the_new_program_is_begun_and_this_one_ends_at_once(
    monkeypatch: pytest.MonkeyPatch, ways_out: list[object]
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    lock.restart_process(["--demo"])
    assert ways_out[:2] == [("begin", order(DESKTOP, ["--demo"]), True), ("exit", 0)]


def test_the_program_hands_over_every_word_but_its_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[list[str]] = []
    monkeypatch.setattr(sys, "argv", ["leerplicht-desktop", "--rondleiding", "beelden"])
    monkeypatch.setattr(commands, "run", lambda words, practice: heard.append(words) or 9)  # type: ignore[func-returns-value]
    assert (main(), heard) == (9, [["--rondleiding", "beelden"]])
