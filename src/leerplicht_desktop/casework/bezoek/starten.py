"""Start a visit from the dossier, or go on with the one that was begun."""

from __future__ import annotations

from dataclasses import dataclass

from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.domain.bezoek.deurbezoek import Deurbezoek
from leerplicht_desktop.domain.errors import DomainError


@dataclass(frozen=True, slots=True)
class Gestart:
    """The visit to show, and whether it had been begun before."""

    bezoek: str
    hervat: bool
    touched: Touched


def deurbezoek_starten(
    work: Work, klok: Klok, dossiers: tuple[str, ...], adres: str, *, ander_adres: bool = False
) -> Gestart:
    """Begin a visit now. An open draft that shares a jongere is taken up again instead of a second one.

    Raises DomainError when no jongere was chosen.
    """
    if not dossiers:
        raise DomainError("dossiers", "Kies voor welke leerling je aanbelt.")
    open_ = work.bezoeken.concept_voor(dossiers)
    if open_ is not None:
        return Gestart(open_, True, touched(Soort.BEZOEK, dossiers=dossiers))
    nu = klok.nu()
    bezoek = Deurbezoek(nieuw_id(nu), dossiers, adres, nu, ander_adres=ander_adres)
    work.bezoeken.nieuw(bezoek)
    return Gestart(bezoek.id, False, touched(Soort.BEZOEK, Soort.DOSSIER, dossiers=dossiers))
