"""What a document is made of, before anyone thinks of paper: headings, paragraphs, tables, fields.

Text in a block is always plain text. Emphasis is a property of a ``Run``, never a code inside the text, so a
name such as ``Jan <jan@x.nl>`` can only ever print as itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Emphasis(StrEnum):
    """How a run of characters stands out."""

    NONE = "none"
    BOLD = "bold"
    ITALIC = "italic"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that look the same."""

    text: str
    emphasis: Emphasis = Emphasis.NONE


Text = tuple[Run, ...]


def plain(text: str) -> Text:
    """Text without emphasis."""
    return (Run(text),)


def bold(text: str) -> Text:
    """Text in bold."""
    return (Run(text, Emphasis.BOLD),)


def joined(text: Text) -> str:
    """The characters of a text, without its emphasis."""
    return "".join(run.text for run in text)


class Look(StrEnum):
    """The looks a paragraph can have; each is one style of the house."""

    BODY = "body"
    LEAD = "lead"
    SMALL = "small"
    ADDRESS = "address"
    STATEMENT = "statement"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the title, once), 2 or 3. Levels may not be skipped (PDF/UA-1)."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. ``lang`` is a BCP 47 tag where it is not Dutch."""

    text: Text
    look: Look = Look.BODY
    lang: str | None = None
    with_next: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """A short label in the margin column with text beside it; the text may run over pages."""

    label: str
    text: Text
    look: Look = Look.BODY


@dataclass(frozen=True, slots=True)
class Listing:
    """Bullets, or numbers when ``numbered``."""

    items: tuple[Text, ...]
    numbered: bool = False
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Two columns: what it is, and what it is in this case. ``title`` names the table for screen readers."""

    title: str
    rows: tuple[tuple[str, Text], ...]
    label_width: float = 46.0  # millimetres


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a grid; ``share`` is its part of the width, relative to the others."""

    title: str
    share: float = 1.0
    right: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a header row that is repeated on every page."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A framed remark that must not be overlooked."""

    text: Text


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with alternative text. ``paint(canvas, width, height)`` draws in points."""

    width: float  # millimetres
    height: float  # millimetres
    paint: Callable[[Any, float, float], None]
    alternative: str


@dataclass(frozen=True, slots=True)
class SignatureField:
    """An empty field to sign, on paper or later with a certificate. ``name`` is unique in the document."""

    name: str
    label: str
    width: float = 80.0  # millimetres
    height: float = 20.0  # millimetres


@dataclass(frozen=True, slots=True)
class Gap:
    """White space of so many millimetres."""

    height: float


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that belong on one page, if they fit on one."""

    blocks: tuple[Block, ...]


Block = (
    Heading
    | Paragraph
    | Labelled
    | Listing
    | Facts
    | Grid
    | Notice
    | Figure
    | SignatureField
    | Gap
    | NewPage
    | Together
)
