"""Everything the municipality knows of one dossier, as text for the administrator."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from leerplicht_protocol import clocks
from leerplicht_protocol.records import MELDINGSTATUS, Entity
from leerplicht_protocol.told import TOLD

from . import case_lines, caseload, records
from .bronmerken import is_over
from .dossier_lines import YES_NO, Lines, moment, today, told
from .gezag import is_of_age
from .records import Stored
from .schema import ambtenaar, dossier

_NOT_HERE = "089999"
_ROLE = {
    "jongere": "jongere",
    "ouder1": "ouder 1",
    "ouder2": "ouder 2",
    "verzorger": "verzorger",
    "broer_zus": "broer of zus",
    "medebewoner": "medebewoner",
}


def show_dossier(connection: Connection, dossier_id: str) -> str:
    """The dossier as readable Dutch text."""
    stored = records.load(connection, Entity.DOSSIER, dossier_id)
    fields = stored.fields if stored is not None else {}
    parts: list[Lines] = [
        _first_lines(connection, dossier_id, fields),
        _people(connection, fields),
        _list(connection, dossier_id, Entity.VERZUIMMELDING, "Verzuimmeldingen", _melding),
        _list(connection, dossier_id, Entity.DEURBEZOEK, "Deurbezoeken", _deurbezoek),
        _list(connection, dossier_id, Entity.TERUGMELDING, "Terugmeldingen aan de BRP", _terugmelding),
        _list(connection, dossier_id, Entity.GESPREKSNOTITIE, "Gespreksnotities", _gespreksnotitie),
        _list(connection, dossier_id, Entity.PROCEDURE, "Procedures", _procedure),
        _tasks(connection, dossier_id),
        _list(connection, dossier_id, Entity.VERHOOR, "Verhoren", _hearing),
        _papers(connection, dossier_id),
        _list(connection, dossier_id, Entity.BIJLAGE, "Bijlagen", _attachment),
    ]
    return "\n".join(line.rstrip() for part in parts for line in part)


def _first_lines(connection: Connection, dossier_id: str, fields: Mapping[str, Any]) -> Lines:
    row = connection.execute(sa.select(dossier).where(dossier.c.id == dossier_id)).one()
    yield f"Dossier {row.nummer}: {fields.get('naam', '')}"
    yield f"  kenmerk       {dossier_id}"
    if row.onderwijsnummer:
        yield f"  niet in de BRP, onderwijsnummer {row.onderwijsnummer}"
    yield f"  ambtenaar     {', '.join(caseload.holders(connection, dossier_id)) or 'niemand'}"
    school = records.load(connection, Entity.SCHOOL, str(fields.get("school")))
    if school is not None:
        yield f"  school        {school.fields['naam']} ({school.fields['brin']}{school.fields['vestiging']})"
    for label, name in (
        ("leerjaar", "leerjaar"),
        ("telefoon", "telefoon"),
        ("ander adres", "afwijkend_adres"),
        ("gezagscode", "gezagscode"),
    ):
        if fields.get(name):
            yield f"  {label:<13} {fields[name]}"
    yield from _told(fields)
    yield from _marks(fields)


def _told(fields: Mapping[str, Any]) -> Lines:
    """What officers wrote in the shared fields, with who and when."""
    for name in TOLD:
        if fields.get(name):
            yield f"  {name.replace('_', ' '):<13} {fields[name]}"
            said = fields.get("vermeld", {}).get(name)
            if said:
                yield f"    {said['door']}, {moment(said['op'])}"


# -- people ---------------------------------------------------------------------------------------


def _people(connection: Connection, fields: Mapping[str, Any]) -> Lines:
    yield ""
    yield "Jongere en gezin"
    young = records.load(connection, Entity.PERSOON, str(fields.get("jongere")))
    grown = young is not None and is_of_age(str(young.fields["geboortedatum"]), today())
    if grown:
        yield "  meerderjarig: niemand heeft gezag"
    for one in fields.get("betrokkenen", ()):
        where = ", zelfde adres" if one["zelfde_adres"] and one["rol"] != "jongere" else ""
        parent = one["rol"].startswith("ouder") and not grown
        custody = f", gezag: {YES_NO[one['gezag']]}" if parent else ""
        other = _number(connection, one["dossier"]) if one["rol"] != "jongere" else ""
        yield f"  {_ROLE[one['rol']]}: {one['naam']}{where}{custody}{other}"
        yield from _marks(one)
        person = records.load(connection, Entity.PERSOON, str(one["persoon"]))
        if person is None:
            yield "    niet in het personenbestand"
        else:
            yield from _person(person.fields)


def _number(connection: Connection, dossier_id: str | None) -> str:
    found = connection.execute(sa.select(dossier.c.nummer).where(dossier.c.id == dossier_id))
    number = found.scalar_one_or_none()
    return f", dossier {number}" if number else ""


def _person(fields: Mapping[str, Any]) -> Lines:
    born = _lo3_date(fields["geboortedatum"])
    yield f"    bsn {fields['bsn'] or 'onbekend'}, geboren {born}, {fields['geslacht']}"
    if fields.get("onderwijsnummer"):
        yield f"    onderwijsnummer {fields['onderwijsnummer']}"
    if fields.get("vertrokken_naar"):
        yield f"    vertrokken uit Nederland (land {fields['vertrokken_naar']})"
    if fields["overleden_op"]:
        yield f"    OVERLEDEN op {_lo3_date(fields['overleden_op'])}"
    if fields["opgeschort"]:
        yield f"    inschrijving opgeschort (reden {fields['opgeschort']})"
    if fields["geheimhouding"]:
        yield f"    GEHEIM ADRES (code {fields['geheimhouding']}): niet aan anderen geven"
    yield f"    {_address(fields['adres'])}"
    yield from _marks(fields)


def _marks(fields: Mapping[str, Any]) -> Lines:
    """Who said it and on which day, and what speaks against it, as the source wrote it."""
    for mark in fields.get("bronmerken", ()):
        said = f"    bron {mark['groep']}: {mark['bron'].upper()}"
        yield f"{said}, {mark['dag']}" if mark.get("dag") else said
        for found in mark.get("onderzoeken", ()):
            ended = f" tot {_lo3_date(found['eind'])}" if found.get("eind") else ""
            begun = f" sinds {_lo3_date(found['begin'])}" if found.get("begin") else ""
            what = "verblijft niet op dit adres" if found["aanduiding"] == _NOT_HERE else "in onderzoek"
            what = f"voorbij: {what}" if is_over(found.get("eind", ""), today()) else what.upper()
            yield f"      {what} ({found['aanduiding'] or 'zonder aanduiding'}){begun}{ended}"
        for element in mark.get("niet_vast_te_stellen", ()):
            yield f"      niet vast te stellen: {element[:2]}.{element[2:4]}.{element[4:]}"
        if mark.get("geldig_tot"):
            yield f"      geldt niet meer sinds {_lo3_date(mark['geldig_tot'])}"


def _address(address: Mapping[str, str]) -> str:
    if address.get("13.10"):
        lines = [address.get(n, "") for n in ("13.30", "13.40", "13.50")]
        return f"in het buitenland (land {address['13.10']}) {', '.join(p for p in lines if p)}".rstrip()
    if address.get("12.10"):
        return address["12.10"]
    number = "".join(address.get(n, "") for n in ("11.20", "11.30"))
    street = " ".join(p for p in (address.get("11.10", ""), number, address.get("11.40", "")) if p)
    town = " ".join(p for p in (address.get("11.60", ""), address.get("11.70", "")) if p)
    postal = " (briefadres)" if address.get("10.10") == "B" else ""
    return (", ".join(p for p in (street, town) if p) or "adres onbekend") + postal


def _lo3_date(text: str) -> str:
    """``jjjjmmdd`` as day-month-year; zeros are unknown and stay visible, as does what is no date."""
    if len(text) != len("jjjjmmdd") or not text.isdigit():
        return text
    year, month, day = text[:4], text[4:6], text[6:]
    if year == "0000":
        return "onbekend"
    return "-".join(("??" if day == "00" else day, "??" if month == "00" else month, year))


# -- reports and work -----------------------------------------------------------------------------


def _list(
    connection: Connection, dossier_id: str, entity: Entity, title: str, show: Callable[[Stored], Lines]
) -> Lines:
    found = records.records_of(connection, dossier_id, entity)
    yield ""
    yield f"{title}: {len(found)}"
    for one in found:
        yield from show(one)
        if entity is not Entity.VERZUIMMELDING:
            yield from _made(connection, one)
            yield f"    kenmerk {one.id}"


def _made(connection: Connection, one: Stored) -> Lines:
    yield f"    ontvangen op {moment(one.received_at)} van {_who(connection, one.author.id)}"
    made = one.author
    if made.device:
        yield f"    gemaakt op {moment(made.recorded_at)} volgens de klok van laptop {made.device}"
    if clocks.differs(made.clock_ms):
        yield f"    {clocks.in_words(made.clock_ms)}"


def _who(connection: Connection, author: str) -> str:
    statement = sa.select(ambtenaar.c.naam).where(ambtenaar.c.id == author)
    return str(connection.execute(statement).scalar_one_or_none() or author)


def _melding(one: Stored) -> Lines:
    f: Mapping[str, Any] = one.fields
    until = f["einddatum"] or "heden"
    yield f"  {f['meldingsnummer']} van {f['datum_melding']}: {f['soort']}, {f['begindatum']} tot {until}"
    total = sum(day["uren"] for day in f["verzuim"])
    yield f"    {total:g} {f['eenheid']} op {len(f['verzuim'])} dagen"
    if f.get("status", MELDINGSTATUS[0]) != MELDINGSTATUS[0]:
        yield from told("status", f"{f['status']}. {f.get('status_toelichting', '')}".rstrip(". "))
    for day in f["verzuim"]:
        yield f"      {day['datum']}  {day['uren']:g}"
    yield from told("reden", f["reden"])
    yield from told("actie van de school", f["ondernomen_actie"])
    yield from told("geen actie gevraagd", f["toelichting_geen_actie"])
    if f.get("alle_lessen_gemist"):
        yield "    alle lessen gemist"
    yield from told("leslocatie", f["leslocatie"])
    yield from told("ander adres", f["afwijkend_adres"])
    yield from told("aangekondigd", f["school_kondigde_melding_aan"])
    yield f"    gemeld door {f['melder_naam']} ({f['melder_functie']})"
    yield from told("leerjaar", f.get("leerjaar", ""))
    yield from told("telefoon thuis", f.get("telefoon_ouder_of_leerling", ""))
    yield f"    bereikbaar op {', '.join(w for w in (f['melder_telefoon'], f['melder_email']) if w)}"


def _version(f: Mapping[str, Any]) -> Lines:
    if f.get("corrigeert"):
        yield f"    nieuwe versie van {f['corrigeert']}: {f.get('reden_correctie', '')}"


def _deurbezoek(one: Stored) -> Lines:
    f: Mapping[str, Any] = one.fields
    yield f"  {moment(f['begonnen_op'])} tot {moment(f['geeindigd_op'])}, {f['adres']}: {f['uitkomst']}"
    yield from _version(f)
    yield f"    {f.get('modus', 'toezicht')}, binnen geweest: {YES_NO[bool(f.get('binnen'))]}"
    if f.get("aangetroffen"):
        yield f"    aangetroffen: {', '.join(f['aangetroffen'])}"
    for tick in f.get("vinkjes", ()):
        who = f" ({tick['wie']})" if tick.get("wie") else ""
        yield f"    [x] {moment(tick['tijd'])} {tick['soort']}{who}"
    for segment in f.get("segmenten", ()):
        speaker = f" {segment['spreker']}" if segment.get("spreker") else ""
        speaker += ", uit zichzelf" if segment.get("ongevraagd") else ""
        yield from told(f"{moment(segment['tijd'])} {segment['soort']}{speaker}", segment["tekst"])
    if nobody := f.get("niet_thuis"):
        card = f" {nobody['kaartnummer']}" if nobody.get("kaartnummer") else ""
        seen = ", ".join(nobody.get("gezien", ())) or "niets bijzonders"
        yield f"    niet thuis: achtergelaten {nobody['achtergelaten']}{card}; gezien: {seen}"
    yield f"    vastgelegd op {moment(f['vastgelegd_op'])} door {f.get('verbalisant', '')}"


def _terugmelding(one: Stored) -> Lines:
    f: Mapping[str, Any] = one.fields
    yield f"  {moment(f['waargenomen_op'])}, {f['adres']}: woont hier niet ({f['bevinding']})"
    yield from told("toelichting", f.get("toelichting", ""))
    yield f"    bij bezoek {f['bezoek']}"
    yield f"    gemaakt op {moment(f['gemaakt_op'])} door {f.get('verbalisant', '')}"


def _procedure(one: Stored) -> Lines:
    f: Mapping[str, Any] = one.fields
    yield f"  {moment(f['begonnen_op'])}, {f['soort']}: {f.get('kop', '')}"
    done = ", klaar" if f.get("klaar") else ""
    yield f"    procedure {f['zaak']}, {str(f.get('regime', 'avg')).upper()}{done}"
    yield from _version(f)
    for name, answer in f["antwoorden"].items():
        yield from told(name, str(answer))
    yield f"    vastgelegd op {moment(f['vastgelegd_op'])} door {f.get('verbalisant', '')}"


def _gespreksnotitie(one: Stored) -> Lines:
    f: Mapping[str, Any] = one.fields
    yield f"  {moment(f['gesproken_op'])}, {f['hoe']}, met {f['met_wie']}"
    yield from _version(f)
    yield from told("tekst", f["tekst"])
    for agreed in f.get("afspraken", ()):
        yield f"    afspraak: {agreed['wat']} ({agreed['wie']}, uiterlijk {agreed['uiterlijk']})"
    yield f"    vastgelegd op {moment(f['vastgelegd_op'])} door {f.get('verbalisant', '')}"


def _tasks(connection: Connection, dossier_id: str) -> Lines:
    ended = {
        str(done.fields["taak"]): done.fields
        for done in records.records_of(connection, dossier_id, Entity.TAAKAFHANDELING)
    }

    def taak(one: Stored) -> Lines:
        f: Mapping[str, Any] = one.fields
        done: Mapping[str, Any] | None = ended.get(one.id)
        state = f"{done['hoe']} op {moment(done['afgehandeld_op'])}" if done else "open"
        when = f" {f['tijdstip']}" if f.get("tijdstip") else ""
        who = f.get("wie") or "niemand genoemd"
        yield f"  uiterlijk {f['uiterlijk']}{when}: {f['wat']} ({who}) – {state}"
        origin = f", uit {f['herkomst']}" if f.get("herkomst") else ""
        yield f"    gemaakt op {moment(f['gemaakt_op'])}{origin}"
        if done and done.get("toelichting"):
            yield f"    {done['toelichting']}"

    yield from _list(connection, dossier_id, Entity.TAAK, "Taken", taak)


# -- hearings, documents, attachments -------------------------------------------------------------


def _hearing(one: Stored) -> Lines:
    return case_lines.hearing(one.fields)


def _attachment(one: Stored) -> Lines:
    return case_lines.attachment(one.fields)


def _papers(connection: Connection, dossier_id: str) -> Lines:
    steps: dict[str, list[Mapping[str, Any]]] = {}
    for one in records.records_of(connection, dossier_id, Entity.STUKSTAP):
        steps.setdefault(str(one.fields["stuk"]), []).append(one.fields)

    def document(one: Stored) -> Lines:
        return case_lines.document(one.fields, steps.get(one.id, []))

    yield from _list(connection, dossier_id, Entity.STUK, "Stukken", document)
