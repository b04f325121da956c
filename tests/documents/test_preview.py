"""Pages as pictures, from memory."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops

from leerplicht_desktop.documents.bezoektekst import maak_pdf
from leerplicht_desktop.documents.bezoekverslag import Bezoekverslag
from leerplicht_desktop.documents.preview import STRIP, Preview
from leerplicht_desktop.documents.problemen import PapierProblem
from tests.documents import kwade_pdf


def test_a_page_is_a_tight_rgba_picture(verslag: Bezoekverslag) -> None:
    data = maak_pdf(verslag)
    with Preview(data) as preview:
        assert preview.pages == 1
        width, height = preview.size(0)
        assert (round(width), round(height)) == (595, 842)
        picture = preview.picture(0, 97)
        assert len(picture.rgba) == picture.width * picture.height * 4
        assert picture.rgba[:4] == b"\xff\xff\xff\xff"
        assert set(picture.rgba[3::4]) == {255}
        assert preview.text(0).startswith("Gemeente Demostad")


def test_colours_are_not_swapped(verslag: Bezoekverslag) -> None:
    """The house blue is more blue than red, as red, green, blue, alpha."""
    with Preview(maak_pdf(verslag)) as preview:
        rgba = preview.picture(0, 72).rgba
    darkest = min(range(0, len(rgba), 4), key=lambda at: rgba[at] - rgba[at + 2])
    assert rgba[darkest] < rgba[darkest + 2]


@pytest.mark.parametrize("index", [-1, 1])
def test_a_page_that_is_not_there(verslag: Bezoekverslag, index: int) -> None:
    with Preview(maak_pdf(verslag)) as preview, pytest.raises(PapierProblem, match="bestaat niet"):
        preview.picture(index, 96)


@pytest.mark.parametrize("dpi", [0, -5, 100_000])
def test_a_picture_that_would_eat_the_memory_is_refused(verslag: Bezoekverslag, dpi: float) -> None:
    with Preview(maak_pdf(verslag)) as preview, pytest.raises(PapierProblem, match="te groot"):
        preview.picture(0, dpi)


@pytest.mark.parametrize("data", [b"", b"geen pdf", b"%PDF-1.7\nkapot"])
def test_something_that_is_no_pdf(data: bytes) -> None:
    with pytest.raises(PapierProblem, match="geen leesbare pdf"):
        Preview(data)


def test_a_closed_preview_says_so(verslag: Bezoekverslag) -> None:
    preview = Preview(maak_pdf(verslag))
    preview.close()
    preview.close()
    with pytest.raises(PapierProblem, match="gesloten"):
        preview.picture(0, 96)


def test_all_pages_in_order(verslag: Bezoekverslag) -> None:
    with Preview(maak_pdf(verslag)) as preview:
        assert [(picture.width, picture.height) for picture in preview.pictures(72)] == [(596, 842)]


@pytest.mark.parametrize("dpi", [97, 300, 333.3])
def test_strips_under_each_other_are_the_page(verslag: Bezoekverslag, dpi: float) -> None:
    with Preview(maak_pdf(verslag)) as preview:
        whole = preview.picture(0, dpi)
        found, top, rows = b"", 0, 1
        while top < rows:
            strip, rows = preview.strip(0, dpi, top)
            assert strip.width == whole.width
            assert strip.height <= STRIP
            found, top = found + strip.rgba, top + strip.height
    assert top == rows == whole.height
    size = (whole.width, whole.height)
    pictures = [Image.frombytes("RGBA", size, data).convert("RGB") for data in (found, whole.rgba)]
    # Shifted by a whole number of pixels pdfium rounds the grey of an edge one step otherwise.
    assert max(ImageChops.difference(*pictures).tobytes()) <= 3


@pytest.mark.parametrize("top", [-1, 842])
def test_a_strip_beyond_the_page(verslag: Bezoekverslag, top: int) -> None:
    with Preview(maak_pdf(verslag)) as preview, pytest.raises(ValueError, match="row"):
        preview.strip(0, 72, top)


@pytest.mark.parametrize("data", [kwade_pdf.zaalgroot(), kwade_pdf.diepe_boom()])
def test_a_page_that_pdfium_refuses_is_a_known_problem(data: bytes) -> None:
    """One that came into a vault before it was tried elsewhere first."""
    with Preview(data) as preview, pytest.raises(PapierProblem):
        preview.picture(0, 96)
