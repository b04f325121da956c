"""Reads about procedures, and how far a case is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerplicht_desktop.casework.queries.caseload import Verhoorstand
from leerplicht_desktop.store.kluis.connection import Access

from .hearings import first_open_hearing

if TYPE_CHECKING:  # procedures bring the law along, which the first window does not wait for
    from leerplicht_desktop.domain.procedure.procedure import Procedure

_OF_A_DOSSIER = (
    "SELECT id FROM werk_dossier WHERE dossier = :dossier AND soort = 'procedure' UNION "
    "SELECT id FROM spiegel_dossier WHERE dossier = :dossier AND entity = 'procedure' ORDER BY id DESC"
)


class ProcedureReads:
    """Obeys the port ``Procedurelezing``, a part of ``Caseload``."""

    def __init__(self, access: Access) -> None:
        self._db = access

    def procedure(self, id_: str) -> Procedure:
        """A version of a procedure, of this laptop or pulled; raises KeyError when unknown."""
        return self._version(id_)

    def procedures(self, dossier: str) -> tuple[Procedure, ...]:
        """Every version of the procedures of one dossier, drafts included, the newest first."""
        rows = self._db.rows(_OF_A_DOSSIER, {"dossier": dossier})
        return tuple(self._version(row["id"]) for row in rows)

    def verhoorstand(self, dossier: str) -> Verhoorstand | None:
        """The first hearing that no sealed proces-verbaal came after."""
        return first_open_hearing(self._db, dossier)

    def _version(self, id_: str) -> Procedure:
        from leerplicht_desktop.store.writing import procedures

        found = procedures.load(self._db, id_)
        if found is None:
            raise KeyError(id_)
        return found
