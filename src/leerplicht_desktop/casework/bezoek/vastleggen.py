"""Finish a visit: from then on immutable, its tasks made, all of it in the outbox, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.taak.maken import taak_maken
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.casework.uitvak.werk import deurbezoek_verzending, terugmelding_verzending
from leerplicht_desktop.domain.bezoek.deurbezoek import Deurbezoek, vastleggen
from leerplicht_desktop.domain.bezoek.terugmelding import terugmelding_van


@dataclass(frozen=True, slots=True)
class NieuweTaak:
    """A task the officer accepted together with the visit."""

    wat: str
    uiterlijk: date
    tijdstip: time | None = None
    wie: str = ""


def deurbezoek_vastleggen(
    work: Work, klok: Klok, bezoek: str, taken: tuple[NieuweTaak, ...] = ()
) -> tuple[Deurbezoek, Touched]:
    """Fix the visit. Raises DomainError naming the field that still blocks; then nothing has changed.

    A visit that contradicts the address of the register leaves a terugmelding (Wet BRP, article 2.34).
    """
    nu = klok.nu()
    vast = vastleggen(work.bezoeken.laad(bezoek), nu)
    work.bezoeken.leg_vast(vast)
    work.uitvak.voeg_toe(deurbezoek_verzending(vast, nu))
    terug = terugmelding_van(vast, nieuw_id(nu), nu)
    if terug is not None:
        work.terugmeldingen.nieuw(terug)
        work.uitvak.voeg_toe(terugmelding_verzending(terug, nu))
    for taak in taken:
        taak_maken(
            work,
            klok,
            vast.dossiers,
            taak.wat,
            taak.uiterlijk,
            wie=taak.wie,
            tijdstip=taak.tijdstip,
            herkomst=vast.id,
        )
    return vast, touched(Soort.BEZOEK, Soort.TAAK, Soort.DOSSIER, Soort.SYNC, dossiers=vast.dossiers)


def deurbezoek_verwerpen(work: Work, bezoek: str) -> Touched | None:
    """Leave an empty draft behind. A draft in which anything was recorded stays; then None."""
    huidig = work.bezoeken.laad(bezoek)
    if not huidig.is_concept or not huidig.is_leeg or huidig.corrigeert is not None:
        return None
    work.bezoeken.verwerp(bezoek)
    return touched(Soort.BEZOEK, Soort.DOSSIER, dossiers=huidig.dossiers)
