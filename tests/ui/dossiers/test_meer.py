"""What else an officer begins from a dossier: a letter first, and after that what enforces."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.ui.dossiers.view import DossiersScherm
from tests.ui.raam import in_raam
from tests.ui.wereld import PAOLO, Wereld


def test_the_menu_leads_to_letter_hearing_and_proces_verbaal(wereld: Wereld, qtbot: QtBot) -> None:
    scherm = DossiersScherm(wereld.context)
    in_raam(qtbot, scherm, 1440, 900)
    scherm.toon(Werkplek("dossiers", PAOLO))
    QApplication.processEvents()
    knop = scherm.findChild(QPushButton, "dossier.meer")
    assert isinstance(knop, QPushButton)
    for nummer, (naar, ding) in enumerate(
        (("brief", PAOLO), ("verhoor", f"nieuw:{PAOLO}"), ("proces_verbaal", f"nieuw:{PAOLO}"))
    ):
        knop.click()
        menu = scherm.findChild(QMenu, "dossier.meer.menu")
        assert isinstance(menu, QMenu)
        menu.actions()[nummer].trigger()
        menu.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert (wereld.gegaan[-1].scherm, wereld.gegaan[-1].ding) == (naar, ding)
