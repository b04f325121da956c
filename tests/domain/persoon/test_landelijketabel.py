"""The national tables travel with the program."""

from __future__ import annotations

from leerplicht_desktop.domain.persoon.landelijketabel import (
    gemeente_of_code,
    gemeentenaam,
    landnaam,
)


def test_names_by_code() -> None:
    assert gemeentenaam("0518") == "'s-Gravenhage"
    assert gemeentenaam("0001") == "Adorp"  # gone since 1990, still on old addresses
    assert gemeentenaam("9999") == ""
    assert landnaam("5010") == "België"
    assert landnaam("1234") == ""


def test_a_code_that_no_table_has_is_said_to_be_a_code() -> None:
    assert gemeente_of_code("0518") == "'s-Gravenhage"
    assert gemeente_of_code("9998") == "gemeentecode 9998"
    assert gemeente_of_code("") == ""
