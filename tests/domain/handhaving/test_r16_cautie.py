"""R16: cautie and the right to a lawyer come before the first line of the statement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from leerplicht_desktop.domain.handhaving.verhoor import Afstand, Bijstand, punten

from .test_verhoor import COMPLEET, om


@pytest.mark.parametrize(
    ("minuut", "velden"), [(6, []), (11, []), (12, []), (13, ["cautie_om"]), (15, ["cautie_om"])]
)
def test_cautie_against_a_first_answer_at_twelve_past(minuut: int, velden: list[str]) -> None:
    gevonden = punten(replace(COMPLEET, cautie_om=om(10, minuut)))
    assert [punt.veld for punt in gevonden] == velden
    assert all(punt.moet and "R16" in punt.regel for punt in gevonden)


@pytest.mark.parametrize(
    ("minuut", "brief", "velden"),
    [
        (7, None, []),
        (12, None, []),
        (13, None, ["rechtsbijstand_medegedeeld_om"]),
        (None, None, ["rechtsbijstand_medegedeeld_om"]),
        (None, date(2026, 11, 30), []),
        (13, date(2026, 11, 30), []),
    ],
)
def test_the_right_to_a_lawyer_in_the_letter_or_on_the_day(
    minuut: int | None, brief: date | None, velden: list[str]
) -> None:
    verteld = None if minuut is None else om(10, minuut)
    verhoor = replace(COMPLEET, rechtsbijstand_medegedeeld_om=verteld, rechten_in_oproep_van=brief)
    assert [punt.veld for punt in punten(verhoor)] == velden


@pytest.mark.parametrize(
    ("gevolgen", "terug", "gewaarschuwd"),
    [(True, True, False), (True, False, True), (False, True, True), (False, False, True)],
)
def test_a_waiver_without_both_explanations_warns(gevolgen: bool, terug: bool, gewaarschuwd: bool) -> None:
    afstand = Afstand("Dat hoeft niet.", gevolgen, terug)
    gevonden = punten(replace(COMPLEET, bijstand=Bijstand.AFSTAND, afstand=afstand))
    assert bool(gevonden) is gewaarschuwd
    assert not any(punt.moet for punt in gevonden)
    assert all("gevolgen" in punt.bericht and "terug" in punt.bericht for punt in gevonden)
