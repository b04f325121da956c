"""What a letter must hide about where the others of a case live (R24), as texts to keep off the paper."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date

from leerplicht_desktop.casework.queries.caseload import Adres, DossierBeeld, PersoonBeeld
from leerplicht_desktop.domain.privacy.regime import Afscherming, Bewoner, Gegeven, afscherming
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.domain.zichtbaar import zoals_gezien

_NAAR_INSTANTIE = frozenset(
    {
        Documentsoort.BERICHT_SCHOOL,
        Documentsoort.ZORGMELDING,
        Documentsoort.MELDING_SVB,
        Documentsoort.INTREKKING_SVB,
        Documentsoort.OVERDRACHT,
        Documentsoort.TERUGMELDING_BRP,
        Documentsoort.SIGNAAL_INSPECTIE,
        Documentsoort.MELDING_ARBEIDSINSPECTIE,
    }
)
"""Paper for an organisation: it may name the school (R24 hides that clue from the other parent only)."""
VAN_ONSZELF = frozenset({"standplaats", "parket", "parket_contact", "bezwaaradres"})
"""Fields that speak of the municipality or the court, never of the family.

Our own town stands at the head of every letter: it is no clue.
"""
_OOK_WEL = {
    "s gravenhage": "Den Haag",
    "den haag": "'s-Gravenhage",
    "s hertogenbosch": "Den Bosch",
    "den bosch": "'s-Hertogenbosch",
}
_SCHOOLSOORT = re.compile(
    r"^.*\b(basisschool|school|lyceum|college|gymnasium|praktijkonderwijs|obs|cbs|kbs|rkbs|pcbs|sbo|vso|roc)\s+",
    re.IGNORECASE,
)
_WOORD = re.compile(r"[^\W_]+")
_HUISNUMMER = re.compile(r"\s+\d.*$")
_POSTCODE = re.compile(r"^\d{4}\s?[A-Z]{2}\b")
_AANEEN_VANAF = 8
"""A secret of this many letters is also found without its spaces; a shorter one hides in common words."""


def verraadt(tekst: str, verborgen: Iterable[str]) -> bool:
    """Whether a text names something that must stay hidden, however it is spaced or capitalised (R24).

    It looks for whole words: the town Ede does not stand in "goede".
    """
    woorden = _woorden(tekst)
    los, aaneen = f" {' '.join(woorden)} ", "".join(woorden)
    for geheim in verborgen:
        deel = _woorden(geheim)
        kaal = "".join(deel)
        if deel and (f" {' '.join(deel)} " in los or (len(kaal) >= _AANEEN_VANAF and kaal in aaneen)):
            return True
    return False


def _woorden(tekst: str) -> list[str]:
    ontleed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", zoals_gezien(tekst)).casefold())
    return _WOORD.findall("".join(teken for teken in ontleed if not unicodedata.combining(teken)))


def bewoners(beelden: Sequence[DossierBeeld]) -> tuple[Bewoner, ...]:
    """Everybody of the dossiers who is in the register, each once."""
    gevonden: dict[str, Bewoner] = {}
    for beeld in beelden:
        for persoon in (beeld.jongere, *beeld.betrokkenen):
            if persoon.persoon is not None:
                gevonden.setdefault(persoon.persoon, _bewoner(persoon, persoon.persoon, beeld))
    return tuple(gevonden.values())


def _bewoner(persoon: PersoonBeeld, id_: str, beeld: DossierBeeld) -> Bewoner:
    adres, thuis = adressleutel(persoon.adres), adressleutel(beeld.jongere.adres)
    samen = persoon is beeld.jongere or (bool(adres) and adres == thuis)
    return Bewoner(id_, adres, persoon.geheim, jongere_woont_hier=samen)


def adressleutel(adres: Adres | None) -> str:
    """Equal for people at one address; empty when there is none to send a letter to."""
    if adres is None or not adres.regels:
        return ""
    return adres.sleutel or " ".join(adres.regels).casefold()


def afscherming_voor(
    beelden: Sequence[DossierBeeld], soort: Documentsoort, dag: date, geadresseerde: str
) -> tuple[Afscherming, tuple[str, ...]]:
    """What the law hides on such a document, and the texts that may stand nowhere on it.

    ``geadresseerde`` is a person of the dossiers, or empty for somebody outside. Raises DomainError.
    """
    oordeel = afscherming(soort, dag, bewoners(beelden), geadresseerde)
    teksten: list[str] = []
    for beeld in beelden:
        for persoon in (beeld.jongere, *beeld.betrokkenen):
            if persoon.persoon is not None:
                teksten += _verborgen(persoon, persoon.persoon, beeld, oordeel)
    if soort in _NAAR_INSTANTIE:
        scholen = {tekst for beeld in beelden for tekst in _school(beeld)}
        teksten = [tekst for tekst in teksten if tekst not in scholen]
    eigen = set(_regels_van(beelden, geadresseerde))
    return oordeel, tuple(dict.fromkeys(tekst for tekst in teksten if tekst and tekst not in eigen))


def _verborgen(persoon: PersoonBeeld, id_: str, beeld: DossierBeeld, oordeel: Afscherming) -> Iterable[str]:
    regels = persoon.adres.regels if persoon.adres else ()
    if not oordeel.toont(id_, Gegeven.ADRES):
        yield from _adres(regels)
    if not oordeel.toont(id_, Gegeven.WOONPLAATS):
        yield from _plaats(regels)
    if not oordeel.toont(id_, Gegeven.SCHOOL):
        yield from _school(beeld)


def _adres(regels: Sequence[str]) -> Iterable[str]:
    """The line itself, the street without its number, and the postcode: each says where somebody lives."""
    yield from regels[:1]
    yield from (_HUISNUMMER.sub("", regel) for regel in regels[:1])
    for gevonden in map(_POSTCODE.match, regels[1:2]):
        if gevonden:
            yield gevonden.group()
            yield gevonden.group().replace(" ", "")


def _plaats(regels: Sequence[str]) -> Iterable[str]:
    """``1234 AB  DEMOSTAD`` without its postcode, also as people call that town."""
    for regel in regels[1:2]:
        plaats = _POSTCODE.sub("", regel).strip()
        yield plaats
        yield _OOK_WEL.get(" ".join(_woorden(plaats)), "")


def _school(beeld: DossierBeeld) -> Iterable[str]:
    """Its name, and the name as people say it: "De Ooievaar" for "OBS De Ooievaar"."""
    if beeld.school is None:
        return
    yield beeld.school.naam
    roepnaam = _SCHOOLSOORT.sub("", beeld.school.naam)
    yield roepnaam if roepnaam != beeld.school.naam else ""


def _regels_van(beelden: Sequence[DossierBeeld], persoon: str) -> Iterable[str]:
    """The addressee's own lines: his own town may stand on his own letter."""
    for beeld in beelden:
        for een in (beeld.jongere, *beeld.betrokkenen):
            if een.persoon == persoon and persoon and een.adres:
                yield from _adres(een.adres.regels)
                yield from _plaats(een.adres.regels)
