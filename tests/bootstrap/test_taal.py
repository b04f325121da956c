"""Qt's own words are Dutch."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from leerplicht_desktop.bootstrap.language import speak_dutch


def test_dialogs_speak_dutch(qapp: QApplication) -> None:
    before = QLocale()
    try:
        assert speak_dutch(qapp)
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuleren"
    finally:
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)
        QLocale.setDefault(before)
