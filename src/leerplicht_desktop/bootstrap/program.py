"""One running program: window, vault, lanes and roads, from the first screen to the lock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from leerplicht_desktop.casework.laptop.instellen import VERGRENDEL_NA
from leerplicht_desktop.casework.ports.brievenbus import Koppeling
from leerplicht_desktop.casework.ports.gemeente import SyncWeergave
from leerplicht_desktop.casework.ports.kluis import Kluis, Work
from leerplicht_desktop.casework.problems import (
    AanmeldingVerlopen,
    AndereServer,
    GeenVerbinding,
    KnownProblem,
)
from leerplicht_desktop.casework.queries.caseload import DossierFilter, Werkplek
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.ui.kit.theme import Theme, apply
from leerplicht_desktop.ui.scherm.context import Bulletin, Context, Navigatie
from leerplicht_desktop.ui.shell.idle import IdleWatch
from leerplicht_desktop.ui.shell.window import Plekken, Venster

from .klok import SysteemKlok
from .lanes import ThreadLane, Thuiskomst
from .paden import Paden
from .paper import LatePaper
from .plekken import lees_plekken, onthoud_plekken, sluit_kluis
from .practising import PracticeServer
from .toegang import Toegang
from .voorkeuren import Voorkeuren

if TYPE_CHECKING:
    from .synchronisatie import SyncDienst

T = TypeVar("T")

VERSIE = "0.1.0"
STANDAARD_MINUTEN = 5.0


class Programma(QObject):
    """``server`` makes it the practice environment.

    ``vervang`` starts the program afresh after a lock, ``einde`` ends it; tests give their own.
    """

    def __init__(
        self,
        app: QApplication,
        paden: Paden,
        *,
        server: PracticeServer | None,
        vervang: Callable[[], None],
        einde: Callable[[], None],
    ) -> None:
        super().__init__()
        from leerplicht_desktop.store import open_kluis

        self._app = app
        self._vervang = vervang
        self._einde = einde
        self._thuis = Thuiskomst()
        self._klok = SysteemKlok()
        self._opslag = ThreadLane("opslag", self._thuis, self._vangnet)
        self._zij = ThreadLane("zij", self._thuis, self._vangnet)
        self._kluis: Kluis = open_kluis(paden.kluis, self._klok)
        self._formulieren = paden.formulieren
        self._voorkeuren = Voorkeuren(
            paden.gegevens / "voorkeuren.json", lambda thema, punten: _kleed(app, thema, punten)
        )
        _kleed(app, self._voorkeuren.thema, self._voorkeuren.punten)
        self._navigatie = Navigatie()
        self._bulletin = Bulletin()
        self._oefenserver = server
        self.venster = Venster(self._navigatie, oefenen=server is not None)
        self._toegang = Toegang(
            self.venster, self._kluis, (self._opslag, self._zij), self._oefenserver, VERSIE
        )
        self._toegang.open_ = self._open
        self._idle = IdleWatch(app, STANDAARD_MINUTEN)
        self._sync: SyncDienst | None = None
        self._dicht = False
        self._verbind()

    def start(self) -> None:
        """Show the window; in practice the server is got ready meanwhile."""
        self._toegang.begin()
        self.venster.show()
        if self._oefenserver is not None:
            self._zij.submit(self._oefenserver.start)

    def vergrendel(self) -> None:
        """Hide at once, keep what is under way, forget the key, and replace the process."""
        if self._ruim_op():
            self._vervang()

    def sluit(self) -> None:
        """The window was closed."""
        if self._ruim_op():
            if self._oefenserver is not None:
                self._oefenserver.stop()
            self._einde()

    def naar_voren(self) -> None:
        """Somebody started the program again."""
        self.venster.showNormal() if self.venster.isMinimized() else self.venster.show()
        self.venster.raise_()
        self.venster.activateWindow()

    @property
    def sync_weergave(self) -> SyncWeergave | None:
        """How the road stands; None before the vault is open."""
        return self._sync.weergave if self._sync is not None else None

    def voer_uit(self, act: Callable[[Work], T]) -> T:
        """Run an act on the store lane, tell every screen, and give what it returns."""
        antwoord: list[T] = []
        self._opslag.submit(lambda: self._kluis.doe(act), antwoord.append)
        while not antwoord:
            self._app.processEvents()
        self._bulletin.meld(touched(*Soort, door="bootstrap"))
        return antwoord[0]

    def _wacht_op(self, act: Callable[[Work], T], /) -> T:
        """For the side lane: run an act on the store lane and wait for it."""
        return self._opslag.call(lambda: self._kluis.doe(act))

    def bug(self, soort: type[BaseException]) -> None:
        """Something nobody foresaw: say so calmly; what was committed is safe."""
        self.venster.toon_probleem(
            KnownProblem(
                "Er ging iets mis in het programma.",
                f"Wat je schreef is bewaard. Blijft het gebeuren, noem dan de code {soort.__name__}.",
            )
        )

    def _verbind(self) -> None:
        self.venster.vergrendel.connect(self.vergrendel)
        self.venster.gesloten.connect(self.sluit)
        self.venster.actie_gevraagd.connect(self._help)
        self._bulletin.geraakt.connect(self._geraakt)
        self._navigatie.probleem_gemeld.connect(self._vangnet)
        self.venster.gegaan.connect(self._onthoud)
        self._idle.over.connect(self.venster.toon_over)
        self._idle.waarschuwing.connect(lambda _: self.venster.waarschuw_vergrendeling(self._idle.werk))
        self._idle.verlopen.connect(self.vergrendel)

    def _open(self) -> None:
        self._opslag.submit(lambda: self._kluis.doe(self._lees_begin), self._toon_werk)

    def _lees_begin(self, work: Work) -> tuple[Koppeling, Plekken, float]:
        koppeling = work.brievenbus.koppeling()
        if koppeling is None:
            raise RuntimeError("a vault without a tie is set up first")
        adres = self._oefenserver.adres() if self._oefenserver else None
        if adres is not None and adres != koppeling.server:
            koppeling = replace(koppeling, server=adres)
            work.brievenbus.bewaar_koppeling(koppeling)
        minuten = work.caseload.instelling(VERGRENDEL_NA)
        return koppeling, lees_plekken(work), float(minuten) if minuten else STANDAARD_MINUTEN

    def _toon_werk(self, begin: tuple[Koppeling, Plekken, float]) -> None:
        from .sync_bouw import bouw_sync
        from .werk import makers

        koppeling, plek, minuten = begin
        eerste = self._sync is None
        if self._sync is None:
            self._sync = bouw_sync(
                self._kluis, (self._opslag, self._zij), self._bulletin, self._klok, self._thuis
            )
        context = Context(
            kluis=self._kluis,
            opslag=self._opslag,
            zij=self._zij,
            klok=self._klok,
            bulletin=self._bulletin,
            navigatie=self._navigatie,
            sync=self._sync,
            papier=LatePaper(self._wacht_op, self._klok, VERSIE, self._formulieren),
            uiterlijk=self._voorkeuren,
            oefenen=self._oefenserver is not None,
        )
        self.venster.open_werk(koppeling.gemeente, makers(context), plek)
        self._idle.zet_minuten(minuten)
        self._idle.begin()
        if eerste:
            self._sync.luister(self._toon_sync)
            self._sync.begin()
        else:
            self.venster.toon_sync(self._sync.weergave)
            self._sync.nu()
        self._tel()

    def _toon_sync(self, weergave: SyncWeergave) -> None:
        self.venster.toon_sync(weergave)
        probleem = weergave.probleem
        if probleem is not None and not isinstance(probleem, GeenVerbinding):
            self.venster.toon_probleem(probleem)

    def _geraakt(self, geraakt: Touched) -> None:
        self.venster.geraakt(geraakt)
        if geraakt.raakt(Soort.TAAK) or geraakt.raakt(Soort.DOSSIER):
            self._tel()
        if geraakt.raakt(Soort.INSTELLING):
            self._opslag.submit(
                lambda: self._kluis.lees(lambda caseload: caseload.instelling(VERGRENDEL_NA)),
                lambda minuten: self._idle.zet_minuten(float(minuten) if minuten else STANDAARD_MINUTEN),
            )

    def _tel(self) -> None:
        vandaag = self._klok.vandaag()
        self._opslag.submit(
            lambda: self._kluis.lees(
                lambda caseload: (
                    caseload.tellingen(vandaag).get(DossierFilter.ALLE, 0),
                    caseload.taken_nu(vandaag),
                )
            ),
            lambda aantallen: self.venster.toon_aantallen(*aantallen),
        )

    def _onthoud(self, werkplek: Werkplek) -> None:
        plek = self.venster.plek()
        vorige = plek[1] if plek is not None else None
        self._opslag.submit(lambda: self._kluis.doe(lambda work: onthoud_plekken(work, (werkplek, vorige))))

    def _help(self, probleem: KnownProblem) -> None:
        if self._sync is None:
            return
        if isinstance(probleem, AndereServer):
            self._sync.opnieuw_ophalen()
        elif isinstance(probleem, AanmeldingVerlopen):
            self._opslag.submit(
                lambda: self._kluis.doe(lambda work: work.brievenbus.koppeling()), self._meld_opnieuw_aan
            )
        else:
            self._sync.nu()

    def _meld_opnieuw_aan(self, koppeling: Koppeling | None) -> None:
        self._idle.stop()
        self.venster.sluit_werk()
        self._toegang.richt_in(koppeling)

    def _vangnet(self, fout: Exception) -> None:
        if isinstance(fout, KnownProblem):
            self.venster.toon_probleem(fout)
            return
        raise fout

    def _ruim_op(self) -> bool:
        """Keep everything and close the vault. False when that happened before."""
        if self._dicht:
            return False
        self._dicht = True
        self._idle.stop()
        self.venster.verberg(aan=True)
        self.venster.repaint()
        scherm = self.venster.scherm
        plek = self.venster.plek()
        if scherm is not None:
            scherm.verlaat()
        if self._sync is not None:
            self._sync.sluit()
        self._opslag.sluit(lambda: sluit_kluis(self._kluis, plek))
        self._thuis.sluit()
        return True


def _kleed(app: QApplication, thema: str, punten: float) -> None:
    apply(app, Theme(thema), punten)
