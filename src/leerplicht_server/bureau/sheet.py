"""A table for a spreadsheet, of which no cell is ever run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from fastapi import Response

_STARTS = frozenset("=+-@\t\r\n|%")
"""With these a spreadsheet takes a text for a formula or a command."""

FEW = 5
"""Fewer people than this could be recognised: outside the house the number is not told."""


def few(count: int) -> str:
    """A number as it may leave the house: none, "< 5", or how many."""
    return "< 5" if 0 < count < FEW else str(count)


def safe(value: object) -> str:
    """A cell as text. What would start a formula gets an apostrophe in front, as spreadsheets mark a text."""
    text = str(value)
    return f"'{text}" if text.lstrip()[:1] in _STARTS and text.strip() else text


def sheet(name: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """The table as a file: semicolons and a mark of UTF-8, as a Dutch spreadsheet opens it with a click."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([safe(one) for one in row] for row in rows)
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(
        ("\ufeff" + out.getvalue()).encode(), media_type="text/csv; charset=utf-8", headers=headers
    )
