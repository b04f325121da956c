"""The left pane: search field, filters with their counts, rows, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout

from leerplicht_desktop.casework.queries.caseload import DossierFilter
from leerplicht_desktop.ui.kit.cards import Pane
from leerplicht_desktop.ui.kit.choices import ChoiceGroup, FilterPill
from leerplicht_desktop.ui.kit.empty import EmptyState
from leerplicht_desktop.ui.kit.fields import SearchField
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.painted import ROW_ROLE
from leerplicht_desktop.ui.kit.rows import DossierList, DossierRow
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.context import Context

from .lijst_presenter import LijstPresenter, Tellingen

_BREEDTE = 304
_LAAG = 360
"""Below this height title and foot make room for the rows (pixels at 10.5 pt)."""


class Lijstpaneel(Restyled):
    """``gekozen`` follows the cursor through the list; ``geopend`` is Enter or a click."""

    gekozen = Signal(str)
    geopend = Signal(str)
    synchroniseer = Signal()
    past = Signal(str, bool, bool)
    """A watched dossier, whether the list holds it, and whether the officer changed the list."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._presenter = LijstPresenter(context, self)
        self._ding = ""
        self._gevonden = 0
        self._totaal = 0
        self._vult = False
        self._zoek = SearchField(self.tr("Naam of school"), "Ctrl F")
        self._pillen = {filter_: FilterPill(naam) for filter_, naam in self._namen().items()}
        self._groep = ChoiceGroup(self)
        self._lijst = DossierList(self.tr("Dossiers"))
        self._leeg = QStackedWidget()
        self._stapel = QStackedWidget()
        self._titel = Label(self.tr("Dossiers"), Type.TITLE)
        self._voet = Label("", ink=Ink.SUBTLE)
        self._onder = Pane(Row(self._voet, 1, margins=(16, 8, 16, 8)), edge="top")
        self._bouw()
        self._verbind()
        self.restyle()

    @property
    def zoektekst(self) -> str:
        """What was typed."""
        return self._presenter.zoektekst

    def laad(self) -> None:
        """Ask the vault again; the choice and the place in the list stay."""
        self._presenter.laad()

    def herstel_zoektekst(self, tekst: str) -> None:
        """Fill the search field without asking yet."""
        self._zoek.setText(tekst)
        self._presenter.zoektekst = tekst

    def kies(self, dossier: str, *, opzij: str = "") -> None:
        """Light the row of the dossier that is shown; one that was set aside (``opzij``) is watched too."""
        self._ding = dossier
        self._presenter.naast = dossier or opzij
        self._licht(dossier)

    def toon_alles(self) -> None:
        """Take search text and filter away."""
        self._zoek.clear()
        self._presenter.zoektekst = ""
        self._groep.choose(DossierFilter.ALLE.value)
        self._presenter.filter = DossierFilter.ALLE
        self._presenter.laad()

    def naar_zoeken(self) -> None:
        """Put the cursor in the search field, with what stands there selected."""
        self._zoek.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._zoek.selectAll()

    def naar_lijst(self) -> None:
        """Put the focus on the rows."""
        self._lijst.setFocus(Qt.FocusReason.OtherFocusReason)

    def vul(self, *, aan: bool) -> None:
        """Take the whole width (a narrow window), or that of the design."""
        self._vult = aan
        self.restyle()

    def restyle(self) -> None:
        """Take the width of the design again."""
        grens = 16_777_215 if self._vult else look().px(_BREEDTE)
        self.setMaximumWidth(grens)
        self.setMinimumWidth(0 if self._vult else grens)
        self._lijst.setMinimumHeight(look().sizes.row_dossier)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the rows get the room of title and foot."""
        super().resizeEvent(event)
        ruim = self.height() >= look().px(_LAAG)
        self._titel.setVisible(ruim)
        self._onder.setVisible(ruim)

    def toon_rijen(self, rijen: Sequence[DossierRow], gevonden: int, *, boven: bool) -> None:
        """Replace all rows; what was chosen stays chosen, the place stays unless ``boven``."""
        balk = self._lijst.verticalScrollBar()
        stond, plaats = self._lijst.rows.rowCount() > 0, 0 if boven else balk.value()
        cursor = "" if boven else next(iter(self._lijst.chosen_keys()), "")
        self._lijst.rows.show_rows(rijen)
        self._lijst.doItemsLayout()
        self._licht(self._ding or cursor)
        if stond:
            balk.setValue(plaats)
        self._gevonden = gevonden
        self._toon_stand()

    def voeg_toe(self, rijen: Sequence[DossierRow]) -> None:
        """Add the next page."""
        self._lijst.rows.add_rows(rijen)
        if self._ding and not self._lijst.chosen_keys():
            self._lijst.choose(self._ding)

    def toon_tellingen(self, tellingen: Tellingen) -> None:
        """Counts on the filters."""
        self._totaal = tellingen[DossierFilter.ALLE]
        for filter_, pil in self._pillen.items():
            pil.set_count(tellingen[filter_])

    def open_rij(self, dossier: str) -> None:
        """Open a dossier of the list."""
        self.geopend.emit(dossier)

    def bij_open(self, dossier: str, *, erbij: bool, gevraagd: bool) -> None:
        """Tell whether the list holds the dossier that is watched."""
        self.past.emit(dossier, erbij, gevraagd)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down in the search field goes to the list, Enter opens the first hit, Esc empties the field."""
        if watched is self._zoek and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and self._lijst.rows.rowCount():
                if not self._lijst.chosen_keys():
                    self._lijst.setCurrentIndex(self._lijst.rows.index(0))
                self.naar_lijst()
                return True
            if event.key() == Qt.Key.Key_Escape and self._zoek.text():
                self._wis()
                return True
        return super().eventFilter(watched, event)

    def _namen(self) -> dict[DossierFilter, str]:
        return {
            DossierFilter.ALLE: self.tr("Alle"),
            DossierFilter.NIEUW: self.tr("Nieuw"),
            DossierFilter.TAAK: self.tr("Met taak"),
            DossierFilter.CONCEPT: self.tr("Concept"),
        }

    def _uitleg(self) -> dict[DossierFilter, str]:
        return {
            DossierFilter.ALLE: self.tr("Al je dossiers"),
            DossierFilter.NIEUW: self.tr("Met een melding van de laatste twee weken"),
            DossierFilter.TAAK: self.tr("Met een taak die nog open staat, ook als die later moet"),
            DossierFilter.CONCEPT: self.tr("Met iets dat je begon en nog niet hebt vastgelegd"),
        }

    def _bouw(self) -> None:
        self._zoek.setObjectName("dossiers.zoek")
        self._zoek.setAccessibleDescription(
            self.tr("Zoek op naam, ouder, adres, telefoon, school, dossiernummer of BSN")
        )
        filters = Flow(gap=8)
        uitleg = self._uitleg()
        for filter_, pil in self._pillen.items():
            pil.setObjectName(f"dossiers.filter.{filter_.value}")
            pil.setToolTip(uitleg[filter_])
            pil.setAccessibleDescription(uitleg[filter_])
            filters.add(self._groep.add(filter_.value, pil))
        self._groep.choose(DossierFilter.ALLE.value)
        boven = Column(self._titel, self._zoek, filters, gap=12, margins=(16, 16, 16, 12))
        boven.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lijst.setObjectName("dossiers.lijst")
        self._leeg.setObjectName("dossiers.leeg")
        self._stapel.addWidget(self._lijst)
        self._stapel.addWidget(self._leeg)
        self._voet.setObjectName("dossiers.voet")
        inhoud = Column(gap=0)
        inhoud.add(Pane(boven, edge="bottom"))
        inhoud.add_stretched(self._stapel)
        inhoud.add(self._onder)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.addWidget(Pane(inhoud, edge="right"))

    def _verbind(self) -> None:
        self._zoek.installEventFilter(self)
        self._zoek.textEdited.connect(self._presenter.zoek)
        self._zoek.returnPressed.connect(self._presenter.open_eerste)
        self._groep.picked.connect(lambda naam: self._presenter.kies_filter(DossierFilter(naam)))
        self._lijst.near_end.connect(self._presenter.meer)
        self._lijst.opened.connect(self._cursor)
        self._lijst.activated.connect(self._open)
        self._lijst.clicked.connect(self._open)

    def _licht(self, dossier: str) -> None:
        if not dossier or not self._lijst.choose(dossier):
            self._lijst.clearSelection()

    def _cursor(self, dossier: str) -> None:
        # The first row becomes current when the list gets the focus; that alone opens nothing.
        if dossier in self._lijst.chosen_keys():
            self.gekozen.emit(dossier)

    def _open(self, rij: QModelIndex) -> None:
        self.geopend.emit(rij.data(ROW_ROLE).key)

    def _toon_stand(self) -> None:
        self._voet.setText(self.tr("{0} van {1}").format(self._gevonden, max(self._totaal, self._gevonden)))
        if self._gevonden:
            self._stapel.setCurrentWidget(self._lijst)
            return
        leeg = self._leegte()
        while (oud := self._leeg.currentWidget()) is not None:
            self._leeg.removeWidget(oud)
            oud.deleteLater()
        self._leeg.addWidget(leeg)
        self._stapel.setCurrentWidget(self._leeg)

    def _leegte(self) -> EmptyState:
        if self._presenter.zoektekst.strip():
            leeg = EmptyState(
                Icon.SEARCH,
                self.tr("Niets gevonden"),
                self.tr("Geen dossier past bij “{0}”.").format(self._presenter.zoektekst.strip()),
                self.tr("Wis zoekwoord"),
                Icon.X,
            )
            leeg.pressed.connect(self._wis)
        elif self._presenter.filter is not DossierFilter.ALLE:
            leeg = EmptyState(
                Icon.LIST_FILTER,
                self.tr("Geen dossiers met dit filter"),
                self.tr("Kies een ander filter om meer te zien."),
                self.tr("Toon alle dossiers"),
            )
            leeg.pressed.connect(self._toon_alle)
        else:
            leeg = EmptyState(
                Icon.FOLDER_OPEN,
                self.tr("Nog geen dossiers"),
                self.tr("Haal je dossiers op bij de gemeente. Daarna werk je ook zonder verbinding."),
                self.tr("Synchroniseer"),
                Icon.REFRESH_CW,
            )
            leeg.pressed.connect(self.synchroniseer)
        return leeg

    def _wis(self) -> None:
        self._zoek.clear()
        self._presenter.zoek("")
        self._zoek.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toon_alle(self) -> None:
        self._groep.choose(DossierFilter.ALLE.value)
        self._presenter.kies_filter(DossierFilter.ALLE)
        self._pillen[DossierFilter.ALLE].setFocus(Qt.FocusReason.OtherFocusReason)
