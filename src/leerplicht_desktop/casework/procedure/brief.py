"""What a procedure knows of the letter that follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from leerplicht_desktop.casework.queries.caseload import Caseload, DossierBeeld
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.procedure.vraag import Waarde
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

from .feiten import procedurestanden


def briefwaarden(
    caseload: Caseload, beeld: DossierBeeld, vandaag: date, soort: Documentsoort
) -> Mapping[str, Waarde]:
    """Values by the name of their field, out of the newest procedure that asks for such a letter."""
    try:
        standen = procedurestanden(caseload, beeld, vandaag)
    except DomainError:
        return {}
    return next((een.oordeel.brief_waarden for een in standen if een.oordeel.brief is soort), {})
