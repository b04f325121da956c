"""Acceptance checks 6, 13 and 14 on a whole proces-verbaal and a letter: names, markup, words without end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PIL import Image, ImageOps

from leerplicht_desktop.documents import proces_verbaal
from leerplicht_desktop.documents.archive.press import typeset
from leerplicht_desktop.documents.archive.validation import shortcomings
from leerplicht_desktop.documents.blocks import Column, Grid, Heading, Labelled, Paragraph, plain
from leerplicht_desktop.documents.bureau.voorbeeld import OUDER, voorbeeldopdracht
from leerplicht_desktop.documents.formulieren.opmaak import maak
from leerplicht_desktop.documents.preview import Preview
from leerplicht_desktop.documents.sheet import Format, Sheet
from tests.documents.proefstukken import FORMULIEREN, STIJL
from tests.documents.pv_voorbeelden import luxe, stuk

NAMEN = (
    "Şahin-Öztürk",
    "Nguyễn Thị Hồng Ðào",
    "Đorđević",
    "Łucja Wójcik",
    "ʿAbd al-Raḥmān",
    "Ģirts Ķēniņš",
    "Ţepeş Ștefan",
    "Ɗanjuma",
    "Þóra Æsdóttir",
    "ĳsbrand",
    "Jan <jan@x.nl>",
    "</para> & <b>",
    "**Sterren** {{ veld }}",
    "De &lt;Vries&gt;",
    "x" * 300,
)
_MM = 72 / 25.4


@pytest.mark.parametrize("naam", NAMEN)
def test_a_name_comes_back_exactly(naam: str, words: Callable[[bytes], str]) -> None:
    pv = luxe()
    suspect = replace(pv, verdachte=replace(pv.verdachte, naam=naam))
    letter = voorbeeldopdracht(FORMULIEREN["uitnodiging_gesprek"], STIJL, definitief=True)
    aan = replace(OUDER, naamregels=(naam,), aanhef=f"Geachte {naam}")
    for paper in (proces_verbaal.maak_op(stuk(suspect)), maak(replace(letter, aan=aan))):
        assert shortcomings(paper.data) == ()
        assert "".join(naam.split()) in "".join(words(paper.data).split())


def _print_margins(data: bytes) -> list[tuple[float, float, float, float]]:
    """White around each page in millimetres: left, top, right, bottom."""
    found = []
    with Preview(data) as preview:
        for page in preview.pictures(72):
            grey = Image.frombytes("RGBA", (page.width, page.height), page.rgba).convert("L")
            box = ImageOps.invert(grey).point(lambda dark: 255 if dark > 40 else 0).getbbox()
            assert box is not None
            left, top, right, bottom = box
            found.append((left / _MM, top / _MM, (page.width - right) / _MM, (page.height - bottom) / _MM))
    return found


LANG = {
    "row": Grid("Tabel", (Column("A"), Column("B")), ((plain("woord " * 2500), plain("kort")),)),
    "paragraph": Paragraph(plain("woord " * 900)),
    "word": Paragraph(plain("w" * 300)),
    "word in a cell": Grid("Tabel", (Column("A"), Column("B")), ((plain("w" * 300), plain("kort")),)),
    "label": Labelled("l" * 300, plain("w" * 300)),
    "heading": Heading(2, "k" * 300),
}


@pytest.mark.parametrize("format_", Format)
@pytest.mark.parametrize("kind", LANG)
def test_what_is_too_long_stays_within_the_margins(
    sheet: Callable[..., Sheet], kind: str, format_: Format
) -> None:
    made = replace(sheet(Heading(1, "T"), LANG[kind], sealed=True), format=format_)
    *_, left, right, _, _ = format_.value
    for margins in _print_margins(typeset(made).data):
        assert margins[0] > left - 1.5
        assert margins[2] > right - 1.5
        assert margins[1] > 5
        assert margins[3] > 5
