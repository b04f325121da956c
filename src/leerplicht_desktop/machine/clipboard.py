"""What the officer copies: as plain text, kept out of every history of the clipboard, gone after a minute."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

SECONDS = 60
_MARK = "x-kde-passwordManagerHint"
_NO = bytes(4)
_ALONE = "offscreen"
"""A platform without other programs, which does not say whose the clipboard is."""
_MARKS = {
    _MARK: b"secret",  # KDE's Klipper, and what follows it
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': _NO,
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': _NO,
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': _NO,
    "org.nspasteboard.ConcealedType": b"",
}


class ClipboardGuard(QObject):
    """Looks after what this program puts on the clipboard; what others put there it leaves alone."""

    def __init__(self, app: QGuiApplication, seconds: float = SECONDS) -> None:
        super().__init__(app)
        self._clipboard = QGuiApplication.clipboard()
        self._clock = QTimer(self, singleShot=True, interval=round(1000 * seconds))
        self._clock.timeout.connect(self.clear)
        self._clipboard.changed.connect(self._changed)

    def clear(self) -> None:
        """Take away what is ours: after a minute, and at a lock."""
        self._clock.stop()
        for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
            if self._ours(mode):
                self._clipboard.clear(mode)

    def _ours(self, mode: QClipboard.Mode) -> bool:
        if mode is QClipboard.Mode.Selection:
            return self._clipboard.supportsSelection() and self._clipboard.ownsSelection()
        return self._clipboard.ownsClipboard() or QGuiApplication.platformName() == _ALONE

    def _changed(self, mode: QClipboard.Mode) -> None:
        if not self._ours(mode):
            return
        content = self._clipboard.mimeData(mode)
        if mode is QClipboard.Mode.Clipboard and content is not None and not content.hasFormat(_MARK):
            if not content.text():
                return
            self._clipboard.setMimeData(marked(content.text()), mode)
        self._clock.start()


def marked(text: str) -> QMimeData:
    """A text with the marks that tell every known history to leave it out."""
    data = QMimeData()
    data.setText(text)
    for name, value in _MARKS.items():
        data.setData(name, value)
    return data
