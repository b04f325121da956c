"""The bar below the recorder: saved when, what is still missing, and the one full button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from leerplicht_desktop.ui.kit.buttons import ButtonSize, FullButton, IconButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Pane
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Row
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.statusbar import SavedLabel

from .model import BezoekBeeld

_SMAL = 640


class Onderbalk(Restyled):
    """Emits ``afronden``, and ``notitie`` to write something at a closed door (or to go back to it)."""

    afronden = Signal()
    notitie = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._gesloten = False
        self.bewaard = SavedLabel(large=True)
        self.bewaard.setObjectName("deurbezoek.bewaard")
        self._reden = Label("", ink=Ink.SUBTLE, wrap=True)
        self._reden.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._notitie = OutlinedButton(
            self.tr("Notitie erbij"), Icon.MESSAGE_SQUARE_PLUS, ButtonSize.RECORDER
        )
        self._notitie.setObjectName("deurbezoek.notitie")
        self._klaar = FullButton(self.tr("Afronden"), Icon.CHECK, ButtonSize.RECORDER)
        self._klaar.setObjectName("deurbezoek.afronden")
        self._klaar.setToolTip(self.tr("Afronden (Ctrl+Enter)"))
        rechts = Row(gap=12)
        rechts.add_stretched(self._reden)
        self._kort = IconButton(Icon.MESSAGE_SQUARE_PLUS, self.tr("Notitie erbij"), ButtonSize.RECORDER)
        self._kort.setObjectName("deurbezoek.notitie.kort")
        rechts.add(self._notitie, self._kort, self._klaar)
        doos = QVBoxLayout(self)
        doos.setContentsMargins(0, 0, 0, 0)
        self._regel = Reflow(0, (16, 4))
        self._regel.box.addWidget(self.bewaard, 0, Qt.AlignmentFlag.AlignVCenter)
        self._regel.box.addWidget(rechts, 1)
        doos.addWidget(Pane(self._regel, edge="top"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._notitie.clicked.connect(self.notitie)
        self._kort.clicked.connect(self.notitie)
        self.restyle()
        self._klaar.clicked.connect(self.afronden)

    @property
    def kan(self) -> bool:
        """Whether finishing is possible now."""
        return self._klaar.isEnabled()

    def toon(self, beeld: BezoekBeeld, *, notitie_erbij: bool) -> None:
        """What finishing does, and why it cannot be done yet."""
        plant = beeld.plan is not None and beeld.plan.aan
        self._klaar.setText(self.tr("Bewaar en plan poging") if plant else self.tr("Afronden"))
        self._klaar.setEnabled(not beeld.nog_kiezen)
        self._reden.setText(beeld.nog_kiezen)
        self._klaar.setAccessibleDescription(beeld.nog_kiezen)
        self._gesloten = beeld.gesloten
        woorden = self.tr("Naar niet thuis") if notitie_erbij else self.tr("Notitie erbij")
        icoon = Icon.HOUSE if notitie_erbij else Icon.MESSAGE_SQUARE_PLUS
        self._notitie.setText(woorden)
        self._notitie.set_icon(icoon)
        self._kort.set_name(woorden)
        self._kort.set_icon(icoon)
        self._schik()

    def restyle(self) -> None:
        """Scales the distances."""
        px = look().px
        self._regel.box.setContentsMargins(px(16), px(8), px(16), px(8))
        self._schik()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the note is an icon."""
        super().resizeEvent(event)
        self._schik()

    def _schik(self) -> None:
        smal = self.width() < look().px(_SMAL)
        self._notitie.setVisible(self._gesloten and not smal)
        self._kort.setVisible(self._gesloten and smal)
        self._regel.arrange()
