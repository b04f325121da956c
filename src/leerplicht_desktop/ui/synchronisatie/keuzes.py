"""The open choices under each other; what is being chosen stays when the screen looks again."""

from __future__ import annotations

from leerplicht_desktop.casework.deelveld.beslissen import keuzes_bewaren
from leerplicht_desktop.casework.queries.deelvelden import Keuzedossier
from leerplicht_desktop.casework.touched import Touched
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.ui.kit.layout import Column
from leerplicht_desktop.ui.scherm.context import Context

from .keuzekaart import Besluiten, Keuzekaart


class Keuzes(Column):
    """A card for each dossier with an open choice."""

    def __init__(self, context: Context) -> None:
        super().__init__(gap=16)
        self._context = context
        self._getoond: tuple[Keuzedossier, ...] = ()
        self._kaarten: dict[str, Keuzekaart] = {}
        self.hide()

    def toon(self, keuzes: tuple[Keuzedossier, ...]) -> None:
        """Show them; the same ones stay as they are."""
        if keuzes == self._getoond:
            return
        self._getoond = keuzes
        self.clear()
        vandaag = self._context.klok.vandaag()
        self._kaarten = {een.dossier: Keuzekaart(een, vandaag) for een in keuzes}
        for kaart in self._kaarten.values():
            kaart.bewaard.connect(self._bewaar)
            self.add(kaart)
        self.setVisible(bool(keuzes))

    def _bewaar(self, dossier: str, besluiten: Besluiten) -> None:
        def klaar(touched: Touched) -> None:
            self._context.bulletin.meld(touched)
            self._context.navigatie.toast(
                self.tr("Je keuzes zijn bewaard en gaan met de volgende ronde mee.")
            )

        def mis(fout: Exception) -> None:
            if isinstance(fout, DomainError) and dossier in self._kaarten:
                self._kaarten[dossier].weiger(fout.veld, fout.bericht)
                return
            self._context.navigatie.probleem(fout)

        klok = self._context.klok
        self._context.doe(lambda work: keuzes_bewaren(work, klok, dossier, besluiten), klaar, mis)
