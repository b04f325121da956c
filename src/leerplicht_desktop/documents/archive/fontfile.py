"""The file of an embedded font in which every cluster of another script is one glyph."""

from __future__ import annotations

import io
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from leerplicht_desktop.documents.archive.typeface import UNITS, Cluster, Typeface

_CURVE_ERROR = 1.0  # units an em: what a curve of the third degree may lose as one of the second
_NOTDEF = ".notdef"


def embedded(typeface: Typeface, clusters: dict[int, Cluster]) -> tuple[bytes, tuple[int, int, int, int]]:
    """A TrueType font with one glyph for every code, and its bounding box; the same input, the same bytes."""
    names = {code: f"c{code:02X}" for code in sorted(clusters)}
    builder = FontBuilder(UNITS, isTTF=True)
    builder.setupGlyphOrder([_NOTDEF, *names.values()])
    glyphs = {_NOTDEF: TTGlyphPen(None).glyph()}
    glyphs |= {name: _drawn(typeface, clusters[code]) for code, name in names.items()}
    builder.setupGlyf(glyphs)
    table = builder.font["glyf"]
    advances = {name: clusters[code].advance for code, name in names.items()}
    metrics = {name: (advances.get(name, 0), getattr(table[name], "xMin", 0)) for name in glyphs}
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=UNITS, descent=0)
    builder.setupMaxp()
    builder.updateHead(created=0, modified=0)
    builder.font["cmap"] = _code_table(builder, names)
    builder.font.recalcTimestamp = False
    target = io.BytesIO()
    builder.font.save(target)
    head = builder.font["head"]
    return target.getvalue(), (head.xMin, head.yMin, head.xMax, head.yMax)


def _drawn(typeface: Typeface, cluster: Cluster) -> Any:
    """The letters and marks of a cluster as one outline."""
    pen = TTGlyphPen(None)
    for number, x, y in cluster.glyphs:
        typeface.draw(number, TransformPen(Cu2QuPen(pen, _CURVE_ERROR), (1, 0, 0, 1, x, y)))
    return pen.glyph()


def _code_table(builder: FontBuilder, names: dict[int, str]) -> Any:
    """One table from codes to glyphs, as a symbolic font asks (ISO 19005-2, 6.2.11.6)."""
    builder.setupCharacterMap({})
    table = builder.font["cmap"]
    only = CmapSubtable.newSubtable(6)
    only.platformID, only.platEncID, only.language, only.cmap = 1, 0, 0, names
    table.tables = [only]
    return table
