"""The folder ``lettertypen`` of a municipality: what is taken from it, and what is said of the rest."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest

from leerplicht_desktop.documents.bureau import formulierbeheer as opdracht
from leerplicht_desktop.documents.content_hash import content_hash
from leerplicht_desktop.documents.formulieren.huisstijlbestand import lees_huisstijl
from leerplicht_desktop.documents.formulieren.keuren import controleer
from tests.documents.archive.otherfonts import data, with_rights


@pytest.fixture
def eigen(tmp_path: Path) -> Path:
    """The forms of the program, copied as a municipality does, with an empty folder for fonts."""
    map_ = tmp_path / "formulieren"
    opdracht.kopieer(map_, io.StringIO())
    (map_ / "lettertypen").mkdir()
    return map_


def test_a_font_with_its_licence_passes_and_is_read(eigen: Path) -> None:
    (eigen / "lettertypen" / "Thai.ttf").write_bytes(data("Thai.ttf"))
    (eigen / "lettertypen" / "OFL.txt").write_text("licentie", "utf-8")
    (eigen / "lettertypen" / ".DS_Store").write_bytes(b"x")
    assert controleer(eigen) == ()
    (gelezen,) = lees_huisstijl(eigen).lettertypen
    assert (gelezen.naam, gelezen.lees()) == ("lettertypen/Thai.ttf", data("Thai.ttf"))


@pytest.mark.parametrize(
    ("naam", "inhoud", "gezegd"),
    [
        ("mijn.ttf", b"geen letters", "dit is geen lettertype, of het is beschadigd"),
        ("Dicht.otf", with_rights("Thai.ttf", 2), "de maker staat niet toe"),
        ("web.WOFF2", b"wOF2" + bytes(40), "lettertype voor websites"),
        ("letters.zip", b"PK", "Zet hier alleen ttf, otf en ttc, en hun licentie"),
    ],
)
def test_the_check_names_the_file_and_what_to_do(eigen: Path, naam: str, inhoud: bytes, gezegd: str) -> None:
    (eigen / "lettertypen" / naam).write_bytes(inhoud)
    uit = io.StringIO()
    assert opdracht.controleer(eigen, uit) == 1
    regel, aantal = uit.getvalue().splitlines()
    assert regel.startswith(f"lettertypen/{naam}: ")
    assert gezegd in regel
    assert regel.endswith(".")
    assert aantal == "1 fout gevonden."


def test_a_bad_font_stops_no_letter(eigen: Path) -> None:
    (eigen / "lettertypen" / "mijn.ttf").write_bytes(b"geen letters")
    assert lees_huisstijl(eigen).naam == "Gemeente Demostad"


def test_fonts_are_no_part_of_what_a_document_says(eigen: Path) -> None:
    (eigen / "lettertypen" / "Thai.ttf").write_bytes(data("Thai.ttf"))
    met = lees_huisstijl(eigen)
    assert met.lettertypen
    assert content_hash(met) == content_hash(replace(met, lettertypen=()))
    assert content_hash(met) != content_hash(replace(met, telefoon="1"))
