"""One round: hello, push, pull, sanity, a line of history. Runs on the lane of the network.

A round may die at any moment with the program: each step is one transaction in the vault or one request that
the server recognises when it comes again.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

import httpx

from leerplicht_desktop.casework.ports.brievenbus import Koppeling
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.problems import (
    AanmeldingVerlopen,
    BekendProbleem,
    GegevensTeruggezet,
    KluisProblem,
)

from .acts import Act
from .custodians import keep_custodians
from .held import after_restore, ask_weekly
from .identity import Identity, VaultRenewals
from .number_blocks import top_up
from .pull import pull
from .push import Push
from .receipts import ask_receipts
from .refusals import Busy, PutBack, kind_of
from .reporting import tell
from .rounds import Limit, Round, RoundResult, StoppedError, Tally
from .sanity import compare, read_digest
from .sign_in import check_epoch, check_practice, check_version
from .wire import Wire, destination_of
from .witness import compare_journal, number_of

_LOG = logging.getLogger("leerplicht.sync")

FINE = "goed"

T = TypeVar("T")


class SyncLoop:
    """The road of one open vault. ``stop`` may be called from any thread, the rest on the net lane."""

    def __init__(
        self,
        act: Act,
        clock: Klok,
        *,
        transport: httpx.BaseTransport | None = None,
        report: Callable[[int, int], None] = lambda sent, received: None,
        proxy: str = "",
    ) -> None:
        """``report`` hears (sent, received) while a round runs, on that lane; ``proxy`` stands in between."""
        self._act = act
        self._clock = clock
        self._transport = transport
        self._report = report
        self._proxy = proxy
        self._stop = threading.Event()
        self._line: tuple[tuple[Koppeling, str], Wire] | None = None

    def round(self) -> RoundResult:
        """One round. Known problems come back as a value; anything that is raised is a bug."""
        self._stop.clear()
        return self._run("")

    def fetch_again(self, epoch: str) -> RoundResult:
        """Accept that the municipality's data were put back or replaced, and begin again with ``epoch``.

        The officer's own work is offered once more and drafts stay. The dossiers stay in sight until the
        server gave them again: stopping half-way leaves a laptop that can be worked with, and a next round
        goes on. Nothing changes unless the server names that very epoch now and knows this laptop.
        """
        self._stop.clear()
        return self._run(epoch)

    def probe(self) -> bool:
        """Whether the server answers; cheap, and without a trace in the history."""
        try:
            self._wire(self._act).hello(short=True)
        except BekendProbleem:
            return False
        except RuntimeError:
            if not self._stop.is_set():
                raise
            return False
        return True

    def stop(self) -> None:
        """Stop the running round after the item it is at; the vault may be closed right after this."""
        self._stop.set()

    def close(self) -> None:
        """Let go of the connection."""
        if self._line is not None:
            self._line[1].close()
            self._line = None

    def _run(self, new_epoch: str) -> RoundResult:
        begun = self._clock.nu()
        tally = Tally()
        problem: BekendProbleem | None = None
        try:
            problem = self._phases(tally, new_epoch)
        except BekendProbleem as known:
            problem = known.with_traceback(None)
        except StoppedError:
            _LOG.info("round stopped")
        result = RoundResult(
            tally.sent,
            tally.received,
            tally.refused,
            problem,
            reached=bool(tally.epoch),
            stopped=self._stop.is_set(),
            wait=problem.wait if isinstance(problem, Busy) else 0.0,
            epoch=tally.epoch,
            touched=tuple(tally.touched),
        )
        _LOG.info("round: %s, sent %d, received %d", outcome(result), tally.sent, tally.received)
        return self._note(result, begun)

    def _phases(self, tally: Tally, new_epoch: str) -> BekendProbleem | None:
        koppeling = self._koppeling(self._until_stop)
        wire = self._wire(self._until_stop)
        asked = number_of(self._until_stop)
        hello = check_version(wire.hello(journal=asked))
        tally.epoch = hello.epoch
        check_practice(hello, koppeling.oefenen)
        check_epoch(hello, new_epoch or koppeling.epoch)
        if new_epoch and new_epoch != koppeling.epoch:
            # A server that was put back may not know this sign-in any more: ask before anything changes.
            read_digest(wire.digest(), new_epoch)
            tally.touched.append(self._until_stop(lambda work: work.brievenbus.begin_opnieuw(new_epoch)))
            koppeling = self._koppeling(self._until_stop)
            wire = self._wire(self._until_stop)
        round_ = Round(
            wire,
            self._until_stop,
            koppeling,
            hello,
            self._clock,
            tally,
            self._go_on,
            lambda: self._report(tally.sent, tally.received),
            Limit.from_now(),
        )
        touched = compare_journal(self._until_stop, hello, asked, put_back=bool(new_epoch))
        touched = keep_custodians(self._until_stop, hello) or touched
        wire.received = 0
        try:
            return _exchange(round_) or touched
        except PutBack:
            told = after_restore(round_)
        # The line of the journal that this laptop keeps may be gone for the same good reason.
        compare_journal(self._until_stop, hello, asked, put_back=True)
        return _exchange(round_) or told

    def _go_on(self) -> None:
        if self._stop.is_set():
            raise StoppedError

    def _until_stop(self, act: Callable[[Work], T], /) -> T:
        """An act on the vault, unless somebody asked to stop: by then it may be closed."""
        self._go_on()
        return self._at_any_time(act)

    def _at_any_time(self, act: Callable[[Work], T], /) -> T:
        """An act on the vault, also when somebody asked to stop: an answer came that cannot come again."""
        try:
            return self._act(act)
        except RuntimeError:
            if not self._stop.is_set():
                raise
        raise StoppedError

    def _koppeling(self, act: Act) -> Koppeling:
        koppeling = act(lambda work: work.brievenbus.koppeling())
        if koppeling is None:
            raise AanmeldingVerlopen("Deze laptop is nog niet aangemeld bij de gemeente.", "Meld je aan.")
        return koppeling

    def _wire(self, act: Act) -> Wire:
        """The line to the municipality; token and nonce live as long as it does."""
        koppeling = self._koppeling(act)
        kept = act(lambda work: work.brievenbus.laptopsleutel())
        if kept is None:
            raise AanmeldingVerlopen
        of = (koppeling, kept.sleutel)
        if self._line is not None and self._line[0] == of:
            return self._line[1]
        self.close()
        identity = Identity(kept.sleutel, VaultRenewals(self._at_any_time))
        self._line = (of, Wire(destination_of(koppeling, self._proxy), identity, self._transport))
        return self._line[1]

    def _note(self, result: RoundResult, begun: datetime) -> RoundResult:
        """Add the line of history, unless the round was stopped or there is no vault to add it to."""
        if result.stopped or isinstance(result.problem, KluisProblem | GegevensTeruggezet):
            return result  # of the last the history says so already
        try:
            self._act(
                lambda work: work.brievenbus.noteer_ronde(
                    begun, result.sent, result.received, outcome(result)
                )
            )
        except KluisProblem as known:
            return replace(result, problem=known.with_traceback(None))
        return result


def _exchange(round_: Round) -> BekendProbleem | None:
    ask_receipts(round_)
    gone = ask_weekly(round_)
    postponed = Push(round_).push()
    top_up(round_)
    head = pull(round_)
    tell(round_)
    compare(round_, head)
    return postponed or gone


def outcome(result: RoundResult) -> str:
    """How the history names the end of a round: ``goed`` or a known problem."""
    return FINE if result.problem is None else kind_of(result.problem)
