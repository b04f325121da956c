"""Notes of this laptop."""

from __future__ import annotations

from leerplicht_desktop.domain.bezoek.gespreksnotitie import Afspraak, Gespreksnotitie, Gespreksvorm
from leerplicht_desktop.store.kluis.codec import day, from_json, iso, moment, needed_moment, texts, to_json
from leerplicht_desktop.store.kluis.connection import Access, Value

from .werkdossier import assign, draft_of, release

KIND = "gespreksnotitie"
_INSERT = (
    "INSERT INTO gespreksnotitie (id, dossiers, gesproken_op, met_wie, hoe, tekst, afspraken, vastgelegd_op, "
    "corrigeert, reden_correctie) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_UPDATE = (
    "UPDATE gespreksnotitie SET dossiers = ?, gesproken_op = ?, met_wie = ?, hoe = ?, tekst = ?, "
    "afspraken = ?, vastgelegd_op = ?, corrigeert = ?, reden_correctie = ? WHERE id = ?"
)
_SELECT = (
    "SELECT id, dossiers, gesproken_op, met_wie, hoe, tekst, afspraken, vastgelegd_op, corrigeert, "
    "reden_correctie FROM gespreksnotitie WHERE id = ?"
)


class SqlNotities:
    """Obeys the port ``Notities``."""

    def __init__(self, access: Access) -> None:
        self._db = access

    def nieuw(self, notitie: Gespreksnotitie) -> None:
        """Keep a new draft."""
        self._db.run(_INSERT, (notitie.id, *_values(notitie)))
        assign(self._db, KIND, notitie.id, notitie.dossiers)

    def laad(self, id_: str) -> Gespreksnotitie:
        """The note; raises KeyError when unknown."""
        found = load(self._db, id_)
        if found is None:
            raise KeyError(id_)
        return found

    def concept_voor(self, dossiers: tuple[str, ...]) -> str | None:
        """The open draft that shares a jongere with ``dossiers``."""
        return draft_of(self._db, KIND, dossiers)

    def bewaar(self, notitie: Gespreksnotitie) -> None:
        """Keep a draft, text included. Raises KeyError, or DomainError once vastgelegd."""
        if not self._db.run(_UPDATE, (*_values(notitie), notitie.id)):
            raise KeyError(notitie.id)
        assign(self._db, KIND, notitie.id, notitie.dossiers)

    def schrijf(self, id_: str, tekst: str) -> None:
        """The keystroke path. Raises KeyError when unknown, DomainError once vastgelegd."""
        if not self._db.run("UPDATE gespreksnotitie SET tekst = ? WHERE id = ?", (tekst, id_)):
            raise KeyError(id_)

    def leg_vast(self, notitie: Gespreksnotitie) -> None:
        """Fix it."""
        self.bewaar(notitie)

    def verwerp(self, id_: str) -> None:
        """Take a draft away. Raises DomainError once vastgelegd."""
        self._db.run("DELETE FROM gespreksnotitie WHERE id = ?", (id_,))
        release(self._db, KIND, id_)


def load(access: Access, id_: str) -> Gespreksnotitie | None:
    """A note of this laptop, or None."""
    row = access.row(_SELECT, (id_,))
    if row is None:
        return None
    return Gespreksnotitie(
        id=row["id"],
        dossiers=texts(row["dossiers"]),
        gesproken_op=needed_moment(row["gesproken_op"]),
        met_wie=row["met_wie"],
        hoe=Gespreksvorm(row["hoe"]),
        tekst=row["tekst"],
        afspraken=tuple(
            Afspraak(found["id"], found["wat"], found["wie"], day(found["uiterlijk"]))
            for found in from_json(row["afspraken"])
        ),
        vastgelegd_op=moment(row["vastgelegd_op"]),
        corrigeert=row["corrigeert"],
        reden_correctie=row["reden_correctie"],
    )


def _values(notitie: Gespreksnotitie) -> tuple[Value, ...]:
    """Everything but the id, in the order of the columns."""
    afspraken = [
        {"id": a.id, "wat": a.wat, "wie": a.wie, "uiterlijk": iso(a.uiterlijk)} for a in notitie.afspraken
    ]
    return (
        to_json(notitie.dossiers),
        notitie.gesproken_op.isoformat(),
        notitie.met_wie,
        notitie.hoe.value,
        notitie.tekst,
        to_json(afspraken),
        iso(notitie.vastgelegd_op),
        notitie.corrigeert,
        notitie.reden_correctie,
    )
