"""The national tables travel with the program."""

from __future__ import annotations

from leerplicht_desktop.domain.persoon.landelijketabel import gemeentenaam, landnaam


def test_names_by_code() -> None:
    assert gemeentenaam("0518") == "'s-Gravenhage"
    assert gemeentenaam("0001") == "Adorp"  # gone since 1990, still on old addresses
    assert gemeentenaam("9999") == ""
    assert landnaam("5010") == "België"
    assert landnaam("1234") == ""
