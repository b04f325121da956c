"""Notices in the page: an icon, one sentence, at most one link. Blocking ones say what to do first."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Label
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.paint import Box, draw_box
from leerplicht_desktop.ui.kit.tokens import Tone, Type


class NoticeKind(StrEnum):
    """What a notice tells: explanation, care, a stop, success, or opsporing (Wpg)."""

    INFO = "info"
    WARNING = "warning"
    BLOCKING = "blocking"
    DONE = "done"
    OPSPORING = "opsporing"


_LOOKS = {
    NoticeKind.INFO: (Tone.INFO, Icon.INFO, "Uitleg"),
    NoticeKind.WARNING: (Tone.WARN, Icon.TRIANGLE_ALERT, "Let op"),
    NoticeKind.BLOCKING: (Tone.DANGER, Icon.CIRCLE_ALERT, "Dit houdt je tegen"),
    NoticeKind.DONE: (Tone.OK, Icon.CHECK, "Klaar"),
    NoticeKind.OPSPORING: (Tone.OPSPORING, Icon.SCALE, "Opsporing"),
}


class Notice(Restyled):
    """One notice. `link` is the text of the one thing that helps; `followed` tells that it was pressed."""

    followed = Signal()

    def __init__(self, kind: NoticeKind, sentence: str, link: str = "") -> None:
        super().__init__()
        self._kind = kind
        self._icon = IconMark(Icon.INFO)
        self._text = Label(sentence, Type.BODY, wrap=True)
        self._link = LinkButton(link)
        self._link.clicked.connect(self.followed)
        self._box = QHBoxLayout(self)
        self._box.addWidget(self._icon, 0)
        self._box.addWidget(self._text, 1)
        self._box.addWidget(self._link, 0, Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.tell(kind, sentence, link)
        self.restyle()

    def tell(self, kind: NoticeKind, sentence: str, link: str = "") -> None:
        """Shows another notice in the same place."""
        self._kind = kind
        tone, icon, word = _LOOKS[kind]
        self._icon.set_icon(icon)
        self._icon.set_tone(tone)
        self._text.setText(sentence)
        self._link.setText(link)
        self._link.setVisible(bool(link))
        self.setAccessibleName(f"{word}: {sentence}")
        self.update()

    def take_focus(self) -> bool:
        """Puts the keyboard on its link; False when it has none."""
        if not self._link.text():
            return False
        self._link.setFocus()
        return True

    def restyle(self) -> None:
        """Scales the distances."""
        px = look().px
        self._box.setContentsMargins(px(12), px(8), px(12), px(8))
        self._box.setSpacing(px(12))
        self.setMinimumHeight(px(38))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints fill and border of the kind."""
        colours = look().tone(_LOOKS[self._kind][0])
        width = look().borders.badge
        draw_box(QPainter(self), self.rect(), Box(colours.fill, colours.border, width, look().px(6)))
