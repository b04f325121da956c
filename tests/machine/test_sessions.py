"""The laptop sleeps, the screen locks, the lid shuts, another user comes: the watch says so."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from leerplicht_desktop.machine.sessions import SessionWatch

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="needs a bus of its own"
)


class Logind:
    """The process that stands for logind, on its own bus."""

    def __init__(self, address: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("logind.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": address},
        )
        assert self.said() == "ready"

    def said(self) -> str:
        """The next line it says."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def tell(self, line: str) -> None:
        """Make it say something on the bus."""
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def end(self) -> None:
        """No more."""
        self._process.communicate(timeout=5)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A bus of this module alone."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True
    )
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.communicate(timeout=5)


@pytest.fixture
def logind(address: str) -> Iterator[Logind]:
    made = Logind(address)
    yield made
    made.end()


@pytest.fixture
def watch(address: str, logind: Logind, request: pytest.FixtureRequest) -> Iterator[SessionWatch]:
    name = f"proef-{request.node.name}"
    made = SessionWatch(QDBusConnection.connectToBus(address, name))
    made.begin()
    assert logind.said() == "inhibited sleep delay"
    yield made
    QDBusConnection.disconnectFromBus(name)


@pytest.mark.parametrize("what", ["sleep", "lock", "away", "hint", "lid"])
def test_who_leaves_is_noticed(watch: SessionWatch, logind: Logind, qtbot: QtBot, what: str) -> None:
    with qtbot.waitSignal(watch.left, timeout=5000):
        logind.tell(what)


def test_what_does_not_mean_leaving_locks_nothing(watch: SessionWatch, logind: Logind, qtbot: QtBot) -> None:
    seen: list[str] = []
    watch.left.connect(lambda: seen.append("left"))
    for what in ("back", "power", "wake"):
        logind.tell(what)
    qtbot.wait(500)
    assert seen == []


def test_sleep_waits_until_the_watch_is_gone(address: str, logind: Logind) -> None:
    program = (
        "import os, sys; from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]);"
        "from PySide6.QtDBus import QDBusConnection;"
        "from leerplicht_desktop.machine.sessions import SessionWatch;"
        "watch = SessionWatch(QDBusConnection.connectToBus(sys.argv[1], 'x')); watch.begin();"
        "os.execv(sys.executable, [sys.executable, '-c', 'input()'])"
    )
    asleep = subprocess.Popen([sys.executable, "-c", program, address], stdin=subprocess.PIPE)
    assert logind.said() == "inhibited sleep delay"
    assert logind.said() == "released"  # by replacing the process, which still lives
    assert asleep.poll() is None
    asleep.communicate(b"\n", timeout=10)


def test_without_a_bus_nothing_is_watched() -> None:
    watch = SessionWatch(QDBusConnection("er is geen bus met deze naam"))
    watch.begin()
    watch.changed()
    watch.powered()
