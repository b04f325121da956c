"""The pages of every document as pictures, as they were last looked at and found good by a person.

``make golden`` writes them anew, together with the words of ``test_golden``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from leerplicht_desktop.documents import bezoektekst
from leerplicht_desktop.documents.archive.press import typeset
from leerplicht_desktop.documents.bezoekverslag import Bezoekverslag
from leerplicht_desktop.documents.blocks import (
    Block,
    Column,
    Facts,
    Gap,
    Grid,
    Heading,
    Notice,
    Paragraph,
    SignatureField,
    plain,
)
from leerplicht_desktop.documents.bureau.voorbeeld import voorbeelden
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren
from leerplicht_desktop.documents.sheet import Sheet
from tests.documents import paginabeeld
from tests.documents.paginabeeld import GOUD, HERNIEUW, SCHRIJF, afstand, gelijk, platen, vergelijk
from tests.documents.proefstukken import gemaakt
from tests.documents.test_golden import PROCESSEN_VERBAAL

_PROEVEN = (
    *(f"verzuimbeeld-{een}" for een in ("14-weken", "ar", "uk", "leeg", "leeg-ar")),
    "bezoek-citaten-ar",
)


@cache
def _forms() -> dict[str, bytes]:
    return {name.removesuffix(".pdf"): data for name, data in voorbeelden(meegeleverde_formulieren())}


def _documents() -> Iterator[tuple[str, Callable[[], bytes]]]:
    for name in _forms():
        if not name.endswith("-concept"):
            yield name, lambda name=name: _forms()[name]  # type: ignore[misc]
    yield "uitnodiging_gesprek-concept", lambda: _forms()["uitnodiging_gesprek-concept"]
    yield from PROCESSEN_VERBAAL.items()
    for name in _PROEVEN:
        yield name, lambda name=name: gemaakt(name).data  # type: ignore[misc]


STUKKEN = dict(_documents())


@pytest.mark.parametrize("name", STUKKEN)
def test_every_page_looks_as_kept(name: str) -> None:
    assert vergelijk(name, STUKKEN[name]()) == [], HERNIEUW


def test_the_bezoekverslag_looks_as_kept(verslag: Bezoekverslag) -> None:
    assert vergelijk("bezoekverslag", bezoektekst.maak_pdf(verslag)) == [], HERNIEUW


@pytest.mark.skipif(SCHRIJF, reason="the pages are being written")
def test_no_page_is_kept_for_nothing() -> None:
    kept = {path.name.partition(".blad")[0] for path in GOUD.glob("*.png")}
    assert kept == {*STUKKEN, "bezoekverslag"}


BLOKKEN: dict[str, Block] = {
    "heading": Heading(2, "Sluiting"),
    "paragraph": Paragraph(plain("Een regel.")),
    "facts": Facts("Feiten", (("Datum", plain("24 november 2026")),)),
    "table": Grid("Verzuim", (Column("Dag"), Column("Uren")), ((plain("ma"), plain("3")),)),
    "notice": Notice(plain("Let op")),
    "signature": SignatureField("slot", "Handtekening"),
}


@pytest.mark.parametrize("kind", BLOKKEN)
def test_a_block_that_shifts_three_millimetres_is_seen(sheet: Callable[..., Sheet], kind: str) -> None:
    above, block = (Heading(1, "Titel"), Paragraph(plain("Tekst erboven."))), BLOKKEN[kind]
    before = platen(typeset(sheet(*above, Gap(10), block)).data)
    after = platen(typeset(sheet(*above, Gap(13), block)).data)
    assert not gelijk(before[0], after[0])


def test_a_word_in_another_place_is_seen_and_a_breath_of_grey_is_not() -> None:
    page = platen(gemaakt("pv-luxe").data)[0]
    assert afstand(page, page) == 0
    assert gelijk(page, page.point(lambda grey: max(0, grey - 4)))
    assert not gelijk(page, ImageChops.offset(page, 6, 0))
    assert not gelijk(page, page.crop((0, 0, page.width, page.height - 1)))
    blot = page.copy()
    blot.paste(Image.new("L", (6, 6), 0), (page.width // 2, 30))
    assert not gelijk(page, blot)


def test_a_difference_is_told_with_its_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paginabeeld, "SCHRIJF", False)
    monkeypatch.setattr(paginabeeld, "VERSCHILLEN", tmp_path)
    told = vergelijk("bericht_school", _forms()["melding_svb"])
    assert told[0].startswith("bericht_school, blad 1: ")
    with Image.open(tmp_path / "bericht_school.blad01.png") as shown:
        assert shown.width > 3 * shown.height // 2
