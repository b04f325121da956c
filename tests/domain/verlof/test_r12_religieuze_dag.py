"""R12: a religious day is notified two days before; illness within two days after. Nobody decides."""

from __future__ import annotations

from datetime import date

import pytest

from leerplicht_desktop.domain.verlof.verlof import Melder, religieuze_dag, ziekmelding

FEEST = date(2027, 3, 10)


@pytest.mark.parametrize(
    ("gemeld_op", "op_tijd"), [(date(2027, 3, 7), True), (date(2027, 3, 8), True), (date(2027, 3, 9), False)]
)
def test_two_days_before(gemeld_op: date, op_tijd: bool) -> None:
    antwoord = religieuze_dag(FEEST, gemeld_op)
    assert (antwoord.op_tijd, antwoord.uiterlijk) == (op_tijd, date(2027, 3, 8))
    assert "niemand beslist" in antwoord.uitleg.regel
    assert antwoord.uitleg.artikel == "artikel 13 Leerplichtwet 1969"
    assert not hasattr(antwoord, "beslisser")


@pytest.mark.parametrize(
    ("melder", "zelfstandig", "juist"),
    [
        (None, False, None),
        (Melder.OUDER, False, True),
        (Melder.JONGERE, False, False),
        (Melder.JONGERE, True, True),
        (Melder.ANDER, True, False),
    ],
)
def test_who_may_report_it(melder: Melder | None, zelfstandig: bool, juist: bool | None) -> None:
    for rule, gemeld in ((ziekmelding, FEEST), (religieuze_dag, date(2027, 3, 1))):
        antwoord = rule(FEEST, gemeld, melder, woont_zelfstandig=zelfstandig)
        assert (antwoord.op_tijd, antwoord.juiste_melder) == (True, juist)
        assert ("13b" in antwoord.uitleg.regel) is (juist is False)


@pytest.mark.parametrize(("gemeld_op", "op_tijd"), [(date(2027, 3, 12), True), (date(2027, 3, 13), False)])
def test_illness_two_days_after_it_began(gemeld_op: date, op_tijd: bool) -> None:
    antwoord = ziekmelding(FEEST, gemeld_op)
    assert antwoord.op_tijd is op_tijd
    assert antwoord.uitleg.dagen == (date(2027, 3, 12),)
