"""Numbers for a proces-verbaal: a new block when few are left, so that sealing needs no network."""

from __future__ import annotations

import logging
from collections.abc import Callable

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.zaakstukken import Nummerblok
from leerplicht_desktop.casework.problems import GeenVerbinding, ServerWeigert
from leerplicht_protocol import numbers as messages

from .rounds import Round

_LOG = logging.getLogger("leerplicht.sync")

FEW = 5
"""Below this many numbers of a year a new block is asked for."""

_DECEMBER = 12
_MOST = 200  # blocks in one question


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


def hand_in(round_: Round) -> None:
    """Tell which blocks this laptop has, to a municipality that may have forgotten; let go of what turns out
    to be of another laptop. A municipality that does not answer hears it with the next question.
    """
    today = round_.clock.vandaag()
    for year in (today.year - 1, today.year, today.year + 1):
        blocks = round_.act(_blocks(year))
        for place, block in enumerate(blocks, 1):
            round_.go_on()
            try:
                answer = _ask(round_, year, place)
            except (ServerWeigert, GeenVerbinding):
                _LOG.warning("the blocks of numbers were not taken")
                return
            if answer != block:
                round_.act(lambda work, block=block: work.zaakstukken.nummers.laat_los(block))  # type: ignore[misc]
                round_.act(_keeping(round_, answer))


def _blocks(year: int) -> Callable[[Work], tuple[Nummerblok, ...]]:
    return lambda work: work.zaakstukken.nummers.reeks(year)


def _keeping(round_: Round, block: Nummerblok) -> Callable[[Work], None]:
    return lambda work: work.zaakstukken.nummers.bewaar(block, round_.clock.nu())


def _fetch(round_: Round, year: int, sequence: int) -> None:
    block = _ask(round_, year, sequence)
    round_.act(_keeping(round_, block))


def _ask(round_: Round, year: int, sequence: int) -> Nummerblok:
    held = round_.act(_blocks(year))
    seen = round_.act(lambda work: work.plaats.gezien())
    holds = tuple(
        messages.Nummerblok(organisatie=one.organisatie, jaar=one.jaar, volg=place, van=one.van, tot=one.tot)
        for place, one in enumerate(held, 1)
    )[-_MOST:]
    block = round_.wire.numbers(
        messages.NummerblokRequest(
            device=round_.koppeling.device, jaar=year, volg=sequence, holds=holds, seen=seen
        )
    )
    if (block.jaar, block.volg) != (year, sequence):
        raise ServerWeigert
    if block.at:
        round_.act(lambda work: work.plaats.zie(block.at))
    return Nummerblok(block.organisatie, block.jaar, block.van, block.tot)
