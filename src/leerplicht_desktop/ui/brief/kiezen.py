"""Choosing a letter: groups with help on top, what each is for and when not, and who gets it."""

from __future__ import annotations

from datetime import date
from textwrap import shorten

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from leerplicht_desktop.casework.brief.opstellen import Briefopgave
from leerplicht_desktop.casework.ports.papier import Formulierbeeld, Formulierlijst
from leerplicht_desktop.casework.queries.caseload import DossierBeeld
from leerplicht_desktop.domain.persoon.naam import hoofdletter
from leerplicht_desktop.ui.kit.badges import Badge, BadgeSpec
from leerplicht_desktop.ui.kit.buttons import ButtonSize
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.choices import Choice, ChoiceGroup
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.scrolling import bring_into_view
from leerplicht_desktop.ui.kit.taborder import set_order
from leerplicht_desktop.ui.kit.tokens import Tone, Type

from .ontvangers import Ontvangers
from .soorten import HANDHAVEN, gegroepeerd, soort_van

SOORT = "soort:"
"""Before the kind of letter that a screen asks to be chosen, in the place where the officer was."""
_BREEDST = 1040
_NAAST = 720
"""From this width two letters stand beside each other (pixels at 10.5 pt)."""
_LANGST = 39
"""Letters on a button: more does not fit in a narrow window with large text."""


