"""The front hall: Inrichten or Ontgrendelen, until the vault is open and tied to a municipality."""

from __future__ import annotations

import platform
from collections.abc import Callable
from typing import TYPE_CHECKING

from leerplicht_desktop.casework.ports.brievenbus import Koppeling
from leerplicht_desktop.casework.ports.gemeente import Aanmeldcode, Aanmelding
from leerplicht_desktop.casework.ports.kluis import Kluis, KluisToestand
from leerplicht_desktop.casework.ports.lane import Lane

from .practising import PracticeServer

if TYPE_CHECKING:
    from leerplicht_desktop.ui.shell.window import Venster


class LateAanmelding:
    """Signing in that loads what it needs when it is first used, and starts the practice server if any."""

    def __init__(self, oefenserver: PracticeServer | None, huidig: Koppeling | None = None) -> None:
        self._oefenserver = oefenserver
        self._huidig = huidig
        self._echt: Aanmelding | None = None

    def begin(self, server: str) -> Aanmeldcode:
        """See :class:`leerplicht_desktop.casework.ports.gemeente.Aanmelding`."""
        from leerplicht_desktop.sync.sign_in import CodeSignIn

        self._echt = CodeSignIn(current=self._huidig)
        return self._echt.begin(self._oefenserver.start() if self._oefenserver else server)

    def goedgekeurd(self) -> bool:
        """See the port."""
        return self._begonnen().goedgekeurd()

    def koppel(self, laptop: str) -> Koppeling:
        """See the port."""
        return self._begonnen().koppel(laptop)

    def _begonnen(self) -> Aanmelding:
        if self._echt is None:
            raise RuntimeError("begin comes first")
        return self._echt


class Toegang:
    """Shows the right first screen in ``venster`` and calls ``open_`` once, when there is work to show."""

    def __init__(
        self,
        venster: Venster,
        kluis: Kluis,
        lanes: tuple[Lane, Lane],
        oefenserver: PracticeServer | None,
        versie: str,
    ) -> None:
        self._venster = venster
        self._kluis = kluis
        self._lanes = lanes
        self._oefenserver = oefenserver
        self._versie = versie
        self.open_: Callable[[], None] = _niets
        # Qt keeps no hold on what a signal is connected to.
        self._presenter: object = None

    def begin(self) -> None:
        """A laptop without a vault is set up; any other is unlocked."""
        if self._kluis.toestand() is KluisToestand.LEEG:
            self.richt_in(None)
        else:
            self._ontgrendel()

    def richt_in(self, huidig: Koppeling | None) -> None:
        """Sign in: for the first time, or again with ``huidig``."""
        from leerplicht_desktop.ui.inrichten.presenter import InrichtPresenter
        from leerplicht_desktop.ui.inrichten.view import InrichtScherm

        adres = "oefenserver op deze laptop" if self._oefenserver else (huidig.server if huidig else "")
        scherm = InrichtScherm(adres, oefenen=self._oefenserver is not None)
        aanmelding = LateAanmelding(self._oefenserver, huidig)
        presenter = InrichtPresenter(self._kluis, self._lanes, aanmelding, scherm, platform.node())
        presenter.klaar = self._klaar
        self._presenter = presenter
        scherm.server_gekozen.connect(presenter.zoek_server)
        scherm.goedkeuring_gevraagd.connect(presenter.vraag_goedkeuring)
        scherm.terug_gevraagd.connect(presenter.terug)
        scherm.wachtzin_gekozen.connect(presenter.kies_wachtzin)
        self._venster.toon_voorportaal(scherm)
        scherm.focus_veld()

    def _ontgrendel(self) -> None:
        from leerplicht_desktop.ui.ontgrendelen.presenter import OntgrendelPresenter
        from leerplicht_desktop.ui.ontgrendelen.view import OntgrendelScherm

        scherm = OntgrendelScherm(self._versie, self._oefenserver is not None)
        presenter = OntgrendelPresenter(self._kluis, self._lanes[0], scherm, self._na_ontgrendelen)
        self._presenter = presenter
        scherm.geprobeerd.connect(presenter.ontgrendel)
        scherm.tik.connect(presenter.tik)
        self._venster.toon_voorportaal(scherm)
        scherm.focus_veld()
        presenter.begin()

    def _na_ontgrendelen(self) -> None:
        self._lanes[0].submit(
            lambda: self._kluis.doe(lambda work: work.brievenbus.koppeling()),
            lambda koppeling: self._klaar() if koppeling else self.richt_in(None),
        )

    def _klaar(self) -> None:
        self.open_()


def _niets() -> None:
    """Until the program says what comes next."""
