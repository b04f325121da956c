"""Numbers for a proces-verbaal: a new block when few are left, so that sealing needs no network."""

from __future__ import annotations

import logging
from collections.abc import Callable

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.zaakstukken import Nummerblok
from leerplicht_desktop.casework.problems import ServerWeigert
from leerplicht_protocol.numbers import NummerVraag

from .ronde import Ronde

_LOG = logging.getLogger("leerplicht.sync")

WEINIG = 5
"""Below this many numbers of a year a new block is asked for."""

_DECEMBER = 12


def vul_aan(ronde: Ronde) -> None:
    """Ask for what is missing: of this year, and in December of the next one too.

    A municipality that gives no numbers does not stop the round; sealing then says that they are used up.
    """
    vandaag = ronde.klok.vandaag()
    jaren = (vandaag.year, vandaag.year + 1) if vandaag.month == _DECEMBER else (vandaag.year,)
    for jaar in jaren:
        ronde.ga_door()
        blokken = ronde.doe(_nodig(jaar))
        if blokken is None:
            continue
        try:
            _haal(ronde, jaar, blokken + 1)
        except ServerWeigert:
            _LOG.warning("no numbers were given")
            return


def _nodig(jaar: int) -> Callable[[Work], int | None]:
    """How many blocks of a year there are, when too few numbers are left; else None."""

    def act(work: Work) -> int | None:
        nummers = work.zaakstukken.nummers
        return nummers.blokken(jaar) if nummers.over(jaar) < WEINIG else None

    return act


def _haal(ronde: Ronde, jaar: int, volg: int) -> None:
    vraag = NummerVraag(device=ronde.koppeling.device, jaar=jaar, volg=volg)
    blok = ronde.wire.nummers(vraag)
    if (blok.jaar, blok.volg) != (jaar, volg) or blok.tot < blok.van:
        raise ServerWeigert
    gekregen = Nummerblok(blok.organisatie, blok.jaar, blok.van, blok.tot)
    ronde.doe(lambda work: work.zaakstukken.nummers.bewaar(gekregen, ronde.klok.nu()))
