"""A report of the school in words."""

from __future__ import annotations

from datetime import date

from leerplicht_desktop.casework.queries.caseload import MeldingBeeld
from leerplicht_desktop.domain.verzuim.weken import uren_in_woorden
from leerplicht_desktop.ui.kit.dates import short_date


def hoeveel(melding: MeldingBeeld) -> str:
    """``24 lesuren gemist op 8 dagen.``"""
    if not melding.dagen:
        return "School noemt geen uren."
    uren = uren_in_woorden((uren for _, uren in melding.dagen), melding.eenheid)
    dagen = len(melding.dagen)
    return f"{uren} gemist op {dagen} {'dag' if dagen == 1 else 'dagen'}."


def sinds_wanneer(melding: MeldingBeeld, vandaag: date) -> str:
    """From when until when; a report without an end still goes on."""
    begin = short_date(melding.begindatum, vandaag)
    if melding.einddatum is None:
        return f"Sinds {begin}. School noemt nog geen einde."
    if melding.einddatum == melding.begindatum:
        return f"Op {begin}."
    return f"Van {begin} tot en met {short_date(melding.einddatum, vandaag)}."
