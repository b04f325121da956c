"""What every screen is given: the vault behind its lane, the clock, the roads, and where to go next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from leerplicht_desktop.casework.ports.beleid import VRIJ, Beleid
from leerplicht_desktop.casework.ports.gemeente import Synchronisatie
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Kluis, Work
from leerplicht_desktop.casework.ports.lane import Lane, Toekomst
from leerplicht_desktop.casework.ports.papier import Papier
from leerplicht_desktop.casework.ports.toestel import ONBEKEND, Toestelkijker
from leerplicht_desktop.casework.ports.uiterlijk import Uiterlijk
from leerplicht_desktop.casework.queries.caseload import Caseload, Werkplek
from leerplicht_desktop.casework.touched import Touched

T = TypeVar("T")


class Bulletin(QObject):
    """Tells every screen what was touched and by whom; each reloads only what it shows."""

    geraakt = Signal(object)

    def meld(self, touched: Touched) -> None:
        """Publish, on the screens' thread."""
        self.geraakt.emit(touched)


class Navigatie(QObject):
    """Requests of a screen to the window. Screens do not know each other."""

    gevraagd = Signal(object)
    terug_gevraagd = Signal()
    vergrendeling_gevraagd = Signal()
    verplaatst = Signal()
    bewaard = Signal(object)
    toast_gevraagd = Signal(str, str, object)
    probleem_gemeld = Signal(object)

    def ga(self, scherm: str, ding: str = "", veld: str = "", cursor: int = -1) -> None:
        """Show a screen: ``dossiers``, ``gegevens``, ``deurbezoek``, ``gesprek``, ``verslag``,
        ``synchronisatie``, ``taken`` or ``instellingen``; ``ding`` is the record it shows."""
        self.gevraagd.emit(Werkplek(scherm, ding, veld, cursor))

    def terug(self) -> None:
        """To where the officer came from."""
        self.terug_gevraagd.emit()

    def meld_plek(self) -> None:
        """The screen shows another record than it was opened with: a crash leads back to this one."""
        self.verplaatst.emit()

    def vergrendel(self) -> None:
        """Lock now; nothing is asked."""
        self.vergrendeling_gevraagd.emit()

    def meld_bewaard(self, moment: object) -> None:
        """Show "Bewaard hh:mm:ss" in the corner; ``moment`` is a datetime."""
        self.bewaard.emit(moment)

    def toast(self, tekst: str, ongedaan: str = "", doe: Callable[[], None] | None = None) -> None:
        """A message of ten seconds, with at most one way back."""
        self.toast_gevraagd.emit(tekst, ongedaan, doe)

    def probleem(self, probleem: Exception) -> None:
        """A known problem becomes a banner with the one action that helps; anything else is a bug."""
        self.probleem_gemeld.emit(probleem)


@dataclass(frozen=True)
class Context:
    """The world of a screen. ``opslag`` is the lane of the vault, ``zij`` that of paper."""

    kluis: Kluis
    opslag: Lane
    zij: Lane
    klok: Klok
    bulletin: Bulletin
    navigatie: Navigatie
    sync: Synchronisatie
    papier: Papier
    uiterlijk: Uiterlijk
    oefenen: bool = False
    beleid: Beleid = VRIJ
    toestel: Toestelkijker = ONBEKEND

    def lees(self, vraag: Callable[[Caseload], T], klaar: Callable[[T], None]) -> Toekomst:
        """Ask the vault on its lane; ``klaar`` is called on the screens' thread."""
        return self.opslag.submit(lambda: self.kluis.lees(vraag), klaar, self.navigatie.probleem)

    def doe(
        self,
        act: Callable[[Work], T],
        klaar: Callable[[T], None] | None = None,
        mis: Callable[[Exception], None] | None = None,
    ) -> Toekomst:
        """Run an act in one transaction; a DomainError goes to ``mis``, the rest to the banner."""
        return self.opslag.submit(lambda: self.kluis.doe(act), klaar, mis or self.navigatie.probleem)
