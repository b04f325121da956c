"""Why a sentence goes on the paper: asked when it was recorded for help or supervision, or without rights."""

from __future__ import annotations

from PySide6.QtCore import Signal

from leerplicht_desktop.ui.kit.buttons import FullButton
from leerplicht_desktop.ui.kit.choices import FilterPill
from leerplicht_desktop.ui.kit.fields import Field
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow

REDENEN = (
    "Nodig voor het bewijs van het verzuim",
    "Laat zien dat hulp is aangeboden",
    "Laat zien dat de verdachte is gehoord",
)


class Redenvak(Column):
    """Emits ``gekozen`` with the reason; nothing is asked until :meth:`vraag`."""

    gekozen = Signal(str)

    def __init__(self, naam: str) -> None:
        super().__init__(gap=8)
        self._reden = Field(self.tr("Waarom moet deze zin in het proces-verbaal?"))
        self._reden.edit.setObjectName(f"{naam}.reden")
        self._pillen = Flow(gap=8)
        for nummer, reden in enumerate(REDENEN):
            pil = FilterPill(reden)
            pil.setObjectName(f"{naam}.reden.{nummer}")
            pil.clicked.connect(lambda _, reden=reden: self._zeg(reden))
            self._pillen.add(pil)
        zet = FullButton(self.tr("Zet op papier met deze reden"))
        zet.setObjectName(f"{naam}.reden.zet")
        zet.clicked.connect(self._klaar)
        uitleg = self.tr(
            "Deze zin is vastgelegd voor hulp of toezicht, of zonder dat alle rechten waren genoemd. Alleen "
            "wat nodig is, hoort in een proces-verbaal."
        )
        self.add(Label(uitleg, ink=Ink.SUBTLE, wrap=True), self._pillen, self._reden, Flow(zet))
        self._reden.edit.returnPressed.connect(self._klaar)
        self.hide()

    def vraag(self, reden: str) -> None:
        """Ask for the reason; the one that was given before stands there."""
        self.show()
        self._reden.set_text(reden)
        self._reden.edit.setFocus()

    def _zeg(self, reden: str) -> None:
        self._reden.set_text(reden)
        for pil in self._pillen.findChildren(FilterPill):
            pil.setChecked(pil.words == reden)

    def _klaar(self) -> None:
        reden = self._reden.text().strip()
        if not reden:
            self._reden.set_error(self.tr("Schrijf waarom, of laat de zin van het papier."))
            return
        self.gekozen.emit(reden)
