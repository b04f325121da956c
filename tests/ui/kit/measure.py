"""Measuring what is on screen: contrast, pictures, and parts that are cut."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from leerplicht_desktop.ui.kit.focus import FocusRing

THEMES = ("licht", "donker", "buiten", "donkercontrast")
POINTS = (10.5, 13.125, 15.75, 18.375, 21.0)
"""Text sizes that stand for 100, 125, 150, 175 and 200 percent."""


def luminance(colour: QColor) -> float:
    """Relative luminance, WCAG 2.2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: str | QColor, other: str | QColor) -> float:
    """Contrast ratio of two colours, 1 to 21, WCAG 2.2."""
    low, high = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


def shown(part: QWidget, size: QSize | None = None) -> QWidget:
    """Shows `part` at its natural size, or at `size`, and lets Qt finish."""
    part.resize(size or part.sizeHint().expandedTo(QSize(1, 1)))
    part.show()
    QApplication.processEvents()
    return part


def picture(part: QWidget) -> QImage:
    """The part as painted."""
    return part.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def colours_in(image: QImage) -> set[str]:
    """Every colour that occurs."""
    pixels = {image.pixel(x, y) for y in range(image.height()) for x in range(image.width())}
    return {QColor.fromRgb(pixel).name().upper() for pixel in pixels}


def changed_strongly(before: QImage, after: QImage, least: float = 3) -> int:
    """Number of pixels that changed with a contrast of at least `least`."""
    count = 0
    for y in range(min(before.height(), after.height())):
        for x in range(min(before.width(), after.width())):
            old, new = before.pixel(x, y), after.pixel(x, y)
            count += old != new and contrast(QColor.fromRgb(old), QColor.fromRgb(new)) >= least
    return count


def cut(root: QWidget) -> Iterator[str]:
    """Names every visible part below `root` that has less room than it needs or sticks out of what it lies
    in.
    """
    for part in root.findChildren(QWidget):
        parent = part.parentWidget()
        if isinstance(part, FocusRing) or not part.isVisibleTo(root) or parent is None or _scrolls(parent):
            continue
        need, name = part.minimumSizeHint(), f"{type(part).__name__} {part.accessibleName()!r}"
        if need.width() > part.width() or need.height() > part.height():
            yield f"{name}: {part.width()}x{part.height()}, needs {need.width()}x{need.height()}"
        if not parent.rect().contains(QRect(part.pos(), part.size())) and part.size().isValid():
            yield f"{name}: {part.geometry().getRect()} outside {parent.rect().getRect()}"


def _scrolls(parent: QWidget) -> bool:
    area = parent.parentWidget()
    return isinstance(parent, QAbstractScrollArea) or (
        isinstance(area, QAbstractScrollArea) and area.viewport() is parent
    )
