"""Out of the vault: a warning first, then the place that the officer chooses."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from leerplicht_desktop.casework.ports.beleid import Beleid
from leerplicht_desktop.ui.kit.dialogs import Dialog

_UITLEG = (
    "In de kluis is alles versleuteld. Het bestand dat je nu opslaat is dat niet: iedereen die erbij kan, "
    "kan het lezen. Wis het zodra je het niet meer nodig hebt."
)


class Uitvoer(QObject):
    """``gekozen`` carries the path; nothing happens when the officer thinks better of it.

    ``naam`` begins the names of its parts; ``bestandsnaam`` is what is offered and names no person.
    """

    gekozen = Signal(Path)

    def __init__(self, scherm: QWidget, naam: str, bestandsnaam: str, beleid: Beleid) -> None:
        super().__init__(scherm)
        self._scherm = scherm
        self._naam = naam
        self._mag = beleid.exporteren
        self.bestandsnaam = bestandsnaam
        self.let_op = ""
        """What else must be known before this document leaves, such as a secret address on it (R24)."""

    def vraag(self) -> None:
        """Say that the file leaves the vault, and ask whether that is meant; or that it may not."""
        if not self._mag:
            self._zeg_uitgezet()
            return
        dialoog = Dialog(
            self._scherm.window(),
            self.tr("Dit document gaat uit de kluis"),
            " ".join(filter(None, (self.let_op, self.tr(_UITLEG)))),
            safe=self.tr("Niet exporteren"),
            other=self.tr("Kies een plek…"),
        )
        dialoog.setObjectName(f"{self._naam}.waarschuwing")
        dialoog.safe_button.setObjectName(f"{self._naam}.waarschuwing.niet")
        dialoog.other_button.setObjectName(f"{self._naam}.waarschuwing.kies")
        dialoog.chose_other.connect(self.kies_plek)
        dialoog.open()

    def _zeg_uitgezet(self) -> None:
        dialoog = Dialog(
            self._scherm.window(),
            self.tr("Exporteren is op deze laptop uitgezet"),
            self.tr("Dat heeft je gemeente zo bepaald. Afdrukken kan wel; het stuk is bewaard in de kluis."),
            safe=self.tr("Sluit"),
        )
        dialoog.setObjectName(f"{self._naam}.uitgezet")
        dialoog.safe_button.setObjectName(f"{self._naam}.uitgezet.sluit")
        dialoog.open()

    def kies_plek(self) -> None:
        """Ask where."""
        kiezer = bestandskiezer(self._scherm, self.tr("Document opslaan"), self.tr("PDF (*.pdf)"))
        kiezer.setObjectName(f"{self._naam}.plek")
        kiezer.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        kiezer.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Opslaan"))
        kiezer.setDefaultSuffix("pdf")
        kiezer.selectFile(self.bestandsnaam)
        kiezer.fileSelected.connect(lambda pad: self.gekozen.emit(Path(pad)))
        kiezer.open()


def bestandskiezer(scherm: QWidget, titel: str, soort: str) -> QFileDialog:
    """A dialog in Dutch that remembers nothing; the caller connects ``fileSelected`` and opens it."""
    kiezer = QFileDialog(scherm.window(), titel, str(Path.home()), soort)
    # The dialog of the system would put the file in its list of recent documents.
    kiezer.setOption(QFileDialog.Option.DontUseNativeDialog)
    kiezer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    kiezer.setHistory([])
    for deel, woord in (
        (QFileDialog.DialogLabel.LookIn, kiezer.tr("Map:")),
        (QFileDialog.DialogLabel.FileName, kiezer.tr("Naam:")),
        (QFileDialog.DialogLabel.FileType, kiezer.tr("Soort:")),
        (QFileDialog.DialogLabel.Reject, kiezer.tr("Annuleer")),
    ):
        kiezer.setLabelText(deel, woord)
    return kiezer
