"""Pages as small grey pictures, and how far two of them lie apart.

Every letter of a page comes out of the file itself and pdfium draws it without the fonts of the machine, so
that the same document gives the same picture everywhere.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

from PIL import Image, ImageChops, ImageOps

from leerplicht_desktop.documents.preview import Preview

DPI = 50
GOUD = Path(__file__).parent / "golden"
VERSCHILLEN = Path(__file__).parents[2] / "build" / "golden"  # git looks away from build
SCHRIJF = os.environ.get("LEERPLICHT_GOUD") == "schrijf"
HERNIEUW = "Bekijk build/golden. Is het zo goed? Dan schrijft `make golden` alles nieuw."
_GRENS = 6  # mean difference in grey, of 255, that one square of 5 by 5 mm may have
_VAK = 10  # pixels
_STAPPEN = 17  # 16 shades of grey: 4 bits a pixel


def platen(data: bytes) -> list[Image.Image]:
    """Each page in 16 shades of grey at ``DPI``."""
    with Preview(data) as preview:
        pictures = [preview.picture(index, DPI) for index in range(preview.pages)]
    full = [Image.frombytes("RGBA", (one.width, one.height), one.rgba).convert("L") for one in pictures]
    return [page.point(lambda grey: round(grey / _STAPPEN) * _STAPPEN) for page in full]


def afstand(one: Image.Image, other: Image.Image) -> int:
    """The difference in the square where it is largest: 0 is the same, 255 is black on white."""
    if one.size != other.size:
        return 255
    low, high = ImageChops.difference(one, other).reduce(_VAK).getextrema()
    assert isinstance(low, (int, float))
    assert isinstance(high, (int, float))
    return round(high)


def gelijk(one: Image.Image, other: Image.Image) -> bool:
    """Whether a reader would see the same page."""
    return afstand(one, other) <= _GRENS


def bewaarde(name: str) -> list[Image.Image]:
    """The pages as they were kept; none when the document is new."""
    pages = sorted(GOUD.glob(f"{name}.blad[0-9][0-9].png"))
    return [Image.open(io.BytesIO(path.read_bytes())).convert("L") for path in pages]


def bewaar(name: str, pages: list[Image.Image]) -> None:
    """Keeps the pages in place of what was there."""
    for path in GOUD.glob(f"{name}.blad[0-9][0-9].png"):
        path.unlink()
    for number, page in enumerate(pages, 1):
        shades = page.point(lambda grey: grey // _STAPPEN)
        small = Image.frombytes("P", page.size, shades.tobytes())
        small.putpalette([shade * _STAPPEN for shade in range(16) for _ in "rgb"])
        small.save(GOUD / f"{name}.blad{number:02d}.png", bits=4, optimize=True)


def vergelijk(name: str, data: bytes) -> list[str]:
    """What differs from the pages that were kept; a picture of each difference lands in ``build/golden``."""
    now = platen(data)
    if SCHRIJF:
        bewaar(name, now)
    kept = bewaarde(name)
    if len(kept) != len(now):
        return [f"{name}: {len(kept)} bladen bewaard, {len(now)} gemaakt"]
    found = []
    for number, (old, new) in enumerate(zip(kept, now, strict=True), 1):
        if not gelijk(old, new):
            place = _toon(f"{name}.blad{number:02d}.png", old, new)
            found.append(f"{name}, blad {number}: {afstand(old, new)} van 255, zie {place}")
    return found


def _toon(name: str, old: Image.Image, new: Image.Image) -> str:
    """Kept, made and their difference side by side; returns where."""
    VERSCHILLEN.mkdir(parents=True, exist_ok=True)
    new = ImageOps.pad(new, old.size, color=255)
    sheet = Image.new("L", (old.width * 3, old.height), 255)
    for column, part in enumerate((old, new, ImageOps.invert(ImageChops.difference(old, new)))):
        sheet.paste(part, (column * old.width, 0))
    sheet.save(VERSCHILLEN / name)
    return f"build/golden/{name}"
