"""A person's list in LO3 columns (category.group.element): a row, and rows of history below it.

A row that belongs to the person above repeats categories. The marker ``.H`` of the row before says what the
repeat is: ``58`` history of category 08, ``09`` another child. Nothing in a name is trimmed or normalised.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from pydantic import JsonValue

from . import fields
from .bronmerk import ListPart, is_ouder, mark_of
from .delimited import DelimitedFile, Row
from .lo3_values import restored
from .report import RefusedError

REQUIRED = ("01.01.20", "01.02.40", "01.03.10")
KNOWN = ("01.01.10", "01.02.10", "07.67.20", "08.11.60", "11.32.10")

_DATE = re.compile(r"[0-9]{8}")
_A_NUMBER = re.compile(r"[0-9]{10}")
_MISPLACED = re.compile(r"[0-9]{2}")
_PERSON_GROUPS = ("02", "03", "04", "61", "83")
_PARTNER_GROUPS = ("02", "03", "04", "06", "07", "15", "83", "86")
_ADDRESS_GROUPS = ("09", "10", "11", "12", "13", "14", "83")
_WITHDRAWN = "84.10"
"""Indicatie onjuist: this history was never true."""


@dataclass(frozen=True)
class PersonList:
    """The rows of one person."""

    row: Row
    history: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Ouder:
    """A parent as the child's own list names him."""

    bsn: str
    name: str


@dataclass(frozen=True)
class Source:
    """A person as the municipality keeps him; the source of the record that travels."""

    a_nummer: str
    bsn: str
    lo3: dict[str, str]
    partners: tuple[dict[str, str | bool], ...]
    address: dict[str, str]
    adres_sleutel: str | None
    geboortedatum: str
    geslacht: str
    geheimhouding: int
    overleden_op: str | None
    opgeschort: str | None
    opgeschort_op: str | None
    ouder1: Ouder | None
    ouder2: Ouder | None
    gezag: str
    bronmerken: tuple[dict[str, JsonValue], ...] = ()
    remarks: tuple[str, ...] = field(default=(), compare=False)

    @property
    def name(self) -> str:
        """Given names, prefix and surname on one line."""
        return one_line(self.lo3)


def last_line(list_: PersonList) -> int:
    """The last line of the file that a list takes up."""
    return list_.history[-1].number if list_.history else list_.row.number


def person_lists(file: DelimitedFile) -> Iterator[PersonList]:
    """The persons of a file, each with the rows of history that follow."""
    current: Row | None = None
    history: list[Row] = []
    for row in file.rows():
        if _begins(file, row, current):
            if current is not None:
                yield PersonList(current, tuple(history))
            current, history = row, []
        else:
            history.append(row)
    if current is not None:
        yield PersonList(current, tuple(history))


def _begins(file: DelimitedFile, row: Row, current: Row | None) -> bool:
    """Whether a row is a new person. Only a person's own row has an identification or a category 07."""
    if current is None:
        return True
    if row.fault:
        return False
    if any(_category(file, row, "07").values()):
        return True
    if "" in [column.strip() for column in file.columns]:
        return bool(file.value(row, ""))
    if any(column.startswith("07.") for column in file.columns):
        return False
    bsn = file.value(row, "01.01.20")
    return bool(bsn) and bsn != file.value(current, "01.01.20")


