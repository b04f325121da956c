"""R30: two addresses, two letters."""

from __future__ import annotations

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.privacy.regime import Bewoner
from leerplicht_desktop.domain.stuk.geadresseerden import (
    Bestemmingstand,
    bestemmingstand,
    briefbestemmingen,
    een_brief,
)

_A = Bewoner("a", "adres-1")
_B = Bewoner("b", "adres-2", geheim=True)
_C = Bewoner("c", "adres-1")


def test_parents_at_two_addresses_get_a_letter_each() -> None:
    letters = briefbestemmingen((_A, _B))
    assert [(letter.personen, letter.adres) for letter in letters] == [
        (("a",), "adres-1"),
        (("b",), "adres-2"),
    ]
    assert not any(letter.aan_de_ouders_van for letter in letters)
    assert "eigen brief" in letters[0].uitleg.regel


def test_parents_at_one_address_share_one() -> None:
    letter = een_brief((_A, _C))
    assert (letter.personen, letter.adres, letter.aan_de_ouders_van) == (("a", "c"), "adres-1", True)
    assert letter.uitleg.invoer == (("ontvangers", "2"), ("adressen", "1"))


def test_one_letter_to_two_addresses_is_refused() -> None:
    with pytest.raises(DomainError, match="2 adressen"):
        een_brief((_A, _B))
    assert [letter.personen for letter in briefbestemmingen((_A, _B, _C))] == [("a", "c"), ("b",)]


def test_nobody_or_nowhere_is_refused() -> None:
    with pytest.raises(DomainError, match="Kies aan wie"):
        briefbestemmingen(())
    with pytest.raises(DomainError, match="geen adres bekend"):
        briefbestemmingen((_A, Bewoner("d", "")))


@pytest.mark.parametrize(
    ("adressen", "stand"),
    [
        (("kade 1",), Bestemmingstand.KLOPT),
        (("kade 1", "kade 1"), Bestemmingstand.KLOPT),
        (("laan 7",), Bestemmingstand.VERHUISD),
        (("laan 7", "laan 7"), Bestemmingstand.VERHUISD),
        (("kade 1", "laan 7"), Bestemmingstand.UITEEN),
        (("kade 1", ""), Bestemmingstand.ONBEKEND),
        ((), Bestemmingstand.ONBEKEND),
    ],
)
def test_a_letter_that_lay_is_held_against_where_they_live_now(
    adressen: tuple[str, ...], stand: Bestemmingstand
) -> None:
    ontvangers = [Bewoner(str(nummer), adres, geheim=False) for nummer, adres in enumerate(adressen)]
    assert bestemmingstand("kade 1", ontvangers) is stand
