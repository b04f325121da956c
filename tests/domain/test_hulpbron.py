"""Reference data is found in the wheel and beside the sources."""

from __future__ import annotations

from leerplicht_desktop.domain.hulpbron import hulpbronnen, lees_map


def test_finds_an_installed_package_and_else_the_source_folder() -> None:
    assert hulpbronnen("email").joinpath("message.py").is_file()
    assert hulpbronnen("leerplicht_niet_geinstalleerd").joinpath("wet", "leerplicht.toml").is_file()


def test_reads_a_folder_in_the_order_of_its_names() -> None:
    bestanden = lees_map("wet")
    assert list(bestanden) == sorted(bestanden)
    assert "leerplicht.begin" in bestanden["leerplicht.toml"]
