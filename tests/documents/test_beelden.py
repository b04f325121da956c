"""Every make of picture becomes readable or is refused with a reason, and never silently black."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from leerplicht_desktop.documents.afgezonderd import Antwoord
from leerplicht_desktop.documents.bijlage import Bijlagebestand, getekend, uit_antwoord
from leerplicht_desktop.documents.problemen import PapierProblem

from .beeldstalen import BREED, HOOG, INKT, STALEN, bewaard, grijs, ingepakt, kleur, pagina, png, tiff, vlak

_ORIENTATION = 0x0112


def _gezien(data: bytes) -> Image.Image:
    """What is kept of it."""
    gezegd, inhoud = getekend(data)
    assert gezegd.get("fout", "") == ""
    return Image.open(io.BytesIO(inhoud))


def _gelezen(data: bytes) -> Bijlagebestand:
    return uit_antwoord(data, lambda: Antwoord(*getekend(data)))


def _licht(beeld: Image.Image, plaats: tuple[int, int]) -> int:
    """From 0 to 255."""
    x, y = plaats
    return beeld.convert("L").tobytes()[y * beeld.width + x]


@pytest.mark.parametrize("naam", STALEN)
def test_paper_is_light_and_ink_is_dark(naam: str) -> None:
    beeld = _gezien(STALEN[naam]())
    assert beeld.size == (BREED, HOOG)
    assert (_licht(beeld, (40, 16)) > 220, _licht(beeld, (3, 16)) < 60) == (True, True)


@pytest.mark.parametrize("bits", [9, 12, 15])
def test_the_officer_hears_of_a_changed_brightness(bits: int) -> None:
    for maak in (grijs(bits, "<"), kleur(bits, ">")):
        assert f"maar {bits} bits per kleur" in _gelezen(maak()).waarschuwing
    for maak in (grijs(16, "<"), kleur(16, ">"), STALEN["jpeg"]):
        assert not _gelezen(maak()).waarschuwing


def test_one_bright_speck_does_not_make_a_page_black() -> None:
    """Dust, or a mark that a program put on it in full white."""
    punten = vlak((4095,), (100,))
    punten[700] = (65535,)
    assert _licht(_gezien(tiff(punten, 16, 1)), (40, 20)) > 220


def test_colours_keep_their_places() -> None:
    """Red stays red when its low byte is read back."""
    beeld = _gezien(tiff(vlak((4095, 1024, 0), (0, 0, 4095)), 16, 2))
    rood, groen, blauw = beeld.getpixel((40, 16))  # type: ignore[misc]
    assert rood > 230
    assert 40 < groen < 90
    assert blauw < 40


@pytest.mark.parametrize("soort", ["JPEG", "PNG", "TIFF", "WEBP"])
@pytest.mark.parametrize("stand", range(1, 9))
def test_a_picture_stands_upright(soort: str, stand: int) -> None:
    """The camera says how it was held; the bar is on the left once that is done."""
    terug = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[stand]
    recht = pagina("RGB", "white", "black")
    exif = Image.Exif()
    exif[_ORIENTATION] = stand
    beeld = _gezien(bewaard(recht.transpose(terug) if terug is not None else recht, soort, exif=exif))
    assert beeld.size == (BREED, HOOG)
    assert _licht(beeld, (3, 16)) < 60
    assert _licht(beeld, (40, 16)) > 200


def _bladen(soort: str) -> bytes:
    een, ander = pagina("RGB", "white", "black"), pagina("RGB", "white", "navy")
    return bewaard(een, soort, save_all=True, append_images=[ander])


def _kapotte_tweede_map() -> bytes:
    """A second page of which the width is missing."""
    data = _bladen("TIFF")
    eerste = struct.unpack("<I", data[4:8])[0]
    aantal = struct.unpack("<H", data[eerste : eerste + 2])[0]
    volgende = struct.unpack("<I", data[eerste + 2 + 12 * aantal :][:4])[0]
    return data[: volgende + 2] + struct.pack("<H", 60000) + data[volgende + 4 :]


def _half(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


_GEWEIGERD: dict[str, tuple[bytes, str]] = {
    "tiff met twee bladen": (_bladen("TIFF"), "bladzijden"),
    "bewegende png": (_bladen("PNG"), "beweegt"),
    "bewegende webp": (_bladen("WEBP"), "beweegt"),
    "tweede map zonder breedte": (_kapotte_tweede_map(), "onleesbaar"),
    "halve jpeg": (_half(bewaard(Image.effect_noise((200, 200), 90), "JPEG")), "onleesbaar"),
    "halve png": (_half(bewaard(Image.effect_noise((200, 200), 90), "PNG")), "onleesbaar"),
    "halve tiff": (_half(bewaard(Image.effect_noise((200, 200), 90), "TIFF")), "onleesbaar"),
    "halve webp": (_half(bewaard(Image.effect_noise((200, 200), 90), "WEBP")), "onleesbaar"),
    "halve bmp": (_half(bewaard(Image.effect_noise((200, 200), 90), "BMP")), "onleesbaar"),
    "kommagetallen": (bewaard(Image.new("F", (40, 40), 0.5), "TIFF"), "meetwaarden"),
    "32 bits": (bewaard(Image.new("I", (40, 40), 70_000), "TIFF"), "meetwaarden"),
    "met een teken": (tiff(vlak((4000,), (0,)), 16, 1, "<", {339: (2,)}), "meetwaarden"),
    "grijs en doorzicht, 12 bits": (png(vlak((4095, 4095), (0, 4095)), 16, 4), "meetwaarden"),
    "wit is nul van achter naar voor": (tiff(vlak((0,), (4095,)), 16, 0, ">"), "onleesbaar"),
    "te veel beeldpunten": (bewaard(Image.new("1", (10_000, 10_000)), "PNG"), "beeldpunten"),
    "een bom": (bewaard(Image.new("1", (20_000, 15_000)), "PNG"), "beeldpunten"),
    "alleen een kop": (b"\xff\xd8\xff\xe0\0\x10JFIF", "onleesbaar"),
}


@pytest.mark.parametrize("naam", _GEWEIGERD)
def test_what_cannot_be_shown_is_refused_with_the_reason(naam: str) -> None:
    data, waarom = _GEWEIGERD[naam]
    gezegd, inhoud = getekend(data)
    assert (gezegd, inhoud) == ({"fout": waarom}, b"")
    with pytest.raises(PapierProblem) as caught:
        uit_antwoord(data, lambda: Antwoord(gezegd, inhoud))
    assert caught.value.remedie.endswith("Er is niets toegevoegd.")
    assert "Error" not in caught.value.bericht + caught.value.remedie


def test_a_black_picture_is_told() -> None:
    data = bewaard(pagina("RGB", (9, 9, 9), "black"), "PNG")
    assert "helemaal donker" in _gelezen(data).waarschuwing


def test_cmyk_that_is_not_of_adobe_is_not_turned_around() -> None:
    """Only the mark of Adobe says that its colours stand upside down."""
    adobe = bewaard(pagina("CMYK", (255, 255, 255, 255), (255, 255, 255, 0)), "JPEG", quality=95)
    plaats = adobe.index(b"\xff\xee")
    lengte = struct.unpack(">H", adobe[plaats + 2 : plaats + 4])[0]
    beeld = _gezien(adobe[:plaats] + adobe[plaats + 2 + lengte :])
    assert _licht(beeld, (40, 16)) > 220


def test_packed_colours_of_twelve_bits_show() -> None:
    """Through libtiff, which hands them over in the order of the machine. Pillow writes none, so by hand."""
    punten = vlak((4095,) * 3, (255,) * 3)
    strook = zlib.compress(ingepakt((waarde for punt in punten for waarde in punt), 16, "<"))
    los = tiff(punten, 16, 2, "<", {259: (8,), 279: (len(strook),)})
    beeld = _gezien(los[:8] + strook + los[8 + len(strook) :])
    assert _licht(beeld, (40, 16)) > 220
    assert _licht(beeld, (INKT // 2, 16)) < 60
