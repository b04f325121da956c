"""What somebody is suspected of, in the words that a hearing begins with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from leerplicht_desktop.domain.datumtekst import lang


def verdenking(jongeren: Sequence[str], pleegdatum: date) -> str:
    """The suspicion as it follows on "verdacht van": the law, whose absence, and its last day.

    ``jongeren`` are names as they are printed; without any the sentence names nobody. Source: article 26
    Leerplichtwet 1969, article 29 Sv.
    """
    namen = " en ".join(jongeren)
    over = f" door verzuim van {namen}" if namen else ""
    return f"overtreding van de Leerplichtwet 1969{over}, tot en met {lang(pleegdatum)}"
