"""The tasks of a dossier, open and ended."""

from __future__ import annotations

from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Column
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.taaklijst.lijst import Takenlijst, geen_taken

from .paneelbeeld import Paneelbeeld


class TakenBlad(Column):
    """The tab Taken."""

    def __init__(self, context: Context, beeld: Paneelbeeld) -> None:
        super().__init__(gap=16)
        if beeld.open_taken:
            self.add(Takenlijst(context, beeld.open_taken, beeld.dossier.dossier))
        else:
            self.add(geen_taken())
        if beeld.klare_taken:
            self.add(Label(self.tr("Afgehandeld"), Type.HEADING))
            self.add(Takenlijst(context, beeld.klare_taken, beeld.dossier.dossier))
        self.add(1)
