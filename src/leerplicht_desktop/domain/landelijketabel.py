"""The national code tables that come with the program: municipalities (33) and countries (34)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

_CHECKOUT = Path(__file__).parents[3] / "resources"
_PACKAGE = "leerplicht_resources"


def resource_root(package: str = _PACKAGE) -> Traversable:
    """Where the data of the program lies: a package once installed, a folder in a checkout."""
    try:
        return files(package)
    except ModuleNotFoundError:
        return _CHECKOUT


@cache
def _table(name: str) -> Mapping[str, str]:
    text = (resource_root() / "brp" / name).read_text(encoding="utf-8-sig")
    rows = csv.reader(text.splitlines())
    next(rows)
    return {row[0]: row[1] for row in rows}


def gemeentenaam(code: str) -> str:
    """The name of a municipality by its four digits, past ones included; empty when nobody knows it."""
    return _table("gemeenten.csv").get(code, "")


def landnaam(code: str) -> str:
    """The name of a country by its four digits; empty when it is not in the table."""
    return _table("landen.csv").get(code, "")
