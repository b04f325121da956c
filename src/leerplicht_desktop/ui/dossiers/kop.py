"""The head of a dossier: warnings first, who it is, and the two things an officer does from here."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout

from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.buttons import FullButton, IconButton, LinkButton, OutlinedButton
from leerplicht_desktop.ui.kit.doubt import DoubtBadge
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.woorden import opsomming

from .deurkeuze import Deurkeuze
from .paneelbeeld import Paneelbeeld
from .waarschuwingen import twijfelmerken, waarschuwingen
from .woorden import leeftijd_in_woorden, sinds

_NAAST_ELKAAR = 620
"""From this width on the actions stand beside the name (pixels at 10.5 pt)."""


class Kop(Restyled):
    """``start_gevraagd`` carries dossier, address, and whether that is another than that of the register.

    The dossier is the one that stands here: another may be on its way from the vault.
    """

    start_gevraagd = Signal(str, str, bool)
    gesprek_gevraagd = Signal(str)
    terug_gevraagd = Signal()
    meer_gevraagd = Signal(str, str)
    """A screen and the thing it begins with: a letter, and after that what enforces."""

    def __init__(self) -> None:
        super().__init__()
        self._beeld: Paneelbeeld | None = None
        self._terug = LinkButton(self.tr("Dossiers"), Icon.ARROW_LEFT)
        self._merken = Flow(gap=8)
        self._naam = Label("", Type.TITLE, wrap=True)
        self._regel = Label("", ink=Ink.SUBTLE, wrap=True)
        self._huis_tekst = Label("", wrap=True)
        self._huis = Row(gap=8)
        self._waarom_niet = Label("", ink=Ink.SUBTLE, wrap=True)
        self._gesprek = OutlinedButton(self.tr("Nieuw gesprek"), Icon.MESSAGE_SQUARE_PLUS)
        self._start = FullButton(self.tr("Start deurbezoek"), Icon.DOOR_OPEN)
        self._meer = IconButton(Icon.ELLIPSIS, self.tr("Meer handelingen"))
        self._acties = Flow(self._gesprek, self._meer, self._start, gap=8)
        self._deur = Deurkeuze()
        self._midden = Row(gap=16)
        self._boven = Reflow(0, (16, 8))
        self._bouw()

    def toon(self, beeld: Paneelbeeld) -> None:
        """Show a dossier."""
        ander = self._beeld is None or self._beeld.dossier.dossier != beeld.dossier.dossier
        self._beeld = beeld
        self._toon_merken()
        self._naam.setText(beeld.dossier.naam)
        self._regel.setText(_regel(beeld))
        huis = beeld.huisgenoten
        woont = self.tr("Ook {0} woont hier.") if len(huis) == 1 else self.tr("Ook {0} wonen hier.")
        self._huis_tekst.setText(woont.format(opsomming(huis)))
        self._huis.setVisible(bool(huis))
        self._deur.toon(beeld, opnieuw=ander)
        self._toon_acties()

    def klaar(self) -> None:
        """What was asked for was done or failed: the buttons may be pressed again."""
        for knop in (self._start, self._gesprek):
            if knop.busy:
                knop.set_ready()

    def naar_start(self) -> None:
        """Put the focus on the first action."""
        knop = self._start if self._start.isEnabled() else self._gesprek
        knop.setFocus(Qt.FocusReason.OtherFocusReason)

    def start(self) -> None:
        """Start or go on with the visit, as the button does; without a dossier in sight nothing happens."""
        if self._start.isVisible():
            self._start.click()

    def zet_smal(self, *, aan: bool, kant: int) -> None:
        """In a narrow window the way back stands beside the warnings; ``kant`` is the margin in pixels."""
        self._terug.setVisible(aan)
        self._kolom.setContentsMargins(kant, look().px(16), kant, look().px(8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the actions beside the name or below it."""
        super().resizeEvent(event)
        naast = self.width() >= look().px(_NAAST_ELKAAR)
        richting = QBoxLayout.Direction.LeftToRight if naast else QBoxLayout.Direction.TopToBottom
        if self._midden.box().direction() != richting:
            self._midden.box().setDirection(richting)
            self._toon_acties()

    def _bouw(self) -> None:
        self._terug.setObjectName("dossier.terug")
        self._terug.setAccessibleName(self.tr("Terug naar de lijst met dossiers"))
        self._start.setObjectName("dossier.start_deurbezoek")
        self._gesprek.setObjectName("dossier.nieuw_gesprek")
        self._meer.setObjectName("dossier.meer")
        self._naam.setObjectName("dossier.naam")
        self._merken.setObjectName("dossier.waarschuwingen")
        self._huis.add_top(IconMark(Icon.USERS, Ink.SUBTLE))
        self._huis.add_stretched(self._huis_tekst)
        boven = self._boven
        boven.box.addWidget(self._terug, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        boven.box.addWidget(self._merken, 1)
        wie = Column(self._naam, self._regel, self._huis, self._waarom_niet, gap=2)
        self._midden.box().addWidget(wie, 1)
        self._midden.box().addWidget(self._acties, 0, Qt.AlignmentFlag.AlignRight)
        self._kolom = QVBoxLayout(self)
        self._kolom.addWidget(boven)
        self._kolom.addWidget(self._midden)
        self._kolom.addWidget(self._deur)
        self._kolom.setSpacing(look().px(8))
        self._terug.clicked.connect(self.terug_gevraagd)
        self._gesprek.clicked.connect(self._vraag_gesprek)
        self._start.clicked.connect(self._vraag_start)
        self._meer.clicked.connect(self._open_meer)

    def _toon_merken(self) -> None:
        self._merken.clear()
        for merk in waarschuwingen(self._beeld.dossier) if self._beeld is not None else ():
            badge = Badge(merk.text, merk.tone, merk.icon)
            self._merken.add(badge)
            badge.show()
        for twijfel in twijfelmerken(self._beeld.dossier) if self._beeld is not None else ():
            gedeeld = DoubtBadge(twijfel)
            self._merken.add(gedeeld)
            gedeeld.show()
        self._boven.arrange()

    def _toon_acties(self) -> None:
        beeld = self._beeld
        if beeld is None:
            return
        self.klaar()
        begonnen = beeld.begonnen
        start = self.tr("Start deurbezoek")
        if begonnen is not None:
            start = self.tr("Ga verder met je bezoek van {0}").format(sinds(begonnen, beeld.vandaag))
        # In a narrow head there is no room; the tab Documenten offers the same.
        self._meer.setVisible(self._ruim())
        self._start.setAccessibleName(start)
        self._start.setText(start if begonnen is None or self._ruim() else self.tr("Verder met bezoek"))
        gesprek = self.tr("Verder met gesprek") if beeld.dossier.concept_notitie else self.tr("Nieuw gesprek")
        self._gesprek.setText(gesprek)
        overleden = beeld.dossier.jongere.overleden
        self._start.setEnabled(not overleden or begonnen is not None)
        self._waarom_niet.setText(self.tr("Deze leerling is overleden: een deurbezoek kan niet."))
        self._waarom_niet.setVisible(overleden)

    def _ruim(self) -> bool:
        return self.width() >= look().px(_NAAST_ELKAAR)

    def _vraag_start(self) -> None:
        if self._beeld is None:
            return
        keuze = ("", False) if self._beeld.begonnen else self._deur.keuze()
        if keuze is not None:
            self._start.set_busy(self.tr("Bezig"))
            self.start_gevraagd.emit(self._beeld.dossier.dossier, *keuze)

    def _vraag_gesprek(self) -> None:
        if self._beeld is not None:
            self._gesprek.set_busy(self.tr("Bezig"))
            self.gesprek_gevraagd.emit(self._beeld.dossier.dossier)

    def _open_meer(self) -> None:
        if self._beeld is None:
            return
        dossier = self._beeld.dossier.dossier
        menu = QMenu(self)
        menu.setObjectName("dossier.meer.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for woorden, scherm, ding in (
            (self.tr("Nieuwe brief"), "brief", dossier),
            (self.tr("Nieuw verhoor"), "verhoor", f"nieuw:{dossier}"),
            (self.tr("Nieuw proces-verbaal"), "proces_verbaal", f"nieuw:{dossier}"),
        ):
            menu.addAction(woorden).setData((scherm, ding))
        menu.triggered.connect(lambda actie: self.meer_gevraagd.emit(*actie.data()))
        menu.popup(self._meer.mapToGlobal(QPoint(0, self._meer.height())))


def _regel(beeld: Paneelbeeld) -> str:
    dossier = beeld.dossier
    delen = (
        leeftijd_in_woorden(dossier.jongere.geboren, beeld.vandaag),
        dossier.leerjaar,
        dossier.school.naam if dossier.school is not None else "",
        f"dossier\u00a0{dossier.nummer}" if dossier.nummer else "",
    )
    return " · ".join(deel for deel in delen if deel)
