"""How far the vault is: a number in each transaction, a record beside it, and what an opening tells."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from leerplicht_desktop.casework.problems import (
    KluisHersteld,
    KluisProblem,
    KluisStaartKwijt,
    KluisTeruggezet,
)

from .connection import Role, Session
from .file import Opened
from .mending import finish, texts
from .standing import FILE, Standing, read, salt_of


class Progress:
    """The counter of one open vault."""

    def __init__(self, session: Session, database: Path, key: bytearray, now: Callable[[], datetime]) -> None:
        """Raises OSError when the record beside the vault cannot be written."""
        self._access = session.access(Role.UPKEEP)
        self._now = now
        path = database.with_name(FILE)
        beside = read(path, key)
        self._beside = beside.n if beside is not None else 0
        self._n = int(self._access.value("SELECT n FROM kluisstand"))
        self._known_head = beside.head if beside is not None and beside.n <= self._n else None
        self._head = self._end()
        self._standing = Standing(path, key, salt_of(database))

    @property
    def known_head(self) -> bytes | None:
        """The head of the log that the record beside the vault vouches for; None when it knows of more."""
        return self._known_head

    @property
    def n(self) -> int:
        """Transactions that wrote, since the vault was made."""
        return self._n

    def count(self) -> None:
        """Inside a transaction that wrote."""
        self._access.run("UPDATE kluisstand SET n = ?", (self._n + 1,))
        self._head = self._end()

    def _end(self) -> bytes:
        """The head of the log of reading; of a log without lines where it begins."""
        return bytes(
            self._access.value("SELECT hash FROM leeslog ORDER BY n DESC LIMIT 1")
            or self._access.value("SELECT begin_hash FROM leeslog_stand")
        )

    def committed(self) -> None:
        """It reached the file. The record follows; without it a later opening only knows less."""
        self._n += 1
        self.say()

    def say(self) -> None:
        """Write the record beside the vault."""
        with suppress(OSError):
            self._standing.put(self._n, self._now().timestamp(), self._head)

    def force(self) -> None:
        """Bring the record to the disk."""
        with suppress(OSError):
            self._standing.force()

    def close(self) -> None:
        """Let go of the record."""
        self._standing.close()

    def notice(self, opened: Opened, raw: bytearray, shown: int) -> list[KluisProblem]:
        """What this opening has to tell, kept in the vault before it is told. Runs in its own transaction.

        ``shown`` is what the keyring or the municipality was told last, 0 when nothing is known of it.
        """
        missing = max(self._beside, shown) - self._n
        damage = opened.damage
        found = texts(damage, raw, opened.connection) if damage is not None and not damage.whole else []
        if damage is not None:
            finish(damage)
        if missing <= 0:
            self.say()
            return [KluisHersteld()] if damage is not None and damage.whole else []
        self._access.run(
            "UPDATE kluisstand SET n = ?, teruggezet = teruggezet + ?", (self._n + missing, missing)
        )
        moment = self._now().isoformat()
        self._access.run_many(
            "INSERT INTO teruggevonden (waar, tekst, gevonden_op) VALUES (?, ?, ?)",
            [(where, text, moment) for where, text in found],
        )
        self._n += missing
        self.say()
        return [KluisStaartKwijt(missing, len(found)) if opened.unclean else KluisTeruggezet(missing)]
