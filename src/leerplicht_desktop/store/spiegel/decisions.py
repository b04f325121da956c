"""What people at the municipality decided of work that they did not take at first, as the outbox keeps it."""

from __future__ import annotations

from collections.abc import Sequence

from leerplicht_desktop.casework.ports.brievenbus import Antwoord
from leerplicht_desktop.casework.touched import Soort, Touched
from leerplicht_desktop.store.kluis.codec import texts
from leerplicht_desktop.store.kluis.connection import Access

_KINDS = {
    "deurbezoek": Soort.BEZOEK,
    "gespreksnotitie": Soort.NOTITIE,
    "taak": Soort.TAAK,
    "taakafhandeling": Soort.TAAK,
    "terugmelding": Soort.BEZOEK,
    "procedure": Soort.PROCEDURE,
    "verhoor": Soort.VERHOOR,
    "stuk": Soort.STUK,
    "stukstap": Soort.STUK,
    "bijlage": Soort.BIJLAGE,
}


def touched_by(access: Access, op: str, dossiers: set[str]) -> set[Soort]:
    """What an answer to an operation touches; adds the dossiers of that operation."""
    row = access.row("SELECT entity, dossiers FROM uitvak WHERE op = ?", (op,))
    if row is None:
        return set()
    dossiers.update(texts(row["dossiers"]))
    return {Soort.SYNC, Soort.DOSSIER, _KINDS.get(row["entity"], Soort.DOSSIER)}


class SqlOordelen:
    """Obeys the port ``Oordelen``."""

    def __init__(self, access: Access) -> None:
        self._db = access

    def afgewezen(self, aantal: int) -> tuple[str, ...]:
        """Operations that were refused, whole or in part, and of which more may come; the newest first."""
        rows = self._db.rows(
            "SELECT op FROM uitvak WHERE (toestand = 'rejected' AND reden NOT LIKE 'afgewezen%') "
            "OR reden = 'deels' ORDER BY n DESC LIMIT ?",
            (aantal,),
        )
        return tuple(row["op"] for row in rows)

    def herzie(self, antwoorden: Sequence[Antwoord]) -> Touched:
        """Keep what a person decided of refused operations. What says the same as before changes nothing."""
        soorten: set[Soort] = set()
        dossiers: set[str] = set()
        for antwoord in antwoorden:
            changed = self._db.run(
                "UPDATE uitvak SET toestand = ?, rev = ?, seq = ?, reden = ?, ruw = ? "
                "WHERE op = ? AND (toestand = 'rejected' OR reden = 'deels') AND (toestand, reden) <> (?, ?)",
                (
                    antwoord.soort.value,
                    antwoord.rev,
                    antwoord.seq,
                    antwoord.reden,
                    antwoord.ruw,
                    antwoord.op,
                    antwoord.soort.value,
                    antwoord.reden,
                ),
            )
            if changed:
                soorten |= touched_by(self._db, antwoord.op, dossiers)
        return Touched(frozenset(soorten), frozenset(dossiers))
