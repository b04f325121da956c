"""Drawings with alternative text, and the field to sign in."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
)
from reportlab.platypus import Flowable

from leerplicht_desktop.documents.archive.canvas import ArchiveCanvas
from leerplicht_desktop.documents.archive.structure import Element, ObjectReference, page_reference

Paint = Callable[[ArchiveCanvas, float, float], None]


def _box(canvas: ArchiveCanvas, width: float, height: float) -> PDFArray:
    corners = (*canvas.absolutePosition(0, 0), *canvas.absolutePosition(width, height))
    return PDFArray([round(value, 2) for value in corners])


class TaggedFigure(Flowable):
    """A drawing; sizes in points."""

    def __init__(self, width: float, height: float, paint: Paint, alternative: str) -> None:
        super().__init__()
        self.width, self.height = width, height
        self.paint, self.alternative = paint, alternative

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Its own size."""
        return self.width, self.height

    def draw(self) -> None:
        """Paints inside a Figure element with its bounding box."""
        canvas = self.canv
        attributes = PDFDictionary(
            {
                "O": PDFName("Layout"),
                "BBox": _box(canvas, self.width, self.height),
                "Placement": PDFName("Block"),
            }
        )
        element = Element("Figure", canvas.tag_parent, alt=self.alternative, attributes=attributes)
        with canvas.marked(element):
            canvas.saveState()
            self.paint(canvas, self.width, self.height)
            canvas.restoreState()


class EmptySignature(Flowable):
    """A signature field that a pen fills today and a certificate can fill later (ISO 32000-1, 12.7.4.5)."""

    def __init__(self, name: str, label: str, width: float, height: float) -> None:
        super().__init__()
        self.name, self.label, self.width, self.height = name, label, width, height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Its own size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws the line to sign on and puts a tagged widget over it."""
        canvas = self.canv
        with canvas.artifact():
            canvas.setStrokeColor(HexColor("#555555"))
            canvas.setLineWidth(0.6)
            canvas.line(0, 0.5, self.width, 0.5)
        document = canvas._doc
        appearance = PDFStream(
            dictionary=PDFDictionary(
                {
                    "Type": PDFName("XObject"),
                    "Subtype": PDFName("Form"),
                    "BBox": PDFArray([0, 0, round(self.width, 2), round(self.height, 2)]),
                    "Resources": PDFDictionary({}),
                }
            ),
            content="q Q",
        )
        key = canvas.next_widget_key()
        widget = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Widget"),
                "FT": PDFName("Sig"),
                "T": PDFString(self.name),
                "TU": PDFString(self.label),
                "F": 132,  # Print and Locked
                "Rect": _box(canvas, self.width, self.height),
                "AP": PDFDictionary({"N": document.Reference(appearance, f"SigAP_{self.name}")}),
                "P": page_reference(canvas.page_number),
                "StructParent": key,
            }
        )
        reference = document.Reference(widget, f"Sig_{self.name}")
        element = Element("Form", canvas.tag_parent, alt=self.label)
        element.kids.append(ObjectReference(canvas.page_number, reference))
        canvas.widgets.append((key, element))
        canvas._annotationrefs.append(reference)
        if getattr(document.Catalog, "AcroForm", None) is None:
            document.Catalog.AcroForm = PDFDictionary({"Fields": PDFArray([]), "SigFlags": 1})
        document.Catalog.AcroForm.dict["Fields"].sequence.append(reference)
