"""Tasks: of this laptop, append-only, or pulled."""

from __future__ import annotations

from leerplicht_desktop.domain.taak.taak import Taak, Taakafhandeling
from leerplicht_desktop.store.kluis.codec import clock_time, iso, needed_day, needed_moment, texts, to_json
from leerplicht_desktop.store.kluis.connection import Access
from leerplicht_desktop.store.spiegel.pulled import pulled_taak

from .werkdossier import assign


class SqlTaken:
    """Obeys the port ``Taken``."""

    def __init__(self, access: Access) -> None:
        self._db = access

    def nieuw(self, taak: Taak) -> None:
        """Keep a task."""
        self._db.run(
            "INSERT INTO taak (id, dossiers, wat, wie, uiterlijk, tijdstip, herkomst, gemaakt_op) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                taak.id,
                to_json(taak.dossiers),
                taak.wat,
                taak.wie,
                taak.uiterlijk.isoformat(),
                iso(taak.tijdstip),
                taak.herkomst,
                taak.gemaakt_op.isoformat(),
            ),
        )
        assign(self._db, "taak", taak.id, taak.dossiers)

    def laad(self, id_: str) -> Taak:
        """The task, from this laptop or pulled; raises KeyError when unknown."""
        found = load(self._db, id_)
        if found is None:
            raise KeyError(id_)
        return found

    def afgehandeld(self, taak: str) -> bool:
        """Whether its end was recorded before, here or at the municipality."""
        own = self._db.value("SELECT 1 FROM taakafhandeling WHERE taak = ?", (taak,))
        return bool(own) or bool(
            self._db.value(
                "SELECT 1 FROM spiegel_record WHERE entity = 'taakafhandeling' AND verwijst = ?", (taak,)
            )
        )

    def handel_af(self, afhandeling: Taakafhandeling) -> None:
        """Keep its end."""
        self._db.run(
            "INSERT INTO taakafhandeling (id, taak, dossiers, hoe, toelichting, afgehandeld_op) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (
                afhandeling.id,
                afhandeling.taak,
                to_json(afhandeling.dossiers),
                afhandeling.hoe.value,
                afhandeling.toelichting,
                afhandeling.afgehandeld_op.isoformat(),
            ),
        )
        assign(self._db, "taakafhandeling", afhandeling.id, afhandeling.dossiers)


def load(access: Access, id_: str) -> Taak | None:
    """A task of this laptop, or else one that was pulled, or None."""
    row = access.row(
        "SELECT id, dossiers, wat, wie, uiterlijk, tijdstip, herkomst, gemaakt_op FROM taak WHERE id = ?",
        (id_,),
    )
    if row is None:
        return pulled_taak(access, id_)
    return Taak(
        id=row["id"],
        dossiers=texts(row["dossiers"]),
        wat=row["wat"],
        uiterlijk=needed_day(row["uiterlijk"]),
        gemaakt_op=needed_moment(row["gemaakt_op"]),
        wie=row["wie"],
        tijdstip=clock_time(row["tijdstip"]),
        herkomst=row["herkomst"],
    )
