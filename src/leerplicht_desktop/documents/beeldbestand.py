"""Pictures from outside, made anew: nothing of the old file comes along but what can be seen."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leerplicht_desktop.documents import beelddiepte
from leerplicht_desktop.documents.bestandssoort import beeldsoort
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


KAPOT: tuple[type[Exception], ...] = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BufferError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What Pillow and the libraries under it raise at bytes they cannot make sense of."""
_DIRECT = {"RGB", "RGBA", "L", "LA", "CMYK", "LAB"}  # modes that can be made smaller before they are RGB
_BEWEEGT = {"TIFF", "PNG", "WEBP"}  # a JPEG with more pictures in it carries depth or a smaller copy
_DONKER = 26
"""A tenth of white: of a picture in which nothing is lighter, nothing can be seen."""


class Beeldfout(StrEnum):
    """Why a picture is not kept."""

    ONLEESBAAR = "onleesbaar"
    BEELDPUNTEN = "beeldpunten"
    BLADZIJDEN = "bladzijden"
    BEWEEGT = "beweegt"
    MEETWAARDEN = "meetwaarden"
    ZWAAR = "zwaar"


class Onbruikbaar(Exception):  # noqa: N818 - said of the file, not of the program
    """A picture that is not kept; ``fout`` says why."""

    def __init__(self, fout: Beeldfout) -> None:
        super().__init__(fout.value)
        self.fout = fout


@dataclass(frozen=True, slots=True)
class Hertekening:
    """A picture made anew, in RGB on white and upright.

    ``bits`` are those in use when the file has room for sixteen and fills fewer (else 0), ``donker`` whether
    nothing in it is lighter than a tenth of white.
    """

    beeld: Image
    bits: int = 0
    donker: bool = False


def hertekend(data: bytes, grens: Grens) -> Hertekening:
    """The picture in RGB on white, upright and no larger than the limit.

    Raises ``PapierProblem`` for what is no picture of these formats or has too many pixels.
    """
    try:
        return teken(data, grens)
    except Onbruikbaar as fout:
        raise beeldprobleem(fout.fout, grens) from fout


def beeldprobleem(fout: Beeldfout, grens: Grens) -> PapierProblem:
    """What went wrong with a picture, in words, and what to do."""
    bericht, raad = {
        Beeldfout.ONLEESBAAR: (
            f"Dit bestand is niet te lezen als {grens.naam}. Het is beschadigd of niet heel.",
            f"Haal het opnieuw op, of kies {grens.kies}.",
        ),
        Beeldfout.BEELDPUNTEN: (
            f"Te veel beeldpunten: dit is geen gewone {grens.naam}.",
            f"Maak het bestand kleiner dan {grens.pixels // 1_000_000} megapixel.",
        ),
        Beeldfout.BLADZIJDEN: (
            "Dit bestand heeft meer dan een bladzijde. Als foto blijft alleen de eerste over.",
            "Sla het op als pdf en kies dat bestand.",
        ),
        Beeldfout.BEWEEGT: (
            "Dit is een bewegend plaatje. Daarvan kan hier geen beeld worden bewaard.",
            "Maak er een schermafdruk van en kies die.",
        ),
        Beeldfout.MEETWAARDEN: (
            f"In dit bestand staan meetwaarden zonder vast wit. Dat is niet te tonen als {grens.naam}.",
            "Sla het in het programma waar het vandaan komt op als jpg of png.",
        ),
        Beeldfout.ZWAAR: (
            f"Deze {grens.naam} vraagt te veel van de laptop.",
            "Open hem, sla hem kleiner op als jpg en kies dat bestand.",
        ),
    }[fout]
    return PapierProblem(bericht, f"{raad} {grens.anders}".rstrip())


def teken(data: bytes, grens: Grens) -> Hertekening:
    """See ``hertekend``. Raises ``Onbruikbaar``."""
    from PIL import Image

    soort = beeldsoort(data)
    if soort not in grens.formats:
        raise Onbruikbaar(Beeldfout.ONLEESBAAR)
    try:
        with zonder_gemor(), Image.open(io.BytesIO(data), formats=(soort,)) as picture:
            _pas(picture, grens)
            return _bare(picture, data, grens.zijde)
    except Image.DecompressionBombError as error:
        raise Onbruikbaar(Beeldfout.BEELDPUNTEN) from error
    except beelddiepte.Meetwaarden as error:
        raise Onbruikbaar(Beeldfout.MEETWAARDEN) from error
    except MemoryError as error:
        raise Onbruikbaar(Beeldfout.ZWAAR) from error
    except KAPOT as error:
        raise Onbruikbaar(Beeldfout.ONLEESBAAR) from error


def _pas(picture: Image, grens: Grens) -> None:
    if picture.width * picture.height > grens.pixels:
        raise Onbruikbaar(Beeldfout.BEELDPUNTEN)
    if picture.format in _BEWEEGT and getattr(picture, "n_frames", 1) > 1:
        raise Onbruikbaar(Beeldfout.BLADZIJDEN if picture.format == "TIFF" else Beeldfout.BEWEEGT)


def _bare(picture: Image, data: bytes, side: int) -> Hertekening:
    """What can be seen of it. It is made smaller first: 60 megapixel take 180 MB, and each copy as much."""
    from PIL import Image, ImageOps

    kind = picture.format
    picture.draft("RGB", (side, side))
    grey, bits = _deep(picture, data) if beelddiepte.is_diep(picture) else beelddiepte.grijs(picture)
    if grey.mode in _DIRECT:
        grey.thumbnail((side, side))
    upright = ImageOps.exif_transpose(beelddiepte.naar_rood_groen_blauw(grey, kind)).convert("RGBA")
    upright.thumbnail((side, side))
    clear = upright.getchannel("A")
    bare = Image.new("RGB", upright.size, "white")
    # Room for transparency that was never filled in: nothing would show of the picture.
    bare.paste(upright, mask=clear if kind == "PNG" or clear.getextrema() != (0, 0) else None)
    return Hertekening(bare, bits if 0 < bits < _WIDE else 0, _is_dark(bare))


_WIDE = 16


def _deep(picture: Image, data: bytes) -> tuple[Image, int]:
    """Colours of sixteen bits; those that do not fill them are read a second time for their low bytes."""
    from PIL import Image

    picture.load()
    bits = beelddiepte.diepte(picture)
    if bits == _WIDE:
        return picture, bits
    with Image.open(io.BytesIO(data), formats=(str(picture.format),)) as again:
        joined = beelddiepte.samen(picture, beelddiepte.lage_helft(again), bits)
    joined.info = dict(picture.info)
    return joined, bits


def _is_dark(picture: Image) -> bool:
    counted = picture.convert("L").histogram()
    return sum(counted[_DONKER:]) <= sum(counted) // 2000