def read_person(file: DelimitedFile, list_: PersonList) -> Source:
    """The person in a list. Raises RefusedError."""
    for row in (list_.row, *list_.history):
        if row.fault:
            where = "" if row is list_.row else f" (historie op regel {row.number})"
            raise RefusedError(row.fault + where, row.remedy)
    row = list_.row
    own = _category(file, row, "01")
    _check_identity(own)
    secrecy = _value(file, row, "07.70.10") or "0"
    if secrecy not in "01234567" or len(secrecy) != 1:
        raise RefusedError("07.70.10 is geen code voor geheimhouding", "De BRP kent 0 tot en met 7.")
    died, remarks = _death(file, row)
    address = _kept(_category(file, row, "08"), _ADDRESS_GROUPS)
    suspended = _value(file, row, "07.67.20")
    partners = tuple(_partners(file, list_))
    lo3 = _kept(own, _PERSON_GROUPS) | {"70.10": secrecy}
    if own.get("01.20"):
        lo3["01.20"] = own["01.20"]
    return Source(
        a_nummer=own.get("01.10", ""),
        bsn=own.get("01.20", ""),
        lo3=lo3,
        partners=partners,
        address=address,
        adres_sleutel=None if suspended or died else address_key(address),
        geboortedatum=own.get("03.10", "") or "00000000",
        geslacht=own.get("04.10", "") or "O",
        geheimhouding=int(secrecy),
        overleden_op=died,
        opgeschort=suspended or None,
        opgeschort_op=_value(file, row, "07.67.10") or None,
        ouder1=_parent(_category(file, row, "02")),
        ouder2=_parent(_category(file, row, "03")),
        gezag=_value(file, row, "11.32.10"),
        bronmerken=_bronmerken(file, row, partners),
        remarks=remarks,
    )


def _category(file: DelimitedFile, row: Row, category: str) -> dict[str, str]:
    """The filled elements of a category by group and element, such as ``02.40``."""
    prefix = f"{category}."
    out: dict[str, str] = {}
    for place, name in file.below(prefix):
        if value := row.fields[place]:
            out.setdefault(name[len(prefix) :], restored(name, value))
    return out


def _value(file: DelimitedFile, row: Row, column: str) -> str:
    """The value of one column, as the register wrote it."""
    return restored(column, file.value(row, column).strip())


def _kept(elements: dict[str, str], groups: Sequence[str]) -> dict[str, str]:
    return {name: value for name, value in elements.items() if name[:2] in groups}


def _check_identity(own: dict[str, str]) -> None:
    bsn, a_number, born = own.get("01.20", ""), own.get("01.10", ""), own.get("03.10", "")
    if not bsn and not a_number:
        raise RefusedError("A-nummer en bsn ontbreken allebei", "Vul 01.01.10 of 01.01.20 in.")
    if bsn:
        fields.bsn(bsn, "Kijk 01.01.20 na in de BRP.")
    if a_number and not _A_NUMBER.fullmatch(a_number):
        raise RefusedError("A-nummer heeft geen tien cijfers", "Kijk 01.01.10 na in de BRP.")
    if born and not is_lo3_date(born):
        raise RefusedError(
            "geboortedatum is geen datum", "Schrijf 01.03.10 als jjjjmmdd, met 00 voor wat onbekend is."
        )
    if own.get("04.10", "O") not in {"M", "V", "O"}:
        raise RefusedError("geslacht is niet M, V of O", "Kijk 01.04.10 na in de BRP.")


def is_lo3_date(text: str) -> bool:
    """Whether text is ``jjjjmmdd`` with zeros for an unknown year, month or day, each by itself."""
    if not _DATE.fullmatch(text):
        return False
    year, month, day = int(text[:4]), int(text[4:6]), int(text[6:])
    try:
        # What is unknown cannot contradict: a leap year of 31-day months stands in for it.
        date(year or 2000, month or 1, day or 1)
    except ValueError:
        return False
    return True


def _death(file: DelimitedFile, row: Row) -> tuple[str | None, tuple[str, ...]]:
    written = file.value(row, "06.08.10").strip()
    if not written:
        return None, ()
    if _MISPLACED.fullmatch(written):
        return None, ("06.08.10 bevat een rubrieknummer, geen datum; niet gelezen als overlijden",)
    day = restored("06.08.10", written)
    if is_lo3_date(day):
        return day, ()
    raise RefusedError("datum van overlijden is geen datum", "Schrijf 06.08.10 als jjjjmmdd.")


