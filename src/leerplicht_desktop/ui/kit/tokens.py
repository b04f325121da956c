"""The design tokens with types: colours per theme, sizes in pixels, text styles in points.

Source: `resources/beeld/tokens.json`. Sizes are logical pixels at 96 dpi for a body text of 10.5 pt;
`Sizes.scaled` multiplies
them with the officer's text size. Nothing here needs Qt.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import Any, Self

from leerplicht_desktop.ui.kit.resources import read_text

BODY_POINTS = 10.5
"""Text size for which the tokens are drawn, in points; also the smallest that an officer can choose."""
LARGEST_POINTS = 21.0


class Tone(StrEnum):
    """What a colour means.

    Red is late or dangerous, brown is soon, green is done, blue explains, purple is opsporing.
    """

    DANGER = "negative"
    WARN = "warning"
    OK = "positive"
    INFO = "info"
    OPSPORING = "opsporing"
    NEUTRAL = "neutral"


class Type(StrEnum):
    """The text styles of the design."""

    TITLE = "title"
    HEADING = "heading"
    HEADING_LARGE = "heading-large"
    BODY = "body"
    STRONG = "body-strong"
    LABEL = "label"
    RECORDER = "recorder"
    RECORDER_META = "recorder-meta"
    CLOCK = "clock"
    AXIS = "axis"


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """One text style: size in points, line height in pixels, weight 400 to 700, letter spacing in percent of
    the width.
    """

    points: float
    line_height: int
    weight: int
    spacing: float


@dataclass(frozen=True, slots=True)
class ToneColours:
    """Fill, border and text of a badge or notice, as `#rrggbb`."""

    fill: str
    border: str
    text: str


_COLOUR_PATHS = {
    "canvas": "default.bg-document",
    "surface": "default.bg-default",
    "subtle": "default.bg-subtle",
    "hover": "default.bg-hover",
    "line": "default.border-subtle",
    "border": "default.border-default",
    "text": "default.color-default",
    "text_subtle": "default.color-subtle",
    "action": "action-1.bg-default",
    "action_hover": "action-1.bg-hover",
    "action_pressed": "action-1.bg-active",
    "on_action": "action-1.color-on-bg",
    "link": "action-1.color-default",
    "chosen": "selected.bg-default",
    "chosen_border": "selected.border-default",
    "chosen_text": "selected.color-default",
    "disabled": "disabled.bg-default",
    "disabled_text": "disabled.color-default",
    "focus_inner": "focus.border-inner",
    "focus_outer": "focus.border-outer",
    "now": "nu.color-default",
    "highlight": "highlight.bg-default",
    "highlight_text": "highlight.color-default",
    "shade": "overlay.bg-default",
    "chart_full": "chart.reeks-1",
    "chart_hatch": "chart.reeks-2-lijn",
    "chart_hatch_fill": "chart.reeks-2-vlak",
    "chart_total": "chart.som-lijn",
    "chart_limit": "chart.grens",
    "chart_free": "chart.vrij",
}


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme, as `#rrggbb` (`shade` as `#aarrggbb`, the way Qt reads them)."""

    canvas: str
    surface: str
    subtle: str
    hover: str
    line: str
    border: str
    text: str
    text_subtle: str
    action: str
    action_hover: str
    action_pressed: str
    on_action: str
    link: str
    chosen: str
    chosen_border: str
    chosen_text: str
    disabled: str
    disabled_text: str
    focus_inner: str
    focus_outer: str
    now: str
    highlight: str
    highlight_text: str
    shade: str
    chart_full: str
    chart_hatch: str
    chart_hatch_fill: str
    chart_total: str
    chart_limit: str
    chart_free: str
    tones: Mapping[Tone, ToneColours]

    @classmethod
    def of(cls, name: str) -> Self:
        """The colours of the theme `name` (licht, donker, buiten, donkercontrast).

        Raises `KeyError` for another name.
        """
        tree = _tokens()["theme"][name]["color"]
        plain = {field: _hex(_value(tree, path)) for field, path in _COLOUR_PATHS.items()}
        tones: dict[Tone, ToneColours] = {
            tone: ToneColours(
                *(
                    _hex(tree[tone][part]["value"])
                    for part in ("bg-default", "border-default", "color-default")
                )
            )
            for tone in Tone
            if tone is not Tone.NEUTRAL
        }
        tones[Tone.NEUTRAL] = ToneColours(plain["subtle"], plain["line"], plain["text_subtle"])
        return cls(**plain, tones=tones)


