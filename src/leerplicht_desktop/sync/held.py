"""What the municipality holds of what this laptop handed in: asked weekly, and when a backup was put back.

Receipts are compared; what is gone there is offered again under its own operation id, so that it comes in
once, whoever is right. The outbox and drafts stay as they are.
"""

from __future__ import annotations

import logging
from datetime import timedelta

from leerplicht_desktop.casework.ports.brievenbus import Antwoord
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.problems import BekendProbleem, GegevensTeruggezet, WerkAangevuld
from leerplicht_desktop.casework.touched import Touched
from leerplicht_protocol.messages import OpStatus, ReceiptsRequest

from .number_blocks import hand_in
from .push import answer_of
from .rounds import Round

_LOG = logging.getLogger("leerplicht.sync")
_AT_ONCE = 500
WEEK = timedelta(days=7)
_ASKED = "De gemeente is gevraagd of alles er nog is."
_NOTHING = "Je hoeft niets te doen. Mist er toch iets in een dossier, bel dan de beheerder."
_PUT_BACK = "De gemeente heeft een back-up van haar gegevens teruggezet."


def ask_weekly(round_: Round) -> BekendProbleem | None:
    """Compare when that was not done for a week, or never. A problem when something is gone."""
    asked = round_.act(lambda work: work.plaats.nagevraagd())
    if not round_.hello.receipts or (asked is not None and abs(round_.clock.nu() - asked) < WEEK):
        return None
    gone, answers = _compare(round_)
    now = round_.clock.nu()
    round_.tally.touched.append(
        round_.act(lambda work: work.plaats.vul_aan(gone, answers, now)),
    )
    return WerkAangevuld(f"{_ASKED} {_words(len(gone))}", _NOTHING) if gone else None


def after_restore(round_: Round) -> GegevensTeruggezet:
    """A backup was put back there: compare, offer what is gone, read the feed anew, hand numbers in."""
    _LOG.warning("a backup was put back at the municipality")
    gone, answers = _compare(round_)
    now = round_.clock.nu()

    def act(work: Work) -> Touched:
        work.plaats.vul_aan(gone, answers, now)
        return work.plaats.teruggezet(now)

    round_.tally.touched.append(round_.act(act))
    hand_in(round_)
    return GegevensTeruggezet(f"{_PUT_BACK} {_words(len(gone))}", _NOTHING)


def _compare(round_: Round) -> tuple[tuple[str, ...], tuple[Antwoord, ...]]:
    """Operations that the municipality holds no more, and its answers to all others."""
    answered = round_.act(lambda work: work.plaats.afgehandeld())
    gone: list[str] = []
    answers: list[Antwoord] = []
    for begin in range(0, len(answered), _AT_ONCE):
        ops = answered[begin : begin + _AT_ONCE]
        round_.go_on()
        found = round_.wire.receipts(ReceiptsRequest(device=round_.koppeling.device, ops=ops))
        here = [answer_of(r) for r in found.results if r.op in set(ops) and r.status is not OpStatus.WAITING]
        answers += here
        gone += sorted(set(ops) - {answer.op for answer in here}, key=ops.index)
    return tuple(gone), tuple(answers)


def _words(gone: int) -> str:
    if gone == 0:
        return "Van wat jij hebt ingeleverd is niets verloren gegaan."
    if gone == 1:
        return "Eén ding dat jij had ingeleverd, was daar weg. Deze laptop biedt het vanzelf opnieuw aan."
    return f"{gone} dingen die jij had ingeleverd, waren daar weg. Deze laptop biedt ze vanzelf opnieuw aan."
