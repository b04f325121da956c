"""The form of single fields. Each function gives the value or raises RefusedError; none quotes it."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from leerplicht_protocol import elfproef

from . import spreadsheet
from .report import RefusedError

_SEPARATORS = re.compile(r"[\s.\-]")
_HOURS = re.compile(r"-?[0-9]{1,4}(?:[.,][0-9]{1,4})?")
_PHONE = re.compile(r"[0-9 ()+/.-]{3,40}")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+")
_BRIN = re.compile(r"[0-9]{2}[A-Z]{2}")
_BRIN_WITHOUT_NOUGHT = re.compile(r"[0-9][A-Z]{2}")
_POSTCODE = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")


def bsn(text: str, remedy: str = "Neem het nummer over uit de melding van de school.") -> str:
    """A burgerservicenummer of nine digits that passes the elfproef; eight get their leading zero back."""
    digits = elfproef.with_nought(_SEPARATORS.sub("", spreadsheet.plain(text, "bsn")))
    if not elfproef.nine_digits(digits):
        raise RefusedError("bsn heeft geen negen cijfers", remedy)
    if not elfproef.is_bsn(digits):
        raise RefusedError("bsn faalt de elfproef", f"Er staat een tikfout in. {remedy}")
    return digits


def onderwijsnummer(text: str) -> str:
    """An onderwijsnummer: nine digits, begins with 10, elfproef with remainder five."""
    digits = _SEPARATORS.sub("", spreadsheet.plain(text, "onderwijsnummer"))
    if not elfproef.nine_digits(digits):
        raise RefusedError("onderwijsnummer heeft geen negen cijfers", "Vraag de school het nummer na.")
    if not elfproef.is_onderwijsnummer(digits):
        raise RefusedError(
            "onderwijsnummer faalt de controle", "Er staat een tikfout in. Vraag de school het nummer na."
        )
    return digits


def day_of(text: str, field: str) -> date:
    """A day as ``jjjj-mm-dd``, or as a spreadsheet writes it where that can be read in one way only."""
    if not text:
        raise RefusedError(f"{field} ontbreekt", "Vul de datum in als jjjj-mm-dd.")
    parts = spreadsheet.day_of(text, field)
    if parts is None:
        raise RefusedError(f"{field} heeft niet de vorm jjjj-mm-dd", "Schrijf bijvoorbeeld 2026-09-01.")
    day = spreadsheet.existing(parts, field)
    if not 1990 <= day.year <= 2100:
        raise RefusedError(f"{field} ligt te ver weg", "Kijk het jaartal na.")
    return day


def hours_of(text: str) -> float:
    """Hours missed on one day, more than none and no more than a day has; a comma is read as a point."""
    if not _HOURS.fullmatch(text):
        raise RefusedError(
            "verzuimspecificatie bevat geen aantal uren", "Schrijf datum=uren, zoals 2026-09-01=5.5."
        )
    hours = Decimal(text.replace(",", "."))
    if hours <= 0:
        raise RefusedError("verzuim van nul of minder uren", "Laat een dag zonder verzuim weg.")
    if hours > 24:
        raise RefusedError("meer uren dan een dag kan hebben", "Kijk het aantal uren van die dag na.")
    return float(hours)


def yes_or_no(text: str, field: str) -> bool:
    """J or N."""
    word = text.upper()
    if word not in {"J", "N"}:
        raise RefusedError(f"{field} is niet J of N", "Vul J of N in.")
    return word == "J"


def brin(text: str) -> str:
    """A BRIN: two digits and two letters; a lost leading zero comes back, for one digit has no BRIN."""
    if not text:
        raise RefusedError("brin ontbreekt", "Vul het BRIN van de school in, zoals 05KO.")
    code = text.upper()
    if _BRIN_WITHOUT_NOUGHT.fullmatch(code):
        code = f"0{code}"
    if not _BRIN.fullmatch(code):
        raise RefusedError(
            "brin heeft niet de vorm cijfer cijfer letter letter", "Een BRIN ziet eruit als 05KO."
        )
    return code


def vestiging(text: str) -> str:
    """Two digits; a single one lost the zero in front of it."""
    number = spreadsheet.plain(text, "vestiging")
    code = spreadsheet.padded(number, 2) if number else ""
    if not re.fullmatch(r"[0-9]{2}", code):
        raise RefusedError("vestiging heeft geen twee cijfers", "De hoofdvestiging heeft nummer 00.")
    return code


def looks_like_phone(text: str) -> bool:
    """Whether a text is a telephone number and nothing else."""
    return bool(_PHONE.fullmatch(text))


def looks_like_mail(text: str) -> bool:
    """Whether a text is an e-mail address and nothing else."""
    return bool(_MAIL.fullmatch(text))


def postcode(text: str, field: str) -> str:
    """Four digits and two letters, or nothing."""
    compact = text.replace(" ", "").upper()
    if compact and not _POSTCODE.fullmatch(compact):
        raise RefusedError(f"{field} heeft niet de vorm 1234AB", "Kijk de postcode na.")
    return compact
