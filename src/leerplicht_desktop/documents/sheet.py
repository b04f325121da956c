"""One document, ready to be set: its blocks, its identity and the moment it was fixed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from leerplicht_desktop.documents.blocks import Block
from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.domain.errors import DomainError

CREATOR = "Leerplicht Desktop"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The input of the press.

    ``soort`` is the kind of document in words ("Bezoekverslag"), ``kenmerk`` its number or reference (empty
    for a concept), ``moment`` the aware time of closing (or of the draft), ``content_hash`` the SHA-256 of
    the specification in hexadecimal. ``sealed`` is False for a concept: it then says so on each page.
    ``letter`` keeps the header off the first page, where the letter draws its own.
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

    def __post_init__(self) -> None:
        if self.moment.utcoffset() is None:
            raise DomainError("moment", "De tijd van het document mist de tijdzone.")


@dataclass(frozen=True, slots=True)
class Paper:
    """The result: the PDF, what identifies it, and what the officer should know before sealing."""

    data: bytes
    content_hash: str
    pages: int
    warnings: tuple[str, ...]
