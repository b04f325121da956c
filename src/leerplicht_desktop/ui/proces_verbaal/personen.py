"""The first step, who the suspect is and what the judge should know of him; and the last, who signs."""

from __future__ import annotations

from PySide6.QtCore import Signal

from leerplicht_desktop.casework.proces_verbaal.bijhouden import lees_tekst
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.grondslagen import EerdereAfdoening, Rol
from leerplicht_desktop.domain.handhaving.proces_verbaal import Eed
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.ui.formulier.vak import Vak
from leerplicht_desktop.ui.kit.buttons import IconButton, OutlinedButton
from leerplicht_desktop.ui.kit.choices import ChoiceGroup, FilterPill
from leerplicht_desktop.ui.kit.dates import date_with_year
from leerplicht_desktop.ui.kit.fields import ChoiceField, Field
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row
from leerplicht_desktop.ui.kit.ticks import Tick
from leerplicht_desktop.ui.kit.tokens import Type

from .model import PVVorm
from .schrijven import Schrijven
from .vlak import Doe, Stapvlak, zet

_VERDACHTE = (
    ("naam", "Achternaam", ""),
    ("voornamen", "Voornamen", ""),
    ("geboorteplaats", "Geboorteplaats", ""),
    ("nationaliteit", "Nationaliteit", "Nederlandse"),
    ("adres", "Adres in de BRP", ""),
    ("verblijfadres", "Verblijft ergens anders?", "Straat, huisnummer en plaats"),
    ("telefoon", "Telefoon", ""),
)
_HOEDANIGHEDEN = ("als degene die het gezag uitoefent", "als degene die de jongere feitelijk verzorgt")
_VERBALISANT = (
    ("naam", "Je naam of BOA-nummer", ""),
    ("functie", "Functie", "leerplichtambtenaar"),
    ("organisatie", "Organisatie", "Gemeente Demostad"),
    ("standplaats", "Standplaats", "Demostad"),
    ("aktenummer", "Nummer van je akte", ""),
    ("domein", "Domein", "domein III Onderwijs"),
    ("parket", "Parket", "arrondissementsparket Oost-Nederland"),
)
_GRONDEN = ("2 lid 1", "2 lid 3", "4a", "4c")


