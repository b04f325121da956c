"""The gallery: every part in it, nothing cut at any scale of the screen, and a light start."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from leerplicht_desktop.ui.kit.choices import Segmented
from leerplicht_desktop.ui.kit.look import Look, look
from leerplicht_desktop.ui.kit.theme import Theme
from tests.ui.kit.gallery import Gallery, main
from tests.ui.kit.measure import THEMES, cut

Dress = Callable[..., Look]
_HEAVY = ("pydantic", "reportlab", "httpx", "keyring", "pypdfium2")

_AT_SCALE = """
import json, sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from tests.ui.kit.gallery import Gallery
from leerplicht_desktop.ui.kit.theme import Theme, apply
apply(app, Theme.OUTDOORS, 10.5)
gallery = Gallery(Theme.OUTDOORS, 10.5)
gallery.resize(1900, 1000)
gallery.show()
app.processEvents()
from tests.ui.kit.measure import cut
print(json.dumps([gallery.devicePixelRatioF(), list(cut(gallery.sheet)), sorted(sys.modules)]))
"""


def _in_new_process(code: str, **environment: str) -> list[object]:
    root = Path(__file__).parents[3]
    paths = os.pathsep.join((str(root / "src"), str(root)))
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return list(json.loads(done.stdout))


@pytest.mark.parametrize("scale", ["1", "1.25", "1.5", "1.75", "2"])
def test_nothing_is_cut_at_any_scale_and_nothing_heavy_is_loaded(scale: str) -> None:
    ratio, found, modules = _in_new_process(_AT_SCALE, QT_SCALE_FACTOR=scale)
    assert ratio == float(scale)
    assert found == []
    assert isinstance(modules, list)
    assert not {name.split(".")[0] for name in modules} & set(_HEAVY)


@pytest.mark.parametrize("theme", THEMES)
def test_a_picture_of_every_theme(tmp_path: Path, dress: Dress, theme: str) -> None:
    target = tmp_path / f"{theme}.png"
    assert main(["--thema", theme, "--png", str(target)]) == 0
    assert target.stat().st_size > 50_000
    for window in QApplication.topLevelWidgets():
        window.close()
        window.deleteLater()


@pytest.mark.parametrize("points", [10.5, 21.0])
def test_nothing_is_cut_at_either_text_size(qtbot: QtBot, dress: Dress, points: float) -> None:
    dress(points=points)
    gallery = Gallery(Theme.LIGHT, points)
    qtbot.addWidget(gallery)
    gallery.resize(1900, 1000)
    gallery.show()
    QApplication.processEvents()
    assert list(cut(gallery.sheet)) == []


def test_theme_and_size_are_chosen_in_the_window(qtbot: QtBot, dress: Dress) -> None:
    gallery = Gallery(Theme.LIGHT, 10.5)
    qtbot.addWidget(gallery)
    gallery.show()
    for bar, words in ((0, "Donker"), (1, "13")):
        choices = gallery.findChildren(Segmented)[bar]
        button = next(b for b in choices.findChildren(QAbstractButton) if b.text() == words)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (look().name, look().points) == ("donker", 13)
