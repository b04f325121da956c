"""Vandaag: at the left what I do, at the right what I must know."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from leerplicht_desktop.casework.laptop.gereed import gereedstand, ontbreekt
from leerplicht_desktop.casework.ports.toestel import Toestel
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.taak.vandaag import Dagdeel, NietAf
from leerplicht_desktop.casework.touched import Touched
from leerplicht_desktop.ui.kit.dates import date_with_year
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row, Scroll
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.taborder import set_order
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.scherm.scherm import Scherm

from .gereed import Gereedkaart
from .klokken import Klokken
from .lijstjes import Lijstje, van_afspraak, van_concept, van_nieuws
from .presenter import DagPresenter

_NAAST = 900
"""From this width the two halves stand beside each other (pixels at 10.5 pt)."""


class VandaagScherm(Scherm):
    """The first screen of a day."""

    naam = "vandaag"

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.titel = self.tr("Vandaag")
        self._context = context
        self._presenter = DagPresenter(context, self)
        self._dag = Label("", ink=Ink.SUBTLE)
        self._dag.setObjectName("vandaag.dag")
        self._gereed = Gereedkaart()
        self._gereed.gevraagd.connect(lambda scherm: context.navigatie.ga(scherm))
        self._afspraken = Lijstje(
            "afspraken", self.tr("Afgesproken"), self.tr("Voor vandaag is niets afgesproken.")
        )
        self._niet_af = Lijstje("niet_af", self.tr("Niet af"), self.tr("Alles wat je begon, is vastgelegd."))
        self._klokken = Klokken()
        self._klokken.geopend.connect(self._open)
        self._nieuws = Lijstje(
            "nieuws", self.tr("Veranderd sinds gisteren"), self.tr("Er kwam niets nieuws binnen.")
        )
        self._bouw()

    def toon(self, werkplek: Werkplek) -> None:
        """Read the day."""
        self._lees()

    def geraakt(self, touched: Touched) -> None:
        """Something changed: look again at what it was about."""
        self._presenter.vergeet(touched)
        if self.isVisible():
            self._lees()

    def toon_dag(self, dag: Dagdeel, nog: int) -> None:
        """Show what was found so far; ``nog`` dossiers are still to be looked at."""
        vandaag = self._context.klok.vandaag()
        klaar = not nog
        straks = [een for een in dag.looptijden if een.taak and een.uiterlijk == vandaag]
        self._afspraken.toon(
            [van_afspraak(een, partial(self._open, een.dossier)) for een in straks],
            str(len(straks)) if straks else "",
            klaar=klaar,
        )
        self._klokken.toon([een for een in dag.looptijden if een not in straks], vandaag, nog)
        self._niet_af.toon(
            [van_concept(een, vandaag, partial(self._verder, een)) for een in dag.niet_af],
            self.tr("nog alleen bij jou") if dag.niet_af else "",
            klaar=klaar,
        )
        self._nieuws.toon(
            [van_nieuws(een, vandaag, partial(self._open, een.dossier)) for een in dag.nieuws],
            self._hoeveel(len(dag.nieuws), len({een.wie for een in dag.nieuws})),
            klaar=klaar,
        )
        set_order(self)

    def _bouw(self) -> None:
        kop = Row(Label(self.titel, Type.TITLE), self._dag, 1, gap=12)
        links = Column(self._afspraken, self._niet_af, 1, gap=24)
        rechts = Column(self._klokken, self._nieuws, 1, gap=24)
        helften = Reflow(_NAAST, (16, 24))
        helften.box.addWidget(links, 1)
        helften.box.addWidget(rechts, 1)
        inhoud = Column(kop, self._gereed, helften, 1, gap=16, margins=(24, 24, 24, 24))
        rol = Scroll(inhoud, self.titel)
        rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.addWidget(rol)

    def _lees(self) -> None:
        self._dag.setText(date_with_year(self._context.klok.vandaag()))
        self._context.zij.submit(self._kijk, self._gekeken, self._context.navigatie.probleem)
        self._presenter.laad()

    def _kijk(self) -> tuple[Toestel, tuple[str, ...]]:
        """On the lane of paper: neither printers nor forms may keep a key from the vault."""
        return self._context.toestel.nu(), self._context.papier.formulieren().onbruikbaar

    def _gekeken(self, gezien: tuple[Toestel, tuple[str, ...]]) -> None:
        vandaag = self._context.klok.vandaag()
        self._context.doe(
            lambda work: gereedstand(work, vandaag, *gezien),
            lambda stand: self._gereed.toon(stand, ontbreekt(stand)),
        )

    def _open(self, dossier: str) -> None:
        if dossier:
            self._context.navigatie.ga("dossiers", dossier)

    def _verder(self, een: NietAf) -> None:
        self._context.navigatie.ga(een.scherm, een.id)

    def _hoeveel(self, dingen: int, mensen: int) -> str:
        if not dingen:
            return ""
        ding = self.tr("1 ding") if dingen == 1 else self.tr("{0} dingen").format(dingen)
        wie = self.tr("van 1 persoon") if mensen == 1 else self.tr("van {0} mensen").format(mensen)
        return f"{ding}, {wie}"
