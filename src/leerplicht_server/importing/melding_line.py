"""One line of a file of reports, checked: the fields of the annex to the Besluit Verzuimmelding.

What is decided here and may be asked about later:
* a day in the weekend may be specified: some schools teach on Saturday;
* ``einddatum`` may be empty: the absence goes on, and no day after the report can be specified;
* a comma in hours is read as a decimal point;
* a column that is not in the file says nothing; an empty cell in one that is there clears the field;
* how to reach the reporter never decides whether a report that the law demands comes in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from pydantic import ValidationError

from leerplicht_protocol.records import MELDINGSTATUS, Verzuimdag, Verzuimmelding

from . import fields, other_address
from .delimited import DelimitedFile, Row
from .report import RefusedError
from .schools import school_id

REQUIRED = (
    "meldingsnummer",
    "datum_melding",
    "bsn",
    "begindatum",
    "soort",
    "brin",
    "vestiging",
    "eenheid",
    "verzuimspecificatie",
)
_FREE = ("reden", "ondernomen_actie", "toelichting_geen_actie", "leerjaar", "school_kondigde_melding_aan")
_REPORTER = ("melder_naam", "melder_functie", "melder_telefoon", "melder_email", "telefoon_ouder_of_leerling")
_FIELD = {
    **{name: name for name in (*_FREE, *_REPORTER)},
    "naam_leslocatie": "leslocatie",
    "einddatum": "einddatum",
    "alle_lessen_gemist": "alle_lessen_gemist",
    "actie_gemeente_gewenst": "actie_gemeente_gewenst",
    "status": "status",
    "status_toelichting": "status_toelichting",
}
"""Optional columns and the field each fills; those of another address are one field together."""
OPTIONAL = ("onderwijsnummer", *_FIELD, *other_address.COLUMNS)
_KINDS = get_args(Verzuimmelding.model_fields["soort"].annotation)
_UNITS = get_args(Verzuimmelding.model_fields["eenheid"].annotation)
_NUMBER = re.compile(r"[A-Za-z0-9-]{1,40}")
_MAX_DAYS = 400
_SHORT = 400

Value = Callable[[str], str]


@dataclass(frozen=True)
class MeldingLine:
    """A checked line and whose report it is. ``lacking`` names the fields of which the file has no column."""

    fields: Mapping[str, Any]
    bsn: str
    onderwijsnummer: str
    lacking: frozenset[str]
    address: other_address.OtherAddress
    notices: tuple[tuple[str, str], ...]

    @property
    def meldingsnummer(self) -> str:
        """The number of the report."""
        return str(self.fields["meldingsnummer"])

    def melding(self, before: Verzuimmelding | None) -> Verzuimmelding:
        """The report, with what the file is silent on as it was ``before``. Raises RefusedError."""
        fields = dict(self.fields)
        if before is not None:
            fields |= {name: getattr(before, name) for name in self.lacking}
        fields["afwijkend_adres"] = self.address.line(before.afwijkend_adres if before else "")
        try:
            found = Verzuimmelding(**fields)
        except ValidationError as fault:
            names = ", ".join(sorted({str(e["loc"][0]) for e in fault.errors() if e["loc"]}))
            raise RefusedError(f"te lange tekst in {names}", "Kort de tekst in.") from None
        _check_period(found)
        return found


def silent(file: DelimitedFile) -> frozenset[str]:
    """The fields of which a file has no column."""
    return frozenset(field for column, field in _FIELD.items() if not file.has(column))


def read(file: DelimitedFile, row: Row, lacking: frozenset[str]) -> MeldingLine:
    """What a line says, in a file that is silent on ``lacking``. Raises RefusedError."""
    if row.fault:
        raise RefusedError(row.fault, row.remedy)

    def value(column: str) -> str:
        return file.value(row, column).strip()

    number = value("meldingsnummer")
    if not number:
        raise RefusedError("meldingsnummer ontbreekt", "Vraag het nummer na bij de school of DUO.")
    if not _NUMBER.fullmatch(number):
        raise RefusedError("meldingsnummer bevat andere tekens dan letters en cijfers", "Kijk het nummer na.")
    bsn, pgn = _who(value)
    notices: list[tuple[str, str]] = []
    read = {
        "meldingsnummer": number,
        **_period(value),
        "soort": _choice(value("soort"), _KINDS, "onbekende soort"),
        "school": _school(value),
        "eenheid": _choice(value("eenheid"), _UNITS, "eenheid is niet klokuur of lesuur"),
        "verzuim": _specification(value("verzuimspecificatie")),
        **_school_says(value, notices),
    }
    return MeldingLine(
        fields=read,
        bsn=bsn,
        onderwijsnummer=pgn,
        lacking=lacking,
        address=other_address.read(file.has, value),
        notices=tuple(notices),
    )


def _choice(text: str, choices: tuple[str, ...], fault: str) -> str:
    if text not in choices:
        raise RefusedError(fault, f"Kies uit {', '.join(choices)}.")
    return text


def _who(value: Value) -> tuple[str, str]:
    bsn, pgn = value("bsn"), value("onderwijsnummer")
    if not bsn and not pgn:
        raise RefusedError("bsn én onderwijsnummer ontbreken", "Vul één van de twee in.")
    return fields.bsn(bsn) if bsn else "", fields.onderwijsnummer(pgn) if pgn else ""


def _school(value: Value) -> str:
    brin, vestiging = fields.brin(value("brin")), fields.vestiging(value("vestiging"))
    return school_id(brin, vestiging)


def _period(value: Value) -> dict[str, date | None]:
    reported = fields.day_of(value("datum_melding"), "datum_melding")
    start = fields.day_of(value("begindatum"), "begindatum")
    end = fields.day_of(value("einddatum"), "einddatum") if value("einddatum") else None
    if end is not None and end < start:
        raise RefusedError("einddatum ligt vóór begindatum", "Kijk welke van de twee fout is.")
    if start > reported:
        raise RefusedError(
            "begindatum ligt na datum_melding", "Verzuim kan pas worden gemeld als het is begonnen."
        )
    return {"datum_melding": reported, "begindatum": start, "einddatum": end}


def _check_period(melding: Verzuimmelding) -> None:
    last = melding.einddatum or melding.datum_melding
    if not all(melding.begindatum <= day.datum <= last for day in melding.verzuim):
        raise RefusedError(
            "verzuimspecificatie buiten de periode", "Alle dagen liggen van begindatum tot en met einddatum."
        )
    if len(melding.verzuim) > _MAX_DAYS:
        raise RefusedError(f"meer dan {_MAX_DAYS} dagen in één melding", "Splits de melding per schooljaar.")


def _specification(text: str) -> tuple[Verzuimdag, ...]:
    if not text:
        raise RefusedError("verzuimspecificatie ontbreekt", "Geef per dag de uren, zoals 2026-09-01=5.5.")
    days: dict[date, Verzuimdag] = {}
    for part in text.split("|"):
        when, sign, hours = part.strip().partition("=")
        if not sign:
            raise RefusedError("verzuimspecificatie heeft niet de vorm datum=uren", "Schrijf 2026-09-01=5.5.")
        day = fields.day_of(when.strip(), "verzuimspecificatie")
        if day in days:
            raise RefusedError("verzuimspecificatie noemt een dag twee keer", "Tel de uren van die dag op.")
        days[day] = Verzuimdag(datum=day, uren=fields.hours_of(hours.strip()))
    return tuple(days[day] for day in sorted(days))


def _school_says(value: Value, notices: list[tuple[str, str]]) -> dict[str, str | bool]:
    """The fields in which the school tells its story; checked for form only."""
    return {
        **{name: value(name) for name in _FREE},
        **{name: _contact(name, value(name), notices) for name in _REPORTER},
        "leslocatie": value("naam_leslocatie"),
        "alle_lessen_gemist": fields.yes_or_no(value("alle_lessen_gemist") or "N", "alle_lessen_gemist"),
        "actie_gemeente_gewenst": fields.yes_or_no(
            value("actie_gemeente_gewenst") or "J", "actie_gemeente_gewenst"
        ),
        "status": _status(value("status")),
        "status_toelichting": value("status_toelichting"),
    }


def _status(text: str) -> str:
    word = " ".join(text.replace("_", " ").casefold().split()) or MELDINGSTATUS[0]
    return _choice(word, MELDINGSTATUS, "onbekende status")


def _contact(name: str, text: str, notices: list[tuple[str, str]]) -> str:
    """How to reach somebody, as it stands in the file; what looks odd is told and kept."""
    if len(text) > _SHORT:
        notices.append((f"{name} is afgekapt op {_SHORT} tekens", "Vraag de school om een kortere tekst."))
        text = text[:_SHORT]
    if "telefoon" in name and text and not fields.looks_like_phone(text):
        notices.append((f"{name} is geen telefoonnummer alleen", "Het is overgenomen zoals het er staat."))
    if "email" in name and text and not fields.looks_like_mail(text):
        notices.append((f"{name} is geen e-mailadres", "Het is overgenomen zoals het er staat."))
    return text
