"""The tab Verzuim: hours per week as a chart with its table, and per report the hours of each day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem

from leerplicht_desktop.casework.queries.caseload import MeldingBeeld
from leerplicht_desktop.domain.verzuim.meldsoort import op_scherm
from leerplicht_desktop.domain.verzuim.meldstatus import ingetrokken_in_woorden, telt_mee
from leerplicht_desktop.domain.verzuim.urengrens import Urengrens
from leerplicht_desktop.domain.wet.kalender import Schoolkalender, kalender_van
from leerplicht_desktop.ui.kit.absence import AbsenceCard, AbsenceTable
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.chart import AbsenceChart, WeekHours, hours
from leerplicht_desktop.ui.kit.dates import short_date
from leerplicht_desktop.ui.kit.empty import EmptyState
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind

from .meldingwoorden import hoeveel, sinds_wanneer
from .paneelbeeld import Paneelbeeld
from .uitspraak import Uitspraakregel

_AS = 64
_PER_WEEK = 30
_MINST = 4
_SMALST = 170


class VerzuimBlad(Column):
    """Chart, count, reports."""

    def __init__(self, beeld: Paneelbeeld) -> None:
        super().__init__(gap=16)
        recht, meldingen = beeld.recht, beeld.dossier.meldingen
        if not meldingen:
            zin = self.tr("School meldde nog geen verzuim.")
            if beeld.dossier.ingetrokken:
                zin = self.tr("School trok in wat zij meldde.")
            self.add(EmptyState(Icon.FLAG, self.tr("Geen meldingen"), zin))
        if recht.weken:
            self.add(
                Weekkaart(
                    recht.eenheid,
                    self.tr("Nog uit te zoeken") if recht.onbeslist else self.tr("Ziek gemeld of verlof"),
                    recht.weken,
                    recht.grens,
                )
            )
        if recht.onbeslist:
            zin = self.tr("Gestreept: bij overig verzuim zoek je nog uit of er een geldige reden is.")
            self.add(Notice(NoticeKind.INFO, zin))
        if recht.weglating:
            self.add(Notice(NoticeKind.INFO, recht.weglating))
        if meldingen:
            kaart = Card(self.tr("De grens van {0}").format(recht.grens.uur))
            kaart.add(Uitspraakregel("uren_verzuim", recht.uren, self.tr("Hoe is dit geteld?")))
            self.add(kaart)
        school = beeld.dossier.school
        kalender = kalender_van(school.regio if school else "")
        for melding in (*meldingen, *beeld.dossier.ingetrokken):
            self.add(self._melding(melding, beeld, kalender))
        self.add(1)

    def _melding(self, melding: MeldingBeeld, beeld: Paneelbeeld, kalender: Schoolkalender | None) -> Card:
        datum = short_date(melding.datum_melding, beeld.vandaag)
        kaart = Card(op_scherm(melding.soort, melding.datum_melding))
        kaart.add(Label(self.tr("Gemeld op {0}").format(datum), ink=Ink.SUBTLE, wrap=True))
        if not telt_mee(melding.status):
            kaart.add(Notice(NoticeKind.WARNING, ingetrokken_in_woorden(melding.status_toelichting)))
        kaart.add(Label(f"{hoeveel(melding)} {sinds_wanneer(melding, beeld.vandaag)}", wrap=True))
        school_vraagt_niets = "" if melding.actie_gewenst else melding.toelichting or self.tr("Ja")
        for naam, tekst in (
            (self.tr("Wat school schrijft"), melding.reden),
            (self.tr("Wat school al deed"), melding.ondernomen_actie),
            (self.tr("School vraagt nu geen actie"), school_vraagt_niets),
            (self.tr("Alle lessen gemist"), self.tr("Ja") if melding.alle_lessen_gemist else ""),
            (self.tr("Waar de lessen zijn"), melding.leslocatie),
            (self.tr("Meldingsnummer"), melding.meldingsnummer),
        ):
            if tekst:
                kaart.add(Column(Label(naam, ink=Ink.SUBTLE), Label(tekst, wrap=True), gap=0))
        if melding.dagen:
            kaart.add(Dagentabel(melding, kalender))
        return kaart


class Weekkaart(AbsenceCard):
    """The chart with as many of the last weeks as fit."""

    def __init__(self, eenheid: str, gestreept: str, weken: Sequence[WeekHours], grens: Urengrens) -> None:
        super().__init__(unit=eenheid, excused=gestreept, window=grens.venster)
        self.setObjectName("dossier.verzuimgrafiek")
        self._weken, self._grens, self._getoond = list(weken), grens, 0
        self.restyle()
        self._pas()

    def restyle(self) -> None:
        """The chart never makes its card wider than the place it gets; it shows fewer weeks instead."""
        super().restyle()
        self.setMinimumWidth(look().px(_SMALST + 32))
        for deel in (*self.findChildren(AbsenceChart), *self.findChildren(AbsenceTable)):
            deel.setMinimumWidth(look().px(_SMALST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Counts again how many weeks fit."""
        super().resizeEvent(event)
        self._pas()

    def _pas(self) -> None:
        passen = (self.width() - look().px(32 + _AS)) // look().px(_PER_WEEK)
        aantal = max(_MINST, min(len(self._weken), passen))
        if aantal != self._getoond:
            self._getoond = aantal
            self.show_weeks(self._weken[-aantal:], self._grens.uren)


class Dagentabel(QTableWidget):
    """Hours per day of one report, as high as its rows; a day without teaching says why."""

    def __init__(self, melding: MeldingBeeld, kalender: Schoolkalender | None) -> None:
        eenheid = {"klokuur": "Klokuren", "lesuur": "Lesuren"}.get(melding.eenheid, "Uren")
        super().__init__(len(melding.dagen), 3)
        self.setAccessibleName(self.tr("{0} per dag").format(eenheid))
        self.setHorizontalHeaderLabels([self.tr("Dag"), eenheid, self.tr("Bijzonder")])
        self.verticalHeader().hide()
        kop = self.horizontalHeader()
        kop.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        kop.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for rij, (dag, uren) in enumerate(melding.dagen):
            vrij = kalender.waarom_geen_les(dag) if kalender is not None and kalender.kent(dag) else ""
            bijzonder = self.tr("Geen les: {0}").format(vrij) if vrij else ""
            for kolom, tekst in enumerate((short_date(dag), hours(uren), bijzonder)):
                self.setItem(rij, kolom, QTableWidgetItem(tekst))
        self.resizeRowsToContents()

    def sizeHint(self) -> QSize:
        """All rows, without scrolling."""
        rijen = sum(self.rowHeight(rij) for rij in range(self.rowCount()))
        return QSize(look().px(400), rijen + self.horizontalHeader().sizeHint().height() + 2)

    def minimumSizeHint(self) -> QSize:
        """All rows."""
        return QSize(look().px(180), self.sizeHint().height())
