"""The guided tour: the practice visit, walked through the real windows, with a picture at every stop.

On a machine without a screen ``make run`` shows the program this way; the manual uses the same pictures.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from leerplicht_desktop.bootstrap import logboek
from leerplicht_desktop.bootstrap.paden import Paden
from leerplicht_desktop.bootstrap.program import Programma
from leerplicht_desktop.casework.ports.gemeente import SyncFase
from leerplicht_desktop.casework.queries.caseload import Werkplek

from .server import Oefenserver
from .walker import Loper, WalkError

WACHTZIN = "vijf losse woorden om te oefenen"
EERSTE_START = 180.0
"""Seconds the practice server gets to fill its register, on a laptop that does much else."""
GEZIN = "olymp"
"""A family with three children born on one day."""


class Oefening:
    """The practice environment in a folder that is thrown away, and somebody in front of it."""

    def __init__(self, app: QApplication, map_: Path) -> None:
        self._app = app
        self._paden = Paden(map_ / "gegevens", map_ / "log")
        self._paden.maak()
        logboek.begin(self._paden.log)
        self._uit = False
        self.programma = self._start()

    @property
    def loper(self) -> Loper:
        """Somebody in front of the window that is open now."""
        return Loper(self._app, self.programma.venster)

    def richt_in(self) -> None:
        """From the first window to the list of dossiers."""
        loper = self.loper
        loper.klik("inrichten.verbind")
        loper.wacht_op("inrichten.wachtzin", geduld=EERSTE_START)
        loper.typ("inrichten.wachtzin", WACHTZIN)
        loper.typ("inrichten.herhaling", WACHTZIN)
        loper.klik("inrichten.maak")
        loper.wacht_op("dossiers.zoek")

    def vergrendel(self) -> None:
        """Lock by key: the window goes, and the program starts again."""
        self.loper.toets(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        if not self._uit:
            raise WalkError("the program did not lock")
        self.programma = self._start()

    def ontgrendel(self) -> None:
        """Back to where the officer was."""
        loper = self.loper
        loper.typ("ontgrendelen.wachtzin", WACHTZIN)
        loper.klik("ontgrendelen.knop")
        loper.wacht_tot(lambda: self.programma.venster.scherm is not None, "unlocked")

    def sluit(self) -> None:
        """Close the window; the practice server ends with it."""
        self.programma.sluit()

    def _start(self) -> Programma:
        self._uit = False
        programma = Programma(
            self._app, self._paden, server=Oefenserver(self._paden.server), vervang=self._weg, einde=self._weg
        )
        programma.start()
        return programma

    def _weg(self) -> None:
        self._uit = True
        self.programma.venster.hide()
        self.programma.venster.deleteLater()


def rondleiding(map_: Path, uit: TextIO) -> int:
    """Walk the practice visit; pictures go into ``map_``. Returns the exit status."""
    return met_oefening(map_, uit, _loop)


def met_oefening(map_: Path, uit: TextIO, loop: Callable[[Oefening, Callable[[str], None]], None]) -> int:
    """Set up a practice environment, let ``loop`` walk, and clean up. ``loop`` gets a camera."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    map_.mkdir(parents=True, exist_ok=True)
    app = QApplication([sys.argv[0]])
    app.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory(prefix="leerplicht-") as tijdelijk:
        oefening = Oefening(app, Path(tijdelijk))

        def beeld(naam: str) -> None:
            bestand = map_ / f"{naam}.png"
            oefening.loper.beeld(bestand)
            uit.write(f"  {bestand}\n")

        try:
            loop(oefening, beeld)
        except WalkError as kwijt:
            beeld("gestopt")
            uit.write(f"De rondleiding stopte bij: {kwijt}. Zie gestopt.png.\n")
            return 1
        finally:
            oefening.sluit()
    uit.write("De rondleiding is klaar.\n")
    uit.flush()
    os._exit(0)  # the side lane may still wait for the server that was just ended


def _loop(oefening: Oefening, beeld: Callable[[str], None]) -> None:
    beeld("01-inrichten")
    oefening.richt_in()
    loper = oefening.loper
    loper.wacht_tot(lambda: _synct(oefening), "the caseload")
    beeld("02-dossiers")
    loper.typ("dossiers.zoek", GEZIN)
    loper.klik_rij("dossiers.lijst", 0, van=3)
    loper.wacht_op("dossier.start_deurbezoek")
    beeld("03-dossier")
    loper.klik("dossier.start_deurbezoek")
    loper.klik("deurbezoek.uitkomst.alleen_ouder")
    loper.klik("deurbezoek.vinkje.legitimatie")
    loper.klik("deurbezoek.vinkje.doel")
    loper.klik("deurbezoek.soort.gezegd")
    loper.typ("deurbezoek.tekst", "De kinderen zijn weer op school, zegt vader.")
    beeld("04-deurbezoek")
    oefening.vergrendel()
    beeld("05-vergrendeld")
    oefening.ontgrendel()
    loper = oefening.loper
    loper.wacht_op("deurbezoek.afronden")
    beeld("06-verder-waar-je-was")
    loper.klik("deurbezoek.afronden")
    loper.wacht_op("dossier.start_deurbezoek")
    loper.wacht_tot(lambda: _synct(oefening), "sent")
    oefening.programma.venster.ga(Werkplek("synchronisatie"))
    loper.wacht_op("synchronisatie.knop")
    beeld("07-verzonden")


def _synct(oefening: Oefening) -> bool:
    weergave = oefening.programma.sync_weergave
    return (
        weergave is not None
        and weergave.fase is SyncFase.RUST
        and weergave.laatst is not None
        and weergave.te_verzenden == 0
    )
