"""The order of a hearing (R16–R18)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.verhoor import (
    Afstand,
    Begeleiding,
    Bijstand,
    Tolk,
    Verhoor,
    Verhoorregel,
    punten,
)
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum


def om(uur: int, minuut: int, dag: int = 10) -> datetime:
    return datetime(2026, 12, dag, uur, minuut, tzinfo=UTC)


COMPLEET = Verhoor(
    id="v",
    verdachte_geboren=Geboortedatum(1984, 2, 1),
    pleegdatum=date(2026, 12, 1),
    plaats="Demostad",
    begin=om(10, 5),
    eind=om(10, 40),
    identiteit="paspoort gezien",
    feit_medegedeeld_om=om(10, 5),
    cautie_om=om(10, 6),
    rechtsbijstand_medegedeeld_om=om(10, 7),
    bijstand=Bijstand.VOORAF,
    verstaat_nederlands=True,
    regels=(
        Verhoorregel(om(10, 11), "Wat gebeurde er?", antwoord=False),
        Verhoorregel(om(10, 12), "Dat weet ik niet."),
    ),
    voorgelezen_om=om(10, 35),
    ondertekend=True,
)


def velden(verhoor: Verhoor, *, moet: bool = True) -> list[str]:
    return [punt.veld for punt in punten(verhoor) if punt.moet is moet]


def test_a_hearing_in_order_has_no_points() -> None:
    assert punten(COMPLEET) == ()


def test_cautie_after_the_first_answer_blocks() -> None:
    """R16: first line 10:12, cautie 10:15 fails, 10:06 passes; a question before it does no harm."""
    assert velden(replace(COMPLEET, cautie_om=om(10, 15))) == ["cautie_om"]
    assert velden(replace(COMPLEET, cautie_om=om(10, 12))) == []
    assert velden(replace(COMPLEET, cautie_om=None)) == ["cautie_om"]


def test_a_cautie_of_before_the_hearing_is_asked_about() -> None:
    """A nought typed for a one puts it hours too early; in the minute of the beginning it is in order."""
    vroeg = replace(COMPLEET, cautie_om=om(0, 6))
    assert (velden(vroeg), velden(vroeg, moet=False)) == ([], ["cautie_om"])
    assert punten(replace(COMPLEET, begin=om(10, 5).replace(second=40), cautie_om=om(10, 5))) == ()


def test_nobody_is_heard_about_a_day_that_must_still_come() -> None:
    assert velden(replace(COMPLEET, pleegdatum=date(2026, 12, 10))) == []
    assert velden(replace(COMPLEET, pleegdatum=date(2026, 12, 11))) == ["pleegdatum"]


def test_the_right_to_a_lawyer_counts_from_letter_or_hearing() -> None:
    """R16: in the oproep before, or told on the day; one of the two must be recorded."""
    untold = replace(COMPLEET, rechtsbijstand_medegedeeld_om=None)
    assert velden(untold) == ["rechtsbijstand_medegedeeld_om"]
    assert velden(replace(untold, rechten_in_oproep_van=date(2026, 12, 1))) == []
    late = replace(COMPLEET, rechtsbijstand_medegedeeld_om=om(10, 20))
    assert velden(late) == ["rechtsbijstand_medegedeeld_om"]
    assert velden(replace(late, rechten_in_oproep_van=date(2026, 12, 1))) == []


@pytest.mark.parametrize(("gevolgen", "terug"), [(True, False), (False, True), (False, False)])
def test_a_waiver_without_both_warnings_is_advised_against(*, gevolgen: bool, terug: bool) -> None:
    waiver = replace(COMPLEET, bijstand=Bijstand.AFSTAND, afstand=Afstand("Nee.", gevolgen, terug))
    assert velden(waiver) == []
    assert velden(waiver, moet=False) == ["afstand"]


def test_a_waiver_needs_its_words_and_care_for_the_vulnerable() -> None:
    assert velden(replace(COMPLEET, bijstand=Bijstand.AFSTAND)) == ["afstand"]
    careful = replace(
        COMPLEET, bijstand=Bijstand.AFSTAND, afstand=Afstand("Nee.", True, True), kwetsbaar=True
    )
    assert velden(careful, moet=False) == ["kwetsbaar"]


def test_two_ages_decide_for_a_minor() -> None:
    """R18: born 05-12-2008, fact 01-12-2026 (17); heard at 18 only the choice, heard at 17 the parents
    too.
    """
    young = replace(COMPLEET, verdachte_geboren=Geboortedatum(2008, 12, 5))
    assert velden(young) == ["begeleiding"]
    assert young.minderjarig_bij_feit()
    assert not young.minderjarig_bij_verhoor()
    earlier = replace(
        young,
        begin=om(10, 0, 3),
        regels=(),
        rechten_in_oproep_van=date(2026, 11, 25),
    )
    assert {"begeleiding", "ouders_ingelicht_op"} <= set(velden(earlier))
    told = replace(earlier, begeleiding=Begeleiding.GEEN, ouders_ingelicht_op=date(2026, 11, 25))
    assert not {"begeleiding", "ouders_ingelicht_op"} & set(velden(told))


def test_an_unknown_birth_day_counts_as_young_enough_to_protect() -> None:
    assert replace(COMPLEET, verdachte_geboren=Geboortedatum(2008)).minderjarig_bij_feit()


def test_without_dutch_an_interpreter_is_needed() -> None:
    foreign = replace(COMPLEET, verstaat_nederlands=False)
    assert velden(foreign) == ["tolk"]
    assert velden(replace(foreign, tolk=Tolk("A. Öztürk", "Turks"))) == []
    assert velden(replace(COMPLEET, verstaat_nederlands=None)) == ["verstaat_nederlands"]


@pytest.mark.parametrize(
    ("veld", "leeg"),
    [
        ("identiteit", replace(COMPLEET, identiteit=" ")),
        ("feit_medegedeeld_om", replace(COMPLEET, feit_medegedeeld_om=None)),
        ("plaats", replace(COMPLEET, plaats="")),
        ("bijstand", replace(COMPLEET, bijstand=None)),
        ("eind", replace(COMPLEET, eind=None)),
        ("regels", replace(COMPLEET, regels=())),
        ("voorgelezen_om", replace(COMPLEET, voorgelezen_om=None)),
        ("ondertekend", replace(COMPLEET, ondertekend=None)),
        ("reden_niet_ondertekend", replace(COMPLEET, ondertekend=False)),
    ],
)
def test_what_is_missing_is_named(veld: str, leeg: Verhoor) -> None:
    assert velden(leeg) == [veld]


@pytest.mark.parametrize(
    ("veld", "verkeerd"),
    [
        ("feit_medegedeeld_om", replace(COMPLEET, feit_medegedeeld_om=om(10, 13))),
        ("voorgelezen_om", replace(COMPLEET, voorgelezen_om=om(10, 11))),
        ("eind", replace(COMPLEET, eind=om(10, 34))),
        ("begin", replace(COMPLEET, begin=om(10, 12))),
        ("rechten_in_oproep_van", replace(COMPLEET, rechten_in_oproep_van=date(2026, 12, 11))),
    ],
)
def test_times_that_cannot_be_in_this_order_block(veld: str, verkeerd: Verhoor) -> None:
    assert velden(verkeerd) == [veld]


def test_a_typed_time_has_no_seconds_and_still_counts_as_that_minute() -> None:
    laatste = Verhoorregel(om(10, 35).replace(second=42), "Zo was het.")
    assert velden(replace(COMPLEET, regels=(*COMPLEET.regels, laatste))) == []


def test_an_end_before_the_beginning_is_refused() -> None:
    with pytest.raises(DomainError) as caught:
        replace(COMPLEET, eind=om(9, 0))
    assert caught.value.veld == "eind"
