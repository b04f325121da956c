"""The real program in a process of its own, told what to do line by line.

Each line on standard input is a JSON list: a word and its arguments. Each answer is one JSON line. Run with
``python -m tests.journeys.robot demo|echt``; the data folder comes from ``LEERPLICHT_DATA``.
"""

from __future__ import annotations

import json
import queue
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit

from leerplicht_desktop.bootstrap.paths import paths
from leerplicht_desktop.bootstrap.program import Program
from leerplicht_desktop.casework.ports.gemeente import SyncFase, SyncWeergave
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.machine import crash_log
from leerplicht_desktop.practice.server import PracticeServer
from leerplicht_desktop.practice.walker import Walker
from leerplicht_desktop.ui.kit.label import Label

Answer = str | int | bool | None


class Hands:
    """What a person does."""

    def __init__(self, app: QApplication, programma: Program) -> None:
        self.programma = programma
        self.loper = Walker(app, programma.window)
        self.kept = 0
        self.locked = False
        programma._navigation.bewaard.connect(self._saved)

    def _saved(self, _: object) -> None:
        self.kept += 1

    def klik(self, naam: str) -> None:
        self.loper.click(naam)

    def kies_alle(self, begin: str) -> None:
        """Choose every choice whose name begins so and that is not chosen yet."""
        for knop in self.loper.window.findChildren(QAbstractButton):
            if knop.objectName().startswith(begin) and knop.isVisible() and not knop.isChecked():
                self.loper.click(knop.objectName())

    def klik_rij(self, naam: str, rij: int) -> None:
        self.loper.click_row(naam, rij)

    def wacht(self, naam: str) -> None:
        self.loper.wait_for(naam)

    def typ(self, naam: str, tekst: str) -> None:
        self.loper.type_text(naam, tekst)

    def typ_bewaard(self, naam: str, tekst: str) -> None:
        """Type key by key; after each key that was committed, say the text so far."""
        part = self.loper.wait_for(naam)
        part.setFocus()
        self.loper.moment()
        for count in range(1, len(tekst) + 1):
            before = self.kept
            QTest.keyClicks(part, tekst[count - 1])
            self.loper.wait_until(lambda before=before: self.kept > before, "bewaard")  # type: ignore[misc]
            say({"bewaard": tekst[:count]})

    def synchroniseer(self) -> None:
        """Press the button of the sync screen and wait until that round ended."""
        self.programma.window.ga(Werkplek("synchronisatie"))
        before = self.programma.sync_view
        self.loper.click("synchronisatie.knop")
        self.loper.wait_until(lambda: self._later(before), "a round")

    def _later(self, before: SyncWeergave | None) -> bool:
        now = self.programma.sync_view
        if now is None or before is None or now.laatst is None or before.laatst is None:
            return False
        return now.fase is SyncFase.RUST and now.laatst > before.laatst

    def vergrendel(self) -> None:
        self.loper.press_key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    def ga(self, scherm: str, ding: str = "") -> None:
        """Go to a screen, and wait until it is there."""
        self.programma.window.ga(Werkplek(scherm, ding))
        self.loper.moment()

    def terug(self) -> None:
        """Back to where the officer came from."""
        self.programma.window.terug()
        self.loper.moment()

    def rust(self, seconden: int) -> None:
        """Let the program be for a while."""
        einde = time.monotonic() + seconden
        while time.monotonic() < einde:
            self.loper.moment()


class Robot(Hands):
    """What a person sees as well. Obeys until it is told to stop, or killed."""

    def tekst(self, naam: str) -> str:
        part = self.loper.wait_for(naam)
        if isinstance(part, QPlainTextEdit):
            return part.toPlainText()
        if isinstance(part, QLineEdit | QLabel | Label):
            return part.text()
        return part.accessibleName()

    def wacht_tekst(self, naam: str, deel: str) -> None:
        self.loper.wait_until(lambda: self.loper.find(naam) is not None and deel in self.tekst(naam), deel)

    def rijen(self, naam: str) -> int:
        part = self.loper.wait_for(naam)
        return int(part.model().rowCount())  # type: ignore[attr-defined]

    def cursor(self, naam: str) -> int:
        part = self.loper.wait_for(naam)
        return part.textCursor().position() if isinstance(part, QPlainTextEdit) else -1

    def scherm(self) -> str:
        shown = self.programma.window.scherm
        return shown.naam if shown is not None else ""

    def wacht_scherm(self, naam: str) -> None:
        self.loper.wait_until(lambda: self.scherm() == naam, naam)

    def sync(self) -> str:
        """The state of the road in words."""
        weergave = self.programma.sync_view
        return weergave.woorden if weergave is not None else ""

    def wacht_sync(self, deel: str) -> None:
        self.loper.wait_until(lambda: deel in self.sync(), deel)

    def beeld(self, bestand: str) -> None:
        self.loper.view(Path(bestand))

    def zichtbaar(self, naam: str) -> bool:
        return self.loper.find(naam) is not None


def say(answer: dict[str, Answer]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def _listen(lines: queue.Queue[str]) -> None:
    for line in sys.stdin:
        lines.put(line)
    lines.put("")


def main(soort: str) -> None:
    """Make the program and obey."""
    app = QApplication(["robot"])
    app.setQuitOnLastWindowClosed(False)
    plaats = paths(soort == "demo")
    plaats.make()
    crash_log.begin(plaats.log)
    stop: list[str] = []
    programma = Program(
        app,
        plaats,
        server=PracticeServer(plaats.server) if soort == "demo" else None,
        replace_=lambda: stop.append("vergrendeld"),
        end=lambda: stop.append("dicht"),
    )
    robot = Robot(app, programma)
    programma.start()
    lines: queue.Queue[str] = queue.Queue()
    threading.Thread(target=_listen, args=(lines,), daemon=True).start()
    while not stop:
        robot.loper.moment()
        try:
            line = lines.get_nowait()
        except queue.Empty:
            continue
        if not line:
            programma.close()
            break
        _obey(robot, line)
    say({"einde": stop[0] if stop else "weg"})


def _obey(robot: Robot, line: str) -> None:
    word, *rest = json.loads(line)
    act: Callable[..., Answer] = getattr(robot, word)
    try:
        say({"klaar": act(*rest)})
    except RuntimeError as lost:
        say({"fout": f"{word}: {lost}"})


if __name__ == "__main__":
    main(sys.argv[1])
