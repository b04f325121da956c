"""What the rules say of a procedure: where it stands, each sentence with its why, terms, and what follows."""

from __future__ import annotations

from PySide6.QtCore import Signal

from leerplicht_desktop.domain.procedure.oordeel import Fase, Oordeel, Weging, Zin
from leerplicht_desktop.domain.termijn.termijnen import Termijn
from leerplicht_desktop.ui.formulier.uitlegvak import Uitlegregel
from leerplicht_desktop.ui.kit.buttons import OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.dates import date_with_year
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.tokens import Tone, Type

_MERKEN = {
    Weging.FEIT: (Icon.SCALE, None),
    Weging.GOED: (Icon.CIRCLE_CHECK, Tone.OK),
    Weging.LET_OP: (Icon.TRIANGLE_ALERT, Tone.WARN),
    Weging.TEGEN: (Icon.CIRCLE_ALERT, Tone.DANGER),
    Weging.VRAAG: (Icon.CIRCLE_HELP, Tone.INFO),
}


class Oordeelvlak(Column):
    """Shown anew after every answer. ``brief`` asks for the letter that follows."""

    brief = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap=16)
        self.setObjectName("procedure.oordeel")

    def toon(self, oordeel: Oordeel, *, vast: bool) -> None:
        """Show an answer of the rules; a letter follows only from a version that was fixed."""
        self.clear()
        kaart = Card(self.tr("Waar staat dit"))
        kop = Label(oordeel.kop, Type.STRONG, wrap=True)
        kop.setObjectName("procedure.kop")
        kaart.add(kop)
        for fase in oordeel.fasen:
            kaart.add(_fase(fase))
        self.add(kaart)
        if oordeel.zinnen:
            zinnen = Card(self.tr("Wat de regels zeggen"))
            for plaats, zin in enumerate(oordeel.zinnen):
                zinnen.add(_zin(plaats, zin))
            self.add(zinnen)
        if oordeel.termijnen:
            self.add(self._termijnen(oordeel.termijnen))
        if oordeel.brief is not None:
            self.add(self._brief(oordeel.brief.value, vast=vast))
        self.add(1)

    def _termijnen(self, termijnen: tuple[Termijn, ...]) -> Card:
        kaart = Card(self.tr("Termijnen"))
        for plaats, een in enumerate(termijnen):
            merk = IconMark(Icon.HOURGLASS, Ink.SUBTLE)
            naam = f"{een.naam[:1].upper()}{een.naam[1:]}"
            zin = self.tr("{0}: uiterlijk {1}").format(naam, date_with_year(een.laatste_dag))
            kaart.add(Uitlegregel(f"procedure.termijn.{plaats}", merk, zin, een.uitleg))
        return kaart

    def _brief(self, soort: str, *, vast: bool) -> Column:
        knop = OutlinedButton(self.tr("Maak de brief"), Icon.MAIL)
        knop.setObjectName("procedure.brief")
        knop.setEnabled(vast)
        knop.clicked.connect(lambda: self.brief.emit(soort))
        vak = Column(Row(knop, 1), gap=4)
        if not vast:
            vak.add(Label(self.tr("Leg eerst vast. Dan volgt de brief."), ink=Ink.SUBTLE, wrap=True))
        return vak


def _fase(fase: Fase) -> Row:
    merk = IconMark(Icon.CIRCLE_CHECK if fase.gedaan else Icon.CIRCLE_MINUS, Ink.SUBTLE)
    if fase.gedaan:
        merk.set_tone(Tone.OK)
    woorden = f"{fase.naam}, {date_with_year(fase.op)}" if fase.op else fase.naam
    rij = Row(gap=8)
    rij.add_top(merk)
    rij.add_stretched(Label(woorden, ink=Ink.NORMAL if fase.gedaan else Ink.SUBTLE, wrap=True))
    rij.setAccessibleName(f"{woorden}: {'gedaan' if fase.gedaan else 'nog niet'}")
    return rij


def _zin(plaats: int, zin: Zin) -> Uitlegregel:
    icoon, toon = _MERKEN[zin.weging]
    merk = IconMark(icoon, Ink.SUBTLE)
    if toon is not None:
        merk.set_tone(toon)
    return Uitlegregel(f"procedure.zin.{plaats}", merk, zin.tekst, zin.uitleg)
