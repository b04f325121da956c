"""The colours are measured again: what the tokens claim about contrast must be true in every theme."""

import json
from typing import Any

import pytest

from leerplicht_desktop.ui.kit.resources import read_text
from leerplicht_desktop.ui.kit.tokens import Borders, Colours, Sizes, Tone, Type, breakpoints, type_styles
from tests.ui.kit.measure import THEMES, contrast

_TEXT_ON = {
    "text": ("canvas", "surface", "subtle", "hover"),
    "text_subtle": ("canvas", "surface", "subtle"),
    "link": ("canvas", "surface", "subtle"),
    "on_action": ("action", "action_hover", "action_pressed"),
    "chosen_text": ("chosen",),
    "disabled_text": ("disabled",),
    "now": ("canvas", "surface"),
    "highlight_text": ("highlight",),
    "surface": ("text", "now"),
}
_CONTROL_ON = {
    "border": ("canvas", "surface", "subtle"),
    "action": ("canvas", "surface"),
    "chosen_border": ("surface", "chosen"),
    "focus_outer": ("canvas", "surface", "subtle"),
    "chart_full": ("surface",),
    "chart_hatch": ("surface", "chart_hatch_fill"),
    "chart_total": ("surface",),
    "chart_limit": ("surface",),
    "chart_free": ("surface",),
}


def _claims(theme: str) -> list[tuple[str, str, float, float]]:
    tree = json.loads(read_text("beeld", "tokens.json"))["leerplicht"]["theme"][theme]["color"]
    found = []

    def walk(node: dict[str, Any], path: str) -> None:
        for claim in node.get("contrast", []):
            group, name = claim["op"].split(".")
            other = tree[group][name]["value"]
            found.append(
                (f"{path} on {claim['op']}", f"{node['value']} {other}", claim["gemeten"], claim["minimaal"])
            )
        for key, child in node.items():
            if isinstance(child, dict) and key not in ("contrast", "verschil"):
                walk(child, f"{path}.{key}")

    walk(tree, theme)
    return found


@pytest.mark.parametrize("theme", THEMES)
def test_every_claim_about_contrast_is_true(theme: str) -> None:
    claims = _claims(theme)
    assert len(claims) > 30
    for what, pair, measured, least in claims:
        one, other = pair.split()
        assert contrast(one, other) == pytest.approx(measured, abs=0.06), what
        assert contrast(one, other) >= least, what


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "grounds"), _TEXT_ON.items())
def test_text_is_readable(theme: str, ink: str, grounds: tuple[str, ...]) -> None:
    colours = Colours.of(theme)
    for ground in grounds:
        assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5, ground


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("line", "grounds"), _CONTROL_ON.items())
def test_controls_stand_out(theme: str, line: str, grounds: tuple[str, ...]) -> None:
    colours = Colours.of(theme)
    for ground in grounds:
        assert contrast(getattr(colours, line), getattr(colours, ground)) >= 3, ground


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("tone", list(Tone))
def test_tones_are_readable_on_their_fill_and_on_cards(theme: str, tone: Tone) -> None:
    colours = Colours.of(theme)
    own = colours.tones[tone]
    assert contrast(own.text, own.fill) >= 4.5
    assert contrast(own.text, colours.surface) >= 4.5
    assert contrast(colours.text, own.fill) >= 4.5


def test_shade_is_read_as_qt_writes_it() -> None:
    assert Colours.of("licht").shade == "#661D2227"


def test_sizes_grow_with_the_text() -> None:
    once, twice = Sizes.scaled(1), Sizes.scaled(2)
    assert (once.button, once.row_dossier, once.tick) == (40, 84, 24)
    assert (twice.button, twice.row_dossier, twice.tick) == (80, 168, 48)


def test_text_styles_and_widths_are_those_of_the_design() -> None:
    body, title = type_styles()[Type.BODY], type_styles()[Type.TITLE]
    assert (body.points, body.line_height, body.weight) == (10.5, 20, 400)
    assert (title.points, title.weight, title.spacing) == (18, 600, -1)
    assert (breakpoints().wide, breakpoints().middle) == (1240, 900)
    assert min(style.points for style in type_styles().values()) == 9.75


def test_outdoor_themes_draw_thicker_lines() -> None:
    assert (Borders.of("licht").control, Borders.of("licht").ring_outer) == (1, 2)
    assert (Borders.of("buiten").control, Borders.of("buiten").ring_outer) == (2, 3)


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(KeyError):
        Colours.of("zeegroen")
