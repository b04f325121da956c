"""Qt's own words are Dutch."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
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


def test_without_a_translation_it_says_so(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    before = QLocale()
    monkeypatch.setattr(QLibraryInfo, "path", lambda _: "/nergens")
    try:
        assert not speak_dutch(qapp)
    finally:
        QLocale.setDefault(before)
