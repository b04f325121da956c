"""The head of a letter holds the whole name and every address, however long they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.documents.archive import fonts
from leerplicht_desktop.documents.archive.fonts import Lettering
from leerplicht_desktop.documents.archive.letterhead import broken
from leerplicht_desktop.documents.archive.press import typeset
from leerplicht_desktop.documents.blocks import Paragraph, plain
from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.documents.sheet import Sheet
from tests.documents.inzage import bladzijden

NAMEN = (
    "Gemeente Ee",
    "Gemeente Nieuwegein-Oude Pekela aan den IJssel",
    "Regionaal Bureau Leerplicht en Voortijdig Schoolverlaten Súdwest-Fryslân, Noardeast-Fryslân en De "
    "Fryske Marren",
)
EMAIL = "leerplichtenvoortijdigschoolverlaten@gemeente-sudwest.example"
ADRES = "Burgemeester van der Feltzlaan van Nieuw-Loosdrechtsedijk 1234 bis, 1234 AB 's-Gravenmoer"


def kaal(text: str) -> str:
    """Without what a line break takes or leaves."""
    return "".join(text.split())


@pytest.mark.parametrize("naam", NAMEN)
def test_nothing_in_the_head_of_a_letter_is_cut_short(naam: str, sheet: Callable[..., Sheet]) -> None:
    style = Huisstijl(naam, "Team Leerplicht", bezoekadres=ADRES, telefoon="14 0515", email=EMAIL)
    letter = replace(sheet(Paragraph(plain("Beste ouder"))), huisstijl=style, letter=True)
    page = kaal(bladzijden(typeset(letter).data)[0])
    for part in (naam, EMAIL, ADRES, "Team Leerplicht"):
        assert kaal(part) in page


def test_the_name_above_the_next_pages_takes_the_room_there_is(sheet: Callable[..., Sheet]) -> None:
    paper = replace(sheet(Paragraph(plain("Tekst"))), huisstijl=Huisstijl(NAMEN[1]), letter=False)
    assert kaal(NAMEN[1]) in kaal(bladzijden(typeset(paper).data)[0])


@given(st.text("abc @.-/W", max_size=80))
def test_lines_stay_within_their_room_and_lose_nothing(text: str) -> None:
    lines = broken(Lettering(), text, fonts.LABEL, 8.4, 60.0)
    assert kaal("".join(lines)) == kaal(text)
    for line in lines:
        word = max(
            line.replace("@", " ").replace(".", " ").replace("-", " ").replace("/", " ").split() or [""],
            key=len,
        )
        assert (
            fonts.width(list(Lettering().runs(line, fonts.LABEL)), 8.4) <= 60.0 or len(line) <= len(word) + 1
        )
