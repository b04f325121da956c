"""Write down what happened to a sealed document: signed, scanned, sent, received, decided (4.9)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import IngelezenBijlage
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.casework.uitvak.zaakstukken import stukstap_verzending
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.stuk.stuk import Afdoening, Stapsoort, Stukstap, Verzendwijze, eis_stap

from .bijlage_toevoegen import bijlage_toevoegen


@dataclass(frozen=True, slots=True)
class Stapopgave:
    """What the officer fills in; which fields a step needs is in :class:`Stukstap`."""

    soort: Stapsoort
    datum: date
    plaats: str = ""
    aan: str = ""
    wijze: Verzendwijze | None = None
    bijlage: str | None = None
    afdoening: Afdoening | None = None
    reden: str = ""


def stukstap_zetten(work: Work, klok: Klok, stuk: str, opgave: Stapopgave) -> tuple[Stukstap, Touched]:
    """Keep the step and put it in the outbox.

    Raises DomainError naming the field (``bijlage`` for the sealed bytes themselves: nobody signed those,
    R15), KeyError when unknown.
    """
    nu = klok.nu()
    gevonden = work.zaakstukken.stukken.laad(stuk)
    if opgave.bijlage is not None:
        bijlage = work.zaakstukken.bijlagen.laad(opgave.bijlage)
        if bijlage.sha256 == gevonden.bestand_hash:
            bericht = "Dit is het verzegelde bestand zelf, zonder handtekening. Kies de scan van het papier."
            raise DomainError("bijlage", bericht, "R15")
    stap = Stukstap(
        id=nieuw_id(nu),
        stuk=stuk,
        dossiers=gevonden.dossiers,
        soort=opgave.soort,
        datum=opgave.datum,
        gezet_op=nu,
        plaats=opgave.plaats.strip(),
        aan=opgave.aan.strip(),
        wijze=opgave.wijze,
        bijlage=opgave.bijlage,
        afdoening=opgave.afdoening,
        reden=opgave.reden.strip(),
    )
    eis_stap(gevonden, work.zaakstukken.stukken.stappen(stuk), stap)
    work.zaakstukken.stukken.zet_stap(stap)
    work.uitvak.voeg_toe(stukstap_verzending(stap, nu))
    return stap, touched(Soort.STUK, Soort.DOSSIER, Soort.SYNC, dossiers=gevonden.dossiers)


def stukstap_met_scan(
    work: Work, klok: Klok, stuk: str, opgave: Stapopgave, scan: IngelezenBijlage
) -> tuple[Stukstap, Touched]:
    """Keep the scan of the signed paper and the step it belongs to: both, or neither (R15).

    Raises as :func:`stukstap_zetten` and ``bijlage_toevoegen``.
    """
    gevonden = work.zaakstukken.stukken.laad(stuk)
    titel = f"Ondertekend: {gevonden.titel} {gevonden.nummer}".strip()
    bijlage, erbij = bijlage_toevoegen(work, klok, gevonden.dossiers, titel, scan)
    stap, geraakt = stukstap_zetten(work, klok, stuk, replace(opgave, bijlage=bijlage.id))
    return stap, Touched(erbij.soorten | geraakt.soorten, erbij.dossiers | geraakt.dossiers)
