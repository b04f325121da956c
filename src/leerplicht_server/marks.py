"""Places that cannot be reached again: what a laptop shows of the newest commit that it saw.

Each commit that gave places bears a random mark. After a backup was put back the places are given out once
more, but with other marks: so whoever saw one that is gone shows it, however far the places are by then. The
text that travels is sealed, so that nobody can tell us of a past that we never had.
"""

from __future__ import annotations

import base64
import hmac
import json

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from . import feed
from .database import head, mark_place
from .schema import merk


class PutBackError(Exception):
    """A laptop saw a commit that is not there. ``proven``: we ourselves sealed what it shows."""

    def __init__(self, *, proven: bool) -> None:
        super().__init__("put back")
        self.proven = proven


def give(connection: Connection) -> str:
    """The mark of the commit that is under way, or of the last one. Only inside ``Database.write``."""
    mark_place(connection)
    return here(connection)


def here(connection: Connection) -> str:
    """The mark of the last commit; empty where nothing was ever written."""
    place = head(connection)
    found = _mark_at(connection, place)
    return _seal(connection, place, found) if found else ""


def check(connection: Connection, seen: str) -> None:
    """Nothing when this database has the commit that a laptop saw, or when it shows none.

    Raises PutBackError.
    """
    if not seen:
        return
    place, mark = _unseal(connection, seen)
    if not hmac.compare_digest(_mark_at(connection, place), mark):
        raise PutBackError(proven=True)


def begin_anew(connection: Connection) -> None:
    """Forget every mark: each laptop will compare all that it handed in. Only inside ``Database.write``."""
    connection.execute(sa.delete(merk))
    mark_place(connection)


def _mark_at(connection: Connection, place: int) -> str:
    found = connection.execute(sa.select(merk.c.merk).where(merk.c.plaats == place)).scalar_one_or_none()
    return str(found or "")


def _seal(connection: Connection, place: int, mark: str) -> str:
    payload = json.dumps([place, mark]).encode()
    return f"{_text(payload)}.{_text(feed.mac(connection, '', payload))}"


def _unseal(connection: Connection, text: str) -> tuple[int, str]:
    parts = text.split(".")
    try:
        payload, seal = (base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)) for part in parts)
        if not hmac.compare_digest(seal, feed.mac(connection, "", payload)):
            raise PutBackError(proven=False)
        place, mark = json.loads(payload)
    except ValueError:
        raise PutBackError(proven=False) from None
    return int(place), str(mark)


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")
