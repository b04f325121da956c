"""The language of Qt's own words: dialogs, menus of text fields."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator


def speak_dutch(app: QCoreApplication) -> bool:
    """Load Qt's Dutch, whatever the computer is set to. False when this Qt has none; English then stays."""
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    translator = QTranslator(app)
    if not translator.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        return False
    return app.installTranslator(translator)
