"""One document, ready to be set: its blocks, its identity and the moment it was fixed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from leerplicht_desktop.documents.blocks import Block, Heading, Together
from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.domain.errors import DomainError

CREATOR = "Leerplicht Desktop"


class Format(Enum):
    """Paper sizes with their margins in millimetres: width, height, left, right, top, bottom."""

    A4 = (210.0, 297.0, 24.0, 20.0, 27.0, 21.0)
    A6 = (105.0, 148.0, 10.0, 10.0, 20.0, 17.0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The input of the press.

    ``soort`` is the kind of document in words ("Bezoekverslag"), ``kenmerk`` its number or reference (empty
    for a concept), ``moment`` the aware time of closing (or of the draft), ``content_hash`` the SHA-256 of
    the specification in hexadecimal. ``sealed`` is False for a concept: it then says so on each page.
    The first heading is the title, the only one of level 1, and levels are not skipped (PDF/UA-1, 7.4);
    a form that breaks this is a mistake of the program: ``ValueError``.
    ``letter`` gives the first page a letterhead, with the address of the receiver behind the window.
    """

    title: str
    subject: str
    soort: str
    huisstijl: Huisstijl
    moment: datetime
    content_hash: str
    blocks: tuple[Block, ...]
    kenmerk: str = ""
    sealed: bool = False
    template_hash: str = ""
    letter: bool = False
    format: Format = Format.A4

    def __post_init__(self) -> None:
        if self.moment.utcoffset() is None:
            raise DomainError("moment", "De tijd van het document mist de tijdzone.")
        previous = 0
        for level in _levels(self.blocks):
            if level > previous + 1 or (level == 1 and previous):
                raise ValueError(f"kop van niveau {level} na niveau {previous}: het document heeft een titel")
            previous = level


def _levels(blocks: tuple[Block, ...]) -> Iterator[int]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block.level
        elif isinstance(block, Together):
            yield from _levels(block.blocks)


@dataclass(frozen=True, slots=True)
class Paper:
    """The result: the PDF, what identifies it, and what the officer should know before sealing."""

    data: bytes
    content_hash: str
    pages: int
    warnings: tuple[str, ...]
