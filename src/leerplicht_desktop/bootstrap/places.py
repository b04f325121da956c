"""Where the officer is and where he came from, kept in the vault: a lock or a crash leads back there."""

from __future__ import annotations

import json
import logging
from dataclasses import replace

from leerplicht_desktop.casework.laptop.instellen import VERGRENDEL_NA
from leerplicht_desktop.casework.ports.beleid import Beleid
from leerplicht_desktop.casework.ports.brievenbus import Koppeling
from leerplicht_desktop.casework.ports.kluis import Kluis, KluisToestand, Work
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.ui.shell.window import Plekken

DEFAULT_MINUTES = 5.0
"""Idle minutes before a lock, when nobody chose or decided otherwise."""
_PREVIOUS = "vorige_plek"


def remember_places(work: Work, places: Plekken) -> None:
    """Keep both places."""
    now, previous = places
    work.inrichting.onthoud(now)
    if previous is not None:
        work.inrichting.zet(
            _PREVIOUS, json.dumps([previous.scherm, previous.ding, previous.veld, previous.zoektekst])
        )


def read_first(work: Work, address: str | None, policy: Beleid) -> tuple[Koppeling, Plekken, float]:
    """The tie (practice has another ``address`` at each start), the places, and idle minutes to a lock."""
    koppeling = work.brievenbus.koppeling()
    if koppeling is None:
        raise RuntimeError("a vault without a tie is set up first")
    if address is not None and address != koppeling.server:
        koppeling = replace(koppeling, server=address)
        work.brievenbus.bewaar_koppeling(koppeling)
    minutes = policy.vergrendeltijd(work.caseload.instelling(VERGRENDEL_NA), DEFAULT_MINUTES)
    return koppeling, read_places(work), minutes


def read_places(work: Work) -> Plekken:
    """Both places as they were kept; at the first start Vandaag, coming from nowhere."""
    now = work.caseload.werkplek()
    raw = work.caseload.instelling(_PREVIOUS)
    if raw is None:
        return now, None
    screen, thing, field, search_text = json.loads(raw)
    return now, Werkplek(screen, thing, field, -1, search_text)


def close_kluis(kluis: Kluis, places: Plekken | None) -> None:
    """Keep the place, force everything to the disk, and forget the key."""
    if kluis.toestand() is not KluisToestand.OPEN:
        return
    try:
        if places is not None:
            kluis.doe(lambda work: remember_places(work, places))
        kluis.duurzaam()
        kluis.maak_reserve()
    except BekendProbleem as problem:
        logging.getLogger("leerplicht.program").warning("closing: %s", type(problem).__name__)
    kluis.sluit()
