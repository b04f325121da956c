"""Opens the one window of the program, or brings the one that runs already to the front."""

from __future__ import annotations

import logging
import os
import sys
from types import TracebackType

from PySide6.QtWidgets import QApplication, QMessageBox

from leerplicht_desktop.casework.problems import KnownProblem

from . import logboek
from .enig import Enig
from .paden import Paden, paden
from .practising import Practice, PracticeServer
from .sporen import geen_sporen
from .taal import spreek_nederlands
from .vergrendeling import vervang_proces


def open_window(arguments: list[str], practice: Practice | None) -> int:
    """Run until the window is closed; ``practice`` makes it the practice environment.

    Returns the exit status when another program took over or nothing could be opened.
    """
    place = paden(practice is not None)
    geen_sporen()
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Leerplicht Desktop")
    spreek_nederlands(app)
    app.setQuitOnLastWindowClosed(False)
    single = Enig(place.gegevens)
    if single.wek_andere():
        return 0
    try:
        place.maak()
    except KnownProblem as problem:
        return _refuse(str(problem))
    logboek.begin(place.log)
    server = practice.server(place.server) if practice is not None else None
    return _run(app, place, single, server, arguments)


def _refuse(text: str) -> int:
    sys.stderr.write(text + "\n")
    QMessageBox(QMessageBox.Icon.Warning, "Leerplicht Desktop", text).exec()
    return 1


def _run(
    app: QApplication, place: Paden, single: Enig, server: PracticeServer | None, arguments: list[str]
) -> int:
    from .eerste_beeld import EersteBeeld  # a second start, which only wakes the first, needs no window
    from .program import Programma

    def replace_process() -> None:
        single.laat_los()
        logging.shutdown()
        vervang_proces(arguments)

    program = Programma(app, place, server=server, vervang=replace_process, einde=app.quit)

    def bug(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        logging.getLogger("leerplicht.bug").error("unforeseen", exc_info=(kind, fault, trace))
        program.bug(kind)

    sys.excepthook = bug
    single.houd(program.naar_voren)
    program.venster.installEventFilter(EersteBeeld(program.venster))
    program.start()
    status = app.exec()
    logging.shutdown()
    sys.stdout.flush()
    os._exit(status)  # a request that still waits for the network must not keep the program alive
