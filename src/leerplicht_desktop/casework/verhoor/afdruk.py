"""Whether the paper that a suspect signed holds the text that is vastgelegd (Sv 29a)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from leerplicht_desktop.casework.concepten import Verhoorblad
from leerplicht_desktop.casework.queries.stukkenkast import Stukkenkast
from leerplicht_desktop.casework.waardenjson import naar_json


def inhoud_van(blad: Verhoorblad) -> str:
    """SHA-256 in hexadecimal over what stands on the report, without what is known after it was printed.

    The signature, or why there is none, comes after the paper; lines without words do not come on it.
    """
    zinnen = tuple(zin for zin in blad.zinnen if zin.tekst.strip())
    verhoor = replace(replace(blad, zinnen=zinnen).compleet, ondertekend=None, reden_niet_ondertekend="")
    gelezen = json.dumps(naar_json((blad.verdachte, verhoor)), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(gelezen.encode()).hexdigest()


def papier_wijkt_af(kast: Stukkenkast, verhoor: str) -> bool:
    """Whether the hearing says signed, while its text changed after the last print. Raises KeyError.

    False when nothing was printed from this laptop: then there is nothing to compare with.
    """
    beeld = kast.verhoor(verhoor)
    getekend = beeld.blad.verhoor.ondertekend is True
    return getekend and beeld.afgedrukt not in ("", inhoud_van(beeld.blad))
