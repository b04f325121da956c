"""What a camera wrote before it made a picture of it (DNG, NEF, ARW, CR2): a TIFF with a stamp in front.

The first directory of such a file holds a copy of a few hundred pixels; the photo itself lies behind it, in
samples that only the program of the camera can develop. As a TIFF, the stamp would be kept for the photo.
"""

from __future__ import annotations

import struct

_KLEIN, _DELEN, _VERSIE = 254, 330, 50706
"""NewSubfileType and SubIFDs (TIFF 6.0 and its technical note 1), DNGVersion (Adobe DNG 1.7)."""
_MERK = b"\x10\0\0\0CR\2"
"""Canon: the first directory at sixteen, and what stands before it."""
_VELD = 12
"""Bytes of a field: number, type, count, value."""


def is_ruwbeeld(data: bytes) -> bool:
    """Whether this TIFF is the raw file of a camera, by the fields of its first directory."""
    if not data.startswith((b"II*\0", b"MM\0*")):
        return False
    velden = _velden(data, "<" if data[:2] == b"II" else ">")
    klein = velden.get(_KLEIN, 0) & 1 == 1
    return data.startswith(_MERK, 4) or _VERSIE in velden or (klein and _DELEN in velden)


def _velden(data: bytes, volgorde: str) -> dict[int, int]:
    """The numbers of the fields and what stands in their place of four bytes; empty when they are cut off."""
    try:
        (begin,) = struct.unpack_from(volgorde + "I", data, 4)
        (aantal,) = struct.unpack_from(volgorde + "H", data, begin)
        plaatsen = range(begin + 2, begin + 2 + aantal * _VELD, _VELD)
        return dict(_veld(data, plaats, volgorde) for plaats in plaatsen)
    except struct.error:
        return {}


def _veld(data: bytes, plaats: int, volgorde: str) -> tuple[int, int]:
    nummer, soort = struct.unpack_from(volgorde + "HH", data, plaats)
    kort = soort == 3  # a short number lies at the front of its place
    (waarde,) = struct.unpack_from(volgorde + ("H" if kort else "I"), data, plaats + 8)
    return nummer, waarde
