"""How something stands: an icon, one strong line and one plain line, on the colour of what it means."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Label
from leerplicht_desktop.ui.kit.layout import Column
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.paint import Box, draw_box
from leerplicht_desktop.ui.kit.tokens import Tone, Type


class Standing(Restyled):
    """One block of a card that tells how it stands. An empty strong line is left out."""

    def __init__(self) -> None:
        super().__init__()
        self._tone = Tone.INFO
        self._icon = IconMark(Icon.INFO, size=24)
        self._strong = Label("", Type.STRONG, wrap=True)
        self._plain = Label("", wrap=True)
        self._box = QHBoxLayout(self)
        self._box.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(Column(self._strong, self._plain, gap=2), 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.restyle()

    def tell(self, tone: Tone, icon: Icon, strong: str, plain: str) -> None:
        """Shows how it stands now."""
        self._tone = tone
        self._icon.set_icon(icon)
        self._icon.set_tone(tone)
        self._strong.setText(strong)
        self._strong.setVisible(bool(strong))
        self.update_line(plain)
        self.update()

    def update_line(self, plain: str) -> None:
        """Shows another plain line, such as the time that is left."""
        self._plain.setText(plain)
        self._plain.setVisible(bool(plain))
        self.setAccessibleName(" ".join(filter(None, (self._strong.text(), plain))))

    def restyle(self) -> None:
        """Scales the distances."""
        px = look().px
        self._box.setContentsMargins(px(16), px(10), px(16), px(10))
        self._box.setSpacing(px(16))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints fill and border of the tone."""
        colours = look().tone(self._tone)
        box = Box(colours.fill, colours.border, look().borders.badge, look().px(6))
        draw_box(QPainter(self), self.rect(), box)
