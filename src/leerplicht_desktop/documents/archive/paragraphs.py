"""Paragraphs that know their place in the tag tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from leerplicht_desktop.documents.archive.canvas import ArchiveCanvas
from leerplicht_desktop.documents.archive.structure import Element


@dataclass(slots=True)
class Tag:
    """What all pieces of one paragraph share: a paragraph split over pages stays one element."""

    role: str
    lang: str | None = None
    outline: tuple[str, int] | None = None  # title and level of the bookmark
    element: Element | None = None
    cell: Element | None = None  # the table cell it stands in, once drawn

    def place(self, canvas: ArchiveCanvas, height: float) -> Element:
        """The element, made and bookmarked at the first drawing."""
        if self.element is None:
            self.element = Element(self.role, canvas.tag_parent, lang=self.lang)
            if self.outline is not None:
                canvas.bookmark(*self.outline, height)
        return self.element


class TaggedParagraph(Paragraph):
    """A paragraph with a structure role."""

    tag: Tag  # set by ``tagged``; reportlab itself makes the pieces of a split and knows no tag

    @classmethod
    def tagged(cls, markup: str, style: ParagraphStyle, tag: Tag) -> Self:
        """A paragraph of this role. ``markup`` is escaped text; see ``compose``."""
        made = cls(markup, style)
        made.tag = tag
        return made

    def split(self, width: float, height: float) -> list[Flowable]:
        """The pieces for this page and the next; they share the tag."""
        pieces = super().split(width, height)
        for piece in pieces:
            if isinstance(piece, TaggedParagraph):
                piece.tag = self.tag
        return pieces

    def draw(self) -> None:
        """Draws the text inside its element."""
        canvas = self.canv
        if canvas.is_artifact:
            super().draw()
            return
        with canvas.marked(self.tag.place(canvas, self.height)):
            super().draw()


class GroupMark(Flowable):
    """Takes no room: opens a grouping element (``L``, ``LI``, ``Sect``) or, without a role, closes it."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.role = role
        # A mark must travel with what follows it, or a list would open at the foot of the page before.
        self.keepWithNext = 0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """No size at all."""
        return 0, 0

    def draw(self) -> None:
        """Moves the place where new elements hang."""
        canvas = self.canv
        if self.role:
            canvas.tag_parent = Element(self.role, canvas.tag_parent)
        elif canvas.tag_parent.parent is not None:
            canvas.tag_parent = canvas.tag_parent.parent
