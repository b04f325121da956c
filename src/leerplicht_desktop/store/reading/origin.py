"""Where a piece of own work stands on its way to the municipality, and whose it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from leerplicht_desktop.store.kluis.codec import to_json
from leerplicht_desktop.store.kluis.connection import Access


@dataclass(frozen=True, slots=True)
class Standing:
    """``sent`` once the municipality answered or gave it back; ``refused`` when it would not have it."""

    sent: bool
    refused: bool


def standing(access: Access, entity: str, id_: str) -> Standing:
    """The standing of one record; what was pulled counts as sent, even if the answer was lost.

    What a municipality that was put back has not given again (revision 0) may be gone there.
    """
    if access.value("SELECT 1 FROM spiegel_record WHERE entity = ? AND id = ? AND rev > 0", (entity, id_)):
        return Standing(sent=True, refused=False)
    state = access.value(
        "SELECT toestand FROM uitvak WHERE entity = ? AND id = ? ORDER BY n DESC LIMIT 1", (entity, id_)
    )
    return Standing(sent=state in ("applied", "conflict", "rejected"), refused=state == "rejected")


def officer(access: Access) -> str:
    """The officer of this laptop; empty before enrolment."""
    return str(access.value("SELECT ambtenaar FROM koppeling") or "")


def names(access: Access, dossiers: Iterable[str]) -> str:
    """The jongeren of these dossiers as one text; those that left the caseload are not named."""
    asked = tuple(dossiers)
    rows = access.rows(
        "SELECT dossier, naam FROM dossier_regel WHERE dossier IN (SELECT value FROM json_each(?))",
        (to_json(asked),),
    )
    known = {row["dossier"]: row["naam"] for row in rows}
    found = [known[dossier] for dossier in asked if dossier in known]
    return found[0] if len(found) == 1 else " en ".join(filter(None, (", ".join(found[:-1]), *found[-1:])))
