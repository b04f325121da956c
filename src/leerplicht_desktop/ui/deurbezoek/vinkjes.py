"""Ticks with their time: identified, purpose, consent, inside, seen; the caution only with its warning."""

from __future__ import annotations

from PySide6.QtCore import Signal

from leerplicht_desktop.domain.bezoek.deurbezoek import SoortVinkje, Vinkje
from leerplicht_desktop.ui.kit.buttons import ButtonSize, IconButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card, Divider
from leerplicht_desktop.ui.kit.choices import FilterPill
from leerplicht_desktop.ui.kit.dates import clock
from leerplicht_desktop.ui.kit.fields import Field
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.ticks import TickRow
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

from .lezing import VINKTEKST
from .model import BezoekBeeld
from .rooster import Foutregel

_HULP = {
    SoortVinkje.LEGITIMATIE: "",
    SoortVinkje.DOEL: "",
    SoortVinkje.TOESTEMMING: "Nog niet gevraagd. Blijf aan de deur.",
    SoortVinkje.JONGERE_GEZIEN: "",
    SoortVinkje.CAUTIE: "Alleen als iemand verdachte wordt",
    SoortVinkje.FEIT: "Vóór de eerste vraag",
    SoortVinkje.RECHTSBIJSTAND: "Vóór de eerste vraag",
}
_VRAAG = {
    SoortVinkje.TOESTEMMING: "Van wie kreeg je toestemming?",
    SoortVinkje.JONGERE_GEZIEN: "Wie heb je gezien?",
    SoortVinkje.CAUTIE: "Aan wie gaf je de cautie?",
}
_CAUTIE = (
    "De cautie geef je pas als je iemand als verdachte wilt horen. Vanaf dan is het geen toezicht meer: "
    "diegene hoeft niet te antwoorden, en een verhoor hoort in een eigen verslag."
)


