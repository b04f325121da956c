"""The second step: what fact, over which days; the grounds follow from it, each with its own days."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal

from leerplicht_desktop.casework.concepten import Feitkeuze
from leerplicht_desktop.domain.datumtekst import periode
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.grondslagen import Feitsoort, Rol
from leerplicht_desktop.domain.handhaving.proces_verbaal import Feit
from leerplicht_desktop.ui.formulier.datuminvoer import lees_datum
from leerplicht_desktop.ui.formulier.vak import Vak
from leerplicht_desktop.ui.kit.cards import Card, Divider
from leerplicht_desktop.ui.kit.choices import ChoiceGroup, FilterPill
from leerplicht_desktop.ui.kit.dates import date_with_year
from leerplicht_desktop.ui.kit.fields import Field, NoteField
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow
from leerplicht_desktop.ui.kit.readline import ReadingLine
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.ticks import Tick
from leerplicht_desktop.ui.scherm.context import Context

from .model import SOORTEN, PVVorm
from .vlak import Doe, Stapvlak, zet


class Feitvelden(Column):
    """Kind, days, place, and what the law asks to know. ``veranderd`` tells that something was chosen.

    ``naam`` begins the names of its parts; the beginning of a concept asks the same.
    """

    veranderd = Signal()

    def __init__(self, context: Context, naam: str) -> None:
        super().__init__(gap=16)
        self._context = context
        self._soort, pillen = ChoiceGroup(self), Flow(gap=8)
        for soort, woord in SOORTEN:
            pil = FilterPill(woord)
            pil.setObjectName(f"{naam}.soort.{soort.value}")
            self._soort.add(soort.value, pil)
            pillen.add(pil)
        self._van = self._dag(f"{naam}.van", self.tr("Eerste dag"))
        self._tot = self._dag(f"{naam}.tot", self.tr("Laatste dag"))
        self._plaats = Field(self.tr("Plaats van het feit"), placeholder=self.tr("De plaats van de school"))
        self._plaats.edit.setObjectName(f"{naam}.plaats")
        self._verzorgt = Tick(self.tr("De verdachte verzorgt de jongere feitelijk"))
        self._verzorgt.setObjectName(f"{naam}.verzorgt")
        self._reden = NoteField(self.tr("Waarom toch een proces-verbaal, na één dag en de eerste keer?"))
        self._reden.edit.setObjectName(f"{naam}.reden")
        dagen = Reflow(420, (16, 8))
        for veld in (self._van, self._tot):
            dagen.box.addWidget(veld, 1, Qt.AlignmentFlag.AlignTop)
        self.vakken = {
            "soort": Vak(pillen, self.tr("Wat is er gebeurd?")),
            "periode": Vak(dagen, focus=self._van),
            "plaats": Vak(self._plaats),
            "gezag": Vak(self._verzorgt),
            "reden": Vak(self._reden),
        }
        self.add(*self.vakken.values())
        self._soort.picked.connect(lambda _: self.veranderd.emit())
        self._verzorgt.clicked.connect(lambda _: self.veranderd.emit())
        self._plaats.edit.editingFinished.connect(self._als_veranderd(lambda: self._plaats.edit.isModified()))
        self._reden.edit.textChanged.connect(self.veranderd)

    def toon(self, keuze: Feitkeuze, *, ouder: bool) -> None:
        """Show what is chosen; what is being typed stays."""
        self._soort.choose(keuze.soort.value)
        for veld, dag in ((self._van, keuze.van), (self._tot, keuze.tot)):
            if not veld.edit.hasFocus() or not veld.edit.isModified():
                veld.set_text(date_with_year(dag))
                veld.edit.setModified(False)
        zet(self._plaats, keuze.plaats)
        self._verzorgt.setChecked(keuze.verzorgt)
        self.vakken["gezag"].setVisible(ouder)
        zet(self._reden, keuze.reden)
        self.vakken["reden"].setVisible(bool(keuze.reden))

    def lees(self) -> Feitkeuze:
        """What is filled in. Raises DomainError naming the field."""
        if not self._soort.key:
            raise DomainError("soort", "Kies wat er is gebeurd.")
        vandaag = self._context.klok.vandaag()
        van = lees_datum(self._van.text(), vandaag, veld="periode")
        tot = lees_datum(self._tot.text(), vandaag, veld="periode")
        if tot > vandaag:
            raise DomainError("periode", "De laatste dag moet nog komen. Verbeter de datum.")
        return Feitkeuze(
            Feitsoort(self._soort.key),
            van,
            tot,
            self._plaats.text().strip(),
            self._verzorgt.isChecked(),
            self._reden.text().strip(),
        )

    def toon_fout(self, veld: str, bericht: str) -> None:
        """Say what stands in the way, beside its field; ``veld`` empty takes all away."""
        plek = {"tot": "periode", "van": "periode", "kalender": "periode", "verdachte": "periode"}.get(
            veld, veld
        )
        for naam, vak in self.vakken.items():
            vak.toon((), bericht if naam == plek else "")
        if plek == "reden":
            self.vakken["reden"].show()

    def _dag(self, naam: str, label: str) -> Field:
        veld = Field(label, placeholder="2-11")
        veld.edit.setObjectName(naam)
        veld.edit.editingFinished.connect(self._als_veranderd(veld.edit.isModified))
        return veld

    def _als_veranderd(self, is_veranderd: Callable[[], bool]) -> Callable[[], None]:
        def meld() -> None:
            if is_veranderd():
                self.veranderd.emit()

        return meld


class FeitVlak(Stapvlak):
    """Emits ``herzien`` with the choice from which facts and attendance are made anew."""

    herzien = Signal(object)

    def __init__(self, doe: Doe, context: Context) -> None:
        super().__init__(
            doe,
            "Feit en periode",
            "Kies de dagen. Het programma splitst ze per grondslag, per jongere, en laat vakantie weg.",
        )
        self._velden = Feitvelden(context, "pv.feit")
        self._feiten = Column(gap=8)
        self._feiten.setObjectName("pv.feiten")
        self.vak("feiten", self._feiten, self.tr("De feiten"))
        self.add(self._velden, 1)
        self._getoond: tuple[Feit, ...] = ()
        self._velden.veranderd.connect(self._lees)

    def toon(self, vorm: PVVorm) -> None:
        """Show the facts and what they are made from."""
        for veld in ("feiten", "feiten.plaats", "feiten.periode"):
            if veld in self.vakken:
                self.vakken[veld].toon(vorm.bij(veld))
        self._velden.toon(vorm.concept.keuze, ouder=vorm.concept.verdachte.rol is not Rol.JONGERE)
        for naam in ("periode", "plaats", "soort"):
            punten = tuple(punt for punt in vorm.onder("feiten") if punt.veld.rpartition(".")[2] == naam)
            self._velden.vakken[naam].toon(punten, vorm.fout(f"feit.{naam}"))
        for naam in ("gezag", "reden"):
            self._velden.vakken[naam].toon((), vorm.fout(f"feit.{naam}"))
            if vorm.fout(f"feit.{naam}"):
                self._velden.vakken[naam].show()
        if vorm.pv.feiten != self._getoond:
            self._getoond = vorm.pv.feiten
            self._toon_feiten()

    def vak_van(self, veld: str) -> Vak:
        """The part that a point such as ``feiten.0.plaats`` is about."""
        return self._velden.vakken.get(veld.rpartition(".")[2], self._velden.vakken["periode"])

    def _toon_feiten(self) -> None:
        self._feiten.clear()
        kaart = Card(padding=12, gap=8)
        for plaats, feit in enumerate(self._getoond):
            if plaats:
                kaart.add(Divider())
            grond = feit.grondslag
            regel = ReadingLine(feit.jongere.naam, feit.omvang, periode(grond.van, grond.tot))
            kaart.add(regel, Label(f"{grond.artikel}, {grond.hoedanigheid}", ink=Ink.SUBTLE, wrap=True))
        self._feiten.add(kaart)
        kaart.setVisible(bool(self._getoond))

    def _lees(self) -> None:
        try:
            keuze = self._velden.lees()
        except DomainError as fout:
            self._velden.toon_fout(fout.veld, fout.bericht)
            return
        self._velden.toon_fout("", "")
        self.herzien.emit(keuze)
