"""A photo, scan or PDF from outside: read, cleaned beside the screens, given a name, and kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from leerplicht_desktop.casework.ports.papier import IngelezenBijlage
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.stuk.bijlage_toevoegen import bijlage_toevoegen, opname_van
from leerplicht_desktop.casework.touched import Touched
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.stuk.dossierbijlage import Dossierbijlage
from leerplicht_desktop.domain.stuk.opnamedag import Opname
from leerplicht_desktop.ui.bladen.bestand import lees_bestand
from leerplicht_desktop.ui.bladen.uitvoer import bestandskiezer
from leerplicht_desktop.ui.formulier.datuminvoer import lees_datum
from leerplicht_desktop.ui.scherm.context import Context


class Toevoegen(QObject):
    """``bezig`` says what is being done (empty: nothing), ``gelezen`` asks to look at it and for a name.

    ``gelezen`` carries an ``IngelezenBijlage`` and the ``Opname`` that says what to think of its day;
    ``mislukt`` a field and what is wrong with it.
    """

    bezig = Signal(str)
    gelezen = Signal(object, object)
    mislukt = Signal(str, str)
    toegevoegd = Signal()

    def __init__(self, context: Context, dossier: str, scherm: QWidget) -> None:
        super().__init__(scherm)
        self._context = context
        self._dossier = dossier
        self._scherm = scherm
        self._ingelezen: IngelezenBijlage | None = None

    def kies(self) -> None:
        """Ask which file."""
        soort = self.tr("Foto, scan of pdf (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.pdf)")
        alles = self.tr("Alle bestanden (*)")
        kiezer = bestandskiezer(self._scherm, self.tr("Bijlage kiezen"), f"{soort};;{alles}")
        kiezer.setObjectName("documenten.kies")
        kiezer.setFileMode(QFileDialog.FileMode.ExistingFile)
        kiezer.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Kies"))
        kiezer.fileSelected.connect(lambda pad: self.lees(Path(pad)))
        kiezer.open()

    def lees(self, pad: Path) -> None:
        """Read and clean a file; the file itself stays where it is."""
        papier = self._context.papier
        self.bezig.emit(self.tr("De bijlage wordt gelezen en schoongemaakt."))
        self._context.zij.submit(
            lambda: papier.lees_bijlage(pad.name, lees_bestand(pad)), self._gelezen, self._mis
        )

    def bewaar(self, titel: str, dag: str = "") -> None:
        """Keep what was read under a name, and the day on which it was made as it was typed."""
        gelezen, klok, dossier = self._ingelezen, self._context.klok, self._dossier
        if gelezen is None:
            return
        try:
            gemaakt = lees_datum(dag, klok.vandaag(), veld="dag") if dag.strip() else None
        except DomainError as fout:
            self._mis(fout)
            return
        self._context.doe(
            lambda work: bijlage_toevoegen(work, klok, (dossier,), titel, gelezen, gemaakt),
            self._bewaard,
            self._mis,
        )

    def laat_vallen(self) -> None:
        """The officer thinks better of it: nothing was kept."""
        self._ingelezen = None

    def _gelezen(self, gelezen: IngelezenBijlage) -> None:
        if not isValid(self):
            return
        self._ingelezen = gelezen
        kluis, klok, dossier = self._context.kluis, self._context.klok, self._dossier
        self._context.opslag.submit(
            lambda: kluis.lees(lambda caseload: opname_van(caseload, klok, (dossier,), gelezen)),
            lambda opname: self._gewogen(gelezen, opname),
            self._mis,
        )

    def _gewogen(self, gelezen: IngelezenBijlage, opname: Opname) -> None:
        if isValid(self) and self._ingelezen is gelezen:
            self.bezig.emit("")
            self.gelezen.emit(gelezen, opname)

    def _bewaard(self, antwoord: tuple[Dossierbijlage, Touched]) -> None:
        self._context.navigatie.meld_bewaard(self._context.klok.nu())
        self._context.navigatie.toast("Bijlage toegevoegd. Wis het bestand buiten de kluis zelf.")
        self._context.bulletin.meld(antwoord[1])
        if isValid(self):
            self._ingelezen = None
            self.toegevoegd.emit()

    def _mis(self, fout: Exception) -> None:
        if not isValid(self):
            return
        self.bezig.emit("")
        if isinstance(fout, DomainError):
            self.mislukt.emit(fout.veld, fout.bericht)
        elif isinstance(fout, BekendProbleem):
            self.mislukt.emit("", f"{fout.bericht} {fout.remedie}")
        else:
            self._context.navigatie.probleem(fout)
