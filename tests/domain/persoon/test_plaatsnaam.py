"""A town, which registers write in capitals, as it stands in a sentence and in the facts of a paper."""

from __future__ import annotations

import pytest

from leerplicht_desktop.domain.persoon.plaatsnaam import adres_in_zin, gewone_plaatsnaam


@pytest.mark.parametrize(
    ("register", "zin"),
    [
        ("'S-GRAVENHAGE", "'s-Gravenhage"),
        ("'T HARDE", "'t Harde"),
        ("BERGEN OP ZOOM", "Bergen op Zoom"),
        ("CAPELLE AAN DEN IJSSEL", "Capelle aan den IJssel"),
        ("DE BILT", "De Bilt"),
        ("IJSSELSTEIN", "IJsselstein"),
        ("NOORD-SLEEN", "Noord-Sleen"),
        ("Den Haag", "Den Haag"),
        ("", ""),
    ],
)
def test_a_place_stands_in_a_sentence_as_people_write_it(register: str, zin: str) -> None:
    assert gewone_plaatsnaam(register) == zin


@pytest.mark.parametrize(
    ("register", "zin"),
    [
        ("'t Haantje 86 8646 TK  NOORD-SLEEN", "'t Haantje 86 8646 TK Noord-Sleen"),
        ("8646 TK  NOORD-SLEEN", "8646 TK Noord-Sleen"),
        ("Laan 1, 2564 CJ 'S-GRAVENHAGE, Nederland", "Laan 1, 2564 CJ 's-Gravenhage, Nederland"),
        ("Kade 44, 3032 AA Rotterdam", "Kade 44, 3032 AA Rotterdam"),
        ("ABC-STRAAT 12", "ABC-STRAAT 12"),
        ("1000 BRUXELLES, BELGIË", "1000 BRUXELLES, BELGIË"),
        ("", ""),
    ],
)
def test_an_address_in_a_sentence_changes_its_town_alone(register: str, zin: str) -> None:
    assert adres_in_zin(register) == zin
