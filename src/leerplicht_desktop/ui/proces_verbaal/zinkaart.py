"""One sentence of the chronology: as it reads on paper, where it comes from, and what may be done to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from leerplicht_desktop.casework.concepten import Conceptzin
from leerplicht_desktop.domain.handhaving.pvzin import Bronstand, Stand, Zinsoort, vraagt_reden
from leerplicht_desktop.domain.handhaving.zintekst import STANDKOP, zintekst
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.ui.formulier.vak import Vak
from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.buttons import LinkButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.dates import clock, date_with_year
from leerplicht_desktop.ui.kit.fields import Field, NoteEdit
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Flow, Row
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.tokens import Tone, Type

from .model import PVVorm
from .redenvak import Redenvak
from .vlak import Doe, zet
from .zingereedschap import Zingereedschap

Signatuur = tuple[str, bool, bool, bool, Bronstand]


def signatuur(zin: Conceptzin) -> Signatuur:
    """What decides the parts of a card: when it changes, the card is made anew."""
    bevinding = zin.bevinding
    bewerkt = bool(bevinding.delen or bevinding.afgeschermd)
    return zin.id, zin.weggelaten, bevinding.weergegeven, bewerkt, bevinding.bronstand


class Zinkaart(Card):
    """``gekozen`` carries the reason, ``weg`` takes it off the paper, ``daad`` the name of an act with the
    characters it is about.
    """

    gekozen = Signal(str)
    weg = Signal()
    neem_over_bron = Signal()
    daad = Signal(str, int, int)

    def __init__(self, doe: Doe, zin: Conceptzin, stand: Stand | None, nummer: int) -> None:
        super().__init__(padding=12, gap=8)
        self.id, self._doe, self._stand = zin.id, doe, stand
        bevinding = zin.bevinding
        self._naam = f"pv.zin.{nummer}"
        self.setAccessibleName(self.tr("Zin {0}, {1}").format(nummer, zintekst(bevinding).wanneer))
        self.setObjectName(f"{self._naam}.kaart")
        self.tekst: NoteEdit | None = None
        self._gelezen = Label("", wrap=True)
        self._gelezen.setObjectName(f"{self._naam}.gelezen")
        self._moment: tuple[Field, Field] | None = None
        if bevinding.eigen_woorden:
            self._voeg_tekst_toe(zin)
        self._kop = Flow(gap=8)
        self.add(self._kop, self._gelezen)
        if bevinding.soort is Zinsoort.EIGEN:
            self._voeg_moment_toe()
        self._bron = Label("", ink=Ink.SUBTLE, wrap=True)
        rij = Row(gap=8)
        rij.add_top(IconMark(Icon.LINK if zin.bron_id else Icon.PENCIL, Ink.SUBTLE, 16))
        rij.add_stretched(self._bron)
        self.add(rij)
        self._vak = Vak(QWidget())
        self.add(self._vak)
        self._voeg_knoppen_toe(zin)

    def toon(self, zin: Conceptzin, vorm: PVVorm) -> None:
        """Show it as it now stands; what is being typed stays."""
        bevinding = zin.bevinding
        self._gelezen.setText(zintekst(bevinding, self._stand).tekst)
        self._gelezen.setVisible(bevinding.soort is not Zinsoort.EIGEN)
        gedrukt = zintekst(bevinding, self._stand)
        reden = f" · {bevinding.reden}" if bevinding.reden and not zin.weggelaten else ""
        self._bron.setText(f"{gedrukt.wanneer} · {gedrukt.bron}{reden}")
        if self.tekst is not None and self.tekst.toPlainText() != bevinding.tekst:
            self.tekst.blockSignals(True)
            self.tekst.setPlainText(bevinding.tekst)
            self.tekst.blockSignals(False)
        if self._moment is not None and not vorm.fout(f"zin.{zin.id}"):
            moment = in_nederland(bevinding.moment)
            zet(self._moment[0], date_with_year(moment.date()))
            zet(self._moment[1], clock(moment))
        punten = tuple(punt for punt in vorm.onder("bevindingen") if vorm.beeld.zin(punt.veld) == zin.id)
        self._vak.toon(punten, vorm.fout(f"zin.{zin.id}"))
        self._vak.setVisible(bool(self._vak.bericht))
        self._toon_merken(zin)

    def pak(self) -> QWidget:
        """Put the focus where a point leads; gives what has it."""
        doel = self.tekst or self._eerste_knop
        doel.setFocus()
        return doel

    def neem_over(self) -> None:
        """Count day and time of an own sentence as typed."""
        if self._moment is not None:
            dag, tijd = self._moment
            self._doe(lambda werk: werk.zin_moment(self.id, dag.text(), tijd.text()))

    def _toon_merken(self, zin: Conceptzin) -> None:
        self._kop.clear()
        bron = zin.bevinding.bron
        if self._stand is not None:
            self._kop.add(Badge(STANDKOP[self._stand], Tone.OPSPORING, Icon.SCALE))
        elif bron.record:
            wpg = bron.regime is Regime.WPG
            woord, tint = (
                (self.tr("Opsporing"), Tone.OPSPORING) if wpg else (self.tr("Toezicht of hulp"), Tone.NEUTRAL)
            )
            self._kop.add(Badge(woord, tint, Icon.SCALE if wpg else Icon.SHIELD))
        if zin.bevinding.bronstand is not Bronstand.GELIJK:
            self._kop.add(Badge(self.tr("Bron veranderd"), Tone.DANGER, Icon.CIRCLE_ALERT))
        self._kop.setVisible(bool(bron.record))

    def _voeg_tekst_toe(self, zin: Conceptzin) -> None:
        veld = NoteEdit(self.accessibleName(), least=1, most=60)
        # The box is as high as its text; a bar beside one line would only hide words.
        veld.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        veld.setObjectName(self._naam)
        veld.textChanged.connect(lambda: self._doe(lambda werk: werk.zin_tekst(self.id, veld.toPlainText())))
        self.tekst = veld
        if zin.bevinding.weergegeven:
            self.add(Label(self.tr("In je eigen woorden, zakelijk weergegeven"), Type.LABEL))
        self.add(veld)

    def _voeg_moment_toe(self) -> None:
        dag, tijd = Field(self.tr("Dag")), Field(self.tr("Tijd"))
        dag.edit.setObjectName(f"{self._naam}.dag")
        tijd.edit.setObjectName(f"{self._naam}.tijd")
        naast = Reflow(360, (16, 8))
        for veld, deel in ((dag, 2), (tijd, 1)):
            naast.box.addWidget(veld, deel, Qt.AlignmentFlag.AlignTop)
            veld.edit.editingFinished.connect(self.neem_over)
        self._moment = (dag, tijd)
        self.add(naast)

    def _voeg_knoppen_toe(self, zin: Conceptzin) -> None:
        knoppen = Flow(gap=12)
        self._reden = Redenvak(self._naam)
        self._reden.gekozen.connect(self.gekozen)
        if zin.weggelaten:
            self._eerste_knop: QWidget = self._knop(
                ".op", self.tr("Zet op papier"), lambda: self._kies(zin), Icon.PLUS
            )
        else:
            weg = self.tr("Haal weg") if zin.bevinding.soort is Zinsoort.EIGEN else self.tr("Laat van papier")
            self._eerste_knop = self._knop(".weg", weg, self.weg.emit, Icon.TRASH_2)
        knoppen.add(self._eerste_knop)
        if zin.bevinding.bronstand is Bronstand.VERBETERD:
            knoppen.add(
                self._knop(
                    ".over", self.tr("Neem de verbeterde tekst over"), self.neem_over_bron.emit, Icon.UNDO_2
                )
            )
        self.add(knoppen, self._reden)
        if zin.bevinding.soort is Zinsoort.EIGEN or zin.weggelaten:
            return
        gereedschap = Zingereedschap(self._naam, zin.bevinding)
        gereedschap.daad.connect(self.daad)
        open_ = LinkButton(self.tr("Toon en bewerk de bron"))
        open_.setObjectName(f"{self._naam}.bewerk")
        open_.clicked.connect(lambda: gereedschap.setVisible(gereedschap.isHidden()))
        knoppen.add(open_)
        gereedschap.setVisible(bool(zin.bevinding.delen or zin.bevinding.afgeschermd))
        self.add(gereedschap)

    def _kies(self, zin: Conceptzin) -> None:
        if vraagt_reden(zin.bevinding, self._stand):
            self._reden.vraag(zin.bevinding.reden)
        else:
            self.gekozen.emit("")

    def _knop(self, achter: str, woord: str, doe: Callable[[], None], icoon: Icon) -> OutlinedButton:
        knop = OutlinedButton(woord, icoon)
        knop.setObjectName(f"{self._naam}{achter}")
        knop.clicked.connect(lambda _: doe())
        return knop
