"""Decide on fields that the office and I both wrote: a new change, on the office's revision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.queries.deelvelden import Veldkeuze
from leerplicht_desktop.casework.taak.maken import taak_maken
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.casework.uitvak.deelveld import Veldwijziging, deelveld_verzending
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.deelveld import Deelveld, controleer

_MEESTE = 400
_DAGEN = 7


class Keuzesoort(StrEnum):
    """What the officer chose."""

    KANTOOR = "kantoor"
    MIJN = "mijn"
    ANDERS = "anders"
    OVERGEDRAGEN = "overgedragen"


@dataclass(frozen=True, slots=True)
class Besluit:
    """A choice for one field; ``tekst`` only with something else."""

    soort: Keuzesoort
    tekst: str = ""


def keuzes_bewaren(work: Work, klok: Klok, dossier: str, besluiten: Mapping[Deelveld, Besluit]) -> Touched:
    """Keep the choices. Raises DomainError at a value that does not fit; nothing is kept then.

    Who hands over leaves what the office wrote, and makes a task that holds both values.
    """
    nu = klok.nu()
    open_ = {een.veld: een.keuze for een in work.caseload.deelvelden(dossier) if een.keuze is not None}
    wijzigingen = []
    for veld, besluit in besluiten.items():
        keuze = open_.get(veld.value)
        if keuze is None:
            continue  # decided elsewhere meanwhile
        waarde = _waarde(veld, besluit, keuze)
        wijzigingen.append(Veldwijziging(veld.value, waarde, keuze.kantoor, keuze.rev, besluit.soort.value))
        if besluit.soort is Keuzesoort.OVERGEDRAGEN:
            wat = _vraag(veld, keuze)
            over = klok.vandaag() + timedelta(days=_DAGEN)
            taak_maken(work, klok, (dossier,), wat, over, wie=keuze.door)
    if wijzigingen:
        work.uitvak.voeg_toe(deelveld_verzending(dossier, wijzigingen, nu))
    return touched(Soort.DOSSIER, Soort.SYNC, Soort.TAAK, dossiers=(dossier,))


def _waarde(veld: Deelveld, besluit: Besluit, keuze: Veldkeuze) -> str:
    if besluit.soort is Keuzesoort.MIJN:
        return keuze.mijn
    if besluit.soort is not Keuzesoort.ANDERS:
        return keuze.kantoor
    tekst = controleer(veld, besluit.tekst)
    if not tekst:
        raise DomainError(veld.value, "Vul in wat er moet staan, of kies een van de twee.")
    return tekst


def _vraag(veld: Deelveld, keuze: Veldkeuze) -> str:
    """The question to the other writer, with both values."""
    begin = f"Wat klopt bij {veld.naam.lower()}? Nu staat er "
    ruimte = (_MEESTE - len(begin) - 30) // 2
    kantoor, mijn = _kort(keuze.kantoor, ruimte), _kort(keuze.mijn, ruimte)
    return f"{begin}“{kantoor}”; ook gehoord: “{mijn}”."


def _kort(tekst: str, ruimte: int) -> str:
    tekst = tekst or "niets"
    return tekst if len(tekst) <= ruimte else f"{tekst[: ruimte - 1]}…"
