"""What an officer types in a field, understood: days, times, numbers, rows.

A value is kept as :data:`Veldwaarde`: days, moments and times as ISO 8601 text. What cannot be understood
raises DomainError for the field, with a sentence that says what to type.
"""

from __future__ import annotations

from datetime import date, datetime, time

from leerplicht_desktop.casework.concepten import Veldwaarde
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.identiteit import Bsn

from .datuminvoer import lees_datum, lees_tijd

_GROOTST = 999_999_999


def dichtste_dag(tekst: str, vandaag: date, veld: str) -> date:
    """The day that was typed; without a year the one closest to today.

    A letter speaks of days that were and of days that come. Raises DomainError.
    """
    dagen = {lees_datum(tekst, vandaag, vooruit=vooruit, veld=veld) for vooruit in (True, False)}
    return min(dagen, key=lambda dag: (abs((dag - vandaag).days), dag < vandaag))


def datum_uit(tekst: str, vandaag: date, veld: str) -> Veldwaarde:
    """A day; empty text is no day. Raises DomainError."""
    return dichtste_dag(tekst, vandaag, veld).isoformat() if tekst.strip() else None


def tijd_uit(tekst: str, veld: str) -> Veldwaarde:
    """A time of day. Raises DomainError."""
    return lees_tijd(tekst, veld).strftime("%H:%M") if tekst.strip() else None


def moment_uit(dag: str, tijd: str, vandaag: date, veld: str) -> Veldwaarde:
    """Day and time together; both empty is no moment. Raises DomainError."""
    if not dag.strip() and not tijd.strip():
        return None
    gelezen = dichtste_dag(dag, vandaag, veld)
    return datetime.combine(gelezen, lees_tijd(tekst=tijd, veld=veld)).isoformat(timespec="minutes")


def getal_uit(tekst: str, veld: str) -> Veldwaarde:
    """A whole number. Raises DomainError."""
    kaal = tekst.strip().replace(".", "")
    if not kaal:
        return None
    if not kaal.isdecimal() or int(kaal) > _GROOTST:
        raise DomainError(veld, "Typ een heel getal, bijvoorbeeld 12.")
    return int(kaal)


def bsn_uit(tekst: str, veld: str) -> Veldwaarde:
    """A BSN that passes the elfproef. Raises DomainError; the number is not repeated."""
    if not tekst.strip():
        return None
    try:
        return Bsn(tekst.strip()).waarde
    except DomainError as fout:
        raise DomainError(veld, fout.bericht, fout.artikel) from None


def lijst_uit(tekst: str) -> Veldwaarde:
    """A point for each line."""
    return tuple(regel.strip() for regel in tekst.splitlines() if regel.strip())


def dag_van(waarde: Veldwaarde) -> date | None:
    """The day in a kept value."""
    if not isinstance(waarde, str) or not waarde:
        return None
    try:
        return datetime.fromisoformat(waarde).date()
    except ValueError:
        return None


def tijd_van(waarde: Veldwaarde) -> time | None:
    """The time in a kept value: of a moment, or a time alone."""
    if not isinstance(waarde, str) or not waarde:
        return None
    try:
        return datetime.fromisoformat(waarde).time() if "T" in waarde else time.fromisoformat(waarde)
    except ValueError:
        return None
