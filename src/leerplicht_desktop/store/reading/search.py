"""Pages of the list of dossiers: filters, search as you type, and where a hit was found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlcipher3 import dbapi2

from leerplicht_desktop.casework.queries.caseload import DossierFilter, DossierRegel, Pagina
from leerplicht_desktop.store.kluis.codec import day, to_json
from leerplicht_desktop.store.kluis.connection import Access, Value

from .finding import Finder, Hit, Hits

NEW_DAYS = 14
"""Reports of this many days count as new."""

_LINE = (
    "SELECT r.dossier, r.nummer, r.naam, r.school, r.leerjaar, r.soort, r.datum_melding, r.geheim, "
    "r.sorteer, "
    "(SELECT min(t.uiterlijk) FROM open_taak AS t WHERE t.dossier = r.dossier) AS taak_uiterlijk, "
    "EXISTS (SELECT 1 FROM concept AS c WHERE c.dossier = r.dossier) AS concept, "
    "EXISTS (SELECT 1 FROM uitvak_dossier AS d JOIN uitvak AS u ON u.n = d.n WHERE d.dossier = r.dossier "
    "AND u.toestand IN ('new', 'waiting')) AS te_verzenden "
    "FROM dossier_regel AS r "
)
_COUNT = "SELECT count(*) FROM dossier_regel AS r"
_NAMED = "SELECT r.dossier FROM dossier_regel AS r"
_FILTERS = {
    DossierFilter.ALLE: "",
    DossierFilter.NIEUW: "r.datum_melding >= :nieuw",
    DossierFilter.TAAK: "r.dossier IN (SELECT dossier FROM open_taak)",
    DossierFilter.CONCEPT: "r.dossier IN (SELECT dossier FROM concept)",
}
_AMONG = "r.dossier IN (SELECT value FROM json_each(:hits))"
_HOUSEHOLD = (
    "WHERE r.dossier = :dossier OR (r.adres_sleutel <> '' AND r.adres_sleutel = "
    "(SELECT adres_sleutel FROM dossier_regel WHERE dossier = :dossier)) "
    "ORDER BY r.dossier <> :dossier, r.sorteer, r.dossier"
)
_AFTER = "(r.sorteer, r.dossier) > (:na_sorteer, :na_dossier)"


@dataclass(frozen=True)
class Asked:
    """A question to the list: what was typed, a filter, and the day it is asked."""

    tekst: str
    filter_: DossierFilter
    vandaag: date

    def conditions(self) -> tuple[list[str], dict[str, Value]]:
        """What a line must obey for the filter, and the values for it."""
        condition = _FILTERS[self.filter_]
        return ([condition] if condition else []), _params(self.vandaag)


def page(access: Access, finder: Finder, asked: Asked, na: tuple[str, str] | None, aantal: int) -> Pagina:
    """A page of at most ``aantal`` lines after the key ``na``, with the number of hits in all."""
    if asked.tekst.strip():
        return _best(access, finder.hits(asked.tekst), asked, na, aantal)
    conditions, params = asked.conditions()
    total = int(access.value(_COUNT + _where(conditions), params))
    if na is not None:
        conditions.append(_AFTER)
        params |= {"na_sorteer": na[0], "na_dossier": na[1]}
    params["aantal"] = aantal + 1
    rows = access.rows(
        f"{_LINE}{_where(conditions)} ORDER BY r.sorteer, r.dossier LIMIT :aantal",
        params,
    )
    shown = rows[:aantal]
    more = len(rows) > aantal and shown
    return Pagina(
        tuple(line(row) for row in shown),
        (shown[-1]["sorteer"], shown[-1]["dossier"]) if more else None,
        total,
    )


def holds(access: Access, finder: Finder, asked: Asked, dossier: str) -> bool:
    """Whether a dossier is among the hits, on whatever page."""
    if asked.tekst.strip():
        hits = [hit for hit in finder.hits(asked.tekst).order if hit.dossier == dossier]
        return bool(_kept(access, hits, asked))
    conditions, params = asked.conditions()
    conditions.append("r.dossier = :dossier")
    return bool(access.value(_COUNT + _where(conditions), params | {"dossier": dossier}))


def _best(access: Access, found: Hits, asked: Asked, na: tuple[str, str] | None, aantal: int) -> Pagina:
    """A page of hits, the best first."""
    hits = _kept(access, found.order, asked)
    rest = hits if na is None else [hit for hit in hits if hit.key > na]
    shown = rest[:aantal]
    rows = access.rows(f"{_LINE}WHERE {_AMONG}", {"hits": to_json([hit.dossier for hit in shown])})
    lines = {row["dossier"]: line(row) for row in rows}
    return Pagina(
        tuple(replace(lines[hit.dossier], gevonden_in=found.found_in(hit.dossier)) for hit in shown),
        shown[-1].key if len(rest) > aantal and shown else None,
        len(hits),
    )


def _kept(access: Access, hits: list[Hit], asked: Asked) -> list[Hit]:
    """The hits that the filter leaves."""
    conditions, params = asked.conditions()
    if not conditions:
        return hits
    params["hits"] = to_json([hit.dossier for hit in hits])
    rows = access.rows(_NAMED + _where([*conditions, _AMONG]), params)
    kept = {row["dossier"] for row in rows}
    return [hit for hit in hits if hit.dossier in kept]


def household(access: Access, dossier: str) -> tuple[DossierRegel, ...]:
    """Dossiers at the address of this one, which comes first."""
    return tuple(line(row) for row in access.rows(_LINE + _HOUSEHOLD, {"dossier": dossier}))


def counts(access: Access, vandaag: date) -> dict[DossierFilter, int]:
    """How many dossiers each filter holds."""
    params = _params(vandaag)
    return {
        filter_: int(access.value(_COUNT + _where([condition] if condition else []), params))
        for filter_, condition in _FILTERS.items()
    }


def line(row: dbapi2.Row) -> DossierRegel:
    """A row of the list."""
    return DossierRegel(
        dossier=row["dossier"],
        nummer=row["nummer"],
        naam=row["naam"],
        school=row["school"],
        leerjaar=row["leerjaar"],
        soort=row["soort"],
        datum_melding=day(row["datum_melding"]),
        taak_uiterlijk=day(row["taak_uiterlijk"]),
        geheim=bool(row["geheim"]),
        concept=bool(row["concept"]),
        te_verzenden=bool(row["te_verzenden"]),
    )


def _params(vandaag: date) -> dict[str, Value]:
    return {"nieuw": (vandaag - timedelta(days=NEW_DAYS)).isoformat()}


def _where(conditions: list[str]) -> str:
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""
