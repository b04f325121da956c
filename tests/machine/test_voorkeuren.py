"""Theme and text size live beside the vault; a broken file gives the defaults."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from leerplicht_desktop.casework.problems import AlleenLezen
from leerplicht_desktop.machine.preferences import Preferences


def test_what_is_set_is_there_at_the_next_start(tmp_path: Path) -> None:
    worn: list[tuple[str, float]] = []
    file = tmp_path / "voorkeuren.json"
    Preferences(file, lambda thema, punten: worn.append((thema, punten))).zet("donker", 16.0)
    again = Preferences(file, lambda thema, punten: None)
    assert (again.thema, again.punten) == ("donker", 16.0)
    assert worn == [("donker", 16.0)]


@pytest.mark.parametrize(
    "content", ["", "[]", '{"thema": 3}', "{", '{"thema": "roze", "punten": 400}', "\x00"]
)
def test_a_broken_file_gives_something_readable(tmp_path: Path, content: str) -> None:
    file = tmp_path / "voorkeuren.json"
    file.write_text(content, encoding="utf-8")
    read = Preferences(file, lambda thema, punten: None)
    assert read.thema == "systeem"
    assert 10.5 <= read.punten <= 21.0


def test_a_theme_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="roze"):
        Preferences(tmp_path / "v.json", lambda thema, punten: None).zet("roze", 11.0)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    gone = Preferences(tmp_path / "weg" / "v.json", lambda thema, punten: None)
    with pytest.raises(AlleenLezen):
        gone.zet("licht", 11.0)
    assert os.listdir(tmp_path) == []


def test_how_the_window_stood_is_kept_beside_the_theme(tmp_path: Path) -> None:
    file = tmp_path / "voorkeuren.json"
    first = Preferences(file, lambda *_: None)
    assert first.window == ""
    first.zet("donker", 14.0)
    first.keep_window("vol")
    again = Preferences(file, lambda *_: None)
    assert (again.thema, again.punten, again.window) == ("donker", 14.0, "vol")
    again.zet("licht", 12.0)
    assert Preferences(file, lambda *_: None).window == "vol"


@pytest.mark.parametrize(
    "text", ['{"thema": "licht", "punten": 12}', '{"thema": "licht", "punten": 12, "venster": []}']
)
def test_a_file_of_before_or_of_somebody_else_gives_a_window(tmp_path: Path, text: str) -> None:
    file = tmp_path / "voorkeuren.json"
    file.write_text(text, "utf-8")
    found = Preferences(file, lambda *_: None)
    assert found.thema == "licht"
    assert len(found.window) <= 20


def test_a_disk_that_takes_nothing_is_no_reason_to_stay(tmp_path: Path) -> None:
    Preferences(tmp_path / "weg" / "voorkeuren.json", lambda *_: None).keep_window("vol")
