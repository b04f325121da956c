"""A TOML file as a municipality saves it, and in Dutch where it cannot be read."""

from __future__ import annotations

import re
import tomllib
from typing import Any

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


class TomlError(ValueError):
    """No table could be read; the text says where and what to look at, without a full stop."""


def lees_toml(data: bytes) -> dict[str, Any]:
    """The table in a file. A byte order mark, as a plain editor may write, does not count.

    Raises ``TomlError``.
    """
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TomlError(f"regel {line} heeft een onbekend teken; bewaar het bestand als UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.search(str(error))
        place = f"regel {found[1]}, teken {found[2]}" if found else "het einde van het bestand"
        raise TomlError(f"{place}: kijk naar aanhalingstekens, haakjes en dubbele namen") from None
