"""Every kind of procedure with its door. A new one is a file of questions and a rule, and a line here."""

from __future__ import annotations

from .haltdeur import HALTDEUR
from .inschrijvingdeur import INSCHRIJVINGDEUR
from .luxedeur import LUXEDEUR
from .meldcodedeur import MELDCODEDEUR
from .oordeel import Deur
from .procedure import Proceduresoort
from .verlofdeur import VERLOFDEUR
from .vervangdeur import VERVANGDEUR
from .vrijstellingdeur import VRIJSTELLINGDEUR

DEUREN = {
    deur.soort: deur
    for deur in (
        VERLOFDEUR,
        VRIJSTELLINGDEUR,
        VERVANGDEUR,
        INSCHRIJVINGDEUR,
        LUXEDEUR,
        HALTDEUR,
        MELDCODEDEUR,
    )
}
"""In the order in which they are offered."""


def deur_van(soort: Proceduresoort) -> Deur:
    """The door of a kind."""
    return DEUREN[soort]
