"""Recovery on the screen: a new passphrase first, then a code to read out, then the vault opens with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from leerplicht_desktop.casework.ports.herstel import (
    GeenHerstel,
    Herstelantwoord,
    Herstelstand,
    Herstelvraag,
    Herstelweg,
    Kluisherstel,
)
from leerplicht_desktop.casework.ports.kluis import Kluis
from leerplicht_desktop.casework.ports.lane import Lane
from leerplicht_desktop.casework.problems import BekendProbleem, VerkeerdeWachtzin
from leerplicht_desktop.ui.formulier.wachtzin import Keuzevlak, Wachtzinkeuring


class Stap(StrEnum):
    """Where the officer is."""

    KIJKEN = "kijken"
    KAN_NIET = "kan_niet"
    WACHTZIN = "wachtzin"
    WACHTEN = "wachten"
    OPENEN = "openen"


@dataclass(frozen=True, slots=True)
class HerstelBeeld:
    """What the view shows; ``veld`` is where ``fout`` belongs."""

    stap: Stap = Stap.KIJKEN
    bezig: bool = False
    code: str = ""
    eerste: bool = False
    """The first custodian has been."""
    verlopen: bool = False
    fout: str = ""
    veld: str = ""


class HerstelView(Protocol):
    """What the presenter needs of the view."""

    @property
    def wachtzinvlak(self) -> Keuzevlak:
        """Where a passphrase is chosen."""

    def toon_beeld(self, beeld: HerstelBeeld) -> None:
        """Show it."""


class HerstelPresenter:
    """``open_`` is called once the vault is open."""

    def __init__(
        self,
        kluis: Kluis,
        herstel: Kluisherstel,
        weg: Herstelweg,
        lanes: tuple[Lane, Lane],
        view: HerstelView,
    ) -> None:
        self._kluis, self._herstel, self._weg = kluis, herstel, weg
        self._opslag, self._netwerk = lanes
        self._view = view
        self._beeld = HerstelBeeld()
        self._antwoord: Herstelantwoord | None = None
        self.keuring = Wachtzinkeuring(kluis.wachtzinnen, self._opslag, view.wachtzinvlak)
        self.open_: Callable[[], None] = _niets

    @property
    def beeld(self) -> HerstelBeeld:
        """What is shown now."""
        return self._beeld

    def begin(self) -> None:
        """Go on with the request of before, or choose a passphrase for a new one."""
        self._toon(HerstelBeeld(bezig=True))
        self._opslag.submit(
            lambda: (self._herstel.code(), self._herstel.mogelijk()),
            lambda kan: self._begonnen(*kan),
            self._mis,
        )

    def opnieuw(self) -> None:
        """Another request, with a passphrase that is chosen anew."""
        self._antwoord = None
        self._toon(HerstelBeeld(Stap.WACHTZIN))
        self.keuring.stel_voor()

    def kies(self, wachtzin: str, herhaling: str) -> None:
        """Ask with this passphrase, if it will do."""
        if self._beeld.bezig:
            return
        self._toon(replace(self._beeld, bezig=True, fout="", veld=""))
        self.keuring.beoordeel(
            wachtzin,
            herhaling,
            lambda: self._vraag_aan(wachtzin),
            lambda veld, zin: self._toon(replace(self._beeld, bezig=False, fout=zin, veld=veld)),
        )

    def kijk(self) -> None:
        """Ask, if it was not yet, and see how it stands."""
        if self._beeld.bezig:
            return
        self._toon(replace(self._beeld, bezig=True, fout="", veld=""))
        self._opslag.submit(
            self._herstel.vraag,
            self._stel,
            self._mis,
        )

    def open_met(self, wachtzin: str) -> None:
        """Close the vault with the new passphrase, and open it."""
        antwoord = self._antwoord
        if self._beeld.bezig or antwoord is None:
            return
        self._toon(replace(self._beeld, bezig=True, fout="", veld=""))

        def doe() -> None:
            self._herstel.open_met(wachtzin, antwoord)
            self._kluis.ontgrendel(wachtzin)

        self._opslag.submit(doe, lambda _: self.open_(), self._mis)

    def _vraag_aan(self, wachtzin: str) -> None:
        self._opslag.submit(lambda: self._vraag_met(wachtzin), self._gevraagd, self._mis)

    def _stel(self, vraag: Herstelvraag) -> None:
        self._netwerk.submit(lambda: self._weg.vraag(vraag), self._stand, self._mis)

    def _vraag_met(self, wachtzin: str) -> str:
        self._herstel.begin(wachtzin)
        return self._herstel.code()

    def _begonnen(self, code: str, mogelijk: bool) -> None:
        if code:
            self._gevraagd(code)
        elif mogelijk:
            self.opnieuw()
        else:
            self._toon(HerstelBeeld(Stap.KAN_NIET, fout=f"{GeenHerstel.bericht} {GeenHerstel.remedie}"))

    def _gevraagd(self, code: str) -> None:
        self._toon(HerstelBeeld(Stap.WACHTEN, code=code))
        self.kijk()

    def _stand(self, antwoord: Herstelantwoord) -> None:
        beeld = replace(
            self._beeld, bezig=False, eerste=antwoord.stand is Herstelstand.EERSTE, verlopen=False
        )
        if antwoord.stand is Herstelstand.GEOPEND:
            self._antwoord = antwoord
            beeld = replace(beeld, stap=Stap.OPENEN)
        elif antwoord.stand is Herstelstand.VERLOPEN:
            beeld = replace(beeld, verlopen=True)
        self._toon(beeld)

    def _mis(self, fout: Exception) -> None:
        if isinstance(fout, VerkeerdeWachtzin):
            self._toon(replace(self._beeld, bezig=False, fout=_ANDERE, veld="open"))
            return
        if not isinstance(fout, BekendProbleem):
            raise fout
        self._toon(replace(self._beeld, bezig=False, fout=f"{fout.bericht} {fout.remedie}".strip(), veld=""))

    def _toon(self, beeld: HerstelBeeld) -> None:
        self._beeld = beeld
        self._view.toon_beeld(beeld)


def _niets() -> None:
    """Until the front hall says what comes next."""


_ANDERE = (
    "Dit is niet de nieuwe wachtzin die je bij het aanvragen koos. Ben je die ook kwijt, kies "
    "dan “Opnieuw vragen”."
)
