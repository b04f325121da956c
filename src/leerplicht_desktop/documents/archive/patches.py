"""Two repairs of reportlab 5.1.0 without which no file is PDF/A.

Each is guarded by a test that pins the source of the function it replaces, so that an upgrade cannot slip by.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from reportlab.pdfbase import pdfdoc, ttfonts

_SURROGATES = range(0xD800, 0xE000)
_PRESENTATION = range(0xFB50, 0xFEFD)
_stock_format = pdfdoc.PDFStream.format


def stream_format(self: pdfdoc.PDFStream, document: pdfdoc.PDFDocument) -> bytes:
    """A stream with an end-of-line marker before ``endstream`` (ISO 19005-2, 6.1.7.1).

    CR LF rather than LF: compressed data may itself end in CR, which a reader would take for half the marker.
    """
    written = _stock_format(self, document)
    head, mark, tail = written.rpartition(b"endstream\n")
    if not mark or tail:
        raise RuntimeError("reportlab writes streams in another way than this repair expects")
    return head + b"\r\nendstream\n"


def _meant(char: int) -> str:
    """The text of a character: a presentation form of Arabic stands for its letters, for searching."""
    return unicodedata.normalize("NFKC", chr(char)) if char in _PRESENTATION else chr(char)


def to_unicode_cmap(fontname: str, subset: Sequence[int]) -> str:
    """The map from glyph codes to characters (ISO 32000-1, 9.10.3).

    UTF-16BE, nothing for U+0000, at most 100 rows a block.
    """
    shown = enumerate(subset)
    return unicode_map([(code, _meant(char)) for code, char in shown if char and char not in _SURROGATES])


def unicode_map(meanings: Sequence[tuple[int, str]]) -> str:
    """The map from glyph codes to the text each stands for: (code, text) pairs."""
    rows = [f"<{code:02X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in meanings]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(rows), 100):
        block = rows[start : start + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"])


def apply() -> None:
    """Puts both repairs in place; doing it twice is harmless."""
    pdfdoc.PDFStream.format = stream_format
    ttfonts.makeToUnicodeCMap = to_unicode_cmap
