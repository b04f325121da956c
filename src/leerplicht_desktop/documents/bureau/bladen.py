"""Pages as pictures: what was made here just now is drawn here, everything else by the limited child."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Sequence

from leerplicht_desktop.casework.ports.papier import Paginabeeld
from leerplicht_desktop.documents import vreemdblad
from leerplicht_desktop.documents.preview import PagePicture, Preview

_ONTHOUDEN = 32


class Bladen:
    """``opdracht`` starts the child. What was made here is known by its hash."""

    def __init__(self, opdracht: Sequence[str]) -> None:
        self._opdracht = tuple(opdracht)
        self._eigen: deque[bytes] = deque(maxlen=_ONTHOUDEN)
        self._onder_handen: tuple[tuple[bytes, int, float], vreemdblad.Vel] | None = None

    def gemaakt(self, pdf: bytes) -> bytes:
        """The same bytes, which this program made a moment ago."""
        self._eigen.append(hashlib.sha256(pdf).digest())
        return pdf

    def aantal(self, pdf: bytes) -> int:
        """How many pages."""
        if not self._is_eigen(pdf):
            return vreemdblad.aantal(pdf, self._opdracht)
        with Preview(pdf) as voorbeeld:
            return voorbeeld.pages

    def pagina(self, pdf: bytes, nummer: int, dpi: float) -> Paginabeeld:
        """One page as pixels; ``nummer`` from 0."""
        if not self._is_eigen(pdf):
            return _als_pagina(vreemdblad.bladzijde(pdf, nummer, dpi, self._opdracht))
        with Preview(pdf) as voorbeeld:
            return _als_pagina(voorbeeld.picture(nummer, dpi))

    def strook(self, pdf: bytes, nummer: int, dpi: float, boven: int) -> tuple[Paginabeeld, int]:
        """A strip of a page from row ``boven`` on, and how many rows of pixels the page has."""
        if not self._is_eigen(pdf):
            vel = self._vel(pdf, nummer, dpi)
            beeld = vel.strook(boven)
            if boven + beeld.height >= vel.rijen:
                self._onder_handen = None
            return _als_pagina(beeld), vel.rijen
        with Preview(pdf) as voorbeeld:
            beeld, rijen = voorbeeld.strip(nummer, dpi, boven)
        return _als_pagina(beeld), rijen

    def _vel(self, pdf: bytes, nummer: int, dpi: float) -> vreemdblad.Vel:
        """The sheet that is being printed; its strips are asked one after the other."""
        wat = (hashlib.sha256(pdf).digest(), nummer, dpi)
        if self._onder_handen is None or self._onder_handen[0] != wat:
            self._onder_handen = (wat, vreemdblad.vel(pdf, nummer, dpi, self._opdracht))
        return self._onder_handen[1]

    def _is_eigen(self, pdf: bytes) -> bool:
        return hashlib.sha256(pdf).digest() in self._eigen


def _als_pagina(beeld: PagePicture) -> Paginabeeld:
    return Paginabeeld(beeld.width, beeld.height, beeld.rgba)
