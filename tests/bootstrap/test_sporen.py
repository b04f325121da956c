"""A file dialog leaves no history of folders in the settings of the user."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_DIALOOG = """
import sys
from PySide6.QtWidgets import QApplication, QFileDialog
from leerplicht_desktop.bootstrap.sporen import geen_sporen
if sys.argv[2] == "nee":
    geen_sporen()
app = QApplication([])
dialoog = QFileDialog(None, "Opslaan", sys.argv[1])
dialoog.setOption(QFileDialog.Option.DontUseNativeDialog)
dialoog.show()
app.processEvents()
dialoog.close()
del dialoog
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the settings of Qt are a file on Linux only")
@pytest.mark.parametrize("sporen", ["ja", "nee"])
def test_no_history_of_folders_is_kept(tmp_path: Path, sporen: str) -> None:
    thuis = tmp_path / "thuis"
    thuis.mkdir()
    omgeving = {**os.environ, "HOME": str(thuis), "QT_QPA_PLATFORM": "offscreen"}
    omgeving.pop("XDG_CONFIG_HOME", None)
    subprocess.run([sys.executable, "-c", _DIALOOG, str(tmp_path), sporen], env=omgeving, check=True)
    bewaard = [pad for pad in thuis.rglob("*") if pad.is_file() and pad.name == "QtProject.conf"]
    assert bool(bewaard) is (sporen == "ja")
