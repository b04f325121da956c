"""The keyring of practice: a file beside the practice vault, which goes when its folder is thrown away.

There is nothing to protect, and the keyring of the system is no place for what nobody cleans up. A practice
vault of before kept its secret there: it is fetched from it once, and taken away.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from leerplicht_desktop.casework.problems import SleutelbosOpSlot

from .durable import write_whole
from .keyring_items import Keyring

FILE = "oefensleutelbos.json"


class PracticeKeyring:
    """Obeys the port ``Keyring``; ``before`` is where secrets stood once."""

    usable = True

    def __init__(self, folder: Path, before: Keyring) -> None:
        self._path = folder / FILE
        self._before = before

    def get(self, vault: str, number: int) -> bytes | None:
        """See the port."""
        kept = self._items().get(_name(vault, number))
        return bytes.fromhex(kept) if kept else self._fetched(vault, number)

    def put(self, vault: str, number: int, secret: bytes) -> None:
        """See the port."""
        self._keep(self._items() | {_name(vault, number): secret.hex()})

    def drop(self, vault: str, number: int) -> None:
        """See the port."""
        items = self._items()
        if items.pop(_name(vault, number), None):
            with suppress(SleutelbosOpSlot):
                self._keep(items)

    def _fetched(self, vault: str, number: int) -> bytes | None:
        try:
            secret = self._before.get(vault, number)
        except SleutelbosOpSlot:
            return None
        if secret is not None:
            self.put(vault, number, secret)
            self._before.drop(vault, number)
        return secret

    def _items(self) -> dict[str, str]:
        try:
            found = json.loads(self._path.read_bytes())
            return {str(name): bytes.fromhex(one).hex() for name, one in found.items()}
        except (OSError, ValueError, TypeError, AttributeError, RecursionError):
            return {}

    def _keep(self, items: dict[str, str]) -> None:
        try:
            write_whole(self._path, json.dumps(items, indent=1).encode())
        except OSError:
            raise SleutelbosOpSlot from None


def _name(vault: str, number: int) -> str:
    return f"{vault}:{number}"
