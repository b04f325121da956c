"""An attachment in place of the list of papers, until the officer goes back."""

from __future__ import annotations

from PySide6.QtCore import Signal

from leerplicht_desktop.domain.stuk.dossierbijlage import Dossierbijlage
from leerplicht_desktop.ui.bladen.bijlageblik import Bijlageblik
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.context import Context


class Kijker(Column):
    """``gesloten`` when the officer goes back to the list."""

    gesloten = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(gap=12)
        self.terug = LinkButton(self.tr("Documenten"), Icon.ARROW_LEFT)
        self.terug.setObjectName("documenten.terug")
        self._titel = Label("", Type.HEADING, wrap=True)
        self._titel.setObjectName("documenten.kijker.titel")
        self._blik = Bijlageblik(context, "documenten")
        self.add(Row(self.terug, 1), self._titel)
        self.add_stretched(self._blik)
        self.terug.clicked.connect(self.gesloten)

    def toon(self, bijlage: Dossierbijlage, inhoud: bytes) -> None:
        """Show an attachment."""
        self._titel.setText(bijlage.titel)
        self._blik.toon(bijlage.titel, inhoud, pdf=bijlage.mime == "application/pdf")

    def wis(self) -> None:
        """Forget what was shown."""
        self._blik.wis()
