"""The program leaves no history of folders in the settings of the user when it asks where to save."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAMMA = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from leerplicht_desktop.__main__ import main
from leerplicht_desktop.bootstrap import program
from leerplicht_desktop.machine import traces

map_, sporen_toegestaan = sys.argv.pop(1), sys.argv.pop(1) == "ja"
if sporen_toegestaan:
    traces.leave_no_traces = lambda: None
gewoon = program.Program.start

def vraag_een_map():
    dialoog = QFileDialog(None, "Opslaan", map_)
    dialoog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialoog.show()
    QApplication.processEvents()
    dialoog.close()
    dialoog.deleteLater()
    QTimer.singleShot(0, QApplication.quit)

def start(self):
    gewoon(self)
    QTimer.singleShot(0, vraag_een_map)

program.Program.start = start
sys.exit(main())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the settings of Qt are a file on Linux only")
@pytest.mark.parametrize("sporen", ["ja", "nee"])
def test_no_history_of_folders_is_kept(tmp_path: Path, sporen: str) -> None:
    """With the guard taken away the same run does leave a file: so it is the program that switches it on."""
    thuis = tmp_path / "thuis"
    thuis.mkdir()
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("XDG_")}
    omgeving |= {"HOME": str(thuis), "QT_QPA_PLATFORM": "offscreen"}
    opdracht = [sys.executable, "-c", _PROGRAMMA, str(tmp_path), sporen]
    subprocess.run(opdracht, env=omgeving, check=True, timeout=60)
    bewaard = [pad for pad in thuis.rglob("*") if pad.is_file() and pad.name == "QtProject.conf"]
    assert bool(bewaard) is (sporen == "ja")
