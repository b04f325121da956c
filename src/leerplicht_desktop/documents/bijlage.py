"""What comes from outside into a dossier: photos are made anew without their hidden data, PDFs are looked at.

A photo from a telephone tells where and when it was taken and by which device. Only the picture is kept.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from datetime import datetime

from leerplicht_desktop.documents.beeldbestand import Grens, hertekend
from leerplicht_desktop.documents.preview import Preview
from leerplicht_desktop.documents.problems import PapierProblem
from leerplicht_desktop.domain.dossierbijlage import MAX_BLADZIJDEN, MAX_BYTES

MAX_PHOTO_BYTES = 60 * 1024 * 1024  # as it comes in; what is kept is far smaller
MAX_PIXELS = 60_000_000  # a telephone makes 12 to 50 million; more is a mistake or an attack
MAX_SIDE = 2048  # pixels: A4 at 175 dpi, enough to read a page of print
_EXIF_FOLDER, _TAKEN, _OFFSET = 0x8769, 0x9003, 0x9011
_QUALITY = 85
_FOTO = Grens(("JPEG", "PNG", "WEBP", "TIFF", "BMP"), MAX_PIXELS, MAX_SIDE)


@dataclass(frozen=True, slots=True)
class Bijlagebestand:
    """A file fit to keep: its bytes, kind (``jpeg`` or ``pdf``), number of pages and SHA-256.

    ``gemaakt_op`` is when the camera says a photo was taken: without a zone where it names none, None where
    it says nothing.
    """

    data: bytes
    soort: str
    bladzijden: int
    sha256: str
    gemaakt_op: datetime | None = None


def _kept(data: bytes, soort: str, pages: int, taken: datetime | None = None) -> Bijlagebestand:
    return Bijlagebestand(data, soort, pages, hashlib.sha256(data).hexdigest(), taken)


def _not_too_big(data: bytes, limit: int) -> None:
    if len(data) > limit:
        raise PapierProblem("Dit bestand is te groot.", f"Maak het kleiner dan {limit // 1024 // 1024} MB.")


def _taken(data: bytes) -> datetime | None:
    """The moment in the hidden data of a photo that could be read before."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as picture:
        told = picture.getexif().get_ifd(_EXIF_FOLDER)
    moment, offset = str(told.get(_TAKEN, "")), str(told.get(_OFFSET, ""))
    try:
        return datetime.fromisoformat(moment.replace(":", "-", 2) + offset)
    except ValueError:
        return None


def foto(data: bytes) -> Bijlagebestand:
    """A photo as JPEG in RGB, upright, at most ``MAX_SIDE`` pixels, without any hidden data.

    The same photo gives the same bytes. Raises ``PapierProblem`` for what is no photo or far too big.
    """
    _not_too_big(data, MAX_PHOTO_BYTES)
    target = io.BytesIO()
    hertekend(data, _FOTO).save(target, "JPEG", quality=_QUALITY)
    return _kept(target.getvalue(), "jpeg", 1, _taken(data))


def scan(data: bytes) -> Bijlagebestand:
    """A PDF from elsewhere, kept as it is, since it may be evidence.

    Raises ``PapierProblem`` for what is no PDF, is empty, or would eat the machine.
    """
    _not_too_big(data, MAX_BYTES)
    with Preview(data) as preview:
        pages = preview.pages
        if not 1 <= pages <= MAX_BLADZIJDEN:
            raise PapierProblem(
                f"Deze pdf heeft {pages} bladzijden.", f"Kies er een met 1 tot {MAX_BLADZIJDEN}."
            )
    return _kept(data, "pdf", pages)
