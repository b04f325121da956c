"""The fields of a note, in the order in which an officer thinks of them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from leerplicht_desktop.domain.bezoek.gespreksnotitie import Gespreksvorm
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.choices import ChoiceGroup, FilterPill
from leerplicht_desktop.ui.kit.dates import clock, long_date, short_date
from leerplicht_desktop.ui.kit.fields import Field, NoteField
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.taborder import set_order
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

from .afspraken import Afspraken
from .model import VORMEN, GesprekBeeld

_BREEDST = 760


class Formulier(Column):
    """Emits what was typed and chosen; ``toon`` never overwrites a field that is being written in."""

    met_wie = Signal(str)
    jongeren = Signal(object)
    hoe = Signal(object)
    tekst = Signal(str)
    reden = Signal(str)
    dag = Signal(str)
    tijd = Signal(str)
    verhoor = Signal()
    """The one who is spoken with becomes a suspect: from here on it is a hearing of its own (R17)."""

    def __init__(self) -> None:
        super().__init__(gap=20, margins=(24, 16, 24, 24))
        self.bericht = Notice(NoticeKind.WARNING, "")
        self.bericht.hide()
        self._reden = NoteField(
            self.tr("Waarom verbeter je deze notitie?"), self.tr("De eerste versie blijft bewaard."), least=2
        )
        self._reden.edit.setObjectName("gesprek.reden")
        self._wie = Field(self.tr("Met wie sprak je?"), placeholder=self.tr("Naam en wie het is"))
        self._wie.edit.setObjectName("gesprek.met_wie")
        self._voorstellen = Flow(gap=8)
        self._datum = Field(self.tr("Dag"), placeholder=self.tr("vandaag, gisteren, 21-11"))
        self._datum.edit.setObjectName("gesprek.datum")
        self._tijd = Field(self.tr("Tijd"), placeholder=self.tr("13:40"))
        self._tijd.edit.setObjectName("gesprek.tijd")
        self.verslag = NoteField(
            self.tr("Wat is er gezegd?"),
            placeholder=self.tr(
                "Schrijf op wat er is gezegd en wie dat zei. Elke letter wordt meteen bewaard."
            ),
            least=8,
            most=30,
        )
        self.verslag.edit.setObjectName("gesprek.tekst")
        self.afspraken = Afspraken()
        self._pillen = Flow(gap=8)
        self._over_wie = Column(Label(self.tr("Over wie"), Type.LABEL), self._pillen, gap=4)
        self._over_fout = Label("", wrap=True)
        self._over_wie.add(self._over_fout)
        self._vormen = ChoiceGroup(self)
        self._beeld: GesprekBeeld | None = None
        self._bouw()

    def toon(self, beeld: GesprekBeeld, vandaag: date) -> None:
        """Show the note as it now stands."""
        self._beeld = beeld
        notitie = beeld.notitie
        moment = plaatselijk(notitie.gesproken_op)
        self._reden.setVisible(notitie.corrigeert is not None)
        _zet_tekst(self._reden, notitie.reden_correctie)
        self._reden.set_error(beeld.fout("reden_correctie"))
        _zet(self._wie, notitie.met_wie)
        self._wie.set_error(beeld.fout("met_wie"))
        for veld, naam, tekst in (
            (self._datum, "datum", short_date(moment.date(), vandaag)),
            (self._tijd, "tijd", clock(moment)),
        ):
            veld.set_error(beeld.fout(naam))
            if not beeld.fout(naam) and not veld.edit.isModified():
                veld.set_text(tekst)
        self._datum.set_help(long_date(moment.date()))
        self._vormen.choose(notitie.hoe.value)
        _zet_tekst(self.verslag, notitie.tekst)
        self.verslag.set_error(beeld.fout("tekst"))
        self.afspraken.toon(beeld, vandaag)
        self._toon_jongeren(beeld)
        self._toon_voorstellen(beeld)
        set_order(self)
        self.afspraken.zet_volgorde()

    def ga_naar(self, veld: str, cursor: int) -> None:
        """Put the focus on a field, with the cursor at a place (below 0: at the end)."""
        if veld.startswith("afspraak."):
            _, id_, deel = veld.split(".")
            self.afspraken.focus(id_, deel)
            return
        gewoon = {"met_wie": self._wie, "datum": self._datum, "tijd": self._tijd}
        if veld in gewoon:
            gewoon[veld].edit.setFocus()
            if cursor >= 0:
                gewoon[veld].edit.setCursorPosition(cursor)
            return
        lang = self._reden if veld == "reden_correctie" else self.verslag
        if not veld and self._beeld is not None and not self._beeld.notitie.met_wie:
            self._wie.edit.setFocus()
            return
        plek = lang.edit.textCursor()
        eind = lang.edit.document().characterCount() - 1
        plek.setPosition(min(cursor, eind) if cursor >= 0 else eind)
        lang.edit.setTextCursor(plek)
        lang.edit.setFocus()

    def neem_over(self) -> None:
        """Count as typed what still stands in a field of days and times."""
        self._getypt(self._datum, self.dag)
        self._getypt(self._tijd, self.tijd)
        self.afspraken.neem_over()

    def plek(self) -> tuple[str, int]:
        """The field that is written in and the cursor there; the text when it is none of the others."""
        for naam, veld in (("met_wie", self._wie), ("datum", self._datum), ("tijd", self._tijd)):
            if veld.edit.hasFocus():
                return naam, veld.edit.cursorPosition()
        if self._reden.edit.hasFocus():
            return "reden_correctie", self._reden.edit.textCursor().position()
        return "tekst", self.verslag.edit.textCursor().position()

    @staticmethod
    def _getypt(veld: Field, signaal: SignalInstance) -> None:
        """From here on the field may show what was understood; while it is typed in it is left alone."""
        veld.edit.setModified(False)
        signaal.emit(veld.text())

    def _toon_jongeren(self, beeld: GesprekBeeld) -> None:
        gezin = beeld.omgeving.gezin
        self._over_wie.setVisible(len(gezin) > 1)
        self._over_fout.setText(beeld.fout("dossiers"))
        self._over_fout.setVisible(bool(beeld.fout("dossiers")))
        namen = {f"gesprek.jongere.{regel.dossier}": regel for regel in gezin}
        pillen = {pil.objectName(): pil for pil in _zichtbaar(self._pillen)}
        if set(pillen) != set(namen):
            self._pillen.clear()
            pillen = {}
            for naam, regel in namen.items():
                pillen[naam] = FilterPill(regel.naam)
                pillen[naam].setObjectName(naam)
                pillen[naam].clicked.connect(self._kies_jongeren)
                self._pillen.add(pillen[naam])
        for naam, regel in namen.items():
            pillen[naam].setChecked(regel.dossier in beeld.notitie.dossiers)

    def _kies_jongeren(self) -> None:
        if self._beeld is None:
            return
        aan = {pil.objectName() for pil in _zichtbaar(self._pillen) if pil.isChecked()}
        alle = [regel.dossier for regel in self._beeld.omgeving.gezin]
        elders = [dossier for dossier in self._beeld.notitie.dossiers if dossier not in alle]
        self.jongeren.emit((*(naam for naam in alle if f"gesprek.jongere.{naam}" in aan), *elders))

    def _toon_voorstellen(self, beeld: GesprekBeeld) -> None:
        partners = beeld.omgeving.partners
        pillen = _zichtbaar(self._voorstellen)
        if tuple(pil.words for pil in pillen) != partners:
            self._voorstellen.clear()
            for nummer, partner in enumerate(partners):
                pil = FilterPill(partner)
                pil.setObjectName(f"gesprek.voorstel.{nummer}")
                pil.clicked.connect(lambda _, partner=partner: self._neem(partner))
                self._voorstellen.add(pil)
            pillen = _zichtbaar(self._voorstellen)
        for pil in pillen:
            pil.setChecked(pil.words == beeld.notitie.met_wie)

    def _neem(self, partner: str) -> None:
        self._wie.set_text(partner)
        self.met_wie.emit(partner)

    def _bouw(self) -> None:
        moment = Reflow(420, (16, 8))
        moment.box.addWidget(self._datum, 2, Qt.AlignmentFlag.AlignTop)
        moment.box.addWidget(self._tijd, 1, Qt.AlignmentFlag.AlignTop)
        vormen = Flow(gap=8)
        for vorm, woord in VORMEN:
            pil = FilterPill(woord)
            pil.setObjectName(f"gesprek.hoe.{vorm.value}")
            self._vormen.add(vorm.value, pil)
            vormen.add(pil)
        delen: tuple[QWidget, ...] = (
            self.bericht,
            self._reden,
            self._over_wie,
            Column(self._wie, self._voorstellen, gap=8),
            moment,
            Column(Label(self.tr("Hoe"), Type.LABEL), vormen, gap=4),
            self.verslag,
            Column(Label(self.tr("Afspraken"), Type.HEADING), self.afspraken, gap=4),
        )
        self.add(*delen, self._overgang(), 1)
        self._wie.changed.connect(self.met_wie)
        self._vormen.picked.connect(lambda sleutel: self.hoe.emit(Gespreksvorm(sleutel)))
        self._datum.edit.editingFinished.connect(lambda: self._getypt(self._datum, self.dag))
        self._tijd.edit.editingFinished.connect(lambda: self._getypt(self._tijd, self.tijd))
        self.verslag.changed.connect(lambda: self.tekst.emit(self.verslag.text()))
        self._reden.changed.connect(lambda: self.reden.emit(self._reden.text()))

    def _overgang(self) -> Column:
        """The way out of a talk that turns into a hearing: quiet, for help comes first."""
        zin = self.tr(
            "Verdenk je iemand nu echt? Stop dan met dit gesprek. Een verhoor heeft een eigen verslag, met "
            "cautie."
        )
        link = LinkButton(self.tr("Begin een verhoor"))
        link.setObjectName("gesprek.verhoor")
        link.clicked.connect(self.verhoor)
        return Column(Label(zin, ink=Ink.SUBTLE, wrap=True), Flow(link), gap=4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines stay readable in a wide window."""
        super().resizeEvent(event)
        self.setMaximumWidth(look().px(_BREEDST))


def _zichtbaar(pillen: Flow) -> list[FilterPill]:
    """The pills in their order, without those that were taken away a moment ago."""
    return [pil for pil in pillen.findChildren(FilterPill) if not pil.isHidden()]


def _zet(veld: Field, tekst: str) -> None:
    if veld.text() != tekst:
        veld.set_text(tekst)


def _zet_tekst(veld: NoteField, tekst: str) -> None:
    if veld.text() != tekst:
        veld.edit.blockSignals(True)
        veld.set_text(tekst)
        veld.edit.blockSignals(False)
