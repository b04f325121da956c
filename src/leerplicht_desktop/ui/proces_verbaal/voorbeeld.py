"""The preview: drawn from memory on the side lane, 150 ms after the last key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from leerplicht_desktop.casework.ports.lane import Toekomst
from leerplicht_desktop.casework.ports.papier import Paginabeeld
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.ui.bladen.blad import als_beeld
from leerplicht_desktop.ui.formulier.papierblad import Bladerbalk, Papierblad
from leerplicht_desktop.ui.formulier.vak import noem_link
from leerplicht_desktop.ui.kit.cards import Pane
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Column, Row, Scroll
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.context import Context

from .model import GEHEIM

Papier = tuple[bytes, tuple[str, ...]]
"""A document and what must be known of it, such as a character that no font has."""

WACHT_MS = 150
"""After the last key, in milliseconds."""
_A4_INCH = 8.27


class Voorbeeld(Pane):
    """Call ``volg`` with what makes the bytes, and ``straks`` whenever the text changed."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._maak: Callable[[], Papier] | None = None
        self._pdf, self._nummer, self._aantal = b"", 0, 0
        self._vreemd = False
        self._onderweg: Toekomst | None = None
        self._blad = Papierblad()
        self._blad.setObjectName("pv.voorbeeld.blad")
        self._balk = Bladerbalk("pv.voorbeeld")
        self._melding = _bericht(NoticeKind.INFO, "melding")
        noem_link(self._melding, "pv.voorbeeld.opnieuw")
        self._let_op = _bericht(NoticeKind.WARNING, "let_op")
        self._geheim = _bericht(NoticeKind.BLOCKING, "geheim", GEHEIM)
        self._rol = Scroll(Column(self._blad, 1), "Voorbeeld van het papier")
        self._rol.setObjectName("pv.voorbeeld.rol")
        kop = Row(gap=8)
        kop.add_stretched(Label("Voorbeeld", Type.HEADING))
        kop.add(self._balk)
        inhoud = Column(kop, self._geheim, self._melding, self._let_op, gap=8, margins=(16, 12, 16, 12))
        inhoud.add_stretched(self._rol)
        super().__init__(inhoud, ground="canvas")
        self._straks = QTimer(self)
        self._straks.setSingleShot(True)
        self._straks.setInterval(WACHT_MS)
        self._straks.timeout.connect(self._teken_alles)
        self._melding.followed.connect(self._teken_alles)
        self._balk.blader.connect(self._blader)

    @property
    def pdf(self) -> bytes:
        """The document as it was last drawn; empty before that."""
        return self._pdf

    def volg(self, maak: Callable[[], Papier]) -> None:
        """Follow another document; ``maak`` is called on the side lane."""
        self.sluit()
        self._maak, self._nummer = maak, 0
        self._straks.start(0)

    def waarschuw(self, *, geheim: bool) -> None:
        """Say, or take away, that there is a secret address in the dossier (R24)."""
        self._geheim.setVisible(geheim)

    def toon_scan(self, inhoud: bytes) -> None:
        """Show what came from outside, such as a photo of the signed paper: another process opens it."""
        self.volg(lambda: (inhoud, ()))
        self._vreemd = True

    def straks(self) -> None:
        """The text changed: draw again when the officer pauses."""
        if self._maak is not None:
            self._straks.start(WACHT_MS)

    def sluit(self) -> None:
        """Forget the document and every answer that is still on its way."""
        self._straks.stop()
        if self._onderweg is not None:
            self._onderweg.annuleer()
        self._maak, self._onderweg, self._vreemd = None, None, False
        self._pdf, self._aantal = b"", 0
        self._blad.wis()
        self._balk.toon(0, 0)
        self._melding.hide()
        self._let_op.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page that fits, fits again."""
        super().resizeEvent(event)
        if self._pdf and event.oldSize().width() != event.size().width():
            self._straks.start(WACHT_MS)

    def _breedte(self) -> float:
        """How wide a page can be, in device pixels."""
        breedte = max(look().px(160), self._rol.width() - look().sizes.scrollbar - 4)
        return min(breedte, look().px(900)) * self.devicePixelRatioF()

    def _dpi(self) -> float:
        """Device pixels per inch with which the page fills the width."""
        return round(self._breedte() / _A4_INCH, 1)

    def _blader(self, stap: int) -> None:
        self._nummer = min(max(self._nummer + stap, 0), max(0, self._aantal - 1))
        self._teken_alles()

    def _teken_alles(self) -> None:
        maak, papier, nummer, dpi = self._maak, self._context.papier, self._nummer, self._dpi()
        breedte = round(self._breedte()) if self._vreemd else 0
        if maak is None or not self.isVisible():
            return
        if self._onderweg is not None:
            self._onderweg.annuleer()

        def job() -> tuple[Papier, int, int, Paginabeeld]:
            gemaakt = maak()
            if breedte:
                blad = papier.bijlagebeeld(gemaakt[0], nummer, breedte)
                return gemaakt, blad.bladzijden, blad.nummer, blad.beeld
            aantal = papier.aantal_paginas(gemaakt[0])
            getoond = min(nummer, max(0, aantal - 1))
            return gemaakt, aantal, getoond, papier.pagina(gemaakt[0], getoond, dpi)

        self._onderweg = self._context.zij.submit(job, self._getekend, self._mis)

    def showEvent(self, event: object) -> None:
        """A page that was not drawn because nobody saw it, is drawn now."""
        if self._maak is not None:
            self._straks.start(0)

    def _getekend(self, antwoord: tuple[Papier, int, int, Paginabeeld]) -> None:
        (self._pdf, gewaarschuwd), self._aantal, self._nummer, beeld = antwoord
        self._melding.hide()
        self._let_op.tell(NoticeKind.WARNING, " ".join(gewaarschuwd))
        self._let_op.setVisible(bool(gewaarschuwd))
        self._blad.toon(als_beeld(beeld), self._blad.devicePixelRatioF())
        blad = f"Blad {self._nummer + 1} van {self._aantal}"
        self._blad.setAccessibleName(
            f"{blad} van het ondertekende proces-verbaal"
            if self._vreemd
            else f"{blad} van het proces-verbaal"
        )
        elders = "" if self._vreemd else "Een beeld van het papier. De tekst staat in het formulier."
        self._blad.setAccessibleDescription(elders)
        self._balk.toon(self._nummer, self._aantal)

    def _mis(self, fout: Exception) -> None:
        if isinstance(fout, BekendProbleem):
            zin = f"{fout.bericht} {fout.remedie}"
        elif isinstance(fout, DomainError):
            zin = fout.bericht
        else:
            self._context.navigatie.probleem(fout)
            return
        self._melding.tell(NoticeKind.WARNING, zin, "Probeer opnieuw")
        self._melding.show()


def _bericht(soort: NoticeKind, naam: str, tekst: str = "") -> Notice:
    bericht = Notice(soort, tekst)
    bericht.setObjectName(f"pv.voorbeeld.{naam}")
    bericht.hide()
    return bericht


class Tweeluik(QWidget):
    """Form and preview beside each other, or one of them when it gets narrow."""

    def __init__(self, vorm: QWidget, voorbeeld: QWidget, grens: int) -> None:
        super().__init__()
        self._vorm, self._voorbeeld, self._grens = vorm, voorbeeld, grens
        self.getoond = "vorm"
        """Which of the two shows when there is room for one."""
        for deel in (vorm, voorbeeld):
            deel.setParent(self)

    @property
    def naast(self) -> bool:
        """Whether both fit."""
        return self.width() >= look().px(self._grens)

    def kies(self, sleutel: str) -> None:
        """Which of the two shows when there is room for one: ``vorm`` or ``voorbeeld``."""
        self.getoond = sleutel
        self.schik()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divides the room."""
        super().resizeEvent(event)
        self.schik()

    def schik(self) -> None:
        """Give both their place."""
        breed, hoog = self.width(), self.height()
        if self.naast:
            rechts = min(look().px(424), round(breed * 0.36))
            self._vorm.setGeometry(0, 0, breed - rechts, hoog)
            self._voorbeeld.setGeometry(breed - rechts, 0, rechts, hoog)
        else:
            for deel in (self._vorm, self._voorbeeld):
                deel.setGeometry(0, 0, breed, hoog)
        self._vorm.setVisible(self.naast or self.getoond == "vorm")
        self._voorbeeld.setVisible(self.naast or self.getoond == "voorbeeld")
