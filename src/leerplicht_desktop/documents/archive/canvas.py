"""The page as reportlab draws it, made into an archive document: marked content, page x van y, catalog."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import groupby
from typing import BinaryIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import XMP, PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from leerplicht_desktop.documents.archive import patches
from leerplicht_desktop.documents.archive.metadata import PRODUCER, Metadata
from leerplicht_desktop.documents.archive.standins import STAND_INS
from leerplicht_desktop.documents.archive.structure import Element, MarkedContent, structure_tree
from leerplicht_desktop.documents.meegeleverd import hulpbestand

patches.apply()

Footer = Callable[["ArchiveCanvas", int, int], None]
_WIDGET_KEYS_FROM = (
    1000  # parent-tree keys of form fields; page keys stay below (a document of 1000 pages is refused)
)


class ArchiveText(PDFTextObject):
    """Text that says of every piece in another script in which language it is (ISO 32000-1, 14.9.2)."""

    _canvas: ArchiveCanvas

    def _formatText(self, text: str) -> str:  # noqa: N802 - the name reportlab calls
        if not self._canvas.asks_for_language or not any(map(STAND_INS.language, text)):
            return super()._formatText(text)
        said = []
        letters = text.replace(" ", "")  # beside stand-ins a blank prints nothing
        for language, group in groupby(letters, STAND_INS.language):
            said.append(f"/Span <</Lang ({language})>> BDC {super()._formatText(''.join(group))} EMC")
        return " ".join(said)


class ArchiveCanvas(Canvas):
    """A canvas that writes PDF/A-2a and PDF/UA-1.

    ``footer(canvas, page, pages)`` is called for every page once the number of pages is known.
    """

    def __init__(
        self, target: BinaryIO, pagesize: tuple[float, float], metadata: Metadata, footer: Footer
    ) -> None:
        self.metadata = metadata
        self.root = Element("Document")
        self.tag_parent = self.root
        self.widgets: list[tuple[int, Element]] = []
        self._footer = footer
        self._page_number = 1
        self._marked: dict[int, list[Element]] = {}
        self._kept_pages: list[dict[str, object]] = []
        self._silent = 0
        self._language_is_told = False
        self._outline_keys = 0
        super().__init__(target, pagesize=pagesize, pdfVersion=(1, 7), invariant=1, lang="nl-NL")
        self._stamp(metadata.moment)

    def _stamp(self, moment: datetime) -> None:
        stamp = self._doc._timeStamp
        offset = moment.utcoffset()
        minutes = int(offset.total_seconds()) // 60 if offset is not None else 0
        stamp.t, stamp.lt = moment.timestamp(), moment.timetuple()
        stamp.YMDhms = tuple(stamp.lt)[:6]
        stamp.dhh, stamp.dmm = (abs(minutes) // 60) * (1 if minutes >= 0 else -1), abs(minutes) % 60
        stamp.tzname = None

    @contextmanager
    def marked(self, element: Element, *, actual: str = "") -> Iterator[None]:
        """What is drawn inside belongs to ``element`` and reads as ``actual``, where that is given.

        Inside an artifact nothing is marked.
        """
        if self._silent:
            yield
            return
        owners = self._marked.setdefault(self._page_number, [])
        element.kids.append(MarkedContent(self._page_number, len(owners)))
        said = f" /ActualText <FEFF{actual.encode('utf-16-be').hex().upper()}>" if actual else ""
        self._code.append(f"/{element.role} <</MCID {len(owners)}{said}>> BDC")
        owners.append(element)
        self._language_is_told = element.language_is_told
        yield
        self._language_is_told = False
        self._code.append("EMC")

    def begin_artifact(self, kind: str = "Layout", subtype: str = "") -> None:
        """What is drawn until ``end_artifact`` is decoration: screen readers skip it."""
        if not self._silent:
            self._code.append(f"/Artifact <</Type /{kind}{f' /Subtype /{subtype}' if subtype else ''}>> BDC")
        self._silent += 1

    def end_artifact(self) -> None:
        """Ends what ``begin_artifact`` began."""
        self._silent -= 1
        if not self._silent:
            self._code.append("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout", subtype: str = "") -> Iterator[None]:
        """``begin_artifact`` and ``end_artifact`` around a block."""
        self.begin_artifact(kind, subtype)
        yield
        self.end_artifact()

    @property
    def is_artifact(self) -> bool:
        """True while drawing decoration."""
        return self._silent > 0

    @property
    def asks_for_language(self) -> bool:
        """True while drawing content whose own element does not say its language already."""
        return not self._silent and not self._language_is_told

    def beginText(  # noqa: N802 - the name reportlab calls
        self, x: float = 0, y: float = 0, direction: str | None = None
    ) -> ArchiveText:
        """Where all text is written."""
        return ArchiveText(self, x, y, direction=direction)

    @property
    def page_number(self) -> int:
        """The page being drawn, from 1."""
        return self._page_number

    def next_widget_key(self) -> int:
        """A fresh key in the parent tree for a form field."""
        return _WIDGET_KEYS_FROM + len(self.widgets)

    def bookmark(self, title: str, level: int, top: float) -> None:
        """An outline entry that leads to ``top`` points above the current origin."""
        self._outline_keys += 1
        key = f"kop{self._outline_keys}"
        self.bookmarkHorizontal(key, 0, top)
        self.addOutlineEntry(title, key, level, 0)

    def showPage(self) -> None:  # noqa: N802 - the name reportlab calls
        """Keeps the page until the number of pages is known.

        The counter of the document has to advance at once: bookmarks and fields ask for "this page".
        """
        self._kept_pages.append(dict(self.__dict__))
        self._page_number += 1
        self._doc.pageCounter = self._page_number
        self._startPage()

    def save(self) -> None:
        """Writes every kept page with its footer, then the catalog and the file."""
        if len(self._code) > 1:
            self.showPage()
        pages, marked = self._kept_pages, self._marked
        self._doc.pageCounter = 1
        for state in pages:
            self.__dict__.update(state)
            with self.artifact("Pagination", "Footer"):
                self._footer(self, self._page_number, len(pages))
            self._finish_page()
        self._code, self._marked, self._kept_pages = [], marked, pages
        self._catalog()
        self._doc.SaveToFile(self._filename, self)

    def _finish_page(self) -> None:
        Canvas.showPage(self)
        page = self._doc.Pages.pages[-1]
        page.Trans = None
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._doc.Pages.pages) - 1
        page.Tabs = PDFName("S")

    def _catalog(self) -> None:
        catalog, meta = self._doc.Catalog, self.metadata
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.OutputIntents = PDFArray([self._output_intent()])
        self.setTitle(meta.title)
        self.setAuthor(meta.author)
        self.setSubject(meta.subject)
        self.setKeywords(meta.keywords)
        self.setCreator(meta.creator)
        self.setProducer(PRODUCER)
        packet = meta.xmp()  # bytes: as str it would go through PDFDocEncoding and fail on "ł"
        catalog.Metadata = XMP(creator=lambda _: packet)
        self.setViewerPreference("DisplayDocTitle", "true")
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.StructTreeRoot = structure_tree(self._doc, self.root, self._marked, self.widgets)

    def _output_intent(self) -> PDFDictionary:
        profile = PDFStream(dictionary=PDFDictionary({"N": 3}), content=hulpbestand("kleur", "sRGB-v2.icc"))
        profile.filters = [pdfdoc.PDFZCompress]
        return PDFDictionary(
            {
                "Type": PDFName("OutputIntent"),
                "S": PDFName("GTS_PDFA1"),
                "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
                "Info": PDFString("sRGB IEC61966-2.1"),
                "DestOutputProfile": self._doc.Reference(profile),
            }
        )
