"""A person of the dossier as a card. A secret address is never on the screen unasked."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leerplicht_desktop.casework.queries.caseload import Adres, PersoonBeeld
from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.buttons import LinkButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.doubt import DoubtBadge
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row
from leerplicht_desktop.ui.kit.tokens import Tone, Type
from leerplicht_desktop.ui.scherm.twijfelwoorden import merken_van
from leerplicht_desktop.ui.scherm.woorden import rolwoord

from .paneelbeeld import Paneelbeeld
from .woorden import gezag_in_woorden, leeftijd_in_woorden


class Adresregels(Column):
    """An address in lines, behind a button when it is secret."""

    def __init__(self, adres: Adres | None, *, geheim: bool, naam: str) -> None:
        super().__init__(gap=4)
        self._tekst = Label("\n".join(adres.regels) if adres is not None else "", wrap=True)
        if adres is None or adres.onbekend:
            self._tekst.setText(self.tr("Adres onbekend"))
            self._tekst.set_ink(Ink.SUBTLE)
        rij = Row(gap=8)
        rij.add_top(IconMark(Icon.MAP_PIN_OFF if geheim else Icon.MAP_PIN, Ink.SUBTLE))
        rij.add_stretched(self._tekst)
        self._rij = rij
        self._knop = OutlinedButton(self.tr("Toon adres"), Icon.EYE)
        self._knop.setObjectName(f"dossier.toon_adres.{naam}")
        self._knop.clicked.connect(self._draai)
        dicht = geheim and adres is not None and not adres.onbekend
        self._knop.setVisible(dicht)
        rij.setVisible(not dicht)
        self.add(rij)
        knoppen = Flow(self._knop)
        knoppen.setVisible(dicht)
        self.add(knoppen)

    def _draai(self) -> None:
        open_ = self._rij.isHidden()
        self._rij.setVisible(open_)
        self._knop.setText(self.tr("Verberg adres") if open_ else self.tr("Toon adres"))
        self._knop.set_icon(Icon.EYE_OFF if open_ else Icon.EYE)


class Persoonkaart(Card):
    """``geopend`` carries the dossier of a brother or sister of the caseload."""

    geopend = Signal(str)

    def __init__(self, persoon: PersoonBeeld, beeld: Paneelbeeld, naam: str, *, met_adres: bool) -> None:
        super().__init__(padding=12, gap=6)
        self.setAccessibleName(persoon.naam)
        self.add(
            Column(
                Label(persoon.naam, Type.STRONG, wrap=True),
                *_regels(persoon, beeld.vandaag, beeld.dossier.meerderjarig),
                gap=0,
            )
        )
        merken = self._merken(persoon)
        if merken:
            self.add(Flow(*merken))
        if met_adres and not persoon.onbekend:
            self.add(Adresregels(persoon.adres, geheim=persoon.geheim, naam=naam))
        if persoon.persoon is None and persoon.rol != "jongere":
            zin = self.tr("Alleen de naam is bekend. Vraag de rest na bij de BRP.")
            if persoon.onbekend:
                zin = self.tr("De BRP zegt dat er nog een ouder is, maar weet niet wie. Vraag het na.")
            self.add(Label(zin, ink=Ink.SUBTLE, wrap=True))
        if persoon.dossier is not None and persoon.rol != "jongere":
            self.add(self._naar_dossier(persoon, persoon.dossier, naam))
        self.add(1)

    def _merken(self, persoon: PersoonBeeld) -> list[QWidget]:
        merken: list[QWidget] = []
        if persoon.geheim:
            merken.append(Badge(self.tr("Geheim adres"), Tone.DANGER, Icon.MAP_PIN_OFF))
        if persoon.overleden:
            merken.append(Badge(self.tr("Overleden"), Tone.WARN, Icon.CIRCLE_ALERT))
        elif persoon.vertrokken:
            merken.append(Badge(self.tr("Vertrokken"), Tone.WARN, Icon.TRUCK))
        elif persoon.niet_ingezetene:
            merken.append(Badge(self.tr("Niet-ingezetene (RNI)"), Tone.WARN, Icon.TRUCK))
        return [*merken, *(DoubtBadge(twijfel) for twijfel in merken_van(persoon))]

    def _naar_dossier(self, persoon: PersoonBeeld, dossier: str, naam: str) -> Flow:
        link = LinkButton(self.tr("Open dossier"))
        link.setObjectName(f"dossier.open.{naam}")
        link.setAccessibleName(self.tr("Open dossier van {0}").format(persoon.naam))
        link.clicked.connect(lambda: self.geopend.emit(dossier))
        return Flow(link)


def _regels(persoon: PersoonBeeld, vandaag: date, meerderjarig: bool | None) -> list[QWidget]:
    rol = "" if persoon.onbekend else rolwoord(persoon)
    wie = " · ".join(deel for deel in (rol, gezag_in_woorden(persoon, meerderjarig)) if deel)
    leeftijd = leeftijd_in_woorden(persoon.geboren, vandaag) if not persoon.overleden else ""
    meer = " · ".join(deel for deel in (leeftijd, persoon.school) if deel)
    return [Label(tekst, ink=Ink.SUBTLE, wrap=True) for tekst in (wie, meer) if tekst]
