"""What the disk and the cipher say, turned into the problems an officer can do something about."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from leerplicht_desktop.casework.problems import (
    AlleenLezen,
    KluisBeschadigd,
    KluisBezet,
    KluisProblem,
    SchijfVol,
)
from leerplicht_desktop.domain.errors import DomainError

_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _CONSTRAINT, _NOTADB = (
    5,
    6,
    8,
    10,
    11,
    13,
    14,
    19,
    26,
)
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
_NO_RIGHTS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_ROOM_FOR_A_PAGE = 64 * 1024
_GUARD = "vastgelegd: "


class DiskUnreadable(KluisProblem):
    """The disk answers with an input or output error although there is room."""

    bericht = "De schijf van deze laptop geeft een fout bij het lezen of schrijven."
    remedie = "Er is niets gewist. Zet de laptop niet uit en bel de beheerder."


@contextmanager
def translated(map_: Path) -> Iterator[None]:
    """Turn errors of SQLite and the system into known problems; anything else is a bug and passes.

    ``map_`` is the folder of the vault, asked for its free space when SQLite only says "I/O error".
    Raises DomainError when a trigger refused a change of something that was vastgelegd.
    """
    try:
        yield
    except dbapi2.IntegrityError as fault:
        text = str(fault)
        if not text.startswith(_GUARD):
            raise
        raise DomainError(
            text.removeprefix(_GUARD), "Dit is al vastgelegd en verandert niet meer. Maak een verbetering."
        ) from None
    except dbapi2.DatabaseError as fault:
        known = _known(fault, map_)
        if known is None:
            raise
        raise known from None
    except OSError as fault:
        known = _system(fault)
        if known is None:
            raise
        raise known from None


def not_a_database(fault: dbapi2.DatabaseError) -> bool:
    """Whether the key does not fit the file, or its first page is damaged: SQLite cannot tell which."""
    return (getattr(fault, "sqlite_errorcode", 0) & 0xFF) == _NOTADB


def _known(fault: dbapi2.DatabaseError, map_: Path) -> KluisProblem | None:
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    if code == _IOERR:
        return SchijfVol() if shutil.disk_usage(map_).free < _ROOM_FOR_A_PAGE else DiskUnreadable()
    known: dict[int, type[KluisProblem]] = {
        _BUSY: KluisBezet,
        _LOCKED: KluisBezet,
        _READONLY: AlleenLezen,
        _CANTOPEN: AlleenLezen,
        _CORRUPT: KluisBeschadigd,
        _NOTADB: KluisBeschadigd,
        _FULL: SchijfVol,
    }
    kind = known.get(code)
    return kind() if kind is not None else None


def _system(fault: OSError) -> KluisProblem | None:
    if fault.errno in _NO_ROOM:
        return SchijfVol()
    return AlleenLezen() if fault.errno in _NO_RIGHTS else None
