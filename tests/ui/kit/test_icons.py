"""Icons: one file for each name, drawn in the colour that is asked, sharp at each scale."""

import pytest

from leerplicht_desktop.ui.kit.icons import Icon, pixmap
from leerplicht_desktop.ui.kit.resources import root


def test_files_and_names_are_the_same() -> None:
    files = {
        entry.name.removesuffix(".svg")
        for entry in root().joinpath("icons").iterdir()
        if entry.name.endswith("svg")
    }
    assert files == set(Icon)


def test_the_licences_lie_beside_them() -> None:
    assert "ISC" in root().joinpath("icons", "LICENSE").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in root().joinpath("fonts", "inter", "LICENSE.txt").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("icon", list(Icon))
def test_each_icon_is_drawn_in_its_colour(icon: Icon) -> None:
    image = pixmap(icon, 96, "#17496B").toImage()
    pixels = [image.pixelColor(x, y) for y in range(96) for x in range(96)]
    inked = {pixel.name() for pixel in pixels if pixel.alpha() == 255}
    assert inked == {"#17496b"}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_sharp_at_each_ratio(ratio: float) -> None:
    drawn = pixmap(Icon.CHECK, 20, "#000000", ratio)
    assert drawn.width() == round(20 * ratio)
    assert drawn.devicePixelRatio() == ratio


def test_the_same_picture_is_kept() -> None:
    assert pixmap(Icon.MAIL, 20, "#112233").cacheKey() == pixmap(Icon.MAIL, 20, "#112233").cacheKey()
