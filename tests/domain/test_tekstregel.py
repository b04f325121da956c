"""Text on one line: every kind of line break becomes a space, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.tekstregel import op_een_regel


@pytest.mark.parametrize(
    ("tekst", "regel"),
    [
        ("Lyceum De Wissel\nklas 4b", "Lyceum De Wissel klas 4b"),
        ("Raadhuisplein 1\r\n\r\n\tkamer 2.14", "Raadhuisplein 1 kamer 2.14"),
        ("een\u2028twee\u2029drie\x0bvier\x85vijf", "een twee drie vier vijf"),
        ("1234 AB  DEMOSTAD ", "1234 AB  DEMOSTAD "),
        ("Sem\n", "Sem "),
        ("", ""),
    ],
)
def test_a_break_becomes_a_space(tekst: str, regel: str) -> None:
    assert op_een_regel(tekst) == regel


@given(st.text())
def test_one_line_remains_and_no_letter_is_lost(tekst: str) -> None:
    regel = op_een_regel(tekst)
    assert len(regel.splitlines()) <= 1
    assert op_een_regel(regel) == regel
    assert regel.split() == tekst.split()
