"""When the clock of a laptop and that of the server tell different times, and the words for it."""

from __future__ import annotations

TOLERANCE_MS = 120_000
"""Two minutes: a difference above it is told on screen and on paper."""

_SIZES = ((86_400_000, "dag", "dagen"), (3_600_000, "uur", "uur"), (60_000, "minuut", "minuten"))


def differs(clock_ms: int) -> bool:
    """Whether a laptop's clock was so far from the server's that it must be said."""
    return abs(clock_ms) > TOLERANCE_MS


def in_words(clock_ms: int) -> str:
    """How the clock ran; ``clock_ms`` is the server's time less the laptop's, in milliseconds."""
    way = "achter" if clock_ms > 0 else "voor"
    size, one, more = next(found for found in _SIZES if abs(clock_ms) >= found[0])
    count = round(abs(clock_ms) / size)
    return f"De klok van de laptop liep {count} {one if count == 1 else more} {way} op die van de gemeente."
