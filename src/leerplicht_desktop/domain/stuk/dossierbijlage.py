"""A photo, scan or PDF in the vault: what it is, who added it, and the hash of its bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from .opnamedag import Dagbron, kan_dag

MAX_BYTES = 12 * 1024 * 1024
"""Largest attachment, in bytes."""

MAX_BLADZIJDEN = 500
"""Most pages of a PDF attachment."""


class Bijlagesoort(StrEnum):
    """What an attachment is for."""

    FOTO = "foto"
    SCAN = "scan"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Dossierbijlage:
    """An attachment without its bytes. ``gemaakt_op`` is when it was made, and ``dagbron`` who says so.

    ``grootte`` is in bytes, ``sha256`` in hexadecimal; ``door`` is the officer who added it. ``bron_sha256``
    is the hash of the file as it was chosen, which differs from ``sha256`` when a photo was drawn anew; empty
    when nobody kept it. ``camera`` is what the camera said of the moment, word for word, believed or not.
    """

    id: str
    dossiers: tuple[str, ...]
    soort: Bijlagesoort
    titel: str
    mime: str
    sha256: str
    grootte: int
    bladzijden: int
    door: str
    gemaakt_op: datetime
    toegevoegd_op: datetime
    dagbron: Dagbron | None = None
    camera: str = ""
    bron_sha256: str = ""

    @property
    def volgens(self) -> Dagbron:
        """Who says on which day it was made; nobody when that day cannot be.

        Programs that kept no ``dagbron`` kept the moment of the camera, or that of adding.
        """
        if not kan_dag(self.gemaakt_op.date(), self.toegevoegd_op.date()):
            return Dagbron.TOEVOEGEN
        if self.dagbron is not None:
            return self.dagbron
        return Dagbron.TOEVOEGEN if self.gemaakt_op == self.toegevoegd_op else Dagbron.CAMERA

    @property
    def dag(self) -> date:
        """The day it goes by on paper: never after it was added, and never before there were such photos."""
        nergens = self.volgens is Dagbron.TOEVOEGEN
        return (self.toegevoegd_op if nergens else self.gemaakt_op).date()

    @property
    def hertekend(self) -> bool:
        """Whether what is kept has other bytes than the file that was chosen."""
        return bool(self.bron_sha256) and self.bron_sha256 != self.sha256
