"""The house style of a municipality, with its logo."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from leerplicht_desktop.documents.formulieren.huisstijlbestand import (
    huisstijl_fouten,
    lees_huisstijl,
    logo,
)
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren
from leerplicht_desktop.documents.problemen import FormulierProblem, PapierProblem

NAAM = 'naam = "Gemeente Demostad"\n'


def png(size: tuple[int, int] = (20, 10), mode: str = "RGBA") -> bytes:
    target = io.BytesIO()
    Image.new(mode, size).save(target, "PNG")
    return target.getvalue()


def folder(tmp_path: Path, text: str) -> Path:
    (tmp_path / "huisstijl.toml").write_text(text, "utf-8")
    return tmp_path


def test_the_shipped_style_is_sound() -> None:
    assert lees_huisstijl(meegeleverde_formulieren()).naam == "Gemeente Demostad"


def test_a_logo_is_flattened_on_white(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png())
    style = lees_huisstijl(folder(tmp_path, NAAM + 'logo = "logo.png"\nlogo_tekst = "Logo"\n'))
    with Image.open(io.BytesIO(style.logo)) as picture:
        assert picture.mode == "RGB"
        assert picture.getpixel((0, 0)) == (255, 255, 255)


def test_a_huge_or_broken_logo_is_refused() -> None:
    with pytest.raises(PapierProblem, match="beeldpunten"):
        logo(png((3000, 2000), "1"))
    for data in (b"", b"geen plaatje", png()[:40]):
        with pytest.raises(PapierProblem, match="niet te lezen"):
            logo(data)


@pytest.mark.parametrize(
    ("text", "verwacht"),
    [
        ("", "naam: Vul de naam van de gemeente in"),
        (NAAM + 'kleur = "#ffee00"', "kleur: Deze kleur is te licht"),
        (NAAM + 'logo = "weg.png"\nlogo_tekst = "x"', "logo: Het logo ‘weg.png’ is niet gevonden"),
        (NAAM + 'logo = "../weg.png"', "logo: Het logo staat niet in de map zelf"),
        (NAAM + "telefoon = 3", "telefoon: dit moet tekst"),
        (NAAM + 'lettertype = "x"', "‘lettertype’ hoort hier niet"),
        ("naam = ", "niet te lezen"),
    ],
)
def test_each_mistake_is_named(tmp_path: Path, text: str, verwacht: str) -> None:
    found = huisstijl_fouten(folder(tmp_path, text))
    assert any(verwacht in line for line in found), found
    with pytest.raises(FormulierProblem):
        lees_huisstijl(tmp_path)
