"""The program compares its files with the list that came along, in a wheel and in a bundle."""

from __future__ import annotations

import hashlib
import sys
from importlib import metadata
from pathlib import Path

import pytest

from leerplicht_desktop.machine import own_files
from leerplicht_desktop.machine.own_files import LIST_OF_BUNDLE, ChangedFilesError, examine


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as packaging/bundle.sh leaves it, with this program in it."""
    for number in range(9):
        (tmp_path / f"deel {number}.toml").write_text(f"inhoud {number}", "utf-8")
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  ./{path.name}\n"
        for path in sorted(tmp_path.iterdir())
    ]
    (tmp_path / LIST_OF_BUNDLE).write_text("".join(lines), "utf-8")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "leerplicht-desktop"))
    return tmp_path


def test_a_whole_bundle_counts_its_files(bundle: Path) -> None:
    assert examine() == "9 bestanden zoals ze zijn uitgegeven"


def test_a_changed_and_a_missing_file_are_told_apart(bundle: Path) -> None:
    (bundle / "deel 3.toml").write_text("inhoud 4", "utf-8")
    (bundle / "deel 5.toml").unlink()
    with pytest.raises(ChangedFilesError) as told:
        examine()
    assert "veranderd: deel 3.toml" in str(told.value)
    assert "ontbreekt: deel 5.toml" in str(told.value)
    assert str(told.value).endswith("Installeer het programma opnieuw.")


def test_a_bundle_that_is_half_there_names_five_and_counts_the_rest(bundle: Path) -> None:
    for path in bundle.glob("*.toml"):
        path.unlink()
    with pytest.raises(ChangedFilesError, match="en nog 4") as told:
        examine()
    assert str(told.value).count("ontbreekt: ") == 5


def test_a_bundle_without_its_list_is_damaged(bundle: Path) -> None:
    (bundle / LIST_OF_BUNDLE).unlink()
    with pytest.raises(ChangedFilesError, match=LIST_OF_BUNDLE):
        examine()


def test_what_is_not_installed_is_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_: str) -> metadata.Distribution:
        raise metadata.PackageNotFoundError

    monkeypatch.setattr(own_files, "distribution", unknown)
    assert examine().startswith("niet geïnstalleerd")
