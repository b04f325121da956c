"""Numbers for a proces-verbaal: a new block when few are left, so that sealing needs no network."""

from __future__ import annotations

import logging
from collections.abc import Callable

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.zaakstukken import Nummerblok
from leerplicht_desktop.casework.problems import GeenVerbinding, ServerWeigert
from leerplicht_protocol.numbers import NummerblokRequest

from .rounds import Round

_LOG = logging.getLogger("leerplicht.sync")

FEW = 5
"""Below this many numbers of a year a new block is asked for."""

_DECEMBER = 12


def top_up(round_: Round) -> None:
    """Ask for what is missing: of this year, and in December of the next one too.

    A municipality that gives no numbers does not stop the round; sealing then says that they are used up.
    """
    today = round_.clock.vandaag()
    years = (today.year, today.year + 1) if today.month == _DECEMBER else (today.year,)
    for year in years:
        round_.go_on()
        blocks = round_.act(_needed(year))
        if blocks is None:
            continue
        try:
            _fetch(round_, year, blocks + 1)
        except (ServerWeigert, GeenVerbinding):  # also a server that falls over this question alone
            _LOG.warning("no numbers were given")
            return


def _needed(year: int) -> Callable[[Work], int | None]:
    """How many blocks of a year there are, when too few numbers are left; else None."""

    def act(work: Work) -> int | None:
        numbers = work.zaakstukken.nummers
        return numbers.blokken(year) if numbers.over(year) < FEW else None

    return act


def _fetch(round_: Round, year: int, sequence: int) -> None:
    question = NummerblokRequest(device=round_.koppeling.device, jaar=year, volg=sequence)
    block = round_.wire.numbers(question)
    if (block.jaar, block.volg) != (year, sequence) or block.tot < block.van:
        raise ServerWeigert
    given = Nummerblok(block.organisatie, block.jaar, block.van, block.tot)
    round_.act(lambda work: work.zaakstukken.nummers.bewaar(given, round_.clock.nu()))