_SIZE_PATHS = {
    "rail": "rail.width",
    "rail_narrow": "rail.width-narrow",
    "rail_item": "rail.item-height",
    "rail_item_narrow": "rail.item-height-narrow",
    "rail_bar": "rail.indicator",
    "statusbar": "statusbar.height",
    "button": "button.height",
    "button_unlock": "button.height-unlock",
    "button_recorder": "button.height-recorder",
    "button_recorder_full": "button.height-recorder-primary",
    "button_round_full": "button.height-round-primary",
    "button_padding": "button.padding-x",
    "icon_gap": "button.icon-gap",
    "field": "input.height",
    "field_unlock": "input.height-unlock",
    "field_padding": "input.padding-x",
    "field_focus": "input.focus-border",
    "pill": "chip.height",
    "pill_recorder": "chip.height-recorder",
    "pill_padding": "chip.padding-x",
    "badge": "badge.height",
    "badge_recorder": "badge.height-recorder",
    "badge_padding": "badge.padding-x",
    "badge_gap": "badge.icon-gap",
    "tick": "tick.box",
    "tick_row": "tick.row-recorder",
    "choice": "toggle.height",
    "choice_border": "toggle.border-selected",
    "tile": "tile.height",
    "tile_round": "tile.height-round",
    "row_dossier": "list-row.dossier",
    "row_round": "list-row.round",
    "row_check": "list-row.check",
    "row_task": "list-row.task",
    "row_bar": "list-row.indicator",
    "tab": "tab.height",
    "tab_gap": "tab.gap",
    "tab_foot": "tab.indicator",
    "step": "step.dot",
    "step_line": "step.line",
    "day": "day.width",
    "day_height": "day.height",
    "day_gap": "day.gap",
    "timeline_dot": "timeline.dot",
    "timeline_line": "timeline.line",
    "dialog": "dialog.width",
    "dialog_padding": "dialog.padding",
    "toast": "toast.height",
    "scrollbar": "scrollbar.width",
    "scrollbar_handle": "scrollbar.min-handle",
}


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of the parts in whole logical pixels, for one text size."""

    rail: int
    rail_narrow: int
    rail_item: int
    rail_item_narrow: int
    rail_bar: int
    statusbar: int
    button: int
    button_unlock: int
    button_recorder: int
    button_recorder_full: int
    button_round_full: int
    button_padding: int
    icon_gap: int
    field: int
    field_unlock: int
    field_padding: int
    field_focus: int
    pill: int
    pill_recorder: int
    pill_padding: int
    badge: int
    badge_recorder: int
    badge_padding: int
    badge_gap: int
    tick: int
    tick_row: int
    choice: int
    choice_border: int
    tile: int
    tile_round: int
    row_dossier: int
    row_round: int
    row_check: int
    row_task: int
    row_bar: int
    tab: int
    tab_gap: int
    tab_foot: int
    step: int
    step_line: int
    day: int
    day_height: int
    day_gap: int
    timeline_dot: int
    timeline_line: int
    dialog: int
    dialog_padding: int
    toast: int
    scrollbar: int
    scrollbar_handle: int

    @classmethod
    def scaled(cls, factor: float) -> Self:
        """The sizes times `factor`, the officer's text size divided by 10.5 pt."""
        tree = _tokens()["component"]
        return cls(
            **{field.name: round(_value(tree, _SIZE_PATHS[field.name]) * factor) for field in fields(cls)}
        )


@dataclass(frozen=True, slots=True)
class Borders:
    """Line widths of one theme in pixels. They do not grow with the text."""

    control: int
    surface: int
    badge: int
    ring_inner: int
    ring_outer: int

    @classmethod
    def of(cls, name: str) -> Self:
        """The line widths of the theme `name`. Raises `KeyError` for another name."""
        theme = _tokens()["theme"][name]
        width, ring = theme["border-width"], theme["focus-ring"]
        return cls(
            _plain(width["control"]),
            _plain(width["surface"]),
            _plain(width["badge"]),
            _plain(ring["inner"]),
            _plain(ring["outer"]),
        )


@dataclass(frozen=True, slots=True)
class Breakpoints:
    """Window widths in logical pixels at 10.5 pt: at least `wide` shows all panes, less than `middle` is
    narrow.
    """

    wide: int
    middle: int
    smallest_width: int
    smallest_height: int


@cache
def type_styles() -> Mapping[Type, TypeStyle]:
    """The text styles at 10.5 pt."""
    scale = _tokens()["basis"]["typography"]["scale"]
    return {
        kind: TypeStyle(
            points=float(scale[kind]["font-size"]["value"]),
            line_height=int(scale[kind]["line-height"]["value"]),
            weight=int(scale[kind]["font-weight"]),
            spacing=float(scale[kind].get("letter-spacing", {}).get("value", 0)),
        )
        for kind in Type
    }


@cache
def breakpoints() -> Breakpoints:
    """The widths at which the panes rearrange."""
    tree = _tokens()["breakpoint"]
    return Breakpoints(
        wide=int(tree["breed"]["min"]),
        middle=int(tree["midden"]["min"]),
        smallest_width=int(_plain(tree["kleinst"]["width"])),
        smallest_height=int(_plain(tree["kleinst"]["height"])),
    )


def undo_seconds() -> int:
    """How long a toast offers "Ongedaan maken", in seconds."""
    return int(_tokens()["basis"]["duration"]["undo"]["value"])


def font_families() -> tuple[str, ...]:
    """The families of the screen text, the first that exists wins."""
    return tuple(_tokens()["basis"]["typography"]["font-family"]["default"])


@cache
def _tokens() -> dict[str, Any]:
    return dict(json.loads(read_text("beeld", "tokens.json"))["leerplicht"])


def _value(tree: Mapping[str, Any], path: str) -> Any:
    for step in path.split("."):
        tree = tree[step]
    return tree["value"]


def _plain(node: Any) -> int:
    return int(node["value"]) if isinstance(node, Mapping) else int(node)


def _hex(colour: str) -> str:
    """`#rrggbb` stays; `rgba(r,g,b,.4)` becomes `#aarrggbb`."""
    if not colour.startswith("rgba("):
        return colour
    red, green, blue, alpha = colour.removeprefix("rgba(").removesuffix(")").split(",")
    return f"#{round(float(alpha) * 255):02X}{int(red):02X}{int(green):02X}{int(blue):02X}"
