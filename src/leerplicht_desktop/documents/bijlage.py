"""What comes from outside into a dossier: photos are made anew without their hidden data, PDFs are looked at.

A photo from a telephone tells where and when it was taken and by which device. Only the picture is kept.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from dataclasses import dataclass

from leerplicht_desktop.documents.preview import Preview
from leerplicht_desktop.documents.problems import PapierProblem

MAX_BYTES = 60 * 1024 * 1024
MAX_PIXELS = 60_000_000  # a telephone makes 12 to 50 million; more is a mistake or an attack
MAX_SIDE = 2600  # pixels: A4 at 220 dpi, enough to read a page of print
MAX_PAGES = 500
_QUALITY = 85


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
    from PIL import Image, ImageOps, UnidentifiedImageError

    _not_too_big(data)
    too_many = PapierProblem(
        "Deze foto is te groot.", f"Maak hem kleiner dan {MAX_PIXELS // 1_000_000} megapixel."
    )
    try:
        with warnings.catch_warnings():  # Pillow warns from 89 megapixel on; we refuse well before
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP", "TIFF", "BMP"))
        with picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise too_many
            picture.draft("RGB", (MAX_SIDE, MAX_SIDE))
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except Image.DecompressionBombError as error:
        raise too_many from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise PapierProblem("Deze foto is niet te lezen.", "Kies een JPEG of PNG.") from error
    bare = Image.new("RGB", upright.size, "white")  # a new picture: nothing of the old file comes along
    bare.paste(upright, mask=upright.getchannel("A"))
    bare.thumbnail((MAX_SIDE, MAX_SIDE))
    target = io.BytesIO()
    bare.save(target, "JPEG", quality=_QUALITY)
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
