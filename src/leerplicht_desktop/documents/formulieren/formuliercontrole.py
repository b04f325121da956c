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
from leerplicht_desktop.documents.formulieren.tekstcontrole import beoordeel_teksten
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


def verraadt(tekst: str) -> str:
    """The first word that tells a passer-by why the officer came; empty when there is none."""
    gevonden = _OP_KAART_VERBODEN.search(tekst)
    return gevonden.group() if gevonden else ""


def beoordeel(bestand: str, formulier: Formulier) -> list[str]:
    """Everything wrong with a form that could be read, with the place."""
    aantekeningen = Aantekeningen(bestand)
    bekend = formulier.vorm.kadervelden | {veld.naam for veld in formulier.velden}
    for nummer, blok in enumerate(formulier.blokken, 1):
        _beoordeel_blok(f"blok {nummer}", blok, formulier, bekend, aantekeningen)
    _beoordeel_titel(formulier, aantekeningen)
    _beoordeel_handtekeningen(formulier, aantekeningen)
    _beoordeel_velden(formulier, aantekeningen)
    _beoordeel_wet(formulier, aantekeningen)
    beoordeel_onderdelen(formulier, aantekeningen)
    beoordeel_teksten(formulier, aantekeningen)
    return aantekeningen.fouten


def _beoordeel_blok(
    plek: str, blok: Blok, formulier: Formulier, bekend: frozenset[str], aantekeningen: Aantekeningen
) -> None:
    for tekst in blok.teksten:
        for fout in minitaal.fouten(tekst):
            aantekeningen.fout(plek, fout)
    namen = {naam for tekst in blok.teksten for naam in minitaal.gebruikte_velden(tekst)}
    for naam in sorted((namen | {blok.als, blok.tenzij, blok.veld}) - bekend - {""}):
        _onbekend_veld(plek, naam, bekend, aantekeningen)
    _beoordeel_vorm(plek, blok, formulier, aantekeningen)


def _beoordeel_vorm(plek: str, blok: Blok, formulier: Formulier, aantekeningen: Aantekeningen) -> None:
    veld = formulier.veld(blok.veld)
    met_kolommen = veld is not None and veld.type is Veldtype.TABEL and veld.kolommen
    if blok.soort is Bloksoort.TABEL and not met_kolommen:
        aantekeningen.fout(plek, "een tabel wijst met ‘veld’ naar een veld van type tabel met kolommen")
    if blok.soort is Bloksoort.WETTELIJK and blok.naam not in BLOKKEN:
        namen = ", ".join(sorted(BLOKKEN))
        aantekeningen.fout(plek, f"het wettelijke blok ‘{blok.naam}’ bestaat niet. Kies uit: {namen}")
    if _is_leeg(blok):
        aantekeningen.fout(plek, "de tekst ontbreekt")
    if blok.soort is Bloksoort.LIJST and veld is not None and veld.type is not Veldtype.LIJST:
        aantekeningen.fout(plek, "een lijst wijst met ‘veld’ naar een veld van type lijst")
    if blok.taal and not _TAAL.fullmatch(blok.taal):
        aantekeningen.fout(plek, f'‘{blok.taal}’ is geen taalcode. Schrijf bijvoorbeeld taal = "en"')
    for fout in {een for label, _ in blok.rijen for een in minitaal.vaste_tekst_fouten(label)}:
        aantekeningen.fout(plek, f"wat voor een waarde staat is vaste tekst, {fout}")


def _is_leeg(blok: Blok) -> bool:
    """Whether a block that needs words has none: it would leave a gap on the paper that nobody sees."""
    match blok.soort:
        case Bloksoort.LIJST:
            return not blok.veld and not blok.punten
        case Bloksoort.GEGEVENS:
            return not blok.rijen
        case _:
            return blok.soort in _MET_TEKST and not blok.tekst.strip()


# RFC 1766, as PDF asks it for /Lang: the validator refuses a sealed page with another code.
_TAAL = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")


_MET_TEKST = frozenset(
    {Bloksoort.KOP, Bloksoort.ALINEA, Bloksoort.KLEIN, Bloksoort.KADER, Bloksoort.HANDTEKENING}
)


def _onbekend_veld(plek: str, naam: str, bekend: frozenset[str], aantekeningen: Aantekeningen) -> None:
    dichtbij = get_close_matches(naam, sorted(bekend), 1)
    aantekeningen.fout(
        plek, f"het veld ‘{naam}’ bestaat niet" + (f". Bedoel je ‘{dichtbij[0]}’?" if dichtbij else "")
    )


