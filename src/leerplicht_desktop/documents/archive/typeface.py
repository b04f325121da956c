"""A font of another script: whether it may be embedded, what it holds, and words set in its right shapes.

HarfBuzz shapes, as it does in a browser: letters join, change places and stack as their script asks. What it
gives comes back as clusters, the smallest pieces that can be set apart, each with the text it stands for.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from threading import Lock

import uharfbuzz as hb

from leerplicht_desktop.documents.archive.scripts import SHAPED, opentype_tags, script_of

UNITS = 1000
"""Every font is brought to so many units an em."""
_TOO_BIG = 60_000_000
_COLOUR = frozenset({"COLR", "CBDT", "sbix", "SVG "})
_OUTLINES = frozenset({"glyf", "CFF ", "CFF2"})
_WEB = (b"wOFF", b"wOF2")
_RESTRICTED, _NO_SUBSET, _BITMAP_ONLY = 0x0002, 0x0100, 0x0200  # OS/2 fsType
_REGULAR = 400
_LEADS_TO_ANOTHER = "Neem een gewoon lettertype (ttf of otf)"


class FontError(Exception):
    """The file cannot serve; the text says why, and what to do, in Dutch without a full stop."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """One piece that cannot be set apart.

    ``glyphs`` are (number, x, y) with the place of each from the start of the cluster, ``advance`` what the
    cluster takes, all in ``UNITS`` an em. Without glyphs the font cannot print the text.
    """

    text: str
    glyphs: tuple[tuple[int, int, int], ...]
    advance: int
    language: str


class Typeface:
    """One font, opened. Raises ``FontError`` when it may not or cannot be embedded."""

    def __init__(self, data: bytes) -> None:
        _refuse_what_is_no_font(data)
        self._face = hb.Face(hb.Blob(data))
        self._refuse_what_cannot_serve()
        self._font = hb.Font(self._face)
        self._font.scale = (UNITS, UNITS)
        if any(axis.tag == "wght" for axis in self._face.axis_infos):
            self._font.set_variations({"wght": _REGULAR})
        self._busy = Lock()

    def _refuse_what_cannot_serve(self) -> None:
        tables = frozenset(self._face.table_tags)
        if tables & _COLOUR:
            raise FontError(f"dit is een lettertype in kleur. {_LEADS_TO_ANOTHER}")
        if not tables & _OUTLINES or not self._face.unicodes:
            raise FontError(f"hier zitten geen letters met een omtrek in. {_LEADS_TO_ANOTHER}")
        rights = bytes(self._face.reference_table("OS/2").data)[8:10]
        kind = struct.unpack(">H", rights)[0] if len(rights) == 2 else 0
        if kind & 0x000F == _RESTRICTED or kind & (_NO_SUBSET | _BITMAP_ONLY):
            raise FontError(
                "de maker staat niet toe dat dit lettertype in een pdf komt (fsType in de tabel OS/2). "
                "Neem een lettertype dat dat wel toestaat, bijvoorbeeld een met de licentie OFL"
            )

    @cached_property
    def characters(self) -> frozenset[int]:
        """The code points that it prints; not those of a script that it has letters of but no rules for."""
        poor = frozenset(self.unruly)
        held = frozenset(int(code) for code in self._face.unicodes)
        return frozenset(code for code in held if script_of(chr(code)) not in poor) if poor else held

    @cached_property
    def unruly(self) -> tuple[str, ...]:
        """Scripts that it has letters of, but that it cannot join and reorder."""
        ruled = frozenset(self._face.get_table_script_tags("GSUB"))
        held = {script_of(chr(code)) for code in self._face.unicodes} & SHAPED
        return tuple(sorted(script for script in held if not opentype_tags(script) & ruled))

    @property
    def name(self) -> str:
        """Its PostScript name, as far as a PDF can hold it."""
        found = self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or ""
        return re.sub(r"[^A-Za-z0-9-]", "", found)[:40] or "Schrift"

    def shape(self, text: str, script: str, language: str) -> list[Cluster]:
        """The text of one script as clusters, in the order in which it is read."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.script, buffer.language = script, language
        buffer.guess_segment_properties()
        with self._busy:
            hb.shape(self._font, buffer)
        return list(self._clusters(text, language, buffer))

    def _clusters(self, text: str, language: str, buffer: hb.Buffer) -> Iterator[Cluster]:
        glyphs = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
        found = [(start, list(group)) for start, group in groupby(glyphs, lambda glyph: glyph[0].cluster)]
        found.sort(key=lambda pair: pair[0])
        ends = [start for start, _ in found[1:]] + [len(text)]
        for (start, group), end in zip(found, ends, strict=True):
            yield self._cluster(text[start:end], language, group)

    def _cluster(
        self, text: str, language: str, group: list[tuple[hb.GlyphInfo, hb.GlyphPosition]]
    ) -> Cluster:
        x = 0
        placed: list[tuple[int, int, int]] = []
        for info, position in group:
            placed.append((info.codepoint, x + position.x_offset, position.y_offset))
            x += position.x_advance
        complete = all(number for number, _, _ in placed) and (text.isspace() or self._draws(placed))
        return Cluster(text, tuple(placed) if complete else (), x, language)

    def _draws(self, placed: list[tuple[int, int, int]]) -> bool:
        """Whether anything is to be seen: a damaged font may have a letter without an outline."""
        extents = (self._font.get_glyph_extents(number) for number, _, _ in placed)
        return any(one is not None and one.width and one.height for one in extents)

    def draw(self, number: int, pen: object) -> None:
        """Draws the outline of a glyph with a pen of fontTools."""
        with self._busy:
            self._font.draw_glyph_with_pen(number, pen)


def _refuse_what_is_no_font(data: bytes) -> None:
    if len(data) > _TOO_BIG:
        raise FontError("dit bestand is groter dan 60 MB. Neem een kleiner lettertype")
    if data.startswith(_WEB):
        raise FontError("dit is een lettertype voor websites (woff). Neem de ttf of otf ervan")
    if not _is_whole(data):
        raise FontError(f"dit is geen lettertype, of het is beschadigd. {_LEADS_TO_ANOTHER}")


def _is_whole(data: bytes) -> bool:
    """Whether every table that the first font of the file names lies inside the file."""
    start = 0
    if data.startswith(b"ttcf"):
        if len(data) < 16:
            return False
        start = struct.unpack_from(">L", data, 12)[0]
    if data[start : start + 4] not in {b"\x00\x01\x00\x00", b"OTTO", b"true"} or len(data) < start + 12:
        return False
    count = struct.unpack_from(">H", data, start + 4)[0]
    directory = start + 12
    if len(data) < directory + 16 * count:
        return False
    places = (struct.unpack_from(">LL", data, directory + 16 * row + 8) for row in range(count))
    return all(offset + length <= len(data) for offset, length in places)
