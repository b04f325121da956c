"""The steps in which something of the dossier is joined: hearings that were vastgelegd, and annexes."""

from __future__ import annotations

from PySide6.QtCore import Signal

from leerplicht_desktop.domain.handhaving.datumpunten import niet_gehoord_over
from leerplicht_desktop.domain.stuk.opnamedag import Dagbron
from leerplicht_desktop.ui.formulier.vak import met_regel
from leerplicht_desktop.ui.kit.buttons import LinkButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.dates import date_with_year, short_moment
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow
from leerplicht_desktop.ui.kit.ticks import Tick
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

from .model import PVVorm
from .vlak import Doe, Stapvlak, zet

_HASH = 8
_VOLGENS = {Dagbron.CAMERA: " volgens de camera", Dagbron.TOEVOEGEN: " toegevoegd"}


def hash_tekst(sha256: str) -> str:
    """A hash that can be read and can be broken over lines: groups of eight."""
    return " ".join(sha256[plaats : plaats + _HASH] for plaats in range(0, len(sha256), _HASH))


class VerhoorVlak(Stapvlak):
    """Emits ``gekozen`` with the ids that are joined, ``geopend`` with one to read, ``nieuw`` for another."""

    gekozen = Signal(object)
    geopend = Signal(str)
    nieuw = Signal()

    def __init__(self, doe: Doe) -> None:
        super().__init__(
            doe,
            "Verhoor",
            "Een vastgelegd verhoor gaat in zijn geheel mee. Wat vóór de cautie is gezegd, hoort er niet in.",
        )
        self._lijst = Column(gap=8)
        self.vak("verhoor", self._lijst)
        knop = OutlinedButton(self.tr("Nieuw verhoor"), Icon.PLUS)
        knop.setObjectName("pv.verhoor.nieuw")
        self.add(Flow(knop))
        self._niet = self.lang(
            "niet_gehoord",
            self.tr("Waarom is de verdachte niet gehoord?"),
            self.tr("Twee keer opgeroepen, twee keer niet verschenen"),
        )
        self._na = self.lang(
            "na_verhoor",
            self.tr("Waarom niet gehoord over de dagen erna?"),
            self.tr("De verdachte kwam niet op de tweede oproep"),
        )
        self.add(1)
        knop.clicked.connect(self.nieuw)
        self._getoond: object = None

    def toon(self, vorm: PVVorm) -> None:
        """Show the hearings of these dossiers, with what is still advised about the joined ones."""
        super().toon(vorm)
        zet(self._niet, vorm.pv.niet_gehoord)
        self.vakken["niet_gehoord"].setVisible(not vorm.concept.verhoren and not vorm.pv.gehoord_in)
        zet(self._na, vorm.pv.na_verhoor)
        self.vakken["na_verhoor"].setVisible(bool(niet_gehoord_over(vorm.pv)))
        adviezen = vorm.onder("verhoor")
        getoond = (vorm.beeld.verhoren, vorm.concept.verhoren, adviezen)
        if getoond == self._getoond:
            return
        self._getoond = getoond
        self._lijst.clear()
        for nummer, blad in enumerate(vorm.beeld.verhoren):
            kaart = Card(padding=12, gap=4)
            wanneer = short_moment(plaatselijk(blad.verhoor.begin))
            vink = Tick(
                f"{blad.verdachte.naam}, {wanneer}", "" if not blad.is_concept else self.tr("Concept")
            )
            vink.setObjectName(f"pv.verhoor.{nummer}")
            vink.setChecked(blad.id in vorm.concept.verhoren)
            vink.setEnabled(not blad.is_concept)
            vink.clicked.connect(lambda aan, id_=blad.id: self._kies(vorm, id_, aan=aan))
            link = LinkButton(self.tr("Lees het verhoor") if not blad.is_concept else self.tr("Maak het af"))
            link.setObjectName(f"pv.verhoor.{nummer}.lees")
            link.clicked.connect(lambda _, id_=blad.id: self.geopend.emit(id_))
            kaart.add(vink)
            if blad.id in vorm.concept.verhoren:
                begin = f"verhoor.{vorm.concept.verhoren.index(blad.id)}."
                for punt in adviezen:
                    if punt.veld.startswith(begin):
                        kaart.add(Label(met_regel(punt), ink=Ink.SUBTLE, wrap=True))
            kaart.add(Flow(link))
            self._lijst.add(kaart)
            kaart.show()

    def _kies(self, vorm: PVVorm, id_: str, *, aan: bool) -> None:
        anders = tuple(een for een in vorm.concept.verhoren if een != id_)
        self.gekozen.emit((*anders, id_) if aan else anders)


class BijlagenVlak(Stapvlak):
    """Emits ``gekozen`` with the ids of the annexes, in order."""

    gekozen = Signal(object)

    def __init__(self, doe: Doe) -> None:
        super().__init__(
            doe,
            "Bijlagen",
            "Kies wat je meestuurt. Op papier komt een lijst met de hash van elk stuk.",
        )
        self._leeg = Label(
            self.tr(
                "In dit dossier staan nog geen bijlagen. Voeg foto's, scans en pdf's toe bij het dossier."
            ),
            ink=Ink.SUBTLE,
            wrap=True,
        )
        self._lijst = Column(gap=8)
        self.vak("bijlagen", Column(self._leeg, self._lijst, gap=8))
        self.add(1)
        self._getoond: object = None

    def toon(self, vorm: PVVorm) -> None:
        """Show the attachments of these dossiers."""
        super().toon(vorm)
        self._leeg.setVisible(not vorm.beeld.bijlagen)
        getoond = (vorm.beeld.bijlagen, vorm.concept.bijlagen)
        if getoond == self._getoond:
            return
        self._getoond = getoond
        self._lijst.clear()
        for nummer, bijlage in enumerate(vorm.beeld.bijlagen):
            bladen = "1 blad" if bijlage.bladzijden == 1 else f"{bijlage.bladzijden} bladen"
            wanneer = f"{date_with_year(bijlage.dag)}{_VOLGENS.get(bijlage.volgens, '')}"
            uitleg = f"{bijlage.soort.value}, {bladen}, {wanneer}, hash {bijlage.sha256[:_HASH]}"
            vink = Tick(bijlage.titel, uitleg)
            vink.setObjectName(f"pv.bijlage.{nummer}")
            vink.setChecked(bijlage.id in vorm.concept.bijlagen)
            vink.clicked.connect(lambda aan, id_=bijlage.id: self._kies(vorm, id_, aan=aan))
            self._lijst.add(vink)
            vink.show()

    def _kies(self, vorm: PVVorm, id_: str, *, aan: bool) -> None:
        anders = tuple(een for een in vorm.concept.bijlagen if een != id_)
        self.gekozen.emit((*anders, id_) if aan else anders)