class VinkVak(Column):
    """One tick with what belongs to it: its time, who, and what is wrong."""

    gezet = Signal(bool)
    tijd = Signal(str)
    wie = Signal(str)

    def __init__(self, soort: SoortVinkje) -> None:
        super().__init__(gap=0)
        self.soort = soort
        naam = VINKTEKST[soort]
        self.rij = TickRow(naam, _HULP[soort])
        self.rij.setObjectName(f"deurbezoek.vinkje.{soort.value}")
        self._wijzig = IconButton(
            Icon.PENCIL, self.tr("Tijd wijzigen: {0}").format(naam), ButtonSize.RECORDER, quiet=True
        )
        self._wijzig.setObjectName(f"deurbezoek.vinkje.{soort.value}.wijzig")
        self._veld = Field(self.tr("Hoe laat was dat?"), placeholder=self.tr("13:40"), large=True)
        self._veld.edit.setObjectName(f"deurbezoek.vinkje.{soort.value}.tijd")
        self._pillen = Flow(gap=8)
        self._vraag = Label(_VRAAG.get(soort, ""), Type.LABEL, wrap=True)
        self._anders = Field(self.tr("Iemand anders"), placeholder=self.tr("Naam en wie het is"), large=True)
        self._anders.edit.setObjectName(f"deurbezoek.vinkje.{soort.value}.anders")
        self._wievak = Column(self._vraag, self._pillen, self._anders, gap=8, margins=(12, 0, 12, 12))
        self._tijdvak = Column(self._veld, margins=(12, 0, 12, 12))
        self._fout = Foutregel()
        self._foutvak = Column(self._fout, margins=(12, 0, 12, 12))
        self._opties: tuple[str, ...] = ()
        regel = Row(gap=0)
        regel.add_stretched(self.rij)
        regel.add(self._wijzig)
        self.add(regel, self._foutvak, self._tijdvak, self._wievak)
        for deel in (self._tijdvak, self._wievak, self._foutvak, self._wijzig):
            deel.hide()
        self.rij.clicked.connect(self._geklikt)
        self._wijzig.clicked.connect(self._open_tijd)
        self._veld.edit.editingFinished.connect(self._tijd_klaar)
        self._anders.edit.editingFinished.connect(self._anders_klaar)

    def toon(self, vinkje: Vinkje | None, opties: tuple[str, ...], fout: str) -> None:
        """Show whether it is set, when, by whom, and what is wrong."""
        self.rij.setChecked(vinkje is not None)
        self.rij.set_time(clock(plaatselijk(vinkje.tijd)) if vinkje else "")
        self.rij.set_help("" if vinkje else _HULP[self.soort])
        self._wijzig.setVisible(vinkje is not None)
        if vinkje is None or not fout:
            self._tijdvak.hide()
            self._veld.set_error("")
        bij_tijd = bool(fout) and not self._tijdvak.isHidden()
        if bij_tijd:
            self._veld.set_error(fout)
        self._fout.zeg("" if bij_tijd else fout)
        self._foutvak.setVisible(bool(fout) and not bij_tijd)
        self._toon_wie(vinkje, opties)

    def focus(self) -> None:
        """Put the focus where something has to be done."""
        pillen = self._knoppen() if not self._wievak.isHidden() else []
        (pillen[0] if pillen else self.rij).setFocus()

    def _toon_wie(self, vinkje: Vinkje | None, opties: tuple[str, ...]) -> None:
        vrij_veld = self.soort is not SoortVinkje.JONGERE_GEZIEN
        nodig = vinkje is not None and bool(_VRAAG.get(self.soort)) and (vrij_veld or bool(opties))
        self._wievak.setVisible(nodig)
        if opties != self._opties:
            self._vul(opties)
        gekozen = self._gekozen(vinkje.wie if vinkje else "")
        for optie, pil in zip(opties, self._knoppen(), strict=True):
            pil.setChecked(optie in gekozen)
        vrij = vinkje.wie if vinkje and not gekozen else ""
        self._anders.setVisible(vrij_veld)
        if not self._anders.edit.hasFocus():
            self._anders.set_text(vrij)

    def _gekozen(self, wie: str) -> set[str]:
        if self.soort is SoortVinkje.JONGERE_GEZIEN:
            return {optie for optie in self._opties if optie in wie.split(", ")}
        return {wie} & set(self._opties)

    def _vul(self, opties: tuple[str, ...]) -> None:
        self._opties = opties
        self._pillen.clear()
        for nummer, optie in enumerate(opties):
            pil = FilterPill(optie, recorder=True)
            pil.setObjectName(f"deurbezoek.vinkje.{self.soort.value}.wie.{nummer}")
            pil.clicked.connect(lambda aan, optie=optie: self._kies(optie, aan=aan))
            self._pillen.add(pil)

    def _knoppen(self) -> list[FilterPill]:
        stam = f"deurbezoek.vinkje.{self.soort.value}.wie."
        knoppen = [pil for pil in self._pillen.findChildren(FilterPill) if not pil.isHidden()]
        return sorted(knoppen, key=lambda pil: int(pil.objectName().removeprefix(stam)))

    def _kies(self, optie: str, *, aan: bool) -> None:
        if self.soort is not SoortVinkje.JONGERE_GEZIEN:
            self.wie.emit(optie if aan else "")
            return
        self.wie.emit(", ".join(pil.words for pil in self._knoppen() if pil.isChecked()))

    def _geklikt(self, aan: bool) -> None:
        self.gezet.emit(aan)

    def _open_tijd(self) -> None:
        self._tijdvak.setVisible(self._tijdvak.isHidden())
        self._veld.set_text("")
        self._veld.edit.setFocus()

    def _tijd_klaar(self) -> None:
        if self._veld.text().strip():
            self.tijd.emit(self._veld.text())

    def _anders_klaar(self) -> None:
        tekst = self._anders.text().strip()
        if tekst:
            self.wie.emit(tekst)


