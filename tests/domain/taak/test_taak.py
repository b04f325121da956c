"""A task and its ending: neither is kept without the words that explain it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.taak.taak import (
    Afhandeling,
    Taak,
    Taakafhandeling,
    afloop_in_woorden,
    controleer,
    controleer_afhandeling,
)

NU = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def test_a_task_says_what_to_do() -> None:
    taak = Taak("t1", ("d1",), "Bel de school", date(2026, 11, 24), NU)
    assert controleer(taak) is taak
    for leeg in ("", "  \n"):
        with pytest.raises(DomainError) as fout:
            controleer(Taak("t2", ("d1",), leeg, date(2026, 11, 24), NU))
        assert fout.value.veld == "wat"


@pytest.mark.parametrize(
    ("hoe", "toelichting", "mag"),
    [
        (Afhandeling.GEDAAN, "", True),
        (Afhandeling.GEDAAN, "gesproken met de mentor", True),
        (Afhandeling.VERVALLEN, "verhuisd", True),
        (Afhandeling.VERVALLEN, "", False),
        (Afhandeling.VERVALLEN, "   ", False),
    ],
)
def test_only_a_task_that_lapses_needs_a_reason(hoe: Afhandeling, toelichting: str, mag: bool) -> None:
    einde = Taakafhandeling("a1", "t1", ("d1",), hoe, NU, toelichting)
    if mag:
        assert controleer_afhandeling(einde) is einde
        return
    with pytest.raises(DomainError) as fout:
        controleer_afhandeling(einde)
    assert fout.value.veld == "toelichting"


@pytest.mark.parametrize(
    ("hoe", "toelichting", "woorden"),
    [
        (None, "", ""),
        (None, "verhuisd", ""),
        ("gedaan", "", "Gedaan"),
        ("vervallen", "verhuisd", "Vervallen: verhuisd"),
        ("doorgezet", "naar een collega", "Doorgezet: naar een collega"),
    ],
)
def test_how_it_ended_is_said_with_its_reason(hoe: str | None, toelichting: str, woorden: str) -> None:
    assert afloop_in_woorden(hoe, toelichting) == woorden
