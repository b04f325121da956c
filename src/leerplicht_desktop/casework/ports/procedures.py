"""Repository for procedures: ``work.procedures``."""

from __future__ import annotations

from typing import Protocol

from leerplicht_desktop.domain.procedure.procedure import Procedure
from leerplicht_desktop.domain.procedure.vraag import Waarde


class Procedures(Protocol):
    """Procedures of this laptop, version after version. Each call is part of the running transaction."""

    def nieuw(self, procedure: Procedure) -> None:
        """Keep a new draft."""

    def laad(self, id_: str) -> Procedure:
        """One version, from this laptop or pulled; raises KeyError when unknown."""

    def concepten(self, dossiers: tuple[str, ...]) -> tuple[str, ...]:
        """The open drafts that share a jongere with ``dossiers``, the oldest first."""

    def schrijf(self, id_: str, naam: str, waarde: Waarde) -> None:
        """The keystroke path of one answer. Raises KeyError when unknown."""

    def schrijf_reden(self, id_: str, reden: str) -> None:
        """The keystroke path of why an answer was changed. Raises KeyError when unknown."""

    def leg_vast(self, procedure: Procedure) -> None:
        """Fix it: from here on the file refuses changes."""

    def verwerp(self, id_: str) -> None:
        """Take a draft away."""
