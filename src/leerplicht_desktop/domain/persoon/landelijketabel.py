"""The national code tables that come with the program: municipalities (33) and countries (34)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache

from leerplicht_desktop.domain.wet.hulpbron import lees_map


@cache
def _tabel(naam: str) -> Mapping[str, str]:
    rijen = csv.reader(lees_map("brp", ".csv")[naam].splitlines())
    next(rijen)
    # The row 0000 says "Onbekend": that is no name, and nothing may print it as a place.
    return {rij[0]: rij[1] for rij in rijen if rij[0] != "0000"}


def gemeentenaam(code: str) -> str:
    """The name of a municipality by its four digits, past ones included; empty when nobody knows it."""
    return _tabel("gemeenten.csv").get(code, "")


def landnaam(code: str) -> str:
    """The name of a country by its four digits, past ones included; empty when it is not in the table."""
    return _tabel("landen.csv").get(code, "")


def gemeente_of_code(code: str) -> str:
    """The name of a municipality, or its code said to be one: nobody takes four digits for a place."""
    return gemeentenaam(code) or (f"gemeentecode {code}" if code else "")
