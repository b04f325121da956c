"""The embedded fonts, and which of them prints which character.

Importing this module sets reportlab up, before any other reportlab module reads the settings: stock settings
name the never embedded Helvetica on every page, which ISO 19005-2 forbids (6.2.11.4).
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from leerplicht_desktop.documents.assets import resource

TEXT, TEXT_BOLD, TEXT_ITALIC = "LeerText", "LeerText-Bold", "LeerText-Italic"
LABEL, LABEL_BOLD = "LeerLabel", "LeerLabel-Bold"
FALLBACK = "LeerFallback"
_FILES = {
    TEXT: "NotoSerif-Regular.ttf",
    TEXT_BOLD: "NotoSerif-Bold.ttf",
    TEXT_ITALIC: "NotoSerif-Italic.ttf",
    LABEL: "NotoSans-Regular.ttf",
    LABEL_BOLD: "NotoSans-Bold.ttf",
    FALLBACK: "DejaVuSans.ttf",
}
_SPACE = frozenset({0x20, 0xA0})


def _install() -> None:
    rl_config.canvas_basefontname = TEXT
    rl_config.useA85 = 0
    rl_config.ttfAsciiReadable = 0
    rl_config.hyphenationLang = ""  # a hyphen in the text layer breaks searching and screen readers
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, io.BytesIO(resource("fonts", "document", file))))
    pdfmetrics.registerFontFamily(TEXT, TEXT, TEXT_BOLD, TEXT_ITALIC, TEXT_BOLD)
    pdfmetrics.registerFontFamily(LABEL, LABEL, LABEL_BOLD, LABEL, LABEL_BOLD)
    pdfmetrics.registerFontFamily(FALLBACK, FALLBACK, FALLBACK, FALLBACK, FALLBACK)


_install()


def characters(font: str) -> frozenset[int]:
    """The code points a registered font can print."""
    return frozenset(pdfmetrics.getFont(font).face.charToGlyph)


_HOLDS = {name: characters(name) for name in _FILES}


def normal(text: str) -> str:
    """NFC, with tabs and control characters as a space; newlines stay. Two spellings of é become one."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(" " if c != "\n" and unicodedata.category(c) == "Cc" else c for c in composed)


def _invisible(char: str) -> bool:
    # Joiners, marks of direction and soft hyphens steer layout we do not do; they never carry a name.
    return unicodedata.category(char) == "Cf"


class Lettering:
    """Chooses the font of every character in one document and remembers which had none."""

    def __init__(self) -> None:
        self._lost: dict[str, None] = {}

    @property
    def lost(self) -> tuple[str, ...]:
        """Characters no font holds, as ``U+674E``, in the order they were met."""
        return tuple(self._lost)

    def _font_for(self, char: str, wanted: str) -> str | None:
        code = ord(char)
        if code in _SPACE or code in _HOLDS[wanted]:
            return wanted
        return FALLBACK if code in _HOLDS[FALLBACK] else None

    def runs(self, text: str, wanted: str) -> Iterator[tuple[str, str]]:
        """(font, characters) pairs; a character without a glyph becomes ``[U+674E]``, never nothing."""
        kept = "".join(c for c in normal(text) if not _invisible(c)).replace("\n", " ")
        for font, group in groupby(kept, lambda char: self._font_for(char, wanted)):
            piece = "".join(group)
            if font is None:
                names = [f"U+{ord(c):04X}" for c in piece]
                self._lost.update(dict.fromkeys(names))
                yield wanted, "".join(f"[{name}]" for name in names)
            else:
                yield font, piece

    def printable(self, text: str, wanted: str = LABEL) -> str:
        """The text as it would print, for titles and metadata."""
        return "".join(piece for _, piece in self.runs(text, wanted))


def width(runs: list[tuple[str, str]], size: float) -> float:
    """Width of the runs in points."""
    return float(sum(pdfmetrics.stringWidth(piece, font, size) for font, piece in runs))


def fitted(lettering: Lettering, text: str, font: str, size: float, room: float) -> list[tuple[str, str]]:
    """The runs of one line, shortened with an ellipsis when wider than ``room`` points."""
    runs = list(lettering.runs(text, font))
    kept = text
    while kept and width(runs, size) > room:
        kept = kept[: max(0, len(kept) - max(1, len(kept) // 16))]
        runs = list(lettering.runs(kept.rstrip() + "…", font))
    return runs
