"""A photo, scan or PDF in the vault: what it is, who added it, and the hash of its bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

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
    """An attachment without its bytes. ``gemaakt_op`` is the time the camera gave, else that of adding it.

    ``grootte`` is in bytes, ``sha256`` in hexadecimal; ``door`` is the officer who added it.
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
