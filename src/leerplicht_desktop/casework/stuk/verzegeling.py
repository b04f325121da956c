"""What sealing of any document asks: the very paper that was read, of the concept as it still is."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import Drukwerk
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.privacy.regime import Grens, Regime, regime_van
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

GRENS = "privacy.grens"
"""Setting: where the organisation lets opsporing begin, a value of ``domain.privacy.regime.Grens``."""

_HOOGSTENS = timedelta(hours=1)


def eis_zelfde(drukwerk: Drukwerk, concept: str, versie: int, nu: datetime) -> None:
    """Raise DomainError (``drukwerk``) unless it is the final paper of this concept as it is now."""
    if not drukwerk.definitief or drukwerk.concept != concept:
        raise DomainError("drukwerk", "Maak het stuk eerst op om te verzegelen.")
    if drukwerk.versie != versie:
        raise DomainError(
            "drukwerk", "Het concept is veranderd nadat je het bekeek. Bekijk het opnieuw en verzegel dan."
        )
    if not nu - _HOOGSTENS <= drukwerk.moment <= nu:
        raise DomainError("drukwerk", "Het stuk is te lang geleden opgemaakt. Bekijk het opnieuw.")


def bestand_hash(pdf: bytes) -> str:
    """SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(pdf).hexdigest()


def regime(work: Work, soort: Documentsoort, moment: datetime) -> Regime:
    """AVG or Wpg, by the line the organisation draws."""
    grens = work.caseload.instelling(GRENS)
    dag = in_nederland(moment).date()
    return regime_van(soort, dag, Grens(grens) if grens else Grens.OPROEP_VERHOOR).regime
