"""The concept: steps, the page of one step, the preview beside it, and the checklist below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from leerplicht_desktop.ui.formulier.stappenlijst import Stappenlijst, Stappenraam
from leerplicht_desktop.ui.kit.layout import Column, Row, Scroll
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.taborder import set_order
from leerplicht_desktop.ui.kit.tabs import Tabs
from leerplicht_desktop.ui.scherm.context import Context

from .bevindingen import BevindingenVlak
from .controle import Controle
from .feit import FeitVlak
from .keuzes import BijlagenVlak, VerhoorVlak
from .model import STAPPEN, PVVorm, stap_van
from .personen import TekenVlak, VerdachteVlak
from .stukluik import noem_balk
from .vlak import Doe, Stapvlak
from .voorbeeld import Tweeluik, Voorbeeld

_NAAST = 1040
_LAAG = 460
"""Below this height, in pixels at 10.5 pt, the bars give their room to the form."""


class Vorm(Restyled):
    """``vlakken`` are the pages by their step; ``verzegel`` tells that the officer wants to seal, ``laag``
    that the window has little height.
    """

    verzegel = Signal()
    laag = Signal(bool)

    def __init__(self, context: Context, doe: Doe) -> None:
        super().__init__()
        self.verdachte = VerdachteVlak(doe)
        self.feit = FeitVlak(doe, context)
        self.bevindingen = BevindingenVlak(doe)
        self.verhoor = VerhoorVlak(doe)
        self.bijlagen = BijlagenVlak(doe)
        self.teken = TekenVlak(doe)
        self.vlakken: dict[str, Stapvlak] = {
            "verdachte": self.verdachte,
            "feit": self.feit,
            "bevindingen": self.bevindingen,
            "verhoor": self.verhoor,
            "bijlagen": self.bijlagen,
            "ondertekening": self.teken,
        }
        self.voorbeeld = Voorbeeld(context)
        self.controle = Controle()
        self._vorm: PVVorm | None = None
        self._lijst = Stappenlijst("pv", STAPPEN)
        self._bladen = QStackedWidget()
        for sleutel, naam in STAPPEN:
            self.vlakken[sleutel].setObjectName(f"pv.vlak.{sleutel}")
            self._bladen.addWidget(_rol(self.vlakken[sleutel], naam))
        self._tabs = Tabs("Proces-verbaal", [("vorm", "Formulier"), ("voorbeeld", "Voorbeeld")])
        self._tabs.setObjectName("pv.tabs")
        noem_balk(self._tabs)
        self._balk = Column(self._tabs, margins=(24, 0, 24, 0))
        self._luik = Tweeluik(Stappenraam(self._lijst, self._bladen), self.voorbeeld, _NAAST)
        doos = QVBoxLayout(self)
        doos.setContentsMargins(0, 0, 0, 0)
        doos.setSpacing(0)
        doos.addWidget(self._balk)
        doos.addWidget(self._luik, 1)
        doos.addWidget(self.controle)
        self._verbind()

    def _verbind(self) -> None:
        self._tabs.chosen.connect(self._kies_blad)
        self.controle.blad.connect(self._kies_blad)
        self._lijst.gekozen.connect(self.ga_naar_stap)
        self.controle.volgende.connect(self.ga_naar_stap)
        self.controle.veld.connect(lambda veld: self.ga_naar(veld, -1))
        self.controle.verzegel.connect(self.verzegel)

    def toon(self, vorm: PVVorm) -> None:
        """Show the concept as it now stands, on every step."""
        self._vorm = vorm
        self._lijst.toon(vorm.stappen)
        for vlak in self.vlakken.values():
            vlak.toon(vorm)
        self.controle.toon(vorm, self.stap)
        set_order(self)

    @property
    def stap(self) -> str:
        """The step that is shown."""
        return self._lijst.sleutel or STAPPEN[0][0]

    def ga_naar_stap(self, sleutel: str) -> None:
        """Show the page of a step; a day that was typed on the one before counts first."""
        self.neem_over()
        self._lijst.kies(sleutel)
        self._bladen.setCurrentIndex([naam for naam, _ in STAPPEN].index(sleutel))
        self._kies_blad("vorm")
        if self._vorm is not None:
            self.controle.toon(self._vorm, sleutel)

    def ga_naar(self, veld: str, cursor: int) -> QWidget | None:
        """Show the step of a field and put the focus there; gives what has it."""
        soort, _, rest = veld.partition(".")
        if soort == "stap":
            self.ga_naar_stap(rest if rest in self.vlakken else STAPPEN[0][0])
            return None
        stap = "bevindingen" if soort == "zin" else stap_van(veld)
        self.ga_naar_stap(stap)
        doel = self._doel(veld, soort, rest) if veld else None
        if doel is not None:
            doel.setFocus()
            _zet_cursor(doel, cursor)
        return doel

    def plek(self) -> tuple[str, int]:
        """The field that is written in with its cursor; without one the step."""
        focus = self.focusWidget()
        naam = focus.objectName().removeprefix("pv.") if focus is not None else ""
        if isinstance(focus, QPlainTextEdit) and (id_ := self.bevindingen.id_van(focus)):
            return f"zin.{id_}", focus.textCursor().position()
        if isinstance(focus, QPlainTextEdit) and naam in self.vlakken[self.stap].vakken:
            return naam, focus.textCursor().position()
        if isinstance(focus, QLineEdit) and naam in self.vlakken[self.stap].vakken:
            return naam, focus.cursorPosition()
        return f"stap.{self.stap}", -1

    def neem_over(self) -> None:
        """Count as typed what still stands in a field of days."""
        for vlak in self.vlakken.values():
            vlak.neem_over()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview is a tab where it does not fit beside the form; in a low window a link below it."""
        super().resizeEvent(event)
        self._schik()

    def restyle(self) -> None:
        """The same at another text size."""
        self._schik()

    def _kies_blad(self, blad: str) -> None:
        self._tabs.choose(blad)
        self._luik.kies(blad)
        self._schik()

    def _schik(self) -> None:
        naast = self.width() >= look().px(_NAAST)
        laag = not naast and self.height() < look().px(_LAAG)
        self._balk.setVisible(not naast and not laag)
        self.laag.emit(laag)
        self.controle.zet_laag(laag=laag, blad=self._luik.getoond)

    def _doel(self, veld: str, soort: str, rest: str) -> QWidget | None:
        if soort == "zin":
            return self.bevindingen.pak(rest)
        if soort == "bevindingen" and self._vorm is not None and (id_ := self._vorm.beeld.zin(veld)):
            return self.bevindingen.pak(id_)
        if soort == "feiten" and rest:
            return self.feit.vak_van(veld).pak()
        vakken = self.vlakken[stap_van(veld)].vakken
        vak = vakken.get(veld) or vakken.get(soort)
        return vak.pak() if vak is not None else None


def _rol(inhoud: QWidget, naam: str) -> Scroll:
    """Content at the left of the page, not wider than is readable."""
    buiten = Row()
    buiten.add_stretched(inhoud, 1)
    buiten.add(0)
    rol = Scroll(buiten, naam)
    rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return rol


def _zet_cursor(doel: QWidget, cursor: int) -> None:
    if isinstance(doel, QLineEdit) and cursor >= 0:
        doel.setCursorPosition(cursor)
    elif isinstance(doel, QPlainTextEdit):
        plek = doel.textCursor()
        if cursor < 0:
            plek.movePosition(QTextCursor.MoveOperation.End)
        else:
            plek.setPosition(min(cursor, doel.document().characterCount() - 1))
        doel.setTextCursor(plek)
