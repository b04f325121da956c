"""The national tables travel with the program."""

from __future__ import annotations

import csv
from pathlib import Path

from leerplicht_desktop.domain.persoon.landelijketabel import (
    gemeente_of_code,
    gemeentenaam,
    landnaam,
)

BRP = Path(__file__).parents[3] / "resources" / "brp"


def test_names_by_code() -> None:
    assert gemeentenaam("0518") == "'s-Gravenhage"
    assert gemeentenaam("0001") == "Adorp"  # gone since 1990, still on old addresses
    assert gemeentenaam("9999") == ""
    assert landnaam("5010") == "België"
    assert landnaam("1234") == ""
    assert landnaam("5095") == "Aruba"
    assert landnaam("9049") == "Sovjet-Unie"  # gone since 1991, still a land of birth


def test_unknown_is_no_name_of_a_place() -> None:
    assert gemeentenaam("0000") == ""
    assert landnaam("0000") == ""


def test_the_table_of_countries_is_whole() -> None:
    """Table 34 as published: each code once, four digits, with a name."""
    rijen = list(csv.reader((BRP / "landen.csv").read_text(encoding="utf-8").splitlines()))[1:]
    codes = [rij[0] for rij in rijen]
    assert len(codes) == len(set(codes)) == 390
    assert all(len(code) == 4 and code.isdigit() and rij[1] for code, rij in zip(codes, rijen, strict=True))


def test_a_code_that_no_table_has_is_said_to_be_a_code() -> None:
    assert gemeente_of_code("0518") == "'s-Gravenhage"
    assert gemeente_of_code("9998") == "gemeentecode 9998"
    assert gemeente_of_code("") == ""
