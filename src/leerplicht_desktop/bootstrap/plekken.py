"""Where the officer is and where he came from, kept in the vault: a lock or a crash leads back there."""

from __future__ import annotations

import json
import logging

from leerplicht_desktop.casework.ports.kluis import Kluis, KluisToestand, Work
from leerplicht_desktop.casework.problems import KnownProblem
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.ui.shell.window import Plekken

_VORIGE = "vorige_plek"


def onthoud_plekken(work: Work, plekken: Plekken) -> None:
    """Keep both places."""
    nu, vorige = plekken
    work.inrichting.onthoud(nu)
    if vorige is not None:
        work.inrichting.zet(_VORIGE, json.dumps([vorige.scherm, vorige.ding, vorige.veld, vorige.zoektekst]))


def lees_plekken(work: Work) -> Plekken:
    """Both places as they were kept; at the first start the list, coming from nowhere."""
    nu = work.caseload.werkplek()
    ruw = work.caseload.instelling(_VORIGE)
    if ruw is None:
        return nu, None
    scherm, ding, veld, zoektekst = json.loads(ruw)
    return nu, Werkplek(scherm, ding, veld, -1, zoektekst)


def sluit_kluis(kluis: Kluis, plekken: Plekken | None) -> None:
    """Keep the place, force everything to the disk, and forget the key."""
    if kluis.toestand() is not KluisToestand.OPEN:
        return
    try:
        if plekken is not None:
            kluis.doe(lambda work: onthoud_plekken(work, plekken))
        kluis.duurzaam()
    except KnownProblem as problem:
        logging.getLogger("leerplicht.program").warning("closing: %s", type(problem).__name__)
    kluis.sluit()
