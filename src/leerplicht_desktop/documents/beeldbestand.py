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
from leerplicht_desktop.documents.problemen import PapierProblem

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True, slots=True)
class Grens:
    """What a picture may be: formats as Pillow names them, pixels, and the longest side it keeps.

    ``naam`` is what it is to the officer, ``kies`` and ``anders`` say what to do instead.
    """

    vormen: tuple[str, ...]
    punten: int
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
_RECHTSTREEKS = {
    "RGB",
    "RGBA",
    "L",
    "LA",
    "CMYK",
    "LAB",
}  # modes that can be made smaller before they are RGB
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
            f"Maak het bestand kleiner dan {grens.punten // 1_000_000} megapixel.",
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
    if soort not in grens.vormen:
        raise Onbruikbaar(Beeldfout.ONLEESBAAR)
    try:
        with zonder_gemor(), Image.open(io.BytesIO(data), formats=(soort,)) as beeld:
            _pas(beeld, grens)
            return _kale_punten(beeld, data, grens.zijde)
    except Image.DecompressionBombError as fout:
        raise Onbruikbaar(Beeldfout.BEELDPUNTEN) from fout
    except beelddiepte.Meetwaarden as fout:
        raise Onbruikbaar(Beeldfout.MEETWAARDEN) from fout
    except MemoryError as fout:
        raise Onbruikbaar(Beeldfout.ZWAAR) from fout
    except KAPOT as fout:
        raise Onbruikbaar(Beeldfout.ONLEESBAAR) from fout


def _pas(beeld: Image, grens: Grens) -> None:
    if beeld.width * beeld.height > grens.punten:
        raise Onbruikbaar(Beeldfout.BEELDPUNTEN)
    if beeld.format in _BEWEEGT and getattr(beeld, "n_frames", 1) > 1:
        raise Onbruikbaar(Beeldfout.BLADZIJDEN if beeld.format == "TIFF" else Beeldfout.BEWEEGT)


def _kale_punten(beeld: Image, data: bytes, zijde: int) -> Hertekening:
    """What can be seen of it. It is made smaller first: 60 megapixel take 180 MB, and each copy as much."""
    from PIL import Image, ImageOps

    soort = beeld.format
    beeld.draft("RGB", (zijde, zijde))
    grijs, bits = _diep(beeld, data) if beelddiepte.is_diep(beeld) else beelddiepte.grijs(beeld)
    if grijs.mode in _RECHTSTREEKS:
        grijs.thumbnail((zijde, zijde))
    rechtop = ImageOps.exif_transpose(beelddiepte.naar_rood_groen_blauw(grijs, soort)).convert("RGBA")
    rechtop.thumbnail((zijde, zijde))
    doorzichtig = rechtop.getchannel("A")
    kaal = Image.new("RGB", rechtop.size, "white")
    # Room for transparency that was never filled in: nothing would show of the picture.
    kaal.paste(rechtop, mask=doorzichtig if soort == "PNG" or doorzichtig.getextrema() != (0, 0) else None)
    return Hertekening(kaal, bits if 0 < bits < _BREED else 0, _is_donker(kaal))


_BREED = 16


def _diep(beeld: Image, data: bytes) -> tuple[Image, int]:
    """Colours of sixteen bits; those that do not fill them are read a second time for their low bytes."""
    from PIL import Image

    beeld.load()
    bits = beelddiepte.diepte(beeld)
    if bits == _BREED:
        return beeld, bits
    with Image.open(io.BytesIO(data), formats=(str(beeld.format),)) as herhaald:
        samengevoegd = beelddiepte.samen(beeld, beelddiepte.lage_helft(herhaald), bits)
    samengevoegd.info = dict(beeld.info)
    return samengevoegd, bits


def _is_donker(beeld: Image) -> bool:
    geteld = beeld.convert("L").histogram()
    return sum(geteld[_DONKER:]) <= sum(geteld) // 2000
