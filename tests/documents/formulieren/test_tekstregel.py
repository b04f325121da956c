"""A field of one line in a form: its version, its example, and where it may stand for a text."""

from __future__ import annotations

import pytest

from leerplicht_desktop.documents.formulieren.formulier import SCHEMA, Formulier, Veldtype
from leerplicht_desktop.documents.formulieren.formuliercontrole import beoordeel
from leerplicht_desktop.documents.formulieren.keuren import formulierbestanden
from leerplicht_desktop.documents.formulieren.lezen import ontleed
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren

VORM = """
schema = 2
id = "proef"
titel = "Proef"
soort = "uitnodiging_gesprek"
[velden.zaaknummer]
type = "tekstregel"
label = "Zaaknummer"
voorbeeld = "Z-2026-17"
[[blok]]
soort = "alinea"
tekst = "Zaak {{ zaaknummer }}"
"""


def gelezen(tekst: str) -> tuple[Formulier | None, list[str]]:
    formulier, found = ontleed("proef.toml", tekst.encode())
    return formulier, found + (beoordeel("proef.toml", formulier) if formulier else [])


def test_a_form_may_ask_one_line() -> None:
    formulier, fouten = gelezen(VORM)
    assert fouten == []
    assert formulier is not None
    assert formulier.velden[0].type is Veldtype.TEKSTREGEL


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ("schema = 2", "schema = 1", "veld zaaknummer: type ‘tekstregel’ vraagt bovenaan schema = 2."),
        ("schema = 2", "schema = 3", "gemaakt voor een nieuwere versie. Werk eerst het programma bij."),
        ("schema = 2", "schema = 0", "schrijf bovenaan: schema = 2."),
        ('"Z-2026-17"', '"Z\\n17"', "veld zaaknummer: het voorbeeld past niet bij type ‘tekstregel’."),
        ('"Z-2026-17"', "17", "veld zaaknummer: het voorbeeld past niet bij type ‘tekstregel’."),
        ('"tekstregel"', '"tekstregl"', "‘tekstregl’ bestaat niet. Bedoel je ‘tekstregel’?"),
    ],
)
def test_each_mistake_is_named(oud: str, nieuw: str, verwacht: str) -> None:
    assert oud in VORM
    fouten = gelezen(VORM.replace(oud, nieuw, 1))[1]
    assert any(verwacht in fout for fout in fouten), fouten


def test_an_older_form_keeps_working() -> None:
    """A folder that a municipality copied before there were fields of one line."""
    for name, data in formulierbestanden(meegeleverde_formulieren()):
        older = data.decode().replace("schema = 2", "schema = 1").replace('"tekstregel"', '"tekst"')
        assert "tekstregel" not in older
        assert gelezen(older)[1] == [], name


def test_the_law_takes_a_line_where_it_asks_a_text() -> None:
    data = next(
        data for name, data in formulierbestanden(meegeleverde_formulieren()) if "oproep_verhoor" in name
    )
    assert 'type = "tekstregel"\nlabel = "Standplaats"' in data.decode()
    assert gelezen(data.decode())[1] == []
    wrong = data.decode().replace('type = "tekstregel"\nlabel = "Standplaats"', 'type = "lijst"\nlabel = "S"')
    assert any("een verplicht veld ‘standplaats’ van type tekst" in fout for fout in gelezen(wrong)[1])


def test_only_a_form_that_needs_it_asks_the_newer_version() -> None:
    for name, data in formulierbestanden(meegeleverde_formulieren()):
        assert (b"tekstregel" in data) is (f"schema = {SCHEMA}".encode() in data), name