class VerdachteVlak(Stapvlak):
    """Emits ``eerdere`` with the earlier outcomes as they should be kept."""

    eerdere = Signal(object)

    def __init__(self, doe: Doe) -> None:
        super().__init__(
            doe,
            "Verdachte",
            "Eén proces-verbaal gaat over één verdachte. De gegevens komen uit de BRP; vul de rest aan.",
        )
        self._velden = {naam: self._veld(naam, label, bij) for naam, label, bij in _VERDACHTE}
        self._geboren = Field(self.tr("Geboortedatum"), placeholder="05-12-1984")
        self._geboren.edit.setObjectName("pv.verdachte.geboren")
        self._geboren.edit.editingFinished.connect(self.neem_over)
        self.vak("verdachte.geboren", self._geboren)
        self._vanaf = Field(
            self.tr("Sinds wanneer is deze persoon verdachte?"),
            self.tr("De dag waarop er een redelijk vermoeden was. Nooit na de oproep of het eerste verhoor."),
            placeholder="12-11-2026",
        )
        self._vanaf.edit.setObjectName("pv.verdachte.verdacht_vanaf")
        self._vanaf.edit.editingFinished.connect(self.neem_over)
        self.vak("verdachte.verdacht_vanaf", self._vanaf)
        self._hoe, pillen = ChoiceGroup(self), Flow(gap=8)
        for nummer, woorden in enumerate((*_HOEDANIGHEDEN, " en ".join(_HOEDANIGHEDEN))):
            pil = FilterPill(("Gezag", "Verzorgt feitelijk", "Beide")[nummer])
            pil.setObjectName(f"pv.verdachte.hoedanigheid.{nummer}")
            self._hoe.add(woorden, pil)
            pillen.add(pil)
        self.vak("verdachte.hoedanigheid", pillen, self.tr("Waarom is deze persoon verantwoordelijk?"))
        self._hoe.picked.connect(lambda keuze: doe(lambda werk: werk.verdachte(hoedanigheid=keuze)))
        for veld, label in (
            ("persoon.omstandigheden", self.tr("Persoonlijke omstandigheden")),
            ("persoon.hulp", self.tr("Welke hulp is geprobeerd?")),
            ("persoon.gehoord", self.tr("Hoe hoorde en bewoog je de verdachte?")),
            ("persoon.halt", self.tr("Toetste je Halt, en wat kwam eruit?")),
            ("persoon.verwijtbaarheid", self.tr("Wat verwijt je de verdachte, en wat niet?")),
            ("persoon.advies", self.tr("Wat is je advies aan de officier?")),
        ):
            self.lang(veld, label)
        self._eerder = Eerdere()
        self._eerder.veranderd.connect(self.eerdere)
        self.vakken["eerdere"] = Vak(self._eerder)
        self.add(self.vakken["eerdere"], 1)

    def toon(self, vorm: PVVorm) -> None:
        """Show who it is."""
        super().toon(vorm)
        wie = vorm.pv.verdachte
        for naam, deel in self._velden.items():
            zet(deel, str(getattr(wie, naam)))
        if not vorm.fout("verdachte.geboren"):
            zet(self._geboren, _cijfers(wie.geboren))
        if not vorm.fout("verdachte.verdacht_vanaf"):
            zet(self._vanaf, date_with_year(wie.verdacht_vanaf) if wie.verdacht_vanaf else "")
        self.vakken["verdachte.hoedanigheid"].setVisible(wie.rol is not Rol.JONGERE)
        self.vakken["persoon.halt"].setVisible(wie.rol is Rol.JONGERE)
        bekend = (
            wie.hoedanigheid if wie.hoedanigheid in (*_HOEDANIGHEDEN, " en ".join(_HOEDANIGHEDEN)) else ""
        )
        self._hoe.choose(bekend)
        for veld, tekst in self._teksten.items():
            zet(tekst, lees_tekst(vorm.concept.pv, veld))
        self._eerder.toon(vorm.pv.persoon.eerdere)

    def neem_over(self) -> None:
        """Count the birth date and the day of suspicion as typed."""
        self.doe(self._neem_geboren)
        self.doe(lambda werk: werk.verdacht_vanaf(self._vanaf.text()))

    def _neem_geboren(self, werk: Schrijven) -> None:
        huidig = werk.beeld.concept.pv.verdachte.geboren
        was_mis = werk.fouten.pop("verdachte.geboren", None)
        if self._geboren.text().strip() == _cijfers(huidig):
            if was_mis:
                werk.verdachte(geboren=huidig)
            return
        try:
            geboren = _lees_geboren(self._geboren.text())
        except DomainError as fout:
            werk.fout("verdachte.geboren", fout.bericht)
            return
        werk.verdachte(geboren=geboren)

    def _veld(self, naam: str, label: str, voorbeeld: str) -> Field:
        return self.kort(
            f"verdachte.{naam}", label, lambda werk, tekst: werk.verdachte(**{naam: tekst}), voorbeeld
        )


class Eerdere(Column):
    """Earlier outcomes: a conviction of a parent asks for a copy to the Raad (R21)."""

    veranderd = Signal(object)

    def __init__(self) -> None:
        super().__init__(gap=8)
        self._nu: tuple[EerdereAfdoening, ...] = ()
        self._lijst = Column(gap=4)
        self._dag = Field(self.tr("Eerdere afdoening onherroepelijk op"), placeholder="14-03-2024")
        self._dag.edit.setObjectName("pv.eerdere.op")
        self._grond = ChoiceField(self.tr("Voor artikel"), [(een, een) for een in _GRONDEN])
        self._grond.combo.setObjectName("pv.eerdere.grond")
        self._schuldig = Tick(self.tr("Het was een veroordeling"))
        self._schuldig.setObjectName("pv.eerdere.veroordeling")
        self._schuldig.setChecked(True)
        erbij = OutlinedButton(self.tr("Eerdere afdoening erbij"), Icon.PLUS)
        erbij.setObjectName("pv.eerdere.erbij")
        self.add(Label(self.tr("Eerdere afdoeningen"), Type.LABEL), self._lijst)
        self.add(self._dag, self._grond, self._schuldig, Flow(erbij))
        erbij.clicked.connect(self._erbij)

    def toon(self, eerdere: tuple[EerdereAfdoening, ...]) -> None:
        """Show what is noted."""
        if eerdere == self._nu:
            return
        self._nu = eerdere
        self._lijst.clear()
        for nummer, een in enumerate(eerdere):
            soort = "veroordeling" if een.veroordeling else "geen veroordeling"
            woorden = f"{date_with_year(een.op)}, artikel {een.grondslag}, {soort}"
            weg = IconButton(Icon.TRASH_2, self.tr("Haal weg: {0}").format(woorden), quiet=True)
            weg.setObjectName(f"pv.eerdere.{nummer}.weg")
            weg.clicked.connect(lambda _, een=een: self._haal_weg(een))
            rij = Row(gap=8)
            rij.add_stretched(Label(woorden, wrap=True))
            rij.add(weg)
            self._lijst.add(rij)
            rij.show()
        self._dag.set_text("")

    def _erbij(self) -> None:
        self._dag.set_error("")
        try:
            geboren = _lees_geboren(self._dag.text())
            dag = geboren.precies if geboren is not None else None
            if dag is None:
                raise DomainError("op", "Vul de hele datum in, bijvoorbeeld 14-03-2024.")
            een = EerdereAfdoening(dag, self._grond.key(), self._schuldig.isChecked())
        except DomainError as fout:
            self._dag.set_error(fout.bericht)
            return
        self.veranderd.emit((*self._nu, een))

    def _haal_weg(self, weg: EerdereAfdoening) -> None:
        self.veranderd.emit(tuple(een for een in self._nu if een is not weg))


