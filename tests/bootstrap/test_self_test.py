"""The self-test says of each part whether it works, and never that all is well when one does not."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from leerplicht_desktop.bootstrap import self_test
from leerplicht_desktop.bootstrap.clock import SystemClock
from leerplicht_desktop.casework.queries.caseload import DossierFilter
from leerplicht_desktop.machine.own_files import ChangedFilesError
from leerplicht_desktop.store import vault
from leerplicht_desktop.store.kluis.passphrase import Cost
from leerplicht_desktop.store.vault import SqlKluis

PARTS = {
    "_python": "Python",
    "examine": "Bestanden",
    "_store_lane": "Versleutelde opslag en zoeken",
    "_pdf": "PDF",
    "_qt": "Venster",
    "_keyring": "Sleutelbos",
    "examine_policy": "Beleid",
}


def _told() -> tuple[int, list[str]]:
    out = io.StringIO()
    return self_test.self_test(out), out.getvalue().splitlines()


def test_a_whole_installation_works_part_by_part(qapp: QApplication) -> None:
    status, lines = _told()
    *parts, last = lines
    assert (status, [line.split(":")[0] for line in parts]) == (
        0,
        [f"goed  {name}" for name in PARTS.values()],
    )
    assert last.startswith("Alles werkt. Dit duurde ")
    assert "“celik” vindt Çelik" in parts[2]


@pytest.mark.parametrize("part", PARTS)
def test_one_part_that_fails_is_named_and_the_others_are_still_tried(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    for name in PARTS:
        monkeypatch.setattr(self_test, name, lambda: "in orde")

    def broken() -> str:
        raise OSError("weg")

    monkeypatch.setattr(self_test, part, broken)
    status, lines = _told()
    assert status == 1
    assert lines[:-1] == [
        f"FOUT  {name}: OSError: weg" if probe == part else f"goed  {name}: in orde"
        for probe, name in PARTS.items()
    ]
    assert lines[-1].startswith("Niet alles werkt. ")


def test_a_machine_reads_the_same_as_a_person(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PARTS:
        monkeypatch.setattr(self_test, name, lambda: "in orde")

    def changed() -> str:
        raise ChangedFilesError("veranderd: leerplicht.toml in wet. Installeer het programma opnieuw.")

    monkeypatch.setattr(self_test, "examine", changed)
    out = io.StringIO()
    assert self_test.self_test(out, machine=True) == 1
    told = json.loads(out.getvalue())
    assert (told["programma"], told["goed"]) == ("leerplicht-desktop", False)
    assert told["versie"] == version("leerplicht-desktop")
    assert told["duur_s"] >= 0
    assert {part["naam"]: part["goed"] for part in told["delen"]} == {
        name: name != "Bestanden" for name in PARTS.values()
    }
    assert told["delen"][1]["tekst"].startswith("veranderd: leerplicht.toml")


class Leaking(SqlKluis):
    """A vault that leaves a name in the open."""

    def __init__(self, map_: Path, klok: SystemClock, cost: Cost) -> None:
        super().__init__(map_, klok, cost=cost)
        self._beside = map_.parent

    def sluit(self) -> None:
        """Close, and leave it."""
        super().sluit()
        self._beside.joinpath("open.txt").write_text("Zoë Çelik", encoding="utf-8")


class Blind(SqlKluis):
    """A vault whose search finds nothing."""

    def lees(self, act: Callable[[Any], Any]) -> Any:
        """What there is of something else."""
        return super().lees(lambda caseload: caseload.zoek("niemand", DossierFilter.ALLE, None, 1))


@pytest.mark.parametrize(
    ("kind", "said"), [(Leaking, "de tekst staat leesbaar op de schijf"), (Blind, "zoeken vindt niets")]
)
def test_a_vault_that_leaks_or_finds_nothing_does_not_work(
    monkeypatch: pytest.MonkeyPatch, kind: type[SqlKluis], said: str
) -> None:
    monkeypatch.setattr(vault, "SqlKluis", kind)
    with pytest.raises(RuntimeError, match=said):
        self_test._store_lane()


@pytest.mark.parametrize("display", [None, ":0"])
def test_the_window_is_tried_with_and_without_a_screen(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, display: str | None
) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    if display:
        monkeypatch.setenv("DISPLAY", display)
    assert self_test._qt().startswith("offscreen, beeld van ")
