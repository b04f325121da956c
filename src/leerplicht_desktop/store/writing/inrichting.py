"""Settings inside the vault, and the place where the officer was."""

from __future__ import annotations

from collections.abc import Sequence

from leerplicht_desktop.casework.ports.werk import Teruggevonden
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.store.kluis.codec import needed_moment
from leerplicht_desktop.store.kluis.connection import Access


class SqlInrichting:
    """Obeys the port ``Inrichting``."""

    def __init__(self, access: Access) -> None:
        self._db = access

    def onthoud(self, werkplek: Werkplek) -> None:
        """Remember where the officer is."""
        self._db.run(
            "INSERT INTO werkplek (id, scherm, ding, veld, cursor, zoektekst) VALUES (1, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET scherm = excluded.scherm, ding = excluded.ding, "
            "veld = excluded.veld, cursor = excluded.cursor, zoektekst = excluded.zoektekst",
            (werkplek.scherm, werkplek.ding, werkplek.veld, werkplek.cursor, werkplek.zoektekst),
        )

    def zet(self, naam: str, waarde: str) -> None:
        """Keep a setting."""
        self._db.run(
            "INSERT INTO instelling (naam, waarde) VALUES (?, ?) "
            "ON CONFLICT (naam) DO UPDATE SET waarde = excluded.waarde",
            (naam, waarde),
        )

    def zet_snelle_zinnen(self, zinnen: Sequence[str]) -> None:
        """Replace the quick phrases; blank ones are left out."""
        self._db.run("DELETE FROM snelle_zin")
        kept = [zin.strip() for zin in zinnen if zin.strip()]
        self._db.run_many("INSERT INTO snelle_zin (plaats, tekst) VALUES (?, ?)", list(enumerate(kept)))

    def teruggevonden(self) -> tuple[Teruggevonden, ...]:
        """See the port."""
        rows = self._db.rows("SELECT waar, tekst, gevonden_op FROM teruggevonden ORDER BY id DESC")
        return tuple(
            Teruggevonden(row["waar"], row["tekst"], needed_moment(row["gevonden_op"])) for row in rows
        )
