"""The remarks: kind and time at the left, the text at the right; the one that is written in shows it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leerplicht_desktop.domain.bezoek.deurbezoek import Segment, SoortSegment
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.dates import clock
from leerplicht_desktop.ui.kit.fields import NoteEdit
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.paint import Box, draw_box
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.tokens import Tone, Type
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

SOORTEN = (
    (SoortSegment.GEZIEN, "Gezien", Icon.EYE),
    (SoortSegment.GEHOORD, "Gehoord", Icon.EAR),
    (SoortSegment.GEZEGD, "Gezegd", Icon.QUOTE),
)
_WOORD = {soort: (woord, icoon) for soort, woord, icoon in SOORTEN}
_VRAAG = {
    SoortSegment.GEZIEN: "Wat zie je?",
    SoortSegment.GEHOORD: "Wat hoor je?",
    SoortSegment.GEZEGD: "Wat wordt er gezegd, zo letterlijk mogelijk?",
}
_SMAL = 480


class SegmentEdit(NoteEdit):
    """The text of one remark. Taking back goes through the history of the visit, not of the field."""

    betreden = Signal()
    verlaten = Signal()
    terug = Signal(bool)

    def __init__(self) -> None:
        super().__init__("", least=1, most=1000)
        self.document().setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The frame around the remark shows line and focus; two lines within each other say no more.
        self.setStyleSheet("QPlainTextEdit{border:0;padding:0;background:transparent;min-height:0}")
        self.document().setDocumentMargin(0)

    def sizeHint(self) -> QSize:
        """Exactly the height of the lines."""
        regels = max(1, int(self.document().size().height()))
        return QSize(look().px(240), regels * self.fontMetrics().lineSpacing() + 2)

    def minimumSizeHint(self) -> QSize:
        """As the size, but narrow."""
        return QSize(look().px(120), self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that writing goes on here."""
        super().focusInEvent(event)
        self.betreden.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that writing stopped."""
        super().focusOutEvent(event)
        self.verlaten.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z and Ctrl+Y go to the history of the visit."""
        for toets, opnieuw in ((QKeySequence.StandardKey.Undo, False), (QKeySequence.StandardKey.Redo, True)):
            if event.matches(toets):
                self.terug.emit(opnieuw)
                event.accept()
                return
        super().keyPressEvent(event)


class _Streep(QWidget):
    """The bar beside a quote."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(look().px(3), 0)

    def paintEvent(self, _: QPaintEvent) -> None:
        of = look()
        kleur = of.colours.text if of.outlined else of.tone(Tone.INFO).border
        draw_box(QPainter(self), self.rect(), Box(kleur))


class SegmentVak(Reflow):
    """One remark. ``getypt`` carries its whole text after each key; ``wie`` asks, at a place, who said it."""

    getypt = Signal(str)
    wie = Signal(QPoint)

    def __init__(self, segment: Segment) -> None:
        super().__init__(_SMAL, (16, 4))
        self.id = segment.id
        self.loopt = False
        self._icoon = IconMark(Icon.EYE, Ink.LINK)
        self._woord = Label("", Type.STRONG, Ink.LINK)
        self._tijd = Label("", ink=Ink.SUBTLE)
        self._spreker = Label("", Type.STRONG, wrap=True)
        self.ander = LinkButton("Iemand anders", large=True)
        self._streep = _Streep()
        self.edit = SegmentEdit()
        self._soortvak = Column(Row(self._icoon, self._woord, 1, gap=8), self._tijd, gap=2)
        tekst = Row(self._streep, gap=12)
        tekst.add_stretched(Column(self._spreker, self.edit, gap=2))
        self._tekst = tekst
        self._kop = Row(gap=8)
        self._kop.add_stretched(self._soortvak)
        self.box.addWidget(self._kop, 0, Qt.AlignmentFlag.AlignTop)
        self.box.addWidget(tekst, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.edit.textChanged.connect(self._getypt)
        self.ander.clicked.connect(
            lambda: self.wie.emit(self.ander.mapToGlobal(QPoint(0, self.ander.height())))
        )
        self.edit.betreden.connect(self.update)
        self.edit.verlaten.connect(self.update)
        self.restyle()
        self.toon(segment, loopt=False)

    def toon(self, segment: Segment, *, loopt: bool) -> None:
        """Kind, time, speaker; the text only where it differs, so that the cursor stays."""
        self.loopt = loopt
        woord, icoon = _WOORD[segment.soort]
        gezegd = segment.soort is SoortSegment.GEZEGD
        self._icoon.set_icon(icoon)
        self._woord.setText(woord)
        tijd = clock(plaatselijk(segment.tijd))
        self._tijd.setText(tijd if segment.tekst else "")
        self._spreker.setText(segment.spreker)
        self._spreker.setVisible(gezegd and bool(segment.spreker))
        self.ander.setVisible(loopt and gezegd and bool(segment.tekst.strip()))
        self.ander.setAccessibleName(f"Iemand anders dan {segment.spreker} zei dit")
        self._streep.setVisible(gezegd)
        self.edit.setPlaceholderText(_VRAAG[segment.soort])
        door = f" door {segment.spreker}" if gezegd and segment.spreker else ""
        self.edit.setAccessibleName(f"{woord}{door}, {tijd}" if segment.tekst else f"{woord}{door}")
        if self.edit.toPlainText() != segment.tekst:
            self.edit.blockSignals(True)
            self.edit.setPlainText(segment.tekst)
            self.edit.blockSignals(False)
            self.zet_cursor(len(segment.tekst))
        self.update()

    def zet_cursor(self, plaats: int) -> None:
        """Put the cursor at a place in the text; beyond it at the end."""
        cursor = self.edit.textCursor()
        cursor.setPosition(min(max(plaats, 0), self.edit.document().characterCount() - 1))
        self.edit.setTextCursor(cursor)

    def restyle(self) -> None:
        """Scales the distances and the text."""
        px = look().px
        self.box.setContentsMargins(px(14), px(10), px(14), px(10))
        self.edit.setFont(look().font(Type.RECORDER))
        self.arrange()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Surface, with the line of focus while it is written in."""
        of = look()
        schrijft = self.edit.hasFocus()
        lijn = of.colours.focus_outer if schrijft else of.colours.border if self.loopt else of.colours.line
        dik = max(2, of.borders.control + 1) if schrijft else of.borders.surface
        draw_box(QPainter(self), self.rect(), Box(of.colours.surface, lijn, dik, of.px(8)))

    def mousePressEvent(self, _: object) -> None:
        """The whole remark is the target."""
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)

    def arrange(self) -> None:
        """In a narrow window the text stands below its kind, and what names another speaker beside that."""
        super().arrange()
        rij = self._kop if self.below else self._tekst
        if self.ander.parentWidget() is not rij:
            stond = self.ander.isVisibleTo(self)
            rij.add_top(self.ander)
            self.ander.setVisible(stond)
        self._soortvak.setMinimumWidth(0 if self.below else look().px(104))

    def _getypt(self) -> None:
        self.getypt.emit(self.edit.toPlainText())


