"""The first two steps: who is heard and why, then his identity and the fact he is told."""

from __future__ import annotations

from PySide6.QtCore import Signal

from leerplicht_desktop.casework.verhoor.oproep import Oproep
from leerplicht_desktop.domain.datumtekst import lang
from leerplicht_desktop.domain.handhaving.grondslagen import Rol
from leerplicht_desktop.domain.handhaving.verhoor import Verhoor
from leerplicht_desktop.ui.formulier.vak import Vak
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.choices import FilterPill
from leerplicht_desktop.ui.kit.dates import clock, date_with_year
from leerplicht_desktop.ui.kit.fields import Field
from leerplicht_desktop.ui.kit.layout import Column, Flow
from leerplicht_desktop.ui.kit.readline import ReadingLine
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

from .model import VerhoorVorm
from .vlak import Doe, Stapvlak, zet, zet_dag

IDENTITEIT = ("Paspoort gezien", "Identiteitskaart gezien", "Rijbewijs gezien", "Bekend bij mij")


def leeftijden(verhoor: Verhoor) -> str:
    """The two ages that count: at the fact and at the hearing (R18)."""
    geboren = verhoor.verdachte_geboren
    feit = geboren.leeftijd_op(verhoor.pleegdatum).tekst()
    nu = geboren.leeftijd_op(verhoor.begin.date()).tekst()
    return f"{feit} bij het feit, {nu} bij het verhoor"


class WieVlak(Stapvlak):
    """Suspect, fact, place, time, letter, and who else is there. ``brief`` carries the id of one to read."""

    brief = Signal(str)

    def __init__(self, doe: Doe) -> None:
        super().__init__(
            doe,
            "Wie en waarom",
            "In een verhoor vraag je naar een feit waarvan je iemand verdenkt. Het heeft een eigen verslag.",
        )
        self._verdachte = Column(gap=0)
        self._verdachte.setObjectName("verhoor.verdachte")
        self.add(self._verdachte)
        self._feit = self.dag("pleegdatum", self.tr("Laatste dag van het feit"), self.tr("21-11"))
        self._plaats = self.regel(
            "plaats",
            self.tr("Waar is het verhoor?"),
            self.tr("Gemeentehuis, Marktplein 1, Demostad"),
            lambda werk, tekst: werk.zet("plaats", plaats=tekst),
        )
        self._begin = Field(self.tr("Hoe laat begon het?"), placeholder="14:05")
        self._begin.edit.setObjectName("verhoor.begin")
        self._begin.edit.editingFinished.connect(self.neem_over)
        self.vakken["begin"] = Vak(self._begin)
        self.add(self.vakken["begin"])
        self._oproep = self.dag(
            "rechten_in_oproep_van",
            self.tr("Datum van de oproep"),
            self.tr("Alleen als de rechten daarin stonden"),
        )
        self._brieven = Flow(gap=8)
        self._pillen: tuple[FilterPill, ...] = ()
        self._getoond: tuple[Oproep, ...] = ()
        self.add(self._brieven)
        self._aanwezig = self.regel(
            "aanwezig",
            self.tr("Wie zijn er nog meer bij?"),
            self.tr("Namen met een komma ertussen"),
            lambda werk, tekst: werk.zet("aanwezig", aanwezig=_namen(tekst)),
        )

    def toon(self, vorm: VerhoorVorm) -> None:
        """Show who and when; the moment of the beginning is in the day of the hearing."""
        super().toon(vorm)
        verhoor, blad = vorm.blad.verhoor, vorm.blad
        begin = plaatselijk(verhoor.begin)
        if self._verdachte.accessibleName() != (wie := f"{blad.verdachte.naam}, {leeftijden(verhoor)}"):
            self._verdachte.clear()
            self._verdachte.setAccessibleName(wie)
            rol = "Jongere" if blad.verdachte.rol is Rol.JONGERE else blad.verdachte.rol.value.capitalize()
            leeftijd = f"{rol}, {leeftijden(verhoor)}" if rol == "Jongere" else rol
            self._verdachte.add(ReadingLine(self.tr("Verdachte"), leeftijd, blad.verdachte.naam))
        zet_dag(self._feit, date_with_year(verhoor.pleegdatum), fout=bool(vorm.fout("pleegdatum")))
        zet(self._plaats, verhoor.plaats)
        if not vorm.fout("begin"):
            zet(self._begin, clock(begin))
        self._begin.set_help(self.tr("Op {0}").format(lang(begin.date())))
        oproep = verhoor.rechten_in_oproep_van
        tekst = date_with_year(oproep) if oproep else ""
        zet_dag(self._oproep, tekst, fout=bool(vorm.fout("rechten_in_oproep_van")))
        self._toon_brieven(vorm)
        if _namen(self._aanwezig.text()) != verhoor.aanwezig:
            zet(self._aanwezig, ", ".join(verhoor.aanwezig))

    def neem_over(self) -> None:
        """Count the days and the time as typed."""
        self.doe(lambda werk: werk.tijd("begin", self._begin.text()))
        self.neem_dag("pleegdatum", self._feit)
        self.neem_dag("rechten_in_oproep_van", self._oproep)

    def _toon_brieven(self, vorm: VerhoorVorm) -> None:
        oproepen, dag = vorm.omgeving.oproepen, vorm.blad.verhoor.rechten_in_oproep_van
        if oproepen != self._getoond:
            self._getoond = oproepen
            self._brieven.clear()
            self._pillen = tuple(self._voeg_oproep_toe(nummer, een) for nummer, een in enumerate(oproepen))
        for pil, een in zip(self._pillen, oproepen, strict=True):
            pil.setChecked(een.dag == dag)
        self._brieven.setVisible(bool(oproepen))
        gekozen = next((een for een in oproepen if een.dag == dag), None)
        self._oproep.set_help(_uitleg(gekozen) if gekozen else "")

    def _voeg_oproep_toe(self, nummer: int, een: Oproep) -> FilterPill:
        pil = FilterPill(f"{een.naam}, {date_with_year(een.dag)}")
        pil.setObjectName(f"verhoor.oproep.{nummer}")
        pil.clicked.connect(lambda aan: self.doe(lambda werk: werk.oproep(een.dag if aan else None)))
        link = LinkButton(self.tr("Lees deze oproep"))
        link.setObjectName(f"verhoor.oproep.{nummer}.lees")
        link.setAccessibleName(self.tr("Lees de oproep van {0}").format(date_with_year(een.dag)))
        link.clicked.connect(lambda: self.brief.emit(een.id))
        self._brieven.add(pil, link)
        return pil