class Vinkjes(Card):
    """All ticks. The caution asks first, with its warning; from then on ``verhoor`` can be asked (R17)."""

    verhoor = Signal()
    gezet = Signal(object, bool)
    tijd = Signal(object, str)
    wie = Signal(object, str)
    binnen = Signal(bool)

    def __init__(self) -> None:
        super().__init__(padding=0, gap=0)
        self.setAccessibleName(self.tr("Wat je deed"))
        self._vakken = {soort: VinkVak(soort) for soort in VINKTEKST}
        self._na_cautie: dict[SoortVinkje, Divider] = {}
        self._binnen = TickRow(self.tr("Binnen geweest"))
        self._binnen.setObjectName("deurbezoek.binnen")
        self._binnen.clicked.connect(self.binnen)
        self._cautie = self._bouw_cautie()
        for plaats, (soort, vak) in enumerate(self._vakken.items()):
            if plaats:
                streep = Divider()
                self.add(streep)
                if soort in (SoortVinkje.FEIT, SoortVinkje.RECHTSBIJSTAND):
                    self._na_cautie[soort] = streep
            self.add(vak)
            if soort is SoortVinkje.TOESTEMMING:
                self.add(Divider(), self._binnen)
            vak.gezet.connect(lambda aan, soort=soort: self._gezet(soort, aan=aan))
            vak.tijd.connect(lambda tekst, soort=soort: self.tijd.emit(soort, tekst))
            vak.wie.connect(lambda wie, soort=soort: self.wie.emit(soort, wie))
        self._verhoor = OutlinedButton(self.tr("Begin een verhoor"), Icon.SCALE, ButtonSize.RECORDER)
        self._verhoor.setObjectName("deurbezoek.verhoor")
        self._verhoor.clicked.connect(self.verhoor)
        self._verhoorvak = Column(Flow(self._verhoor), margins=(12, 0, 12, 12))
        self._verhoorvak.hide()
        self.add(self._cautie, self._verhoorvak)

    def heeft(self, veld: str) -> bool:
        """Whether ``veld`` names one of the ticks."""
        return any(soort.value == veld for soort in self._vakken)

    def focus(self, veld: str) -> None:
        """Put the focus on the tick that ``veld`` names."""
        self._vakken[SoortVinkje(veld)].focus()

    def toon(self, beeld: BezoekBeeld, fouten: dict[str, str]) -> None:
        """Show them all."""
        bezoek = beeld.bezoek
        mensen = tuple(spreker.wie for spreker in beeld.omgeving.sprekers if spreker.wie)
        jongeren = tuple(beeld.omgeving.naam(dossier) for dossier in bezoek.dossiers)
        for soort, vak in self._vakken.items():
            opties = (
                (jongeren if len(jongeren) > 1 else ()) if soort is SoortVinkje.JONGERE_GEZIEN else mensen
            )
            fout = fouten.get(soort.value) or beeld.gat(soort.value)
            vak.toon(bezoek.vinkje(soort), opties, fout)
        self._binnen.setChecked(bezoek.binnen)
        cautie = bezoek.vinkje(SoortVinkje.CAUTIE) is not None
        for soort, streep in self._na_cautie.items():
            gezet = cautie or bezoek.vinkje(soort) is not None
            self._vakken[soort].setVisible(gezet)
            streep.setVisible(gezet)
        if cautie:
            self._cautie.hide()
        self._verhoorvak.setVisible(cautie)

    def _gezet(self, soort: SoortVinkje, *, aan: bool) -> None:
        if soort is SoortVinkje.CAUTIE and aan:
            self._vakken[soort].rij.setChecked(False)
            self._cautie.show()
            self._nee.setFocus()
            return
        self.gezet.emit(soort, aan)

    def _bouw_cautie(self) -> Column:
        self._nee = OutlinedButton(self.tr("Nee, toezicht"), Icon.SHIELD, ButtonSize.RECORDER)
        self._nee.setObjectName("deurbezoek.cautie.nee")
        ja = OutlinedButton(self.tr("Cautie gegeven"), Icon.SCALE, ButtonSize.RECORDER)
        ja.setObjectName("deurbezoek.cautie.ja")
        vak = Column(
            Notice(NoticeKind.OPSPORING, self.tr(_CAUTIE)),
            Flow(self._nee, ja),
            gap=8,
            margins=(12, 0, 12, 12),
        )
        vak.hide()
        self._nee.clicked.connect(vak.hide)
        ja.clicked.connect(vak.hide)
        ja.clicked.connect(lambda: self.gezet.emit(SoortVinkje.CAUTIE, True))
        return vak
