"""When to try again, without being asked. Pure: moments go in (seconds of a steady clock), a step comes out.

* A round at the start, when work was written, when the button is pressed, and every five minutes.
* The server cannot be reached: a small probe now and then; the moment it answers, a round.
* The server answers but cannot (5xx, 429, cut off half-way): a round again after full jitter of 2 s to
  5 min, never before the moment that the server named.
* A problem that only a person can mend: nothing until the button, or a fresh sign-in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from leerplicht_desktop.casework.problems import (
    AanmeldingVerlopen,
    AndereServer,
    ApparaatIngetrokken,
    GeenVerbinding,
    VersieVerschil,
)

from .ronde import RondeUitslag

KORTST = 2.0
LANGST = 300.0
PROEF_LANGST = 30.0
REGELMAAT = 300.0

_WACHT_OP_MENS = (AanmeldingVerlopen, ApparaatIngetrokken, AndereServer, VersieVerschil)


class Stap(StrEnum):
    """What is next."""

    RONDE = "ronde"
    PROEF = "proef"


@dataclass(frozen=True, slots=True)
class Volgende:
    """The next step, and how many seconds until then (0: now)."""

    stap: Stap
    wacht: float


class Planning:
    """One laptop's plan. ``toeval`` gives numbers from 0 up to 1."""

    def __init__(self, toeval: Callable[[], float], nu: float) -> None:
        self._toeval = toeval
        self._stap = Stap.RONDE
        self._op: float | None = nu
        self._niet_voor = nu
        self._mislukt = 0
        self._proeven = 0

    def volgende(self, nu: float) -> Volgende | None:
        """What to do and when; None: wait for a person."""
        return None if self._op is None else Volgende(self._stap, max(0.0, self._op - nu))

    def knop(self, nu: float) -> None:
        """Somebody asked: a round, now, whatever went wrong before."""
        self._mislukt = self._proeven = 0
        self._zet(Stap.RONDE, nu)

    def werk_geschreven(self, nu: float) -> None:
        """There is something to send: at once, but not past a person who is needed or a server that waits."""
        if self._op is not None:
            self._op = max(nu, self._niet_voor)

    def na_proef(self, nu: float, bereikt: bool) -> None:
        """The probe was answered, or not."""
        if bereikt:
            self._proeven = 0
            self._zet(Stap.RONDE, max(nu, self._niet_voor))
        else:
            self._proef_later(nu)

    def na_ronde(self, nu: float, uitslag: RondeUitslag) -> None:
        """A round ended."""
        if isinstance(uitslag.probleem, _WACHT_OP_MENS):
            self._op = None
        elif not isinstance(uitslag.probleem, GeenVerbinding):
            self._mislukt = self._proeven = 0
            self._niet_voor = nu
            self._zet(Stap.RONDE, nu + REGELMAAT * (0.8 + 0.4 * self._toeval()))
        elif uitslag.bereikt:
            self._mislukt += 1
            self._niet_voor = nu + max(uitslag.wacht, self._jitter(self._mislukt, LANGST))
            self._zet(Stap.RONDE, self._niet_voor)
        else:
            self._niet_voor = max(self._niet_voor, nu + uitslag.wacht)
            self._proef_later(nu)

    def _proef_later(self, nu: float) -> None:
        self._proeven += 1
        self._zet(Stap.PROEF, max(self._niet_voor, nu + self._jitter(self._proeven, PROEF_LANGST)))

    def _jitter(self, keer: int, hoogstens: float) -> float:
        """Full jitter: anything from 2 s up to a ceiling that doubles every time."""
        plafond = min(hoogstens, KORTST * 2.0 ** min(keer, 16))
        return KORTST + (plafond - KORTST) * self._toeval()

    def _zet(self, stap: Stap, op: float) -> None:
        self._stap, self._op = stap, op