class BeginVlak(Stapvlak):
    """How the officer knows who this is, and that the fact was told."""

    def __init__(self, doe: Doe) -> None:
        super().__init__(
            doe,
            "Identiteit en feit",
            "Stel eerst vast wie je voor je hebt. Vertel daarna waarvan je hem of haar verdenkt.",
        )
        self._identiteit = self.regel(
            "identiteit",
            self.tr("Hoe stelde je vast wie dit is?"),
            self.tr("Paspoort gezien, geldig tot 2030"),
            lambda werk, tekst: werk.zet("identiteit", identiteit=tekst),
        )
        zinnen = Flow(gap=8)
        for nummer, zin in enumerate(IDENTITEIT):
            pil = FilterPill(zin)
            pil.setCheckable(False)
            pil.setObjectName(f"verhoor.identiteit.{nummer}")
            pil.clicked.connect(
                lambda _, zin=zin: self.doe(lambda werk: werk.zet("identiteit", identiteit=zin))
            )
            zinnen.add(pil)
        self.add(zinnen)
        self._feit = self.moment(
            "feit_medegedeeld_om",
            "feit",
            self.tr("Feit verteld"),
            self.tr("Zeg waarvan je de verdachte verdenkt, en over welke dagen het gaat."),
        )

    def toon(self, vorm: VerhoorVorm) -> None:
        """Show both."""
        super().toon(vorm)
        zet(self._identiteit, vorm.blad.verhoor.identiteit)
        self._feit.toon(vorm.blad.verhoor.feit_medegedeeld_om, fout=bool(vorm.fout("feit_medegedeeld_om")))

    def neem_over(self) -> None:
        """Count the time as typed."""
        self._feit.neem_over()


def _uitleg(oproep: Oproep) -> str:
    """What is known of the letter whose date is filled in."""
    if oproep.verzonden is None:
        return "Let op: van deze oproep is nog niet vastgelegd dat hij is verzonden."
    return f"De rechten stonden in deze oproep, verzonden {date_with_year(oproep.verzonden)}."


def _namen(tekst: str) -> tuple[str, ...]:
    return tuple(naam for deel in tekst.split(",") if (naam := deel.strip()))
