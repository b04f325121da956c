"""What comes from outside into a dossier: photos are made anew without their hidden data, PDFs are looked at.

A photo from a telephone tells where and when it was taken and by which device. Only the picture is kept.
"""

from __future__ import annotations

import hashlib
import io
import struct
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from leerplicht_desktop.documents.beeldbestand import Grens, hertekend, zonder_gemor
from leerplicht_desktop.documents.problems import PapierProblem
from leerplicht_desktop.documents.proefdruk import Proef
from leerplicht_desktop.domain.stuk.dossierbijlage import MAX_BYTES

MAX_PHOTO_BYTES = 60 * 1024 * 1024  # as it comes in; what is kept is far smaller
MAX_PIXELS = 60_000_000  # a telephone makes 12 to 50 million; more is a mistake or an attack
MAX_SIDE = 2048  # pixels: A4 at 175 dpi, enough to read a page of print
_EXIF_FOLDER, _TAKEN, _OFFSET = 0x8769, 0x9003, 0x9011
_QUALITY = 85
_FOTO = Grens(
    ("JPEG", "PNG", "WEBP", "TIFF", "BMP"),
    MAX_PIXELS,
    MAX_SIDE,
    kies="een foto (jpg of png) of een pdf",
    anders="Een foto in heic sla je eerst op als jpg. Er is niets toegevoegd.",
)


@dataclass(frozen=True, slots=True)
class Bijlagebestand:
    """A file fit to keep: its bytes, kind (``jpeg`` or ``pdf``), number of pages and SHA-256.

    ``gemaakt_op`` is when the camera says a photo was taken: without a zone where it names none, None where
    it says nothing. ``waarschuwing`` is what the officer should know about the file, if anything.
    """

    data: bytes
    soort: str
    bladzijden: int
    sha256: str
    gemaakt_op: datetime | None = None
    waarschuwing: str = ""


def _kept(data: bytes, soort: str, pages: int, taken: datetime | None = None) -> Bijlagebestand:
    return Bijlagebestand(data, soort, pages, hashlib.sha256(data).hexdigest(), taken)


def _not_too_big(data: bytes, limit: int) -> None:
    if len(data) > limit:
        raise PapierProblem(
            "Dit bestand is te groot.",
            f"Maak het kleiner dan {limit // 1024 // 1024} MB. Er is niets toegevoegd.",
        )


def _taken(data: bytes) -> datetime | None:
    """The moment in the hidden data of a photo that could be read before."""
    from PIL import Image

    try:
        with zonder_gemor(), Image.open(io.BytesIO(data)) as picture:
            told = picture.getexif().get_ifd(_EXIF_FOLDER)
        moment, offset = str(told.get(_TAKEN, "")), str(told.get(_OFFSET, ""))
        return datetime.fromisoformat(moment.replace(":", "-", 2) + offset)
    except (ValueError, TypeError, KeyError, SyntaxError, OSError, struct.error):
        return None  # broken hidden data says nothing; the picture itself is sound


def foto(data: bytes) -> Bijlagebestand:
    """A photo as JPEG in RGB, upright, at most ``MAX_SIDE`` pixels, without any hidden data.

    The same photo gives the same bytes. Raises ``PapierProblem`` for what is no photo or far too big.
    """
    _not_too_big(data, MAX_PHOTO_BYTES)
    target = io.BytesIO()
    hertekend(data, _FOTO).save(target, "JPEG", quality=_QUALITY)
    return _kept(target.getvalue(), "jpeg", 1, _taken(data))


def scan(data: bytes, proef: Callable[[bytes], Proef]) -> Bijlagebestand:
    """A PDF from elsewhere, kept as it is, since it may be evidence.

    ``proef`` draws it elsewhere first; see ``proefdruk``. Raises ``PapierProblem`` for what is too big or
    what ``proef`` refuses.
    """
    _not_too_big(data, MAX_BYTES)
    proved = proef(data)
    return replace(_kept(data, "pdf", proved.bladzijden), waarschuwing=proved.waarschuwing)
