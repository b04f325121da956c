"""Recovery of the vault in a folder: ask with a new passphrase, and close the vault with it (ADR 0022)."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from leerplicht_desktop.casework.ports.herstel import (
    GeenHerstel,
    Herstelantwoord,
    HerstelPastNiet,
    Herstelvraag,
)
from leerplicht_desktop.casework.problems import KluisProblem, VerkeerdeWachtzin

from . import attempts, folder_lock, keyslots, recovery_request, recovery_slot, standing
from .connection import connect
from .durable import write_whole
from .faults import translated
from .file import DATABASE, hear_canary
from .keeper import KeyKeeper
from .keyring_items import Keyring, NoKeyring
from .passphrase import ALONE, KEY_BYTES, Cost, wipe

MARK = "hersteld.json"
"""Says, until the vault is open, that it was the municipality that opened it, with which slots."""


class VaultRecovery:
    """Obeys the port ``Kluisherstel``. ``cost`` None: the dear one, for the disk may be in other hands."""

    def __init__(
        self,
        folder: Path,
        *,
        keyring: Keyring | None = None,
        cost: Cost | None = None,
        running: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folder = folder
        self._keys = KeyKeeper(folder, keyring or NoKeyring(), cost)
        self._cost = cost or ALONE
        self._attempts = attempts.Attempts(folder / attempts.FILE, running)

    def mogelijk(self) -> bool:
        """See the port."""
        with suppress(KluisProblem):
            return recovery_slot.found(keyslots.load(self._folder)) is not None
        return False

    def code(self) -> str:
        """See the port."""
        from leerplicht_protocol.custody import code_of, spaced

        try:
            return spaced(code_of(recovery_request.load(self._folder).ask.key))
        except GeenHerstel:
            return ""

    def begin(self, wachtzin: str) -> None:
        """See the port."""
        with translated(self._folder):
            found = recovery_slot.found(keyslots.load(self._folder))
            if found is None:
                raise GeenHerstel
            recovery_request.save(self._folder, recovery_request.make(found, wachtzin, self._cost))

    def vraag(self) -> Herstelvraag:
        """See the port."""
        request = recovery_request.load(self._folder)
        message = request.ask.model_dump_json()
        return Herstelvraag(request.server, request.pin, request.ca_file, request.ask.handle, message)

    def vergeet(self) -> None:
        """See the port."""
        with translated(self._folder):
            recovery_request.forget(self._folder)

    def open_met(self, wachtzin: str, antwoord: Herstelantwoord) -> None:
        """See the port. The request stays until the vault is open: a kill before that costs one more try."""
        with translated(self._folder), self._alone():
            key = self._opened(recovery_request.load(self._folder), wachtzin, antwoord.verzegeld)
            try:
                self._prove(key)
                number = keyslots.load(self._folder).passphrase.number + 1
                write_whole(self._folder / MARK, json.dumps({"nr": number}).encode())
                self._keys.change(key, wachtzin)
                self._attempts.succeeded()
            finally:
                wipe(key)

    def _opened(self, request: recovery_request.Request, wachtzin: str, sealed: bytes) -> bytearray:
        from leerplicht_protocol import custody

        try:
            own = custody.PrivateKey(request.key(wachtzin))
            key = bytearray(custody.open_answer(request.slot, sealed, own))
        except keyslots.PassphraseError:
            raise VerkeerdeWachtzin(0.0) from None
        except custody.CustodyError:
            raise HerstelPastNiet from None
        if len(key) != KEY_BYTES:
            raise HerstelPastNiet
        return key

    def _prove(self, key: bytearray) -> None:
        """The slots are written anew only with the key of what lies here. Raises HerstelPastNiet.

        Where the file itself is damaged, the record beside it still knows the key.
        """
        raw, seal = keyslots.derive(key, "db"), keyslots.derive(key, "stand")
        try:
            with closing(connect(self._folder / DATABASE, raw, "mode=ro")) as connection:
                hear_canary(connection)
        except (dbapi2.DatabaseError, KluisProblem):
            if standing.read(self._folder / standing.FILE, seal) is None:
                raise HerstelPastNiet from None
        finally:
            wipe(raw)
            wipe(seal)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        lock = folder_lock.hold(self._folder)
        try:
            lock.write(self)
            yield
        finally:
            lock.written(self)
            lock.let_go()


def opened_by_others(folder: Path) -> bool:
    """Whether the slots that just opened the vault are those that the municipality's recovery made."""
    try:
        number = int(json.loads((folder / MARK).read_bytes()[:1_000])["nr"])
        return keyslots.load(folder).passphrase.number >= number
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return False


def finished(folder: Path) -> None:
    """The vault is open: nothing of a request is needed any more."""
    recovery_request.forget(folder)
    (folder / MARK).unlink(missing_ok=True)
