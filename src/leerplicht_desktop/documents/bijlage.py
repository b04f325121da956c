"""What comes from outside into a dossier: photos are made anew without their hidden data, PDFs are looked at.

A photo from a telephone tells where and when it was taken and by which device. Only the picture is kept.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass

from leerplicht_desktop.documents.beeldbestand import Grens, hertekend
from leerplicht_desktop.documents.preview import Preview
from leerplicht_desktop.documents.problems import PapierProblem

MAX_BYTES = 60 * 1024 * 1024
MAX_PIXELS = 60_000_000  # a telephone makes 12 to 50 million; more is a mistake or an attack
MAX_SIDE = 2600  # pixels: A4 at 220 dpi, enough to read a page of print
MAX_PAGES = 500
_QUALITY = 85
_FOTO = Grens(("JPEG", "PNG", "WEBP", "TIFF", "BMP"), MAX_PIXELS, MAX_SIDE)


@dataclass(frozen=True, slots=True)
class Bijlagebestand:
    """A file fit to keep: its bytes, kind (``jpeg`` or ``pdf``), number of pages and SHA-256."""

    data: bytes
    soort: str
    bladzijden: int
    sha256: str


def _kept(data: bytes, soort: str, pages: int) -> Bijlagebestand:
    return Bijlagebestand(data, soort, pages, hashlib.sha256(data).hexdigest())


def _not_too_big(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1024 // 1024
        raise PapierProblem("Dit bestand is te groot.", f"Maak het kleiner dan {limit} MB.")


def foto(data: bytes) -> Bijlagebestand:
    """A photo as JPEG in RGB, upright, at most ``MAX_SIDE`` pixels, without any hidden data.

    The same photo gives the same bytes. Raises ``PapierProblem`` for what is no photo or far too big.
    """
    _not_too_big(data)
    target = io.BytesIO()
    hertekend(data, _FOTO).save(target, "JPEG", quality=_QUALITY)
    return _kept(target.getvalue(), "jpeg", 1)


def scan(data: bytes) -> Bijlagebestand:
    """A PDF from elsewhere, kept as it is, since it may be evidence.

    Raises ``PapierProblem`` for what is no PDF, is empty, or would eat the machine.
    """
    _not_too_big(data)
    with Preview(data) as preview:
        pages = preview.pages
        if not 1 <= pages <= MAX_PAGES:
            raise PapierProblem(f"Deze pdf heeft {pages} bladzijden.", f"Kies er een met 1 tot {MAX_PAGES}.")
    return _kept(data, "pdf", pages)