def _bronmerken(
    file: DelimitedFile, row: Row, partners: Sequence[dict[str, str | bool]]
) -> tuple[dict[str, JsonValue], ...]:
    """What the list itself doubts: of each category that the laptops show, and of every present partner."""
    suspended = _value(file, row, "07.67.20")
    address = _category(file, row, "08")
    # A list that is no longer kept says nothing of an address here after that day.
    ended = _value(file, row, "07.67.10") if suspended and not address.get("13.10") else ""
    present = ({n: v for n, v in one.items() if isinstance(v, str)} for one in partners if one["actueel"])
    parts = (
        ListPart("persoon", "01", _category(file, row, "01")),
        ListPart("adres", "08", address, ended),
        *(ListPart("partner", "05", elements) for elements in present),
        *(
            ListPart(f"ouder{place}", code, elements)
            for place, code in ((1, "02"), (2, "03"))
            if is_ouder(elements := _category(file, row, code))
        ),
        ListPart("gezag", "11", _category(file, row, "11")),
    )
    source = "rni" if suspended == "R" else "brp"
    return tuple(found for part in parts if (found := mark_of(part, source)) is not None)


def _parent(elements: dict[str, str]) -> Ouder | None:
    if not is_ouder(elements):
        return None
    return Ouder(elements.get("01.20", ""), one_line(elements) or "onbekend")


def one_line(elements: dict[str, str]) -> str:
    """Given names, prefix and surname; a point stands for an unknown name and is left out."""
    parts = (elements.get(name, "").strip() for name in ("02.10", "02.30", "02.40"))
    return " ".join(part for part in parts if part not in {"", "."})


def _partners(file: DelimitedFile, list_: PersonList) -> Iterator[dict[str, str | bool]]:
    """Marriages and partnerships: the present ones, those dissolved, and how they were registered before."""
    history = False
    for row in (list_.row, *list_.history):
        elements = _category(file, row, "05")
        kept = _kept(elements, _PARTNER_GROUPS)
        if kept and elements.get(_WITHDRAWN) != "O":
            bsn = {"01.20": elements["01.20"]} if elements.get("01.20") else {}
            yield {**bsn, **kept, "actueel": not history and not kept.get("07.10")}
        # The marker stands in the row before the one it speaks of.
        history = elements.get("H", "").startswith("5")


def address_key(address: dict[str, str]) -> str | None:
    """The same for everybody who lives at one address; None abroad, for a postal address and when unknown.

    A hash, because a secret address must not be read from a key.
    """
    if address.get("13.10") or address.get("10.10") == "B":
        return None
    names = ("11.60", "11.20", "11.30", "11.40", "11.50")
    parts = [address.get(name, "").strip().upper() for name in names]
    if not (parts[0] and parts[1]):
        parts = [address.get(name, "").strip().upper() for name in ("09.10", "11.10", "12.10", *names[1:])]
        if not (parts[2] or (parts[1] not in {"", "."} and parts[3])):
            return None
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]


def as_json(source: Source) -> dict[str, JsonValue]:
    """A person as stored."""
    return {
        "a_nummer": source.a_nummer,
        "bsn": source.bsn,
        "lo3": dict(source.lo3),
        "partners": [dict(partner) for partner in source.partners],
        "adres": dict(source.address),
        "adres_sleutel": source.adres_sleutel,
        "geboortedatum": source.geboortedatum,
        "geslacht": source.geslacht,
        "geheimhouding": source.geheimhouding,
        "overleden_op": source.overleden_op,
        "opgeschort": source.opgeschort,
        "opgeschort_op": source.opgeschort_op,
        "ouders": [
            None if o is None else {"bsn": o.bsn, "naam": o.name} for o in (source.ouder1, source.ouder2)
        ],
        "gezag": source.gezag,
        "bronmerken": [dict(one) for one in source.bronmerken],
        "naam": source.name,
    }
