"""Delimited files as they really arrive: with or without BOM, quotes, CRLF, or columns in another order.

A file is read as a stream. What concerns the file as a whole (no text, another character set, columns
missing) is an ``InputError``; what concerns one line becomes a fault of that line and the next is read on.
Lines above the header and totals below the records are told and passed over.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from leerplicht_protocol.plain_text import plain
from leerplicht_server.errors import InputError

from . import header
from .report import Remark
from .text_file import open_text

_LONGEST_RECORD = 200
"""Physical lines that one quoted field may run on over."""
_BAD_QUOTE = (
    "aanhalingsteken zonder einde of op een verkeerde plaats",
    'Zet een " om het hele veld, en schrijf een " binnen een veld dubbel.',
)
_FOOTER = re.compile(
    r"((sub|deel|eind)?totaal|total|aantal|einde|eof|gemaakt op|aangemaakt|afgedrukt|gegenereerd|peildatum)"
    r"\b.*|bron:.*|\*+|-{2,}|={2,}",
    re.IGNORECASE | re.DOTALL,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
_FIGURE = re.compile(r"[0-9.,:/% -]+")


@dataclass(frozen=True)
class Row:
    """One record. ``number`` is the line it begins on, counted from 1 with the first line of the file.

    ``fault`` and ``remedy`` say why it cannot be read as a record at all, and how to mend it.
    """

    number: int
    fields: Sequence[str] = ()
    fault: str = ""
    remedy: str = ""


class DelimitedFile:
    """A delimited file with a header. Raises InputError when it is not one, or lacks a column.

    ``required`` are the columns it cannot do without; ``anders`` holds other layouts that will do as well.
    """

    def __init__(
        self,
        path: Path,
        required: Sequence[str],
        known: Sequence[str] = (),
        *,
        layouts: Sequence[Sequence[str]] = (),
        charset: str = "",
    ) -> None:
        self._text = open_text(path, charset)
        self._header = header.find(self._text.lines(), (required, *layouts), known)
        self.columns = self._header.columns
        self._keys = self._header.keys
        # A heading that stands twice counts where it stands first.
        self._place = {name: place for place, name in reversed(list(enumerate(self._keys)))}
        self._below: dict[str, list[tuple[int, str]]] = {}
        self._check_columns(path, (required, *layouts))
        self.notices: list[Remark] = []
        self.below_header = 0
        """Lines with something on them below the header, as far as ``rows`` came."""
        if self._header.above:
            what = f"{self._header.above} regel(s) boven de kop overgeslagen"
            self.notices.append(
                Remark(1, what, f"De namen van de kolommen staan op regel {self._header.row}.")
            )

    def _check_columns(self, path: Path, layouts: Sequence[Sequence[str]]) -> None:
        if self._header.strange_ends:
            raise InputError(
                f"De regels van {path.name} eindigen op een vreemd teken, zodat alles één regel lijkt. "
                "Sla het bestand opnieuw op als CSV UTF-8."
            )
        missing = min(([c for c in layout if not self.has(c)] for layout in layouts), key=len)
        if not missing:
            return
        remedy = "De eerste regel moet de namen van de kolommen bevatten, met een puntkomma ertussen."
        if self._header.names_became_days:
            remedy = (
                "Een rekenprogramma maakte van de namen van kolommen een datum. "
                "Neem het bestand zoals het uit het bronsysteem kwam."
            )
        raise InputError(f"In {path.name} ontbreekt de kolom {', '.join(missing)}. {remedy}")

    def has(self, column: str) -> bool:
        """Whether the file has this column: one that is absent says nothing, an empty cell does."""
        return header.key(column) in self._place

    def below(self, prefix: str) -> list[tuple[int, str]]:
        """Place and name of each column whose name begins so, in the order of the file."""
        if prefix not in self._below:
            names = enumerate(column.strip() for column in self.columns)
            self._below[prefix] = [(place, name) for place, name in names if name.startswith(prefix)]
        return self._below[prefix]

    def value(self, row: Row, column: str) -> str:
        """What stands under a heading, untouched; empty when the file has no such column."""
        place = self._place.get(header.key(column))
        return "" if place is None else row.fields[place]

    def rows(self) -> Iterator[Row]:
        """Every record after the header; empty lines and totals are passed over."""
        lines = self._text.lines()
        for number, _ in lines:
            if number == self._header.row:
                break
        waiting: list[tuple[int, str]] = []
        while True:
            line = waiting.pop(0) if waiting else next(lines, None)
            if line is None:
                return
            if not line[1].strip(self._header.delimiter + ' \t"'):
                continue
            self.below_header += 1
            row = self._record(line, lines, waiting)
            if row is not None:
                yield row

    def _record(
        self, start: tuple[int, str], lines: Iterator[tuple[int, str]], waiting: list[tuple[int, str]]
    ) -> Row | None:
        """The record that begins here, None for a total; lines that do not belong to it go to ``waiting``."""
        number, text = start
        taken: list[tuple[int, str]] = []
        fault: tuple[str, str] | None = _BAD_QUOTE
        fields: Sequence[str] | None = None
        try:
            while (fields := _parse(text, self._header.delimiter)) is None:
                more = list(self._until_quote(lines, waiting))
                taken += more
                if not more or len(taken) > _LONGEST_RECORD:
                    break
                text = "\n".join([text, *(line for _, line in more)])
            if fields is not None:
                if what := self._pass_over(fields):
                    self.notices.append(Remark(number, what, "Haal hem weg als hij er niet hoort."))
                    return None
                fault = _count_fault(fields, len(self.columns))
        except csv.Error:
            fault = _BAD_QUOTE
        if fields is None or fault is not None:
            waiting[:0] = taken
            what, remedy = fault or _BAD_QUOTE
            return Row(number, fault=what, remedy=remedy)
        return _without_control_characters(Row(number, fields[: len(self.columns)]))

    def _pass_over(self, fields: Sequence[str]) -> str:
        """Why a line is no record, in words; empty for one that is."""
        if _is_footer(fields):
            return "regel met een totaal of een slotwoord overgeslagen"
        # Sheets of a report that were put one below the other each bring their header.
        same = header.key(fields[0]) == self._keys[0] and (
            tuple(header.key(field) for field in fields[: len(self.columns)]) == self._keys
        )
        return "de kop staat hier nog eens, overgeslagen" if same else ""

    @staticmethod
    def _until_quote(
        lines: Iterator[tuple[int, str]], waiting: list[tuple[int, str]]
    ) -> Iterator[tuple[int, str]]:
        """The lines up to and including the next one that can close a quoted field."""
        for _ in range(_LONGEST_RECORD):
            line = waiting.pop(0) if waiting else next(lines, None)
            if line is None:
                return
            yield line
            if '"' in line[1]:
                return


def _parse(text: str, delimiter: str) -> Sequence[str] | None:
    """The fields of a record; None when a quoted field is still open. Raises csv.Error."""
    try:
        rows = list(csv.reader([text], delimiter=delimiter, strict=True))
    except csv.Error as fault:
        if "unexpected end" in str(fault):
            return None
        raise
    return rows[0] if rows else [""]


def _is_footer(fields: Sequence[str]) -> bool:
    """A total under a table, or a closing word: a word that says so, and beside it figures only."""
    filled = [field.strip() for field in fields if field.strip()]
    figures = all(_FIGURE.fullmatch(field) for field in filled[1:])
    return bool(filled) and figures and bool(_FOOTER.fullmatch(filled[0]))


def _count_fault(fields: Sequence[str], expected: int) -> tuple[str, str] | None:
    count = len(fields)
    if count < expected:
        return f"te weinig velden ({count} in plaats van {expected})", "Vul de ontbrekende puntkomma's aan."
    if any(field.strip() for field in fields[expected:]):
        return (
            f"te veel velden ({count} in plaats van {expected})",
            "Zet een tekst met een puntkomma erin tussen aanhalingstekens.",
        )
    return None


def _without_control_characters(row: Row) -> Row:
    every = "\n".join(row.fields)
    if not _CONTROL.search(every) and plain(every) == every:
        return row
    for place, text in enumerate(row.fields):
        if _CONTROL.search(text) or plain(text) != text:
            remedy = "Haal de onzichtbare tekens weg."
            return Row(row.number, fault=f"stuurteken in veld {place + 1}", remedy=remedy)
    return row
