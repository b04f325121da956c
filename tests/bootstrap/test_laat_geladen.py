"""Acceptance check 19: the window does not wait for what only paper needs."""

from __future__ import annotations

import os
import subprocess
import sys

_START = """
import sys, tempfile
from pathlib import Path
from PySide6.QtWidgets import QApplication
from leerplicht_desktop.bootstrap.paths import paths
from leerplicht_desktop.bootstrap.program import Program
app = QApplication([])
place = paths(False)
place.make()
program = Program(app, place, server=None, replace_=app.quit, end=app.quit)
program.start()
for _ in range(20):
    app.processEvents()
print(program.window.isVisible())
heavy = ("reportlab", "pypdfium2", "page", "pyhanko", "PIL", "jinja2")
print([name for name in heavy if name in sys.modules])
sys.stdout.flush()
import os
os._exit(0)
"""


def test_the_first_window_loads_no_paper(tmp_path: object) -> None:
    home = str(tmp_path)
    world = {
        **os.environ,
        "HOME": home,
        "XDG_DATA_HOME": home,
        "XDG_STATE_HOME": home,
        "XDG_CONFIG_HOME": home,
    }
    ran = subprocess.run(
        [sys.executable, "-c", _START], capture_output=True, text=True, check=True, env=world, timeout=60
    )
    assert ran.stdout.splitlines() == ["True", "[]"]


_LATE = """
import sys
from leerplicht_desktop.bootstrap.clock import SystemClock
from leerplicht_desktop.bootstrap.paper import LatePaper
paper = LatePaper(lambda act: None, SystemClock(), "0.0")
desk = "leerplicht_desktop.documents.bureau.papier"
print(desk in sys.modules)
print(bool(paper.formulieren().beelden), desk in sys.modules)
print([name for name in ("reportlab", "pypdfium2", "page", "PIL") if name in sys.modules])
"""


def test_the_desk_is_opened_by_the_first_question_about_paper() -> None:
    """And even then the press waits until something is printed."""
    ran = subprocess.run(
        [sys.executable, "-c", _LATE], capture_output=True, text=True, check=True, timeout=60
    )
    assert ran.stdout.splitlines() == ["False", "True True", "[]"]
