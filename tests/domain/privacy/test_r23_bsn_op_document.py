"""R23: a BSN only where the receiver needs it by law."""

from __future__ import annotations

from datetime import date

import pytest

from leerplicht_desktop.domain.privacy.regime import bsn_op
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

_ALLOWED = {
    Documentsoort.PROCES_VERBAAL,
    Documentsoort.MELDING_SVB,
    Documentsoort.INTREKKING_SVB,
    Documentsoort.DUO_BERICHT,
    Documentsoort.OVERDRACHT,
    Documentsoort.TERUGMELDING_BRP,
}


@pytest.mark.parametrize("document", Documentsoort)
def test_where_a_bsn_may_stand(document: Documentsoort) -> None:
    answer = bsn_op(document, date(2026, 11, 21))
    assert answer.mag is (document in _ALLOWED)
    assert ("hoort niet" in answer.uitleg.regel) is not answer.mag
    assert answer.uitleg.wetsversie.startswith(f"document.{document.value}")


@pytest.mark.parametrize(
    "document",
    [
        Documentsoort.UITNODIGING_GESPREK,
        Documentsoort.BERICHT_SCHOOL,
        Documentsoort.NIET_THUISKAART,
        Documentsoort.GESPREKSVERSLAG,
        Documentsoort.BEZOEKLIJST,
    ],
)
def test_never_on_what_others_read(document: Documentsoort) -> None:
    assert not bsn_op(document, date(2026, 11, 21)).mag
