"""Choosing a passphrase: five drawn words first, and a calm judgement of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Sterkte(StrEnum):
    """How long guessing takes, in words for the screen."""

    ZEER_ZWAK = "zeer zwak"
    ZWAK = "zwak"
    REDELIJK = "redelijk"
    STERK = "sterk"
    ZEER_STERK = "zeer sterk"


@dataclass(frozen=True, slots=True)
class Wachtzinoordeel:
    """``genoeg`` says whether the vault may be closed with it."""

    sterkte: Sterkte
    genoeg: bool


class Wachtzinkeuze(Protocol):
    """Works without a network. Slow: on a lane, not on the thread of the screens."""

    def stel_voor(self) -> str:
        """Five drawn words, different each time."""

    def keur(self, wachtzin: str, eigen: Sequence[str] = ()) -> Wachtzinoordeel:
        """Judge a passphrase. ``eigen`` are words that a guesser knows of this officer."""
