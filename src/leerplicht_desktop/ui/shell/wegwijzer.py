"""The ways through the window: what stands on the rail, and the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.rail import RailItem


def rail_items() -> list[RailItem]:
    """The screens an officer goes to, in order."""
    return [
        RailItem("vandaag", Icon.SUN_MEDIUM, _tr("Vandaag")),
        RailItem("dossiers", Icon.FOLDER_OPEN, _tr("Dossiers")),
        RailItem("taken", Icon.CALENDAR_DAYS, _tr("Taken")),
        RailItem("processen_verbaal", Icon.FILE_PEN_LINE, _tr("Processen-verbaal")),
        RailItem("synchronisatie", Icon.REFRESH_CW, _tr("Synchronisatie")),
        RailItem("instellingen", Icon.SETTINGS, _tr("Instellingen")),
    ]


def verbind_toetsen(
    venster: QWidget,
    *,
    vergrendel: Callable[[], None],
    verberg: Callable[[], None],
    terug: Callable[[], None],
    ga: Callable[[str], None],
) -> None:
    """Ctrl+L locks, F9 hides, Alt+Left goes back, Ctrl+1 and up go along the rail."""
    toetsen: list[tuple[str, Callable[[], None]]] = [
        ("Ctrl+L", vergrendel),
        ("F9", verberg),
        ("Alt+Left", terug),
    ]
    for nummer, item in enumerate(rail_items(), start=1):
        toetsen.append((f"Ctrl+{nummer}", _naar(ga, item.key)))
    for toets, doe in toetsen:
        actie = QAction(venster)
        actie.setShortcut(QKeySequence(toets))
        actie.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        actie.triggered.connect(doe)
        venster.addAction(actie)


def _naar(ga: Callable[[str], None], scherm: str) -> Callable[[], None]:
    return lambda: ga(scherm)


def _tr(tekst: str) -> str:
    return QCoreApplication.translate("Wegwijzer", tekst)
