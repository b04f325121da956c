"""The source of a sentence, and what may be done to its words: nothing that changes what was said."""

from __future__ import annotations

from PySide6.QtCore import Signal

from leerplicht_desktop.domain.handhaving.pvzin import Bevinding, Zinsoort
from leerplicht_desktop.ui.kit.buttons import OutlinedButton
from leerplicht_desktop.ui.kit.fields import NoteField
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow

INKORTEN, AFSCHERMEN, WEERGEVEN, HERSTELLEN = "inkorten", "afschermen", "weergeven", "herstellen"


class Zingereedschap(Column):
    """Emits ``daad`` with the act and the characters that are selected in the source."""

    daad = Signal(str, int, int)

    def __init__(self, naam: str, zin: Bevinding) -> None:
        super().__init__(gap=8)
        self._bron = NoteField(self.tr("De woorden van de bron"), least=1, most=14)
        self._bron.edit.setReadOnly(True)
        self._bron.edit.setObjectName(f"{naam}.bron")
        self._bron.set_text(zin.brontekst)
        uitleg = self.tr(
            "Selecteer woorden om ze weg te laten of af te schermen. Een fout verbeter je in het "
            "verslag zelf."
        )
        self._fout = Label("", ink=Ink.SUBTLE, wrap=True)
        self._fout.hide()
        knoppen = Flow(gap=8)
        kort = zin.soort is not Zinsoort.RECHTEN
        for daad, woord, icoon, kan in (
            (INKORTEN, self.tr("Laat selectie weg"), Icon.CIRCLE_MINUS, kort),
            (AFSCHERMEN, self.tr("Scherm selectie af"), Icon.EYE_OFF, True),
            (WEERGEVEN, self.tr("Vertel in eigen woorden"), Icon.PENCIL, kort and not zin.weergegeven),
            (HERSTELLEN, self.tr("Zet alles terug"), Icon.UNDO_2, _bewerkt(zin)),
        ):
            if kan and not (daad == WEERGEVEN and zin.soort is Zinsoort.WAARNEMING):
                knoppen.add(self._knop(naam, daad, woord, icoon))
        self.add(self._bron, Label(uitleg, ink=Ink.SUBTLE, wrap=True), self._fout, knoppen)

    def _knop(self, naam: str, daad: str, woord: str, icoon: Icon) -> OutlinedButton:
        knop = OutlinedButton(woord, icoon)
        knop.setObjectName(f"{naam}.{daad}")
        knop.clicked.connect(lambda: self._doe(daad))
        return knop

    def _doe(self, daad: str) -> None:
        plek = self._bron.edit.textCursor()
        begin, eind = plek.selectionStart(), plek.selectionEnd()
        if daad in (INKORTEN, AFSCHERMEN) and begin == eind:
            self._fout.setText(self.tr("Selecteer eerst de woorden waar het om gaat."))
            self._fout.show()
            return
        self.daad.emit(daad, begin, eind)


def _bewerkt(zin: Bevinding) -> bool:
    return bool(zin.delen or zin.afgeschermd or zin.weergegeven)
