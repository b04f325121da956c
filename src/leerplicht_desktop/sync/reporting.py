"""Telling the municipality what this laptop could not read of what it sent, once for each change of that."""

from __future__ import annotations

import logging

from leerplicht_desktop.casework.ports.brievenbus import Terzijde
from leerplicht_desktop.casework.problems import GeenVerbinding, ServerWeigert
from leerplicht_protocol.messages import Unreadable, UnreadableReport

from .rounds import Round

_LOG = logging.getLogger("leerplicht.sync")
_MOST = 200


def tell(round_: Round) -> None:
    """Send the whole list when it changed. A server that does not take it, such as an older one, is asked
    again in the next round and stops nothing.
    """
    if not round_.act(lambda work: work.brievenbus.terzijde.ongemeld()):
        return
    lines = round_.act(lambda work: work.brievenbus.terzijde.alle())
    records = tuple(_line(one) for one in lines if not one.opgelost)[:_MOST]
    round_.go_on()
    try:
        round_.wire.unreadable(UnreadableReport(device=round_.koppeling.device, records=records))
    except (ServerWeigert, GeenVerbinding):
        _LOG.warning("the list of what cannot be read was not taken")
        return
    round_.act(lambda work: work.brievenbus.terzijde.gemeld())


def _line(one: Terzijde) -> Unreadable:
    return Unreadable(entity=one.entity, id=one.id, rev=one.rev or 0, reason=one.reden)
