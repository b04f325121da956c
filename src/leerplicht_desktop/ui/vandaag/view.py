"""Vandaag: at the left what I do, at the right what I must know."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from leerplicht_desktop.casework.queries.caseload import SyncBeeld, Werkplek
from leerplicht_desktop.casework.taak.vandaag import Dagdeel, NietAf
from leerplicht_desktop.casework.touched import Touched
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.dates import clock, date_with_year
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row, Scroll
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.taborder import set_order
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.scherm.scherm import Scherm

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
        self._mee = Label("", wrap=True)
        self._mee.setObjectName("vandaag.mee")
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
        naar = LinkButton(self.tr("Naar Synchronisatie"))
        naar.setObjectName("vandaag.sync")
        naar.clicked.connect(lambda: self._context.navigatie.ga("synchronisatie"))
        balk = Card(padding=12)
        balk.setAccessibleName(self.tr("Wat je bij je hebt"))
        rij = Row(IconMark(Icon.BRIEFCASE), gap=12)
        rij.add_stretched(self._mee)
        rij.add(naar)
        balk.add(rij)
        links = Column(self._afspraken, self._niet_af, 1, gap=24)
        rechts = Column(self._klokken, self._nieuws, 1, gap=24)
        helften = Reflow(_NAAST, (16, 24))
        helften.box.addWidget(links, 1)
        helften.box.addWidget(rechts, 1)
        inhoud = Column(kop, balk, helften, 1, gap=16, margins=(24, 24, 24, 24))
        rol = Scroll(inhoud, self.titel)
        rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.addWidget(rol)

    def _lees(self) -> None:
        self._dag.setText(date_with_year(self._context.klok.vandaag()))
        self._context.lees(lambda caseload: caseload.sync(), self._toon_mee)
        self._presenter.laad()

    def _toon_mee(self, beeld: SyncBeeld) -> None:
        self._mee.setText(_mee(beeld, self._context.klok.vandaag()))

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


def _mee(beeld: SyncBeeld, vandaag: date) -> str:
    """How old what is taken along is, and what still waits here."""
    if beeld.laatst is None:
        oud = "Nog niet gesynchroniseerd: haal je dossiers op voor je weggaat."
    else:
        hier = in_nederland(beeld.laatst)
        dagen = (vandaag - hier.date()).days
        dag = {0: "vandaag", 1: "gisteren"}.get(dagen, f"{dagen} dagen geleden")
        oud = f"Je dossiers zijn van {dag} {clock(hier)}."
    if beeld.te_verzenden == 1:
        return f"{oud} 1 wijziging wacht nog op verzending."
    if beeld.te_verzenden:
        return f"{oud} {beeld.te_verzenden} wijzigingen wachten nog op verzending."
    return f"{oud} Alles is verstuurd."
