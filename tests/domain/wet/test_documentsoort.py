"""Every kind of document has its provision, and only decisions can be objected to."""

from __future__ import annotations

from datetime import date

import pytest

from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

_VANDAAG = date(2026, 11, 21)
_BESLUITEN = {
    Documentsoort.BESCHIKKING_VERLOF: "de leerplichtambtenaar",
    Documentsoort.BESCHIKKING_VERVANGENDE_LEERPLICHT: "het college van burgemeester en wethouders",
    Documentsoort.BESCHIKKING_VRIJSTELLING_15: "het college van burgemeester en wethouders",
}


@pytest.mark.parametrize("document", Documentsoort)
def test_what_the_law_data_say(document: Documentsoort) -> None:
    assert document.naam(_VANDAAG)
    assert document.is_besluit(_VANDAAG) is (document in _BESLUITEN)
    assert document.bezwaar_bij(_VANDAAG) == _BESLUITEN.get(document, "")
    assert document.bepaling_op(_VANDAAG).waarden["adres"] in ("ja", "nee", "tenzij_geheim")
