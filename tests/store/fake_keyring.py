"""A keyring for tests, in a file that survives a kill as a real one does. Obeys the port of the store."""

from __future__ import annotations

import json
from pathlib import Path

from leerplicht_desktop.casework.problems import SleutelbosOpSlot


class FileKeyring:
    """``locked`` answers nobody; ``usable`` False is a laptop without one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.usable = True
        self.locked = False

    @property
    def items(self) -> dict[str, str]:
        """Everything it holds, by vault and number."""
        found: dict[str, str] = json.loads(self._path.read_text()) if self._path.exists() else {}
        return found

    @property
    def numbers(self) -> list[int]:
        """The numbers of the secrets, whatever vault they are of; 0 is no secret but the witness."""
        return sorted(number for name in self.items if (number := int(name.rpartition(":")[2])))

    def get(self, vault: str, number: int) -> bytes | None:
        """See the port."""
        self._answer()
        found = self.items.get(f"{vault}:{number}") if self.usable else None
        return bytes.fromhex(found) if found else None

    def put(self, vault: str, number: int, secret: bytes) -> None:
        """See the port."""
        self._answer()
        self._keep(self.items | {f"{vault}:{number}": secret.hex()})

    def drop(self, vault: str, number: int) -> None:
        """See the port."""
        if not self.locked:
            self._keep({name: one for name, one in self.items.items() if name != f"{vault}:{number}"})

    def clear(self) -> None:
        """Lose everything, as with a new account."""
        self._keep({})

    def spoil(self) -> None:
        """Hold other secrets under the same names."""
        self._keep(dict.fromkeys(self.items, "ab" * 32))

    def _answer(self) -> None:
        if self.locked:
            raise SleutelbosOpSlot

    def _keep(self, items: dict[str, str]) -> None:
        beside = self._path.with_suffix(".nieuw")
        beside.write_text(json.dumps(items))
        beside.replace(self._path)
