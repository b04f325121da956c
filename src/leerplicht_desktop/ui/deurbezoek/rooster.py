"""Equal cells in as many columns as fit, and a line that says what is wrong: parts of the recorder alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leerplicht_desktop.ui.kit.icons import Icon, paint_icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.paint import Box, draw_box, draw_line_of_text
from leerplicht_desktop.ui.kit.tokens import Tone, Type


class Rooster(Restyled):
    """Cells of one size, in the largest number of columns of ``kolommen`` that fits."""

    def __init__(self, delen: Sequence[QWidget], kolommen: tuple[int, ...], tussen: int = 8) -> None:
        super().__init__()
        self._delen: list[QWidget] = []
        self._kolommen = kolommen
        self._tussen = tussen
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.vul(delen)

    def vul(self, delen: Sequence[QWidget]) -> None:
        """Show these cells instead."""
        for oud in self._delen:
            oud.hide()
            oud.deleteLater()
        self._delen = list(delen)
        for deel in self._delen:
            deel.setParent(self)
            deel.show()
        self._leg()

    def minimumSizeHint(self) -> QSize:
        """One cell wide; as high as it is now."""
        return QSize(self._cel().width() if self._kolommen[-1] == 1 else self._breedte(self._kolommen[-1]), 0)

    def sizeHint(self) -> QSize:
        """In its smallest number of columns; the height follows the width."""
        return QSize(self._breedte(self._kolommen[0]), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the columns again."""
        super().resizeEvent(event)
        self._leg()

    def restyle(self) -> None:
        """Cells have another size."""
        self._leg()

    def _cel(self) -> QSize:
        hints = [deel.sizeHint() for deel in self._delen] or [QSize(0, 0)]
        return QSize(max(hint.width() for hint in hints), max(hint.height() for hint in hints))

    def _breedte(self, kolommen: int) -> int:
        return kolommen * self._cel().width() + (kolommen - 1) * look().px(self._tussen)

    def _leg(self) -> None:
        if not self._delen:
            self.setFixedHeight(0)
            return
        kolommen = next((n for n in self._kolommen if self._breedte(n) <= self.width()), self._kolommen[-1])
        tussen, hoog = look().px(self._tussen), self._cel().height()
        for plaats, deel in enumerate(self._delen):
            rij, kolom = divmod(plaats, kolommen)
            links = (self.width() + tussen) * kolom // kolommen
            rechts = (self.width() + tussen) * (kolom + 1) // kolommen - tussen
            deel.setGeometry(QRect(links, rij * (hoog + tussen), max(1, rechts - links), hoog))
        rijen = -(-len(self._delen) // kolommen)
        self.setFixedHeight(rijen * hoog + (rijen - 1) * tussen)


class Foutregel(Row):
    """What is wrong beside a field: icon and sentence. Hidden while nothing is."""

    def __init__(self) -> None:
        super().__init__(gap=6)
        self._tekst = Label("", wrap=True)
        self._tekst.set_tone(Tone.DANGER)
        merk = IconMark(Icon.CIRCLE_ALERT, size=16)
        merk.set_tone(Tone.DANGER)
        self.box().addWidget(merk, 0, Qt.AlignmentFlag.AlignTop)
        self.add_stretched(self._tekst)
        self.hide()

    def zeg(self, bericht: str) -> None:
        """Show a sentence; empty takes it away."""
        self._tekst.setText(bericht)
        self.setAccessibleName(bericht)
        self.setVisible(bool(bericht))

    def tekst(self) -> str:
        """What it says now."""
        return self._tekst.text() if not self.isHidden() else ""


class Rijkop(Label):
    """The word before a row of choices: as high as one choice, and equally wide in every row."""

    def __init__(self, tekst: str) -> None:
        super().__init__(tekst, ink=Ink.SUBTLE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the longest of these words."""
        return QSize(max(super().sizeHint().width(), look().px(64)), look().sizes.pill_recorder)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()


class _Stapmerk(QWidget):
    def __init__(self, nummer: int) -> None:
        super().__init__()
        self._nummer = nummer
        self.klaar = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look().px(36), look().px(36))

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, of, rand = QPainter(self), look(), self.rect()
        if self.klaar:
            draw_box(painter, rand, Box(of.tone(Tone.OK).text, radius=rand.width() / 2))
            zijde = of.px(20)
            plek = QRect((rand.width() - zijde) // 2, (rand.height() - zijde) // 2, zijde, zijde)
            paint_icon(painter, Icon.CHECK, plek, of.colours.surface)
            return
        draw_box(painter, rand, Box(of.colours.surface, of.colours.border, 2, rand.width() / 2))
        midden = Qt.AlignmentFlag.AlignHCenter
        draw_line_of_text(
            painter, rand, str(self._nummer), of.font(Type.STRONG), of.colours.text_subtle, midden
        )


class Stapkop(Row):
    """The head of one of the three taps: a number that becomes a check, a question and a line of help."""

    def __init__(self, nummer: int, kop: str, hulp: str) -> None:
        super().__init__(gap=12)
        self._merk = _Stapmerk(nummer)
        self._kop = Label(kop, Type.HEADING_LARGE, wrap=True)
        self.add(self._merk)
        self._hulp = Label(hulp, ink=Ink.SUBTLE, wrap=True)
        self.add_stretched(Column(self._kop, self._hulp, gap=0))
        self.zet(klaar=False)

    def noem(self, kop: str) -> None:
        """Another question."""
        self._kop.setText(kop)

    def help(self, hulp: str) -> None:
        """Another line of help."""
        self._hulp.setText(hulp)

    def zet(self, *, klaar: bool) -> None:
        """Whether this tap was made."""
        self._merk.klaar = klaar
        self._merk.update()
        self.setAccessibleName(f"{self._kop.text()}, {'klaar' if klaar else 'nog kiezen'}")
