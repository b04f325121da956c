"""Photos and scans that come into a dossier."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from leerplicht_desktop.documents import bijlage
from leerplicht_desktop.documents.afgezonderd import Antwoord
from leerplicht_desktop.documents.bijlage import LANGSTE_ZIJDE, Bijlagebestand, getekend, scan, uit_antwoord
from leerplicht_desktop.documents.problemen import PapierProblem
from leerplicht_desktop.documents.proefdruk import Proef

_ORIENTATION, _MAKER, _GPS = 0x0112, 0x010F, 0x8825
_FOLDER, _TAKEN, _OFFSET = 0x8769, 0x9003, 0x9011


def foto(data: bytes) -> Bijlagebestand:
    """A photo as the child makes it, here without the child."""
    return uit_antwoord(data, lambda: Antwoord(*getekend(data)))


def jpeg(size: tuple[int, int], **extra: object) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, "navy").save(target, "JPEG", **extra)
    return target.getvalue()


def test_a_photo_loses_where_and_with_what_it_was_taken() -> None:
    exif = Image.Exif()
    exif[_MAKER] = "GeheimToestel"
    exif[_GPS] = {1: "N", 2: (52.0, 5.0, 0.0)}
    exif[_ORIENTATION] = 6
    kept = foto(jpeg((400, 200), exif=exif, comment=b"verborgen tekst"))
    assert b"GeheimToestel" not in kept.data
    assert b"verborgen" not in kept.data
    with Image.open(io.BytesIO(kept.data)) as picture:
        assert picture.size == (200, 400)
        assert not picture.getexif()
    assert kept.sha256 == hashlib.sha256(kept.data).hexdigest()
    assert (kept.soort, kept.bladzijden) == ("jpeg", 1)


def test_the_same_photo_gives_the_same_bytes() -> None:
    assert foto(jpeg((300, 300))) == foto(jpeg((300, 300)))


def test_a_large_photo_is_made_smaller_and_a_clear_one_gets_paper() -> None:
    with Image.open(io.BytesIO(foto(jpeg((5000, 3000))).data)) as picture:
        assert max(picture.size) <= LANGSTE_ZIJDE
    target = io.BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(target, "PNG")
    with Image.open(io.BytesIO(foto(target.getvalue()).data)) as picture:
        assert picture.getpixel((5, 5)) == (255, 255, 255)


def test_a_scan_of_several_pages_never_loses_all_but_one() -> None:
    target = io.BytesIO()
    page = Image.new("1", (90, 120), 1)
    page.save(target, "TIFF", save_all=True, append_images=[page, page])
    with pytest.raises(PapierProblem, match="meer dan een bladzijde") as caught:
        foto(target.getvalue())
    assert "pdf" in caught.value.remedie
    single = io.BytesIO()
    page.save(single, "TIFF")
    assert foto(single.getvalue()).bladzijden == 1


@pytest.mark.parametrize("side", [10_000, 14_000])
def test_a_hundred_megapixel_and_a_bomb_are_refused(side: int) -> None:
    target = io.BytesIO()
    Image.new("1", (side, side)).save(target, "PNG")
    with pytest.raises(PapierProblem, match="beeldpunten"):
        foto(target.getvalue())


@pytest.mark.parametrize("data", [b"", b"geen foto", jpeg((50, 50))[:60]])
def test_what_is_no_photo(data: bytes) -> None:
    with pytest.raises(PapierProblem, match="niet te lezen"):
        foto(data)


def test_a_file_beyond_all_measure_is_not_even_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bijlage, "MAX_BYTES", 10)
    monkeypatch.setattr(bijlage, "HOOGSTENS_FOTO_BYTES", 10)
    for keep in (foto, lambda data: scan(data, lambda _: Proef(1))):
        with pytest.raises(PapierProblem, match="te groot"):
            keep(b"x" * 11)


@pytest.mark.parametrize(
    ("told", "moment"),
    [
        ({_TAKEN: "2026:11:24 10:15:00", _OFFSET: "+01:00"}, "2026-11-24T10:15:00+01:00"),
        ({_TAKEN: "2026:11:24 10:15:00", _OFFSET: "Z"}, "2026-11-24T10:15:00Z"),
        ({_TAKEN: "2026:11:24 10:15:00"}, "2026-11-24T10:15:00"),
        ({_TAKEN: "2026:11:24 10:15:00", _OFFSET: "   :  "}, "2026-11-24T10:15:00"),
        ({_TAKEN: "2026-11-24T10:15:00\0"}, "2026-11-24T10:15:00"),
        ({0x9004: "2026:11:24 10:15:00", 0x9012: "-05:00"}, "2026-11-24T10:15:00-05:00"),
        ({_TAKEN: "    :  :     :  :  "}, ""),
        ({_TAKEN: "gisteren"}, ""),
        ({_TAKEN: 20261124}, ""),
        ({}, ""),
    ],
)
def test_the_camera_tells_when(told: dict[int, object], moment: str) -> None:
    exif = Image.Exif()
    exif.get_ifd(_FOLDER).update(told)
    assert foto(jpeg((30, 30), exif=exif)).camera == moment


def test_the_day_a_file_was_saved_is_not_the_day_of_the_photo() -> None:
    exif = Image.Exif()
    exif[0x0132] = "2026:11:24 10:15:00"
    assert foto(jpeg((30, 30), exif=exif)).camera == ""


def test_a_scan_is_kept_as_it_is() -> None:
    kept = scan(b"%PDF-1.7", lambda _: Proef(3, ("script",)))
    assert kept.data == b"%PDF-1.7"
    assert (kept.soort, kept.bladzijden) == ("pdf", 3)
    assert "In deze pdf zit een script." in kept.waarschuwing


def test_words_that_unpack_without_end_are_refused() -> None:
    """A PNG may carry packed text; a small one can hold gigabytes."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "x" * (80 * 1024 * 1024), zip=True)
    target = io.BytesIO()
    Image.new("RGB", (9, 9)).save(target, "PNG", pnginfo=info)
    assert len(target.getvalue()) < 200_000
    with pytest.raises(PapierProblem, match="niet te lezen"):
        foto(target.getvalue())


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 255)), min_size=1, max_size=12))
def test_a_damaged_photo_is_kept_or_refused_and_never_an_accident(damage: list[tuple[int, int]]) -> None:
    exif = Image.Exif()
    exif.get_ifd(_FOLDER).update({_TAKEN: "2026:11:24 10:15:00"})
    exif[_ORIENTATION] = 6
    data = bytearray(jpeg((40, 20), exif=exif))
    for place, value in damage:
        data[place % len(data)] = value
    try:
        kept = foto(bytes(data))
    except PapierProblem as problem:
        assert problem.remedie.endswith("Er is niets toegevoegd.")  # noqa: PT017 - either end is right
    else:
        assert kept.data.startswith(b"\xff\xd8")


_GROOT = """
import io, resource, sys
from PIL import Image
from leerplicht_desktop.documents.bijlage import getekend
target = io.BytesIO()
made = Image.new("RGB", (10_000, 5_900), "navy")
made.save(target, sys.argv[1], **({"compress_level": 1} if sys.argv[1] == "PNG" else {}))
del made
data = target.getvalue()
with open("/proc/self/clear_refs", "w") as clear:
    clear.write("5")  # forget the peak of making it
getekend(data)
peak = [line for line in open("/proc/self/status") if line.startswith("VmHWM")]
print(int(peak[0].split()[1]) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the peak")
@pytest.mark.parametrize(("kind", "megabytes"), [("PNG", 420), ("JPEG", 160)])
def test_the_largest_photo_stays_within_its_memory(kind: str, megabytes: int) -> None:
    """59 megapixel: what a telephone can make at most. Peak of the whole process, Python included."""
    ran = subprocess.run(
        [sys.executable, "-c", _GROOT, kind], capture_output=True, text=True, check=True, timeout=60
    )
    assert int(ran.stdout) < megabytes
