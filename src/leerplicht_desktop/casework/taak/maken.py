"""Make a task, or record how it ended. Both are new records; nothing is overwritten."""

from __future__ import annotations

from datetime import date, time

from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.casework.uitvak.werk import taak_verzending, taakafhandeling_verzending
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.taak.taak import (
    Afhandeling,
    Taak,
    Taakafhandeling,
    controleer,
    controleer_afhandeling,
)


def taak_maken(  # noqa: PLR0913 - a task is these words; a record for them would only move the list
    work: Work,
    klok: Klok,
    dossiers: tuple[str, ...],
    wat: str,
    uiterlijk: date,
    *,
    wie: str = "",
    tijdstip: time | None = None,
    herkomst: str | None = None,
) -> Taak:
    """Keep a task and put it in the outbox. Raises DomainError when it says nothing."""
    nu = klok.nu()
    taak = controleer(Taak(nieuw_id(nu), dossiers, wat.strip(), uiterlijk, nu, wie, tijdstip, herkomst))
    work.taken.nieuw(taak)
    work.uitvak.voeg_toe(taak_verzending(taak, nu))
    return taak


def taak_afhandelen(work: Work, klok: Klok, taak: str, hoe: Afhandeling, toelichting: str = "") -> Touched:
    """Record that a task is done or lapsed. Raises DomainError when it had ended before."""
    huidig = work.taken.laad(taak)
    if work.taken.afgehandeld(taak):
        raise DomainError("taak", "Deze taak is al afgehandeld.")
    nu = klok.nu()
    einde = controleer_afhandeling(
        Taakafhandeling(nieuw_id(nu), taak, huidig.dossiers, hoe, nu, toelichting.strip())
    )
    work.taken.handel_af(einde)
    work.uitvak.voeg_toe(taakafhandeling_verzending(einde, nu))
    return touched(Soort.TAAK, Soort.SYNC, Soort.DOSSIER, dossiers=huidig.dossiers)
