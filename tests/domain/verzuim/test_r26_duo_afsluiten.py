"""R26: a report closes with one of seven reasons and an explanation; one old status cannot be chosen."""

from __future__ import annotations

from datetime import date

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.verzuim.melding import controleer_status, melding_afsluiten
from leerplicht_desktop.domain.wet.wetboek import bepaling

DAG = date(2026, 11, 21)
WET = bepaling("verzuim.duo_afsluiten", DAG)


def test_there_are_seven_reasons_and_three_explanations() -> None:
    assert (len(WET.lijst("redenen")), len(WET.lijst("toelichtingen"))) == (7, 3)
    for reden in WET.lijst("redenen"):
        afsluiting = melding_afsluiten(reden, "er loopt een actie", DAG)
        assert (afsluiting.reden, afsluiting.dag) == (reden, DAG)
        assert afsluiting.uitleg.dagen == (DAG,)


@pytest.mark.parametrize(
    ("reden", "toelichting", "veld"),
    [
        ("", "er loopt een actie", "reden"),
        ("verhuisd", "er loopt een actie", "reden"),
        ("geen verzuim: langdurig ziek", "", "toelichting"),
        ("geen verzuim: langdurig ziek", "weet niet", "toelichting"),
    ],
)
def test_closing_without_reason_or_explanation_is_refused(reden: str, toelichting: str, veld: str) -> None:
    with pytest.raises(DomainError) as fout:
        melding_afsluiten(reden, toelichting, DAG)
    assert fout.value.veld == veld


def test_overgedragen_aan_derden_cannot_be_chosen() -> None:
    assert controleer_status("in behandeling", DAG) == "in behandeling"
    with pytest.raises(DomainError, match="ter kennisgeving aangenomen") as fout:
        controleer_status("overgedragen aan derden", DAG)
    assert fout.value.veld == "status"
