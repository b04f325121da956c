"""R24: a secret address, and what gives it away, stays off paper."""

from __future__ import annotations

from datetime import date

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.privacy.regime import Bewoner, Gegeven, afscherming
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

_DAG = date(2026, 11, 21)
_OUDER_A = Bewoner("a", "adres-1")
_OUDER_B = Bewoner("b", "adres-2", geheim=True, jongere_woont_hier=True)
_GEZIN = (_OUDER_A, _OUDER_B)


def test_a_letter_to_a_hides_address_town_and_school_of_b() -> None:
    answer = afscherming(Documentsoort.UITNODIGING_GESPREK, _DAG, _GEZIN, "a")
    assert not any(answer.toont("b", gegeven) for gegeven in Gegeven)
    assert all(answer.toont("a", gegeven) for gegeven in Gegeven)
    assert answer.waarschuwing.startswith("Let op: geheim adres in dit dossier")


def test_the_school_is_no_clue_when_the_jongere_lives_elsewhere() -> None:
    away = Bewoner("b", "adres-2", geheim=True)
    answer = afscherming(Documentsoort.UITNODIGING_GESPREK, _DAG, (_OUDER_A, away), "a")
    assert answer.toont("b", Gegeven.SCHOOL)
    assert not answer.toont("b", Gegeven.WOONPLAATS)


def test_the_own_letter_has_the_own_address_and_a_warning() -> None:
    answer = afscherming(Documentsoort.UITNODIGING_GESPREK, _DAG, _GEZIN, "b")
    assert all(answer.toont("b", gegeven) for gegeven in Gegeven)
    assert not answer.toont("a", Gegeven.ADRES)
    assert answer.toont("a", Gegeven.WOONPLAATS)
    assert "staat een geheim adres" in answer.waarschuwing


@pytest.mark.parametrize("document", [Documentsoort.PROCES_VERBAAL, Documentsoort.OVERDRACHT])
def test_the_om_and_the_next_municipality_get_it_with_a_red_warning(document: Documentsoort) -> None:
    answer = afscherming(document, _DAG, _GEZIN)
    assert answer.weglaten == frozenset()
    assert "staat een geheim adres" in answer.waarschuwing


@pytest.mark.parametrize("document", [Documentsoort.BERICHT_SCHOOL, Documentsoort.ZORGMELDING])
def test_the_school_never_gets_a_secret_address(document: Documentsoort) -> None:
    answer = afscherming(document, _DAG, _GEZIN)
    assert not answer.toont("b", Gegeven.ADRES)
    assert answer.toont("a", Gegeven.ADRES)


def test_without_secrets_there_is_no_warning_but_still_no_other_address() -> None:
    open_b = Bewoner("b", "adres-2")
    answer = afscherming(Documentsoort.WAARSCHUWING, _DAG, (_OUDER_A, open_b), "a")
    assert answer.waarschuwing == ""
    assert not answer.toont("b", Gegeven.ADRES)
    together = afscherming(Documentsoort.WAARSCHUWING, _DAG, (_OUDER_A, Bewoner("c", "adres-1")), "a")
    assert together.weglaten == frozenset()


def test_an_addressee_from_outside_the_case_is_refused() -> None:
    with pytest.raises(DomainError, match="geadresseerde"):
        afscherming(Documentsoort.WAARSCHUWING, _DAG, _GEZIN, "z")


def test_the_answer_says_why() -> None:
    uitleg = afscherming(Documentsoort.BERICHT_SCHOOL, _DAG, _GEZIN).uitleg
    assert ("geheim adres in het dossier", "ja") in uitleg.invoer
    assert "geheim adres" in uitleg.regel


def test_an_address_is_secret_for_all_who_live_there() -> None:
    """The register flags the parent; the jongere at the same address carries no flag of his own."""
    kind = Bewoner("k", "adres-2")
    for document, ontvanger in ((Documentsoort.WAARSCHUWING, "a"), (Documentsoort.ZORGMELDING, "")):
        answer = afscherming(document, _DAG, (_OUDER_A, _OUDER_B, kind), ontvanger)
        assert not any(answer.toont("k", gegeven) for gegeven in Gegeven)
    own = afscherming(Documentsoort.WAARSCHUWING, _DAG, (_OUDER_A, _OUDER_B, kind), "k")
    assert own.toont("b", Gegeven.ADRES)
    assert "staat een geheim adres" in own.waarschuwing


def test_two_unknown_addresses_are_not_one_address() -> None:
    geheim, onbekend = Bewoner("b", "", geheim=True), Bewoner("c", "")
    answer = afscherming(Documentsoort.BERICHT_SCHOOL, _DAG, (geheim, onbekend))
    assert not answer.toont("b", Gegeven.ADRES)
    assert answer.toont("c", Gegeven.ADRES)
