"""The form of single fields. Each function gives the value or raises GeweigerdError; none quotes it."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from .verslag import GeweigerdError

_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_NINE = re.compile(r"[0-9]{9}")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_HOURS = re.compile(r"-?[0-9]{1,4}(?:[.,][0-9]{1,4})?")
_PHONE = re.compile(r"[0-9 ()+/.-]{3,40}")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+")
_BRIN = re.compile(r"[0-9]{2}[A-Z]{2}")
_POSTCODE = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")


def _sum(digits: str) -> int:
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))


def bsn(text: str) -> str:
    """A burgerservicenummer of nine digits that passes the elfproef; eight get their leading zero back."""
    digits = f"0{text}" if len(text) == 8 else text
    if not _NINE.fullmatch(digits):
        raise GeweigerdError(
            "bsn heeft geen negen cijfers", "Neem het nummer over uit de melding van de school."
        )
    if int(digits) == 0 or _sum(digits) % 11:
        raise GeweigerdError(
            "bsn faalt de elfproef", "Er staat een tikfout in. Vraag de school het nummer na."
        )
    return digits


def onderwijsnummer(text: str) -> str:
    """An onderwijsnummer: nine digits, begins with 10, elfproef with remainder five."""
    if not _NINE.fullmatch(text):
        raise GeweigerdError("onderwijsnummer heeft geen negen cijfers", "Vraag de school het nummer na.")
    if not text.startswith("10") or _sum(text) % 11 != 5:
        raise GeweigerdError(
            "onderwijsnummer faalt de controle", "Er staat een tikfout in. Vraag de school het nummer na."
        )
    return text


def datum(text: str, veld: str) -> date:
    """A day as ``jjjj-mm-dd``."""
    if not text:
        raise GeweigerdError(f"{veld} ontbreekt", "Vul de datum in als jjjj-mm-dd.")
    match = _DATE.fullmatch(text)
    if match is None:
        raise GeweigerdError(f"{veld} heeft niet de vorm jjjj-mm-dd", "Schrijf bijvoorbeeld 2026-09-01.")
    try:
        day = date(*(int(part) for part in match.groups()))
    except ValueError:
        raise GeweigerdError("datum bestaat niet", f"Kijk {veld} na op de kalender.") from None
    if not 1990 <= day.year <= 2100:
        raise GeweigerdError(f"{veld} ligt te ver weg", "Kijk het jaartal na.")
    return day


def uren(text: str) -> float:
    """Hours missed on one day, more than none and no more than a day has; a comma is read as a point."""
    if not _HOURS.fullmatch(text):
        raise GeweigerdError(
            "verzuimspecificatie bevat geen aantal uren", "Schrijf datum=uren, zoals 2026-09-01=5.5."
        )
    hours = Decimal(text.replace(",", "."))
    if hours <= 0:
        raise GeweigerdError("verzuim van nul of minder uren", "Laat een dag zonder verzuim weg.")
    if hours > 24:
        raise GeweigerdError("meer uren dan een dag kan hebben", "Kijk het aantal uren van die dag na.")
    return float(hours)


def ja_nee(text: str, veld: str) -> bool:
    """J or N."""
    word = text.upper()
    if word not in {"J", "N"}:
        raise GeweigerdError(f"{veld} is niet J of N", "Vul J of N in.")
    return word == "J"


def brin(text: str) -> str:
    """A BRIN: two digits and two letters."""
    if not text:
        raise GeweigerdError("brin ontbreekt", "Vul het BRIN van de school in, zoals 05KO.")
    if not _BRIN.fullmatch(text.upper()):
        raise GeweigerdError(
            "brin heeft niet de vorm cijfer cijfer letter letter", "Een BRIN ziet eruit als 05KO."
        )
    return text.upper()


def vestiging(text: str) -> str:
    """Two digits."""
    if not re.fullmatch(r"[0-9]{2}", text):
        raise GeweigerdError("vestiging heeft geen twee cijfers", "De hoofdvestiging heeft nummer 00.")
    return text


def telefoon(text: str, veld: str) -> str:
    """A telephone number, or nothing."""
    if text and not _PHONE.fullmatch(text):
        raise GeweigerdError(f"{veld} is geen telefoonnummer", "Gebruik cijfers, spaties en streepjes.")
    return text


def email(text: str, veld: str) -> str:
    """An e-mail address, or nothing."""
    if text and not _MAIL.fullmatch(text):
        raise GeweigerdError(f"{veld} is geen e-mailadres", "Een e-mailadres heeft één @ en geen spaties.")
    return text


def postcode(text: str, veld: str) -> str:
    """Four digits and two letters, or nothing."""
    compact = text.replace(" ", "").upper()
    if compact and not _POSTCODE.fullmatch(compact):
        raise GeweigerdError(f"{veld} heeft niet de vorm 1234AB", "Kijk de postcode na.")
    return compact
