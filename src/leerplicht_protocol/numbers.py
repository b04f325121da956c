"""POST /v1/nummers: numbers for a proces-verbaal, reserved per device; never given twice.

``volg`` counts the blocks a laptop has of a year, from 1. The same question again, after a lost answer, gives
the same block; so nothing is lost and nothing is given twice.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from .model import Id, Model, Seen

BLOCK_SIZE = 20
"""How many numbers a block holds."""

LARGEST_BLOCK = 1_000
"""Most numbers that a laptop takes in one block: it looks at each of them."""

Number = Annotated[int, Field(ge=1, le=99_999_999)]

Year = Annotated[int, Field(ge=2000, le=2999)]


class Nummerblok(Model):
    """Reserved numbers, ``van`` to ``tot`` both included, printed as ``OEF-2026-000101``."""

    organisatie: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{2,8}$")]
    jaar: Year
    volg: Number
    van: Number
    tot: Number
    at: Seen = ""
    """The mark of the commit that gave it."""

    @model_validator(mode="after")
    def _whole(self) -> Nummerblok:
        if not 0 <= self.tot - self.van < LARGEST_BLOCK:
            raise ValueError("no block of numbers")
        return self


class NummerblokRequest(Model):
    """Ask for the ``volg``-th block of a year.

    ``holds`` are the blocks that this laptop has, for a server to which a backup was put back: it gives those
    to nobody else. ``seen`` is as in a push.
    """

    device: Id
    jaar: Year
    volg: Annotated[int, Field(ge=1, le=100_000)]
    holds: Annotated[tuple[Nummerblok, ...], Field(max_length=200)] = ()
    seen: Seen = ""
