"""A file from outside, made fit to keep: what it is follows from its bytes, never from its name.

``opdracht`` starts the child that opens it, without the words that say what it is to do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import partial

from leerplicht_desktop.casework.ports.papier import Bijlageblad, IngelezenBijlage, Paginabeeld
from leerplicht_desktop.documents.bestandssoort import is_beeld, is_pdf, weigering
from leerplicht_desktop.documents.bijlage import foto, scan
from leerplicht_desktop.documents.bijlagebeeld import bijlagebeeld
from leerplicht_desktop.documents.proefdruk import proefdruk
from leerplicht_desktop.domain.stuk.dossierbijlage import Bijlagesoort


def lees_bijlage(naam: str, inhoud: bytes, opdracht: Sequence[str]) -> IngelezenBijlage:
    """See the port ``Papier``."""
    if is_pdf(inhoud):
        gelezen = scan(inhoud, partial(proefdruk, opdracht=[*opdracht, "pdf"]))
        soort, mime = Bijlagesoort.PDF, "application/pdf"
    elif is_beeld(inhoud):
        gelezen = foto(inhoud, [*opdracht, "foto"])
        soort, mime = Bijlagesoort.FOTO, "image/jpeg"
    else:
        raise weigering(naam, inhoud)
    return IngelezenBijlage(
        soort,
        mime,
        gelezen.data,
        gelezen.bladzijden,
        camera=gelezen.camera,
        waarschuwing=gelezen.waarschuwing,
        bron_sha256=hashlib.sha256(inhoud).hexdigest(),
    )


def toon_bijlage(inhoud: bytes, nummer: int, breedte: int, opdracht: Sequence[str]) -> Bijlageblad:
    """See ``bijlagebeeld`` of the port ``Papier``."""
    gemaakt = bijlagebeeld(inhoud, [*opdracht, "blad", str(nummer), str(breedte)])
    beeld = Paginabeeld(gemaakt.beeld.width, gemaakt.beeld.height, gemaakt.beeld.rgba)
    return Bijlageblad(gemaakt.bladzijden, gemaakt.nummer, beeld)
