"""Every part of the kit with all its states in one window: living documentation, and its pictures.

`python -m tests.ui.kit.gallery [--thema donker] [--letter 14] [--png uit.png]`
"""

import argparse
import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from leerplicht_desktop.ui.kit.choices import Segmented
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.paint import Box, draw_box
from leerplicht_desktop.ui.kit.theme import Theme, apply, dress_window
from leerplicht_desktop.ui.kit.tokens import BODY_POINTS, Type
from tests.ui.kit import gallery_lists, gallery_parts
from tests.ui.kit.gallery_still import show_still_rings

_COLUMN = 560
_POINTS = ("10.5", "13", "16", "18.5", "21")

Section = Callable[[], QWidget]


class Gallery(Restyled):
    """The window. At the top the officer's own choices: theme and text size."""

    def __init__(self, theme: Theme, points: float) -> None:
        super().__init__()
        self.setWindowTitle("Onderdelen")
        self._theme, self._points = theme, points
        self.sheet = _Sheet()
        area = QScrollArea()
        area.setAccessibleName("Onderdelen")
        area.setWidget(self.sheet)
        area.setWidgetResizable(True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self._choices())
        self._box.addWidget(area, 1)

    def _choices(self) -> QWidget:
        themes = Segmented("Thema", [(theme, theme.capitalize(), None) for theme in Theme])
        themes.choose(self._theme)
        sizes = Segmented("Lettergrootte in punten", [(size, size, None) for size in _POINTS])
        if f"{self._points:g}" in _POINTS:
            sizes.choose(f"{self._points:g}")
        themes.picked.connect(self._choose_theme)
        sizes.picked.connect(self._choose_size)
        return Row(Label("Thema"), themes, Label("Letter"), sizes, 1, gap=12, margins=(24, 12, 24, 12))

    def _choose_theme(self, key: str) -> None:
        self._theme = Theme(key)
        self._dress()

    def _choose_size(self, key: str) -> None:
        self._points = float(key)
        self._dress()

    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply(app, self._theme, self._points)


class _Sheet(Restyled):
    """All sections in two columns, as in the design."""

    def __init__(self) -> None:
        super().__init__()
        self._left = _column(gallery_parts.LEFT)
        self._right = _column([*gallery_parts.RIGHT, *gallery_lists.RIGHT])
        self._third = _column(gallery_lists.THIRD)
        self._box = QHBoxLayout(self)
        for column in (self._left, self._right, self._third):
            self._box.addWidget(column, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addStretch(1)
        self.restyle()

    def paintEvent(self, _: QPaintEvent) -> None:
        draw_box(QPainter(self), self.rect(), Box(look().colours.canvas))

    def restyle(self) -> None:
        self._box.setSpacing(look().px(32))
        self._box.setContentsMargins(*(4 * (look().px(32),)))
        for column in (self._left, self._right, self._third):
            column.setFixedWidth(look().px(_COLUMN))


def _column(sections: Sequence[tuple[str, Section]]) -> Column:
    column = Column(gap=32)
    for title, build in sections:
        column.add(Column(Label(title, Type.HEADING, wrap=True), build(), gap=8))
    return column


def main(arguments: Sequence[str]) -> int:
    """Opens the window, or with `--png` writes its picture and ends. Returns the exit code."""
    parser = argparse.ArgumentParser(description="Alle onderdelen van de vensters")
    parser.add_argument("--thema", type=Theme, choices=list(Theme), default=Theme.LIGHT)
    parser.add_argument("--letter", type=float, default=BODY_POINTS, help="punten, 10.5 tot 21")
    parser.add_argument("--png", help="schrijf een plaatje en stop")
    chosen = parser.parse_args(arguments)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        return 1
    apply(app, chosen.thema, chosen.letter)
    gallery = Gallery(chosen.thema, chosen.letter)
    dress_window(gallery)
    gallery.resize(look().px(1_260), look().px(900))
    gallery.show()
    show_still_rings(gallery.sheet)
    if not chosen.png:
        return app.exec()
    app.processEvents()
    show_still_rings(gallery.sheet)
    return 0 if gallery.sheet.grab().save(chosen.png) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
