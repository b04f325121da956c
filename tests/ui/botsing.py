"""A conflict as the municipality answers it, for the screens that show one."""

from __future__ import annotations

import json

from leerplicht_desktop.casework.deelveld.wijzigen import deelvelden_wijzigen
from leerplicht_desktop.casework.ports.brievenbus import Antwoord, AntwoordSoort
from leerplicht_desktop.domain.persoon.deelveld import Deelveld

from .wereld import Wereld


def laat_botsen(
    wereld: Wereld, dossier: str, kantoor: dict[Deelveld, str], mijn: dict[Deelveld, str]
) -> None:
    """Mine was written first and sent last: K. van Es had written the same fields."""
    wereld.doe(lambda work: deelvelden_wijzigen(work, wereld.klok, dossier, mijn))
    (open_,) = (een for een in wereld.doe(lambda work: work.brievenbus.openstaand(50)) if een.id == dossier)
    botsingen = {
        veld.value: {"theirs": tekst, "rev": 7, "by": "K. van Es", "at": "2026-11-24T16:40:00Z"}
        for veld, tekst in kantoor.items()
    }
    ruw = json.dumps({"applied": {}, "conflicts": botsingen})
    antwoord = Antwoord(open_.op, AntwoordSoort.CONFLICT, ruw=ruw)
    wereld.doe(lambda work: work.brievenbus.verwerk([antwoord]))
