"""The guided tour: the practice visit, walked through the real windows, with a picture at every stop.

On a machine without a screen ``make run`` shows the program this way; the manual uses the same pictures.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from leerplicht_desktop.bootstrap.paths import Paths
from leerplicht_desktop.bootstrap.program import Program
from leerplicht_desktop.casework.ports.gemeente import SyncFase
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.machine import crash_log
from leerplicht_desktop.ui.shell.idle import Rustwacht

from .server import PracticeServer
from .walker import Walker, WalkError

WACHTZIN = "groene giraffe poetst elke dinsdag haar brommer"
FIRST_START = 180.0
"""Seconds the practice server gets to fill its register, on a laptop that does much else."""
GEZIN = "olymp"
"""A family with three children born on one day."""


class Exercise:
    """The practice environment in a folder that is removed away, and somebody in front of it."""

    def __init__(self, app: QApplication, map_: Path) -> None:
        self._app = app
        self._paths = Paths(map_ / "gegevens", map_ / "log")
        self._paths.make()
        crash_log.begin(self._paths.log)
        self._out = False
        self.program = self._start()

    @property
    def visible(self) -> bool:
        """Whether there is a window to look at."""
        return not self._out

    @property
    def walker(self) -> Walker:
        """Somebody in front of the window that is open now. Raises WalkError when it went away by itself."""
        if self._out:
            raise WalkError("the window is gone")
        return Walker(self._app, self.program.window)

    def set_up(self) -> None:
        """From the first window to the first screen of the day."""
        walker = self.walker
        walker.click("inrichten.verbind")
        walker.wait_for("inrichten.wachtzin", patience=FIRST_START)
        walker.type_text("inrichten.wachtzin", WACHTZIN)
        walker.type_text("inrichten.herhaling", WACHTZIN)
        walker.click("inrichten.maak")
        walker.wait_for("vandaag.klokken")

    def lock(self) -> None:
        """Lock by key: the window goes, and the program starts again."""
        self.walker.press_key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        if not self._out:
            raise WalkError("the program did not lock")
        self.program = self._start()

    def unlock(self) -> None:
        """Back to where the officer was."""
        walker = self.walker
        walker.type_text("ontgrendelen.wachtzin", WACHTZIN)
        walker.click("ontgrendelen.knop")
        walker.wait_until(lambda: self.program.window.scherm is not None, "unlocked")

    def close(self) -> None:
        """Close the window, and end the practice server: after a lock the window leaves that running."""
        self.program.close()
        self._server.stop()

    def _start(self) -> Program:
        self._out = False
        self._server = PracticeServer(self._paths.server)
        program = Program(
            self._app,
            self._paths,
            server=self._server,
            replace_=self._gone,
            end=self._gone,
        )
        # A walk is somebody who is there, also where a picture takes longer than a laptop sleeps.
        for watch in self._app.findChildren(Rustwacht):
            watch.blockSignals(True)
        program.start()
        return program

    def _gone(self) -> None:
        self._out = True
        self.program.window.hide()
        self.program.window.deleteLater()


def tour(map_: Path, out: TextIO) -> int:
    """Walk the practice visit; pictures go into ``map_``. Returns the exit status."""
    return with_exercise(map_, out, _loop)


def with_exercise(map_: Path, out: TextIO, loop: Callable[[Exercise, Callable[[str], None]], None]) -> int:
    """Set up a practice environment, let ``loop`` walk, and clean up. ``loop`` gets a camera."""
    map_.mkdir(parents=True, exist_ok=True)
    app = _qt()
    temporary = tempfile.mkdtemp(prefix="leerplicht-")
    exercise = Exercise(app, Path(temporary))

    def view(name: str) -> None:
        file = map_ / f"{name}.png"
        exercise.walker.view(file)
        out.write(f"  {file}\n")

    status = 1
    try:
        loop(exercise, view)
        status = 0
    except WalkError as missing:
        out.write(f"De rondleiding stopte bij: {missing}.\n")
        if exercise.visible:
            view("gestopt")
    finally:
        exercise.close()
        removed = _remove(temporary, out)
    if status == 0 and removed == 0:
        out.write("De rondleiding is klaar.\n")
    out.flush()
    os._exit(status or removed)  # the side lane may still wait for the server that was just ended


def _qt() -> QApplication:
    """Qt, without a screen where there is none."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([sys.argv[0]])
    app.setQuitOnLastWindowClosed(False)
    return app


def _remove(folder: str, out: TextIO) -> int:
    """Remove the practice folder; the exit status."""
    logging.shutdown()  # Windows throws no folder away while a file in it is open
    try:
        shutil.rmtree(folder)
    except OSError:
        out.write(f"De oefenmap bleef staan; gooi haar zelf weg: {folder}\n")
        return 1
    return 0


def _loop(exercise: Exercise, view: Callable[[str], None]) -> None:
    view("01-inrichten")
    exercise.set_up()
    walker = exercise.walker
    walker.wait_until(lambda: _syncs(exercise), "the caseload")
    view("02-vandaag")
    walker.press_key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)  # the second of the rail
    walker.wait_for("dossiers.zoek")
    walker.type_text("dossiers.zoek", GEZIN)
    walker.click_row("dossiers.lijst", 0, van=3)
    walker.wait_for("dossier.start_deurbezoek")
    view("03-dossier")
    walker.click("dossier.start_deurbezoek")
    walker.click("deurbezoek.uitkomst.alleen_ouder")
    walker.click("deurbezoek.vinkje.legitimatie")
    walker.click("deurbezoek.vinkje.doel")
    walker.click("deurbezoek.soort.gezegd")
    walker.type_text("deurbezoek.tekst", "De kinderen zijn weer op school, zegt vader.")
    view("04-deurbezoek")
    exercise.lock()
    view("05-vergrendeld")
    exercise.unlock()
    walker = exercise.walker
    walker.wait_for("deurbezoek.afronden")
    view("06-verder-waar-je-was")
    walker.click("deurbezoek.afronden")
    walker.wait_for("dossier.start_deurbezoek")
    walker.wait_until(lambda: _syncs(exercise), "sent")
    exercise.program.window.ga(Werkplek("synchronisatie"))
    walker.wait_for("synchronisatie.knop")
    view("07-verzonden")


def _syncs(exercise: Exercise) -> bool:
    view = exercise.program.sync_view
    return (
        view is not None and view.fase is SyncFase.RUST and view.laatst is not None and view.te_verzenden == 0
    )
