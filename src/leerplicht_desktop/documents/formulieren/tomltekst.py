"""A TOML file as a municipality saves it, and in Dutch where it cannot be read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from typing import Any

_MEESTE_BYTES = 512 * 1024
_MEESTE_WAARDEN = 5_000
_DIEPSTE = 8
_GROOTSTE_GETAL = 2**63 - 1  # as TOML promises it
# The library takes a minute for a name of many parts. Possessive, so that looking costs no more than reading.
_LANGE_NAAM = re.compile(r"""(?<![\w"'-])(?:(?:[\w-]++|"[^"\n]{0,99}"|'[^'\n]{0,99}')[ \t]*+\.[ \t]*+){16}""")
_PLEK = re.compile(r"\(at line (\d+), column (\d+)\)")


class TomlFout(ValueError):  # noqa: N818 - said of the file, not of the program
    """No table could be read; the text says where and what to look at, without a full stop."""


def lees_toml(data: bytes) -> dict[str, Any]:
    """The table in a file. A byte order mark, as a plain editor may write, does not count.

    Size, depth and number are bounded, whoever wrote the file. Raises ``TomlFout``.
    """
    if len(data) > _MEESTE_BYTES:
        raise TomlFout(f"het bestand is groter dan {_MEESTE_BYTES // 1024} kB")
    tabel = _gelezen(data)
    _begrensd(tabel)
    return tabel


def _gelezen(data: bytes) -> dict[str, Any]:
    try:
        tekst = data.decode("utf-8-sig")
        if lang := _LANGE_NAAM.search(tekst):
            regel = tekst.count("\n", 0, lang.start()) + 1
            raise TomlFout(f"regel {regel}: deze naam heeft te veel delen met een punt ertussen")
        return tomllib.loads(tekst)
    except UnicodeDecodeError as fout:
        regel = data.count(b"\n", 0, fout.start) + 1
        raise TomlFout(f"regel {regel} heeft een onbekend teken; bewaar het bestand als UTF-8") from None
    except tomllib.TOMLDecodeError as fout:
        gevonden = _PLEK.search(str(fout))
        plek = f"regel {gevonden[1]}, teken {gevonden[2]}" if gevonden else "het einde van het bestand"
        raise TomlFout(f"{plek}: kijk naar aanhalingstekens, haakjes en dubbele namen") from None
    except RecursionError:
        raise TomlFout("er staan te veel haakjes in elkaar") from None
    except ValueError as fout:
        if isinstance(fout, TomlFout):
            raise
        raise TomlFout("er staat een getal of dag in die niet bestaat") from None


def _begrensd(tabel: dict[str, Any]) -> None:
    """Walks the tables without going deeper itself. Raises ``TomlFout``."""
    laag: list[object] = [tabel]
    aantal = 0
    for _ in range(_DIEPSTE):
        laag = [binnen for ding in laag for binnen in _inhoud(ding)]
        aantal += len(laag)
        if aantal > _MEESTE_WAARDEN:
            raise TomlFout(f"er staan meer dan {_MEESTE_WAARDEN} gegevens in het bestand")
        if any(isinstance(ding, int) and abs(ding) > _GROOTSTE_GETAL for ding in laag):
            raise TomlFout("er staat een getal in dat te groot is")
    if laag:
        raise TomlFout(f"er staat iets meer dan {_DIEPSTE} lagen diep in elkaar")


def _inhoud(ding: object) -> Iterable[object]:
    if isinstance(ding, dict):
        return ding.values()
    return ding if isinstance(ding, list) else ()
