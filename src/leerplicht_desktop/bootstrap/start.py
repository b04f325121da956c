"""Opens the one window of the program, or brings the one that runs already to the front."""

from __future__ import annotations

import logging
import os
import sys
from types import TracebackType

from PySide6.QtWidgets import QApplication, QMessageBox

from leerplicht_desktop.casework.ports.beleid import VRIJ
from leerplicht_desktop.casework.problems import BekendProbleem, KluisBezet
from leerplicht_desktop.machine import crash_log
from leerplicht_desktop.machine.lock import restart_process
from leerplicht_desktop.machine.modes import keep_private, shut
from leerplicht_desktop.machine.policy import read_policy
from leerplicht_desktop.machine.shield import shield_process
from leerplicht_desktop.machine.single import Single
from leerplicht_desktop.machine.traces import leave_no_traces
from leerplicht_desktop.store import FolderLock, hold_folder

from .language import speak_dutch
from .paths import Paths, paths
from .practising import Practice, PracticeServer


def open_window(arguments: list[str], practice: Practice | None) -> int:
    """Run until the window is closed; ``practice`` makes it the practice environment.

    Returns the exit status when another program took over or nothing could be opened.
    """
    shield_process()
    place = paths(practice is not None)
    leave_no_traces()
    keep_private()
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Leerplicht Desktop")
    speak_dutch(app)
    app.setQuitOnLastWindowClosed(False)
    single = Single(place.data)
    try:
        place.make()
        lock = hold_folder(place.kluis)
        shut(place.data)
    except KluisBezet as taken:
        return _point_to(single, taken)
    except BekendProbleem as problem:
        return _refuse(str(problem))
    crash_log.begin(place.log)
    server = practice.server(place.server) if practice is not None else None
    return _run(app, place, (single, lock), server, arguments)


def _point_to(single: Single, taken: KluisBezet) -> int:
    """The other window comes to the front; where it cannot be reached a box says where it is."""
    if not single.wake_other():
        return _refuse(str(taken))
    sys.stderr.write(f"{taken}\n")
    return 0


def _refuse(text: str) -> int:
    sys.stderr.write(text + "\n")  # run_guarded sees to it that there is one
    QMessageBox(QMessageBox.Icon.Warning, "Leerplicht Desktop", text).exec()
    return 1


def _run(
    app: QApplication,
    place: Paths,
    held: tuple[Single, FolderLock],
    server: PracticeServer | None,
    arguments: list[str],
) -> int:
    from .first_paint import FirstPaint  # a second start, which only wakes the first, needs no window
    from .program import Program

    single, lock = held

    def replace_process() -> None:
        single.let_go()
        lock.hand_over()
        logging.shutdown()
        restart_process(arguments)

    policy = read_policy() if server is None else VRIJ  # practice has a server of its own, and nothing real
    program = Program(app, place, server=server, replace_=replace_process, end=app.quit, policy=policy)

    def bug(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        logging.getLogger("leerplicht.bug").error("unforeseen", exc_info=(kind, fault, trace))
        program.bug(kind)

    sys.excepthook = bug
    single.hold(program.to_front)
    program.window.installEventFilter(FirstPaint(program.window))
    program.start()
    status = app.exec()
    logging.shutdown()
    sys.stdout.flush()
    os._exit(status)  # a request that still waits for the network must not keep the program alive
