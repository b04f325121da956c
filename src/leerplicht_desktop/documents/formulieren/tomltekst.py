"""A TOML file as a municipality saves it, and in Dutch where it cannot be read."""

from __future__ import annotations

import re
import tomllib
from typing import Any

_PLEK = re.compile(r"\(at line (\d+), column (\d+)\)")


class TomlFout(ValueError):  # noqa: N818 - said of the file, not of the program
    """No table could be read; the text says where and what to look at, without a full stop."""


def lees_toml(data: bytes) -> dict[str, Any]:
    """The table in a file. A byte order mark, as a plain editor may write, does not count.

    Raises ``TomlFout``.
    """
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as fout:
        regel = data.count(b"\n", 0, fout.start) + 1
        raise TomlFout(f"regel {regel} heeft een onbekend teken; bewaar het bestand als UTF-8") from None
    except tomllib.TOMLDecodeError as fout:
        gevonden = _PLEK.search(str(fout))
        plek = f"regel {gevonden[1]}, teken {gevonden[2]}" if gevonden else "het einde van het bestand"
        raise TomlFout(f"{plek}: kijk naar aanhalingstekens, haakjes en dubbele namen") from None
