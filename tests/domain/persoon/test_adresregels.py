"""Address lines: the published rules of NEN 5825, and the cases that give none."""

from __future__ import annotations

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.adresregels import adresregels
from leerplicht_desktop.domain.persoon.lo3 import persoon_uit_lo3

_GRAAN = {"11.10": "Graan voor Visch", "11.20": "15201"}


def _regels(**elementen: str) -> tuple[str, ...]:
    adres = {key[1:].replace("_", "."): value for key, value in elementen.items()}
    return adresregels(persoon_uit_lo3({}, (), adres)).regels


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ({}, "Graan voor Visch 15201"),
        ({"11.30": "B", "11.40": "73c"}, "Graan voor Visch 15201 B73c"),
        ({"11.30": "B", "11.50": "by"}, "Graan voor Visch bij 15201 B"),
        ({"11.30": "B", "11.50": "to"}, "Graan voor Visch t/o 15201 B"),
        ({"11.40": "III", "11.50": "by"}, "Graan voor Visch bij 15201 III"),
        ({"11.30": "L", "11.40": "2", "11.50": "by"}, "Graan voor Visch bij 15201 L2"),
    ],
)
def test_street_and_number(extra: dict[str, str], expected: str) -> None:
    assert adresregels(persoon_uit_lo3({}, (), _GRAAN | extra)).regels == (expected,)


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ({"11.60": "2583XL", "11.70": "Scheveningen"}, "2583 XL  SCHEVENINGEN"),
        ({"11.60": "2584BZ", "09.10": "0518"}, "2584 BZ  'S-GRAVENHAGE"),
        ({"11.60": "2584BZ", "92.10": "0518"}, "2584 BZ  'S-GRAVENHAGE"),
        ({"11.70": "Graauw"}, "GRAAUW"),
        ({"11.60": "2583XL"}, "2583 XL"),
        ({"09.10": "abcd"}, None),
    ],
)
def test_postcode_and_town(extra: dict[str, str], expected: str | None) -> None:
    assert adresregels(persoon_uit_lo3({}, (), _GRAAN | extra)).adresregel2 == expected


def test_a_location_has_its_description_and_the_municipality() -> None:
    assert _regels(_12_10="Woonboot", _09_10="0518") == ("Woonboot", "'S-GRAVENHAGE")
    assert _regels(_12_10="Woonboot") == ("Woonboot",)


def test_abroad_has_its_own_lines_and_the_country() -> None:
    adres = {"13.10": "5010", "13.30": "Rue du pomme 26", "13.40": "Bruxelles", "13.50": "postcode 1000"}
    lines = adresregels(persoon_uit_lo3({}, (), adres))
    assert lines.regels == ("Rue du pomme 26", "Bruxelles", "postcode 1000", "BELGIË")
    assert (lines.adresregel3, lines.landcode, lines.land) == ("postcode 1000", "5010", "België")


def test_a_country_that_the_table_does_not_know_is_said() -> None:
    lines = adresregels(persoon_uit_lo3({}, (), {"13.10": "5555", "13.40": "Ergens"}))
    assert lines.regels == ("Ergens",)
    assert "landcode 5555" in lines.uitleg.regel


@pytest.mark.parametrize(
    "adres",
    [
        {},
        {"11.10": ".", "11.20": "88"},
        {"11.10": "Jonkheer van Riemsdijkln", "11.20": "0"},
        {"13.10": "0000", "13.30": "Rue du pomme 26"},
        {"13.10": "5010"},
    ],
)
def test_an_unknown_address_gives_no_lines_and_says_why(adres: dict[str, str]) -> None:
    lines = adresregels(persoon_uit_lo3({}, (), adres))
    assert lines.regels == ()
    assert "onbekend" in lines.uitleg.regel or "geen verblijfplaats" in lines.uitleg.regel


def test_a_postcode_that_cannot_be_is_refused() -> None:
    with pytest.raises(DomainError, match="postcode"):
        _regels(_11_10="Dorpsweg", _11_20="1", _11_60="0564")


def test_lines_do_not_show_themselves_in_a_log() -> None:
    assert repr(adresregels(persoon_uit_lo3({}))) == "Adresregels(***)"


DEN_HAAG = {"09.10": "0518", "92.10": "0518"}
ADRESSEN: list[tuple[str, dict[str, str], tuple[str, ...]]] = [
    (
        "bij, met letter en toevoeging",
        {"11.10": "Kade", "11.20": "12", "11.30": "B", "11.40": "2", "11.50": "by", "11.60": "2584BZ"},
        ("Kade bij 12 B2", "2584 BZ  'S-GRAVENHAGE"),
    ),
    (
        "tegenover, met toevoeging in letters en een woonplaats",
        {
            "11.10": "Kade",
            "11.20": "3",
            "11.40": "bis",
            "11.50": "to",
            "11.60": "2583XL",
            "11.70": "Loosduinen",
        },
        ("Kade t/o 3 bis", "2583 XL  LOOSDUINEN"),
    ),
    (
        "woonplaats onbekend: de gemeente",
        {"11.10": "Kade", "11.20": "0007", "11.60": "2584BZ", "11.70": "."},
        ("Kade 7", "2584 BZ  'S-GRAVENHAGE"),
    ),
    ("geen postcode", {"11.10": "Kade", "11.20": "7"}, ("Kade 7", "'S-GRAVENHAGE")),
    ("straat onbekend", {"11.10": ".", "11.20": "7", "11.60": "2584BZ"}, ()),
    ("huisnummer onbekend", {"11.10": "Kade", "11.20": "0", "11.60": "2584BZ"}, ()),
    ("locatie", {"12.10": "Woonwagen achter de sluis"}, ("Woonwagen achter de sluis", "'S-GRAVENHAGE")),
    ("locatie onbekend", {"12.10": "."}, ()),
    ("geen verblijfplaats", {}, ()),
    (
        "buitenland, alleen de tweede regel",
        {"13.10": "5010", "13.40": "1000 Bruxelles"},
        ("1000 Bruxelles", "BELGIË"),
    ),
    ("buitenland zonder regels", {"13.10": "5010"}, ()),
    ("land onbekend", {"13.10": "0000", "13.30": "Rue du pomme 26"}, ()),
]


@pytest.mark.parametrize(
    ("adres", "regels"), [geval[1:] for geval in ADRESSEN], ids=[geval[0] for geval in ADRESSEN]
)
def test_address_lines_where_something_is_missing(adres: dict[str, str], regels: tuple[str, ...]) -> None:
    gevonden = adresregels(persoon_uit_lo3({}, (), DEN_HAAG | adres))
    assert gevonden.regels == regels
    assert gevonden.uitleg.regel
