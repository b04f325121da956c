"""The national code tables that come with the program: municipalities (33) and countries (34)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache

from leerplicht_desktop.domain.wet.hulpbron import lees_map


@cache
def _table(name: str) -> Mapping[str, str]:
    rows = csv.reader(lees_map("brp", ".csv")[name].splitlines())
    next(rows)
    return {row[0]: row[1] for row in rows}


def gemeentenaam(code: str) -> str:
    """The name of a municipality by its four digits, past ones included; empty when nobody knows it."""
    return _table("gemeenten.csv").get(code, "")


def landnaam(code: str) -> str:
    """The name of a country by its four digits; empty when it is not in the table."""
    return _table("landen.csv").get(code, "")
