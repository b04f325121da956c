"""Finish a hearing: from then on immutable and in the outbox; or leave an empty one behind."""

from __future__ import annotations

from dataclasses import replace

from leerplicht_desktop.casework.concepten import Verhoorblad
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.casework.uitvak.zaakstukken import verhoor_verzending
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.verhoor import punten


def verhoor_vastleggen(work: Work, klok: Klok, verhoor: str) -> tuple[Verhoorblad, Touched]:
    """Fix the hearing. Raises DomainError naming the field that still blocks (R16, R18); nothing changed."""
    blad = work.zaakstukken.verhoren.laad(verhoor)
    if not blad.is_concept:
        raise DomainError("verhoor", "Dit verhoor is al vastgelegd.")
    for punt in punten(blad.compleet):
        if punt.moet:
            raise DomainError(punt.veld, punt.bericht, punt.regel)
    nu = klok.nu()
    vast = replace(blad, zinnen=tuple(zin for zin in blad.zinnen if zin.tekst.strip()), vastgelegd_op=nu)
    work.zaakstukken.verhoren.leg_vast(vast)
    work.uitvak.voeg_toe(verhoor_verzending(vast, nu))
    return vast, touched(Soort.VERHOOR, Soort.STUK, Soort.DOSSIER, Soort.SYNC, dossiers=vast.dossiers)


def verhoor_verwerpen(work: Work, verhoor: str) -> Touched | None:
    """Leave an empty hearing behind. One in which anything was recorded stays; then None."""
    blad = work.zaakstukken.verhoren.laad(verhoor)
    begonnen = blad.verhoor.cautie_om or blad.verhoor.identiteit.strip() or blad.verhoor.bijstand
    if not blad.is_concept or begonnen or any(zin.tekst.strip() for zin in blad.zinnen):
        return None
    work.zaakstukken.verhoren.verwerp(verhoor)
    return touched(Soort.VERHOOR, Soort.DOSSIER, dossiers=blad.dossiers)
