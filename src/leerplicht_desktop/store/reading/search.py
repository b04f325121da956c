"""Pages of the list of dossiers: filters, search as you type, and where a hit was found."""

from __future__ import annotations

from datetime import date, timedelta

from sqlcipher3 import dbapi2

from leerplicht_desktop.casework.queries.caseload import DossierFilter, DossierRegel, Pagina
from leerplicht_desktop.store.kluis.codec import day
from leerplicht_desktop.store.kluis.connection import Access, Value
from leerplicht_desktop.store.spiegel.folding import indexed, words

NEW_DAYS = 14
"""Reports of this many days count as new."""

_LINE = (
    "SELECT r.dossier, r.nummer, r.naam, r.school, r.leerjaar, r.soort, r.datum_melding, r.geheim, "
    "r.sorteer, r.zoek_naam, r.cijfers, "
    "(SELECT min(t.uiterlijk) FROM open_taak AS t WHERE t.dossier = r.dossier) AS taak_uiterlijk, "
    "EXISTS (SELECT 1 FROM concept AS c WHERE c.dossier = r.dossier) AS concept, "
    "EXISTS (SELECT 1 FROM uitvak_dossier AS d JOIN uitvak AS u ON u.n = d.n WHERE d.dossier = r.dossier "
    "AND u.toestand IN ('new', 'waiting')) AS te_verzenden "
    "FROM dossier_regel AS r "
)
_COUNT = "SELECT count(*) FROM dossier_regel AS r"
_FILTERS = {
    DossierFilter.ALLE: "",
    DossierFilter.NIEUW: "r.datum_melding >= :nieuw",
    DossierFilter.TAAK: "r.dossier IN (SELECT dossier FROM open_taak)",
    DossierFilter.CONCEPT: "r.dossier IN (SELECT dossier FROM concept)",
}
_FOUND = "r.nr IN (SELECT rowid FROM dossier_zoek WHERE dossier_zoek MATCH :zoek)"
_HOUSEHOLD = (
    "WHERE r.dossier = :dossier OR (r.adres_sleutel <> '' AND r.adres_sleutel = "
    "(SELECT adres_sleutel FROM dossier_regel WHERE dossier = :dossier)) "
    "ORDER BY r.dossier <> :dossier, r.sorteer, r.dossier"
)
_AFTER = "(r.sorteer, r.dossier) > (:na_sorteer, :na_dossier)"


def page(
    access: Access,
    tekst: str,
    filter_: DossierFilter,
    na: tuple[str, str] | None,
    aantal: int,
    vandaag: date,
) -> Pagina:
    """A page of at most ``aantal`` lines after the key ``na``, with the number of hits in all."""
    asked = words(tekst)
    if tekst.strip() and not asked:
        return Pagina((), None, 0)
    conditions, params = _asks(asked, filter_, vandaag)
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
        tuple(line(row, asked) for row in shown),
        (shown[-1]["sorteer"], shown[-1]["dossier"]) if more else None,
        total,
    )


def holds(access: Access, dossier: str, tekst: str, filter_: DossierFilter, vandaag: date) -> bool:
    """Whether a dossier is among the hits, on whatever page."""
    asked = words(tekst)
    if tekst.strip() and not asked:
        return False
    conditions, params = _asks(asked, filter_, vandaag)
    conditions.append("r.dossier = :dossier")
    return bool(access.value(_COUNT + _where(conditions), params | {"dossier": dossier}))


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


def match(asked: tuple[str, ...]) -> str:
    """The question to the index: every word begins a word of the line; four digits may also end a number."""
    return " AND ".join(_term(word) for word in asked)


def line(row: dbapi2.Row, asked: tuple[str, ...] = ()) -> DossierRegel:
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
        gevonden_in=_found_in(row, asked) if asked else "",
    )


def _asks(
    asked: tuple[str, ...], filter_: DossierFilter, vandaag: date
) -> tuple[list[str], dict[str, Value]]:
    """What a line must obey to be in the list, and the values for it."""
    params = _params(vandaag)
    conditions = [_FILTERS[filter_]] if _FILTERS[filter_] else []
    if asked:
        conditions.append(_FOUND)
        params["zoek"] = match(asked)
    return conditions, params


def _term(word: str) -> str:
    begins = f'{{naam school nummer}} : "{word}" *'
    if len(word) == 4 and word.isascii() and word.isdigit():
        return f'(({begins}) OR (cijfers : "{word}"))'
    return f"({begins})"


def _found_in(row: dbapi2.Row, asked: tuple[str, ...]) -> str:
    """The place that explains the hit best: the name when that is enough, else what the name lacks."""
    name = row["zoek_naam"].split()
    places = {
        "bsn": row["cijfers"].split(),
        "nummer": indexed(row["nummer"]).split(),
        "school": indexed(row["school"]).split(),
    }
    lacking = [word for word in asked if not any(part.startswith(word) for part in name)]
    for word in lacking:
        for place, parts in places.items():
            if any(part == word if place == "bsn" else part.startswith(word) for part in parts):
                return place
    return "naam"


def _params(vandaag: date) -> dict[str, Value]:
    return {"nieuw": (vandaag - timedelta(days=NEW_DAYS)).isoformat()}


def _where(conditions: list[str]) -> str:
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""
