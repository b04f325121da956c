"""The list of dossiers and its search index: one line per dossier, made from the mirror."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from leerplicht_desktop.domain.verzuim.meldstatus import INGETROKKEN
from leerplicht_desktop.store.kluis.codec import text_of
from leerplicht_desktop.store.kluis.connection import Access, Value

from .display import short_name
from .folding import indexed, words
from .pulled import fields_of

Fields = Mapping[str, Any]

_INSERT = (
    "INSERT INTO dossier_regel (dossier, sorteer, nummer, naam, school, school_id, leerjaar, soort, "
    "datum_melding, geheim, adres_sleutel, zoek_naam, cijfers) VALUES (:dossier, :sorteer, :nummer, :naam, "
    ":school, :school_id, :leerjaar, :soort, :datum_melding, :geheim, :adres_sleutel, :zoek_naam, :cijfers)"
)
_NEWEST = (
    "SELECT r.id FROM spiegel_dossier AS d JOIN spiegel_record AS r ON r.entity = d.entity AND r.id = d.id "
    "WHERE d.dossier = ? AND d.entity = 'verzuimmelding' "
    "AND coalesce(json_extract(r.fields, '$.status'), '') <> ? "
    "ORDER BY r.dag DESC, r.id DESC LIMIT 1"
)


class Listing:
    """Kept by pull, in the transaction that changed the mirror."""

    def __init__(self, access: Access) -> None:
        self._db = access

    def rebuild(self, dossiers: Iterable[str]) -> None:
        """Make the lines of these dossiers anew; a dossier that left disappears."""
        for dossier in dossiers:
            self._drop(dossier)
            self._db.relist(dossier)
            values = self._line(dossier)
            if values is not None:
                self._add(values)

    def clear(self) -> None:
        """No lines at all."""
        for row in self._db.rows("SELECT dossier FROM dossier_regel"):
            self._db.relist(row["dossier"])
        self._db.run("DELETE FROM dossier_regel")
        self._db.run("DELETE FROM dossier_zoek")

    def _drop(self, dossier: str) -> None:
        nr = self._db.value("SELECT nr FROM dossier_regel WHERE dossier = ?", (dossier,))
        if nr is not None:
            self._db.run("DELETE FROM dossier_zoek WHERE rowid = ?", (nr,))
            self._db.run("DELETE FROM dossier_regel WHERE nr = ?", (nr,))

    def _add(self, values: dict[str, Value]) -> None:
        self._db.run(_INSERT, values)
        self._db.run(
            "INSERT INTO dossier_zoek (rowid, naam, school, nummer, cijfers) "
            "VALUES ((SELECT nr FROM dossier_regel WHERE dossier = :dossier), :zoek_naam, :zoek_school, "
            ":zoek_nummer, :cijfers)",
            values,
        )

    def _line(self, dossier: str) -> dict[str, Value] | None:
        fields = fields_of(self._db, "dossier", dossier)
        if fields is None:
            return None
        person = fields_of(self._db, "persoon", fields.get("jongere") or "") or {}
        school = fields_of(self._db, "school", fields.get("school") or "") or {}
        newest = self._db.value(_NEWEST, (dossier, INGETROKKEN))
        report = fields_of(self._db, "verzuimmelding", newest) if newest else None
        name, number = text_of(fields, "naam"), text_of(fields, "nummer")
        school_name = text_of(school, "naam")
        return {
            "dossier": dossier,
            "sorteer": _sort_key(person, name),
            "nummer": number,
            "naam": short_name(person, name),
            "school": school_name,
            "school_id": text_of(fields, "school"),
            "leerjaar": text_of(fields, "leerjaar") or text_of(report or {}, "leerjaar"),
            "soort": text_of(report or {}, "soort"),
            "datum_melding": text_of(report or {}, "datum_melding"),
            "geheim": bool(person.get("geheimhouding")),
            "adres_sleutel": text_of(person, "adres_sleutel"),
            "zoek_naam": indexed(f"{_registered(person)} {name}"),
            "cijfers": _last_four(person),
            "zoek_school": indexed(school_name),
            "zoek_nummer": indexed(number),
        }


def _registered(person: Fields) -> str:
    lo3 = person.get("lo3") or {}
    return " ".join(str(lo3.get(element, "")) for element in ("02.10", "02.30", "02.40"))


def _sort_key(person: Fields, name: str) -> str:
    """Surname without its prefix, then the given names: where somebody looks in a Dutch list."""
    lo3 = person.get("lo3") or {}
    if not lo3.get("02.40"):
        return " ".join(words(name))
    return " ".join((*words(lo3["02.40"]), *words(lo3.get("02.10", "")), *words(lo3.get("02.30", ""))))


def _last_four(person: Fields) -> str:
    numbers = (text_of(person, "bsn"), text_of(person, "onderwijsnummer"))
    return " ".join(number[-4:] for number in numbers if len(number) >= 4)
