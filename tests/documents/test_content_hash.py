"""The fingerprint of a document."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from leerplicht_desktop.documents.content_hash import content_hash, short_hash


class _Kleur(StrEnum):
    ROOD = "rood"


@dataclass(frozen=True)
class _Spec:
    naam: str
    dag: date = date(2026, 11, 24)
    delen: tuple[str, ...] = ()
    kleur: _Kleur = _Kleur.ROOD


@dataclass(frozen=True)
class _AndereSpec:
    naam: str
    dag: date = date(2026, 11, 24)
    delen: tuple[str, ...] = ()
    kleur: _Kleur = _Kleur.ROOD


def test_a_golden_fingerprint_never_moves() -> None:
    assert (
        content_hash(_Spec("Şahin", delen=("a", "b")))
        == "5cd90b5ae04ac2f1a8065c4057765afe88d7b8f84da0f5590597555256652aea"
    )


def test_two_spellings_of_a_name_are_one_document() -> None:
    assert content_hash(_Spec("é")) == content_hash(_Spec(unicodedata.normalize("NFD", "é")))


@pytest.mark.parametrize("other", [_Spec("b"), _AndereSpec("a"), _Spec("a", delen=("",)), "a"])
def test_another_document_has_another_fingerprint(other: object) -> None:
    assert content_hash(_Spec("a")) != content_hash(other)


def test_numbers_bytes_and_odd_text_have_one_spelling() -> None:
    parts = {"getal": Decimal("1.50"), "foto": b"x", "aan": True, "niets": None, "half": "\ud800"}
    assert content_hash(parts) == content_hash(dict(reversed(parts.items())))


def test_a_value_with_more_than_one_spelling_is_refused() -> None:
    with pytest.raises(TypeError, match="float"):
        content_hash(0.1)


def test_the_footer_shows_sixteen_digits() -> None:
    assert short_hash("0123456789abcdef" * 4) == "0123 4567 89ab cdef"
