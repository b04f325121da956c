"""The place of a school, which registers write in capitals, as it stands in the sentence of the fact."""

from __future__ import annotations

import pytest

from leerplicht_desktop.ui.proces_verbaal.aanloop import gewone_plaatsnaam


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
