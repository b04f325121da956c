"""The statement: questions and answers in the speaker's own words, kept per key, closed before the cautie."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from leerplicht_desktop.casework.concepten import Verhoorzin
from leerplicht_desktop.ui.formulier.vak import noem_link
from leerplicht_desktop.ui.kit.buttons import IconButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.choices import ChoiceGroup, FilterPill
from leerplicht_desktop.ui.kit.dates import clock
from leerplicht_desktop.ui.kit.fields import NoteEdit
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

from .model import VerhoorVorm
from .vlak import Doe, Stapvlak, zet


class Zinkaart(Card):
    """One question or answer with its time."""

    tekst = Signal(str)
    weg = Signal()

    def __init__(self, zin: Verhoorzin, nummer: int) -> None:
        super().__init__(padding=12, gap=4)
        self.id = zin.id
        woord = self.tr("Antwoord") if zin.antwoord else self.tr("Vraag")
        naam = self.tr("{0} {1}, {2}").format(woord, nummer, clock(plaatselijk(zin.moment)))
        self.veld = NoteEdit(naam, least=2, most=60)
        # The box is as high as its text; a bar beside a few lines would only hide words.
        self.veld.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.veld.setObjectName(f"verhoor.zin.{nummer}")
        self.veld.setPlainText(zin.tekst)
        self.setAccessibleName(naam)
        knop = IconButton(Icon.TRASH_2, self.tr("Haal weg: {0}").format(naam), quiet=True)
        knop.setObjectName(f"verhoor.zin.{nummer}.weg")
        kop = Row(gap=8)
        kop.add_stretched(Label(woord, Type.STRONG))
        kop.add(Label(clock(plaatselijk(zin.moment)), ink=Ink.SUBTLE), knop)
        self.add(kop, self.veld)
        self.veld.textChanged.connect(lambda: self.tekst.emit(self.veld.toPlainText()))
        knop.clicked.connect(self.weg)

    def toon(self, zin: Verhoorzin) -> None:
        """Show the text; what is being typed stays."""
        if self.veld.toPlainText() != zin.tekst:
            self.veld.blockSignals(True)
            self.veld.setPlainText(zin.tekst)
            self.veld.blockSignals(False)


class VerklaringVlak(Stapvlak):
    """Emits ``weg`` with the id of a line, ``bron`` to read the record in which the suspicion arose."""

    weg = Signal(str)
    bron = Signal()

    def __init__(self, doe: Doe) -> None:
        super().__init__(
            doe,
            "Verklaring",
            "Schrijf zoveel mogelijk op zoals de verdachte het zegt. Wil hij niet antwoorden? "
            "Schrijf dat op.",
        )
        self._rijen: dict[str, Zinkaart] = {}
        self._dicht = Notice(NoticeKind.BLOCKING, "")
        self._dicht.setObjectName("verhoor.dicht")
        noem_link(self._dicht, "verhoor.dicht.naar")
        self._bron = Notice(NoticeKind.INFO, "")
        self._bron.setObjectName("verhoor.bron")
        noem_link(self._bron, "verhoor.bron.lees")
        self._lijst = Column(gap=8)
        self.antwoord = OutlinedButton(self.tr("Antwoord erbij"), Icon.QUOTE)
        self.antwoord.setObjectName("verhoor.antwoord")
        self.vraag = OutlinedButton(self.tr("Vraag erbij"), Icon.PLUS)
        self.vraag.setObjectName("verhoor.vraag")
        self.add(self._bron, self._dicht, self._lijst)
        self.vak("regels", Flow(self.vraag, self.antwoord, gap=8))
        self._dicht.followed.connect(lambda: self.gevraagd.emit("cautie_om"))
        self._bron.followed.connect(self.bron)
        self.antwoord.clicked.connect(lambda: doe(lambda werk: werk.zin_erbij(antwoord=True)))
        self.vraag.clicked.connect(lambda: doe(lambda werk: werk.zin_erbij(antwoord=False)))

    def toon(self, vorm: VerhoorVorm) -> None:
        """Show the lines; nothing can be added before the cautie (R16)."""
        super().toon(vorm)
        open_ = vorm.blad.verhoor.cautie_om is not None
        self._dicht.setVisible(not open_)
        self._dicht.tell(
            NoticeKind.BLOCKING,
            self.tr("Geef eerst de cautie. Daarna gaat de verklaring open. (Sv 29 lid 2)"),
            self.tr("Naar de cautie"),
        )
        self._bron.setVisible(bool(vorm.omgeving.bron_scherm))
        woord = self.tr("gesprek") if vorm.omgeving.bron_scherm == "gesprek" else self.tr("bezoek")
        self._bron.tell(
            NoticeKind.INFO,
            self.tr(
                "De verdenking ontstond tijdens een {0}. Wat daar is gezegd, staat in dat verslag en hoort "
                "niet in deze verklaring."
            ).format(woord),
            self.tr("Lees dat verslag"),
        )
        for knop in (self.antwoord, self.vraag):
            knop.setEnabled(open_)
        self._toon_zinnen(vorm)

    def rij(self, id_: str) -> Zinkaart | None:
        """The line with that id."""
        return self._rijen.get(id_)

    def id_van(self, veld: QWidget) -> str:
        """The id of the line whose text ``veld`` is."""
        return next((id_ for id_, rij in self._rijen.items() if rij.veld is veld), "")

    def _toon_zinnen(self, vorm: VerhoorVorm) -> None:
        zinnen = vorm.blad.zinnen
        if tuple(self._rijen) != tuple(zin.id for zin in zinnen):
            self._lijst.clear()
            self._rijen = {}
            for nummer, zin in enumerate(zinnen, start=1):
                self._rijen[zin.id] = self._nieuw(zin, nummer)
        for zin in zinnen:
            self._rijen[zin.id].toon(zin)

    def _nieuw(self, zin: Verhoorzin, nummer: int) -> Zinkaart:
        kaart = Zinkaart(zin, nummer)
        self._lijst.add(kaart)
        kaart.show()
        kaart.tekst.connect(lambda tekst: self.doe(lambda werk: werk.zin_tekst(kaart.id, tekst)))
        kaart.weg.connect(lambda: self.weg.emit(kaart.id))
        return kaart


class SlotVlak(Stapvlak):
    """Read back, corrections, signature or the reason why not, and the end."""

    def __init__(self, doe: Doe) -> None:
        super().__init__(
            doe,
            "Voorlezen en tekenen",
            "Lees de verklaring voor of laat haar lezen. Schrijf verbeteringen apart op.",
        )
        self._voorgelezen = self.moment(
            "voorgelezen_om", "voorgelezen", self.tr("Voorgelezen of zelf gelezen")
        )
        self._verbeteringen = self.tekst(
            "verbeteringen",
            self.tr("Wat wilde de verdachte verbeteren?"),
            self.tr("Niets, of wat er anders moest"),
            lambda werk, tekst: werk.zet("verbeteringen", verbeteringen=tekst),
        )
        self._groep, pillen = ChoiceGroup(self), Flow(gap=8)
        for sleutel, woord in (("ja", self.tr("Ondertekend")), ("nee", self.tr("Niet ondertekend"))):
            pil = FilterPill(woord)
            pil.setObjectName(f"verhoor.ondertekend.{sleutel}")
            self._groep.add(sleutel, pil)
            pillen.add(pil)
        self.vak("ondertekend", pillen, self.tr("Heeft de verdachte ondertekend?"))
        self._reden = self.regel(
            "reden_niet_ondertekend",
            self.tr("Waarom niet?"),
            self.tr("“Ik teken niets.”"),
            lambda werk, tekst: werk.zet("reden_niet_ondertekend", reden_niet_ondertekend=tekst),
        )
        self._eind = self.moment("eind", "eind", self.tr("Verhoor klaar"))
        self._groep.picked.connect(
            lambda keuze: doe(lambda werk: werk.zet("ondertekend", ondertekend=keuze == "ja"))
        )

    def toon(self, vorm: VerhoorVorm) -> None:
        """Show how it ended."""
        super().toon(vorm)
        verhoor = vorm.blad.verhoor
        self._voorgelezen.toon(verhoor.voorgelezen_om, fout=bool(vorm.fout("voorgelezen_om")))
        zet(self._verbeteringen, verhoor.verbeteringen)
        getekend = verhoor.ondertekend
        self._groep.choose("" if getekend is None else "ja" if getekend else "nee")
        self.vakken["reden_niet_ondertekend"].setVisible(getekend is False)
        zet(self._reden, verhoor.reden_niet_ondertekend)
        self._eind.toon(verhoor.eind, fout=bool(vorm.fout("eind")))

    def neem_over(self) -> None:
        """Count the times as typed."""
        self._voorgelezen.neem_over()
        self._eind.neem_over()
