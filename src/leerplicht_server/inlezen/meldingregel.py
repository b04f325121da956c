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

from . import andersadres, velden
from .regels import Bestand, Regel
from .scholen import school_id
from .verslag import GeweigerdError

VERPLICHT = (
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
_VRIJ = ("reden", "ondernomen_actie", "toelichting_geen_actie", "leerjaar", "school_kondigde_melding_aan")
_MELDER = ("melder_naam", "melder_functie", "melder_telefoon", "melder_email", "telefoon_ouder_of_leerling")
_VELD = {
    **{name: name for name in (*_VRIJ, *_MELDER)},
    "naam_leslocatie": "leslocatie",
    "einddatum": "einddatum",
    "alle_lessen_gemist": "alle_lessen_gemist",
    "actie_gemeente_gewenst": "actie_gemeente_gewenst",
    "status": "status",
    "status_toelichting": "status_toelichting",
}
"""Optional columns and the field each fills; those of another address are one field together."""
OPTIONEEL = ("onderwijsnummer", *_VELD, *andersadres.KOLOMMEN)
_SOORTEN = get_args(Verzuimmelding.model_fields["soort"].annotation)
_EENHEDEN = get_args(Verzuimmelding.model_fields["eenheid"].annotation)
_NUMMER = re.compile(r"[A-Za-z0-9-]{1,40}")
_MAX_DAYS = 400
_SHORT = 400

Waarde = Callable[[str], str]


@dataclass(frozen=True)
class Gelezen:
    """A checked line and whose report it is. ``zwijgt`` names the fields of which the file has no column."""

    velden: Mapping[str, Any]
    bsn: str
    onderwijsnummer: str
    zwijgt: frozenset[str]
    adres: andersadres.Delen
    let_op: tuple[tuple[str, str], ...]

    @property
    def meldingsnummer(self) -> str:
        """The number of the report."""
        return str(self.velden["meldingsnummer"])

    def melding(self, before: Verzuimmelding | None) -> Verzuimmelding:
        """The report, with what the file is silent on as it was ``before``. Raises GeweigerdError."""
        fields = dict(self.velden)
        if before is not None:
            fields |= {name: getattr(before, name) for name in self.zwijgt}
        fields["afwijkend_adres"] = self.adres.line(before.afwijkend_adres if before else "")
        try:
            found = Verzuimmelding(**fields)
        except ValidationError as fault:
            names = ", ".join(sorted({str(e["loc"][0]) for e in fault.errors() if e["loc"]}))
            raise GeweigerdError(f"te lange tekst in {names}", "Kort de tekst in.") from None
        _check_period(found)
        return found


def silent(bestand: Bestand) -> frozenset[str]:
    """The fields of which a file has no column."""
    return frozenset(veld for kolom, veld in _VELD.items() if not bestand.heeft(kolom))


def lees(bestand: Bestand, regel: Regel, zwijgt: frozenset[str]) -> Gelezen:
    """What a line says, in a file that is silent on ``zwijgt``. Raises GeweigerdError."""
    if regel.fout:
        raise GeweigerdError(regel.fout, regel.herstel)

    def waarde(kolom: str) -> str:
        return bestand.waarde(regel, kolom).strip()

    nummer = waarde("meldingsnummer")
    if not nummer:
        raise GeweigerdError("meldingsnummer ontbreekt", "Vraag het nummer na bij de school of DUO.")
    if not _NUMMER.fullmatch(nummer):
        raise GeweigerdError(
            "meldingsnummer bevat andere tekens dan letters en cijfers", "Kijk het nummer na."
        )
    bsn, pgn = _wie(waarde)
    let_op: list[tuple[str, str]] = []
    read = {
        "meldingsnummer": nummer,
        **_periode(waarde),
        "soort": _keuze(waarde("soort"), _SOORTEN, "onbekende soort"),
        "school": _school(waarde),
        "eenheid": _keuze(waarde("eenheid"), _EENHEDEN, "eenheid is niet klokuur of lesuur"),
        "verzuim": _specificatie(waarde("verzuimspecificatie")),
        **_school_zegt(waarde, let_op),
    }
    return Gelezen(
        velden=read,
        bsn=bsn,
        onderwijsnummer=pgn,
        zwijgt=zwijgt,
        adres=andersadres.lees(bestand.heeft, waarde),
        let_op=tuple(let_op),
    )


def _keuze(text: str, choices: tuple[str, ...], fault: str) -> str:
    if text not in choices:
        raise GeweigerdError(fault, f"Kies uit {', '.join(choices)}.")
    return text


def _wie(waarde: Waarde) -> tuple[str, str]:
    bsn, pgn = waarde("bsn"), waarde("onderwijsnummer")
    if not bsn and not pgn:
        raise GeweigerdError("bsn én onderwijsnummer ontbreken", "Vul één van de twee in.")
    return velden.bsn(bsn) if bsn else "", velden.onderwijsnummer(pgn) if pgn else ""


def _school(waarde: Waarde) -> str:
    brin, vestiging = velden.brin(waarde("brin")), velden.vestiging(waarde("vestiging"))
    return school_id(brin, vestiging)


def _periode(waarde: Waarde) -> dict[str, date | None]:
    gemeld = velden.datum(waarde("datum_melding"), "datum_melding")
    begin = velden.datum(waarde("begindatum"), "begindatum")
    eind = velden.datum(waarde("einddatum"), "einddatum") if waarde("einddatum") else None
    if eind is not None and eind < begin:
        raise GeweigerdError("einddatum ligt vóór begindatum", "Kijk welke van de twee fout is.")
    if begin > gemeld:
        raise GeweigerdError(
            "begindatum ligt na datum_melding", "Verzuim kan pas worden gemeld als het is begonnen."
        )
    return {"datum_melding": gemeld, "begindatum": begin, "einddatum": eind}


def _check_period(melding: Verzuimmelding) -> None:
    last = melding.einddatum or melding.datum_melding
    if not all(melding.begindatum <= day.datum <= last for day in melding.verzuim):
        raise GeweigerdError(
            "verzuimspecificatie buiten de periode", "Alle dagen liggen van begindatum tot en met einddatum."
        )
    if len(melding.verzuim) > _MAX_DAYS:
        raise GeweigerdError(
            f"meer dan {_MAX_DAYS} dagen in één melding", "Splits de melding per schooljaar."
        )


def _specificatie(text: str) -> tuple[Verzuimdag, ...]:
    if not text:
        raise GeweigerdError("verzuimspecificatie ontbreekt", "Geef per dag de uren, zoals 2026-09-01=5.5.")
    days: dict[date, Verzuimdag] = {}
    for part in text.split("|"):
        when, sign, hours = part.strip().partition("=")
        if not sign:
            raise GeweigerdError(
                "verzuimspecificatie heeft niet de vorm datum=uren", "Schrijf 2026-09-01=5.5."
            )
        day = velden.datum(when.strip(), "verzuimspecificatie")
        if day in days:
            raise GeweigerdError("verzuimspecificatie noemt een dag twee keer", "Tel de uren van die dag op.")
        days[day] = Verzuimdag(datum=day, uren=velden.uren(hours.strip()))
    return tuple(days[day] for day in sorted(days))


def _school_zegt(waarde: Waarde, let_op: list[tuple[str, str]]) -> dict[str, str | bool]:
    """The fields in which the school tells its story; checked for form only."""
    return {
        **{name: waarde(name) for name in _VRIJ},
        **{name: _contact(name, waarde(name), let_op) for name in _MELDER},
        "leslocatie": waarde("naam_leslocatie"),
        "alle_lessen_gemist": velden.ja_nee(waarde("alle_lessen_gemist") or "N", "alle_lessen_gemist"),
        "actie_gemeente_gewenst": velden.ja_nee(
            waarde("actie_gemeente_gewenst") or "J", "actie_gemeente_gewenst"
        ),
        "status": _status(waarde("status")),
        "status_toelichting": waarde("status_toelichting"),
    }


def _status(text: str) -> str:
    word = " ".join(text.replace("_", " ").casefold().split()) or MELDINGSTATUS[0]
    return _keuze(word, MELDINGSTATUS, "onbekende status")


def _contact(name: str, text: str, let_op: list[tuple[str, str]]) -> str:
    """How to reach somebody, as it stands in the file; what looks odd is told and kept."""
    if len(text) > _SHORT:
        let_op.append((f"{name} is afgekapt op {_SHORT} tekens", "Vraag de school om een kortere tekst."))
        text = text[:_SHORT]
    if "telefoon" in name and text and not velden.looks_like_phone(text):
        let_op.append((f"{name} is geen telefoonnummer alleen", "Het is overgenomen zoals het er staat."))
    if "email" in name and text and not velden.looks_like_mail(text):
        let_op.append((f"{name} is geen e-mailadres", "Het is overgenomen zoals het er staat."))
    return text
