"""The bar at the bottom: saved when, encrypted, and at the right one fact of the screen.

Nothing is ever unsaved.
"""

from datetime import datetime

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.paint import Box, draw_box
from leerplicht_desktop.ui.kit.tokens import Tone, Type


class SavedLabel(Restyled):
    """ "Bewaard 14:07:31" with a check, always at the bottom left. `large` for the screens at the door."""

    def __init__(self, *, large: bool = False) -> None:
        super().__init__()
        self._mark = IconMark(Icon.CHECK, size=20 if large else 16)
        self._text = Label("", Type.RECORDER if large else Type.LABEL)
        self._mark.set_tone(Tone.OK)
        self._text.set_tone(Tone.OK)
        self._box = QHBoxLayout(self)
        self._box.addWidget(self._mark)
        self._box.addWidget(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.set_saved(None)
        self.restyle()

    def set_saved(self, at: datetime | None) -> None:
        """Shows the local time of the last commit; None when nothing was typed yet."""
        text = "Alles is bewaard" if at is None else f"Bewaard {at:%H:%M:%S}"
        self._text.setText(text)
        self.setAccessibleName(text)

    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def restyle(self) -> None:
        """Scales the distances."""
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(look().px(10))


class StatusBar(Restyled):
    """The bar itself, 32 high."""

    def __init__(self) -> None:
        super().__init__()
        self.saved = SavedLabel()
        self._lock = IconMark(Icon.LOCK, Ink.SUBTLE, 16)
        self._encrypted = Label("Versleuteld op dit apparaat", ink=Ink.SUBTLE, elide=True)
        self._right = Label("", ink=Ink.SUBTLE, elide=True)
        self._box = QHBoxLayout(self)
        self._box.addWidget(self.saved)
        self._box.addSpacing(0)
        self._box.addWidget(self._lock)
        self._box.addWidget(self._encrypted)
        self._box.addStretch(1)
        self._box.addWidget(self._right)
        self.setAccessibleName("Statusbalk")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.restyle()

    def set_saved(self, at: datetime | None) -> None:
        """Shows the local time of the last commit."""
        self.saved.set_saved(at)

    def set_right(self, text: str) -> None:
        """Shows the one fact of this screen, such as "Laatste synchronisatie vandaag 08:12"."""
        self._right.setText(text)

    def restyle(self) -> None:
        """Scales height and distances."""
        px = look().px
        self.setFixedHeight(look().sizes.statusbar)
        self._box.setContentsMargins(px(24), 0, px(24), 0)
        self._box.setSpacing(px(10))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints surface and upper line."""
        painter, of = QPainter(self), look()
        draw_box(painter, self.rect(), Box(of.colours.subtle))
        draw_box(painter, self.rect().adjusted(0, 0, 0, 1 - self.height()), Box(of.colours.line))
