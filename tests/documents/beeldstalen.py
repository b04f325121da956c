"""Small pictures of every make a scanner, telephone or program can hand in, written byte by byte.

Each shows the same page of 48 by 32: paper, with a dark bar over its left quarter.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterable, Sequence

from PIL import Image, ImageCms

BREED, HOOG = 48, 32
INKT = BREED // 4
Staal = Callable[[], bytes]


def vlak(papier: Sequence[int], inkt: Sequence[int]) -> list[Sequence[int]]:
    """The samples of the page, row by row."""
    return [inkt if x < INKT else papier for _ in range(HOOG) for x in range(BREED)]


def ingepakt(waarden: Iterable[int], bits: int, orde: str) -> bytes:
    """Samples of 1, 2, 4, 8, 12, 16 or 32 bits behind each other; rows of this page fill whole bytes."""
    if bits in {8, 16, 32}:
        letter = {8: "B", 16: "H", 32: "I"}[bits]
        return b"".join(struct.pack(orde + letter, waarde) for waarde in waarden)
    getal, aantal = 0, 0
    for waarde in waarden:
        getal, aantal = getal << bits | waarde, aantal + bits
    return getal.to_bytes(aantal // 8, "big")


def tiff(
    punten: Sequence[Sequence[int]],
    bits: int,
    fotometrie: int,
    orde: str = "<",
    meer: dict[int, Sequence[int]] | None = None,
) -> bytes:
    """An uncompressed TIFF of one strip; ``meer`` are further tags of short numbers."""
    kanalen = len(punten[0])
    data = ingepakt((waarde for punt in punten for waarde in punt), bits, orde)
    velden: dict[int, Sequence[int]] = {
        256: (BREED,),
        257: (HOOG,),
        258: (bits,) * kanalen,
        259: (1,),
        262: (fotometrie,),
        273: (8,),
        277: (kanalen,),
        278: (HOOG,),
        279: (len(data),),
        **(meer or {}),
    }
    kop = (b"II*\0" if orde == "<" else b"MM\0*") + struct.pack(orde + "I", 8 + len(data) + len(data) % 2)
    map_plaats = 8 + len(data) + len(data) % 2
    achter = map_plaats + 2 + 12 * len(velden) + 4
    regels, los = [], b""
    for nummer, waarden in sorted(velden.items()):
        soort, letter = (4, "I") if max(waarden) > 0xFFFF else (3, "H")
        inhoud = struct.pack(orde + letter * len(waarden), *waarden)
        if len(inhoud) > 4:
            los, inhoud = los + inhoud, struct.pack(orde + "I", achter + len(los))
        regels.append(struct.pack(orde + "HHI", nummer, soort, len(waarden)) + inhoud.ljust(4, b"\0"))
    map_ = struct.pack(orde + "H", len(regels)) + b"".join(regels) + bytes(4)
    return kop + data + bytes(len(data) % 2) + map_ + los


def png(punten: Sequence[Sequence[int]], bits: int, soort: int, voor: bytes = b"") -> bytes:
    """A PNG; ``voor`` are chunks that stand before the samples."""
    kanalen = len(punten[0])
    rijen = [punten[y * BREED : (y + 1) * BREED] for y in range(HOOG)]
    data = b"".join(b"\0" + ingepakt((w for punt in rij for w in punt), bits, ">") for rij in rijen)
    kop = stuk(b"IHDR", struct.pack(">IIBBBBB", BREED, HOOG, bits, soort, 0, 0, 0))
    assert kanalen in {1, 2, 3, 4}
    return b"\x89PNG\r\n\x1a\n" + kop + voor + stuk(b"IDAT", zlib.compress(data)) + stuk(b"IEND", b"")


def stuk(naam: bytes, inhoud: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(inhoud)) + naam + inhoud + struct.pack(">I", zlib.crc32(naam + inhoud))


def bewaard(beeld: Image.Image, soort: str, **hoe: object) -> bytes:
    """What Pillow makes of a picture."""
    doel = io.BytesIO()
    beeld.save(doel, soort, **hoe)
    return doel.getvalue()


def pagina(stand: str, papier: object, inkt: object) -> Image.Image:
    """The page as Pillow has it."""
    beeld = Image.new(stand, (BREED, HOOG), papier)  # type: ignore[arg-type]
    beeld.paste(inkt, (0, 0, INKT, HOOG))  # type: ignore[arg-type]
    return beeld


def grijs(bits: int, orde: str, *, wit_is_nul: bool = False) -> Staal:
    """A grey TIFF of 16 bits in which so many are used."""
    wit = (1 << bits) - 1
    papier, inkt = (0, wit) if wit_is_nul else (wit, wit // 16)
    return lambda: tiff(vlak((papier,), (inkt,)), 16, 0 if wit_is_nul else 1, orde)


def kleur(bits: int, orde: str, kanalen: int = 3) -> Staal:
    """A TIFF of three or four colours (the fourth is full) of 16 bits in which so many are used."""
    wit = (1 << bits) - 1
    extra = (wit,) * (kanalen - 3)
    punten = vlak((wit,) * 3 + extra, (wit // 16,) * 3 + extra)
    return lambda: tiff(punten, 16, 2, orde, {338: (2,)} if kanalen == 4 else None)


def _lab() -> bytes:
    omzetting = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"
    )
    lab = ImageCms.applyTransform(pagina("RGB", "white", "black"), omzetting)
    assert lab is not None
    return bewaard(lab, "TIFF")


def _adobe() -> bytes:
    """Adobe writes CMYK upside down in a JPEG and says so; Pillow writes the same mark."""
    return bewaard(pagina("CMYK", (0, 0, 0, 0), (0, 0, 0, 255)), "JPEG", quality=95)


def _met_profiel() -> bytes:
    profiel = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return bewaard(pagina("RGB", "white", "black"), "JPEG", icc_profile=profiel)


def _palet() -> Image.Image:
    return pagina("RGB", "white", "black").quantize(2)


def _png16(bits: int, soort: int, kanalen: int) -> Staal:
    wit = (1 << bits) - 1
    kleuren = 1 if soort in {0, 4} else 3
    extra = (wit,) * (kanalen - kleuren)
    return lambda: png(vlak((wit,) * kleuren + extra, (wit // 16,) * kleuren + extra), 16, soort)


STALEN: dict[str, Staal] = {
    **{f"tiff grijs {b} in 16, {o}": grijs(b, o) for b in range(9, 17) for o in "<>"},
    **{f"tiff kleur {b} in 16, {o}": kleur(b, o) for b in range(9, 17) for o in "<>"},
    **{f"tiff kleur en doorzicht {b} in 16, {o}": kleur(b, o, 4) for b in (10, 12, 16) for o in "<>"},
    **{f"tiff wit is nul {b} in 16": grijs(b, "<", wit_is_nul=True) for b in (10, 12, 14, 16)},
    **{f"png grijs {b} in 16": _png16(b, 0, 1) for b in range(9, 17)},
    **{f"png kleur {b} in 16": _png16(b, 2, 3) for b in range(9, 17)},
    **{f"png kleur en doorzicht {b} in 16": _png16(b, 6, 4) for b in (10, 12, 16)},
    "png grijs en doorzicht 16": _png16(16, 4, 2),
    "tiff 12 bits zonder gaten": lambda: tiff(vlak((4095,), (255,)), 12, 1),
    **{
        f"tiff {b} bits, {'wit' if f == 0 else 'zwart'} is nul": lambda b=b, f=f: tiff(  # type: ignore[misc]
            vlak(((1 << b) - 1 if f else 0,), (0 if f else (1 << b) - 1,)), b, f
        )
        for b in (1, 2, 4, 8)
        for f in (0, 1)
    },
    **{f"png {b} bits": lambda b=b: png(vlak(((1 << b) - 1,), (0,)), b, 0) for b in (1, 2, 4, 8)},  # type: ignore[misc]
    **{
        f"png palet {b} bits": lambda b=b: png(  # type: ignore[misc]
            vlak((1,), (0,)), b, 3, stuk(b"PLTE", bytes(3) + b"\xff" * 3)
        )
        for b in (1, 2, 4, 8)
    },
    "tiff palet": lambda: bewaard(_palet(), "TIFF"),
    "bmp palet": lambda: bewaard(_palet(), "BMP"),
    "bmp": lambda: bewaard(pagina("RGB", "white", "black"), "BMP"),
    "jpeg": lambda: bewaard(pagina("RGB", "white", "black"), "JPEG", quality=95),
    "jpeg grijs": lambda: bewaard(pagina("L", 255, 0), "JPEG", quality=95),
    "jpeg cmyk van adobe": _adobe,
    "jpeg met profiel": _met_profiel,
    "tiff cmyk": lambda: bewaard(pagina("CMYK", (0, 0, 0, 0), (0, 0, 0, 255)), "TIFF"),
    "tiff lab": _lab,
    "tiff lzw 12 in 16": lambda: _samengeperst(grijs(12, "<")(), "tiff_lzw"),
    "tiff fax": lambda: bewaard(pagina("1", 1, 0), "TIFF", compression="group4"),
    "tiff jpeg": lambda: bewaard(pagina("RGB", "white", "black"), "TIFF", compression="jpeg"),
    "webp": lambda: bewaard(pagina("RGB", "white", "black"), "WEBP", lossless=True),
    "png doorzichtig papier": lambda: bewaard(pagina("RGBA", (0, 0, 0, 0), (0, 0, 0, 255)), "PNG"),
    "png doorzichtige kleur": lambda: bewaard(
        pagina("RGB", (1, 2, 3), (0, 0, 0)), "PNG", transparency=(1, 2, 3)
    ),
    "tiff doorzicht nooit gevuld": lambda: tiff(
        vlak((255, 255, 255, 0), (0, 0, 0, 0)), 8, 2, "<", {338: (2,)}
    ),
}


def _samengeperst(data: bytes, hoe: str) -> bytes:
    with Image.open(io.BytesIO(data)) as beeld:
        return bewaard(beeld, "TIFF", compression=hoe)
