"""The port ``Papier``, whole: each kind of document has a file of its own here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Doe
from leerplicht_desktop.casework.ports.papier import (
    Bijlageblad,
    Drukwerk,
    Formulierbeeld,
    Formulierlijst,
    Formulierveld,
    IngelezenBijlage,
    Paginabeeld,
)
from leerplicht_desktop.documents.formulieren.formulier import Veld
from leerplicht_desktop.domain.wet.wetzin import met_de_wet

from .bezoekverslag import druk_bezoekverslag
from .bijlagelezer import lees_bijlage, toon_bijlage
from .bladen import Bladen
from .brief import druk_brief
from .proces_verbaal import druk_proces_verbaal
from .verhoor import druk_verhoor
from .verzuimbeeld import formulierbeeld
from .werkbank import Werkbank


class PdfPapier:
    """Obeys :class:`leerplicht_desktop.casework.ports.papier.Papier`; every call on the side lane."""

    def __init__(
        self,
        doe: Doe,
        klok: Klok,
        versie: str,
        eigen_formulieren: Path | None,
        proefdruk: Sequence[str],
    ) -> None:
        """``eigen_formulieren`` is the municipality's folder with forms, if it made one.

        ``proefdruk`` is the command that starts the child which opens what comes from outside.
        """
        self._bank = Werkbank(doe, klok, versie, eigen_formulieren)
        self._proefdruk = tuple(proefdruk)
        self._bladen = Bladen(self._proefdruk)

    def bezoekverslag(self, bezoek: str) -> bytes:
        """See the port."""
        return self._bladen.gemaakt(druk_bezoekverslag(self._bank, bezoek))

    def proces_verbaal(self, concept: str, *, definitief: bool = False) -> Drukwerk:
        """See the port."""
        druk = druk_proces_verbaal(self._bank, concept, definitief=definitief)
        self._bladen.gemaakt(druk.pdf)
        return druk

    def brief(self, concept: str, *, definitief: bool = False) -> Drukwerk:
        """See the port."""
        druk = druk_brief(self._bank, concept, definitief=definitief)
        self._bladen.gemaakt(druk.pdf)
        return druk

    def verhoorverslag(self, verhoor: str, *, definitief: bool = False) -> Drukwerk:
        """See the port."""
        druk = druk_verhoor(self._bank, verhoor, definitief=definitief)
        self._bladen.gemaakt(druk.pdf)
        return druk

    def stuk(self, stuk: str) -> bytes:
        """See the port."""
        return self._bank.doe(lambda work: work.stukkenkast.pdf(stuk))

    def formulieren(self) -> Formulierlijst:
        """See the port."""
        dag, (gaaf, fouten) = self._bank.klok.vandaag(), self._bank.kast.alle()
        beelden = tuple(
            Formulierbeeld(
                een.id, een.titel, een.soort, een.vorm.value, tuple(_veld(v, dag) for v in een.velden)
            )
            for een in gaaf
            if not een.vorm.voor_de_rechter
        )
        return Formulierlijst((*beelden, formulierbeeld(self._bank.kast.map)), fouten)

    def lees_bijlage(self, naam: str, inhoud: bytes) -> IngelezenBijlage:
        """See the port."""
        return lees_bijlage(naam, inhoud, self._proefdruk)

    def bijlagebeeld(self, inhoud: bytes, nummer: int, breedte: int) -> Bijlageblad:
        """See the port."""
        return toon_bijlage(inhoud, nummer, breedte, self._proefdruk)

    def aantal_paginas(self, pdf: bytes) -> int:
        """See the port."""
        return self._bladen.aantal(pdf)

    def pagina(self, pdf: bytes, nummer: int, dpi: float) -> Paginabeeld:
        """See the port."""
        return self._bladen.pagina(pdf, nummer, dpi)

    def strook(self, pdf: bytes, nummer: int, dpi: float, boven: int) -> tuple[Paginabeeld, int]:
        """See the port."""
        return self._bladen.strook(pdf, nummer, dpi, boven)


def _veld(veld: Veld, dag: date) -> Formulierveld:
    """A field as the screen asks it; what it explains takes its numbers from the law of the day."""
    uitleg = met_de_wet(veld.uitleg, dag)
    return Formulierveld(veld.naam, veld.type.value, veld.label, veld.verplicht, uitleg, veld.kolommen)
