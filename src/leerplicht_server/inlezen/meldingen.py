"""Reports of absence by schools, with the fields of the annex to the Besluit Verzuimmelding.

What is decided here and may be asked about later:
* a day in the weekend may be specified: some schools teach on Saturday;
* two reports may name the same day: a second report can repeat or correct the first;
* ``einddatum`` may be empty: the absence goes on, and no day after the report can be specified;
* a comma in hours is read as a decimal point;
* a jongere who died or left the Netherlands never becomes a dossier: the report is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

from pydantic import ValidationError
from sqlalchemy.engine import Connection

from leerplicht_protocol.records import Entity, Verzuimdag, Verzuimmelding
from leerplicht_server import dossiers, records
from leerplicht_server.database import Database

from . import velden
from .regels import Bestand, Regel
from .scholen import school_id
from .verslag import GeweigerdError, Uitkomst, Verslag

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
_OPTIONEEL = ("onderwijsnummer", "einddatum", "reden", "melder_naam", "leerjaar", "naam_leslocatie")
_SOORTEN = get_args(Verzuimmelding.model_fields["soort"].annotation)
_EENHEDEN = get_args(Verzuimmelding.model_fields["eenheid"].annotation)
_NUMMER = re.compile(r"[A-Za-z0-9-]{1,40}")
_MAX_DAYS = 400
_YOUNGEST, _OLDEST = 4, 22
"""Ages in years at which somebody can be reported: from basisschool to the end of the Doorstroompunt."""

_UITSCHRIJVING = {
    "E": "is geëmigreerd",
    "M": "is ambtshalve uitgeschreven",
    "R": "staat alleen als niet-ingezetene in de BRP",
    "F": "is afgevoerd als fout",
}

Waarde = Callable[[str], str]


@dataclass(frozen=True)
class _Melding:
    """A checked report and whose it is."""

    melding: Verzuimmelding
    bsn: str
    onderwijsnummer: str


def importeer(database: Database, path: Path) -> Verslag:
    """Read a file of reports. Raises InvoerError, DatabaseError."""
    bestand = Bestand(path, VERPLICHT, _OPTIONEEL)
    verslag = Verslag()
    gezien: dict[str, int] = {}
    touched: set[str] = set()
    with database.write() as connection:
        for regel in bestand.regels():
            try:
                with connection.begin_nested():
                    uitkomst = _bewaar(connection, _lees(bestand, regel), regel.nummer, gezien, touched)
            except GeweigerdError as fault:
                verslag.weiger(regel.nummer, fault.fout, fault.herstel)
            else:
                verslag.tel(uitkomst)
        # A new dossier also shows up at brothers and sisters who have one.
        people = [m for d in touched if (m := dossiers.jongere_of(connection, d)) is not None]
        dossiers.derive(connection, touched | dossiers.touched_by(connection, people))
    return verslag


# -- reading --------------------------------------------------------------------------------------


def _lees(bestand: Bestand, regel: Regel) -> _Melding:
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
    gemeld, begin, eind = _periode(waarde)
    soort = waarde("soort")
    if soort not in _SOORTEN:
        raise GeweigerdError("onbekende soort", f"Kies uit {', '.join(_SOORTEN)}.")
    brin, vestiging = velden.brin(waarde("brin")), velden.vestiging(waarde("vestiging"))
    eenheid = waarde("eenheid")
    if eenheid not in _EENHEDEN:
        raise GeweigerdError("eenheid is niet klokuur of lesuur", "Vul klokuur of lesuur in.")
    try:
        melding = Verzuimmelding(
            meldingsnummer=nummer,
            datum_melding=gemeld,
            begindatum=begin,
            einddatum=eind,
            soort=soort,
            school=school_id(brin, vestiging),
            eenheid=eenheid,
            verzuim=_specificatie(waarde("verzuimspecificatie"), begin, eind or gemeld),
            **_school_zegt(waarde),
        )
    except ValidationError as fault:
        names = ", ".join(sorted({str(e["loc"][0]) for e in fault.errors() if e["loc"]}))
        raise GeweigerdError(f"te lange tekst in {names}", "Kort de tekst in.") from None
    return _Melding(melding, bsn, pgn)


def _wie(waarde: Waarde) -> tuple[str, str]:
    bsn, pgn = waarde("bsn"), waarde("onderwijsnummer")
    if not bsn and not pgn:
        raise GeweigerdError("bsn én onderwijsnummer ontbreken", "Vul één van de twee in.")
    return velden.bsn(bsn) if bsn else "", velden.onderwijsnummer(pgn) if pgn else ""


def _periode(waarde: Waarde) -> tuple[date, date, date | None]:
    gemeld = velden.datum(waarde("datum_melding"), "datum_melding")
    begin = velden.datum(waarde("begindatum"), "begindatum")
    eind = velden.datum(waarde("einddatum"), "einddatum") if waarde("einddatum") else None
    if eind is not None and eind < begin:
        raise GeweigerdError("einddatum ligt vóór begindatum", "Kijk welke van de twee fout is.")
    if begin > gemeld:
        raise GeweigerdError(
            "begindatum ligt na datum_melding", "Verzuim kan pas worden gemeld als het is begonnen."
        )
    return gemeld, begin, eind


def _specificatie(text: str, begin: date, eind: date) -> tuple[Verzuimdag, ...]:
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
        if not begin <= day <= eind:
            raise GeweigerdError(
                "verzuimspecificatie buiten de periode",
                "Alle dagen liggen van begindatum tot en met einddatum.",
            )
        days[day] = Verzuimdag(datum=day, uren=velden.uren(hours.strip()))
    if len(days) > _MAX_DAYS:
        raise GeweigerdError(
            f"meer dan {_MAX_DAYS} dagen in één melding", "Splits de melding per schooljaar."
        )
    return tuple(days[day] for day in sorted(days))


def _school_zegt(waarde: Waarde) -> dict[str, str | bool]:
    """The fields in which the school tells its story; checked for form only."""
    free = (
        "reden",
        "ondernomen_actie",
        "toelichting_geen_actie",
        "melder_naam",
        "melder_functie",
        "leerjaar",
    )
    return {
        **{name: waarde(name) for name in (*free, "school_kondigde_melding_aan")},
        "leslocatie": waarde("naam_leslocatie"),
        "alle_lessen_gemist": velden.ja_nee(waarde("alle_lessen_gemist") or "N", "alle_lessen_gemist"),
        "actie_gemeente_gewenst": velden.ja_nee(
            waarde("actie_gemeente_gewenst") or "J", "actie_gemeente_gewenst"
        ),
        "melder_telefoon": velden.telefoon(waarde("melder_telefoon"), "melder_telefoon"),
        "melder_email": velden.email(waarde("melder_email"), "melder_email"),
        "telefoon_ouder_of_leerling": velden.telefoon(
            waarde("telefoon_ouder_of_leerling"), "telefoon_ouder_of_leerling"
        ),
        "afwijkend_adres": _afwijkend_adres(waarde),
    }


def _afwijkend_adres(waarde: Waarde) -> str:
    """The other address on one line, such as ``Vrijthof 31 B, 6211 LE Maastricht``."""
    postcode = velden.postcode(waarde("afwijkend_postcode"), "afwijkend_postcode")
    number = waarde("afwijkend_huisnummer")
    if number and not number.isdecimal():
        raise GeweigerdError("afwijkend_huisnummer is geen getal", "Zet een letter in afwijkend_huisletter.")
    house = f"{number}{waarde('afwijkend_huisletter')}"
    street = " ".join(p for p in (waarde("afwijkend_straat"), house, waarde("afwijkend_toevoeging")) if p)
    code = f"{postcode[:4]} {postcode[4:]}" if postcode else ""
    town = " ".join(p for p in (code, waarde("afwijkend_plaats")) if p)
    return ", ".join(p for p in (street, waarde("afwijkend_locatie"), town) if p)


# -- keeping --------------------------------------------------------------------------------------


def _bewaar(
    connection: Connection, gelezen: _Melding, nummer: int, gezien: dict[str, int], touched: set[str]
) -> Uitkomst:
    melding = gelezen.melding
    if melding.meldingsnummer in gezien:
        raise GeweigerdError(
            f"meldingsnummer staat ook op regel {gezien[melding.meldingsnummer]}", "Laat één van de twee weg."
        )
    if records.load(connection, Entity.SCHOOL, str(melding.school)) is None:
        raise GeweigerdError(
            "onbekende school: brin met vestiging komt niet in het bestand voor", "Lees eerst de scholen in."
        )
    persoon_id = _jongere(connection, gelezen)
    gezien[melding.meldingsnummer] = nummer
    record_id = f"vm-{melding.meldingsnummer}"
    known = records.load(connection, Entity.VERZUIMMELDING, record_id)
    leerling = dossiers.Leerling(persoon_id, gelezen.onderwijsnummer)
    try:
        dossier = dossiers.dossier_for(connection, melding.datum_melding.year, leerling)
    except dossiers.AndereLeerlingError:
        raise GeweigerdError(
            "bsn en onderwijsnummer horen bij twee leerlingen", "Vraag de school welk nummer klopt."
        ) from None
    if known is not None and dossier not in records.dossiers_of(connection, Entity.VERZUIMMELDING, record_id):
        raise GeweigerdError("meldingsnummer is al gebruikt voor een andere leerling", "Vraag het nummer na.")
    _, changed = records.put(connection, Entity.VERZUIMMELDING, record_id, melding.model_dump(mode="json"))
    records.link(connection, Entity.VERZUIMMELDING, record_id, [dossier])
    touched.add(dossier)
    if known is None:
        return Uitkomst.NIEUW
    return Uitkomst.GEWIJZIGD if changed else Uitkomst.ONGEWIJZIGD


def _jongere(connection: Connection, gelezen: _Melding) -> str:
    """The person reported; empty for somebody who is not in the register."""
    if not gelezen.bsn:
        return ""
    found = dossiers.find_by_bsn(connection, gelezen.bsn)
    if not found:
        raise GeweigerdError(
            "onbekende leerling: bsn komt niet in het bestand voor",
            "Lees eerst de personen in, of vraag het na.",
        )
    if len(found) > 1:
        raise GeweigerdError("bsn staat bij meer dan één persoon", "Laat het nummer herstellen in de BRP.")
    _check_present(found[0], gelezen.melding.begindatum)
    return found[0].id


def _check_present(jongere: dossiers.Mens, day: date) -> None:
    if jongere.overleden:
        raise GeweigerdError("leerling is overleden", "Neem contact op met de school.")
    code = str(jongere.bron["opgeschort"] or "")
    if code:
        why = _UITSCHRIJVING.get(code, "heeft een opgeschorte inschrijving")
        raise GeweigerdError(f"leerling {why}", "Vraag de school of de leerling in Nederland verblijft.")
    age = _age(str(jongere.bron["geboortedatum"]), day)
    if age is not None and not _YOUNGEST <= age <= _OLDEST:
        raise GeweigerdError("leerling heeft niet de leeftijd voor school", "Kijk na of het bsn klopt.")


def _age(born: str, day: date) -> int | None:
    """Age in whole years; an unknown day or month counts as passed, an unknown year says nothing."""
    if born[:4] == "0000":
        return None
    return day.year - int(born[:4]) - (born[4:] > f"{day:%m%d}")
