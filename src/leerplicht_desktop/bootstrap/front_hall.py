"""The front hall: Inrichten or Ontgrendelen, until the vault is open and tied to a municipality."""

from __future__ import annotations

import platform
from collections.abc import Callable
from typing import TYPE_CHECKING

from leerplicht_desktop.casework.ports.beleid import Beleid
from leerplicht_desktop.casework.ports.brievenbus import Koppeling, Laptopsleutel
from leerplicht_desktop.casework.ports.gemeente import Aangemeld, Aanmelding, Aanmeldpagina
from leerplicht_desktop.casework.ports.herstel import Herstelantwoord, Herstelvraag, Kluisherstel
from leerplicht_desktop.casework.ports.kluis import Kluis, KluisToestand
from leerplicht_desktop.casework.ports.lane import Lane

from .practising import PracticeServer

if TYPE_CHECKING:
    from leerplicht_desktop.ui.shell.window import Venster


class LateSignIn:
    """Signing in that loads what it needs when it is first used, and starts the practice server if any."""

    def __init__(self, practice_server: PracticeServer | None, policy: Beleid) -> None:
        self._practice_server = practice_server
        self._policy = policy
        self._real: Aanmelding | None = None

    def begin(
        self,
        server: str,
        sleutel: Laptopsleutel | None = None,
        koppeling: Koppeling | None = None,
        *,
        ander_account: bool = False,
    ) -> Aanmeldpagina:
        """See :class:`leerplicht_desktop.casework.ports.gemeente.Aanmelding`."""
        from leerplicht_desktop.sync.sign_in import SignInRoad

        self._real = self._real or SignInRoad(ca_file=self._policy.ca_bestand, proxy=self._policy.proxy)
        address = self._practice_server.start() if self._practice_server else server
        return self._real.begin(address, sleutel, koppeling, ander_account=ander_account)

    def aangemeld(self) -> Aangemeld | None:
        """See the port."""
        return self._begun().aangemeld()

    def koppel(self, laptop: str, inschrijfcode: str = "") -> Koppeling:
        """See the port."""
        return self._begun().koppel(laptop, inschrijfcode)

    def laptopsleutel(self) -> Laptopsleutel:
        """See the port."""
        return self._begun().laptopsleutel()

    def stop(self) -> None:
        """See the port."""
        if self._real is not None:
            self._real.stop()

    def sluit(self) -> None:
        """See the port."""
        if self._real is not None:
            self._real.sluit()

    def _begun(self) -> Aanmelding:
        if self._real is None:
            raise RuntimeError("begin comes first")
        return self._real


class LateRecovery:
    """The road of recovery, loaded when it is first used."""

    def __init__(self, proxy: str) -> None:
        self._proxy = proxy

    def vraag(self, vraag: Herstelvraag) -> Herstelantwoord:
        """See :class:`leerplicht_desktop.casework.ports.herstel.Herstelweg`."""
        from leerplicht_desktop.sync.recovery_road import RecoveryRoad

        return RecoveryRoad(self._proxy).vraag(vraag)


class FrontHall:
    """Shows the right first screen in ``window`` and calls ``open_`` once, when there is work to show."""

    def __init__(
        self,
        window: Venster,
        vaults: tuple[Kluis, Kluisherstel],
        lanes: tuple[Lane, Lane],
        practice_server: PracticeServer | None,
        versie: str,
        policy: Beleid,
    ) -> None:
        self._window = window
        self._kluis, self._recovery = vaults
        self._lanes = lanes
        self._practice_server = practice_server
        self._version = versie
        self._policy = policy
        self.open_: Callable[[], None] = _nothing
        # Qt keeps no hold on what a signal is connected to.
        self._presenter: object = None
        self._sign_in = LateSignIn(practice_server, policy)

    def begin(self) -> None:
        """A laptop without a vault is set up; any other is unlocked."""
        if self._kluis.toestand() is KluisToestand.LEEG:
            self.set_up(None)
        else:
            self._unlock()

    def set_up(self, current: Koppeling | None) -> None:
        """Sign in: for the first time, or again with ``current``."""
        from leerplicht_desktop.ui.inrichten.inrichting import verbind
        from leerplicht_desktop.ui.inrichten.presenter import InrichtPresenter
        from leerplicht_desktop.ui.inrichten.view import InrichtScherm

        practising = self._practice_server is not None
        address = "oefenserver op deze laptop" if practising else self._policy.server
        screen = InrichtScherm(address, oefenen=practising, vast=bool(address))
        presenter = InrichtPresenter(
            self._kluis, self._lanes, self._sign_in, screen, platform.node(), current
        )
        presenter.klaar = self._done
        self._presenter = presenter
        verbind(screen, presenter)
        self._window.toon_voorportaal(screen)
        screen.focus_veld()
        if current is not None:
            presenter.meld_opnieuw_aan()

    def close(self) -> None:
        """Listen for no browser any more."""
        self._sign_in.stop()

    def _unlock(self) -> None:
        from leerplicht_desktop.ui.ontgrendelen.presenter import OntgrendelPresenter
        from leerplicht_desktop.ui.ontgrendelen.view import OntgrendelScherm

        screen = OntgrendelScherm(self._version, self._practice_server is not None)
        presenter = OntgrendelPresenter(self._kluis, self._lanes[0], screen, self._after_unlock)
        self._presenter = presenter
        screen.geprobeerd.connect(presenter.ontgrendel)
        screen.tik.connect(presenter.tik)
        screen.terugzetten.connect(presenter.zet_terug)
        screen.herstel_gevraagd.connect(self._recover)
        self._window.toon_voorportaal(screen)
        screen.focus_veld()
        presenter.begin()

    def _recover(self) -> None:
        from leerplicht_desktop.ui.ontgrendelen.herstel import HerstelPresenter
        from leerplicht_desktop.ui.ontgrendelen.herstelscherm import HerstelScherm

        screen = HerstelScherm(self._practice_server is not None)
        road = LateRecovery(self._policy.proxy)
        presenter = HerstelPresenter(self._kluis, self._recovery, road, self._lanes, screen)
        presenter.open_ = self._after_recovery
        self._presenter = presenter
        screen.verbind(presenter)
        screen.terug.connect(self._unlock)
        self._window.toon_voorportaal(screen)
        presenter.begin()

    def _after_recovery(self) -> None:
        """The key that proved this laptop is gone: sign in anew, with the code that came along."""
        self._lanes[0].submit(lambda: self._kluis.doe(lambda work: work.brievenbus.koppeling()), self.set_up)

    def _after_unlock(self) -> None:
        self._lanes[0].submit(
            lambda: self._kluis.doe(lambda work: work.brievenbus.koppeling()),
            lambda koppeling: self._done() if koppeling else self.set_up(None),
        )

    def _done(self) -> None:
        self.open_()


def _nothing() -> None:
    """Until the program says what comes next."""
