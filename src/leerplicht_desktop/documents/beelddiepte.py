"""Depth and colour of pictures from outside: whatever a scanner or camera wrote becomes eight bits.

Pillow keeps the high byte of samples of sixteen bits. Many scanners fill nine to fifteen of them, so that
white is 4095 at twelve; what is left of such a page is black. So the depth is measured in the picture.
"""

from __future__ import annotations

import io
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

_BITS, _BYTE = 16, 8
_MONSTER = 1024
"""Pixels at a side that are measured: a million samples are enough to know the depth."""
_UITSCHIETERS = 2000
"""One bright sample in so many is dust, a mark or a broken cell, and says nothing of the depth."""
_ZONDER_DOORZICHT = {"RGBA": 3, "LA": 1}
_FOTOMETRIE, _WIT_IS_NUL = 262, 0
_ANDERSOM = {"B": "L", "L": "B", "N": "B" if sys.byteorder == "little" else "L"}


class Meetwaarden(ValueError):  # noqa: N818 - said of the file, not of the program
    """Samples without a fixed white: measurements and no picture."""


def grijs(beeld: Image) -> tuple[Image, int]:
    """Greys of more than eight bits as ``L``, and how many bits were in use; of other pictures 0 bits.

    Raises ``Meetwaarden`` for signed, 32-bit and floating greys.
    """
    if not beeld.mode.startswith("I;16"):
        if beeld.mode in {"I", "F"}:
            raise Meetwaarden
        return beeld, 0
    andersom = dict(getattr(beeld, "tag_v2", {})).get(_FOTOMETRIE) == _WIT_IS_NUL
    breed = beeld.convert("I")
    bits = _bits(breed)
    factor = 1 / (1 << (bits - _BYTE))
    smal = breed.point(lambda waarde: waarde * factor).convert("L")
    return (smal.point(lambda waarde: 255 - waarde) if andersom else smal), bits


def _bits(breed: Image) -> int:
    """How many bits nearly all samples fit in: 8 to 16."""
    from PIL.Image import Resampling

    monster = breed
    if max(breed.size) > _MONSTER:
        maat = (min(breed.width, _MONSTER), min(breed.height, _MONSTER))
        monster = breed.resize(maat, Resampling.NEAREST)
    teveel = _uitschieters(monster.width * monster.height)
    for bits in range(_BYTE, _BITS):
        factor = 1 / (1 << bits)
        onder = monster.point(lambda waarde, factor=factor: waarde * factor).convert("L").histogram()[0]
        if monster.width * monster.height - onder <= teveel:
            return bits
    return _BITS


def _uitschieters(aantal: int) -> int:
    return -(-aantal // _UITSCHIETERS)


def is_diep(beeld: Image) -> bool:
    """Whether the file holds colours of sixteen bits, which Pillow halves. Ask before it is loaded."""
    return not beeld.mode.startswith("I") and any(";16" in ruw for ruw in _ruwe_standen(beeld))


def _ruwe_standen(beeld: Image) -> list[str]:
    return [deel for tegel in _tegels(beeld) for deel in _delen(tegel.args) if isinstance(deel, str)]


def _tegels(beeld: Image) -> list[Any]:
    """How the file is to be unpacked: Pillow's own list, of which the first word says the order of bytes."""
    return list(getattr(beeld, "tile", ()))


def _delen(args: object) -> tuple[object, ...]:
    return args if isinstance(args, tuple) else (args,)


def lage_helft(beeld: Image) -> Image:
    """The low byte of every sample of ``beeld``, which was opened anew and not loaded.

    Raises ``Meetwaarden`` for the one order that Pillow cannot read backwards (grey with transparency).
    """
    gedraaid = [
        tegel._replace(args=draai if isinstance(tegel.args, tuple) else draai[0])
        for tegel in _tegels(beeld)
        for draai in (tuple(_andersom(deel) for deel in _delen(tegel.args)),)
    ]
    if any(ruw.startswith("LA") for ruw in _ruwe_standen(beeld)):
        raise Meetwaarden
    vars(beeld)["tile"] = gedraaid
    beeld.load()
    return beeld


def _andersom(deel: object) -> object:
    if isinstance(deel, str) and ";16" in deel:
        return deel[:-1] + _ANDERSOM.get(deel[-1], deel[-1])
    return deel


def diepte(hoog: Image) -> int:
    """How many bits of the sixteen nearly all colours fit in, by their high bytes; 8 to 16."""
    kleuren = hoog.split()[: _ZONDER_DOORZICHT.get(hoog.mode)]
    return max(_diepte(kleur) for kleur in kleuren)


def _diepte(hoog: Image) -> int:
    telling = hoog.histogram()
    for bits in range(_BYTE, _BITS):
        if sum(telling[1 << (bits - _BYTE) :]) <= _uitschieters(sum(telling)):
            return bits
    return _BITS


def samen(hoog: Image, laag: Image, bits: int) -> Image:
    """Colours of ``bits`` bits out of their high and low bytes."""
    from PIL import Image, ImageChops

    links, rechts = _BITS - bits, bits - _BYTE
    op = [min(255, waarde << links) for waarde in range(256)]
    neer = [waarde >> rechts for waarde in range(256)]
    klaar = [
        ImageChops.add(een.point(op), ander.point(neer)) if _diepte(een) <= bits else een
        for een, ander in zip(hoog.split(), laag.split(), strict=True)
    ]
    return Image.merge(hoog.mode, klaar)


def naar_rood_groen_blauw(beeld: Image, bestand: str | None) -> Image:
    """Colours as a screen shows them: by the profile in the picture, else by the usual one of its kind.

    ``bestand`` is the kind of file, as Pillow names it.
    """
    profiel = beeld.info.get("icc_profile")
    if beeld.mode == "P":
        beeld = beeld.convert("RGBA" if "transparency" in beeld.info else "RGB")
    if beeld.mode == "CMYK" and bestand == "JPEG" and "adobe" not in beeld.info:
        beeld = beeld.point(lambda waarde: 255 - waarde)  # Pillow takes every such file for one of Adobe
    if isinstance(profiel, bytes) and profiel:
        with suppress(*_profielfouten()):  # a broken profile: the usual colours still show the picture
            return _door_profiel(beeld, profiel)
    if beeld.mode == "LAB":
        return _uit_lab(beeld)
    return beeld


def _profielfouten() -> tuple[type[Exception], ...]:
    from PIL.ImageCms import PyCMSError

    return (PyCMSError, OSError, ValueError, TypeError)


def _door_profiel(beeld: Image, profiel: bytes) -> Image:
    from PIL import ImageCms

    van = ImageCms.ImageCmsProfile(io.BytesIO(profiel))
    soort = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}.get(van.profile.xcolor_space.strip(), "")
    doorzicht = beeld.getchannel("A") if beeld.mode in {"RGBA", "LA"} else None
    kaal = beeld.convert("L" if beeld.mode == "LA" else "RGB") if doorzicht is not None else beeld
    if kaal.mode != soort:
        raise ValueError
    klaar = ImageCms.profileToProfile(kaal, van, ImageCms.createProfile("sRGB"), outputMode="RGB")
    if klaar is None:
        raise ValueError
    if doorzicht is not None:
        klaar.putalpha(doorzicht)
    return klaar


def _uit_lab(beeld: Image) -> Image:
    from PIL import ImageCms

    omzetting = ImageCms.buildTransform(
        ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), "LAB", "RGB"
    )
    klaar = ImageCms.applyTransform(beeld, omzetting)
    if klaar is None:
        raise ValueError
    return klaar
