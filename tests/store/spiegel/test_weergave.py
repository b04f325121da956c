from __future__ import annotations

import tomllib

import pytest

from leerplicht_desktop.domain.persoon.landelijketabel import gemeentenaam
from leerplicht_desktop.domain.wet.hulpbron import lees_map
from leerplicht_desktop.store.spiegel.display import address, region

CODES = [
    (code, provincie)
    for provincie, codes in tomllib.loads(lees_map("schoolvakanties")["gemeente_provincie.toml"])[
        "provincie"
    ].items()
    for code in codes
]


def test_no_municipality_stands_twice() -> None:
    assert len({code for code, _ in CODES}) == len(CODES)


@pytest.mark.parametrize(("code", "provincie"), CODES)
def test_every_municipality_of_the_table_exists_and_has_a_region(code: str, provincie: str) -> None:
    assert gemeentenaam(code)
    assert region(code) == region(code, provincie) in {"noord", "midden", "zuid"}


@pytest.mark.parametrize(
    ("code", "provincie", "regio"),
    [
        ("0518", "", "midden"),
        ("0363", "", "noord"),
        ("0935", "", "zuid"),
        ("0202", "", "zuid"),
        ("0050", "Flevoland", "midden"),
        ("", "", ""),
        ("9999", "", ""),
        ("9999", "Atlantis", ""),
    ],
)
def test_the_region_of_a_school(code: str, provincie: str, regio: str) -> None:
    assert region(code, provincie) == regio


@pytest.mark.parametrize(
    ("landcode", "last"), [("5555", "(land onbekend: code 5555)"), ("5095", "ARUBA"), ("7002", "KENYA")]
)
def test_an_address_abroad_names_its_country_or_says_that_nobody_can(landcode: str, last: str) -> None:
    found = address({"lo3": {}, "adres": {"13.10": landcode, "13.40": "Ergens"}})
    assert found is not None
    assert found.regels == ("Ergens", last)
