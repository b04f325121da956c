"""A font of another script as reportlab sees it, and as it is embedded: one glyph for every cluster.

Each cluster that a document uses becomes one glyph, drawn from the outlines of its letters and marks in their
places. The map to Unicode gives such a glyph the letters it stands for, in the order in which they are read
(ISO 32000-1, 9.10.3), so that searching, copying and reading aloud find the text as it was typed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFStream

from leerplicht_desktop.documents.archive.patches import unicode_map
from leerplicht_desktop.documents.archive.standins import STAND_INS
from leerplicht_desktop.documents.archive.typeface import UNITS, Cluster, Typeface

_BLANK = " "
_RESERVED = 32  # readers of PDF widen this code where a line is justified
_LAST = 255
_SYMBOLIC = 4


@dataclass(frozen=True, slots=True)
class _Face:
    """What reportlab asks of the face of a font: heights in thousandths of an em."""

    name: str
    ascent: int
    descent: int


@dataclass(slots=True)
class _Subset:
    """At most 223 clusters, each with its code."""

    codes: dict[str, int] = field(default_factory=dict)

    @property
    def is_full(self) -> bool:
        return _RESERVED + len(self.codes) >= _LAST

    def code(self, char: str) -> int:
        return self.codes.setdefault(char, _RESERVED + 1 + len(self.codes))


class _Used:
    """What one document uses of the font."""

    def __init__(self) -> None:
        self.name = ""
        self.subsets: list[_Subset] = []
        self._places: dict[str, int] = {}

    def place(self, char: str) -> tuple[int, int]:
        """(subset, code) of a stand-in."""
        if char not in self._places:
            if not self.subsets or self.subsets[-1].is_full:
                self.subsets.append(_Subset())
            self._places[char] = len(self.subsets) - 1
        number = self._places[char]
        return number, self.subsets[number].code(char)


class ScriptFont:
    """Obeys what reportlab expects of a font that is made into subsets while the document is drawn."""

    _dynamicFont = 1  # noqa: N815 - reportlab
    _multiByte = 1  # noqa: N815 - reportlab
    shapable = False

    def __init__(self, name: str, typeface: Typeface, heights: tuple[int, int]) -> None:
        """``heights``: those of the text around it, so that another script does not move a line."""
        self.fontName = name
        self.typeface = typeface
        self.face = _Face(name, *heights)
        self._used: WeakKeyDictionary[PDFDocument, _Used] = WeakKeyDictionary()

    def stringWidth(self, text: str, size: float, encoding: str = "utf-8") -> float:  # noqa: N802 - reportlab
        """Width in points; a blank has none."""
        return sum(cluster.advance for cluster in _clusters(text)) * size / UNITS

    def splitString(  # noqa: N802 - reportlab
        self, text: str, doc: PDFDocument, encoding: str = "utf-8"
    ) -> list[tuple[int, bytes]]:
        """(subset, codes) pairs; a blank prints nothing."""
        used = self._used.setdefault(doc, _Used())
        places = [used.place(char) for char in text if STAND_INS.cluster(char) is not None]
        return [
            (subset, bytes(code for _, code in group))
            for subset, group in groupby(places, lambda place: place[0])
        ]

    def getSubsetInternalName(self, subset: int, doc: PDFDocument) -> str:  # noqa: N802 - reportlab
        """The name of a subset in the resources of a page."""
        used = self._used[doc]
        if not used.name:
            used.name = f"F{len(doc.fontMapping) + 1}"
            doc.fontMapping[self.fontName] = f"/{used.name}"
            doc.delayedFonts.append(self)
        return f"/{used.name}+{subset}"

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - reportlab
        """Writes every subset that the document uses."""
        used = self._used.pop(doc)
        for number, subset in enumerate(used.subsets):
            self._add(doc, f"{used.name}+{number}", number, subset)

    def _add(self, doc: PDFDocument, internal: str, number: int, subset: _Subset) -> None:
        clusters = {code: _meaning(char) for char, code in subset.codes.items()}
        last = max(clusters)
        tag = "".join(chr(ord("A") + number // 26**power % 26) for power in reversed(range(6)))
        base = f"{tag}+{self.typeface.name}"
        to_unicode = PDFStream(content=unicode_map([(code, one.text) for code, one in clusters.items()]))
        to_unicode.filters = [pdfdoc.PDFZCompress]
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("TrueType"),
                "BaseFont": PDFName(base),
                "FirstChar": _RESERVED,
                "LastChar": last,
                "Widths": PDFArray(
                    [clusters[at].advance if at in clusters else 0 for at in range(_RESERVED, last + 1)]
                ),
                "ToUnicode": doc.Reference(to_unicode, f"{internal} map"),
                "FontDescriptor": self._descriptor(doc, internal, base, clusters),
            }
        )
        doc.idToObject["BasicFonts"].dict[internal] = doc.Reference(font, internal)

    def _descriptor(
        self, doc: PDFDocument, internal: str, base: str, clusters: dict[int, Cluster]
    ) -> pdfdoc.PDFObjectReference:
        from leerplicht_desktop.documents.archive.fontfile import embedded  # only such a document pays for it

        data, box = embedded(self.typeface, clusters)
        file = PDFStream(PDFDictionary({"Length1": len(data)}), data)
        file.filters = [pdfdoc.PDFZCompress]
        entries = {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(base),
            "Flags": _SYMBOLIC,
            "FontBBox": PDFArray(list(box)),
            "ItalicAngle": 0,
            "Ascent": box[3],
            "Descent": box[1],
            "CapHeight": box[3],
            "StemV": 80,
            "MissingWidth": 0,
            "FontFile2": doc.Reference(file, f"{internal} file"),
        }
        return doc.Reference(PDFDictionary(entries), f"{internal} descriptor")


def _meaning(char: str) -> Cluster:
    found = STAND_INS.cluster(char)
    if found is None:
        raise LookupError("a character without a meaning cannot be embedded")
    return found


def _clusters(text: str) -> list[Cluster]:
    return [cluster for char in text if (cluster := STAND_INS.cluster(char)) is not None]
