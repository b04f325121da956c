"""Open concepts of which every dossier left the laptop: they are the officer's until he decides."""

from __future__ import annotations

from leerplicht_desktop.casework.ids import gemaakt_op
from leerplicht_desktop.casework.queries.achtergebleven import Achterblijver
from leerplicht_desktop.store.kluis.connection import Access

_LEFT = (
    "SELECT DISTINCT c.soort, c.id FROM concept AS c WHERE NOT EXISTS (SELECT 1 FROM concept AS o "
    "JOIN dossier_regel AS r ON r.dossier = o.dossier WHERE o.soort = c.soort AND o.id = c.id) ORDER BY c.id"
)


def concepts(access: Access) -> tuple[Achterblijver, ...]:
    """The oldest first: a name tells when it was made."""
    return tuple(Achterblijver(row["soort"], row["id"], gemaakt_op(row["id"])) for row in access.rows(_LEFT))
