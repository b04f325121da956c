"""The bar below the recorder: saved when, what is still missing, and the one full button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout

from leerplicht_desktop.ui.kit.buttons import ButtonSize, FullButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Pane
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Row
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.statusbar import SavedLabel

from .model import BezoekBeeld


class _Regel(Restyled):
    def __init__(self, links: SavedLabel, rechts: Row) -> None:
        super().__init__()
        self._links, self._rechts = links, rechts
        self._doos = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._doos.addWidget(links, 0, Qt.AlignmentFlag.AlignVCenter)
        self._doos.addWidget(rechts, 1)
        self.restyle()

    def restyle(self) -> None:
        px = look().px
        self._doos.setContentsMargins(px(16), px(8), px(16), px(8))
        self._schik()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._schik()

    def _schik(self) -> None:
        nodig = self._links.sizeHint().width() + self._rechts.minimumSizeHint().width() + look().px(48)
        smal = 0 < self.width() < nodig
        self._doos.setDirection(
            QBoxLayout.Direction.TopToBottom if smal else QBoxLayout.Direction.LeftToRight
        )
        self._doos.setSpacing(look().px(4 if smal else 16))


class Onderbalk(Restyled):
    """Emits ``afronden``, and ``notitie`` to write something at a closed door (or to go back to it)."""

    afronden = Signal()
    notitie = Signal()

    def __init__(self) -> None:
        super().__init__()
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
        rechts.add(self._notitie, self._klaar)
        doos = QVBoxLayout(self)
        doos.setContentsMargins(0, 0, 0, 0)
        doos.addWidget(Pane(_Regel(self.bewaard, rechts), edge="top"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._notitie.clicked.connect(self.notitie)
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
        self._notitie.setVisible(beeld.gesloten)
        self._notitie.setText(self.tr("Naar niet thuis") if notitie_erbij else self.tr("Notitie erbij"))
        self._notitie.set_icon(Icon.HOUSE if notitie_erbij else Icon.MESSAGE_SQUARE_PLUS)
