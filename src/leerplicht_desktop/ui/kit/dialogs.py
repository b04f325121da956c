"""A dialog inside the window, over a shade.

Nothing is lost by it: the safe choice has the focus and is what Esc takes.
"""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from leerplicht_desktop.ui.kit.buttons import Button, DestructiveButton, FullButton, OutlinedButton
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Row
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.paint import Box, draw_box
from leerplicht_desktop.ui.kit.tokens import Type

_SHADOW = 24
_SHADOW_STEPS = 16
_SHADOW_STEP = "#04000000"


def announce(part: QWidget, words: str) -> None:
    """Lets a screen reader say `words` at once, without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(part, words))


class _Panel(Restyled):
    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.addWidget(Label(title, Type.HEADING, wrap=True))
        if text:
            self.column.addWidget(Label(text, wrap=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(title)
        self.restyle()

    def restyle(self) -> None:
        self.column.setContentsMargins(*(4 * (look().sizes.dialog_padding,)))
        self.column.setSpacing(look().px(12))

    def paintEvent(self, _: QPaintEvent) -> None:
        of = look()
        border = of.colours.border if of.outlined else of.colours.line
        draw_box(QPainter(self), self.rect(), Box(of.colours.surface, border, of.borders.control, of.px(8)))


class Dialog(Restyled):
    """One question with two answers. `safe` is the full button; `other` is outlined, red when `destructive`.

    Add what the question needs with `add` before `open`. It closes and deletes itself after an answer and
    gives
    the focus back. A click beside it does nothing.
    """

    chose_safe = Signal()
    chose_other = Signal()

    def __init__(self, window: QWidget, title: str, text: str, safe: str, other: str = "") -> None:
        super().__init__(window)
        self.hide()
        self._said = f"{title}. {text}"
        self._before: QWidget | None = None
        self._shadow = QPixmap()
        self._panel = _Panel(title, text)
        self._panel.setParent(self)
        self.safe_button: Button = FullButton(safe)
        self.other_button: Button = OutlinedButton(other)
        self._answers = Row(gap=8, margins=(0, 8, 0, 0))
        self._answers.add(self.other_button, 1, self.safe_button)
        self.other_button.setVisible(bool(other))
        self._panel.column.addWidget(self._answers)
        self.safe_button.clicked.connect(self._answer_safe)
        self.other_button.clicked.connect(self._answer_other)
        window.installEventFilter(self)

    def make_destructive(self, icon: Icon = Icon.TRASH_2) -> None:
        """Makes the other answer red: it takes something away."""
        red = DestructiveButton(self.other_button.text(), icon)
        red.clicked.connect(self._answer_other)
        self._answers.box().replaceWidget(self.other_button, red)
        self.other_button.hide()
        self.other_button.deleteLater()
        self.other_button = red

    def add(self, part: QWidget) -> None:
        """Adds a part above the answers, such as a field in which WISSEN must be typed."""
        self._panel.column.insertWidget(self._panel.column.count() - 1, part)

    def open(self) -> None:
        """Shows the dialog over the window and moves the focus to the safe answer."""
        self._before = self.window().focusWidget()
        self._fit()
        self.show()
        self.raise_()
        self.safe_button.setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, self._said)

    @classmethod
    def is_open_in(cls, window: QWidget) -> bool:
        """True while a dialog covers `window`; the frame then ignores its own shortcuts."""
        return any(isinstance(child, cls) and child.isVisible() for child in window.children())

    def restyle(self) -> None:
        """Draws the shadow again and centres the panel."""
        self._shadow = QPixmap()
        if self.isVisible():
            QApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays as large as the window."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Centres the panel again when its content changes size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is the safe answer; no other key reaches what lies below."""
        if event.key() == Qt.Key.Key_Escape:
            self._answer_safe()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The tab key stays inside the dialog."""
        stops = [part for part in _chain(self) if _takes_tab(part)]
        if not stops:
            return False
        at = next((i for i, part in enumerate(stops) if part.hasFocus()), -1)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the shade, and the shadow where the theme has one."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look().colours.shade))
        if look().outlined:
            return
        spread = look().px(_SHADOW)
        if self._shadow.isNull():
            self._shadow = _shadow(self._panel.size(), spread, self.devicePixelRatioF())
        place = self._panel.pos()
        painter.drawPixmap(place.x() - spread, place.y() - spread + look().px(8), self._shadow)

    def _fit(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        width = min(max(look().sizes.dialog, self._panel.minimumSizeHint().width()), parent.width())
        height = max(self._panel.heightForWidth(width), self._panel.minimumSizeHint().height())
        rect = QRect(0, 0, width, min(height, parent.height()))
        rect.moveCenter(self.rect().center())
        if rect.size() != self._panel.size():
            self._shadow = QPixmap()
        self._panel.setGeometry(rect)

    def _answer_safe(self) -> None:
        self._close()
        self.chose_safe.emit()

    def _answer_other(self) -> None:
        self._close()
        self.chose_other.emit()

    def _close(self) -> None:
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()


def _takes_tab(part: QWidget) -> bool:
    wants = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return wants and part.isVisible() and part.isEnabled() and part.focusProxy() is None


def _chain(dialog: QWidget) -> list[QWidget]:
    """What lies in `dialog`, in the order of the tab key."""
    found: list[QWidget] = []
    part = dialog.nextInFocusChain()
    while part is not None and part is not dialog:
        if dialog.isAncestorOf(part):
            found.append(part)
        part = part.nextInFocusChain()
    return found


def _shadow(size: QSize, spread: int, ratio: float) -> QPixmap:
    """The shadow of the panel, painted once: rings that grow fainter outwards."""
    picture = QPixmap(round((size.width() + 2 * spread) * ratio), round((size.height() + 2 * spread) * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    whole = QRect(0, 0, size.width() + 2 * spread, size.height() + 2 * spread)
    for step in range(_SHADOW_STEPS):
        inset = round(spread * (step / _SHADOW_STEPS) ** 0.5)
        ring = whole.adjusted(inset, inset, -inset, -inset)
        draw_box(painter, ring, Box(_SHADOW_STEP, "", 1, spread - inset + look().px(8)))
    painter.end()
    return picture
