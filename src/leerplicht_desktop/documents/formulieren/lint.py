"""Judges forms before they are used: unknown fields, raw codes, missing blocks of the law, wrong places."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches

from leerplicht_desktop.documents.formulieren import minitaal
from leerplicht_desktop.documents.formulieren.aantekeningen import Aantekeningen
from leerplicht_desktop.documents.formulieren.formulier import (
    Blok,
    Bloksoort,
    Formulier,
    Veldtype,
    Vorm,
)
from leerplicht_desktop.documents.formulieren.onderdelen import beoordeel_onderdelen
from leerplicht_desktop.documents.formulieren.veldwaarde import past, uit_toml
from leerplicht_desktop.documents.formulieren.wettelijk import BLOKKEN, vereist
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.privacy.regime import bsn_op
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.domain.wet.wetzin import met_de_wet

# The kinds and their rules are asked on the day this version of the forms was made; a later law changes the
# data and the forms together.
PEILDATUM = date(2026, 11, 1)

# A card lies in a letterbox where others read it (W4): it must not tell why.
_OP_KAART_VERBODEN = re.compile(
    r"\b(leerplicht\w*|school\w*|kind(eren)?|leerling\w*|jongere\w*|verzuim\w*|afwezig\w*|zoon|dochter)\b",
    re.IGNORECASE,
)


def verraadt(text: str) -> str:
    """The first word that tells a passer-by why the officer came; empty when there is none."""
    found = _OP_KAART_VERBODEN.search(text)
    return found.group() if found else ""


def beoordeel(bestand: str, formulier: Formulier) -> list[str]:
    """Everything wrong with a form that could be read, with the place."""
    notes = Aantekeningen(bestand)
    known = formulier.vorm.kadervelden | {veld.naam for veld in formulier.velden}
    for number, blok in enumerate(formulier.blokken, 1):
        _judge_block(f"blok {number}", blok, formulier, known, notes)
    _judge_title(formulier, notes)
    _judge_signatures(formulier, notes)
    _judge_fields(formulier, notes)
    _judge_law(formulier, notes)
    beoordeel_onderdelen(formulier, notes)
    return notes.fouten


def _judge_block(
    place: str, blok: Blok, formulier: Formulier, known: frozenset[str], notes: Aantekeningen
) -> None:
    for text in blok.teksten:
        for mistake in minitaal.fouten(text):
            notes.fout(place, mistake)
    names = {name for text in blok.teksten for name in minitaal.gebruikte_velden(text)}
    for name in sorted((names | {blok.als, blok.tenzij, blok.veld}) - known - {""}):
        _unknown_field(place, name, known, notes)
    _judge_shape(place, blok, formulier, notes)


def _judge_shape(place: str, blok: Blok, formulier: Formulier, notes: Aantekeningen) -> None:
    veld = formulier.veld(blok.veld)
    has_columns = veld is not None and veld.type is Veldtype.TABEL and veld.kolommen
    if blok.soort is Bloksoort.TABEL and not has_columns:
        notes.fout(place, "een tabel wijst met ‘veld’ naar een veld van type tabel met kolommen")
    if blok.soort is Bloksoort.WETTELIJK and blok.naam not in BLOKKEN:
        names = ", ".join(sorted(BLOKKEN))
        notes.fout(place, f"het wettelijke blok ‘{blok.naam}’ bestaat niet. Kies uit: {names}")
    if _is_empty(blok):
        notes.fout(place, "de tekst ontbreekt")
    if blok.soort is Bloksoort.LIJST and veld is not None and veld.type is not Veldtype.LIJST:
        notes.fout(place, "een lijst wijst met ‘veld’ naar een veld van type lijst")
    if blok.taal and not _TAAL.fullmatch(blok.taal):
        notes.fout(place, f'‘{blok.taal}’ is geen taalcode. Schrijf bijvoorbeeld taal = "en"')
    for mistake in {m for label, _ in blok.rijen for m in minitaal.vaste_tekst_fouten(label)}:
        notes.fout(place, f"wat voor een waarde staat is vaste tekst, {mistake}")


def _is_empty(blok: Blok) -> bool:
    """Whether a block that needs words has none: it would leave a gap on the paper that nobody sees."""
    match blok.soort:
        case Bloksoort.LIJST:
            return not blok.veld and not blok.punten
        case Bloksoort.GEGEVENS:
            return not blok.rijen
        case _:
            return blok.soort in _NEED_TEXT and not blok.tekst.strip()


# RFC 1766, as PDF asks it for /Lang: the validator refuses a sealed page with another code.
_TAAL = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")


_NEED_TEXT = frozenset(
    {Bloksoort.KOP, Bloksoort.ALINEA, Bloksoort.KLEIN, Bloksoort.KADER, Bloksoort.HANDTEKENING}
)


def _unknown_field(place: str, name: str, known: frozenset[str], notes: Aantekeningen) -> None:
    close = get_close_matches(name, sorted(known), 1)
    notes.fout(place, f"het veld ‘{name}’ bestaat niet" + (f". Bedoel je ‘{close[0]}’?" if close else ""))


def _judge_title(formulier: Formulier, notes: Aantekeningen) -> None:
    for mistake in minitaal.vaste_tekst_fouten(formulier.titel):
        notes.fout("titel", f"de titel is vaste tekst, {mistake}")
    if formulier.vorm is Vorm.KAART:
        _judge_card(formulier, notes)


def _judge_signatures(formulier: Formulier, notes: Aantekeningen) -> None:
    """Each field for a signature has a name of its own in the file."""
    signed = [blok for blok in formulier.blokken if blok.soort is Bloksoort.HANDTEKENING]
    names = [blok.naam or "handtekening" for blok in signed]
    for blok in formulier.blokken:
        if blok.soort is Bloksoort.WETTELIJK and blok.naam in BLOKKEN:
            names += BLOKKEN[blok.naam].handtekeningen
    for name in sorted({name for name in names if names.count(name) > 1}):
        notes.fout("", f"er zijn twee handtekeningen met de naam ‘{name}’. Geef elk een eigen naam")


def _judge_card(formulier: Formulier, notes: Aantekeningen) -> None:
    texts = [("titel", formulier.titel)]
    texts += [(f"blok {n}", text) for n, blok in enumerate(formulier.blokken, 1) for text in blok.teksten]
    texts += [(f"blok {n}", row[0]) for n, blok in enumerate(formulier.blokken, 1) for row in blok.rijen]
    if formulier.soort is not Documentsoort.NIET_THUISKAART:
        return
    for place, text in texts:
        if word := verraadt(text):
            notes.fout(place, f"‘{word}’ mag niet op de kaart: anderen kunnen hem lezen")
        if minitaal.gebruikte_velden(text) & {"afdeling", "functie"}:
            notes.fout(place, "afdeling en functie verraden op een kaart waarom iemand kwam")


def _judge_fields(formulier: Formulier, notes: Aantekeningen) -> None:
    bsn_allowed = bsn_op(formulier.soort, PEILDATUM)
    for veld in formulier.velden:
        place = f"veld {veld.naam}"
        if veld.naam in formulier.vorm.kadervelden:
            notes.fout(place, "deze naam vult het programma zelf in. Kies een andere naam")
        if not re.fullmatch(r"[a-z][a-z0-9_]*", veld.naam):
            notes.fout(place, "een naam heeft alleen kleine letters, cijfers en _")
        if veld.type is Veldtype.BSN and not bsn_allowed.mag:
            notes.fout(place, bsn_allowed.uitleg.regel.rstrip("."))
        _judge_numbers(place, veld.uitleg, notes)
        if veld.voorbeeld is None:
            notes.fout(place, "er ontbreekt een voorbeeld")
        for given in (veld.voorbeeld, veld.voorbeeld_jongere):
            if given is not None and not past(veld, uit_toml(veld.type, given)):
                notes.fout(place, f"het voorbeeld past niet bij type ‘{veld.type}’")


def _judge_numbers(place: str, uitleg: str, notes: Aantekeningen) -> None:
    """A number that an explanation asks of the law must be there."""
    try:
        met_de_wet(uitleg, PEILDATUM)
    except DomainError as fout:
        notes.fout(place, f"de uitleg vraagt iets van de wet. {fout.bericht.rstrip('.')}")


def _judge_law(formulier: Formulier, notes: Aantekeningen) -> None:
    legal = [blok for blok in formulier.blokken if blok.soort is Bloksoort.WETTELIJK]
    placed = {blok.naam for blok in legal}
    demanded = vereist(formulier.soort, PEILDATUM)
    for name in demanded:
        if name not in placed:
            notes.fout("", f"het wettelijke blok ‘{name}’ ontbreekt. Zet het terug, het mag niet weg")
    if any(blok.als or blok.tenzij for blok in legal):
        notes.fout("", "een wettelijk blok mag niet van een voorwaarde afhangen")
    if "bezwaar" in placed and "bezwaar" not in demanded:
        notes.fout("", "een bezwaarclausule hoort alleen bij een besluit (Awb 3:45)")
    for name in sorted(placed & set(BLOKKEN)):
        for field, kind in BLOKKEN[name].velden:
            veld = formulier.veld(field)
            if veld is None or not veld.type.dient_als(kind) or not veld.verplicht:
                notes.fout("", f"het blok ‘{name}’ vraagt een verplicht veld ‘{field}’ van type {kind}")
