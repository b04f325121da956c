"""How the register addresses a person: the one door to salutation, address lines and mention."""

from __future__ import annotations

from .aanhef import Aanschrijfwijze, Aanspreektekst, aanhef, aanschrijfwijze, in_lopende_tekst
from .adresregels import Adresregels, adresregels
from .lo3 import persoon_uit_lo3

__all__ = [
    "Aanschrijfwijze",
    "Aanspreektekst",
    "Adresregels",
    "aanhef",
    "aanschrijfwijze",
    "adresregels",
    "in_lopende_tekst",
    "persoon_uit_lo3",
]
