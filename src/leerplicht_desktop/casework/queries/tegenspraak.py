"""Which visit contradicts the register by now: it is proposed to be told, and fills in the letter."""

from __future__ import annotations

from leerplicht_desktop.casework.queries.caseload import Caseload, Tijdlijnsoort
from leerplicht_desktop.domain.bezoek.deurbezoek import Deurbezoek, SoortSegment
from leerplicht_desktop.domain.bezoek.terugmelding import weerspreekt_register


def tegenspraak(caseload: Caseload, dossier: str) -> Deurbezoek | None:
    """The newest visit at the address of the register, if it was found there that nobody lives there.

    A later visit at which somebody opened answers it; versions that were corrected do not count.
    """
    for item in caseload.tijdlijn(dossier):
        if item.soort is not Tijdlijnsoort.BEZOEK or item.concept or item.verbeterd_door or item.afgewezen:
            continue
        bezoek = caseload.bezoek(item.id)
        if not bezoek.ander_adres:
            return bezoek if weerspreekt_register(bezoek) else None
    return None


def bevinding_in_woorden(bezoek: Deurbezoek) -> str:
    """What was found, for the register: how it went, and each remark with who said it."""
    zinnen = [bezoek.uitkomst.woorden.proces_verbaal if bezoek.uitkomst else ""]
    for segment in bezoek.segmenten:
        tekst = segment.tekst.strip()
        if tekst and segment.soort is SoortSegment.GEZEGD:
            zinnen.append(f"{segment.spreker.strip() or 'Iemand'} zei: “{tekst}”")
        elif tekst:
            zinnen.append(tekst)
    return " ".join(zin for zin in zinnen if zin)
