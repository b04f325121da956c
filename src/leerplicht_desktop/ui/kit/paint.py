"""The few shapes that every part is painted with: a flat box, a hatch, text on one line."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen

MNEMONIC = Qt.TextFlag.TextShowMnemonic
_CENTRE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Box:
    """A rounded box: `fill` and `border` as colour names, empty for none;

    `width` of the border and `radius` in pixels.
    """

    fill: str = ""
    border: str = ""
    width: int = 1
    radius: float = 0
    dashed: bool = False


def draw_box(painter: QPainter, rect: QRect, box: Box) -> None:
    """Draws `box` with its border wholly inside `rect`, so that the painted size is the real size."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = box.width / 2 if box.border else 0
    area = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    radius = max(0.0, min(box.radius, rect.height() / 2, rect.width() / 2) - inset)
    painter.setPen(_pen(box))
    painter.setBrush(QColor(box.fill) if box.fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area, radius, radius)
    painter.restore()


def _pen(box: Box) -> QPen:
    if not box.border or not box.width:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(QColor(box.border), box.width)
    if box.dashed:
        pen.setDashPattern([3, 2])
    return pen


def draw_hatch(painter: QPainter, rect: QRectF, colour: str, gap: float, width: float) -> None:
    """Fills `rect` with slanting lines, the pattern that means "sick or leave" or "holiday"."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRect(rect)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(QColor(colour), width))
    at = rect.left() - rect.height()
    while at < rect.right():
        painter.drawLine(QLineF(at, rect.bottom(), at + rect.height(), rect.top()))
        at += gap
    painter.restore()


def draw_line_of_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    colour: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Writes `text` on one line in `rect`, in the middle of its height; what does not fit ends in an
    ellipsis.
    """
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, align | _CENTRE | Qt.TextFlag.TextSingleLine, shown)


def text_width(text: str, *fonts: QFont) -> int:
    """Width of `text` in pixels in the widest of `fonts`, an `&` before a shortcut letter not counted."""
    return max(QFontMetrics(font).size(MNEMONIC, text).width() for font in fonts)
