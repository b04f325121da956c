"""R23: numbers that prove themselves and never show themselves."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.identiteit import (
    Brin,
    Bsn,
    Onderwijsnummer,
    Postcode,
    Vestiging,
    bevat_bsn,
    is_brin,
    is_bsn,
    is_onderwijsnummer,
)

GOOD_BSN = ["123456782", "111111110", "999999990", "1234.56.782", " 123456782 ", "10000008"]
BAD_BSN = [
    "123456789",
    "111111111",
    "12345678",  # padded to 012345678, which fails
    "000000000",
    "00000000",
    "",
    "1234567",
    "0123456782",
    "12345678a",
    "١٢٣٤٥٦٧٨٢",
    "101222331",
]


@pytest.mark.parametrize("text", GOOD_BSN)
def test_accepts_a_bsn(text: str) -> None:
    assert is_bsn(text)
    assert len(Bsn(text).waarde) == 9


@pytest.mark.parametrize("text", BAD_BSN)
def test_refuses_what_is_no_bsn(text: str) -> None:
    assert not is_bsn(text)
    with pytest.raises(DomainError) as caught:
        Bsn(text)
    assert caught.value.veld == "bsn"
    assert not text or text not in str(caught.value)


def test_eight_digits_get_their_leading_zero_back() -> None:
    assert Bsn("10000008").waarde == "010000008"
    assert Bsn("10000008") == Bsn("010000008")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("101222331", True),
        ("1012.22.331", True),
        ("100252333", False),
        ("123456782", False),
        ("10122233", False),
        ("201222330", False),
    ],
)
def test_onderwijsnummer(text: str, expected: bool) -> None:
    assert is_onderwijsnummer(text) is expected


def test_each_number_points_to_its_own_field() -> None:
    with pytest.raises(DomainError, match="bij Onderwijsnummer"):
        Bsn("101222331")
    with pytest.raises(DomainError, match="bij BSN"):
        Onderwijsnummer("123456782")
    with pytest.raises(DomainError, match="begint met 10"):
        Onderwijsnummer("101222332")
    assert Onderwijsnummer("101 222 331").waarde[-4:] == "2331"


@given(st.integers(1, 99_999_999), st.integers(0, 8), st.integers(1, 9))
def test_elfproef_catches_every_single_wrong_digit(first_eight: int, place: int, shift: int) -> None:
    check = sum((9 - i) * int(digit) for i, digit in enumerate(f"{first_eight:08d}")) % 11
    assume(check < 10)
    digits = f"{first_eight:08d}{check}"
    assert is_bsn(digits)
    wrong = digits[:place] + str((int(digits[place]) + shift) % 10) + digits[place + 1 :]
    assert not is_bsn(wrong)


@given(st.from_regex(r"10[0-9]{7}", fullmatch=True))
def test_no_number_is_both_bsn_and_onderwijsnummer(digits: str) -> None:
    assert not (is_bsn(digits) and is_onderwijsnummer(digits))


@given(st.from_regex(r"[0-9]{8}", fullmatch=True))
def test_padding_never_changes_the_verdict(digits: str) -> None:
    assert is_bsn(digits) is is_bsn(f"0{digits}")


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    for question in (is_bsn, is_onderwijsnummer, is_brin):
        assert question(text) in (True, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("05KO", True),
        ("05 ko", True),
        ("07NU00", True),
        ("12KB1", False),
        ("30AJ0A", False),
        ("KO05", False),
        ("", False),
    ],
)
def test_brin(text: str, expected: bool) -> None:
    assert is_brin(text) is expected


@pytest.mark.parametrize(
    ("kind", "typed", "written"),
    [
        (Bsn, " 999993653 ", "999993653"),
        (Brin, "07 nu", "07NU"),
        (Vestiging, "07 nu 00", "07NU00"),
        (Postcode, "1234ab", "1234 AB"),
    ],
)
def test_however_it_was_typed_it_is_kept_one_way(
    kind: type[Bsn | Brin | Vestiging | Postcode], typed: str, written: str
) -> None:
    assert kind(typed).waarde == kind(written).waarde == written
    assert kind(typed) == kind(written)


def test_a_vestiging_knows_its_school() -> None:
    site = Vestiging("07nu00")
    assert (site.brin.waarde, site.nummer) == ("07NU", "00")
    with pytest.raises(DomainError, match="07NU00"):
        Vestiging("07NU")
    with pytest.raises(DomainError, match="veld Vestiging"):
        Brin("07NU00")


@pytest.mark.parametrize("text", ["2564AA", "2564 aa", " 2564  AA "])
def test_postcode_is_written_one_way(text: str) -> None:
    assert Postcode(text).waarde == "2564 AA"


@pytest.mark.parametrize("text", ["0564AA", "2564", "2564A1", "2564SS", "2564SA", "2564SD", "B-1000", ""])
def test_refuses_what_is_no_postcode(text: str) -> None:
    with pytest.raises(DomainError, match="postcode"):
        Postcode(text)


@pytest.mark.parametrize(
    "value",
    [
        Bsn("123456782"),
        Onderwijsnummer("101222331"),
        Brin("05KO"),
        Vestiging("07NU00"),
        Postcode("2564AA"),
    ],
)
def test_no_text_form_shows_the_value(value: Bsn | Onderwijsnummer | Brin | Vestiging | Postcode) -> None:
    shown = {repr(value), str(value), f"{value}", repr([value]), f"{value!r:>20}".strip()}
    assert not [text for text in shown if value.waarde in text]
    assert repr(value) == f"{type(value).__name__}(***)"


def test_values_are_frozen_and_compare_by_value_and_kind() -> None:
    number = Bsn("123456782")
    assert number.waarde[-4:] == "6782"
    assert len({number, Bsn("1234 56 782")}) == 1
    with pytest.raises(FrozenInstanceError):
        del number.waarde


@pytest.mark.parametrize("text", ["nr 123456782.", "1234.56.782", "(123 456 782)", "123-456-782 en meer"])
def test_finds_a_bsn_in_a_text(text: str) -> None:
    assert bevat_bsn(text)


@pytest.mark.parametrize("text", ["", "123456789", "01234567820", "06 1234 5678", "21-11-2026", "10000008"])
def test_finds_no_bsn_in_other_numbers(text: str) -> None:
    assert not bevat_bsn(text)
