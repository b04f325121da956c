"""The line of the municipality's journal that this laptop keeps, as a witness."""

from __future__ import annotations

from leerplicht_desktop.store.kluis.connection import Access


class SqlGetuige:
    """Obeys the port ``Getuige``."""

    def __init__(self, access: Access) -> None:
        self._db = access

    def merk(self) -> str:
        """The last line of the municipality's journal that was heard of, as ``nr:hash``; empty for none."""
        return str(self._db.value("SELECT merk FROM sync_stand") or "")

    def bewaar(self, merk: str) -> None:
        """Keep a newer one."""
        self._db.run("UPDATE sync_stand SET merk = ?", (merk,))
