"""Files as they arrive at the municipality, made from the practice data."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from leerplicht_server.practice_data import folder

REPORTS = folder() / "verzuimmeldingen.csv"
FAULTY = folder() / "verzuimmeldingen_fout.csv"
PEOPLE = folder() / "rvig_testpersonen_lo3.csv"
SCHOOLS = folder() / "scholen.csv"

Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def text(data: Sequence[Mapping[str, str]], delimiter: str = ";") -> str:
    """Rows as a file, with the columns of the first."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(data[0]), delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(data)
    return out.getvalue()


def write(path: Path, data: Sequence[Mapping[str, str]], delimiter: str = ";") -> Path:
    path.write_bytes(text(data, delimiter).encode())
    return path


def changed(number: str = "2026000001", **fields: str) -> Row:
    """A practice report under a number of its own, with some fields changed."""
    found = next(row for row in rows(REPORTS) if row["meldingsnummer"] == number)
    return {**found, "meldingsnummer": "2026900001", **fields}


def lo3_rows() -> tuple[list[str], list[list[str]]]:
    """Header and rows of the register, with the duplicate heading intact."""
    with PEOPLE.open(encoding="utf-8-sig", newline="") as stream:
        header, *data = list(csv.reader(stream, delimiter=";"))
    return header, data


def lo3_file(path: Path, header: Sequence[str], data: Sequence[Sequence[str]]) -> Path:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\n").writerows([header, *data])
    path.write_bytes(b"\xef\xbb\xbf" + out.getvalue().encode())
    return path


def lo3_person(bsn: str, change: Callable[[dict[str, str]], None]) -> tuple[list[str], list[str]]:
    """Header and own row of one practice person, changed by element."""
    header, data = lo3_rows()
    place = header.index("01.01.20")
    row = next(r for r in data if r[place] == bsn and r[0])
    elements = dict(zip(header, row, strict=True))
    before = dict(elements)
    change(elements)
    for name in elements:
        if elements[name] != before[name]:
            row[header.index(name)] = elements[name]
    return header, row
