"""One drawer for the outcome at the door: its words, the closed door, and the word on the wire."""

from __future__ import annotations

from dataclasses import fields
from typing import get_args

import pytest

from leerplicht_desktop.domain.bezoek.uitkomst import (
    Aanwezig,
    Bewoording,
    Uitkomst,
    in_een_regel,
    in_proces_verbaal,
    op_tijdlijn,
)
from leerplicht_protocol.records import Deurbezoek

NIEMAND: frozenset[Aanwezig] = frozenset()
BEIDEN = frozenset(Aanwezig)


@pytest.mark.parametrize("uitkomst", Uitkomst)
def test_an_outcome_has_every_word(uitkomst: Uitkomst) -> None:
    leeg = [veld.name for veld in fields(Bewoording) if not getattr(uitkomst.woorden, veld.name)]
    assert leeg in ([], ["uitleg"])
    assert uitkomst.woorden.proces_verbaal.endswith(".")
    assert op_tijdlijn(uitkomst, NIEMAND) == f"Deurbezoek, {uitkomst.woorden.tijdlijn}"


@pytest.mark.parametrize("veld", [veld.name for veld in fields(Bewoording) if veld.name != "uitleg"])
def test_no_two_outcomes_share_a_word(veld: str) -> None:
    woorden = [getattr(uitkomst.woorden, veld) for uitkomst in Uitkomst]
    assert len(set(woorden)) == len(woorden)


def test_the_wire_knows_every_outcome_and_no_other() -> None:
    assert set(get_args(Deurbezoek.model_fields["uitkomst"].annotation)) == {een.value for een in Uitkomst}


def test_only_a_door_that_nobody_opened_is_closed() -> None:
    assert {een for een in Uitkomst if een.gesloten_deur} == {Uitkomst.NIET_THUIS, Uitkomst.NIET_OPENGEDAAN}


@pytest.mark.parametrize(
    ("aangetroffen", "regel", "tijdlijn", "zin"),
    [
        (
            BEIDEN,
            "Ouder en leerling gesproken",
            "Deurbezoek, ouder en leerling gesproken",
            "Er werd opengedaan; ik sprak de jongere en de ouder.",
        ),
        (
            frozenset({Aanwezig.OUDER}),
            "Alleen een ouder gesproken",
            "Deurbezoek, ouder gesproken",
            "Er werd opengedaan; ik sprak de ouder.",
        ),
        (
            frozenset({Aanwezig.JONGERE}),
            "Alleen de leerling gesproken",
            "Deurbezoek, leerling gesproken",
            "Er werd opengedaan; ik sprak de jongere.",
        ),
        (NIEMAND, "Opengedaan", "Deurbezoek, opengedaan", "Er werd opengedaan."),
    ],
)
def test_who_was_spoken_is_told(
    aangetroffen: frozenset[Aanwezig], regel: str, tijdlijn: str, zin: str
) -> None:
    assert in_een_regel(Uitkomst.OPEN_GEDAAN, aangetroffen) == regel
    assert op_tijdlijn(Uitkomst.OPEN_GEDAAN, aangetroffen) == tijdlijn
    assert in_proces_verbaal(Uitkomst.OPEN_GEDAAN, aangetroffen) == zin


def test_before_the_choice_nothing_is_claimed() -> None:
    woorden = (in_een_regel(None, NIEMAND), op_tijdlijn(None, NIEMAND), in_proces_verbaal(None, NIEMAND))
    assert woorden == ("Nog niet gekozen", "Deurbezoek", "")


def test_an_outcome_without_words_does_not_start() -> None:
    maak = vars(Uitkomst)["__new_member__"]
    with pytest.raises(TypeError, match="has no words"):
        maak(Uitkomst, "nieuw")
