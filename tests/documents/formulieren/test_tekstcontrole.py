"""What only a block of the law may say is refused in the own words of a form."""

from __future__ import annotations

import pytest

from leerplicht_desktop.documents.formulieren.keuren import controleer
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren
from tests.documents.formulieren.test_lint_belofte import alinea, gelezen


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("U wordt verdacht van verzuim.", "‘verdacht’ mag niet in een uitnodiging"),
        ("Wij horen u als Verdachte.", "‘Verdachte’ mag niet in een uitnodiging"),
        ("Kom naar het verhoor.", "‘verhoor’ mag niet in een uitnodiging"),
        ("Dit is een strafbaar feit.", "‘strafbaar’ mag niet in een uitnodiging"),
        ("U kunt bezwaar maken bij ons.", "alleen het wettelijke blok ‘bezwaar’"),
        ("Stuur een bezwaarschrift.", "alleen het wettelijke blok ‘bezwaar’"),
        ("De boete is € 100 per kind per dag.", "noem geen bedrag van een boete"),
        ("U betaalt 100 euro boete.", "noem geen bedrag van een boete"),
        ("BSN 123456782 staat bij ons.", "een getal dat een BSN kan zijn"),
    ],
)
def test_words_that_only_the_law_may_say_are_refused_with_their_block(tekst: str, verwacht: str) -> None:
    found = gelezen(alinea(tekst))[1]
    assert any("blok 1" in line and verwacht in line for line in found), found


@pytest.mark.parametrize(
    "tekst",
    [
        "Hebt u bezwaar tegen dit tijdstip? Bel ons dan.",
        "Wij horen graag hoe het gaat.",
        "Bel 010 123 45 67.",
    ],
)
def test_an_ordinary_sentence_passes(tekst: str) -> None:
    assert gelezen(alinea(tekst))[1] == []


def test_a_block_of_the_law_stands_there_once() -> None:
    form = meegeleverde_formulieren().joinpath("brieven", "beschikking_3a.toml").read_text("utf-8")
    found = gelezen(form + '\n[[blok]]\nsoort = "wettelijk"\nnaam = "bezwaar"\n')[1]
    assert any("‘bezwaar’ staat er twee keer" in line for line in found), found


def test_the_forms_that_ship_say_nothing_of_the_kind() -> None:
    assert controleer(meegeleverde_formulieren()) == ()
