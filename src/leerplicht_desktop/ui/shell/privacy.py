"""The privacy screen: one opaque sheet over everything, put up within a frame."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.tokens import Type


class Privacyscherm(QWidget):
    """Hides only: nothing is closed and nothing is lost. F9, a click or Escape takes it away."""

    def __init__(self, venster: QWidget) -> None:
        super().__init__(venster)
        self._venster = venster
        self._focus: QWidget | None = None
        self.setObjectName("privacyscherm")
        self.setAccessibleName(self.tr("Scherm verborgen"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        doos = QVBoxLayout(self)
        doos.addStretch(1)
        doos.addWidget(IconMark(Icon.EYE_OFF, Ink.SUBTLE, 32), 0, Qt.AlignmentFlag.AlignHCenter)
        doos.addWidget(Label(self.tr("Scherm verborgen"), Type.HEADING), 0, Qt.AlignmentFlag.AlignHCenter)
        doos.addWidget(
            Label(self.tr("Druk op F9 of tik om verder te gaan."), ink=Ink.SUBTLE),
            0,
            Qt.AlignmentFlag.AlignHCenter,
        )
        doos.addStretch(1)
        self.hide()
        venster.installEventFilter(self)

    @property
    def aan(self) -> bool:
        """Whether it hides."""
        return not self.isHidden()

    def zet(self, *, aan: bool) -> None:
        """Put it up or take it away; the cursor goes back to where it was."""
        if aan:
            self._focus = self._venster.focusWidget()
            self.setGeometry(self._venster.rect())
            self.show()
            self.raise_()
            self.setFocus()
            return
        self.hide()
        if self._focus is not None:
            self._focus.setFocus()
        self._focus = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays as large as the window."""
        if watched is self._venster and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._venster.rect())
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tap goes on."""
        event.accept()
        self.zet(aan=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes on; every other key is swallowed, so nothing is typed blindly."""
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self.zet(aan=False)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Opaque canvas."""
        QPainter(self).fillRect(self.rect(), QColor(look().colours.canvas))
