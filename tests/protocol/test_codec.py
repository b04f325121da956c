from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from leerplicht_protocol import codec

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**60), 2**60)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(VALUES)
def test_what_is_written_is_read_back(value: JsonValue) -> None:
    written = codec.canonical(value)
    assert codec.read(written) == value
    assert codec.canonical(codec.read(written)) == written


@given(st.dictionaries(st.text(max_size=5), st.integers(), min_size=2, max_size=5))
def test_the_order_of_keys_does_not_matter(value: dict[str, JsonValue]) -> None:
    backwards: JsonValue = dict(reversed(value.items()))
    assert codec.fingerprint(value) == codec.fingerprint(backwards)


@given(st.lists(st.tuples(st.text(max_size=8), st.integers(1, 9)), unique_by=lambda p: p[0]))
def test_a_digest_knows_no_order_but_every_revision(pairs: list[tuple[str, int]]) -> None:
    whole = codec.revision_hash(pairs)
    assert codec.revision_hash(reversed(pairs)) == whole
    for place, (record, rev) in enumerate(pairs):
        assert codec.revision_hash([*pairs[:place], (record, rev + 1), *pairs[place + 1 :]]) != whole


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"a":1,"a":2}',
        b'{"a":NaN}',
        b"[Infinity]",
        b"[1e999]",
        b"\xff\xfe",
        b'"\xe9"',
        b'"\\ud800"',
        b'{"\\udfff":1}',
        b"[" + b"9" * 5_000 + b"]",
        b"[" * 40 + b"]" * 40,
        b"[" * 100_000,
        b" " * (codec.MAX_BYTES + 1),
    ],
    ids=lambda body: repr(body[:12]),
)
def test_what_the_wire_does_not_carry_is_refused(body: bytes) -> None:
    with pytest.raises(codec.WireError) as refusal:
        codec.read(body)
    assert len(str(refusal.value)) < 100


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(body: bytes) -> None:
    try:
        value = codec.read(body)
    except codec.WireError:
        return
    assert codec.read(codec.canonical(value)) == value


def test_a_refusal_never_quotes_what_came() -> None:
    with pytest.raises(codec.WireError) as refusal:
        codec.read(b'{"bsn":"999990408"')
    assert "999990408" not in str(refusal.value)
    assert refusal.value.__cause__ is None
