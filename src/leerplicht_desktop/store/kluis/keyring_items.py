"""The secret that the keyring of the operating system keeps beside the passphrase.

    service "leerplicht-desktop:<vault>:<number>", user "kluis", 64 hexadecimal characters
    service "leerplicht-desktop:<vault>:stand": how far the vault was (witness.py), as number 0

One service per number: the Windows backend moves an entry when a second user is stored under its service.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol, TypeVar

from leerplicht_desktop.casework.problems import SleutelbosOpSlot

from .keyring_state import guarded_backend

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")

_USER = "kluis"
_PATIENCE = 30.0
"""Seconds that a keyring may take, which may be asking its user something."""


class Keyring(Protocol):
    """Secrets by vault and number."""

    @property
    def usable(self) -> bool:
        """Whether the system guards a keyring that may hold a secret."""

    def get(self, vault: str, number: int) -> bytes | None:
        """The secret, None when there is none. Raises SleutelbosOpSlot when nobody answers."""

    def put(self, vault: str, number: int, secret: bytes) -> None:
        """Keep a secret. Raises SleutelbosOpSlot."""

    def drop(self, vault: str, number: int) -> None:
        """Forget a secret, if it is there and the keyring answers."""


class NoKeyring:
    """A laptop without one. Obeys the port."""

    usable = False

    def get(self, vault: str, number: int) -> bytes | None:
        """Nothing."""
        return None

    def put(self, vault: str, number: int, secret: bytes) -> None:
        """Nobody keeps it."""
        raise SleutelbosOpSlot

    def drop(self, vault: str, number: int) -> None:
        """Nothing to forget."""


class SystemKeyring:
    """The keyring of the operating system, looked for when it is first needed. Obeys the port."""

    def __init__(self) -> None:
        self._backend: KeyringBackend | None = None

    @property
    def usable(self) -> bool:
        """See the port."""
        return self._found() is not None

    def get(self, vault: str, number: int) -> bytes | None:
        """See the port."""
        backend = self._found()
        if backend is None:
            return None
        text = _in_time(lambda: backend.get_password(_service(vault, number), _USER))
        if not text:
            return None
        try:
            return bytes.fromhex(text)
        except ValueError:
            return text.encode()  # of another: its mark will not fit

    def put(self, vault: str, number: int, secret: bytes) -> None:
        """See the port."""
        backend = self._found()
        if backend is None:
            raise SleutelbosOpSlot
        _in_time(lambda: backend.set_password(_service(vault, number), _USER, secret.hex()))

    def drop(self, vault: str, number: int) -> None:
        """See the port."""
        backend = self._found()
        if backend is not None:
            with suppress(SleutelbosOpSlot):
                _in_time(lambda: backend.delete_password(_service(vault, number), _USER))

    def _found(self) -> KeyringBackend | None:
        if self._backend is None:
            self._backend = _in_time(guarded_backend)
        return self._backend


def _service(vault: str, number: int) -> str:
    return f"leerplicht-desktop:{vault}:{number or 'stand'}"


def _in_time(ask: Callable[[], T]) -> T:
    """The answer of a keyring. Whatever it raises, and silence, is a keyring that is locked."""
    answers: list[T] = []

    def asking() -> None:
        with suppress(Exception):  # each system has its own
            answers.append(ask())

    thread = threading.Thread(target=asking, name="sleutelbos", daemon=True)
    thread.start()
    thread.join(_PATIENCE)
    if not answers:
        raise SleutelbosOpSlot
    return answers[0]
