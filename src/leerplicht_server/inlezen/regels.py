"""Delimited files as they really arrive: with or without BOM, quotes, CRLF, or columns in another order.

A file is read as a stream. What concerns the file as a whole (no text, another character set, columns
missing) is an ``InvoerError``; what concerns one line becomes a fault of that line and the next is read on.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from leerplicht_server.errors import InvoerError

_DELIMITERS = (";", ",", "\t", "|")
_BLOCK = 1 << 20
_LONGEST_LINE = 4 << 20
_LONGEST_RECORD = 200
"""Physical lines that one quoted field may run on over."""
_BAD_QUOTE = (
    "aanhalingsteken zonder einde of op een verkeerde plaats",
    'Zet een " om het hele veld, en schrijf een " binnen een veld dubbel.',
)


@dataclass(frozen=True)
class Regel:
    """One record. ``nummer`` is the line it begins on, counted from 1 with the header as the first.

    ``fout`` and ``herstel`` say why it cannot be read as a record at all, and how to mend it.
    """

    nummer: int
    velden: Sequence[str] = ()
    fout: str = ""
    herstel: str = ""


class Bestand:
    """A delimited file with a header. Raises InvoerError when it is not one, or lacks a column."""

    def __init__(self, path: Path, verplicht: Sequence[str], bekend: Sequence[str] = ()) -> None:
        self._path = path
        _check_text(path)
        lines = self._lines()
        first = next(lines, (1, ""))[1]
        self._delimiter = _delimiter(first, {_key(c) for c in (*verplicht, *bekend)})
        self.kolommen = _split(first, self._delimiter)
        keys = [_key(column) for column in self.kolommen]
        missing = [column for column in verplicht if _key(column) not in keys]
        if missing:
            raise InvoerError(
                f"In {path.name} ontbreekt de kolom {', '.join(missing)}. De eerste regel moet de namen "
                "van de kolommen bevatten, met een puntkomma ertussen."
            )
        # A heading that stands twice counts where it stands first.
        self._place = {key: place for place, key in reversed(list(enumerate(keys)))}

    def waarde(self, regel: Regel, kolom: str) -> str:
        """What stands under a heading, untouched; empty when the file has no such column."""
        place = self._place.get(_key(kolom))
        return "" if place is None else regel.velden[place]

    def regels(self) -> Iterator[Regel]:
        """Every record after the header; empty lines are passed over."""
        lines = self._lines()
        next(lines, None)
        waiting: list[tuple[int, str]] = []
        while True:
            line = waiting.pop(0) if waiting else next(lines, None)
            if line is None:
                return
            if not line[1].strip(self._delimiter + " \t"):
                continue
            yield self._record(line, lines, waiting)

    def _record(
        self, begin: tuple[int, str], lines: Iterator[tuple[int, str]], waiting: list[tuple[int, str]]
    ) -> Regel:
        """The record that begins here; lines that turn out not to belong to it go back to ``waiting``."""
        number, text = begin
        taken: list[tuple[int, str]] = []
        fault: tuple[str, str] | None = _BAD_QUOTE
        fields: Sequence[str] | None = None
        try:
            while (fields := _parse(text, self._delimiter)) is None:
                more = list(self._until_quote(lines, waiting))
                taken += more
                if not more or len(taken) > _LONGEST_RECORD:
                    break
                text = "\n".join([text, *(line for _, line in more)])
            if fields is not None:
                fault = _count_fault(fields, len(self.kolommen))
        except csv.Error:
            fault = _BAD_QUOTE
        if fields is None or fault is not None:
            waiting[:0] = taken
            what, remedy = fault or _BAD_QUOTE
            return Regel(number, fout=what, herstel=remedy)
        return _without_control_characters(Regel(number, fields[: len(self.kolommen)]))

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

    def _lines(self) -> Iterator[tuple[int, str]]:
        try:
            with self._path.open("rb") as stream:
                if stream.read(3) != codecs.BOM_UTF8:
                    stream.seek(0)
                number = 0
                while raw := stream.readline(_LONGEST_LINE):
                    number += 1
                    yield number, raw.decode("utf-8", errors="replace").rstrip("\r\n")
        except OSError as fault:
            raise InvoerError(f"{self._path} is niet te lezen ({type(fault).__name__}).") from None


def _check_text(path: Path) -> None:
    """The whole file is UTF-8 text. A guess at another character set would damage names unseen."""
    if not path.is_file():
        raise InvoerError(f"{path} is geen bestand. Controleer de naam en de map.")
    decoder = codecs.getincrementaldecoder("utf-8")()
    line = 1
    try:
        with path.open("rb") as stream:
            if stream.read(2) in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
                raise _not_utf8(path, 1)
            stream.seek(0)
            while block := stream.read(_BLOCK):
                if b"\0" in block:
                    raise InvoerError(f"{path.name} is geen tekstbestand. Sla het op als CSV (UTF-8).")
                decoder.decode(block)
                line += block.count(b"\n")
            decoder.decode(b"", final=True)
    except UnicodeDecodeError as fault:
        at = line + bytes(fault.object[: fault.start]).count(b"\n")
        raise _not_utf8(path, at) from None
    except OSError as fault:
        raise InvoerError(f"{path} is niet te lezen ({type(fault).__name__}).") from None
    if line == 1 and path.stat().st_size <= len(codecs.BOM_UTF8):
        raise InvoerError(f"{path.name} is leeg.")


def _not_utf8(path: Path, line: int) -> InvoerError:
    return InvoerError(
        f"{path.name} is niet in UTF-8 opgeslagen (regel {line}): namen zouden verminkt raken. "
        "Sla het bestand opnieuw op als CSV UTF-8."
    )


def _key(column: str) -> str:
    return column.strip().casefold()


def _delimiter(header: str, known: set[str]) -> str:
    def fits(delimiter: str) -> int:
        return len(known & {_key(column) for column in _split(header, delimiter)})

    return max(_DELIMITERS, key=fits)


def _split(header: str, delimiter: str) -> Sequence[str]:
    try:
        return _parse(header, delimiter) or header.split(delimiter)
    except csv.Error:
        return header.split(delimiter)


def _parse(text: str, delimiter: str) -> Sequence[str] | None:
    """The fields of a record; None when a quoted field is still open. Raises csv.Error."""
    try:
        rows = list(csv.reader([text], delimiter=delimiter, strict=True))
    except csv.Error as fault:
        if "unexpected end" in str(fault):
            return None
        raise
    return rows[0] if rows else [""]


def _count_fault(fields: Sequence[str], expected: int) -> tuple[str, str] | None:
    count = len(fields)
    if count < expected:
        return f"te weinig velden ({count} in plaats van {expected})", "Vul de ontbrekende puntkomma's aan."
    if any(fields[expected:]):
        return (
            f"te veel velden ({count} in plaats van {expected})",
            "Zet een tekst met een puntkomma erin tussen aanhalingstekens.",
        )
    return None


def _without_control_characters(regel: Regel) -> Regel:
    for place, text in enumerate(regel.velden):
        if any(ord(character) < 32 and character not in "\n\t" for character in text):
            herstel = "Haal de onzichtbare tekens weg."
            return Regel(regel.nummer, fout=f"stuurteken in veld {place + 1}", herstel=herstel)
    return regel
