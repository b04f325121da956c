"""The questions of a procedure under each other; those that are not asked are away."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from leerplicht_desktop.domain.procedure.procedure import Procedure
from leerplicht_desktop.domain.procedure.vraag import Vraag, Vraagsoort
from leerplicht_desktop.ui.formulier.tekstregel import TekstregelInvoer
from leerplicht_desktop.ui.formulier.velden import KeuzeInvoer, RegelInvoer, TekstInvoer, Veldinvoer
from leerplicht_desktop.ui.kit.fields import NoteField
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Column
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.taborder import set_order
from leerplicht_desktop.ui.kit.tokens import Type

from .model import Procedurebeeld, Stand, veld_van

BLAD = "procedure"
_BREEDST = 760


class Vorm(Column):
    """Emits each answer as it is given. ``toon_stand`` never writes in a field."""

    antwoord = Signal(str, object)
    reden = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap=16)
        self.bericht = Notice(NoticeKind.WARNING, "")
        self._velden: dict[str, Veldinvoer] = {}
        self._koppen: list[tuple[Label, tuple[str, ...]]] = []
        self._reden = self._redenveld()

    def toon(self, beeld: Procedurebeeld, stand: Stand) -> None:
        """Make the fields of a procedure anew, with its answers."""
        self.clear()
        self._velden, self._koppen = {}, []
        self.bericht = Notice(NoticeKind.WARNING, "")
        self.bericht.hide()
        self._reden = self._redenveld()
        self._reden.set_text(beeld.procedure.reden_correctie)
        self._reden.changed.connect(lambda: self.reden.emit(self._reden.text()))
        self.add(self.bericht)
        for deel in _delen(beeld.vragen):
            if deel[0].kop:
                kop = Label(deel[0].kop, Type.HEADING)
                self._koppen.append((kop, tuple(vraag.naam for vraag in deel)))
                self.add(kop)
            for vraag in deel:
                self.add(self._maak(vraag, beeld.procedure, beeld.feiten.vandaag))
        self.add(self._reden, 1)
        self.toon_stand(stand)
        set_order(self)

    def toon_stand(self, stand: Stand, *, veranderd: bool = False) -> None:
        """Show the questions that are asked now, and ask why when an answer that was fixed is another."""
        gesteld = {vraag.naam for vraag in stand.gesteld}
        for naam, veld in self._velden.items():
            veld.setVisible(naam in gesteld)
            if veld.fout and naam != stand.fout[0]:
                veld.toon_fout("")
        for kop, namen in self._koppen:
            kop.setVisible(bool(gesteld & set(namen)))
        self._reden.setVisible(veranderd)
        self.wijs_aan(*stand.fout)

    def wijs_aan(self, naam: str, zin: str) -> None:
        """Say at a question what is wrong with its answer; above the form when it is none of these."""
        self.bericht.hide()
        if naam in self._velden:
            self._velden[naam].toon_fout(zin)
        elif naam == "reden_correctie":
            self._reden.set_error(zin)
        elif zin:
            self.bericht.tell(NoticeKind.WARNING, zin)
            self.bericht.show()

    def ga_naar(self, naam: str) -> None:
        """Put the focus on a question, or on the first one that is asked."""
        veld = self._velden.get(naam)
        if naam == "reden_correctie":
            self._reden.edit.setFocus()
        elif veld is not None:
            veld.ga()
        else:
            eerste = next((een for een in self._velden.values() if not een.isHidden()), None)
            if eerste is not None:
                eerste.ga()

    def neem_over(self) -> None:
        """Count as typed what still stands in a field of days and numbers."""
        for veld in self._velden.values():
            if not veld.isHidden():
                veld.neem_over()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines stay readable in a wide window."""
        super().resizeEvent(event)
        self.setMaximumWidth(look().px(_BREEDST))

    def _redenveld(self) -> NoteField:
        veld = NoteField(
            self.tr("Waarom verander je een antwoord?"), self.tr("De vorige versie blijft bewaard."), least=2
        )
        veld.edit.setObjectName("procedure.reden")
        veld.hide()
        return veld

    def _maak(self, vraag: Vraag, procedure: Procedure, vandaag: date) -> Veldinvoer:
        veld = veld_van(vraag)
        invoer: Veldinvoer
        if vraag.soort is Vraagsoort.TEKST:
            invoer = TekstInvoer(veld, BLAD)
        elif vraag.soort is Vraagsoort.REGEL:
            invoer = TekstregelInvoer(veld, BLAD)
        elif vraag.soort in (Vraagsoort.JA_NEE, Vraagsoort.KEUZE):
            invoer = KeuzeInvoer(veld, BLAD)
        else:
            invoer = RegelInvoer(veld, vandaag, BLAD)
        invoer.zet(procedure.antwoorden.get(vraag.naam))
        invoer.gewijzigd.connect(lambda nieuw, naam=vraag.naam: self.antwoord.emit(naam, nieuw))
        self._velden[vraag.naam] = invoer
        return invoer


def _delen(vragen: tuple[Vraag, ...]) -> list[list[Vraag]]:
    """The questions in parts: each begins with a question that has a heading."""
    delen: list[list[Vraag]] = []
    for vraag in vragen:
        if vraag.kop or not delen:
            delen.append([])
        delen[-1].append(vraag)
    return delen
