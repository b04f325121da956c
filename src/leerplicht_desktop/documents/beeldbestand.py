"""Pictures from outside, made anew: nothing of the old file comes along but what can be seen."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leerplicht_desktop.documents.problems import PapierProblem

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True, slots=True)
class Grens:
    """What a picture may be: formats as Pillow names them, pixels, and the longest side it keeps."""

    formats: tuple[str, ...]
    pixels: int
    zijde: int
    naam: str = "foto"


def hertekend(data: bytes, grens: Grens) -> Image:
    """The picture in RGB on white, upright and no larger than the limit.

    Raises ``PapierProblem`` for what is no picture of these formats or has too many pixels.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    too_many = PapierProblem(
        f"Te veel beeldpunten: dit is geen gewone {grens.naam}.",
        f"Maak het bestand kleiner dan {grens.pixels // 1_000_000} megapixel.",
    )
    try:
        with warnings.catch_warnings():  # Pillow warns from 89 megapixel on; we refuse well before
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=grens.formats)
        with picture:
            if picture.width * picture.height > grens.pixels:
                raise too_many
            picture.draft("RGB", (grens.zijde, grens.zijde))
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except Image.DecompressionBombError as error:
        raise too_many from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise PapierProblem(
            f"Dit bestand is niet te lezen als {grens.naam}.", "Kies een JPEG of PNG."
        ) from error
    bare = Image.new("RGB", upright.size, "white")
    bare.paste(upright, mask=upright.getchannel("A"))
    bare.thumbnail((grens.zijde, grens.zijde))
    return bare
