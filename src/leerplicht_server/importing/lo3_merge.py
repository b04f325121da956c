"""A person's list beside what is known of him: a column that is not in the file says nothing.

Single values stay as they were. An address, a marriage and a parent are one thing each: they stay whole as
long as the columns that are there do not contradict them, so that no street gets the number of another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .lo3 import address_key, one_line

Has = Callable[[str], bool]

_SINGLE = {
    "geslacht": "01.04.10",
    "geheimhouding": "07.70.10",
    "overleden_op": "06.08.10",
    "opgeschort": "07.67.20",
    "opgeschort_op": "07.67.10",
    "gezag": "11.32.10",
}
"""Values of a person and the column each comes from."""
_SECRECY = "70.10"
_NAME = ("02.10", "02.30", "02.40")


def completed(said: Mapping[str, Any], before: Mapping[str, Any], has: Has) -> dict[str, Any]:
    """The person as stored, from what the file says and what was known ``before``."""
    person = dict(said)
    person |= {name: before[name] for name, column in _SINGLE.items() if not has(column)}
    person["a_nummer"] = said["a_nummer"] or before["a_nummer"]
    person["lo3"] = _elements(said["lo3"], before["lo3"], has)
    person["adres"] = _address(said["adres"], before["adres"], has)
    person["partners"] = _partners(said["partners"], before["partners"], has)
    person["ouders"] = [
        _parent(*pair, category, has)
        for category, pair in zip(
            ("02", "03"), zip(said["ouders"], before["ouders"], strict=True), strict=True
        )
    ]
    person["bronmerken"] = _marks(said, person, before, has)
    person["naam"] = one_line(person["lo3"])
    gone = person["overleden_op"] or person["opgeschort"]
    person["adres_sleutel"] = None if gone else address_key(person["adres"])
    return person


def _elements(said: Mapping[str, str], before: Mapping[str, str], has: Has) -> dict[str, str]:
    kept = {e: v for e, v in before.items() if not has(f"07.{e}" if e == _SECRECY else f"01.{e}")}
    return {**said, **kept}


def _agree(said: Mapping[str, Any], before: Mapping[str, Any], category: str, has: Has) -> bool:
    """Whether both say the same in every column that the file has."""
    names = set(said) | set(before)
    return all(said.get(n) == before.get(n) for n in names if has(f"{category}.{n}"))


def _address(said: dict[str, str], before: dict[str, str], has: Has) -> dict[str, str]:
    return before if _agree(said, before, "08", has) else said


def _partners(said: list[dict[str, Any]], before: list[dict[str, Any]], has: Has) -> list[dict[str, Any]]:
    columns = {name for partner in before for name in partner if name[:1].isdigit()}
    if not any(has(f"05.{name}") for name in columns):
        return before or said
    pairs = list(zip(said, before, strict=False))
    same = len(said) == len(before) and all(_agree(new, old, "05", has) for new, old in pairs)
    return before if same else said


def _parent(said: Any, before: Any, category: str, has: Has) -> Any:
    if said == before or before is None:
        return said
    number, name = has(f"{category}.01.20"), all(has(f"{category}.{element}") for element in _NAME)
    now = said or {"bsn": "", "naam": ""}
    same_number = not number or now["bsn"] == before["bsn"]
    same_name = not name or now["naam"] == before["naam"]
    silent = not (number and name)
    return before if silent and same_number and same_name else said


# -- the marks of the source ----------------------------------------------------------------------

_CATEGORY = {"persoon": "01", "adres": "08", "ouder1": "02", "ouder2": "03", "gezag": "11"}


def _marks(
    said: Mapping[str, Any], person: Mapping[str, Any], before: Mapping[str, Any], has: Has
) -> list[dict[str, Any]]:
    """What the register doubts: a value that stayed keeps the doubt of which the file has no column."""
    new, old = said.get("bronmerken") or [], before.get("bronmerken") or []
    stayed = {
        "persoon": True,
        "gezag": True,
        "adres": person["adres"] == before["adres"],
        "ouder1": person["ouders"][0] == before["ouders"][0],
        "ouder2": person["ouders"][1] == before["ouders"][1],
    }
    partners = old if person["partners"] == before["partners"] else new
    found = {
        group: _mark(_of(new, group), _of(old, group), category, has) if stayed[group] else _of(new, group)
        for group, category in _CATEGORY.items()
    }
    parents = (found["ouder1"], found["ouder2"], found["gezag"])
    married = [mark for mark in partners if mark["groep"] == "partner"]
    return [mark for mark in (found["persoon"], found["adres"], *married, *parents) if mark is not None]


def _of(marks: Sequence[Mapping[str, Any]], group: str) -> dict[str, Any] | None:
    return next((dict(mark) for mark in marks if mark["groep"] == group), None)


def _mark(
    new: dict[str, Any] | None, old: dict[str, Any] | None, category: str, has: Has
) -> dict[str, Any] | None:
    if old is None:
        return new
    kept = {
        "dag": not has(f"{category}.86.10"),
        "onderzoeken": not all(has(f"{category}.83.{part}") for part in ("10", "20", "30")),
        "geldig_tot": not (has("07.67.10") and has("07.67.20")),
    }
    if new is None:
        # Nothing of the category is in the file, or only its doubt is, and that is over.
        over = [name for name in ("dag", "onderzoeken") if not kept[name]]
        return (
            {name: value for name, value in old.items() if name not in over} if any(kept.values()) else None
        )
    mark = dict(new)
    for name, silent in kept.items():
        if silent:
            mark.pop(name, None)
            mark |= {name: old[name]} if name in old else {}
    if not has("07.67.20"):
        mark["bron"] = old["bron"]
    unknown = {
        *mark.get("niet_vast_te_stellen", ()),
        *(code for code in old.get("niet_vast_te_stellen", ()) if not has(_column(code))),
    }
    if unknown:
        mark["niet_vast_te_stellen"] = sorted(unknown)
    return mark


def _column(code: str) -> str:
    return f"{code[:2]}.{code[2:4]}.{code[4:]}"
