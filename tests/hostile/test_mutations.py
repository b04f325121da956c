"""A bounded number of broken messages for every change; ``make duur`` tries a hundred thousand."""

from __future__ import annotations

import random

import pytest

from leerplicht_protocol.codec import canonical

from . import mutations


@pytest.mark.parametrize("seed", range(4))
def test_no_broken_message_is_more_than_a_refusal(seed: int) -> None:
    requests, pages = mutations.run(500, seed)
    assert 0 < requests < 250  # some stay sound, and what the server takes a laptop can read
    assert 0 < pages < 250


def test_sound_messages_are_taken() -> None:
    dice = random.Random(1)
    for _ in range(20):
        assert mutations.try_push(canonical(mutations.push_message(dice)))
        assert mutations.try_page(canonical(mutations.page_message(dice)))
