"""Tabs, 40 high with a foot of three pixels.

What does not fit goes under "Meer"; the chosen tab always stays in view.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QSizePolicy, QTabBar

from leerplicht_desktop.ui.kit import focus
from leerplicht_desktop.ui.kit.buttons import Button, Skin
from leerplicht_desktop.ui.kit.icons import Icon, paint_icon
from leerplicht_desktop.ui.kit.label import plain
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.paint import Box, draw_box, draw_line_of_text, text_width
from leerplicht_desktop.ui.kit.tokens import Type


class _Bar(QTabBar):
    def __init__(self) -> None:
        super().__init__()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(self.words_width(index) + look().sizes.tab_gap, look().sizes.tab)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def words_width(self, index: int) -> int:
        return text_width(self.tabText(index), look().font(Type.BODY, 400), look().font(Type.BODY, 600))

    def sizeHint(self) -> QSize:
        shown = [self.tabSizeHint(at).width() for at in range(self.count()) if self.isTabVisible(at)]
        return QSize(sum(shown), look().sizes.tab)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, look().sizes.tab)

    def focus_shape(self) -> tuple[QRect, int]:
        rect = self._words_rect(self.currentIndex())
        return rect.adjusted(-look().px(2), look().px(4), look().px(2), 0), look().px(4)

    def _words_rect(self, index: int) -> QRect:
        rect = self.tabRect(index)
        return QRect(rect.x(), rect.y(), self.words_width(index), rect.height())

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, of = QPainter(self), look()
        under = self.mapFromGlobal(self.cursor().pos()) if self.underMouse() else QPoint(-1, -1)
        for index in range(self.count()):
            if not self.isTabVisible(index):
                continue
            rect, chosen = self._words_rect(index), index == self.currentIndex()
            pointed = self.tabRect(index).contains(under)
            foot = QRect(rect.x(), rect.bottom() + 1 - of.sizes.tab_foot, rect.width(), of.sizes.tab_foot)
            if chosen or pointed:
                draw_box(painter, foot, Box(of.colours.link if chosen else of.colours.line))
            font = of.font(Type.BODY, 600 if chosen else 400)
            ink = of.colours.link if chosen else of.colours.text if pointed else of.colours.text_subtle
            words = self.tabText(index).replace("&&", "&")
            draw_line_of_text(painter, rect.adjusted(0, 0, 2, 0), words, font, ink)


class _More(Button):
    weight = 400

    def __init__(self) -> None:
        super().__init__("Meer", Icon.CHEVRON_DOWN)
        self.setAccessibleDescription("Meer tabbladen")

    def design_height(self) -> int:
        return look().sizes.tab

    def _icon_size(self) -> int:
        return look().px(16)

    def sizeHint(self) -> QSize:
        return QSize(self._content_width(), self.design_height())

    def paint_content(self, painter: QPainter, rect: QRect, ink: str) -> None:
        size, text = self._icon_size(), rect.adjusted(0, 0, -self._icon_size(), 0)
        draw_line_of_text(painter, text, self.text(), self._text_font(), ink)
        y = (rect.height() - size) // 2
        paint_icon(painter, Icon.CHEVRON_DOWN, QRect(rect.right() - size + 1, y, size, size), ink)

    def skin(self) -> Skin:
        colours = look().colours
        return Skin("", "", colours.text if self.pointed else colours.text_subtle)


class Tabs(Restyled):
    """A row of tabs: pairs of key and words.

    `chosen` carries the key when the officer goes to another tab.
    """

    chosen = Signal(str)

    def __init__(self, name: str, tabs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._keys = [key for key, _ in tabs]
        self._words = dict(tabs)
        self._bar, self._more = _Bar(), _More()
        self._bar.setAccessibleName(name)
        for _, words in tabs:
            self._bar.addTab(plain(words))
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._box.addWidget(self._bar)
        self._box.addWidget(self._more)
        self._box.addStretch(1)
        self._more.hide()
        self.setFocusProxy(self._bar)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._quiet = False
        self._bar.currentChanged.connect(self._went)
        self._more.clicked.connect(self._open_menu)

    @property
    def key(self) -> str:
        """The key of the chosen tab."""
        return self._keys[self._bar.currentIndex()]

    def choose(self, key: str) -> None:
        """Goes to the tab `key` without emitting `chosen`. Raises `KeyError` when there is none."""
        if key not in self._words:
            raise KeyError(key)
        self._quiet = True
        self._show(key)
        self._quiet = False

    def set_count(self, key: str, count: int) -> None:
        """Shows a number behind the words of a tab; 0 shows none."""
        words = f"{self._words[key]} {count}" if count else self._words[key]
        self._bar.setTabText(self._keys.index(key), plain(words))
        self.restyle()

    def minimumSizeHint(self) -> QSize:
        """Room for one tab and "Meer"."""
        widest = max((self._bar.tabSizeHint(at).width() for at in range(len(self._keys))), default=0)
        return QSize(widest + self._more.sizeHint().width(), look().sizes.tab)

    def restyle(self) -> None:
        """Decides again what fits."""
        self._fit()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Moves tabs under "Meer" or back."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        widths = [self._bar.tabSizeHint(at).width() for at in range(len(self._keys))]
        current = self._bar.currentIndex()
        all_fit = sum(widths) - look().sizes.tab_gap <= self.width()
        room = self.width() if all_fit else self.width() - self._more.sizeHint().width() - widths[current]
        room += look().sizes.tab_gap if all_fit else 0
        for at, width in enumerate(widths):
            shown = all_fit or at == current or width <= room
            room -= width if at != current or all_fit else 0
            room = room if shown else -1
            self._bar.setTabVisible(at, shown)
        self._more.setVisible(not all_fit)
        self._bar.updateGeometry()

    def _show(self, key: str) -> None:
        at = self._keys.index(key)
        self._bar.setTabVisible(at, True)
        self._bar.setCurrentIndex(at)
        self._fit()

    def _went(self, at: int) -> None:
        self._fit()
        focus.refresh(self._bar)
        if at >= 0 and not self._quiet:
            self.chosen.emit(self._keys[at])

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for at, key in enumerate(self._keys):
            if not self._bar.isTabVisible(at):
                menu.addAction(self._bar.tabText(at)).setData(key)
        menu.triggered.connect(lambda action: self._show(str(action.data())))
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))
