"""What every test of a window needs: no screen, one look for the session, nothing alive between tests."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.ui.kit.look import Look
from leerplicht_desktop.ui.kit.theme import Theme, apply, dress_window
from leerplicht_desktop.ui.kit.tokens import BODY_POINTS

_AWAY = (20_000, 20_000)


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp: QApplication) -> None:
    """The theme once per session: a style sheet per test restyles every widget alive and made the suite 68
    times slower.
    """
    apply(qapp, Theme.LIGHT, BODY_POINTS)


class Dresser(QtBot):
    """Dresses what a test shows as a window, as the program does with its own."""

    def addWidget(self, widget: QWidget, **kwargs: Any) -> None:  # noqa: N802 - the name of pytest-qt
        dress_window(widget)
        super().addWidget(widget, **kwargs)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return Dresser(request)


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    """`processEvents` does not run `deleteLater`, so widgets would pile up over the session; and a pointer
    left over the window of one test paints the next one's button as hovered.
    """
    QCursor.setPos(*_AWAY)
    for window in QApplication.topLevelWidgets():
        # Shown by a test and held by nobody any more: among the windows of this one it would count.
        window.hide()
    yield
    _bury()


def _bury() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def dress(qapp: QApplication) -> Iterator[Callable[..., Look]]:
    """Puts another theme or text size in force and takes it back after the test, when its window is gone:
    a style sheet dresses every part that is alive.
    """

    def change(theme: Theme = Theme.LIGHT, points: float = BODY_POINTS) -> Look:
        return apply(qapp, theme, points)

    yield change
    _bury()
    apply(qapp, Theme.LIGHT, BODY_POINTS)
