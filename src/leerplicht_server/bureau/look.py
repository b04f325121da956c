"""How the pages look: the four themes out of the tokens of the project, and icons and letters beside them."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from markupsafe import Markup

from leerplicht_server.errors import InputError

LETTERS = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")
_ICON = re.compile(r"[a-z0-9-]+")
_WHEN = {
    "licht": "",
    "donker": "@media (prefers-color-scheme: dark)",
    "buiten": "@media (prefers-contrast: more)",
    "donkercontrast": "@media (prefers-contrast: more) and (prefers-color-scheme: dark)",
}


def resource(*path: str) -> bytes:
    """A file that came along: out of a checkout, or out of the installed package. Raises InputError."""
    root = Path(__file__).resolve().parents[3]
    places = [root / "resources"] if (root / "pyproject.toml").is_file() else []
    with suppress(ModuleNotFoundError):
        places.append(Path(str(files("leerplicht_resources"))))
    for place in places:
        with suppress(OSError):
            return place.joinpath(*path).read_bytes()
    raise InputError(f"{path[-1]} hoort bij het programma, maar ontbreekt. Installeer het opnieuw.")


@cache
def style() -> str:
    """The style sheet: the colours of each theme, then the rules of the pages."""
    themes = json.loads(resource("beeld", "tokens.json"))["leerplicht"]["theme"]
    parts = [_variables(themes[name]["color"], when) for name, when in _WHEN.items()]
    rules = files(__package__).joinpath("bureau.css").read_text("utf-8")
    return "\n".join([*parts, rules])


def _variables(colours: dict[str, Any], when: str) -> str:
    lines = [
        f"--{group}-{name}: {token['value']};"
        for group, tokens in colours.items()
        for name, token in tokens.items()
        if isinstance(token, dict) and isinstance(token.get("value"), str)
    ]
    body = ":root { " + " ".join(lines) + " }"
    return f"{when} {{ {body} }}" if when else body


@cache
def icon(name: str) -> Markup:
    """A small picture beside words that say the same."""
    if not _ICON.fullmatch(name):
        raise ValueError(name)
    drawn = resource("icons", f"{name}.svg").decode("utf-8")
    inner = (
        drawn.partition(">")[2] if drawn.startswith("<svg") else drawn.partition("<svg")[2].partition(">")[2]
    )
    return Markup(  # noqa: S704 -- a file of the project itself
        '<svg class="icoon" aria-hidden="true" focusable="false" viewBox="0 0 24 24" fill="none" '
        'stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">' + inner
    )
