"""Answers are read up to a limit, whatever they claim to be."""

from __future__ import annotations

import gzip
import math
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.casework.problems import GeenVerbinding, ServerWeigert
from leerplicht_desktop.sync.body import read_body
from leerplicht_desktop.sync.refusals import TooLarge
from leerplicht_protocol.codec import MAX_BYTES

OOIT = math.inf


@given(st.binary(max_size=2_000), st.integers(1, 300), st.booleans())
def test_what_was_sent_is_what_is_read(inhoud: bytes, stap: int, verpakt: bool) -> None:
    reis = gzip.compress(inhoud) if verpakt else inhoud
    stukken = [reis[i : i + stap] for i in range(0, len(reis), stap)]
    assert read_body(stukken, "gzip" if verpakt else "", OOIT) == inhoud


@given(st.binary(min_size=1, max_size=500), st.data())
def test_half_a_stream_is_half_an_answer(inhoud: bytes, data: st.DataObject) -> None:
    reis = gzip.compress(inhoud)
    tot = data.draw(st.integers(0, len(reis) - 1))
    with pytest.raises(GeenVerbinding):
        read_body([reis[:tot]], "gzip", OOIT)


def test_what_is_no_gzip_is_refused() -> None:
    with pytest.raises(ServerWeigert):
        read_body([b"<html>"], "gzip", OOIT)


@pytest.mark.parametrize("codering", ["br", "deflate", "gzip, gzip"])
def test_a_coding_that_was_not_asked_for_is_refused(codering: str) -> None:
    with pytest.raises(ServerWeigert):
        read_body([b""], codering, OOIT)


def test_more_than_the_limit_is_refused() -> None:
    assert len(read_body([bytes(MAX_BYTES)], "identity", OOIT)) == MAX_BYTES
    with pytest.raises(TooLarge):
        read_body([bytes(MAX_BYTES), b"1"], "identity", OOIT)


def test_a_bomb_is_refused_without_unpacking_it() -> None:
    bom = gzip.compress(bytes(40 * MAX_BYTES), 9)
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge):
            read_body([bom], "gzip", OOIT)
        assert tracemalloc.get_traced_memory()[1] < 4 * MAX_BYTES
    finally:
        tracemalloc.stop()


def test_a_trickle_is_not_waited_for() -> None:
    with pytest.raises(GeenVerbinding):
        read_body([b"{", b"}"], "", time.monotonic() - 1)
