"""Which secret belongs to a database: a mark of it lies in the database, so that a lost key file is noticed.

Without the mark a server that cannot find its key file would make another, and every sign-in that was open
would end an hour later for no reason that anybody sees.
"""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from .database import Database
from .errors import ServerError
from .identity import sessions
from .identity.server_key import read_key
from .schema import meta, sessie

_NAME = "sleutel"
_REMEDY = (
    "Zet de reservekopie terug op die plek. Is die er niet meer, maak dan een nieuwe sleutel met "
    "leerplicht-server sleutel --nieuw en een reden; iedereen meldt zich daarna opnieuw aan."
)


def against(database: Database, path: Path | None) -> str:
    """What is wrong with the key file beside this database, in Dutch; empty when nothing is."""
    if path is None:
        return ""
    with database.read() as connection:
        mark = _mark(connection)
        lost = mark or _sealed(connection)
    if not path.exists():
        told = f"Het sleutelbestand {path} is weg, en deze database hoort erbij. {_REMEDY}"
        return told if lost else _makeable(path)
    try:
        found = _of(read_key(path))
    except ServerError as fault:
        return str(fault)
    if mark and not hmac.compare_digest(mark, found):
        return f"Het sleutelbestand {path} is een ander dan waarmee deze database begon. {_REMEDY}"
    return ""


def keep(database: Database, path: Path | None) -> None:
    """Write the mark of the key file in a database that has none; the file is made when it is not there."""
    if path is None:
        return
    found = _of(read_key(path))
    with database.write() as connection:
        if not _mark(connection):
            connection.execute(sa.insert(meta).values(naam=_NAME, waarde=found))


def renew(connection: Connection, path: Path) -> None:
    """Let the key file that is there now, or a new one, be that of this database; open sign-ins end."""
    found = _of(read_key(path))
    connection.execute(sa.delete(meta).where(meta.c.naam == _NAME))
    connection.execute(sa.insert(meta).values(naam=_NAME, waarde=found))
    sessions.end_all(connection, "sleutel vernieuwd")


def _makeable(path: Path) -> str:
    if path.parent.is_dir():
        return ""
    return (
        f"Het sleutelbestand {path} kan niet worden gemaakt: de map is er niet. Maak de map, of wijs met "
        "sleutelbestand een andere plek aan."
    )


def _mark(connection: Connection) -> str:
    statement = sa.select(meta.c.waarde).where(meta.c.naam == _NAME)
    return str(connection.execute(statement).scalar_one_or_none() or "")


def _sealed(connection: Connection) -> bool:
    """Whether something lies here that only the lost key opens: a database from before the mark."""
    statement = sa.select(sessie.c.id).where(sessie.c.bron != "", sessie.c.einde.is_(None)).limit(1)
    return connection.execute(statement).first() is not None


def _of(key: bytes) -> str:
    return hmac.new(key, b"leerplicht merk", hashlib.sha256).hexdigest()
