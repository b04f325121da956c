"""The national tables travel with the program, installed or not."""

from __future__ import annotations

from leerplicht_desktop.domain.landelijketabel import gemeentenaam, landnaam, resource_root


def test_names_by_code() -> None:
    assert gemeentenaam("0518") == "'s-Gravenhage"
    assert gemeentenaam("0001") == "Adorp"  # gone since 1990, still on old addresses
    assert gemeentenaam("9999") == ""
    assert landnaam("5010") == "België"
    assert landnaam("1234") == ""


def test_an_installed_program_reads_from_its_package() -> None:
    assert (resource_root("leerplicht_desktop") / "py.typed").is_file()
    assert (resource_root() / "brp" / "gemeenten.csv").is_file()
