"""The files of the screens are found; a missing one is named."""

import pytest

from leerplicht_desktop.ui.kit import resources


def test_fonts_and_icons_are_there() -> None:
    assert resources.read_bytes("fonts", "inter", "Inter-Bold.otf").startswith(b"OTTO")
    assert resources.read_text("icons", "check.svg").endswith("</svg>\n")


def test_a_missing_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"geen\.svg"):
        resources.read_text("icons", "geen.svg")
