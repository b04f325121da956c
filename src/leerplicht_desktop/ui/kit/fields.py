"""Fields: a label above, help below, an error as a sentence with an icon. Typed text is always plain."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from leerplicht_desktop.ui.kit.icons import Icon, paint_icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Row
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.paint import Box, draw_box, draw_line_of_text, text_width
from leerplicht_desktop.ui.kit.steady import steady
from leerplicht_desktop.ui.kit.tokens import Tone, Type


class FieldFrame(Restyled):
    """What all fields share: label, the control itself, help, error.

    The control takes the focus for the frame.
    """

    def __init__(self, label: str, control: QWidget, help_text: str = "") -> None:
        super().__init__()
        self._control, self._help_text = control, help_text
        self._label = Label(label, Type.LABEL)
        self._label.setBuddy(control)
        self._help = Label(help_text, Type.BODY, Ink.SUBTLE, wrap=True)
        if not help_text:
            self._help.hide()
        self._error_text = Label("", wrap=True)
        self._error_text.set_tone(Tone.DANGER)
        mark = IconMark(Icon.CIRCLE_ALERT, size=16)
        mark.set_tone(Tone.DANGER)
        self._error = Row(gap=6)
        self._error.box().addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        self._error.add_stretched(self._error_text)
        self._error.hide()
        control.setAccessibleName(label)
        control.setAccessibleDescription(help_text)
        self._column = QVBoxLayout(self)
        for part in (self._label, control, self._help, self._error):
            self._column.addWidget(part)
        self.setFocusProxy(control)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.restyle()

    def restyle(self) -> None:
        """Scales the distances."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(4))

    def set_help(self, text: str) -> None:
        """Changes the line below the field; empty takes it away."""
        self._help_text = text
        self._help.setText(text)
        self._help.setVisible(bool(text) and self._error.isHidden())
        self._describe()

    def set_error(self, sentence: str) -> None:
        """Shows what is wrong and how to mend it; empty takes the error away."""
        self._error_text.setText(sentence)
        self._error.setVisible(bool(sentence))
        self._help.setVisible(bool(self._help_text) and not sentence)
        self._control.setProperty("fout", bool(sentence))
        self._control.style().unpolish(self._control)
        self._control.style().polish(self._control)
        self._describe()

    @property
    def error(self) -> str:
        """The error that is shown, empty without one."""
        return self._error_text.text()

    def _describe(self) -> None:
        self._control.setAccessibleDescription(self.error or self._help_text)


class Field(FieldFrame):
    """One line of text. `changed` carries the text after each key of the officer."""

    changed = Signal(str)

    def __init__(
        self, label: str, help_text: str = "", placeholder: str = "", *, large: bool = False
    ) -> None:
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(placeholder)
        if large:
            self.edit.setProperty("maat", "groot")
        super().__init__(label, self.edit, help_text)
        self.edit.textEdited.connect(self.changed)

    def text(self) -> str:
        """What stands in the field, without what steers and does not show."""
        return steady(self.edit.text())

    def set_text(self, text: str) -> None:
        """Fills the field without telling `changed`."""
        self.edit.setText(text)

    def lock(self) -> None:
        """Makes it a field that can be read and copied but not changed; it gets the colour of paper."""
        self.edit.setReadOnly(True)


class _Combo(QComboBox):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        of, size = look(), look().px(16)
        at = QRect(self.width() - of.px(12) - size, (self.height() - size) // 2, size, size)
        ink = of.colours.text if self.isEnabled() else of.colours.disabled_text
        paint_icon(QPainter(self), Icon.CHEVRON_DOWN, at, ink)


class ChoiceField(FieldFrame):
    """One of a few options: pairs of key and text. `chosen` carries the key after a choice of the officer."""

    chosen = Signal(str)

    def __init__(self, label: str, options: list[tuple[str, str]], help_text: str = "") -> None:
        self.combo = _Combo()
        for key, text in options:
            self.combo.addItem(text, key)
        super().__init__(label, self.combo, help_text)
        self.combo.activated.connect(self._chosen)

    def key(self) -> str:
        """The key of the option that is shown; empty without options."""
        return str(self.combo.currentData() or "")

    def choose(self, key: str) -> None:
        """Shows the option `key` without telling `chosen`. Raises `KeyError` when there is none."""
        index = self.combo.findData(key)
        if index < 0:
            raise KeyError(key)
        self.combo.setCurrentIndex(index)

    def _chosen(self) -> None:
        self.chosen.emit(self.key())


class NoteEdit(QPlainTextEdit):
    """Text over more lines that grows with what is typed, from `least` to `most` lines; then it scrolls.

    The tab key goes to the next part. There is no save button: connect `textChanged`.
    """

    def __init__(self, name: str, placeholder: str = "", *, least: int = 3, most: int = 12) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)
        # A space at the end of a full line stands outside, and Qt would move the text aside to follow it.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        aside = self.horizontalScrollBar()
        aside.valueChanged.connect(lambda _: aside.setValue(0))

    def sizeHint(self) -> QSize:
        """High enough for the text, within the bounds in lines."""
        lines = min(max(int(self.document().size().height()), self._least), self._most)
        step = self.fontMetrics().lineSpacing()
        around = 2 * (look().px(9) + look().borders.control) + 2 * int(self.document().documentMargin())
        around += 1  # Qt scrolls when less than a pixel is left below the last line
        return QSize(look().px(240), lines * step + around)

    def minimumSizeHint(self) -> QSize:
        """As high as the text, narrow enough for a narrow window."""
        return QSize(look().px(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Counts the lines again at another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


class NoteField(FieldFrame):
    """A `NoteEdit` with label, help and error. `changed` tells that the text changed."""

    changed = Signal()

    def __init__(
        self, label: str, help_text: str = "", placeholder: str = "", *, least: int = 3, most: int = 12
    ) -> None:
        self.edit = NoteEdit(label, placeholder, least=least, most=most)
        super().__init__(label, self.edit, help_text)
        self.edit.textChanged.connect(self.changed)

    def text(self) -> str:
        """What stands in the field."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Fills the field."""
        self.edit.setPlainText(text)


class SearchField(QLineEdit):
    """A search box with a magnifying glass and, at its right end, the keys that lead to it ("Ctrl F")."""

    def __init__(self, name: str, keys: str = "") -> None:
        super().__init__()
        self._keys = keys
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setClearButtonEnabled(False)
        self._leave_room()

    def changeEvent(self, event: QEvent) -> None:
        """Leaves room for icon and keys at the new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._leave_room()

    def _leave_room(self) -> None:
        right = self._keys_width() + look().px(8) if self._keys else 0
        self.setTextMargins(look().px(28), 0, right, 0)

    def _keys_width(self) -> int:
        return text_width(self._keys, look().font(Type.AXIS)) + look().px(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the field, the glass and the keys."""
        super().paintEvent(event)
        painter, of, size = QPainter(self), look(), look().px(20)
        ink = of.colours.text if self.isEnabled() else of.colours.disabled_text
        paint_icon(painter, Icon.SEARCH, QRect(of.px(12), (self.height() - size) // 2, size, size), ink)
        if not self._keys or self.text():
            return
        width, height = self._keys_width(), of.px(20)
        rect = QRect(self.width() - width - of.px(10), (self.height() - height) // 2, width, height)
        draw_box(painter, rect, Box(of.colours.subtle, of.colours.line, 1, of.px(4)))
        centre = Qt.AlignmentFlag.AlignHCenter
        draw_line_of_text(painter, rect, self._keys, of.font(Type.AXIS), of.colours.text_subtle, centre)
