"""What an officer finds at a door goes back to the register: the *terugmelding*.

A bestuursorgaan that doubts an authentic value of the register on good grounds tells the municipality that
keeps it (Wet basisregistratie personen, article 2.34). That it was found is recorded here; that it was sent
is only said of the letter, by whoever sent it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from .deurbezoek import Deurbezoek
from .uitkomst import Uitkomst


@dataclass(frozen=True, slots=True)
class Terugmelding:
    """That somebody does not live where the register has him. Fixed from the moment it is made.

    ``bezoek`` is the visit at which it was found, ``waargenomen_op`` its begin; all moments carry a zone.
    """

    id: str
    dossiers: tuple[str, ...]
    bezoek: str
    adres: str
    bevinding: Uitkomst
    waargenomen_op: datetime
    gemaakt_op: datetime
    toelichting: str = ""

    @property
    def op_tijdlijn(self) -> str:
        """The heading on the timeline; it says what was found, and not that anybody was told."""
        return f"Terugmelding BRP: {self.bevinding.woorden.tijdlijn}, {self.adres}"


def weerspreekt_register(bezoek: Deurbezoek) -> bool:
    """Whether what was found at the door says that the address of the register is wrong."""
    return bezoek.uitkomst is not None and bezoek.uitkomst.woont_hier_niet and not bezoek.ander_adres


def terugmelding_van(bezoek: Deurbezoek, id_: str, nu: datetime) -> Terugmelding | None:
    """What goes back after a visit that was vastgelegd; None when it does not contradict the register."""
    if bezoek.uitkomst is None or bezoek.is_concept or not weerspreekt_register(bezoek):
        return None
    gezegd = (segment.tekst.strip() for segment in bezoek.segmenten)
    return Terugmelding(
        id=id_,
        dossiers=bezoek.dossiers,
        bezoek=bezoek.id,
        adres=bezoek.adres,
        bevinding=bezoek.uitkomst,
        waargenomen_op=bezoek.begonnen_op,
        gemaakt_op=nu,
        toelichting="\n".join(tekst for tekst in gezegd if tekst),
    )
