"""The third step: the chronology, each sentence with its source; own observation apart from hearsay."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from leerplicht_desktop.casework.concepten import Conceptzin
from leerplicht_desktop.casework.proces_verbaal.bijhouden import lees_tekst
from leerplicht_desktop.domain.handhaving.proces_verbaal import Kennis
from leerplicht_desktop.ui.formulier.vak import Vak, noem_link
from leerplicht_desktop.ui.kit.buttons import IconButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.dates import clock, date_with_year, short_moment
from leerplicht_desktop.ui.kit.fields import Field, NoteEdit
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

from .model import KENNIS, PVVorm, bronwoorden
from .vlak import Doe, Stapvlak, zet


class Zinkaart(Card):
    """One sentence: its text, its source, who told it; ``weg`` keeps it off the paper or brings it back."""

    weg = Signal(bool)

    def __init__(self, doe: Doe, zin: Conceptzin, nummer: int) -> None:
        super().__init__(padding=12, gap=8)
        self.id = zin.id
        self._doe, self._op_papier = doe, True
        wanneer = short_moment(plaatselijk(zin.bevinding.moment))
        naam = self.tr("Zin {0}, {1}").format(nummer, wanneer)
        self.setAccessibleName(naam)
        self.tekst = NoteEdit(naam, least=1, most=60)
        # The box is as high as its text; a bar beside one line would only hide words.
        self.tekst.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tekst.setObjectName(f"pv.zin.{nummer}")
        self._weg = IconButton(Icon.TRASH_2, "", quiet=True)
        self._weg.setObjectName(f"pv.zin.{nummer}.weg")
        boven = Row(gap=8)
        boven.add_stretched(self.tekst)
        boven.add_top(self._weg)
        self.add(boven, _bronregel(zin, wanneer))
        self.van_wie: Field | None = None
        if zin.bevinding.kennis is Kennis.GEHOORD_VAN:
            self._voeg_van_wie_toe(nummer)
        self._moment: tuple[Field, Field] | None = None
        if not zin.bron_id:
            self._voeg_moment_toe(nummer)
        self._vak = Vak(self.van_wie or QWidget())
        self.add(self._vak)
        self.tekst.textChanged.connect(
            lambda: self._doe(lambda werk: werk.zin_tekst(self.id, self.tekst.toPlainText()))
        )
        self._weg.clicked.connect(lambda: self.weg.emit(self._op_papier))

    def toon(self, zin: Conceptzin, vorm: PVVorm) -> None:
        """Show it as it now stands; what is being typed stays."""
        self._op_papier = not zin.weggelaten
        if self.tekst.toPlainText() != zin.bevinding.tekst:
            self.tekst.blockSignals(True)
            self.tekst.setPlainText(zin.bevinding.tekst)
            self.tekst.blockSignals(False)
        self.tekst.setEnabled(self._op_papier)
        eigen = self.tr("Haal deze zin weg")
        terug, niet = self.tr("Zet deze zin op papier"), self.tr("Laat deze zin van het papier")
        self._weg.set_name(eigen if not zin.bron_id else terug if zin.weggelaten else niet)
        self._weg.set_icon(Icon.UNDO_2 if zin.weggelaten else Icon.TRASH_2)
        if self.van_wie is not None:
            zet(self.van_wie, zin.bevinding.van_wie)
        if self._moment is not None and not vorm.fout(f"zin.{zin.id}"):
            moment = plaatselijk(zin.bevinding.moment)
            zet(self._moment[0], date_with_year(moment.date()))
            zet(self._moment[1], clock(moment))
        punten = tuple(punt for punt in vorm.onder("bevindingen") if vorm.beeld.zin(punt.veld) == zin.id)
        self._vak.toon(punten, vorm.fout(f"zin.{zin.id}"))
        self._vak.setVisible(self.van_wie is not None or bool(self._vak.bericht))

    def pak(self, veld: str) -> QWidget:
        """Put the focus where a point leads; gives what has it."""
        doel = self.van_wie.edit if veld.endswith("van_wie") and self.van_wie is not None else self.tekst
        doel.setFocus()
        return doel

    def neem_over(self) -> None:
        """Count day and time of an own sentence as typed."""
        if self._moment is not None:
            dag, tijd = self._moment
            self._doe(lambda werk: werk.zin_moment(self.id, dag.text(), tijd.text()))

    def _voeg_van_wie_toe(self, nummer: int) -> None:
        veld = Field(self.tr("Van wie hoorde je dit?"))
        veld.edit.setObjectName(f"pv.zin.{nummer}.van_wie")
        veld.changed.connect(lambda tekst: self._doe(lambda werk: werk.zin_van_wie(self.id, tekst)))
        self.van_wie = veld

    def _voeg_moment_toe(self, nummer: int) -> None:
        dag, tijd = Field(self.tr("Dag")), Field(self.tr("Tijd"))
        dag.edit.setObjectName(f"pv.zin.{nummer}.dag")
        tijd.edit.setObjectName(f"pv.zin.{nummer}.tijd")
        naast = Reflow(360, (16, 8))
        for veld, deel in ((dag, 2), (tijd, 1)):
            naast.box.addWidget(veld, deel, Qt.AlignmentFlag.AlignTop)
            veld.edit.editingFinished.connect(self.neem_over)
        self._moment = (dag, tijd)
        self.add(naast)


def _bronregel(zin: Conceptzin, wanneer: str) -> Row:
    rij = Row(gap=8)
    rij.add_top(IconMark(Icon.LINK if zin.bron_id else Icon.PENCIL, Ink.SUBTLE, 16))
    rij.add_stretched(Label(f"{wanneer} · {bronwoorden(zin.bevinding)}", ink=Ink.SUBTLE, wrap=True))
    return rij


class BevindingenVlak(Stapvlak):
    """Emits ``erbij`` with a Kennis, ``weg`` with (id, from the paper or back) and ``bronnen``."""

    erbij = Signal(object)
    weg = Signal(str, bool)
    bronnen = Signal()

    def __init__(self, doe: Doe) -> None:
        super().__init__(
            doe,
            "Bevindingen",
            "Wat je zelf zag, los van wat je hoorde. Onder elke zin staat waar die vandaan komt.",
        )
        self._rijen: dict[str, Zinkaart] = {}
        self._nieuw = Notice(NoticeKind.INFO, "")
        self._nieuw.setObjectName("pv.bronnen")
        noem_link(self._nieuw, "pv.bronnen.erbij")
        self.add(self._nieuw)
        self._lijsten = {kennis: Column(gap=8) for kennis, _ in KENNIS}
        for kennis, kop in KENNIS:
            deel = Column(Label(kop, Type.HEADING), self._lijsten[kennis], gap=8)
            if kennis is not Kennis.STUK:
                deel.add(Flow(self._knop(kennis)))
            self.add(deel)
        self.vak("bevindingen", QWidget())
        for veld, label, voorbeeld in (
            (
                "redenen_van_wetenschap",
                "Hoe weet je wat hier staat?",
                "Uit eigen waarneming en uit de stukken",
            ),
            ("school.melding", "Wat meldde de school?", ""),
            ("school.verklaring", "Wat verklaart de school?", ""),
            (
                "school.voorlichting",
                "Hoe vertelde de school de regels over verlof?",
                "Nieuwsbrief, bijlage 4",
            ),
            ("school.verlof", "Is er verlof gevraagd, en wat was de beslissing?", ""),
            ("school.ziekmelding", "Was er een ziekmelding, en van wie?", ""),
        ):
            self.lang(veld, self.tr(label), voorbeeld)
        self.add(1)
        self._nieuw.followed.connect(self.bronnen)

    def toon(self, vorm: PVVorm) -> None:
        """Show sentences and texts."""
        super().toon(vorm)
        aantal = vorm.nieuw
        self._nieuw.setVisible(bool(aantal))
        zin = self.tr("Sinds dit concept is er 1 zin bij gekomen in het dossier.")
        meer = self.tr("Sinds dit concept zijn er {0} zinnen bij gekomen in het dossier.").format(aantal)
        self._nieuw.tell(NoticeKind.INFO, zin if aantal == 1 else meer, self.tr("Zet ze erbij"))
        self._toon_zinnen(vorm)
        for veld, tekst in self._teksten.items():
            zet(tekst, lees_tekst(vorm.concept.pv, veld))
        for veld in ("school.voorlichting", "school.verlof"):
            self.vakken[veld].setVisible(vorm.pv.is_luxe)
        self.vakken["school.ziekmelding"].setVisible(vorm.pv.is_ingeschreven)

    def pak(self, id_: str, veld: str) -> QWidget | None:
        """Put the focus on a sentence; gives what has it."""
        rij = self._rijen.get(id_)
        return rij.pak(veld) if rij is not None else None

    def id_van(self, veld: QWidget | None) -> str:
        """The id of the sentence whose text ``veld`` is."""
        return next((id_ for id_, rij in self._rijen.items() if rij.tekst is veld), "")

    def neem_over(self) -> None:
        """Count days and times of own sentences as typed."""
        for rij in list(self._rijen.values()):
            rij.neem_over()

    def _toon_zinnen(self, vorm: PVVorm) -> None:
        zinnen = sorted(vorm.concept.zinnen, key=lambda zin: zin.bevinding.moment)
        if set(self._rijen) != {zin.id for zin in zinnen}:
            for lijst in self._lijsten.values():
                lijst.clear()
            self._rijen = {}
            for nummer, zin in enumerate(zinnen, start=1):
                kaart = self._rijen[zin.id] = Zinkaart(self.doe, zin, nummer)
                kaart.weg.connect(lambda weg, id_=zin.id: self.weg.emit(id_, weg))
                self._lijsten[zin.bevinding.kennis].add(kaart)
                kaart.show()
        for zin in zinnen:
            self._rijen[zin.id].toon(zin, vorm)

    def _knop(self, kennis: Kennis) -> OutlinedButton:
        eigen = kennis is Kennis.WAARGENOMEN
        woord = self.tr("Eigen waarneming erbij") if eigen else self.tr("Wat iemand vertelde erbij")
        knop = OutlinedButton(woord, Icon.PLUS)
        knop.setObjectName(f"pv.erbij.{kennis.value}")
        knop.clicked.connect(lambda: self.erbij.emit(kennis))
        return knop
