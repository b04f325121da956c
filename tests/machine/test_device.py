"""How the laptop stands, by what a system tells of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from leerplicht_desktop.machine.device import Device


def _supply(folder: Path, name: str, **files: str) -> None:
    (folder / name).mkdir(parents=True)
    for file, text in files.items():
        (folder / name / file).write_text(f"{text}\n", "utf-8")


@pytest.mark.usefixtures("qapp")
def test_a_battery_and_the_mains(tmp_path: Path) -> None:
    supplies = tmp_path / "supplies"
    _supply(supplies, "BAT0", type="Battery", capacity="41", status="Discharging")
    _supply(supplies, "AC", type="Mains", online="0")
    now = Device(tmp_path, supplies).nu()
    assert (now.accu, now.laadt) == (41, False)
    assert now.vrij is not None
    assert now.vrij > 0
    (supplies / "AC" / "online").write_text("1\n")
    assert Device(tmp_path, supplies).nu().laadt


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("status", ["Charging", "Full"])
def test_a_battery_that_charges_hangs_on_the_mains(tmp_path: Path, status: str) -> None:
    _supply(tmp_path / "s", "BAT0", type="Battery", capacity="9", status=status)
    assert Device(tmp_path, tmp_path / "s").nu().laadt


@pytest.mark.usefixtures("qapp")
def test_of_two_batteries_the_mean_and_that_of_a_mouse_not(tmp_path: Path) -> None:
    _supply(tmp_path / "s", "BAT0", type="Battery", capacity="20", status="Discharging")
    _supply(tmp_path / "s", "BAT1", type="Battery", capacity="61", status="Unknown")
    _supply(tmp_path / "s", "mouse", type="Battery", capacity="100", scope="Device", status="Full")
    now = Device(tmp_path, tmp_path / "s").nu()
    assert (now.accu, now.laadt) == (40, False)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("capacity", ["", "veel"])
def test_what_is_not_said_stays_unknown(tmp_path: Path, capacity: str) -> None:
    _supply(tmp_path / "s", "BAT0", type="Battery", capacity=capacity)
    assert Device(tmp_path, tmp_path / "s").nu().accu is None


@pytest.mark.usefixtures("qapp")
def test_a_desk_without_battery_and_a_folder_that_is_gone(tmp_path: Path) -> None:
    now = Device(tmp_path / "weg", tmp_path / "nergens").nu()
    assert (now.accu, now.laadt, now.vrij) == (None, False, None)
    assert isinstance(now.printer, bool)
