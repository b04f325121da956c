"""Small fonts for other scripts, whole and spoiled in every way that a font can be spoiled."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

from leerplicht_desktop.documents.huisstijl import Lettertype

FONTS = Path(__file__).parent / "fonts"


def data(name: str) -> bytes:
    """One of the fonts of this folder: ``Thai.ttf``, ``Devanagari.ttf``, ``Han.otf``, ``Syriac.ttf``."""
    return (FONTS / name).read_bytes()


def added(*names: str) -> tuple[Lettertype, ...]:
    """The fonts as a municipality adds them."""
    return tuple(Lettertype(f"lettertypen/{name}", (FONTS / name).read_bytes) for name in names)


def changed(name: str, change: Callable[[Any], None], flavor: str | None = None) -> bytes:
    """The font with something done to it."""
    font: Any = TTFont(io.BytesIO(data(name)))
    change(font)
    font.flavor = flavor
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()


def without(name: str, table: str) -> bytes:
    """The font without one of its tables."""

    def drop(font: Any) -> None:
        del font[table]

    return changed(name, drop)


def with_rights(name: str, kind: int) -> bytes:
    """The font with another ``fsType``."""

    def forbid(font: Any) -> None:
        font["OS/2"].fsType = kind

    return changed(name, forbid)


def without_outlines(name: str) -> bytes:
    """The font with every letter empty, as a file that was cut short and mended looks."""

    def empty(font: Any) -> None:
        glyf = font["glyf"]
        blank = glyf[".notdef"].__class__()
        for glyph in font.getGlyphOrder():
            glyf[glyph] = blank

    return changed(name, empty)