def _beoordeel_titel(formulier: Formulier, aantekeningen: Aantekeningen) -> None:
    for fout in minitaal.vaste_tekst_fouten(formulier.titel):
        aantekeningen.fout("titel", f"de titel is vaste tekst, {fout}")
    if formulier.vorm is Vorm.KAART:
        _beoordeel_kaart(formulier, aantekeningen)


def _beoordeel_handtekeningen(formulier: Formulier, aantekeningen: Aantekeningen) -> None:
    """Each field for a signature has a name of its own in the file."""
    ondertekend = [blok for blok in formulier.blokken if blok.soort is Bloksoort.HANDTEKENING]
    namen = [blok.naam or "handtekening" for blok in ondertekend]
    for blok in formulier.blokken:
        if blok.soort is Bloksoort.WETTELIJK and blok.naam in BLOKKEN:
            namen += BLOKKEN[blok.naam].handtekeningen
    for naam in sorted({naam for naam in namen if namen.count(naam) > 1}):
        aantekeningen.fout("", f"er zijn twee handtekeningen met de naam ‘{naam}’. Geef elk een eigen naam")


def _beoordeel_kaart(formulier: Formulier, aantekeningen: Aantekeningen) -> None:
    teksten = [("titel", formulier.titel)]
    teksten += [(f"blok {n}", tekst) for n, blok in enumerate(formulier.blokken, 1) for tekst in blok.teksten]
    teksten += [(f"blok {n}", rij[0]) for n, blok in enumerate(formulier.blokken, 1) for rij in blok.rijen]
    if formulier.soort is not Documentsoort.NIET_THUISKAART:
        return
    for plek, tekst in teksten:
        if woord := verraadt(tekst):
            aantekeningen.fout(plek, f"‘{woord}’ mag niet op de kaart: anderen kunnen hem lezen")
        if minitaal.gebruikte_velden(tekst) & {"afdeling", "functie"}:
            aantekeningen.fout(plek, "afdeling en functie verraden op een kaart waarom iemand kwam")


def _beoordeel_velden(formulier: Formulier, aantekeningen: Aantekeningen) -> None:
    bsn_mag = bsn_op(formulier.soort, PEILDATUM)
    for veld in formulier.velden:
        plek = f"veld {veld.naam}"
        if veld.naam in formulier.vorm.kadervelden:
            aantekeningen.fout(plek, "deze naam vult het programma zelf in. Kies een andere naam")
        if not re.fullmatch(r"[a-z][a-z0-9_]*", veld.naam):
            aantekeningen.fout(plek, "een naam heeft alleen kleine letters, cijfers en _")
        if veld.type is Veldtype.BSN and not bsn_mag.mag:
            aantekeningen.fout(plek, bsn_mag.uitleg.regel.rstrip("."))
        _beoordeel_nummers(plek, veld.uitleg, aantekeningen)
        if veld.voorbeeld is None:
            aantekeningen.fout(plek, "er ontbreekt een voorbeeld")
        for gegeven in (veld.voorbeeld, veld.voorbeeld_jongere):
            if gegeven is not None and not past(veld, uit_toml(veld.type, gegeven)):
                aantekeningen.fout(plek, f"het voorbeeld past niet bij type ‘{veld.type}’")


def _beoordeel_nummers(plek: str, uitleg: str, aantekeningen: Aantekeningen) -> None:
    """A number that an explanation asks of the law must be there."""
    try:
        met_de_wet(uitleg, PEILDATUM)
    except DomainError as fout:
        aantekeningen.fout(plek, f"de uitleg vraagt iets van de wet. {fout.bericht.rstrip('.')}")


def _beoordeel_wet(formulier: Formulier, aantekeningen: Aantekeningen) -> None:
    wettelijk = [blok for blok in formulier.blokken if blok.soort is Bloksoort.WETTELIJK]
    geplaatst = {blok.naam for blok in wettelijk}
    geeist = vereist(formulier.soort, PEILDATUM)
    for naam in geeist:
        if naam not in geplaatst:
            aantekeningen.fout("", f"het wettelijke blok ‘{naam}’ ontbreekt. Zet het terug, het mag niet weg")
    if any(blok.als or blok.tenzij for blok in wettelijk):
        aantekeningen.fout("", "een wettelijk blok mag niet van een voorwaarde afhangen")
    if "bezwaar" in geplaatst and "bezwaar" not in geeist:
        aantekeningen.fout("", "een bezwaarclausule hoort alleen bij een besluit (Awb 3:45)")
    for naam in sorted(geplaatst & set(BLOKKEN)):
        for veldnaam, soort in BLOKKEN[naam].velden:
            veld = formulier.veld(veldnaam)
            if veld is None or not veld.type.dient_als(soort) or not veld.verplicht:
                aantekeningen.fout(
                    "", f"het blok ‘{naam}’ vraagt een verplicht veld ‘{veldnaam}’ van type {soort}"
                )
