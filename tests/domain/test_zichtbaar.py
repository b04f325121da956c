"""Text as it is seen: pasted signs without width hide nothing, and are nothing."""

import pytest

from leerplicht_desktop.domain.persoon.identiteit import bevat_bsn
from leerplicht_desktop.domain.zichtbaar import is_onzichtbaar, zoals_gezien


@pytest.mark.parametrize(
    ("tekst", "gezien"),
    [
        ("Noord-Sleen, 't Haantje 86", "Noord-Sleen, 't Haantje 86"),
        ("E\u00adde en E\u200bde\ufeff", "Ede en Ede"),
        ("\u202eRenée\u202c", "Renée"),
        ("1234\u00a0AB\tDemostad\u2003", "1234 AB Demostad "),
        ("een\ntwee\r\n", "een\ntwee\r\n"),
        ("قضية ١٧", "قضية ١٧"),
    ],
)
def test_what_a_reader_sees(tekst: str, gezien: str) -> None:
    assert zoals_gezien(tekst) == gezien


@pytest.mark.parametrize("tekst", ["", "  ", "\u200b", "\u00ad\u200f", "\ufeff\n", "\x07", "\u2060\u00a0"])
def test_nothing_to_see(tekst: str) -> None:
    assert is_onzichtbaar(tekst)
    assert not is_onzichtbaar(f"{tekst}a")


@pytest.mark.parametrize("tekst", ["99999\u00ad3653", "9999\u200b9\u200b3653", "1234\u00a056\u00a0782"])
def test_a_bsn_is_found_as_it_is_read(tekst: str) -> None:
    """R23."""
    assert bevat_bsn(tekst)