class Kiezen(Column):
    """``gekozen`` when a letter was picked; :meth:`opgave` says which and to whom."""

    gekozen = Signal()

    def __init__(self) -> None:
        super().__init__(gap=16, margins=(16, 16, 16, 24))
        self._groep = ChoiceGroup(self)
        self._formulieren: dict[str, Formulierbeeld] = {}
        self._beeld: DossierBeeld | None = None
        self._vandaag = date.min
        self._fout = Notice(NoticeKind.BLOCKING, "")
        self._fout.setObjectName("brief.kiezen.fout")
        self._fout.hide()
        self._onbruikbaar = Notice(NoticeKind.WARNING, "")
        self._onbruikbaar.setObjectName("brief.kiezen.onbruikbaar")
        self._onbruikbaar.hide()
        self._lijst = Column(gap=16)
        self._plekken: dict[str, Column] = {}
        self._bezwaar = Badge("", Tone.NEUTRAL, Icon.SCALE)
        self._bezwaar.setObjectName("brief.bezwaar")
        self.ontvangers = Ontvangers()
        self._kaart = Card(gap=12)
        self._kaart.add(Row(self._bezwaar, 1), self.ontvangers)
        self._kaart.hide()
        self.add(self._fout, self._onbruikbaar, self._lijst, self._kaart, 1)
        self.ontvangers.veranderd.connect(self._fout.hide)

    def toon(self, beeld: DossierBeeld, formulieren: Formulierlijst, vandaag: date) -> None:
        """Offer every letter for a dossier, and name the forms that cannot be used."""
        self._beeld, self._vandaag = beeld, vandaag
        self._formulieren = {formulier.id: formulier for formulier in formulieren.beelden}
        self._kaart.hide()
        # It stands under the letter that was chosen, and must not go with the list.
        self.add(self._kaart)
        self._fout.hide()
        # A group remembers the buttons it had; new buttons get a new one.
        self._groep.deleteLater()
        self._groep = ChoiceGroup(self)
        self._groep.picked.connect(self._kies)
        self._lijst.clear()
        self._plekken = {}
        for groep, leden in gegroepeerd(formulieren.beelden):
            self._lijst.add(self._groepvak(groep, leden))
        fouten = self.tr("Niet elk formulier is bruikbaar. Geef dit door aan je beheerder: {0}")
        self._onbruikbaar.tell(NoticeKind.WARNING, fouten.format(" ".join(formulieren.onbruikbaar)))
        self._onbruikbaar.setVisible(bool(formulieren.onbruikbaar))
        set_order(self)

    def opgave(self) -> Briefopgave | None:
        """The letters to make; None, with the reason on the screen, when something is missing."""
        formulier = self._formulieren.get(self._groep.key)
        if formulier is None:
            self.zeg(self.tr("Kies eerst een brief."))
            return None
        fout = self.ontvangers.fout()
        if fout:
            self.zeg(fout)
            self.ontvangers.ga().setFocus()
            return None
        return Briefopgave(formulier.soort, formulier.id, self.ontvangers.personen, self.ontvangers.instantie)

    def formulier(self) -> Formulierbeeld | None:
        """The form that is chosen."""
        return self._formulieren.get(self._groep.key)

    def kies(self, formulier: str) -> None:
        """Choose a form, as a click would."""
        if formulier in self._formulieren:
            self._groep.choose(formulier)
            self._kies(formulier)

    def kies_soort(self, soort: str) -> None:
        """Choose the first form of a kind of letter, as a click would; nothing when there is none."""
        lid = next((een.id for een in self._formulieren.values() if een.soort.value == soort), "")
        self.kies(lid)

    def zeg(self, zin: str) -> None:
        """Say what stands in the way."""
        self._fout.tell(NoticeKind.BLOCKING, zin)
        self._fout.show()
        bring_into_view(self._fout)

    def focus(self) -> None:
        """Put the focus on the first letter."""
        knoppen = self._groep.buttons()
        if knoppen:
            knoppen[0].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines stay readable in a wide window."""
        super().resizeEvent(event)
        self.setMaximumWidth(look().px(_BREEDST))

    def _groepvak(self, groep: str, leden: tuple[Formulierbeeld, ...]) -> Column:
        vak = Column(Label(groep, Type.HEADING), gap=12)
        for begin in range(0, len(leden), 2):
            paar = Reflow(_NAAST, (24, 12))
            rij = Column(paar, gap=12)
            rij.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            for lid in leden[begin : begin + 2]:
                paar.box.addWidget(self._lid(groep, lid), 1)
                self._plekken[lid.id] = rij
            if len(leden) - begin == 1:
                paar.box.addStretch(1)
            vak.add(rij)
        return vak

    def _lid(self, groep: str, lid: Formulierbeeld) -> Column:
        """A letter as a button, with what it is for below it."""
        soort = soort_van(lid).op(self._vandaag)
        icoon = Icon.SCALE if groep == HANDHAVEN else Icon.MAIL
        naam = self._naam(lid)
        knop = Choice(shorten(naam, _LANGST, placeholder=" …"), icoon, ButtonSize.DESKTOP)
        knop.setAccessibleName(naam)
        knop.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        knop.setAccessibleDescription(soort.waarvoor)
        knop.setObjectName(f"brief.formulier.{lid.id}")
        self._groep.add(lid.id, knop)
        regels = [Label(soort.waarvoor, ink=Ink.SUBTLE, wrap=True)] if soort.waarvoor else []
        return Column(knop, *regels, 1, gap=4)

    def _naam(self, formulier: Formulierbeeld) -> str:
        """What officers call it; the title speaks to who gets it. Two forms of a kind need their titles."""
        soorten = [een.soort for een in self._formulieren.values()]
        if soorten.count(formulier.soort) > 1:
            return formulier.titel
        return soort_van(formulier).kort or hoofdletter(formulier.soort.naam(self._vandaag))

    def _kies(self, sleutel: str) -> None:
        formulier = self._formulieren[sleutel]
        if self._beeld is None:
            return
        soort = soort_van(formulier)
        self._bezwaar.set_spec(_besluitmerk(besluit=formulier.soort.is_besluit(self._vandaag)))
        self._fout.hide()
        self._plekken[sleutel].add(self._kaart)
        self._kaart.show()
        self.ontvangers.toon(soort, self._beeld, self._vandaag)
        set_order(self)
        # The list moves first: the card has no place yet.
        QTimer.singleShot(0, self, lambda: bring_into_view(self._kaart))
        self.gekozen.emit()


def _besluitmerk(*, besluit: bool) -> BadgeSpec:
    if besluit:
        return BadgeSpec("Besluit: de brief zegt hoe iemand bezwaar maakt", Tone.INFO, Icon.SCALE)
    return BadgeSpec("Geen besluit: bezwaar kan niet", Tone.NEUTRAL, Icon.INFO)
