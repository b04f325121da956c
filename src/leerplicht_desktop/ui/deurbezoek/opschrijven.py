"""Writing down: the remarks, who says it, and the three kinds to begin a new one with."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy

from leerplicht_desktop.domain.bezoek.deurbezoek import SoortSegment
from leerplicht_desktop.ui.kit.buttons import ButtonSize, IconButton
from leerplicht_desktop.ui.kit.choices import ChoiceGroup, FilterPill, Segmented
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row, Scroll
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.reflow import Reflow

from .model import BezoekBeeld, Spreker
from .rooster import Rijkop
from .segmenten import SOORTEN, Segmenten

_LEEST = 176
_SMAL = 520


class Opschrijven(Column):
    """Emits what the officer does: ``nieuw`` with a kind, ``zegt`` with a speaker, ``ongevraagd`` whether it
    was said unasked, ``terug`` to take back.
    """

    nieuw = Signal(str)
    zegt = Signal(str)
    was_van = Signal(str, str)
    """A remark that was said by another than who was chosen."""
    ongevraagd = Signal(bool)
    terug = Signal(bool)
    beweegt = Signal(QRect)
    """Where the cursor is, in coordinates of this part."""

    def __init__(self) -> None:
        super().__init__(gap=8)
        self.segmenten = Segmenten()
        self._rol = Scroll(self.segmenten, self.tr("Wat je opschrijft"))
        self._rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rol.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._pillen = Flow(gap=8)
        self._groep = ChoiceGroup(self)
        self._sprekers: tuple[Spreker, ...] = ()
        self._zelf: FilterPill | None = None
        self._wie = Row(gap=12)
        self._wie.add_stretched(self._pillen)
        self._soort = Segmented(
            self.tr("Nieuw stuk"), [(soort.value, woord, icoon) for soort, woord, icoon in SOORTEN]
        )
        for soort, knop in zip(SoortSegment, self._soort.group.buttons(), strict=True):
            knop.setObjectName(f"deurbezoek.soort.{soort.value}")
        self._ongedaan = IconButton(Icon.UNDO_2, self.tr("Ongedaan maken"), ButtonSize.RECORDER)
        self._ongedaan.setObjectName("deurbezoek.ongedaan")
        self._ongedaan.setToolTip(self.tr("Ongedaan maken (Ctrl+Z)"))
        self._koppen = (Rijkop(self.tr("Wie")), Rijkop(self.tr("Nieuw")))
        self._wie.box().insertWidget(0, self._koppen[0], 0, Qt.AlignmentFlag.AlignTop)
        self._onder = Reflow(0, (12, 8))
        self._onder.box.addWidget(Row(self._koppen[1], self._soort, 1, gap=12), 1)
        self._onder.box.addWidget(self._ongedaan, 0, Qt.AlignmentFlag.AlignRight)
        self.add_stretched(self._rol)
        self.add(self._wie, self._onder)
        self._soort.picked.connect(self.nieuw)
        self._ongedaan.clicked.connect(lambda: self.terug.emit(False))
        self.segmenten.terug.connect(self.terug)
        self.segmenten.beweegt.connect(self._volg)
        self.segmenten.wie.connect(self._vraag_wie)
        self._rol.viewport().installEventFilter(self)
        self.restyle()

    def toon(self, beeld: BezoekBeeld) -> None:
        """Show the remarks and what the running one is."""
        self._toon_sprekers(beeld.omgeving.sprekers)
        self.segmenten.toon(beeld.bezoek.segmenten, beeld.loopt)
        loopt = next(segment for segment in beeld.bezoek.segmenten if segment.id == beeld.loopt)
        self._soort.choose(loopt.soort.value)
        volle = [spreker.vol for spreker in self._sprekers]
        self._groep.choose(str(volle.index(loopt.spreker)) if loopt.spreker in volle else "")
        self._wie.setVisible(loopt.soort is SoortSegment.GEZEGD)
        if self._zelf is not None:
            self._zelf.setChecked(loopt.ongevraagd)
        self._ongedaan.setEnabled(beeld.kan_terug)

    def schrijf_verder(self, plaats: int = -1) -> None:
        """Put the cursor in the running remark: at a place, or at its end."""
        loopt = self.segmenten.loopt
        if loopt is not None:
            loopt.zet_cursor(plaats if plaats >= 0 else len(loopt.edit.toPlainText()))
            loopt.edit.setFocus()

    def voeg_in(self, tekst: str) -> None:
        """Put words at the cursor of the running remark, with a space where one is missing."""
        loopt = self.segmenten.loopt
        if loopt is None:
            return
        cursor = loopt.edit.textCursor()
        heel, begin, einde = loopt.edit.toPlainText(), cursor.selectionStart(), cursor.selectionEnd()
        voor = "" if begin == 0 or heel[begin - 1].isspace() else " "
        na = "" if heel[einde : einde + 1].isspace() else " "
        cursor.insertText(f"{voor}{tekst}{na}")
        loopt.edit.setFocus()

    def restyle(self) -> None:
        """Keeps room for a few lines."""
        super().restyle()
        if hasattr(self, "_rol"):
            self._rol.setMinimumHeight(look().px(_LEEST))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """With less room the line that is written stays in sight."""
        if event.type() is QEvent.Type.Resize:
            QTimer.singleShot(0, self.segmenten, self.segmenten.volg)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the choices speak for themselves."""
        super().resizeEvent(event)
        smal = self.width() < look().px(_SMAL)
        for kop in self._koppen:
            kop.setVisible(not smal)

    def _toon_sprekers(self, sprekers: tuple[Spreker, ...]) -> None:
        if sprekers == self._sprekers:
            return
        self._sprekers = sprekers
        self._pillen.clear()
        self._groep.deleteLater()
        self._groep = ChoiceGroup(self)
        self._groep.picked.connect(lambda sleutel: self.zegt.emit(self._sprekers[int(sleutel)].vol))
        for nummer, spreker in enumerate(sprekers):
            pil = FilterPill(spreker.kort, recorder=True)
            pil.setObjectName(f"deurbezoek.spreker.{nummer}")
            pil.setAccessibleName(spreker.vol)
            pil.setToolTip(spreker.vol)
            self._groep.add(str(nummer), pil)
            self._pillen.add(pil)
        self._zelf = FilterPill(self.tr("Uit zichzelf"), recorder=True)
        self._zelf.setObjectName("deurbezoek.ongevraagd")
        self._zelf.setToolTip(self.tr("Gezegd zonder dat je iets vroeg"))
        self._zelf.clicked.connect(self.ongevraagd)
        self._pillen.add(self._zelf)

    def _vraag_wie(self, id_: str, plek: QPoint) -> None:
        """Who said it, out of all who can speak."""
        menu = QMenu(self)
        menu.setObjectName("deurbezoek.wie.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for spreker in self._sprekers:
            menu.addAction(spreker.vol.replace("&", "&&")).setData(spreker.vol)
        menu.triggered.connect(lambda actie: self.was_van.emit(id_, actie.data()))
        menu.popup(plek)

    def _volg(self, plek: QRect) -> None:
        midden = plek.center()
        self._rol.ensureVisible(midden.x(), midden.y(), 0, plek.height() * 2)
        hier = self.segmenten.mapTo(self, plek.topLeft())
        self.beweegt.emit(QRect(hier, plek.size()))
