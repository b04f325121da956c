"""Hearings of this laptop."""

from __future__ import annotations

from dataclasses import replace

from leerplicht_desktop.casework.concepten import Persoonskeuze, Verhoorblad, Verhoorzin
from leerplicht_desktop.casework.waardenjson import naar_json, uit_json
from leerplicht_desktop.domain.handhaving.verhoor import Verhoor
from leerplicht_desktop.store.kluis.codec import from_json, iso, moment, needed_moment, texts, to_json
from leerplicht_desktop.store.kluis.connection import Access, Value

from .werkdossier import assign, drafts_of, release

KIND = "verhoor"
_SELECT = "SELECT id, dossiers, verdachte, inhoud, bron, vastgelegd_op FROM verhoor WHERE id = ?"
_LINE = (
    "INSERT INTO verhoorzin (id, verhoor, plaats, moment, antwoord, tekst) VALUES "
    "(?1, ?2, (SELECT coalesce(max(plaats), 0) + 1 FROM verhoorzin WHERE verhoor = ?2), ?3, ?4, ?5) "
    # The text has its own road (schrijf): what comes along here may be older than the last key.
    "ON CONFLICT (id) DO UPDATE SET verhoor = excluded.verhoor, moment = excluded.moment, "
    "antwoord = excluded.antwoord"
)


class SqlVerhoren:
    """Obeys the port ``Verhoren``."""

    def __init__(self, access: Access) -> None:
        self._db = access

    def nieuw(self, blad: Verhoorblad) -> None:
        """Keep a new concept with its lines."""
        self._db.run(
            "INSERT INTO verhoor (id, dossiers, verdachte, inhoud, bron, vastgelegd_op) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (blad.id, *_header(blad)),
        )
        for zin in blad.zinnen:
            self.zet_zin(blad.id, zin)
        assign(self._db, KIND, blad.id, blad.dossiers)

    def laad(self, id_: str) -> Verhoorblad:
        """The hearing; raises KeyError when unknown."""
        found = load(self._db, id_)
        if found is None:
            raise KeyError(id_)
        return found

    def open_verhoren(self, dossiers: tuple[str, ...]) -> tuple[str, ...]:
        """Open concepts that share a jongere, the oldest first."""
        return drafts_of(self._db, KIND, dossiers)

    def bewaar(self, blad: Verhoorblad) -> None:
        """Keep everything but the lines. Raises KeyError, or DomainError once vastgelegd."""
        changed = self._db.run(
            "UPDATE verhoor SET dossiers = ?, verdachte = ?, inhoud = ?, bron = ?, vastgelegd_op = ? "
            "WHERE id = ?",
            (*_header(blad), blad.id),
        )
        if not changed:
            raise KeyError(blad.id)
        assign(self._db, KIND, blad.id, blad.dossiers)

    def zet_zin(self, verhoor: str, zin: Verhoorzin) -> None:
        """Add a line, or replace all but the text of one."""
        self._db.run(_LINE, (zin.id, verhoor, zin.moment.isoformat(), zin.antwoord, zin.tekst))

    def schrijf(self, zin: str, tekst: str) -> None:
        """The keystroke path. Raises KeyError when unknown, DomainError once vastgelegd."""
        if not self._db.run("UPDATE verhoorzin SET tekst = ? WHERE id = ?", (tekst, zin)):
            raise KeyError(zin)

    def wis_zin(self, zin: str) -> None:
        """Take a line away. One that is gone already stays gone."""
        self._db.run("DELETE FROM verhoorzin WHERE id = ?", (zin,))

    def leg_vast(self, blad: Verhoorblad) -> None:
        """Fix it with exactly its lines: from here on the file refuses changes."""
        kept = {zin.id for zin in blad.zinnen}
        for row in self._db.rows("SELECT id FROM verhoorzin WHERE verhoor = ?", (blad.id,)):
            if row["id"] not in kept:
                self.wis_zin(row["id"])
        self.bewaar(blad)

    def verwerp(self, id_: str) -> None:
        """Take a concept away. Raises DomainError once vastgelegd."""
        self._db.run("DELETE FROM verhoorzin WHERE verhoor = ?", (id_,))
        self._db.run("DELETE FROM verhoor WHERE id = ?", (id_,))
        release(self._db, KIND, id_)


def load(access: Access, id_: str) -> Verhoorblad | None:
    """A hearing of this laptop, or None."""
    row = access.row(_SELECT, (id_,))
    if row is None:
        return None
    lines = access.rows(
        "SELECT id, moment, antwoord, tekst FROM verhoorzin WHERE verhoor = ? ORDER BY plaats", (id_,)
    )
    return Verhoorblad(
        dossiers=texts(row["dossiers"]),
        verdachte=uit_json(Persoonskeuze, from_json(row["verdachte"])),
        verhoor=uit_json(Verhoor, from_json(row["inhoud"])),
        zinnen=tuple(
            Verhoorzin(line["id"], needed_moment(line["moment"]), line["tekst"], bool(line["antwoord"]))
            for line in lines
        ),
        bron=row["bron"],
        vastgelegd_op=moment(row["vastgelegd_op"]),
    )


def _header(blad: Verhoorblad) -> tuple[Value, ...]:
    return (
        to_json(blad.dossiers),
        to_json(naar_json(blad.verdachte)),
        to_json(naar_json(replace(blad.verhoor, regels=()))),
        blad.bron,
        iso(blad.vastgelegd_op),
    )
