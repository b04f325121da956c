"""Visits of this laptop."""

from __future__ import annotations

from typing import Any

from leerplicht_desktop.domain.bezoek.deurbezoek import (
    Achtergelaten,
    Deurbezoek,
    Modus,
    NietThuis,
    Segment,
    SoortSegment,
    SoortVinkje,
    Vinkje,
)
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.store.kluis.codec import from_json, iso, moment, needed_moment, texts, to_json
from leerplicht_desktop.store.kluis.connection import Access, Value

from .werkdossier import assign, draft_of, release

KIND = "deurbezoek"
_INSERT = (
    "INSERT INTO deurbezoek (id, dossiers, adres, begonnen_op, ander_adres, modus, uitkomst, aangetroffen, "
    "vinkjes, binnen, niet_thuis, geeindigd_op, vastgelegd_op, corrigeert, reden_correctie) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_UPDATE = (
    "UPDATE deurbezoek SET dossiers = ?, adres = ?, begonnen_op = ?, ander_adres = ?, modus = ?, "
    "uitkomst = ?, aangetroffen = ?, vinkjes = ?, binnen = ?, niet_thuis = ?, geeindigd_op = ?, "
    "vastgelegd_op = ?, corrigeert = ?, reden_correctie = ? WHERE id = ?"
)
_SELECT = (
    "SELECT id, dossiers, adres, begonnen_op, ander_adres, modus, uitkomst, aangetroffen, vinkjes, binnen, "
    "niet_thuis, geeindigd_op, vastgelegd_op, corrigeert, reden_correctie FROM deurbezoek WHERE id = ?"
)
_SEGMENT = (
    "INSERT INTO segment (id, bezoek, plaats, soort, tijd, spreker, ongevraagd, tekst) VALUES "
    "(?1, ?2, (SELECT coalesce(max(plaats), 0) + 1 FROM segment WHERE bezoek = ?2), ?3, ?4, ?5, ?6, ?7) "
    # The text has its own road (schrijf): what comes along here may be older than the last key.
    "ON CONFLICT (id) DO UPDATE SET bezoek = excluded.bezoek, soort = excluded.soort, tijd = excluded.tijd, "
    "spreker = excluded.spreker, ongevraagd = excluded.ongevraagd"
)


class SqlBezoeken:
    """Obeys the port ``Bezoeken``."""

    def __init__(self, access: Access) -> None:
        self._db = access

    def nieuw(self, bezoek: Deurbezoek) -> None:
        """Keep a new draft with its remarks."""
        self._db.run(_INSERT, (bezoek.id, *_header(bezoek)))
        for segment in bezoek.segmenten:
            self.zet_segment(bezoek.id, segment)
        assign(self._db, KIND, bezoek.id, bezoek.dossiers)

    def laad(self, id_: str) -> Deurbezoek:
        """The visit; raises KeyError when unknown."""
        found = load(self._db, id_)
        if found is None:
            raise KeyError(id_)
        return found

    def concept_voor(self, dossiers: tuple[str, ...]) -> str | None:
        """The open draft that shares a jongere with ``dossiers``."""
        return draft_of(self._db, KIND, dossiers)

    def bewaar(self, bezoek: Deurbezoek) -> None:
        """Keep everything but the remarks of a draft. Raises KeyError, or DomainError once vastgelegd."""
        if not self._db.run(_UPDATE, (*_header(bezoek), bezoek.id)):
            raise KeyError(bezoek.id)
        assign(self._db, KIND, bezoek.id, bezoek.dossiers)

    def zet_segment(self, bezoek: str, segment: Segment) -> None:
        """Add a remark, or replace all but the text of one."""
        self._db.run(
            _SEGMENT,
            (
                segment.id,
                bezoek,
                segment.soort.value,
                segment.tijd.isoformat(),
                segment.spreker,
                segment.ongevraagd,
                segment.tekst,
            ),
        )

    def schrijf(self, segment: str, tekst: str) -> None:
        """The keystroke path. Raises KeyError when unknown, DomainError once vastgelegd."""
        if not self._db.run("UPDATE segment SET tekst = ? WHERE id = ?", (tekst, segment)):
            raise KeyError(segment)

    def wis_segment(self, segment: str) -> None:
        """Take a remark away. One that is gone already stays gone."""
        self._db.run("DELETE FROM segment WHERE id = ?", (segment,))

    def leg_vast(self, bezoek: Deurbezoek) -> None:
        """Fix it with exactly its remarks: from here on the file refuses changes."""
        kept = {segment.id for segment in bezoek.segmenten}
        for row in self._db.rows("SELECT id FROM segment WHERE bezoek = ?", (bezoek.id,)):
            if row["id"] not in kept:
                self.wis_segment(row["id"])
        self.bewaar(bezoek)

    def verwerp(self, id_: str) -> None:
        """Take a draft away. Raises DomainError once vastgelegd."""
        self._db.run("DELETE FROM segment WHERE bezoek = ?", (id_,))
        self._db.run("DELETE FROM deurbezoek WHERE id = ?", (id_,))
        release(self._db, KIND, id_)


