"""Pictures from outside, made anew: nothing of the old file comes along but what can be seen."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leerplicht_desktop.documents.problems import PapierProblem

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True, slots=True)
class Grens:
    """What a picture may be: formats as Pillow names them, pixels, and the longest side it keeps.

    ``naam`` is what it is to the officer, ``kies`` and ``anders`` say what to do instead.
    """

    formats: tuple[str, ...]
    pixels: int
    zijde: int
    naam: str = "foto"
    kies: str = "een JPEG of PNG"
    anders: str = ""


@contextmanager
def zonder_gemor() -> Iterator[None]:
    """Pillow warns of many pixels and of odd hidden data: we refuse the first and drop the second."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


_DIRECT = {"RGB", "RGBA", "L", "LA"}  # modes that can be made smaller before they are made RGB


def hertekend(data: bytes, grens: Grens) -> Image:
    """The picture in RGB on white, upright and no larger than the limit.

    Raises ``PapierProblem`` for what is no picture of these formats or has too many pixels.
    """
    from PIL import Image, UnidentifiedImageError

    too_many = PapierProblem(
        f"Te veel beeldpunten: dit is geen gewone {grens.naam}.",
        f"Maak het bestand kleiner dan {grens.pixels // 1_000_000} megapixel. {grens.anders}".rstrip(),
    )
    try:
        with zonder_gemor(), Image.open(io.BytesIO(data), formats=grens.formats) as picture:
            if picture.width * picture.height > grens.pixels:
                raise too_many
            if picture.format == "TIFF" and getattr(picture, "n_frames", 1) > 1:
                raise PapierProblem(
                    "Dit bestand heeft meer dan een bladzijde. Als foto blijft alleen de eerste over.",
                    "Sla het op als pdf en kies dat bestand. Er is niets toegevoegd.",
                )
            return _bare(picture, grens.zijde)
    except Image.DecompressionBombError as error:
        raise too_many from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, struct.error) as error:
        raise PapierProblem(
            f"Dit bestand is niet te lezen als {grens.naam}.", f"Kies {grens.kies}. {grens.anders}".rstrip()
        ) from error


def _eight_bits(picture: Image) -> Image:
    """Greys of 16 bits, as some scanners make them, brought back to 8: Pillow makes them white as they are.

    Raises ``OSError`` for greys without a fixed white, which are measurements and no photo.
    """
    if picture.mode.startswith("I;16") or (picture.mode == "I" and picture.format == "PNG"):
        return picture.point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in {"I", "F"}:
        raise OSError
    return picture


def _bare(picture: Image, side: int) -> Image:
    """What can be seen of it. It is made smaller first: 60 megapixel take 180 MB, and each copy as much."""
    from PIL import Image, ImageOps

    picture.draft("RGB", (side, side))
    small: Image.Image = _eight_bits(picture)
    if picture.mode in _DIRECT:
        small.thumbnail((side, side))
    upright = ImageOps.exif_transpose(small).convert("RGBA")
    upright.thumbnail((side, side))
    bare = Image.new("RGB", upright.size, "white")
    bare.paste(upright, mask=upright.getchannel("A"))
    return bare
