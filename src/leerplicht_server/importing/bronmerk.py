"""The marks of a person's list: what the register itself doubts of it (LO3 groups 83 and 85).

Only kept here: what a mark means is worked out by whoever reads it, on the day that he does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pydantic import JsonValue

_STANDARD: Mapping[str, Mapping[str, str]] = {
    "01": {"02.10": ".", "02.40": ".", "03.10": "00000000", "03.20": "0000"},
    "02": {"02.40": "."},
    "03": {"02.40": "."},
    "05": {"02.40": "."},
    "08": {"11.10": ".", "12.10": ".", "13.10": "0000"},
}
"""The standard values by which the register says that nobody knows (LO3, *standaardwaarden*)."""

_PARENT_GROUPS = frozenset({"01", "02", "03", "04", "62"})
_GEZAGSCODES = frozenset({"1", "2", "12", "D", "1D", "2D", "3D"})
"""National table 32. Any other code says that it cannot be established who has gezag."""


@dataclass(frozen=True)
class ListPart:
    """One category of a list. ``valid_until`` is the day on which it stopped to hold, empty for none."""

    group: str
    category: str
    elements: Mapping[str, str]
    valid_until: str = ""


def mark_of(part: ListPart, source: str) -> dict[str, JsonValue] | None:
    """The mark of one category as it is stored; None when the list has nothing of it.

    ``dag`` is the day on which the register took it up (86.10), where that is known whole.
    """
    if not part.elements:
        return None
    found: dict[str, JsonValue] = {}
    if day := _day(part.elements.get("86.10", "").strip()):
        found["dag"] = day
    if onderzoek := _onderzoek(part.elements):
        found["onderzoeken"] = [onderzoek]
    if unknown := _unknown(part):
        found["niet_vast_te_stellen"] = list[JsonValue](unknown)
    if part.valid_until:
        found["geldig_tot"] = part.valid_until
    return {"groep": part.group, "bron": source, **found}


def _day(text: str) -> str:
    if len(text) != 8 or not (text.isascii() and text.isdigit()):
        return ""
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:])).isoformat()
    except ValueError:
        return ""


def _onderzoek(elements: Mapping[str, str]) -> dict[str, JsonValue] | None:
    """Group 83; its dates are kept as they came, also when a part is unknown."""
    code = elements.get("83.10", "").strip()
    if not code and not elements.get("83.20", "").strip():
        return None
    out: dict[str, JsonValue] = {"aanduiding": code}
    for name, element in (("begin", "83.20"), ("eind", "83.30")):
        if value := elements.get(element, "").strip():
            out[name] = value
    return out


def _unknown(part: ListPart) -> list[str]:
    standard = _STANDARD.get(part.category, {})
    found = [
        part.category + element.replace(".", "")
        for element, value in standard.items()
        if part.elements.get(element, "").strip() == value
    ]
    if part.category in ("02", "03") and not (_named(part.elements) or part.elements.get("01.20")):
        found = [f"{part.category}0240"]
    code = part.elements.get("32.10", "").strip() if part.category == "11" else ""
    return [*found, "113210"] if code and code not in _GEZAGSCODES else found


def _named(elements: Mapping[str, str]) -> bool:
    return any(elements.get(name, "").strip() not in {"", "."} for name in ("02.10", "02.40"))


def is_ouder(elements: Mapping[str, str]) -> bool:
    """Whether a list has this parent: one of whom nothing is known is a parent all the same.

    Only when groups 01, 02, 03, 04 and 62 are all empty is there none; groups 81 to 86 say how the list was
    kept. Source: BRP bevragen, ``ouders``.
    """
    return any(value.strip() for name, value in elements.items() if name[:2] in _PARENT_GROUPS)