class Segmenten(Column):
    """All remarks of a visit, in their order."""

    getypt = Signal(str, str)
    betreden = Signal(str)
    verlaten = Signal()
    terug = Signal(bool)
    wie = Signal(str, QPoint)
    """Who said this remark is asked for, at this place of the screen."""
    beweegt = Signal(QRect)
    """Where the cursor is, in coordinates of this column."""

    def __init__(self) -> None:
        super().__init__(gap=8)
        self._vakken: dict[str, SegmentVak] = {}
        self._loopt = ""
        self.box().addStretch(1)

    @property
    def loopt(self) -> SegmentVak | None:
        """The remark that runs."""
        return self._vakken.get(self._loopt)

    def vak(self, id_: str) -> SegmentVak | None:
        """One remark."""
        return self._vakken.get(id_)

    def toon(self, segmenten: Sequence[Segment], loopt: str) -> None:
        """Show these; what is there already stays as it is."""
        self._loopt = loopt
        blijft = {segment.id for segment in segmenten}
        for id_ in [id_ for id_ in self._vakken if id_ not in blijft]:
            vak = self._vakken.pop(id_)
            vak.hide()
            vak.deleteLater()
        for plaats, segment in enumerate(segmenten):
            vak = self._vakken.get(segment.id) or self._nieuw(segment, plaats)
            loopt_dit = segment.id == loopt
            vak.edit.setObjectName("deurbezoek.tekst" if loopt_dit else f"deurbezoek.segment.{plaats + 1}")
            vak.ander.setObjectName("deurbezoek.wie" if loopt_dit else f"deurbezoek.wie.{plaats + 1}")
            vak.toon(segment, loopt=loopt_dit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A remark that takes one more line pushes itself out of sight, unless it is followed."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.volg)

    def volg(self) -> None:
        """Say where the cursor is, when the room around it changed."""
        loopt = self.loopt
        if loopt is not None and loopt.edit.hasFocus():
            self._volg(loopt)

    def _nieuw(self, segment: Segment, plaats: int) -> SegmentVak:
        vak = SegmentVak(segment)
        self._vakken[segment.id] = vak
        self.box().insertWidget(plaats, vak)
        vak.show()
        vak.getypt.connect(lambda tekst, id_=segment.id: self.getypt.emit(id_, tekst))
        vak.edit.betreden.connect(lambda id_=segment.id: self.betreden.emit(id_))
        vak.edit.verlaten.connect(self.verlaten)
        vak.edit.terug.connect(self.terug)
        vak.wie.connect(lambda plek, id_=segment.id: self.wie.emit(id_, plek))
        vak.edit.cursorPositionChanged.connect(lambda: self._volg(vak))
        return vak

    def _volg(self, vak: SegmentVak) -> None:
        rand = vak.edit.cursorRect()
        self.beweegt.emit(QRect(vak.edit.viewport().mapTo(self, rand.topLeft()), rand.size()))
