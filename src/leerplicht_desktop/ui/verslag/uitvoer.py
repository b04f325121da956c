"""Out of the vault: a warning first, then the place that the officer chooses."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from leerplicht_desktop.ui.kit.dialogs import Dialog

_UITLEG = (
    "In de kluis is alles versleuteld. Het bestand dat je nu opslaat is dat niet: iedereen die erbij kan, "
    "kan het lezen. Wis het zodra je het niet meer nodig hebt."
)


class Uitvoer(QObject):
    """``gekozen`` carries the path; nothing happens when the officer thinks better of it."""

    gekozen = Signal(Path)

    def __init__(self, scherm: QWidget) -> None:
        super().__init__(scherm)
        self._scherm = scherm
        self.bestandsnaam = "bezoekverslag.pdf"

    def vraag(self) -> None:
        """Say that the file leaves the vault, and ask whether that is meant."""
        dialoog = Dialog(
            self._scherm.window(),
            self.tr("Dit verslag gaat uit de kluis"),
            self.tr(_UITLEG),
            safe=self.tr("Niet exporteren"),
            other=self.tr("Kies een plek…"),
        )
        dialoog.setObjectName("verslag.waarschuwing")
        dialoog.safe_button.setObjectName("verslag.waarschuwing.niet")
        dialoog.other_button.setObjectName("verslag.waarschuwing.kies")
        dialoog.chose_other.connect(self.kies_plek)
        dialoog.open()

    def kies_plek(self) -> None:
        """Ask where; the name that is offered names no person."""
        kiezer = QFileDialog(
            self._scherm.window(), self.tr("Verslag opslaan"), str(Path.home()), self.tr("PDF (*.pdf)")
        )
        # The dialog of the system would put the file in its list of recent documents.
        kiezer.setOption(QFileDialog.Option.DontUseNativeDialog)
        kiezer.setObjectName("verslag.plek")
        kiezer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kiezer.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        kiezer.setDefaultSuffix("pdf")
        kiezer.setHistory([])
        kiezer.selectFile(self.bestandsnaam)
        for deel, woord in (
            (QFileDialog.DialogLabel.LookIn, self.tr("Map:")),
            (QFileDialog.DialogLabel.FileName, self.tr("Naam:")),
            (QFileDialog.DialogLabel.FileType, self.tr("Soort:")),
            (QFileDialog.DialogLabel.Accept, self.tr("Opslaan")),
            (QFileDialog.DialogLabel.Reject, self.tr("Annuleer")),
        ):
            kiezer.setLabelText(deel, woord)
        kiezer.fileSelected.connect(lambda pad: self.gekozen.emit(Path(pad)))
        kiezer.open()
