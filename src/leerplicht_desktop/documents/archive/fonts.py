"""The embedded fonts, and which of them prints which character.

Importing this module sets reportlab up, before any other reportlab module reads the settings: stock settings
name the never embedded Helvetica on every page, which ISO 19005-2 forbids (6.2.11.4).
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from leerplicht_desktop.documents.archive.otherscripts import OtherScripts, lettered, opened
from leerplicht_desktop.documents.archive.scripts import may_be_lettered, name_of
from leerplicht_desktop.documents.archive.standins import MAY_BREAK, STAND_INS, is_private
from leerplicht_desktop.documents.archive.typeface import FontError
from leerplicht_desktop.documents.huisstijl import Lettertype
from leerplicht_desktop.documents.meegeleverd import hulpbestand

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
        pdfmetrics.registerFont(TTFont(name, io.BytesIO(hulpbestand("fonts", "document", file))))
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

    def __init__(self, extra: Sequence[Lettertype] = ()) -> None:
        """``extra``: the fonts of the municipality, for other scripts."""
        self._lost: dict[str, None] = {}
        self._others = OtherScripts(extra)

    @property
    def lost(self) -> tuple[str, ...]:
        """Characters no font holds, as ``U+674E``, in the order they were met."""
        return tuple(self._lost)

    @property
    def unusable(self) -> tuple[str, ...]:
        """Fonts of the municipality that were asked for and could not serve: name and reason."""
        return self._others.unusable

    def _font_for(self, char: str, wanted: str) -> str | None:
        code = ord(char)
        if code in _SPACE or code in _HOLDS[wanted]:
            return wanted
        if code in _HOLDS[FALLBACK]:
            return FALLBACK
        return STAND_INS.font(char)

    def prepared(self, text: str, wanted: str) -> str:
        """The text with a stand-in for every piece of a script that the fonts of the house do not hold."""
        made: list[str] = []
        for font, piece in self._others.stretches(normal(text), lambda char: self._is_ours(char, wanted)):
            if font is None:
                made += [self._name(char) if is_private(char) else char for char in piece]
            else:
                made += [part if printed else self._names(part) for printed, part in lettered(font, piece)]
        return "".join(made)

    def _is_ours(self, char: str, wanted: str) -> bool:
        return is_private(char) or _invisible(char) or self._font_for(char, wanted) is not None

    def _name(self, char: str) -> str:
        name = f"U+{ord(char):04X}"
        self._lost[name] = None
        return f"[{name}]"

    def _names(self, piece: str) -> str:
        return "".join(map(self._name, piece))

    def faces(self, prepared: str, wanted: str) -> Iterator[tuple[str, str]]:
        """(font, characters) pairs of prepared text; a character without a glyph becomes its code."""
        font: str | None = wanted
        chosen: list[tuple[str | None, str]] = []
        for char in prepared.replace("\n", " "):
            if char == MAY_BREAK and chosen and STAND_INS.font(chosen[-1][1]):
                chosen.append((font, " "))
            elif not _invisible(char):
                font = self._font_for(char, wanted)
                chosen.append((font, char))
        for font, group in groupby(chosen, lambda pair: pair[0]):
            piece = "".join(char for _, char in group)
            yield (wanted, self._names(piece)) if font is None else (font, piece)

    def runs(self, text: str, wanted: str) -> Iterator[tuple[str, str]]:
        """(font, characters) pairs; a character without a glyph becomes ``[U+674E]``, never nothing."""
        return self.faces(self.prepared(text, wanted), wanted)

    def printable(self, text: str, wanted: str = LABEL) -> str:
        """The text as it would print, for titles and metadata."""
        prepared = self.prepared(text, wanted)
        kept = "".join(char for char in prepared if char != MAY_BREAK)
        return STAND_INS.meant("".join(piece for _, piece in self.faces(kept, wanted)))


def objection(data: bytes) -> str:
    """Why a font cannot help to print other scripts, in Dutch without a full stop; empty when it can."""
    try:
        typeface = opened(data).typeface
    except FontError as problem:
        return str(problem)
    house = _HOLDS[TEXT] | _HOLDS[FALLBACK]
    fresh = (chr(code) for code in typeface.characters - house)
    if any(unicodedata.category(char).startswith("L") and may_be_lettered(char) for char in fresh):
        return ""
    if typeface.unruly:
        names = ", ".join(map(name_of, typeface.unruly))
        return f"hier ontbreken de regels om letters te verbinden ({names}). Neem een ander lettertype"
    return "hier zitten geen letters in die het programma nog niet heeft. Haal het weg"


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
