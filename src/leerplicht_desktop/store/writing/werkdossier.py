"""Which own work belongs to which dossier."""

from __future__ import annotations

from leerplicht_desktop.store.kluis.codec import to_json
from leerplicht_desktop.store.kluis.connection import Access


def assign(access: Access, soort: str, id_: str, dossiers: tuple[str, ...]) -> None:
    """Make exactly these dossiers the ones a piece of work belongs to."""
    release(access, soort, id_)
    access.run_many(
        "INSERT INTO werk_dossier (dossier, soort, id) VALUES (?, ?, ?)",
        [(dossier, soort, id_) for dossier in dict.fromkeys(dossiers)],
    )


def release(access: Access, soort: str, id_: str) -> None:
    """Forget a piece of work that is taken away."""
    access.run("DELETE FROM werk_dossier WHERE soort = ? AND id = ?", (soort, id_))


def draft_of(access: Access, soort: str, dossiers: tuple[str, ...]) -> str | None:
    """The oldest open draft that shares one of the dossiers."""
    found = access.value(
        "SELECT min(id) FROM concept WHERE soort = ? AND dossier IN (SELECT value FROM json_each(?))",
        (soort, to_json(dossiers)),
    )
    return None if found is None else str(found)


def drafts_of(access: Access, soort: str, dossiers: tuple[str, ...]) -> tuple[str, ...]:
    """Every open draft that shares one of the dossiers, the oldest first."""
    rows = access.rows(
        "SELECT DISTINCT id FROM concept WHERE soort = ? "
        "AND dossier IN (SELECT value FROM json_each(?)) ORDER BY id",
        (soort, to_json(dossiers)),
    )
    return tuple(row["id"] for row in rows)
