"""Why a record of the Wpg is looked at: asked at the first look, kept until the lock."""

from __future__ import annotations

from PySide6.QtCore import QObject

from leerplicht_desktop.casework.laptop.inzage import grond_noemen
from leerplicht_desktop.casework.ports.kluis import Kluis
from leerplicht_desktop.casework.ports.lane import Lane
from leerplicht_desktop.casework.ports.leeslog import GRONDEN, MEESTE_TEKENS
from leerplicht_desktop.casework.problems import GrondGevraagd
from leerplicht_desktop.ui.kit.dialogs import Dialog
from leerplicht_desktop.ui.kit.fields import ChoiceField, NoteField

from .window import Venster


class Grondvraag(QObject):
    """Asks, keeps the answer in the vault's log, and shows the screen again."""

    def __init__(self, venster: Venster, kluis: Kluis, opslag: Lane) -> None:
        super().__init__(venster)
        self._venster = venster
        self._kluis = kluis
        self._opslag = opslag
        self._open = False

    def vraag(self, probleem: GrondGevraagd) -> None:
        """Ask once, however many parts of the screen wanted to be read."""
        if self._open:
            return
        self._open = True
        dialoog = Dialog(
            self._venster,
            self.tr("Waarom zie je dit stuk in?"),
            self.tr(
                "Het valt onder de Wet politiegegevens. Je reden komt in het leeslogboek en geldt tot je "
                "vergrendelt."
            ),
            safe=self.tr("Niet tonen"),
            other=self.tr("Toon het stuk"),
        )
        reden = ChoiceField(self.tr("Reden"), [(grond, grond) for grond in GRONDEN])
        reden.combo.setObjectName("grond.reden")
        eigen = NoteField(
            self.tr("In je eigen woorden (hoeft niet)"),
            self.tr("Hoogstens {0} tekens.").format(MEESTE_TEKENS),
            least=2,
            most=4,
        )
        eigen.edit.setObjectName("grond.eigen")
        dialoog.add(reden)
        dialoog.add(eigen)
        dialoog.other_button.setObjectName("grond.toon")
        dialoog.safe_button.setObjectName("grond.niet")
        dialoog.chose_safe.connect(self._niet)
        dialoog.chose_other.connect(
            lambda: self._noem(
                probleem.dossiers, ": ".join(filter(None, (reden.key(), eigen.text().strip())))
            )
        )
        dialoog.open()

    def _niet(self) -> None:
        self._open = False
        self._venster.terug()

    def _noem(self, dossiers: tuple[str, ...], grond: str) -> None:
        self._open = False
        plek = self._venster.plek()
        self._opslag.submit(
            lambda: self._kluis.doe(lambda work: grond_noemen(work, dossiers, grond)),
            lambda _: self._venster.ga(plek[0]) if plek is not None else None,
        )
