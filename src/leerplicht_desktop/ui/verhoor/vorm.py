"""The steps of a hearing with the page of the one that is filled in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from leerplicht_desktop.ui.formulier.stappenlijst import Stappenlijst, Stappenraam
from leerplicht_desktop.ui.kit.buttons import OutlinedButton
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.layout import Column, Row, Scroll
from leerplicht_desktop.ui.kit.taborder import set_order

from .model import STAPPEN, VerhoorVorm, stap_van
from .rechten import RechtenVlak, TaalVlak
from .verklaring import SlotVlak, VerklaringVlak
from .vlak import Doe, Stapvlak
from .wie import BeginVlak, WieVlak


class Vorm(QWidget):
    """Emits ``weg`` with the id of a line, ``bron`` to read what went before, ``brief`` to read a letter."""

    weg = Signal(str)
    bron = Signal()
    brief = Signal(str)

    def __init__(self, doe: Doe) -> None:
        super().__init__()
        verklaring, wie = VerklaringVlak(doe), WieVlak(doe)
        self._verklaring = verklaring
        self._vlakken: dict[str, Stapvlak] = {
            "wie": wie,
            "begin": BeginVlak(doe),
            "rechten": RechtenVlak(doe),
            "taal": TaalVlak(doe),
            "verklaring": verklaring,
            "slot": SlotVlak(doe),
        }
        self._lijst = Stappenlijst("verhoor", STAPPEN)
        self._bladen = QStackedWidget()
        self._volgende: dict[str, OutlinedButton] = {}
        sleutels = [sleutel for sleutel, _ in STAPPEN]
        for sleutel, na in zip(sleutels, [*sleutels[1:], ""], strict=True):
            self._bladen.addWidget(self._blad(sleutel, na))
        doos = QVBoxLayout(self)
        doos.setContentsMargins(0, 0, 0, 0)
        doos.addWidget(Stappenraam(self._lijst, self._bladen))
        self._lijst.gekozen.connect(self.ga_naar_stap)
        verklaring.weg.connect(self.weg)
        verklaring.bron.connect(self.bron)
        wie.brief.connect(self.brief)
        for vlak in self._vlakken.values():
            vlak.gevraagd.connect(lambda veld: self.ga_naar(veld, -1))

    def begin(self) -> None:
        """Start at the first step."""
        self.ga_naar_stap("wie")

    def toon(self, vorm: VerhoorVorm) -> None:
        """Show the hearing as it now stands, on every step."""
        self._lijst.toon(vorm.stappen)
        for vlak in self._vlakken.values():
            vlak.toon(vorm)
        set_order(self)

    def ga_naar_stap(self, sleutel: str) -> None:
        """Show the page of a step."""
        self._lijst.kies(sleutel)
        self._bladen.setCurrentIndex(list(self._vlakken).index(sleutel))

    def ga_naar(self, veld: str, cursor: int) -> QWidget | None:
        """Show the step of a field and put the focus there; gives what has it."""
        soort, _, rest = veld.partition(".")
        if soort == "stap" and rest in self._vlakken:
            self.ga_naar_stap(rest)
            return None
        if soort == "zin":
            self.ga_naar_stap("verklaring")
            rij = self._verklaring.rij(rest)
            doel: QWidget | None = rij.veld if rij is not None else None
        else:
            self.ga_naar_stap(stap_van(soort))
            vak = self._vlakken[stap_van(soort)].vakken.get(soort) if veld else None
            doel = vak.pak() if vak is not None else None
        if doel is not None:
            doel.setFocus()
            _zet_cursor(doel, cursor)
        return doel

    def plek(self) -> tuple[str, int]:
        """The field that is written in with its cursor; without one the step."""
        focus = self.focusWidget()
        naam = focus.objectName().removeprefix("verhoor.") if focus is not None else ""
        if isinstance(focus, QPlainTextEdit) and naam.startswith("zin."):
            id_ = self._verklaring.id_van(focus)
            return f"zin.{id_}", focus.textCursor().position()
        if (
            isinstance(focus, (QLineEdit, QPlainTextEdit))
            and naam in self._vlakken[self._lijst.sleutel].vakken
        ):
            plaats = focus.cursorPosition() if isinstance(focus, QLineEdit) else focus.textCursor().position()
            return naam, plaats
        return f"stap.{self._lijst.sleutel}", -1

    def neem_over(self) -> None:
        """Count as typed what still stands in a field of days and times."""
        for vlak in self._vlakken.values():
            vlak.neem_over()

    def _blad(self, sleutel: str, na: str) -> Scroll:
        inhoud = Column(self._vlakken[sleutel], gap=0)
        if na:
            woorden = self.tr("Volgende: {0}").format(dict(STAPPEN)[na].lower())
            knop = OutlinedButton(woorden, Icon.ARROW_RIGHT)
            knop.setObjectName(f"verhoor.volgende.{sleutel}")
            knop.clicked.connect(lambda: self.ga_naar_stap(na))
            inhoud.add(Row(knop, 1, margins=(24, 0, 24, 24)))
        inhoud.add(1)
        buiten = Row()
        buiten.add_stretched(inhoud, 1)
        buiten.add(0)
        rol = Scroll(buiten, dict(STAPPEN)[sleutel])
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
