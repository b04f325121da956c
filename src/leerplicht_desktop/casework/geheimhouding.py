"""What a letter must hide about where the others of a case live (R24), as texts to keep off the paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from leerplicht_desktop.domain.documentsoort import Documentsoort
from leerplicht_desktop.domain.privacy import Afscherming, Bewoner, Gegeven, afscherming

from .queries import Adres, DossierBeeld, PersoonBeeld


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
    eigen = set(_regels_van(beelden, geadresseerde))
    return oordeel, tuple(dict.fromkeys(tekst for tekst in teksten if tekst and tekst not in eigen))


def _verborgen(persoon: PersoonBeeld, id_: str, beeld: DossierBeeld, oordeel: Afscherming) -> Iterable[str]:
    regels = persoon.adres.regels if persoon.adres else ()
    if not oordeel.toont(id_, Gegeven.ADRES):
        yield from regels[:1]
    if not oordeel.toont(id_, Gegeven.WOONPLAATS):
        yield from (_plaats(regel) for regel in regels[1:2])
    if not oordeel.toont(id_, Gegeven.SCHOOL) and beeld.school is not None:
        yield beeld.school.naam


def _plaats(regel: str) -> str:
    """``1234 AB  DEMOSTAD`` without its postcode."""
    return regel.split("  ", 1)[-1].strip()


def _regels_van(beelden: Sequence[DossierBeeld], persoon: str) -> Iterable[str]:
    """The addressee's own lines: his own town may stand on his own letter."""
    for beeld in beelden:
        for een in (beeld.jongere, *beeld.betrokkenen):
            if een.persoon == persoon and persoon and een.adres:
                yield from een.adres.regels
                yield from (_plaats(regel) for regel in een.adres.regels)
