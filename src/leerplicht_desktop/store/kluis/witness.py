"""The keyring as a witness: it keeps how far the vault was, for who puts the whole folder of yesterday back.

Only what was forced to the disk is shown to it, so that a power cut is never taken for a vault put back. It
hears at each close, and once a minute; one that does not answer within a second hears nothing: sleep waits.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread

from leerplicht_desktop.casework.problems import KluisProblem

from . import keyslots
from .keyring_items import Keyring

_PLACE = 0
"""Among the secrets, whose numbers begin with 1."""
_BYTES = 32
_EACH = 60.0
_PATIENCE = 1.0


class Witness:
    """Of the vault in ``folder``; ``running`` gives the seconds since the laptop was started."""

    def __init__(self, folder: Path, keyring: Keyring, running: Callable[[], float]) -> None:
        self._folder = folder
        self._keyring = keyring
        self._seconds = running
        self._told = 0
        self._told_at = float("-inf")
        self._telling: Thread | None = None

    def heard(self) -> int:
        """How far the vault was when the keyring heard of it last; 0 when nothing is known."""
        with suppress(KluisProblem):
            kept = self._keyring.get(keyslots.load(self._folder).vault, _PLACE)
            if kept is not None and len(kept) == _BYTES:
                self._told = int.from_bytes(kept)
                return self._told if self._told < 2**63 else 0
        return 0

    def tell(self, n: int, *, now: bool = False) -> None:
        """The vault is so far, and that stands on the disk. Never less than it heard before."""
        moment = self._seconds()
        if n <= self._told or (not now and moment - self._told_at < _EACH):
            return
        if self._telling is None or not self._telling.is_alive():
            self._told_at = moment
            self._telling = Thread(target=self._put, args=(n,), name="getuige", daemon=True)
            self._telling.start()
            self._telling.join(_PATIENCE)

    def _put(self, n: int) -> None:
        with suppress(KluisProblem):
            if self._keyring.usable:
                self._keyring.put(keyslots.load(self._folder).vault, _PLACE, n.to_bytes(_BYTES))
                self._told = n