def load(access: Access, id_: str) -> Deurbezoek | None:
    """A visit of this laptop, or None."""
    row = access.row(_SELECT, (id_,))
    if row is None:
        return None
    return Deurbezoek(
        id=row["id"],
        dossiers=texts(row["dossiers"]),
        adres=row["adres"],
        begonnen_op=needed_moment(row["begonnen_op"]),
        ander_adres=bool(row["ander_adres"]),
        modus=Modus(row["modus"]),
        uitkomst=Uitkomst(row["uitkomst"]) if row["uitkomst"] else None,
        aangetroffen=frozenset(Aanwezig(wie) for wie in texts(row["aangetroffen"])),
        vinkjes=tuple(_vinkje(found) for found in from_json(row["vinkjes"])),
        binnen=bool(row["binnen"]),
        niet_thuis=_niet_thuis(from_json(row["niet_thuis"])) if row["niet_thuis"] else None,
        segmenten=_segmenten(access, id_),
        geeindigd_op=moment(row["geeindigd_op"]),
        vastgelegd_op=moment(row["vastgelegd_op"]),
        corrigeert=row["corrigeert"],
        reden_correctie=row["reden_correctie"],
    )


def _segmenten(access: Access, bezoek: str) -> tuple[Segment, ...]:
    rows = access.rows(
        "SELECT id, soort, tijd, tekst, spreker, ongevraagd FROM segment WHERE bezoek = ? ORDER BY plaats",
        (bezoek,),
    )
    return tuple(
        Segment(
            row["id"],
            SoortSegment(row["soort"]),
            needed_moment(row["tijd"]),
            row["tekst"],
            row["spreker"],
            bool(row["ongevraagd"]),
        )
        for row in rows
    )


def _vinkje(found: dict[str, Any]) -> Vinkje:
    return Vinkje(SoortVinkje(found["soort"]), needed_moment(found["tijd"]), found["wie"])


def _niet_thuis(found: dict[str, Any]) -> NietThuis:
    left = found["achtergelaten"]
    return NietThuis(tuple(found["gezien"]), Achtergelaten(left) if left else None, found["kaartnummer"])


def _header(bezoek: Deurbezoek) -> tuple[Value, ...]:
    """Everything but the id and the remarks, in the order of the columns."""
    niet_thuis = bezoek.niet_thuis
    return (
        to_json(bezoek.dossiers),
        bezoek.adres,
        bezoek.begonnen_op.isoformat(),
        bezoek.ander_adres,
        bezoek.modus.value,
        bezoek.uitkomst.value if bezoek.uitkomst else None,
        to_json(sorted(wie.value for wie in bezoek.aangetroffen)),
        to_json([{"soort": v.soort.value, "tijd": v.tijd.isoformat(), "wie": v.wie} for v in bezoek.vinkjes]),
        bezoek.binnen,
        to_json(
            {
                "gezien": niet_thuis.gezien,
                "achtergelaten": niet_thuis.achtergelaten.value if niet_thuis.achtergelaten else None,
                "kaartnummer": niet_thuis.kaartnummer,
            }
        )
        if niet_thuis is not None
        else None,
        iso(bezoek.geeindigd_op),
        iso(bezoek.vastgelegd_op),
        bezoek.corrigeert,
        bezoek.reden_correctie,
    )
