"""Paper for the screens, loaded when the first document is asked for: the window never waits for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Doe
from leerplicht_desktop.casework.ports.papier import (
    Bijlageblad,
    Drukwerk,
    Formulierlijst,
    IngelezenBijlage,
    Paginabeeld,
    Papier,
)
from leerplicht_desktop.machine.children import DESKTOP, order

PROOF = "--proefdruk"
"""The word on the command line that starts the child which opens what comes from outside."""


class LatePaper:
    """Obeys :class:`leerplicht_desktop.casework.ports.papier.Papier`; every call on the side lane."""

    def __init__(self, doe: Doe, clock: Klok, versie: str, own_forms: Path | None = None) -> None:
        """``own_forms`` is the municipality's folder with forms, if it made one."""
        self._open: Callable[[], Papier] = lambda: _desk(doe, clock, versie, own_forms)
        self._opened: Papier | None = None

    @property
    def _desk(self) -> Papier:
        if self._opened is None:
            self._opened = self._open()
        return self._opened

    def bezoekverslag(self, bezoek: str) -> bytes:
        """See the port."""
        return self._desk.bezoekverslag(bezoek)

    def proces_verbaal(self, concept: str, *, definitief: bool = False) -> Drukwerk:
        """See the port."""
        return self._desk.proces_verbaal(concept, definitief=definitief)

    def brief(self, concept: str, *, definitief: bool = False) -> Drukwerk:
        """See the port."""
        return self._desk.brief(concept, definitief=definitief)

    def verhoorverslag(self, verhoor: str, *, definitief: bool = False) -> Drukwerk:
        """See the port."""
        return self._desk.verhoorverslag(verhoor, definitief=definitief)

    def stuk(self, stuk: str) -> bytes:
        """See the port."""
        return self._desk.stuk(stuk)

    def formulieren(self) -> Formulierlijst:
        """See the port."""
        return self._desk.formulieren()

    def lees_bijlage(self, naam: str, inhoud: bytes) -> IngelezenBijlage:
        """See the port."""
        return self._desk.lees_bijlage(naam, inhoud)

    def bijlagebeeld(self, inhoud: bytes, nummer: int, breedte: int) -> Bijlageblad:
        """See the port."""
        return self._desk.bijlagebeeld(inhoud, nummer, breedte)

    def aantal_paginas(self, pdf: bytes) -> int:
        """See the port."""
        return self._desk.aantal_paginas(pdf)

    def pagina(self, pdf: bytes, nummer: int, dpi: float) -> Paginabeeld:
        """See the port."""
        return self._desk.pagina(pdf, nummer, dpi)

    def strook(self, pdf: bytes, nummer: int, dpi: float, boven: int) -> tuple[Paginabeeld, int]:
        """See the port."""
        return self._desk.strook(pdf, nummer, dpi, boven)


def _desk(doe: Doe, clock: Klok, versie: str, own_forms: Path | None) -> Papier:
    from leerplicht_desktop.documents.bureau.papier import PdfPapier  # here, and only here: paper loads late

    return PdfPapier(doe, clock, versie, own_forms, order(DESKTOP, [PROOF]))
