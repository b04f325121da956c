"""The program itself, from the passphrase to the lock: what was chosen for this laptop holds at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from leerplicht_desktop.bootstrap.paths import Paths
from leerplicht_desktop.bootstrap.program import Program
from leerplicht_desktop.casework.laptop.instellen import koppeling_bewaren, vergrendeltijd_kiezen
from leerplicht_desktop.casework.ports.beleid import VRIJ, Beleid
from leerplicht_desktop.practice.walker import Walker
from leerplicht_desktop.store.vault import SqlKluis
from tests.casework.zaak import KOPPELING
from tests.store.mould import WACHTZIN, opened_vault
from tests.store.world import StilleKlok

NOBODY = "http://127.0.0.1:9"
"""Nothing listens there: the laptop is offline."""


def seven_minutes(kluis: SqlKluis) -> None:
    """A laptop that is tied, and locks after seven minutes."""
    kluis.doe(lambda work: koppeling_bewaren(work, replace(KOPPELING, server=NOBODY)))
    kluis.doe(lambda work: vergrendeltijd_kiezen(work, "7"))


@pytest.fixture
def ended() -> list[str]:
    return []


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, tmp_path: Path, ended: list[str]) -> Iterator[Program]:
    paths = Paths(tmp_path / "gegevens", tmp_path / "log")
    paths.make()
    opened_vault(paths.kluis, StilleKlok(), seven_minutes).sluit()
    made = Program(
        qapp,
        paths,
        server=None,
        replace_=lambda: ended.append("lock"),
        end=lambda: ended.append("close"),
    )
    made.start()
    yield made
    made.close()
    # Left on the screen it would stand among the windows of another test.
    made.window.hide()
    qtbot.addWidget(made.window)


def _unlock(qapp: QApplication, qtbot: QtBot, program: Program) -> None:
    walker = Walker(qapp, program.window)
    walker.type_text("ontgrendelen.wachtzin", WACHTZIN)
    walker.click("ontgrendelen.knop")
    qtbot.waitUntil(lambda: program.sync_view is not None, timeout=10_000)


def _seconds_left(program: Program) -> int:
    heard: list[int] = []
    program._idle.over.connect(heard.append)
    program._idle.werk()
    program._idle.kijk()
    program._idle.over.disconnect(heard.append)
    return heard[-1]


def test_it_locks_after_the_minutes_that_were_chosen_from_the_start_and_at_once(
    qapp: QApplication, qtbot: QtBot, program: Program, ended: list[str]
) -> None:
    _unlock(qapp, qtbot, program)
    qtbot.waitUntil(lambda: _seconds_left(program) == 7 * 60)
    program.run(lambda work: vergrendeltijd_kiezen(work, "2"))
    qtbot.waitUntil(lambda: _seconds_left(program) == 2 * 60)
    program.run(lambda work: vergrendeltijd_kiezen(work, ""))
    qtbot.waitUntil(lambda: _seconds_left(program) == 5 * 60)
    program._idle.verlopen.emit()
    assert ended == ["lock"]
    program.close()
    assert ended == ["lock"]


def test_it_locks_when_the_officer_leaves_the_screen(
    qapp: QApplication, qtbot: QtBot, program: Program, ended: list[str]
) -> None:
    _unlock(qapp, qtbot, program)
    program._watch.left.emit()
    assert ended == ["lock"]
    program._watch.left.emit()
    assert ended == ["lock"]


def test_what_the_municipality_decided_holds_from_the_first_screen(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = Paths(tmp_path / "gegevens", tmp_path / "log")
    paths.make()
    policy = Beleid(server="https://leerplicht.gemeente.example", vergrendel_na=3)
    made = Program(qapp, paths, server=None, replace_=lambda: None, end=lambda: None, policy=policy)
    try:
        made.start()
        address = made.window.findChild(QLineEdit, "inrichten.adres")
        assert address is not None
        assert address.text() == policy.server
        assert address.isReadOnly()
        assert _seconds_left(made) <= 3 * 60
    finally:
        made.close()
        made.window.hide()
        qtbot.addWidget(made.window)


def test_the_officer_may_lock_sooner_than_was_decided_and_not_later() -> None:
    policy = Beleid(vergrendel_na=3)
    assert [policy.vergrendeltijd(chosen, 5) for chosen in (None, "", "2", "10")] == [3, 3, 2, 3]
    assert [VRIJ.vergrendeltijd(chosen, 5) for chosen in (None, "", "2", "10")] == [5, 5, 2, 10]
