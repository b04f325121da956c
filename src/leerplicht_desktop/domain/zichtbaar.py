"""Text as its reader sees it: what is pasted may hold signs that print as nothing, or as a blank."""

from __future__ import annotations

import unicodedata


def zoals_gezien(tekst: str) -> str:
    """The text without signs that only steer layout, and with a plain blank for every other blank.

    A soft hyphen or a joiner of no width (Unicode category Cf) hides a word from a search and not from a
    reader. Line breaks stay.
    """
    return "".join(map(_gezien, tekst))


def is_onzichtbaar(tekst: str) -> bool:
    """Whether nothing of it is seen on paper."""
    return not zoals_gezien(tekst).strip()


def _gezien(teken: str) -> str:
    if (teken.isascii() and teken.isprintable()) or teken in "\r\n":
        return teken
    soort = unicodedata.category(teken)
    if soort == "Cf":
        return ""
    return " " if soort in {"Zs", "Cc"} else teken
