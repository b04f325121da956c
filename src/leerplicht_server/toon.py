"""Everything the municipality knows of one dossier, as text for the administrator."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from leerplicht_protocol.records import Entity

from . import caseload, records
from .records import Stored
from .schema import ambtenaar, dossier

_HIER = ZoneInfo("Europe/Amsterdam")
_JA_NEE = {True: "ja", False: "nee", None: "onbekend"}
_ROL = {
    "jongere": "jongere",
    "ouder1": "ouder 1",
    "ouder2": "ouder 2",
    "verzorger": "verzorger",
    "broer_zus": "broer of zus",
    "medebewoner": "medebewoner",
}

Lines = Iterator[str]


def toon(connection: Connection, dossier_id: str) -> str:
    """The dossier as readable Dutch text."""
    stored = records.load(connection, Entity.DOSSIER, dossier_id)
    fields = stored.fields if stored is not None else {}
    parts: list[Lines] = [
        _hoofd(connection, dossier_id, fields),
        _mensen(connection, fields),
        _lijst(connection, dossier_id, Entity.VERZUIMMELDING, "Verzuimmeldingen", _melding),
        _lijst(connection, dossier_id, Entity.DEURBEZOEK, "Deurbezoeken", _deurbezoek),
        _lijst(connection, dossier_id, Entity.GESPREKSNOTITIE, "Gespreksnotities", _gespreksnotitie),
        _taken(connection, dossier_id),
        _lijst(connection, dossier_id, Entity.VERHOOR, "Verhoren", _verhoor),
        _stukken(connection, dossier_id),
        _lijst(connection, dossier_id, Entity.BIJLAGE, "Bijlagen", _bijlage),
    ]
    return "\n".join(line.rstrip() for part in parts for line in part)


def _hoofd(connection: Connection, dossier_id: str, fields: Mapping[str, Any]) -> Lines:
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


# -- people ---------------------------------------------------------------------------------------


def _mensen(connection: Connection, fields: Mapping[str, Any]) -> Lines:
    yield ""
    yield "Jongere en gezin"
    for one in fields.get("betrokkenen", ()):
        where = ", zelfde adres" if one["zelfde_adres"] and one["rol"] != "jongere" else ""
        custody = f", gezag: {_JA_NEE[one['gezag']]}" if one["rol"].startswith("ouder") else ""
        other = _nummer(connection, one["dossier"]) if one["rol"] != "jongere" else ""
        yield f"  {_ROL[one['rol']]}: {one['naam']}{where}{custody}{other}"
        person = records.load(connection, Entity.PERSOON, str(one["persoon"]))
        if person is None:
            yield "    niet in het personenbestand"
        else:
            yield from _persoon(person.fields)


def _nummer(connection: Connection, dossier_id: str | None) -> str:
    found = connection.execute(sa.select(dossier.c.nummer).where(dossier.c.id == dossier_id))
    number = found.scalar_one_or_none()
    return f", dossier {number}" if number else ""


def _persoon(fields: Mapping[str, Any]) -> Lines:
    born = _lo3_datum(fields["geboortedatum"])
    yield f"    bsn {fields['bsn'] or 'onbekend'}, geboren {born}, {fields['geslacht']}"
    if fields["overleden_op"]:
        yield f"    OVERLEDEN op {_lo3_datum(fields['overleden_op'])}"
    if fields["opgeschort"]:
        yield f"    inschrijving opgeschort (reden {fields['opgeschort']})"
    if fields["geheimhouding"]:
        yield f"    GEHEIM ADRES (code {fields['geheimhouding']}): niet aan anderen geven"
    yield f"    {_adres(fields['adres'])}"


def _adres(adres: Mapping[str, str]) -> str:
    if adres.get("13.10"):
        lines = [adres.get(n, "") for n in ("13.30", "13.40", "13.50")]
        return f"in het buitenland (land {adres['13.10']}) {', '.join(p for p in lines if p)}".rstrip()
    if adres.get("12.10"):
        return adres["12.10"]
    number = "".join(adres.get(n, "") for n in ("11.20", "11.30"))
    street = " ".join(p for p in (adres.get("11.10", ""), number, adres.get("11.40", "")) if p)
    town = " ".join(p for p in (adres.get("11.60", ""), adres.get("11.70", "")) if p)
    postal = " (briefadres)" if adres.get("10.10") == "B" else ""
    return (", ".join(p for p in (street, town) if p) or "adres onbekend") + postal


def _lo3_datum(text: str) -> str:
    """``jjjjmmdd`` as day-month-year; zeros are unknown and stay visible."""
    year, month, day = text[:4], text[4:6], text[6:]
    if year == "0000":
        return "onbekend"
    return "-".join(("??" if day == "00" else day, "??" if month == "00" else month, year))


# -- reports and work -----------------------------------------------------------------------------


def _lijst(
    connection: Connection, dossier_id: str, entity: Entity, title: str, show: Callable[[Stored], Lines]
) -> Lines:
    found = records.records_of(connection, dossier_id, entity)
    yield ""
    yield f"{title}: {len(found)}"
    for one in found:
        yield from show(one)
        if entity is not Entity.VERZUIMMELDING:
            yield f"    ontvangen op {_tijd(one.received_at)} van {_wie(connection, one.author)}"
            yield f"    kenmerk {one.id}"


def _wie(connection: Connection, author: str | None) -> str:
    statement = sa.select(ambtenaar.c.naam).where(ambtenaar.c.id == author)
    return str(connection.execute(statement).scalar_one_or_none() or author)


def _tijd(text: object) -> str:
    return f"{datetime.fromisoformat(str(text)).astimezone(_HIER):%d-%m-%Y %H:%M:%S}"


def _melding(one: Stored) -> Lines:
    f: Mapping[str, Any] = one.fields
    until = f["einddatum"] or "heden"
    yield f"  {f['meldingsnummer']} van {f['datum_melding']}: {f['soort']}, {f['begindatum']} tot {until}"
    total = sum(day["uren"] for day in f["verzuim"])
    yield f"    {total:g} {f['eenheid']} op {len(f['verzuim'])} dagen"
    for day in f["verzuim"]:
        yield f"      {day['datum']}  {day['uren']:g}"
    yield from _tekst("reden", f["reden"])
    yield from _tekst("actie van de school", f["ondernomen_actie"])
    yield from _tekst("geen actie gevraagd", f["toelichting_geen_actie"])
    yield from _tekst("leslocatie", f["leslocatie"])
    yield from _tekst("ander adres", f["afwijkend_adres"])
    yield from _tekst("aangekondigd", f["school_kondigde_melding_aan"])
    yield f"    gemeld door {f['melder_naam']} ({f['melder_functie']})"
    yield f"    bereikbaar op {', '.join(w for w in (f['melder_telefoon'], f['melder_email']) if w)}"


def _tekst(label: str, text: object) -> Lines:
    lines = str(text).splitlines()
    if lines:
        yield f"    {label}: {lines[0]}"
        yield from (f"      {line}" for line in lines[1:])


def _versie(f: Mapping[str, Any]) -> Lines:
    if f.get("corrigeert"):
        yield f"    nieuwe versie van {f['corrigeert']}: {f.get('reden_correctie', '')}"


def _deurbezoek(one: Stored) -> Lines:
    f: Mapping[str, Any] = one.fields
    yield f"  {_tijd(f['begonnen_op'])} tot {_tijd(f['geeindigd_op'])}, {f['adres']}: {f['uitkomst']}"
    yield from _versie(f)
    yield f"    {f.get('modus', 'toezicht')}, binnen geweest: {_JA_NEE[bool(f.get('binnen'))]}"
    if f.get("aangetroffen"):
        yield f"    aangetroffen: {', '.join(f['aangetroffen'])}"
    for tick in f.get("vinkjes", ()):
        who = f" ({tick['wie']})" if tick.get("wie") else ""
        yield f"    [x] {_tijd(tick['tijd'])} {tick['soort']}{who}"
    for segment in f.get("segmenten", ()):
        speaker = f" {segment['spreker']}" if segment.get("spreker") else ""
        yield from _tekst(f"{_tijd(segment['tijd'])} {segment['soort']}{speaker}", segment["tekst"])
    if nobody := f.get("niet_thuis"):
        card = f" {nobody['kaartnummer']}" if nobody.get("kaartnummer") else ""
        seen = ", ".join(nobody.get("gezien", ())) or "niets bijzonders"
        yield f"    niet thuis: achtergelaten {nobody['achtergelaten']}{card}; gezien: {seen}"
    yield f"    vastgelegd op {_tijd(f['vastgelegd_op'])} door {f.get('verbalisant', '')}"


def _gespreksnotitie(one: Stored) -> Lines:
    f: Mapping[str, Any] = one.fields
    yield f"  {_tijd(f['gesproken_op'])}, {f['hoe']}, met {f['met_wie']}"
    yield from _versie(f)
    yield from _tekst("tekst", f["tekst"])
    for agreed in f.get("afspraken", ()):
        yield f"    afspraak: {agreed['wat']} ({agreed['wie']}, uiterlijk {agreed['uiterlijk']})"
    yield f"    vastgelegd op {_tijd(f['vastgelegd_op'])} door {f.get('verbalisant', '')}"


def _taken(connection: Connection, dossier_id: str) -> Lines:
    ended = {
        str(done.fields["taak"]): done.fields
        for done in records.records_of(connection, dossier_id, Entity.TAAKAFHANDELING)
    }

    def taak(one: Stored) -> Lines:
        f: Mapping[str, Any] = one.fields
        done: Mapping[str, Any] | None = ended.get(one.id)
        state = f"{done['hoe']} op {_tijd(done['afgehandeld_op'])}" if done else "open"
        when = f" {f['tijdstip']}" if f.get("tijdstip") else ""
        who = f.get("wie") or "niemand genoemd"
        yield f"  uiterlijk {f['uiterlijk']}{when}: {f['wat']} ({who}) – {state}"
        if done and done.get("toelichting"):
            yield f"    {done['toelichting']}"

    yield from _lijst(connection, dossier_id, Entity.TAAK, "Taken", taak)


# -- hearings, documents, attachments -------------------------------------------------------------


def _verhoor(one: Stored) -> Lines:
    f: Mapping[str, Any] = one.fields
    suspect = f["verdachte"]
    yield f"  {_tijd(f['begin'])} tot {_tijd(f['eind'])}, {f['plaats']}: {suspect['naam']} ({suspect['rol']})"
    yield f"    cautie om {_tijd(f['cautie_om'])}, advocaat: {f['bijstand']}"
    if waiver := f.get("afstand"):
        yield from _tekst("afstand van een advocaat", waiver["antwoord"])
    if interpreter := f.get("tolk"):
        yield f"    tolk: {interpreter['naam']}, {interpreter['taal']}"
    for line in f["regels"]:
        letter = "A" if line.get("antwoord", True) else "V"
        yield from _tekst(f"{_tijd(line['moment'])} {letter}", line["tekst"])
    yield f"    ondertekend: {_JA_NEE[f['ondertekend']]} {f.get('reden_niet_ondertekend', '')}"
    yield f"    vastgelegd op {_tijd(f['vastgelegd_op'])} door {f.get('verbalisant', '')}"


def _stukken(connection: Connection, dossier_id: str) -> Lines:
    steps: dict[str, list[Mapping[str, Any]]] = {}
    for one in records.records_of(connection, dossier_id, Entity.STUKSTAP):
        steps.setdefault(str(one.fields["stuk"]), []).append(one.fields)

    def stuk(one: Stored) -> Lines:
        f: Mapping[str, Any] = one.fields
        number = f" {f['nummer']}" if f.get("nummer") else ""
        yield f"  {f['titel']}{number}, verzegeld op {_tijd(f['verzegeld_op'])} ({f['regime'].upper()})"
        if f.get("geadresseerde"):
            yield f"    aan {f['geadresseerde']}"
        if f.get("aanvulling_op"):
            yield f"    aanvulling op {f['aanvulling_op']}"
        yield f"    inhoud   {f['inhoud_hash']}"
        yield f"    bestand  {f['bestand_hash']} ({f.get('bladzijden', 0)} bladzijden)"
        for step in steps.get(one.id, ()):
            told = (step.get(name) for name in ("plaats", "aan", "wijze", "afdoening", "reden", "bijlage"))
            yield f"    {step['datum']} {step['soort']}: {', '.join(t for t in told if t)}".rstrip(": ")

    yield from _lijst(connection, dossier_id, Entity.STUK, "Stukken", stuk)


def _bijlage(one: Stored) -> Lines:
    f: Mapping[str, Any] = one.fields
    yield f"  {f['titel']} ({f['soort']}, {f['mime']})"
    yield f"    {f['grootte']} bytes, {f.get('bladzijden', 1)} bladzijden"
    yield f"    gemaakt op {_tijd(f['gemaakt_op'])}, toegevoegd door {f.get('door', '')}"
    yield f"    sha-256 {f['sha256']}"
