"""A municipality's own forms from the command line: found, copied, checked and shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from leerplicht_desktop.bootstrap.commands import run
from leerplicht_desktop.practice.commands import PracticeCommands


def _opdracht(woorden: list[str]) -> int:
    return run(woorden, PracticeCommands())


@pytest.fixture(autouse=True)
def plek(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEERPLICHT_DATA", str(tmp_path / "laptop"))
    return tmp_path / "laptop"


def test_the_place_is_told_and_whether_it_is_used(plek: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _opdracht(["formulieren", "waar"]) == 0
    gezegd = capsys.readouterr().out
    assert str(plek / "formulieren") in gezegd
    assert str(plek / "oefenen" / "formulieren") in gezegd
    assert "wordt gebruikt" not in gezegd
    assert _opdracht(["formulieren", "kopieer", str(plek / "formulieren")]) == 0
    capsys.readouterr()
    _opdracht(["formulieren", "waar"])
    assert capsys.readouterr().out.count("deze map wordt gebruikt") == 1


def test_a_copy_is_whole_and_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    eigen = tmp_path / "eigen"
    assert _opdracht(["formulieren", "kopieer", str(eigen)]) == 0
    for bestand in (
        "README.md",
        "huisstijl.toml",
        "brieven/waarschuwing.toml",
        "processen_verbaal/verhoor.toml",
    ):
        assert (eigen / bestand).is_file()
    assert _opdracht(["formulieren", "controleer", str(eigen)]) == 0
    assert capsys.readouterr().out.endswith("Geen fouten gevonden.\n")


def test_a_copy_overwrites_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    eigen = tmp_path / "eigen"
    eigen.mkdir()
    (eigen / "huisstijl.toml").write_text("van ons", "utf-8")
    assert _opdracht(["formulieren", "kopieer", str(eigen)]) == 2
    assert "Er is niets gekopieerd." in capsys.readouterr().out
    assert [een.name for een in eigen.iterdir()] == ["huisstijl.toml"]
    assert (eigen / "huisstijl.toml").read_text("utf-8") == "van ons"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bestand").write_text("", "utf-8")
    assert _opdracht(["formulieren", "kopieer", str(tmp_path / "bestand" / "map")]) == 1
    assert "kan niet worden geschreven" in capsys.readouterr().err
