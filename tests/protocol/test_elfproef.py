"""The one elfproef of server and laptop, and the one gunzip."""

from __future__ import annotations

import gzip

import pytest

from leerplicht_protocol.codec import Gunzip, TooLargeError, WireError
from leerplicht_protocol.elfproef import is_bsn, is_onderwijsnummer, with_nought


@pytest.mark.parametrize("number", ["123456782", "111111110", "999999990", "012340005"])
def test_a_number_that_holds(number: str) -> None:
    assert is_bsn(number)
    assert not is_onderwijsnummer(number)


@pytest.mark.parametrize(
    "number", ["123456789", "111111111", "000000000", "12345678", "1234567820", "12345678x", "", "١٢٣٤٥٦٧٨٢"]
)
def test_a_number_that_does_not(number: str) -> None:
    assert not is_bsn(number)


def test_an_onderwijsnummer_leaves_five_and_begins_with_ten() -> None:
    assert is_onderwijsnummer("101222331")
    for wrong in ("100252333", "201222331", "10122233", "123456782"):
        assert not is_onderwijsnummer(wrong)


def test_only_eight_digits_lost_a_nought() -> None:
    assert with_nought("12340005") == "012340005"
    for other in ("", "1234000", "012340005"):
        assert with_nought(other) == other


def test_pieces_of_a_stream_come_out_up_to_the_limit() -> None:
    data = gzip.compress(b"a" * 1000)
    stream = Gunzip(1000)
    assert b"".join(stream.feed(data[at : at + 7]) for at in range(0, len(data), 7)) == b"a" * 1000
    assert stream.complete
    with pytest.raises(TooLargeError):
        Gunzip(999).feed(data)


def test_what_is_no_gzip_or_goes_on_after_its_end_is_refused() -> None:
    data = gzip.compress(b"a")
    for wrong in (b"plain", data + b"more", data + data):
        with pytest.raises(WireError):
            Gunzip().feed(wrong)
    half = Gunzip()
    half.feed(data[:-3])
    assert not half.complete
