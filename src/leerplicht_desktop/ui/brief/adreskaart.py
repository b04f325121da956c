"""Who gets the letter as it will be printed, and what to do when the register says otherwise by now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from leerplicht_desktop.casework.queries.stukkenkast import Adreswijziging
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.fields import Field
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.scrolling import bring_into_view

from .model import BriefBeeld


class Adreskaart(Card):
    """``aanhef`` carries another salutation; ``nieuw_adres`` asks for the address of the register."""

    aanhef = Signal(str)
    nieuw_adres = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Aan"), gap=12)
        self._namen: tuple[str, ...] = ()
        self._aan = Label("", wrap=True)
        self._aan.setObjectName("brief.aan")
        self._bericht = Notice(NoticeKind.BLOCKING, "")
        self._bericht.setObjectName("brief.adres")
        self._twijfel = Notice(NoticeKind.WARNING, "")
        self._twijfel.setObjectName("brief.twijfel")
        self._aanhef = Field(self.tr("Aanhef"))
        self._aanhef.edit.setObjectName("brief.aanhef")
        self.add(self._aan, self._bericht, self._twijfel, self._aanhef)
        self._aanhef.changed.connect(self.aanhef)
        self._bericht.followed.connect(self.nieuw_adres)

    def toon(self, beeld: BriefBeeld) -> None:
        """Show a letter from the beginning; hidden for paper without an addressee."""
        aan = beeld.brief.concept.aan
        self.setVisible(aan is not None)
        self._namen = ()
        self.toon_adres(beeld)

    def toon_adres(self, beeld: BriefBeeld) -> None:
        """Show where it goes, and why it cannot go there; what is being typed stays.

        Only another name brings another salutation with it.
        """
        aan, wijziging = beeld.brief.concept.aan, beeld.brief.adres
        if aan is not None:
            if aan.naamregels != self._namen:
                self._namen = aan.naamregels
                self._aanhef.set_text(aan.aanhef)
                self._aanhef.edit.home(False)  # a long one is read from its beginning
            self._aan.setText("\n".join((*aan.naamregels, *aan.adresregels)))
        self._twijfel.tell(NoticeKind.WARNING, "\n".join(beeld.brief.twijfels))
        self._twijfel.setVisible(bool(beeld.brief.twijfels))
        if wijziging is not None:
            self._bericht.tell(NoticeKind.BLOCKING, wijziging.zin, self._uitweg(wijziging))
        focus = QApplication.focusWidget()
        bezig = focus is not None and self._bericht.isAncestorOf(focus)
        self._bericht.setVisible(wijziging is not None)
        if bezig and not self._bericht.isVisibleTo(self):
            self._naar_aanhef()
            bring_into_view(self._aan)  # the new address, to be seen

    def ga(self) -> None:
        """Bring the address into view, with the keyboard on what can be done here."""
        if not self._bericht.take_focus():
            self._naar_aanhef()
        bring_into_view(self._bericht)

    def _uitweg(self, wijziging: Adreswijziging) -> str:
        if not wijziging.bij_te_werken:
            return ""
        if wijziging.om_de_naam:
            return self.tr("Zet de nieuwe naam op de brief")
        return self.tr("Zet het nieuwe adres op de brief")

    def _naar_aanhef(self) -> None:
        """The keyboard behind the salutation: Qt would select all of it, and the next key take it away."""
        self._aanhef.edit.setFocus()
        self._aanhef.edit.end(False)
