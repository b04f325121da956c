"""What a body would cost is told before it is parsed, in a time that only grows with its length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from leerplicht_protocol import scan
from leerplicht_protocol.codec import MAX_BYTES, WireError, canonical, read

from .test_codec import VALUES

_N = MAX_BYTES - 64
COSTLY = {
    "zeros": b"[" + b"0," * (_N // 2) + b"0]",
    "blanks": b"[" + b" " * _N + b"]",
    "empty texts": b"[" + b'"",' * (_N // 3) + b"0]",
    "empty groups": b"[" + b"{}," * (_N // 3) + b"0]",
    "lists": b"[" * _N,
    "numbers in letters": b"[" + b"1e9," * (_N // 4) + b"0]",
    "one long number": b"[" + b"9" * _N + b"]",
    "keys": b"{" + b",".join(b'"%d":1' % n for n in range(_N // 12)) + b"}",
    "a text without end": b'"' + b'\\"' * (_N // 2),
    "texts without end": b'"\\' * (_N // 2),
}


@pytest.mark.parametrize("name", COSTLY)
def test_a_costly_body_is_refused_before_it_is_parsed(name: str) -> None:
    begun = time.process_time()
    with pytest.raises(WireError) as refusal:
        read(COSTLY[name])
    assert time.process_time() - begun < 5  # 0.7 s on an idle machine; parsed and checked it took 48
    assert len(str(refusal.value)) < 100


@given(VALUES)
def test_what_is_sound_passes(value: JsonValue) -> None:
    assert scan.objection(canonical(value)) == ""


@given(st.lists(st.text(), max_size=30))
def test_nothing_in_a_text_is_counted(texts: list[str]) -> None:
    full = "[{,".join(texts) + '\\",[{'
    assert scan.objection(canonical([full] * 3)) == ""
    assert scan.objection(canonical("[" * 400 + full)) == ""


@pytest.mark.parametrize("depth", [scan.MAX_DEPTH, scan.MAX_DEPTH + 1])
def test_the_depth_is_exact(depth: int) -> None:
    assert bool(scan.objection(b"[" * depth + b"]" * depth)) == (depth > scan.MAX_DEPTH)
    assert bool(scan.objection(b'{"a":' * depth + b"1" + b"}" * depth)) == (depth > scan.MAX_DEPTH)


@pytest.mark.parametrize("number", [2**63, -(2**63) - 1, 10**30, 10**400])
def test_a_whole_number_outside_64_bits_is_refused_wherever_it_stands(number: int) -> None:
    with pytest.raises(WireError):
        read(b'{"op":{"x":[%d]}}' % number)
    assert read(b"[%d,%d]" % (2**63 - 1, -(2**63))) == [2**63 - 1, -(2**63)]
