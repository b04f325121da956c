"""A change of shared fields as it stands in the outbox."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.ports.werk import Verzending

DOSSIER = "dossier"
"""The kind of the only operation that makes nothing new and changes fields."""


@dataclass(frozen=True, slots=True)
class Veldwijziging:
    """A new value, what stood there, and the revision it rests on.

    ``keuze`` says how an open choice was decided (``kantoor``, ``mijn``, ``anders``, ``overgedragen``).
    """

    veld: str
    waarde: str
    was: str
    basis: int
    keuze: str = ""


def deelveld_verzending(dossier: str, wijzigingen: Sequence[Veldwijziging], nu: datetime) -> Verzending:
    """Only ``set`` travels; ``was`` and ``keuze`` stay on this laptop."""
    return Verzending(
        DOSSIER,
        dossier,
        (dossier,),
        {
            "set": {een.veld: {"value": een.waarde, "base": een.basis} for een in wijzigingen},
            "was": {een.veld: een.was for een in wijzigingen},
            "keuze": {een.veld: een.keuze for een in wijzigingen if een.keuze},
        },
        nu,
        op=nieuw_id(nu),
    )
