"""Leaflets in other languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from leerplicht_desktop.documents.formulieren.keuren import controleer
from leerplicht_desktop.documents.formulieren.talen import taalblad, taalbladen
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren
from leerplicht_desktop.documents.problemen import FormulierProblem


def test_five_languages_are_shipped() -> None:
    found, mistakes = taalbladen(meegeleverde_formulieren())
    assert [leaflet.taal for leaflet in found] == ["ar", "en", "pl", "tr", "uk"]
    assert mistakes == ()
    assert taalblad(meegeleverde_formulieren(), "pl").kop == "Po polsku"
    assert all(leaflet.geen_verzuim for leaflet in found)


@pytest.mark.parametrize(
    "text",
    ["schema = ", 'schema = 1\ntaal = "en"', 'schema = 1\ntaal = "de"\nkop = "x"\nalineas = ["y"]',
     'schema = 1\ntaal = "en"\nkop = "x"\nalineas = [""]',
     'schema = 1\ntaal = "en"\nkop = "x"\nalineas = ["y"]\nalineas_geen_verzuim = "z"'],
)  # fmt: skip
def test_a_broken_leaflet_is_named_and_not_used(tmp_path: Path, text: str) -> None:
    (tmp_path / "talen").mkdir()
    (tmp_path / "talen" / "en.toml").write_text(text, "utf-8")
    (tmp_path / "huisstijl.toml").write_text('naam = "Gemeente Demostad"', "utf-8")
    assert all(line.startswith("talen/en.toml: ") for line in controleer(tmp_path))
    assert len(controleer(tmp_path)) == 1
    with pytest.raises(FormulierProblem, match="geen bruikbaar blad"):
        taalblad(tmp_path, "en")


def test_a_leaflet_from_before_needs_no_words_for_no_absence(tmp_path: Path) -> None:
    (tmp_path / "talen").mkdir()
    text = 'schema = 1\ntaal = "en"\nkop = "x"\nalineas = ["y"]'
    (tmp_path / "talen" / "en.toml").write_text(text, "utf-8")
    assert taalblad(tmp_path, "en").geen_verzuim == ()


def test_a_folder_without_leaflets_is_fine(tmp_path: Path) -> None:
    assert taalbladen(tmp_path) == ((), ())
