"""Reference data lies beside the sources; an installed program carries it as a package."""

from pathlib import Path

import pytest

from leerplicht_desktop.domain.wet.hulpbron import hulpbron, hulpbronnen, lees_map


def test_a_checkout_goes_before_a_copy_that_was_installed_earlier() -> None:
    assert hulpbronnen("email").joinpath("wet", "leerplicht.toml").is_file()


def test_without_a_checkout_the_installed_package_is_read(tmp_path: Path) -> None:
    assert hulpbronnen("email", tmp_path).joinpath("message.py").is_file()


def test_a_damaged_installation_is_not_hidden(tmp_path: Path) -> None:
    with pytest.raises(ModuleNotFoundError):
        hulpbronnen("leerplicht_niet_geinstalleerd", tmp_path)


def test_one_file_and_a_folder_in_order_of_names() -> None:
    assert hulpbron("wet", "leerplicht.toml").read_text("utf-8")
    namen = list(lees_map("wet"))
    assert namen == sorted(namen)
    assert all(naam.endswith(".toml") for naam in namen)
