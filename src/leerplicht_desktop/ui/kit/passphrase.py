"""The field for the wachtzin: hidden text, a "Toon" button, a warning for Caps Lock and the name of the
keyboard.
"""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.fields import FieldFrame
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Row
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.tokens import Tone


class CapsWatch(QObject):
    """Learns from typed letters whether Caps Lock is on, because Qt does not tell. It watches one field."""

    changed = Signal(bool)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.on = False
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Compares each letter with the shift key; the Caps Lock key itself turns what is known around."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            now = self._learn(event)
            if now is not self.on:
                self.on = now
                self.changed.emit(now)
        return super().eventFilter(watched, event)

    def _learn(self, event: QKeyEvent) -> bool:
        text = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            return not self.on
        if len(text) == 1 and text.isalpha() and text.lower() != text.upper():
            return text.isupper() is not bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return self.on


class _ShowButton(LinkButton):
    """Stands inside the field, so it has no line under its text."""

    def __init__(self) -> None:
        super().__init__("Toon", Icon.EYE)
        self.setCheckable(True)
        self.setAccessibleName("Toon wachtzin")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter typed here stays here: Qt would hand it on to the field the button stands in."""
        super().keyPressEvent(event)
        if event.text().isprintable() and event.text():
            event.accept()


class PassphraseField(FieldFrame):
    """A passphrase: pasting is allowed, nothing is remembered or predicted. Enter emits `submitted`."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, label: str = "Wachtzin", help_text: str = "", *, large: bool = True) -> None:
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        if large:
            self.edit.setProperty("maat", "groot")
        super().__init__(label, self.edit, help_text)
        self.show_button: QPushButton = _ShowButton()
        self.show_button.setParent(self.edit)
        self.show_button.toggled.connect(self._reveal)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self.changed)
        self.edit.returnPressed.connect(self.submitted)
        self._caps, self._keyboard = _caps_line(), _keyboard_line()
        self._column.addWidget(self._caps)
        self._column.addWidget(self._keyboard)
        CapsWatch(self.edit).changed.connect(self._caps.setVisible)
        self._place()

    def text(self) -> str:
        """The passphrase as typed."""
        return self.edit.text()

    def clear(self) -> None:
        """Empties the field and hides what is typed next."""
        self.edit.clear()
        self.show_button.setChecked(False)

    def restyle(self) -> None:
        """Scales the distances and the room for the button."""
        super().restyle()
        if hasattr(self, "show_button"):
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps the button at the right end of the field."""
        if isinstance(event, QResizeEvent):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        hint = self.show_button.sizeHint()
        self.show_button.resize(hint)
        x = self.edit.width() - hint.width() - look().px(14)
        self.show_button.move(x, (self.edit.height() - hint.height()) // 2)
        self.edit.setTextMargins(0, 0, hint.width() + look().px(8), 0)

    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        self.show_button.setText("Verberg" if shown else "Toon")
        self.show_button.setAccessibleName("Verberg wachtzin" if shown else "Toon wachtzin")
        self._place()


def in_a_row(fields: Sequence[PassphraseField], then: QWidget) -> None:
    """Tab goes from field to field and to ``then``, and only after that to the buttons inside the fields:
    whoever types a wachtzin with spaces without looking must not press "Toon". All share one window.
    """
    stops = [*(field.edit for field in fields), then, *(field.show_button for field in fields)]
    for first, second in pairwise(stops):
        QWidget.setTabOrder(first, second)


def _caps_line() -> QWidget:
    mark, text = IconMark(Icon.ARROW_BIG_UP), Label("Caps Lock staat aan")
    mark.set_tone(Tone.WARN)
    text.set_tone(Tone.WARN)
    line = Row(mark, text, 1)
    line.hide()
    return line


def _keyboard_line() -> QWidget:
    name = QGuiApplication.inputMethod().locale().nativeLanguageName()
    line = Row(IconMark(Icon.KEYBOARD, Ink.SUBTLE), Label(f"Toetsenbord: {name}", ink=Ink.SUBTLE), 1)
    if not name:
        line.hide()
    return line
