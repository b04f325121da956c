"""Passphrases judged offline: what anybody would think of first is refused, five drawn words never."""

from __future__ import annotations

import math
import subprocess
import sys
from pathlib import Path

import pytest

from leerplicht_desktop.casework.ports.wachtzin import Sterkte
from leerplicht_desktop.store.kluis.choice import ENOUGH, PassphraseChoice
from leerplicht_desktop.store.kluis.judge import guesses
from leerplicht_desktop.store.kluis.words import WORDS, draw, drawn_from, dutch

OWN = ("Nicole Hendriks", "n.hendriks", "Utrecht")
SETS = Path(__file__).parent / "passphrases"


def _lines(name: str) -> list[str]:
    return (SETS / f"{name}.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", ["weak", "unseen"])
def test_what_is_weak_is_refused(name: str) -> None:
    assert [text for text in _lines(name) if guesses(text, OWN) >= ENOUGH] == []


def test_most_careful_sentences_pass() -> None:
    passed = [text for text in _lines("own") if guesses(text, OWN) >= ENOUGH]
    assert len(passed) >= 0.6 * len(_lines("own"))


@pytest.mark.parametrize("text", ["", " ", "x", "é", "\u202e", "💩" * 30, "a" * 5000, "woord " * 400])
def test_any_text_has_a_judgement(text: str) -> None:
    assert 0 <= guesses(text, OWN) < ENOUGH


def test_a_long_text_of_which_only_the_end_is_strange_is_judged_by_its_words() -> None:
    assert guesses("welkom " * 12 + "kq7vmzr2tpxw9b") < 14


def test_who_the_officer_is_counts_against_it() -> None:
    text = "brommer trombone zwaluwstraat Kowalczyk"
    assert guesses(text, ("Kowalczyk", "Zwaluwstraat")) < guesses(text)


def test_seven_thousand_words_of_which_no_two_begin_alike() -> None:
    words = drawn_from()
    assert len(words) == len(set(words)) == len({word[:5] for word in words}) == 7776
    assert all(word.isascii() and word.islower() and 4 <= len(word) <= 10 for word in words)
    assert WORDS * math.log2(len(words)) > 64.6
    assert [word for word in words if dutch().rank(word) is None] == []


def test_what_is_drawn_differs_and_is_never_refused() -> None:
    choice = PassphraseChoice()
    drawn = {choice.stel_voor() for _ in range(50)}
    assert len(drawn) == 50
    assert {len(words.split()) for words in drawn} == {5}
    for words in drawn:
        assert choice.keur(words).genoeg
        assert choice.keur(words).sterkte is Sterkte.ZEER_STERK


def test_every_word_is_as_likely_as_another() -> None:
    seen = {word for _ in range(800) for word in draw().split()}
    # 4,000 draws of 7,776 leave 4,650 unseen; the chance of 200 more or fewer is below one in a million.
    assert 2_900 < len(seen) < 3_350


def test_where_the_passphrase_is_the_only_lock_more_is_asked() -> None:
    choice = PassphraseChoice()
    between = next(text for text in _lines("own") if 12.0 <= guesses(text) < 13.0)
    assert choice.keur(between).genoeg
    choice.alone = lambda: True
    assert not choice.keur(between).genoeg


def test_nothing_of_it_is_loaded_before_somebody_chooses() -> None:
    program = "import sys, leerplicht_desktop.store.vault; print('zxcvbn' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"
