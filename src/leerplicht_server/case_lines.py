"""Hearings, documents, steps and attachments as text for the administrator: everything but the bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .dossier_lines import YES_NO, Lines, moment, told

Fields = Mapping[str, Any]


def hearing(fields: Fields) -> Lines:
    """A hearing: who, the rights that were told and when, the statement, how it was closed."""
    suspect = fields["verdachte"]
    who = f"{suspect['naam']} ({suspect['rol']})"
    yield f"  {moment(fields['begin'])} tot {moment(fields['eind'])}, {fields['plaats']}: {who}"
    yield f"    geboren {fields['verdachte_geboren']}, in het register: {suspect.get('persoon') or 'nee'}"
    yield f"    feit tot en met {fields['pleegdatum']}, verteld om {moment(fields['feit_medegedeeld_om'])}"
    yield from told("identiteit", fields["identiteit"])
    yield from _rights(fields)
    yield from _around(fields)
    for line in fields["regels"]:
        letter = "A" if line.get("antwoord", True) else "V"
        yield from told(f"{moment(line['moment'])} {letter}", line["tekst"])
    yield from _closing(fields)


def _rights(fields: Fields) -> Lines:
    yield f"    cautie om {moment(fields['cautie_om'])}, advocaat: {fields['bijstand']}"
    if fields.get("rechten_in_oproep_van"):
        yield f"    rechten in de oproep van {fields['rechten_in_oproep_van']}"
    if fields.get("rechtsbijstand_medegedeeld_om"):
        yield f"    recht op een advocaat verteld om {moment(fields['rechtsbijstand_medegedeeld_om'])}"
    if waiver := fields.get("afstand"):
        yield from told("afstand van een advocaat", waiver["antwoord"])
        yield f"      gevolgen uitgelegd: {YES_NO[bool(waiver.get('gevolgen_uitgelegd'))]}"
        yield f"      kan terugkomen: {YES_NO[bool(waiver.get('kan_terugkomen'))]}"


def _around(fields: Fields) -> Lines:
    """Language, vulnerability, and who was there."""
    yield f"    verstaat Nederlands: {YES_NO[fields['verstaat_nederlands']]}"
    if interpreter := fields.get("tolk"):
        yield f"    tolk: {interpreter['naam']}, {interpreter['taal']}"
    if fields.get("kwetsbaar"):
        yield "    kwetsbaar: ja"
    if fields.get("begeleiding"):
        yield f"    begeleiding: {fields['begeleiding']}"
    if fields.get("ouders_ingelicht_op"):
        yield f"    ouders ingelicht op {fields['ouders_ingelicht_op']}"
    if fields.get("aanwezig"):
        yield f"    aanwezig: {', '.join(fields['aanwezig'])}"
    if fields.get("voorafgaand"):
        yield f"    begonnen vanuit {fields['voorafgaand']}"


def _closing(fields: Fields) -> Lines:
    yield f"    voorgelezen om {moment(fields['voorgelezen_om'])}"
    yield from told("verbeteringen", fields.get("verbeteringen", ""))
    yield f"    ondertekend: {YES_NO[fields['ondertekend']]} {fields.get('reden_niet_ondertekend', '')}"
    yield f"    vastgelegd op {moment(fields['vastgelegd_op'])} door {fields.get('verbalisant', '')}"


def document(fields: Fields, steps: list[Fields]) -> Lines:
    """A sealed document with the steps after sealing, in the order they came."""
    number = f" {fields['nummer']}" if fields.get("nummer") else ""
    yield f"  {fields['titel']}{number}, verzegeld op {moment(fields['verzegeld_op'])}"
    yield f"    soort {fields['soort']}, regime {fields['regime']}"
    if fields.get("geadresseerde"):
        yield f"    aan {fields['geadresseerde']}"
    if fields.get("aanvulling_op"):
        yield f"    aanvulling op {fields['aanvulling_op']}"
    yield f"    inhoud   {fields['inhoud_hash']}"
    if fields.get("sjabloon_hash"):
        yield f"    sjabloon {fields['sjabloon_hash']}"
    yield f"    bestand  {fields['bestand_hash']} ({fields.get('bladzijden', 0)} bladzijden)"
    for step in steps:
        parts = (step.get(name) for name in ("plaats", "aan", "wijze", "afdoening", "reden", "bijlage"))
        told_ = ", ".join(part for part in parts if part)
        yield f"    {step['datum']} {step['soort']}: {told_}".rstrip(": ")
        yield f"      opgeschreven op {moment(step['gezet_op'])} door {step.get('verbalisant', '')}"


_SOURCE_OF_DAY = {
    "camera": " volgens de camera",
    "ambtenaar": " volgens de ambtenaar",
    "toevoegen": " of eerder",
}


def attachment(fields: Fields) -> Lines:
    """An attachment without its bytes."""
    yield f"  {fields['titel']} ({fields['soort']}, {fields['mime']})"
    yield f"    {fields['grootte']} bytes, {fields.get('bladzijden', 1)} bladzijden"
    source = _SOURCE_OF_DAY.get(str(fields.get("dagbron")), "")
    yield f"    gemaakt op {moment(fields['gemaakt_op'])}{source}"
    if fields.get("camera"):
        yield f"    de camera zei {fields['camera']}"
    yield f"    toegevoegd op {moment(fields['toegevoegd_op'])} door {fields.get('door', '')}"
    yield f"    sha-256 {fields['sha256']}"
    if fields.get("bron_sha256"):
        yield f"    sha-256 van het gekozen bestand {fields['bron_sha256']}"