class TekenVlak(Stapvlak):
    """Who makes it, on what oath, where and when. Emits ``onthoud`` to keep the officer for the next one."""

    onthoud = Signal()

    def __init__(self, doe: Doe) -> None:
        super().__init__(
            doe,
            "Ondertekening",
            "Je maakt het zelf op. Na verzegelen druk je het af en zet je je handtekening.",
        )
        self._eed, pillen = ChoiceGroup(self), Flow(gap=8)
        for eed in Eed:
            pil = FilterPill(eed.value.capitalize())
            pil.setObjectName(f"pv.verbalisant.eed.{eed.value}")
            self._eed.add(eed.value, pil)
            pillen.add(pil)
        self.vak("verbalisant.eed", pillen, self.tr("Op ambtseed of ambtsbelofte?"))
        self._eed.picked.connect(lambda keuze: doe(lambda werk: werk.verbalisant(eed=Eed(keuze))))
        self._plaats = self.kort(
            "plaats",
            self.tr("Waar sluit je het proces-verbaal?"),
            lambda werk, tekst: werk.tekst("plaats", tekst),
            "Demostad",
        )
        self._datum = Field(self.tr("Datum van sluiten"), placeholder=self.tr("vandaag"))
        self._datum.edit.setObjectName("pv.datum")
        self._datum.edit.editingFinished.connect(self.neem_over)
        self.vak("datum", self._datum)
        self._velden = {naam: self._veld(naam, label, bij) for naam, label, bij in _VERBALISANT}
        onthoud = OutlinedButton(self.tr("Onthoud mijn gegevens"), Icon.CHECK)
        onthoud.setObjectName("pv.verbalisant.onthoud")
        onthoud.clicked.connect(self.onthoud)
        uitleg = Label(self.tr("Dan staan ze klaar bij een volgend stuk."), ink=Ink.SUBTLE, wrap=True)
        self.add(Column(Flow(onthoud), uitleg, gap=4), 1)

    def toon(self, vorm: PVVorm) -> None:
        """Show who signs."""
        super().toon(vorm)
        wie = vorm.pv.verbalisant
        self._eed.choose(wie.eed.value if wie.eed else "")
        for naam, deel in self._velden.items():
            zet(deel, str(getattr(wie, naam)))
        zet(self._plaats, vorm.pv.plaats)
        if not vorm.fout("datum") and not (self._datum.edit.hasFocus() and self._datum.edit.isModified()):
            self._datum.set_text(date_with_year(vorm.pv.datum) if vorm.pv.datum else "")
            self._datum.edit.setModified(False)

    def neem_over(self) -> None:
        """Count the day as typed."""
        if self._datum.edit.isModified():
            self._datum.edit.setModified(False)
            self.doe(lambda werk: werk.datum(self._datum.text()))

    def _veld(self, naam: str, label: str, voorbeeld: str) -> Field:
        return self.kort(
            f"verbalisant.{naam}", label, lambda werk, tekst: werk.verbalisant(**{naam: tekst}), voorbeeld
        )


def _cijfers(geboren: Geboortedatum | None) -> str:
    """ "05-12-1984"; zeros for what is unknown."""
    return f"{geboren.dag or 0:02d}-{geboren.maand or 0:02d}-{geboren.jaar or 0:04d}" if geboren else ""


def _lees_geboren(tekst: str) -> Geboortedatum | None:
    """A birth date as typed. Raises DomainError; zeros stand for what is unknown."""
    if not tekst.strip():
        return None
    delen = [deel for deel in tekst.replace("/", "-").replace(" ", "-").split("-") if deel]
    if len(delen) != 3 or not all(deel.isascii() and deel.isdigit() for deel in delen) or len(delen[2]) != 4:
        raise DomainError("geboortedatum", "Typ dag, maand en jaar met cijfers, bijvoorbeeld 05-12-1984.")
    return Geboortedatum(int(delen[2]), int(delen[1]), int(delen[0]))
