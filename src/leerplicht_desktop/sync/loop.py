"""One round: hello, push, pull, sanity, a line of history. Runs on the side lane.

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
from leerplicht_desktop.casework.problems import AanmeldingVerlopen, KluisProblem, KnownProblem

from .aanmelden import controleer_epoch, controleer_versie
from .nummers import vul_aan
from .pull import trek
from .push import Push
from .refusals import Bezet, soort
from .ronde import Doe, GestoptError, Ronde, RondeUitslag, Teller
from .sanity import lees_overzicht, vergelijk
from .wire import Wire, bestemming_van

_LOG = logging.getLogger("leerplicht.sync")

GOED = "goed"

T = TypeVar("T")


class SyncLoop:
    """The road of one open vault. ``stop`` may be called from any thread, the rest on the side lane."""

    def __init__(
        self,
        doe: Doe,
        klok: Klok,
        *,
        transport: httpx.BaseTransport | None = None,
        meld: Callable[[int, int], None] = lambda verzonden, ontvangen: None,
    ) -> None:
        """``meld`` hears (sent, received) while a round runs, on the side lane."""
        self._doe = doe
        self._klok = klok
        self._transport = transport
        self._meld = meld
        self._stop = threading.Event()
        self._lijn: tuple[Koppeling, Wire] | None = None

    def ronde(self) -> RondeUitslag:
        """One round. Known problems come back as a value; anything that is raised is a bug."""
        self._stop.clear()
        return self._rond("")

    def opnieuw_ophalen(self, epoch: str) -> RondeUitslag:
        """Accept that the municipality's data were put back or replaced, and begin again with ``epoch``.

        The officer's own work is offered once more and drafts stay. The dossiers stay in sight until the
        server gave them again: stopping half-way leaves a laptop that can be worked with, and a next round
        goes on. Nothing changes unless the server names that very epoch now and knows this laptop.
        """
        self._stop.clear()
        return self._rond(epoch)

    def proef(self) -> bool:
        """Whether the server answers; cheap, and without a trace in the history."""
        try:
            self._wire(self._koppeling(self._doe)).hello(kort=True)
        except KnownProblem:
            return False
        except RuntimeError:
            if not self._stop.is_set():
                raise
            return False
        return True

    def stop(self) -> None:
        """Stop the running round after the item it is at; the vault may be closed right after this."""
        self._stop.set()

    def sluit(self) -> None:
        """Let go of the connection."""
        if self._lijn is not None:
            self._lijn[1].close()
            self._lijn = None

    def _rond(self, nieuwe_epoch: str) -> RondeUitslag:
        begonnen = self._klok.nu()
        teller = Teller()
        probleem: KnownProblem | None = None
        try:
            probleem = self._fasen(teller, nieuwe_epoch)
        except KnownProblem as known:
            probleem = known.with_traceback(None)
        except GestoptError:
            _LOG.info("round stopped")
        uitslag = RondeUitslag(
            teller.verzonden,
            teller.ontvangen,
            teller.geweigerd,
            probleem,
            bereikt=bool(teller.epoch),
            gestopt=self._stop.is_set(),
            wacht=probleem.wacht if isinstance(probleem, Bezet) else 0.0,
            epoch=teller.epoch,
            touched=tuple(teller.touched),
        )
        _LOG.info("round: %s, sent %d, received %d", uitkomst(uitslag), teller.verzonden, teller.ontvangen)
        return self._noteer(uitslag, begonnen)

    def _fasen(self, teller: Teller, nieuwe_epoch: str) -> KnownProblem | None:
        koppeling = self._koppeling(self._tot_stop)
        wire = self._wire(koppeling)
        hello = controleer_versie(wire.hello())
        teller.epoch = hello.epoch
        controleer_epoch(hello, nieuwe_epoch or koppeling.epoch)
        if nieuwe_epoch and nieuwe_epoch != koppeling.epoch:
            # A server that was put back may not know this sign-in any more: ask before anything changes.
            lees_overzicht(wire.digest(), nieuwe_epoch)
            teller.touched.append(self._tot_stop(lambda work: work.brievenbus.begin_opnieuw(nieuwe_epoch)))
            koppeling = self._koppeling(self._tot_stop)
            wire = self._wire(koppeling)
        ronde = Ronde(
            wire,
            self._tot_stop,
            koppeling,
            hello,
            self._klok,
            teller,
            self._ga_door,
            lambda: self._meld(teller.verzonden, teller.ontvangen),
        )
        uitgesteld = Push(ronde).duw()
        vul_aan(ronde)
        vergelijk(ronde, trek(ronde))
        return uitgesteld

    def _ga_door(self) -> None:
        if self._stop.is_set():
            raise GestoptError

    def _tot_stop(self, act: Callable[[Work], T], /) -> T:
        """An act on the vault, unless somebody asked to stop: by then it may be closed."""
        self._ga_door()
        try:
            return self._doe(act)
        except RuntimeError:
            if not self._stop.is_set():
                raise
        raise GestoptError

    def _koppeling(self, doe: Doe) -> Koppeling:
        koppeling = doe(lambda work: work.brievenbus.koppeling())
        if koppeling is None:
            raise AanmeldingVerlopen("Deze laptop is nog niet aangemeld bij de gemeente.", "Meld je aan.")
        return koppeling

    def _wire(self, koppeling: Koppeling) -> Wire:
        if self._lijn is not None and self._lijn[0] == koppeling:
            return self._lijn[1]
        self.sluit()
        self._lijn = (koppeling, Wire(bestemming_van(koppeling), self._transport))
        return self._lijn[1]

    def _noteer(self, uitslag: RondeUitslag, begonnen: datetime) -> RondeUitslag:
        """Add the line of history, unless the round was stopped or there is no vault to add it to."""
        if uitslag.gestopt or isinstance(uitslag.probleem, KluisProblem):
            return uitslag
        try:
            self._doe(
                lambda work: work.brievenbus.noteer_ronde(
                    begonnen, uitslag.verzonden, uitslag.ontvangen, uitkomst(uitslag)
                )
            )
        except KluisProblem as known:
            return replace(uitslag, probleem=known.with_traceback(None))
        return uitslag


def uitkomst(uitslag: RondeUitslag) -> str:
    """How the history names the end of a round: ``goed`` or a known problem."""
    return GOED if uitslag.probleem is None else soort(uitslag.probleem)
