"""The steps of a record that is filled in: beside the form with words, above it as circles alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from leerplicht_desktop.ui.kit.cards import Pane
from leerplicht_desktop.ui.kit.choices import Choice, ChoiceGroup
from leerplicht_desktop.ui.kit.label import TextBlock, data_tooltip
from leerplicht_desktop.ui.kit.layout import Column, Flow, Scroll
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.paint import Box, draw_box
from leerplicht_desktop.ui.kit.steps import StepState, paint_step_dot
from leerplicht_desktop.ui.kit.tokens import Tone, Type

BREEDTE = 184
"""Width of a step with its words, in pixels at 10.5 pt."""


@dataclass(frozen=True, slots=True)
class Stap:
    """One step: its key, its name, one line of words under it, and where it stands."""

    sleutel: str
    naam: str
    regel: str
    stand: StepState


class Stapknop(Choice):
    """One step as a button. ``klein`` leaves the words to the tooltip and the screen reader."""

    def __init__(self, nummer: int, stap: Stap) -> None:
        super().__init__(stap.naam)
        self._nummer, self._stap, self._klein = nummer, stap, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toon(stap)

    def toon(self, stap: Stap) -> None:
        """Show where the step stands now."""
        self._stap = stap
        gezegd = ", ".join(deel for deel in (f"Stap {self._nummer}: {stap.naam}", stap.regel) if deel)
        self.setAccessibleName(gezegd)
        self.setToolTip(data_tooltip(gezegd))
        self.updateGeometry()
        self.update()

    def zet_klein(self, *, klein: bool) -> None:
        """Circle alone, or with words."""
        self._klein = klein
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A column of words, or a square around the circle."""
        of = look()
        if self._klein:
            return QSize(of.px(44), of.px(44))
        hoogte = sum(blok.height for blok in self._blokken()) + of.px(16)
        return QSize(of.px(BREEDTE), max(of.px(52), hoogte))

    def focus_shape(self) -> tuple[QRect, int]:
        """The ring surrounds the row."""
        return self.rect(), look().px(6)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint ground, circle and words."""
        painter, of, kleuren = QPainter(self), look(), look().colours
        if self.isChecked():
            rand = kleuren.chosen_border if of.outlined else ""
            draw_box(painter, self.rect(), Box(kleuren.chosen, rand, of.borders.control, of.px(6)))
        elif self.pointed:
            draw_box(painter, self.rect(), Box(kleuren.hover, "", 1, of.px(6)))
        zij = of.sizes.step
        if self._klein:
            paint_step_dot(painter, self._midden(zij), self._nummer, self._getoond())
            return
        punt = QRect(of.px(8), (self.height() - zij) // 2, zij, zij)
        paint_step_dot(painter, punt, self._nummer, self._getoond())
        inkt = kleuren.chosen_text if self.isChecked() else kleuren.text
        onder = of.tone(Tone.WARN).text if self._stap.stand is StepState.OPEN else kleuren.text_subtle
        blokken = self._blokken()
        y = (self.height() - sum(blok.height for blok in blokken)) // 2
        for blok, kleur in zip(blokken, (inkt, inkt if self.isChecked() else onder), strict=False):
            blok.draw(painter, punt.right() + of.px(12), y, kleur)
            y += blok.height

    def _getoond(self) -> StepState:
        bezig = self.isChecked() and self._stap.stand is not StepState.DONE
        return StepState.NOW if bezig else self._stap.stand

    def _midden(self, zij: int) -> QRect:
        return QRect((self.width() - zij) // 2, (self.height() - zij) // 2, zij, zij)

    def _blokken(self) -> list[TextBlock]:
        of = look()
        breedte = of.px(BREEDTE) - of.sizes.step - of.px(28)
        soort = Type.STRONG if self.isChecked() else Type.BODY
        blokken = [TextBlock(self._stap.naam, of.font(soort), breedte, of.line(soort))]
        if self._stap.regel:
            blokken.append(TextBlock(self._stap.regel, of.font(Type.BODY), breedte, of.line(Type.BODY)))
        return blokken


class Stappenlijst(Flow):
    """All steps; one stop for the tab key, arrow keys inside. ``gekozen`` carries the key of a step."""

    gekozen = Signal(str)

    def __init__(self, naam: str, sleutels: Sequence[tuple[str, str]]) -> None:
        super().__init__(gap=4)
        self.setAccessibleName(naam)
        self._knoppen: dict[str, Stapknop] = {}
        self._groep = ChoiceGroup(self)
        for nummer, (sleutel, woord) in enumerate(sleutels, start=1):
            knop = Stapknop(nummer, Stap(sleutel, woord, "", StepState.LATER))
            knop.setObjectName(f"{naam}.stap.{sleutel}")
            self._groep.add(sleutel, knop)
            self._knoppen[sleutel] = knop
            self.add(knop)
        self._groep.picked.connect(self.gekozen)

    @property
    def sleutel(self) -> str:
        """The step that is shown."""
        return self._groep.key

    def kies(self, sleutel: str) -> None:
        """Show a step as the one of now, without telling ``gekozen``."""
        self._groep.choose(sleutel)
        for knop in self._knoppen.values():
            knop.updateGeometry()
            knop.update()

    def toon(self, stappen: Sequence[Stap]) -> None:
        """Show where each step stands."""
        for stap in stappen:
            self._knoppen[stap.sleutel].toon(stap)

    def zet_klein(self, *, klein: bool) -> None:
        """Circles alone, beside each other."""
        for knop in self._knoppen.values():
            knop.zet_klein(klein=klein)


class Stappenraam(Restyled):
    """The steps and the page of one of them: beside each other, or the steps above when it gets narrow.

    ``grens`` is the width from which the words of the steps fit beside the page, in pixels at 10.5 pt.
    """

    def __init__(self, lijst: Stappenlijst, bladen: QWidget, grens: int = 760) -> None:
        super().__init__()
        self._lijst, self._grens = lijst, grens
        self._rand = Column(lijst, 1, margins=(12, 6, 12, 6))
        self._kant = Scroll(self._rand, lijst.accessibleName())
        self._kant.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._doos = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._doos.setContentsMargins(0, 0, 0, 0)
        self._doos.setSpacing(0)
        self._doos.addWidget(self._kant)
        self._doos.addWidget(Pane(bladen, edge="left"), 1)
        self.schik()

    @property
    def smal(self) -> bool:
        """Whether the steps stand above the page."""
        return self._doos.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """As narrow as the page: below ``grens`` the steps need no room beside it."""
        blad = self._doos.itemAt(1)
        breedte = blad.minimumSize().width() if blad is not None else 0
        return QSize(max(breedte, look().px(220)), look().px(120))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turns at the border."""
        super().resizeEvent(event)
        self.schik()

    def restyle(self) -> None:
        """Turns at the new text size."""
        self.schik()

    def schik(self) -> None:
        """Lay steps and page beside or under each other."""
        smal = 0 < self.width() < look().px(self._grens)
        richting = QBoxLayout.Direction
        self._doos.setDirection(richting.TopToBottom if smal else richting.LeftToRight)
        self._lijst.zet_klein(klein=smal)
        if smal:
            hoogte = self._lijst.heightForWidth(max(1, self.width() - look().px(24)))
            self._kant.setMinimumWidth(0)
            self._kant.setMaximumWidth(_VRIJ)
            self._kant.setFixedHeight(hoogte + look().px(12))
        else:
            self._kant.setMinimumHeight(0)
            self._kant.setMaximumHeight(_VRIJ)
            self._kant.setFixedWidth(look().px(BREEDTE + 24) + look().sizes.scrollbar)


_VRIJ = 16_777_215
"""The largest size that Qt knows: no bound."""
