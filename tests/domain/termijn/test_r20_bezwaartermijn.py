"""R20: the last day for objection, and who may object to what."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.termijn.termijnen import bezwaar_tijdig, bezwaartermijn
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.domain.wet.feestdagen import feestdagen, is_werkdag


@pytest.mark.parametrize(
    ("verzonden", "nominaal", "laatste"),
    [
        (date(2026, 11, 12), date(2026, 12, 24), date(2026, 12, 24)),
        (date(2026, 11, 13), date(2026, 12, 25), date(2026, 12, 28)),
        (date(2026, 11, 14), date(2026, 12, 26), date(2026, 12, 28)),
        (date(2026, 11, 16), date(2026, 12, 28), date(2026, 12, 28)),
        (date(2026, 11, 17), date(2026, 12, 29), date(2026, 12, 29)),
        (date(2026, 11, 20), date(2027, 1, 1), date(2027, 1, 4)),
        (date(2026, 3, 23), date(2026, 5, 4), date(2026, 5, 4)),
        (date(2026, 3, 24), date(2026, 5, 5), date(2026, 5, 6)),
        (date(2026, 9, 1), date(2026, 10, 13), date(2026, 10, 13)),
        (date(2025, 3, 14), date(2025, 4, 25), date(2025, 4, 25)),
        (date(2026, 4, 2), date(2026, 5, 14), date(2026, 5, 18)),  # Friday 15 May 2026 is equated
    ],
)
def test_worked_examples_and_their_neighbours(verzonden: date, nominaal: date, laatste: date) -> None:
    bezwaar = bezwaartermijn(verzonden)
    assert bezwaar.begint == verzonden + timedelta(days=1)
    assert (bezwaar.nominaal, bezwaar.laatste_dag) == (nominaal, laatste)


def test_the_answer_explains_itself() -> None:
    uitleg = bezwaartermijn(date(2026, 11, 13)).uitleg
    assert "Eerste Kerstdag" in uitleg.regel
    assert "maandag 28 december 2026" in uitleg.regel
    assert uitleg.artikel == "artikel 6:7 en 6:8 Algemene wet bestuursrecht"
    assert uitleg.invoer == (("verzonden", "13-11-2026"),)
    assert (len(uitleg.dagen), uitleg.dagen[0]) == (42, date(2026, 11, 14))
    assert "termijn.bezwaar" in uitleg.wetsversie


@given(st.dates(date(1994, 1, 1), date(2199, 12, 31)))
def test_never_ends_on_a_day_off_and_never_too_early(verzonden: date) -> None:
    bezwaar = bezwaartermijn(verzonden)
    assert is_werkdag(bezwaar.laatste_dag)
    assert bezwaar.laatste_dag.weekday() < 5
    assert bezwaar.laatste_dag not in feestdagen(bezwaar.laatste_dag.year)
    assert timedelta(0) <= bezwaar.laatste_dag - bezwaar.nominaal <= timedelta(days=5)
    assert bezwaar.nominaal - verzonden == timedelta(days=42)
    gap = [bezwaar.nominaal + timedelta(days=n) for n in range((bezwaar.laatste_dag - bezwaar.nominaal).days)]
    assert not any(is_werkdag(dag) for dag in gap)


@given(st.dates(date(1994, 1, 1), date(2199, 12, 30)))
def test_sent_later_never_ends_earlier(verzonden: date) -> None:
    morgen = verzonden + timedelta(days=1)
    assert bezwaartermijn(verzonden).laatste_dag <= bezwaartermijn(morgen).laatste_dag


@pytest.mark.parametrize(
    "document",
    [
        Documentsoort.BESCHIKKING_VERLOF,
        Documentsoort.BESCHIKKING_VERVANGENDE_LEERPLICHT,
        Documentsoort.BESCHIKKING_VRIJSTELLING_15,
    ],
)
def test_a_decision_has_a_term(document: Documentsoort) -> None:
    assert bezwaartermijn(date(2026, 9, 1), document).laatste_dag == date(2026, 10, 13)


@pytest.mark.parametrize(
    "document",
    [Documentsoort.WAARSCHUWING, Documentsoort.KENNISGEVING_PV, Documentsoort.REACTIE_VRIJSTELLING],
)
def test_what_is_no_decision_has_none(document: Documentsoort) -> None:
    with pytest.raises(DomainError, match="geen besluit"):
        bezwaartermijn(date(2026, 9, 1), document)


def test_before_the_law_there_is_no_term() -> None:
    with pytest.raises(DomainError, match="6:7"):
        bezwaartermijn(date(1993, 12, 31))
    with pytest.raises(DomainError, match="te ver in de toekomst"):
        bezwaartermijn(date(2200, 1, 1))


@pytest.mark.parametrize(
    ("ontvangen", "gepost", "op_tijd"),
    [
        (date(2026, 12, 28), None, True),
        (date(2026, 12, 29), None, False),
        (date(2027, 1, 4), date(2026, 12, 28), True),
        (date(2027, 1, 5), date(2026, 12, 28), False),
        (date(2026, 12, 30), date(2026, 12, 29), False),
        (date(2026, 12, 24), date(2026, 12, 23), True),
    ],
)
def test_in_time_in_hand_or_by_post(ontvangen: date, gepost: date | None, op_tijd: bool) -> None:
    oordeel = bezwaar_tijdig(bezwaartermijn(date(2026, 11, 13)), ontvangen, gepost)
    assert oordeel.op_tijd is op_tijd
    assert oordeel.uitleg.artikel == "artikel 6:9 Algemene wet bestuursrecht"
    assert ("uiterste ontvangst per post", "04-01-2027") in oordeel.uitleg.invoer
