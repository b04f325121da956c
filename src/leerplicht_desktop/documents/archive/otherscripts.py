"""Which font prints the scripts that the fonts of the house lack: one of the municipality, or one of ours."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

from reportlab.pdfbase import pdfmetrics

from leerplicht_desktop.documents.archive.scriptfont import ScriptFont
from leerplicht_desktop.documents.archive.scripts import (
    by_script,
    clings,
    is_right_to_left,
    language_of,
    may_be_lettered,
    may_break,
)
from leerplicht_desktop.documents.archive.standins import MAY_BREAK, STAND_INS
from leerplicht_desktop.documents.archive.typeface import Cluster, FontError, Typeface
from leerplicht_desktop.documents.huisstijl import Lettertype
from leerplicht_desktop.documents.meegeleverd import hulpbestand

OWN = ("NotoSerifEthiopic-Regular.ttf", "NotoSansTifinagh-Regular.ttf")
_HEIGHTS = (1069, -293)  # those of Noto, which stands around it


@lru_cache(maxsize=32)
def _opened(digest: str, data: bytes) -> ScriptFont:
    """The font, known to reportlab under a name of its own; the same file is opened once."""
    font = ScriptFont(f"LeerSchrift-{digest}", Typeface(data), _HEIGHTS)
    pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily(font.fontName, *(4 * (font.fontName,)))
    return font


def opened(data: bytes) -> ScriptFont:
    """A font for other scripts. Raises ``FontError``."""
    return _opened(hashlib.sha256(data).hexdigest()[:16], data)


@cache
def _own() -> tuple[ScriptFont, ...]:
    return tuple(opened(hulpbestand("fonts", "document", name)) for name in OWN)


class OtherScripts:
    """The fonts that one document may use besides those of the house; none is opened before it is needed."""

    def __init__(self, extra: Sequence[Lettertype]) -> None:
        self._extra = extra
        self._fonts: tuple[ScriptFont, ...] | None = None
        self._unusable: list[str] = []

    @property
    def unusable(self) -> tuple[str, ...]:
        """Fonts of the municipality that were asked for and could not serve: name and reason."""
        return tuple(self._unusable)

    def _all(self) -> tuple[ScriptFont, ...]:
        if self._fonts is None:
            self._fonts = (*self._opened_extra(), *_own())
        return self._fonts

    def _opened_extra(self) -> Iterator[ScriptFont]:
        for one in self._extra:
            try:
                yield opened(one.lees())
            except FontError as problem:
                self._unusable.append(f"{one.naam}: {problem}")
            except OSError:
                self._unusable.append(f"{one.naam}: dit bestand is niet te lezen")

    def _font(self, char: str, current: ScriptFont | None) -> ScriptFont | None:
        """The font of one character; the one before goes on when it can."""
        if not may_be_lettered(char):
            return None
        code = ord(char)
        if current is not None and code in current.typeface.characters:
            return current
        return next((font for font in self._all() if code in font.typeface.characters), None)

    def stretches(self, text: str, is_ours: Callable[[str], bool]) -> Iterator[tuple[ScriptFont | None, str]]:
        """(font, characters) pairs; ``None`` for what the house prints itself, or nobody does."""
        current: ScriptFont | None = None
        start = 0
        for at, char in enumerate(text):
            if current is not None and (clings(char) or char == MAY_BREAK):
                continue
            found = None if is_ours(char) else self._font(char, current)
            if found is not current:
                if at > start:
                    yield current, text[start:at]
                start, current = at, found
        if start < len(text):
            yield current, text[start:]


def lettered(font: ScriptFont, text: str) -> Iterator[tuple[bool, str]]:
    """The stand-ins of a stretch and where its lines may break; ``False`` with what the font cannot print."""
    for number, piece in enumerate(text.split(MAY_BREAK)):
        if number:
            yield True, MAY_BREAK
        last: tuple[str, str] | None = None
        for script, part in by_script(piece):
            for cluster in font.typeface.shape(part, script, language_of(script, text)):
                if last is not None and may_break(last[1], cluster.text, last[0]):
                    yield True, MAY_BREAK
                yield _printed(font, cluster, script)
                last = (script, cluster.text)


def _printed(font: ScriptFont, cluster: Cluster, script: str) -> tuple[bool, str]:
    char = STAND_INS.char(font.fontName, cluster, right_to_left=is_right_to_left(script))
    return (False, cluster.text) if char is None else (True, char)
