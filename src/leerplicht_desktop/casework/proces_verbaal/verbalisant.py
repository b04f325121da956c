"""The officer as a proces-verbaal names him: what the municipality says, completed on the laptop."""

from __future__ import annotations

from datetime import date

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.domain.handhaving.proces_verbaal import DOMEIN_III, Eed, Verbalisant

_VELDEN = ("naam", "functie", "organisatie", "standplaats", "aktenummer", "domein", "parket")


def verbalisant_van(work: Work) -> Verbalisant:
    """The profile of this laptop. What is missing stays empty and blocks sealing (R15)."""
    koppeling = work.brievenbus.koppeling()
    profiel = dict(koppeling.profiel) if koppeling else {}
    basis = {**profiel, "naam": koppeling.ambtenaar if koppeling else ""}
    basis["organisatie"] = profiel.get("organisatie") or (koppeling.gemeente if koppeling else "")
    basis.setdefault("functie", "leerplichtambtenaar")
    basis.setdefault("domein", DOMEIN_III)
    woorden = {veld: work.caseload.instelling(f"boa.{veld}") or basis.get(veld, "") for veld in _VELDEN}
    tot = work.caseload.instelling("boa.akte_geldig_tot")
    eed = work.caseload.instelling("boa.eed") or basis.get("eed", "")
    return Verbalisant(
        **woorden,
        akte_geldig_tot=date.fromisoformat(tot) if tot else None,
        # A municipality may one day say it in other words: then the officer is asked.
        eed=Eed(eed) if eed in tuple(Eed) else None,
    )


def verbalisant_onthouden(work: Work, concept: str) -> Touched:
    """The officer of this concept becomes the one with whom the next begins."""
    return verbalisant_instellen(work, work.zaakstukken.concepten.laad_pv(concept).pv.verbalisant)


def verbalisant_instellen(work: Work, verbalisant: Verbalisant) -> Touched:
    """Keep the profile for the next proces-verbaal; those that were begun keep what they have."""
    for veld in _VELDEN:
        work.inrichting.zet(f"boa.{veld}", str(getattr(verbalisant, veld)).strip())
    tot = verbalisant.akte_geldig_tot
    work.inrichting.zet("boa.akte_geldig_tot", tot.isoformat() if tot else "")
    work.inrichting.zet("boa.eed", verbalisant.eed.value if verbalisant.eed else "")
    return touched(Soort.INSTELLING)
