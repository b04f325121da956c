"""Every kind of procedure with its door. A new one is a file of questions and a rule, and a line here."""

from __future__ import annotations

from .oordeel import Deur
from .procedure import Proceduresoort
from .verlofdeur import VERLOFDEUR

DEUREN = {deur.soort: deur for deur in (VERLOFDEUR,)}
"""In the order in which they are offered."""


def deur_van(soort: Proceduresoort) -> Deur:
    """The door of a kind."""
    return DEUREN[soort]
