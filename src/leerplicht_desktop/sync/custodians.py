"""The custodians that the municipality names in its greeting, kept in the vault."""

from __future__ import annotations

from leerplicht_desktop.casework.ports.herstel import Bewaarder, BewaardersGewijzigd
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_protocol.messages import Hello

from .acts import Act

_LEAST = 2


def keep_custodians(act: Act, hello: Hello) -> BekendProbleem | None:
    """Keep them when they are others; that is told once, but for the first ones.

    A municipality without two of them leaves the vault as it is: those of before can open it still.
    """
    named = tuple(Bewaarder(one.id, one.key) for one in hello.custodians)
    if len(named) < _LEAST or len({one.sleutel for one in named}) < len(named):
        return None
    known: tuple[Bewaarder, ...] = act(lambda work: work.bewaarders.alle())
    if set(known) == set(named):
        return None
    act(lambda work: work.bewaarders.bewaar(named))
    return BewaardersGewijzigd() if known else None
