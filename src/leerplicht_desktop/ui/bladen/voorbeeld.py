"""A document as pages on the screen: turned and enlarged, drawn beside the thread of the screens."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from leerplicht_desktop.casework.ports.lane import Toekomst
from leerplicht_desktop.casework.ports.papier import Paginabeeld
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.scherm.context import Context

from .blad import Blad, als_beeld
from .bladbalk import Bladbalk

_STAPPEN = (50, 75, 100, 125, 150, 200)
_PASSEND = 0
_A4_INCH = 8.27
_HERTEKEN_NA_MS = 150
"""A window that is dragged is drawn when it stands still (milliseconds)."""


class Voorbeeld(Column):
    """``mislukt`` carries the known problem of a page that could not be drawn. ``naam`` begins every name.

    A new document replaces the old one in one go: until its first page is there the old page stays.
    ``getoond`` when a page is on the screen. ``toetsen`` says that the screen listens to the keys of
    :meth:`luister`; the buttons then tell them.
    """

    mislukt = Signal(object)
    getoond = Signal()

    def __init__(self, context: Context, naam: str, *, toetsen: bool = False) -> None:
        super().__init__(gap=8)
        self._context = context
        self._pdf = b""
        self._vreemd = False
        self._aantal = self._nummer = 0
        self._zoom = _PASSEND
        self._dpi = 0.0
        self._onderweg: Toekomst | None = None
        self._blad = Blad()
        self._blad.setObjectName(f"{naam}.blad")
        self._woord = Label("", ink=Ink.SUBTLE, wrap=True)
        self._woord.setObjectName(f"{naam}.bezig")
        self._woord.hide()
        self._balk = Bladbalk(naam, toetsen=toetsen)
        self._balk.hide()
        self._rol = QScrollArea()
        self._straks = QTimer(self)
        self._straks.setSingleShot(True)
        self._straks.setInterval(_HERTEKEN_NA_MS)
        self._straks.timeout.connect(self._pas_aan)
        self._bouw()

    @property
    def bladzijden(self) -> int:
        """How many pages the document has; 0 without one."""
        return self._aantal

    @property
    def rol(self) -> QScrollArea:
        """What scrolls, for the keys of the screen."""
        return self._rol

    def toon(self, pdf: bytes) -> None:
        """Show a document of our own, at the page that was open when it has that many."""
        self._vreemd = False
        self._haal(pdf, self._nummer)

    def toon_bijlage(self, pdf: bytes) -> None:
        """Show one from outside: another process opens it, page by page."""
        self._vreemd = True
        self._haal(pdf, self._nummer)

    def _haal(self, pdf: bytes, nummer: int) -> None:
        self._laat_vallen()
        papier, dpi, vreemd = self._context.papier, self._gewenst(), self._vreemd

        def job() -> tuple[int, int, Paginabeeld]:
            if vreemd:
                blad = papier.bijlagebeeld(pdf, nummer, round(dpi * _A4_INCH))
                return blad.bladzijden, blad.nummer, blad.beeld
            aantal = papier.aantal_paginas(pdf)
            zichtbaar = min(nummer, max(0, aantal - 1))
            return aantal, zichtbaar, papier.pagina(pdf, zichtbaar, dpi)

        def klaar(antwoord: tuple[int, int, Paginabeeld]) -> None:
            self._pdf, (self._aantal, self._nummer, beeld) = pdf, antwoord
            self._getekend(beeld, dpi)

        self._onderweg = self._context.zij.submit(job, klaar, self._mis)

    def luister(self, scherm: QWidget) -> None:
        """Ctrl + enlarges, Ctrl - shrinks and Ctrl 0 fits the page, wherever the focus is on ``scherm``."""
        for toets, doe in (
            ("Ctrl++", lambda: self.zoem(1)),
            ("Ctrl+=", lambda: self.zoem(1)),
            ("Ctrl+-", lambda: self.zoem(-1)),
            ("Ctrl+0", self.pas),
        ):
            sneltoets = QShortcut(QKeySequence(toets), scherm)
            sneltoets.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            sneltoets.activated.connect(doe)

    def beschrijf(self, zin: str) -> None:
        """What a screen reader says of the picture, such as where the same can be read as text."""
        self._blad.setAccessibleDescription(zin)

    def zeg(self, woord: str) -> None:
        """Say what is being done; empty takes the words away."""
        self._woord.setText(woord)
        self._woord.setVisible(bool(woord))

    def wis(self) -> None:
        """Forget the document."""
        self._laat_vallen()
        self._pdf, self._aantal, self._nummer, self._zoom = b"", 0, 0, _PASSEND
        self._blad.wis()
        self._balk.hide()

    def blader(self, stap: int) -> None:
        """Another page."""
        self._teken(min(max(self._nummer + stap, 0), max(0, self._aantal - 1)))

    def zoem(self, stap: int) -> None:
        """Larger (+1) or smaller (-1)."""
        nu = self._zoom or min(_STAPPEN, key=lambda maat: abs(maat - self._procent()))
        self._zoom = _STAPPEN[min(max(_STAPPEN.index(nu) + stap, 0), len(_STAPPEN) - 1)]
        self._teken(self._nummer)

    def pas(self) -> None:
        """As wide as there is room."""
        self._zoom = _PASSEND
        self._teken(self._nummer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page that fits, fits again."""
        super().resizeEvent(event)
        self._straks.start()

    def _pas_aan(self) -> None:
        if self._pdf and self._gewenst() != self._dpi:
            self._teken(self._nummer)

    def _gewenst(self) -> float:
        """Device pixels per inch of the page at the chosen zoom."""
        verhouding = self.devicePixelRatioF()
        if self._zoom != _PASSEND:
            return 96.0 * look().scale * self._zoom / 100 * verhouding
        rand = look().px(16) + look().sizes.scrollbar
        breedte = min(max(self.width() - rand, 200), look().px(900))
        return round(breedte / _A4_INCH * verhouding, 1)

    def _teken(self, nummer: int) -> None:
        if self._pdf:
            self._haal(self._pdf, nummer)

    def _getekend(self, beeld: Paginabeeld, dpi: float) -> None:
        if not isValid(self):
            return
        self._dpi = dpi
        self.zeg("")
        self._blad.toon(als_beeld(beeld), self.devicePixelRatioF())
        self._blad.setAccessibleName(
            self.tr("Voorbeeld, blad {0} van {1}").format(self._nummer + 1, self._aantal)
        )
        maat = (self._procent(), self._zoom != _STAPPEN[0], self._zoom != _STAPPEN[-1])
        self._balk.toon(self._nummer, self._aantal, maat)
        self.getoond.emit()

    def _procent(self) -> int:
        return round(self._gewenst() / self.devicePixelRatioF() / 96 / look().scale * 100)

    def _laat_vallen(self) -> None:
        if self._onderweg is not None:
            self._onderweg.annuleer()
            self._onderweg = None

    def _mis(self, fout: Exception) -> None:
        if not isValid(self):
            return
        if isinstance(fout, BekendProbleem):
            self.zeg("")
            self.mislukt.emit(fout)
        else:
            self._context.navigatie.probleem(fout)

    def _bouw(self) -> None:
        pagina = QWidget()
        midden = QVBoxLayout(pagina)
        midden.setContentsMargins(0, 0, 0, 0)
        midden.addWidget(self._blad, 0, Qt.AlignmentFlag.AlignHCenter)
        midden.addStretch(1)
        self._rol.setWidget(pagina)
        self._rol.setWidgetResizable(True)
        self._rol.setFrameShape(QFrame.Shape.NoFrame)
        self._rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rol.setAccessibleName(self.tr("Voorbeeld van het papier"))
        self.add(self._balk, self._woord)
        self.add_stretched(self._rol)
        self._balk.blader.connect(self.blader)
        self._balk.zoem.connect(self.zoem)
