"""The scan of the signed paper: chosen from the disk or from what the dossier already has."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from leerplicht_desktop.casework.ports.papier import IngelezenBijlage
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.stuk.bijlage_toevoegen import opname_van
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.stuk.dossierbijlage import Dossierbijlage
from leerplicht_desktop.domain.stuk.opnamedag import Opname
from leerplicht_desktop.ui.bladen.bestand import lees_bestand
from leerplicht_desktop.ui.bladen.bijlageblik import Bijlageblik
from leerplicht_desktop.ui.bladen.uitvoer import bestandskiezer
from leerplicht_desktop.ui.kit.buttons import OutlinedButton
from leerplicht_desktop.ui.kit.fields import ChoiceField
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.scherm.context import Context

_NIEUW = "nieuw"
_HOOGST = 360
"""Room for the picture (pixels at 10.5 pt)."""


class Scankeuze(Column):
    """``bijlage`` is the id of one the dossier has, ``gelezen`` a file that was read and is not kept yet.

    The bytes are kept together with the step they belong to, so that half of it never exists.
    """

    def __init__(
        self, context: Context, dossiers: tuple[str, ...], bijlagen: tuple[Dossierbijlage, ...]
    ) -> None:
        super().__init__(gap=8)
        self._context = context
        self._dossiers = dossiers
        self._bijlagen = bijlagen
        self.gelezen: IngelezenBijlage | None = None
        self.veld = self._maak_veld()
        self._knop = OutlinedButton(self.tr("Kies een bestand…"), Icon.PLUS)
        self._knop.setObjectName("pv.stap.scan.kies")
        self._woord = Label("", ink=Ink.SUBTLE, wrap=True)
        self._woord.setObjectName("pv.stap.scan.woord")
        self._woord.hide()
        self._let_op = Notice(NoticeKind.WARNING, "")
        self._let_op.setObjectName("pv.stap.scan.let_op")
        self._let_op.hide()
        self._blik = Bijlageblik(context, "pv.stap.scan", _HOOGST)
        self._gezien, self._zin = False, ""
        self.add(self.veld, self._blik, self._let_op, self._woord, Flow(self._knop))
        self._knop.clicked.connect(self.kies)
        self._blik.getoond.connect(self._is_gezien)
        self.veld.chosen.connect(lambda _: self._schik())

    @property
    def bijlage(self) -> str | None:
        """The id of the attachment that was chosen; None for a new file or nothing."""
        sleutel = self.veld.key()
        return sleutel if sleutel and sleutel != _NIEUW else None

    @property
    def bestand(self) -> IngelezenBijlage | None:
        """The file that was read, when that is what is chosen and it was seen."""
        return self.gelezen if self._gezien and self.veld.key() == _NIEUW else None

    def kies(self) -> None:
        """Ask which file."""
        kiezer = bestandskiezer(
            self,
            self.tr("Scan kiezen"),
            self.tr("Scan of foto (*.pdf *.jpg *.jpeg *.png *.tif *.tiff);;Alle bestanden (*)"),
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
        self.gelezen, self._gezien = gelezen, False
        self._blik.toon("", gelezen.inhoud, pdf=gelezen.mime == "application/pdf")
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
        self._schik()
        self._weeg(gelezen)

    def _weeg(self, gelezen: IngelezenBijlage) -> None:
        """What is odd about the file, and the day of a camera that cannot be."""
        kluis, klok, dossiers = self._context.kluis, self._context.klok, self._dossiers

        def zeg(opname: Opname) -> None:
            dag = self.tr(" De dag van toevoegen telt.") if opname.uitleg else ""
            if isValid(self) and self.gelezen is gelezen:
                self._zin = f"{gelezen.waarschuwing} {opname.uitleg}{dag}".strip()
                self._let_op.tell(NoticeKind.WARNING, self._zin)
                self._schik()

        self._context.opslag.submit(
            lambda: kluis.lees(lambda caseload: opname_van(caseload, klok, dossiers, gelezen)), zeg, self._mis
        )

    def _is_gezien(self) -> None:
        self._gezien = True

    def _schik(self) -> None:
        """The picture stands there as long as the new file is what is chosen."""
        nieuw = self.veld.key() == _NIEUW
        self._blik.setVisible(nieuw)
        self._woord.setVisible(nieuw)
        self._let_op.setVisible(nieuw and bool(self._zin))

    def _mis(self, fout: Exception) -> None:
        if not isValid(self):
            return
        self._knop.set_ready()
        if isinstance(fout, BekendProbleem):
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
