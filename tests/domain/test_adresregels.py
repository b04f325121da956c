"""Address lines: the published rules of NEN 5825, and the cases that give none."""

from __future__ import annotations

import pytest

from leerplicht_desktop.domain.adresregels import adresregels
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.lo3 import persoon_uit_lo3

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
    assert _regels(_13_10="5555", _13_40="Ergens") == ("Ergens",)


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
