"""Asking what became of work that was refused: a person at the municipality may have decided since."""

from __future__ import annotations

import logging

from leerplicht_desktop.casework.problems import GeenVerbinding, ServerWeigert
from leerplicht_protocol.messages import OpStatus, ReceiptsRequest

from .push import answer_of
from .rounds import Round

_LOG = logging.getLogger("leerplicht.sync")
_MOST = 500
"""As many as one question takes."""


def ask_receipts(round_: Round) -> None:
    """Keep what is answered otherwise than before. Before the push, so that also a laptop that may only hand
    in hears it; a server that does not answer is asked again in the next round and stops nothing.
    """
    if not round_.hello.receipts:
        return
    refused = round_.act(lambda work: work.oordelen.afgewezen(_MOST))
    if not refused:
        return
    round_.go_on()
    try:
        found = round_.wire.receipts(ReceiptsRequest(device=round_.koppeling.device, ops=refused))
    except (ServerWeigert, GeenVerbinding):
        _LOG.warning("what became of refused work was not answered")
        return
    decided = [
        answer_of(result)
        for result in found.results
        if result.op in set(refused) and result.status is not OpStatus.WAITING
    ]
    round_.tally.touched.append(round_.act(lambda work: work.oordelen.herzie(decided)))
