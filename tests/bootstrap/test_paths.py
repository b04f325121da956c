"""Where things live, and that nobody else on the laptop can read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from leerplicht_desktop.bootstrap.paths import Paths, paths
from leerplicht_desktop.casework.problems import AlleenLezen


@pytest.mark.parametrize("there", [False, True], ids=["made", "found open to everybody"])
def test_both_folders_are_for_this_user_only(tmp_path: Path, there: bool) -> None:
    one = Paths(tmp_path / "a" / "gegevens", tmp_path / "b" / "log")
    if there:
        for folder in (one.data, one.log):
            folder.mkdir(parents=True, mode=0o755)
    one.make()
    assert [folder.stat().st_mode & 0o777 for folder in (one.data, one.log)] == [0o700, 0o700]
    one.make()


@pytest.mark.parametrize("which", ["gegevens", "log"])
def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, which: str) -> None:
    (tmp_path / which).write_text("a file stands in the way")
    with pytest.raises(AlleenLezen):
        Paths(tmp_path / "gegevens", tmp_path / "log").make()


def test_practice_lives_apart_from_the_real_thing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEERPLICHT_DATA", str(tmp_path))
    real, practice = paths(False), paths(True)
    assert (real.data, real.log) == (tmp_path, tmp_path / "log")
    assert (practice.data, practice.log) == (tmp_path / "oefenen", tmp_path / "oefenen" / "log")
    assert (practice.kluis, practice.forms, practice.server) == (
        tmp_path / "oefenen" / "kluis",
        tmp_path / "oefenen" / "formulieren",
        tmp_path / "oefenen" / "server",
    )
    monkeypatch.delenv("LEERPLICHT_DATA")
    real, practice = paths(False), paths(True)
    assert practice.data == real.data / "oefenen"
    assert practice.log == real.log / "oefenen"
