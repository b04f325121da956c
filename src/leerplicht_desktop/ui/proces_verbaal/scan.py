"""The scan of the signed paper: chosen from the disk or from what the dossier already has."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from leerplicht_desktop.casework.ports.papier import IngelezenBijlage
from leerplicht_desktop.casework.problems import KnownProblem
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.stuk.dossierbijlage import Dossierbijlage
from leerplicht_desktop.ui.bladen.bestand import lees_bestand
from leerplicht_desktop.ui.bladen.uitvoer import bestandskiezer
from leerplicht_desktop.ui.kit.buttons import OutlinedButton
from leerplicht_desktop.ui.kit.fields import ChoiceField
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow
from leerplicht_desktop.ui.scherm.context import Context

_NIEUW = "nieuw"


class Scankeuze(Column):
    """``bijlage`` is the id of one the dossier has, ``gelezen`` a file that was read and is not kept yet.

    The bytes are kept together with the step they belong to, so that half of it never exists.
    """

    def __init__(self, context: Context, bijlagen: tuple[Dossierbijlage, ...]) -> None:
        super().__init__(gap=8)
        self._context = context
        self._bijlagen = bijlagen
        self.gelezen: IngelezenBijlage | None = None
        self.veld = self._maak_veld()
        self._knop = OutlinedButton(self.tr("Kies een bestand…"), Icon.PLUS)
        self._knop.setObjectName("pv.stap.scan.kies")
        self._woord = Label("", ink=Ink.SUBTLE, wrap=True)
        self._woord.setObjectName("pv.stap.scan.woord")
        self._woord.hide()
        self.add(self.veld, self._woord, Flow(self._knop))
        self._knop.clicked.connect(self.kies)

    @property
    def bijlage(self) -> str | None:
        """The id of the attachment that was chosen; None for a new file or nothing."""
        sleutel = self.veld.key()
        return sleutel if sleutel and sleutel != _NIEUW else None

    @property
    def bestand(self) -> IngelezenBijlage | None:
        """The file that was read, when that is what is chosen."""
        return self.gelezen if self.veld.key() == _NIEUW else None

    def kies(self) -> None:
        """Ask which file."""
        kiezer = bestandskiezer(
            self, self.tr("Scan kiezen"), self.tr("Scan of foto (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)")
        )
        kiezer.setObjectName("pv.stap.scan.bestand")
        kiezer.setFileMode(QFileDialog.FileMode.ExistingFile)
        kiezer.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Kies"))
        kiezer.fileSelected.connect(lambda pad: self.lees(Path(pad)))
        kiezer.open()

    def lees(self, pad: Path) -> None:
        """Read and clean a file; the file itself stays where it is."""
        papier = self._context.papier
        self.veld.set_error("")
        self._knop.set_busy(self.tr("Lezen"))
        self._context.zij.submit(
            lambda: papier.lees_bijlage(pad.name, lees_bestand(pad)), self._is_gelezen, self._mis
        )

    def _is_gelezen(self, gelezen: IngelezenBijlage) -> None:
        if not isValid(self):
            return
        self._knop.set_ready()
        self.gelezen = gelezen
        bladen = "1 blad" if gelezen.bladzijden == 1 else f"{gelezen.bladzijden} bladen"
        woord = self.tr("Gekozen bestand, {0}").format(bladen)
        combo = self.veld.combo
        if (plek := combo.findData(_NIEUW)) >= 0:
            combo.setItemText(plek, woord)
        else:
            combo.addItem(woord, _NIEUW)
        combo.setCurrentIndex(combo.findData(_NIEUW))
        self._woord.setText(
            self.tr("De scan komt versleuteld in het dossier. Wis het bestand buiten de kluis daarna zelf.")
        )
        self._woord.show()

    def _mis(self, fout: Exception) -> None:
        if not isValid(self):
            return
        self._knop.set_ready()
        if isinstance(fout, KnownProblem):
            self.veld.set_error(f"{fout.bericht} {fout.remedie}")
        elif isinstance(fout, DomainError):
            self.veld.set_error(fout.bericht)
        else:
            self._context.navigatie.probleem(fout)

    def _maak_veld(self) -> ChoiceField:
        keuzes = [("", self.tr("Nog geen scan gekozen"))]
        keuzes += [(een.id, een.titel) for een in self._bijlagen]
        veld = ChoiceField(
            self.tr("Scan van het ondertekende stuk"),
            keuzes,
            self.tr("Zonder scan blijft het proces-verbaal “niet ondertekend”."),
        )
        veld.combo.setObjectName("pv.stap.bijlage")
        return veld
