"""Pages as pictures, from the bytes that were archived: for the screen and for the printer.

Everything happens in memory. A page is drawn when it is asked for and forgotten at once; for a printer it
comes in strips, so that a long document at printer resolution never needs more than part of a page.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING

from leerplicht_desktop.documents.problemen import PapierProblem

if TYPE_CHECKING:
    import pypdfium2

POINTS_PER_INCH = 72.0
MAX_PIXELS = 120_000_000  # one A4 page at 1200 dpi is 139 million: refuse before the memory is gone
STRIP = 1024
"""Rows of pixels in one strip of a page."""
_UNREADABLE = "Dit bestand is geen leesbare pdf."
_REMEDY = "Maak het document opnieuw of kies een ander bestand."


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page: ``width`` times ``height`` pixels of 4 bytes, red, green, blue, alpha, top row first."""

    width: int
    height: int
    rgba: bytes


@contextmanager
def _readable() -> Iterator[None]:
    """Turns what pdfium has against a file into ``PapierProblem``; its own words never reach a screen."""
    import pypdfium2  # here: loads late on purpose

    try:
        yield
    except pypdfium2.PdfiumError as error:
        raise PapierProblem(_UNREADABLE, _REMEDY, (type(error).__name__,)) from error


class Preview:
    """The pages of one PDF in memory. Close it, or use it as a context manager.

    Raises ``PapierProblem`` for bytes that are no PDF.
    """

    def __init__(self, data: bytes) -> None:
        import pypdfium2  # here: loads late on purpose

        with _readable():
            self._document: pypdfium2.PdfDocument | None = pypdfium2.PdfDocument(data)

    def __enter__(self) -> Preview:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the document; doing it twice is harmless."""
        if self._document is not None:
            self._document.close()
            self._document = None

    def _open(self) -> pypdfium2.PdfDocument:
        if self._document is None:
            raise PapierProblem("Het voorbeeld is al gesloten.", "Open het document opnieuw.")
        return self._document

    @property
    def document(self) -> pypdfium2.PdfDocument:
        """What pdfium made of it, for what pages do not tell. It closes with the preview."""
        return self._open()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._open())

    def size(self, index: int) -> tuple[float, float]:
        """Width and height of a page in points; pages count from 0."""
        with _readable():
            width, height = self._open().get_page_size(self._checked(index))
        return float(width), float(height)

    def _checked(self, index: int) -> int:
        if not 0 <= index < self.pages:
            raise PapierProblem(
                f"Bladzijde {index + 1} bestaat niet.", f"Kies een bladzijde van 1 tot {self.pages}."
            )
        return index

    def _page(self, index: int) -> pypdfium2.PdfPage:
        with _readable():
            return self._open()[index]

    def picture(self, index: int, dpi: float) -> PagePicture:
        """One page at ``dpi`` dots per inch; pages count from 0. Refuses pictures above ``MAX_PIXELS``."""
        scale, rows = self._scaled(index, dpi)
        return self._drawn(index, scale, 0, rows)

    def strip(self, index: int, dpi: float, top: int) -> tuple[PagePicture, int]:
        """At most ``STRIP`` rows of a page from row ``top`` on, and how many rows the whole page has.

        Strips under each other are the page. A page of A4 at 600 dpi takes 139 MB; a strip 20.
        """
        scale, rows = self._scaled(index, dpi)
        if not 0 <= top < rows:
            raise ValueError(f"row {top} of {rows}")
        return self._drawn(index, scale, top, min(rows, top + STRIP)), rows

    def _scaled(self, index: int, dpi: float) -> tuple[float, int]:
        """Pixels per point, and rows of pixels."""
        width, height = self.size(index)
        scale = dpi / POINTS_PER_INCH
        if dpi <= 0 or width * height * scale * scale > MAX_PIXELS:
            raise PapierProblem(
                "Deze bladzijde is te groot om zo scherp te tekenen.", "Kies een lagere resolutie."
            )
        return scale, math.ceil(height * scale)

    def _drawn(self, index: int, scale: float, top: int, bottom: int) -> PagePicture:
        """Rows ``top`` to ``bottom``. Pdfium rounds a crop up, so half a pixel less gives the whole row."""
        rows = math.ceil(self.size(index)[1] * scale)
        above, below = (max(0.0, (cut - 0.5) / scale) for cut in (top, rows - bottom))
        page = self._page(index)
        try:
            bitmap = page.render(
                scale=scale,
                crop=(0, below, 0, above),
                rev_byteorder=True,
                fill_color=(255, 255, 255, 255),
                force_bitmap_format=_RGBA,
            )
            try:
                return PagePicture(bitmap.width, bitmap.height, _tight(bitmap))
            finally:
                bitmap.close()
        finally:
            page.close()

    def pictures(self, dpi: float) -> Iterator[PagePicture]:
        """All pages in order, one at a time."""
        for index in range(self.pages):
            yield self.picture(index, dpi)

    def text(self, index: int) -> str:
        """The text layer of a page, as a reader would copy it."""
        page = self._page(self._checked(index))
        try:
            layer = page.get_textpage()
            try:
                return str(layer.get_text_range())
            finally:
                layer.close()
        finally:
            page.close()


_RGBA = 4  # FPDFBitmap_BGRA in pdfium; with rev_byteorder the bytes come as R, G, B, A


def _tight(bitmap: pypdfium2.PdfBitmap) -> bytes:
    """The pixels without the padding a row may end with."""
    row = bitmap.width * 4
    raw = bytes(bitmap.buffer)
    if bitmap.stride == row:
        return raw
    return b"".join(raw[y * bitmap.stride : y * bitmap.stride + row] for y in range(bitmap.height))
