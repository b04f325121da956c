"""First start: find the municipality, sign in, choose a passphrase, make the vault, fetch the caseload."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from leerplicht_desktop.casework.laptop.instellen import koppeling_bewaren
from leerplicht_desktop.casework.ports.brievenbus import Koppeling
from leerplicht_desktop.casework.ports.gemeente import Aanmeldcode, Aanmelding
from leerplicht_desktop.casework.ports.kluis import Kluis, KluisToestand
from leerplicht_desktop.casework.ports.lane import Lane
from leerplicht_desktop.casework.problems import KnownProblem
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.ui.formulier.wachtzin import wachtzin_klacht


class Stap(StrEnum):
    """Where the set-up is."""

    SERVER = "server"
    AANMELDEN = "aanmelden"
    WACHTZIN = "wachtzin"
    OPHALEN = "ophalen"


@dataclass(frozen=True, slots=True)
class InrichtBeeld:
    """What the view shows."""

    stap: Stap = Stap.SERVER
    bezig: bool = False
    fout: str = ""
    remedie: str = ""
    veld: str = ""
    code: Aanmeldcode | None = None
    ambtenaar: str = ""
    gemeente: str = ""


class InrichtView(Protocol):
    """What the presenter needs of the view."""

    def toon_beeld(self, beeld: InrichtBeeld) -> None:
        """Show it."""


class InrichtPresenter:
    """``klaar`` is called once, when the vault is open and the laptop tied; the caseload is then fetched.

    With a vault that is open already (the sign-in ran out, or was cut off) only the tie is made anew.
    """

    def __init__(
        self, kluis: Kluis, lanes: tuple[Lane, Lane], aanmelding: Aanmelding, view: InrichtView, laptop: str
    ) -> None:
        self._kluis = kluis
        self._opslag, self._netwerk = lanes
        self._aanmelding = aanmelding
        self._view = view
        self._laptop = laptop
        self._beeld = InrichtBeeld()
        self._koppeling: Koppeling | None = None
        self.klaar: Callable[[], None] = _niets

    @property
    def beeld(self) -> InrichtBeeld:
        """What is shown now."""
        return self._beeld

    def zoek_server(self, adres: str) -> None:
        """Ask the server who it is, and for a code."""
        if self._beeld.bezig:
            return
        self._toon(replace(self._beeld, bezig=True, fout="", remedie="", veld=""))
        self._netwerk.submit(lambda: self._aanmelding.begin(adres), self._code, self._mis)

    def vraag_goedkeuring(self) -> None:
        """Ask whether the code was approved; the view calls this every ``interval`` seconds."""
        if self._beeld.stap is Stap.AANMELDEN and not self._beeld.bezig:
            self._beeld = replace(self._beeld, bezig=True)
            self._netwerk.submit(self._aanmelding.goedgekeurd, self._goedgekeurd, self._mis)

    def terug(self) -> None:
        """Back to the server address."""
        if not self._beeld.bezig:
            self._toon(InrichtBeeld())

    def kies_wachtzin(self, wachtzin: str, herhaling: str) -> None:
        """Make the vault with this passphrase and keep how the laptop is tied."""
        if self._beeld.bezig or self._koppeling is None:
            return
        klacht = wachtzin_klacht(wachtzin, herhaling)
        if klacht is not None:
            veld, bericht = klacht
            self._toon(replace(self._beeld, fout=bericht, remedie="", veld=veld))
            return
        self._toon(replace(self._beeld, bezig=True, fout="", remedie="", veld=""))
        self._opslag.submit(lambda: self._maak(wachtzin), lambda _: self._gemaakt(), self._mis)

    def _maak(self, wachtzin: str) -> None:
        koppeling = self._koppeling
        if koppeling is None:
            raise RuntimeError("no tie to keep")
        self._kluis.maak(wachtzin)
        self._kluis.doe(lambda work: koppeling_bewaren(work, koppeling))

    def _code(self, code: Aanmeldcode) -> None:
        self._toon(InrichtBeeld(Stap.AANMELDEN, code=code, gemeente=code.gemeente))
        self.vraag_goedkeuring()

    def _goedgekeurd(self, ja: bool) -> None:
        if not ja:
            self._beeld = replace(self._beeld, bezig=False)
            return
        self._netwerk.submit(lambda: self._aanmelding.koppel(self._laptop), self._gekoppeld, self._mis)

    def _gekoppeld(self, koppeling: Koppeling) -> None:
        self._koppeling = koppeling
        self._opslag.submit(self._kluis.toestand, self._na_koppelen, self._mis)

    def _na_koppelen(self, toestand: KluisToestand) -> None:
        koppeling = self._koppeling
        if koppeling is None:
            return
        if toestand is KluisToestand.OPEN:
            self._opslag.submit(
                lambda: self._kluis.doe(lambda work: koppeling_bewaren(work, koppeling)),
                lambda _: self._gemaakt(),
                self._mis,
            )
            return
        self._toon(
            InrichtBeeld(
                Stap.WACHTZIN,
                ambtenaar=koppeling.ambtenaar,
                gemeente=koppeling.gemeente,
                code=self._beeld.code,
            )
        )

    def _gemaakt(self) -> None:
        self._toon(replace(self._beeld, stap=Stap.OPHALEN, bezig=True))
        self.klaar()

    def _mis(self, fout: Exception) -> None:
        if isinstance(fout, DomainError):
            self._toon(replace(self._beeld, bezig=False, fout=fout.bericht, remedie="", veld=fout.veld))
            return
        if isinstance(fout, KnownProblem):
            terug = Stap.SERVER if self._beeld.stap is Stap.AANMELDEN else self._beeld.stap
            self._toon(
                replace(
                    self._beeld, stap=terug, bezig=False, fout=fout.bericht, remedie=fout.remedie, veld=""
                )
            )
            return
        raise fout

    def _toon(self, beeld: InrichtBeeld) -> None:
        self._beeld = beeld
        self._view.toon_beeld(beeld)


def _niets() -> None:
    """Until the shell says what comes next."""
