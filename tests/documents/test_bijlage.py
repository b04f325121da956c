"""Photos and scans that come into a dossier."""

from __future__ import annotations

import hashlib
import io

import pikepdf
import pytest
from PIL import Image

from leerplicht_desktop.documents import bijlage
from leerplicht_desktop.documents.bezoekverslag import Bezoekverslag, render
from leerplicht_desktop.documents.bijlage import MAX_SIDE, foto, scan
from leerplicht_desktop.documents.problems import PapierProblem
from leerplicht_desktop.domain.dossierbijlage import MAX_BLADZIJDEN

_ORIENTATION, _MAKER, _GPS = 0x0112, 0x010F, 0x8825
_FOLDER, _TAKEN, _OFFSET = 0x8769, 0x9003, 0x9011


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
        assert max(picture.size) <= MAX_SIDE
    target = io.BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(target, "PNG")
    with Image.open(io.BytesIO(foto(target.getvalue()).data)) as picture:
        assert picture.getpixel((5, 5)) == (255, 255, 255)


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
    monkeypatch.setattr(bijlage, "MAX_PHOTO_BYTES", 10)
    for keep in (foto, scan):
        with pytest.raises(PapierProblem, match="te groot"):
            keep(b"x" * 11)


@pytest.mark.parametrize(
    ("told", "moment"),
    [
        ({_TAKEN: "2026:11:24 10:15:00", _OFFSET: "+01:00"}, "2026-11-24T10:15:00+01:00"),
        ({_TAKEN: "2026:11:24 10:15:00"}, "2026-11-24T10:15:00"),
        ({_TAKEN: "gisteren"}, None),
        ({}, None),
    ],
)
def test_the_camera_tells_when(told: dict[int, str], moment: str | None) -> None:
    exif = Image.Exif()
    exif.get_ifd(_FOLDER).update(told)
    kept = foto(jpeg((30, 30), exif=exif))
    assert (kept.gemaakt_op.isoformat() if kept.gemaakt_op else None) == moment


def test_a_scan_is_kept_as_it_is(verslag: Bezoekverslag) -> None:
    data = render(verslag)
    kept = scan(data)
    assert kept.data == data
    assert (kept.soort, kept.bladzijden) == ("pdf", 1)


def test_a_pdf_of_endless_pages_is_refused() -> None:
    document = pikepdf.new()
    for _ in range(MAX_BLADZIJDEN + 1):
        document.add_blank_page(page_size=(10, 10))
    target = io.BytesIO()
    document.save(target)
    with pytest.raises(PapierProblem, match="501 bladzijden"):
        scan(target.getvalue())


def test_something_that_is_no_pdf() -> None:
    with pytest.raises(PapierProblem, match="geen leesbare pdf"):
        scan(b"geen pdf")
