"""First start: municipality, sign-in, passphrase, vault, enrolment. Later: only the sign-in.

Nothing of a sign-in is kept before it is whole; the key of the laptop is kept before the one-time right is
spent on it, so that a power cut in between costs no right.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from leerplicht_desktop.casework.laptop.instellen import (
    koppeling_bewaren,
    laptop_lezen,
    laptopsleutel_bewaren,
)
from leerplicht_desktop.casework.ports.brievenbus import Koppeling, Laptopsleutel
from leerplicht_desktop.casework.ports.gemeente import Aangemeld, Aanmelding, Aanmeldpagina, Aanmeldstand
from leerplicht_desktop.casework.ports.kluis import Kluis, KluisToestand, Work
from leerplicht_desktop.casework.ports.lane import Lane
from leerplicht_desktop.casework.problems import AanmeldingGeweigerd, BekendProbleem, GeenVerbinding
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.ui.formulier.wachtzin import Keuzevlak, Wachtzinkeuring

from .model import InrichtBeeld, Stap, zonder_werk

_Bekend = tuple[Laptopsleutel | None, Koppeling | None]
"""What the vault knows already: the key of this laptop, and how it is tied."""

_AANMELDKOP = "Aanmelden is niet gelukt"


class InrichtView(Protocol):
    """What the presenter needs of the view."""

    @property
    def wachtzinvlak(self) -> Keuzevlak:
        """Where a passphrase is chosen."""

    def toon_beeld(self, beeld: InrichtBeeld) -> None:
        """Show it."""


class InrichtPresenter:
    """``klaar`` is called once, when the vault is open and the laptop tied; the caseload is then fetched.

    With ``koppeling`` the laptop was set up before: it signs in again, and ``klaar`` is called as well when
    the officer would rather go back to his work.
    """

    def __init__(
        self,
        kluis: Kluis,
        lanes: tuple[Lane, Lane],
        aanmelding: Aanmelding,
        view: InrichtView,
        laptop: str,
        koppeling: Koppeling | None = None,
    ) -> None:
        self._kluis = kluis
        self._opslag, self._netwerk = lanes
        self._aanmelding = aanmelding
        self._view = view
        self._laptop = laptop
        self._vorige = koppeling
        self._adres = koppeling.server if koppeling else ""
        self._beeld = self._begin()
        self._aangemeld: Aangemeld | None = None
        self._poging = 0
        self.keuring = Wachtzinkeuring(kluis.wachtzinnen, self._opslag, view.wachtzinvlak)
        self.klaar: Callable[[], None] = _niets

    @property
    def beeld(self) -> InrichtBeeld:
        """What is shown now."""
        return self._beeld

    def zoek_server(self, adres: str, *, ander_account: bool = False, openen: bool = False) -> None:
        """Ask the server who it is, and where to sign in. ``openen``: the click asked for the browser."""
        if self._beeld.bezig:
            return
        self._adres = adres
        self._poging += 1
        poging = self._poging
        self._toon(replace(self._beeld, bezig=True, kop="", fout="", remedie="", veld=""))

        def begin(bekend: _Bekend) -> None:
            self._netwerk.submit(
                lambda: self._aanmelding.begin(adres, *bekend, ander_account=ander_account),
                lambda pagina: self._pagina(poging, pagina, openen),
                lambda fout: self._mis_in(poging, fout),
            )

        self._opslag.submit(self._bekend, begin, self._mis)

    def meld_opnieuw_aan(self) -> None:
        """Sign in at the municipality of before: the officer just asked for it, so the browser may open."""
        self.zoek_server(self._adres, openen=True)

    def probeer_opnieuw(self, ander_account: bool) -> None:
        """After a refusal: once more, if need be with another account."""
        self.zoek_server(self._adres, ander_account=ander_account, openen=True)

    def vraag_antwoord(self) -> None:
        """Ask whether the officer signed in; the view calls this every ``interval`` seconds."""
        if self._beeld.stap is Stap.AANMELDEN and not self._beeld.bezig:
            self._beeld = replace(self._beeld, bezig=True)
            poging = self._poging
            self._netwerk.submit(
                self._aanmelding.aangemeld,
                lambda wie: self._antwoord(poging, wie),
                lambda fout: self._mis_in(poging, fout),
            )

    def terug(self) -> None:
        """Stop signing in: back to the server address, or to the work."""
        self._poging += 1  # whatever is still under way belongs to what was stopped
        self._laat_los()
        if self._vorige is not None:
            self.klaar()
        else:
            self._toon(self._begin())

    def kies_wachtzin(self, wachtzin: str, herhaling: str) -> None:
        """Make the vault with this passphrase, and keep the key of this laptop in it."""
        if self._beeld.bezig or self._aangemeld is None:
            return
        self._toon(replace(self._beeld, bezig=True, fout="", remedie="", veld=""))
        self.keuring.beoordeel(wachtzin, herhaling, lambda: self._sluit_met(wachtzin), self._afgekeurd)

    def _afgekeurd(self, veld: str, bericht: str) -> None:
        self._toon(replace(self._beeld, bezig=False, fout=bericht, remedie="", veld=veld))

    def _sluit_met(self, wachtzin: str) -> None:
        sleutel = self._aanmelding.laptopsleutel()
        self._opslag.submit(lambda: self._maak(wachtzin, sleutel), lambda _: self._schrijf_in(), self._mis)

    def kies_inschrijfcode(self, code: str) -> None:
        """Enrol this laptop with the one-time right."""
        if self._beeld.bezig:
            return
        if not code.strip():
            self._toon(
                replace(self._beeld, fout="Vul de inschrijfcode in.", remedie="", veld="inschrijfcode")
            )
            return
        self._toon(replace(self._beeld, bezig=True, fout="", remedie="", veld=""))
        self._netwerk.submit(lambda: self._aanmelding.koppel(self._laptop, code), self._gekoppeld, self._mis)

    def lever_in(self) -> None:
        """Go on with the one right there is: what was not sent goes to the municipality."""
        self._bewaar_en_klaar(None)

    def _begin(self) -> InrichtBeeld:
        gemeente = self._vorige.gemeente if self._vorige else ""
        stap = Stap.AANMELDEN if self._vorige else Stap.SERVER
        return InrichtBeeld(stap, opnieuw=self._vorige is not None, gemeente=gemeente)

    def _bekend(self) -> _Bekend:
        if self._kluis.toestand() is not KluisToestand.OPEN:
            return None, None
        return self._kluis.doe(laptop_lezen)

    def _maak(self, wachtzin: str, sleutel: Laptopsleutel) -> None:
        if self._kluis.toestand() is KluisToestand.LEEG:
            self._kluis.maak(wachtzin)
        self._kluis.doe(lambda work: laptopsleutel_bewaren(work, sleutel))

    def _pagina(self, poging: int, pagina: Aanmeldpagina, openen: bool) -> None:
        if poging != self._poging:
            return
        self._toon(
            replace(
                self._begin(), stap=Stap.AANMELDEN, pagina=pagina, gemeente=pagina.gemeente, openen=openen
            )
        )
        self.vraag_antwoord()

    def _antwoord(self, poging: int, wie: Aangemeld | None) -> None:
        if poging != self._poging:
            return
        if wie is None:
            self._beeld = replace(self._beeld, bezig=False)
            return
        self._aangemeld = wie
        self._opslag.submit(self._kluis.toestand, self._na_aanmelden, self._mis)

    def _na_aanmelden(self, toestand: KluisToestand) -> None:
        wie = self._aangemeld
        if wie is None:
            return
        self._beeld = replace(self._beeld, ambtenaar=wie.naam, stand=wie.stand, bezig=False)
        if toestand is not KluisToestand.OPEN:
            self._toon(replace(self._beeld, stap=Stap.WACHTZIN))
            self.keuring.eigen = (wie.naam, self._beeld.gemeente)
            self.keuring.stel_voor()
        elif self._vorige is None or wie.stand is Aanmeldstand.NIEUW:
            sleutel = self._aanmelding.laptopsleutel()
            self._opslag.submit(lambda: self._maak("", sleutel), lambda _: self._schrijf_in(), self._mis)
        elif wie.stand is Aanmeldstand.ACTIEF:
            self._bewaar_en_klaar(None)
        else:
            self._opslag.submit(
                lambda: self._kluis.lees(lambda caseload: caseload.sync().te_verzenden),
                self._toon_inleveren,
                self._mis,
            )

    def _toon_inleveren(self, te_verzenden: int) -> None:
        self._toon(replace(self._beeld, stap=Stap.INLEVEREN, te_verzenden=te_verzenden))

    def _schrijf_in(self) -> None:
        """The key is safe in the vault: now the right may be spent on it."""
        wie = self._aangemeld
        if wie is not None and wie.inschrijfcode and wie.stand is Aanmeldstand.NIEUW:
            self._toon(replace(self._beeld, stap=Stap.INSCHRIJVEN, bezig=False))
        else:
            self._netwerk.submit(lambda: self._aanmelding.koppel(self._laptop), self._gekoppeld, self._mis)

    def _gekoppeld(self, koppeling: Koppeling) -> None:
        self._bewaar_en_klaar(koppeling)

    def _bewaar_en_klaar(self, koppeling: Koppeling | None) -> None:
        sleutel = self._aanmelding.laptopsleutel()

        def bewaar(work: Work) -> None:
            laptopsleutel_bewaren(work, sleutel)
            if koppeling is not None:
                koppeling_bewaren(work, koppeling)

        self._opslag.submit(lambda: self._kluis.doe(bewaar), lambda _: self._gemaakt(), self._mis)

    def _laat_los(self) -> None:
        self._aanmelding.stop()
        self._netwerk.submit(self._aanmelding.sluit)

    def _gemaakt(self) -> None:
        self._laat_los()
        self._toon(replace(self._beeld, stap=Stap.OPHALEN, bezig=True))
        self.klaar()

    def _mis_in(self, poging: int, fout: Exception) -> None:
        if poging == self._poging:
            self._mis(fout)

    def _mis(self, fout: Exception) -> None:
        if isinstance(fout, DomainError):
            self._toon(replace(self._beeld, bezig=False, fout=fout.bericht, remedie="", veld=fout.veld))
            return
        if not isinstance(fout, BekendProbleem):
            raise fout
        remedie = fout.remedie if self._vorige else zonder_werk(fout.remedie)
        zin = replace(self._beeld, bezig=False, fout=fout.bericht, remedie=remedie, veld="")
        if self._beeld.stap in {Stap.AANMELDEN, Stap.GEWEIGERD}:
            kop = fout.kop if isinstance(fout, AanmeldingGeweigerd) else _AANMELDKOP
            self._aanmelding.stop()
            zin = replace(zin, stap=Stap.GEWEIGERD, kop=kop, pagina=None)
        elif self._beeld.stap is Stap.SERVER and fout.remedie == GeenVerbinding.remedie:
            zin = replace(
                zin, remedie="Kijk of je netwerk hebt en of het adres klopt, en probeer het opnieuw."
            )
        elif self._beeld.stap is Stap.INSCHRIJVEN and isinstance(fout, AanmeldingGeweigerd):
            zin = replace(zin, fout=f"{fout.bericht} {fout.remedie}", remedie="", veld="inschrijfcode")
        self._toon(zin)

    def _toon(self, beeld: InrichtBeeld) -> None:
        self._beeld = beeld
        self._view.toon_beeld(beeld)


def _niets() -> None:
    """Until the shell says what comes next."""
