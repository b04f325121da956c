"""Rights, language and, for a minor, who comes along and whether the parents know (R16, R18)."""

from __future__ import annotations

from leerplicht_desktop.domain.handhaving.verhoor import Begeleiding, Bijstand
from leerplicht_desktop.ui.kit.choices import ChoiceGroup, FilterPill
from leerplicht_desktop.ui.kit.dates import date_with_year
from leerplicht_desktop.ui.kit.layout import Column, Flow
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.ticks import Tick

from .model import BEGELEIDING, BIJSTAND, VerhoorVorm
from .vlak import Doe, Stapvlak, zet, zet_dag
from .wie import leeftijden


class RechtenVlak(Stapvlak):
    """Cautie, the right to a lawyer, and what the suspect wants with it."""

    def __init__(self, doe: Doe) -> None:
        super().__init__(
            doe,
            "Cautie en advocaat",
            "Vertel de rechten vóór je eerste vraag. Pas na de cautie gaat de verklaring open.",
        )
        self._cautie = self.moment(
            "cautie_om",
            "cautie",
            self.tr("Cautie gegeven"),
            self.tr("Zeg: “Je bent niet verplicht om te antwoorden.”"),
        )
        self._recht = self.moment(
            "rechtsbijstand_medegedeeld_om",
            "rechtsbijstand",
            self.tr("Recht op een advocaat verteld"),
            self.tr("Voor het verhoor en tijdens het verhoor. Niet nodig als het in de oproep stond."),
        )
        self._pillen, self._groep = Flow(gap=8), ChoiceGroup(self)
        for bijstand, woord in BIJSTAND:
            pil = FilterPill(woord)
            pil.setObjectName(f"verhoor.bijstand.{bijstand.value}")
            self._groep.add(bijstand.value, pil)
            self._pillen.add(pil)
        vak = self.vak("bijstand", self._pillen, self.tr("Wat wil de verdachte met een advocaat?"))
        vak.setAccessibleName(self.tr("Wat wil de verdachte met een advocaat?"))
        self._afstand = Column(gap=12)
        self.add(self._afstand)
        self._antwoord = self.tekst(
            "afstand",
            self.tr("Wat zei de verdachte, in eigen woorden?"),
            self.tr("“Nee, ik wil het zelf vertellen.”"),
            lambda werk, tekst: werk.afstand(antwoord=tekst),
        )
        self._gevolgen = self._vink("gevolgen", self.tr("Gevolgen uitgelegd"))
        self._terugkomen = self._vink("terugkomen", self.tr("Verteld: je kunt erop terugkomen"))
        self._afstand.add(self.vakken["afstand"], self._gevolgen, self._terugkomen)
        self._kwetsbaar = self._vink("kwetsbaar", self.tr("De verdachte is kwetsbaar"))
        self.vak("kwetsbaar", self._kwetsbaar)
        self._groep.picked.connect(lambda keuze: doe(lambda werk: werk.bijstand(Bijstand(keuze))))
        self._gevolgen.clicked.connect(lambda aan: doe(lambda werk: werk.afstand(gevolgen_uitgelegd=aan)))
        self._terugkomen.clicked.connect(lambda aan: doe(lambda werk: werk.afstand(kan_terugkomen=aan)))
        self._kwetsbaar.clicked.connect(lambda aan: doe(lambda werk: werk.zet("kwetsbaar", kwetsbaar=aan)))

    def toon(self, vorm: VerhoorVorm) -> None:
        """Show what was told and answered."""
        super().toon(vorm)
        verhoor = vorm.blad.verhoor
        self._cautie.toon(verhoor.cautie_om, fout=bool(vorm.fout("cautie_om")))
        fout = bool(vorm.fout("rechtsbijstand_medegedeeld_om"))
        self._recht.toon(verhoor.rechtsbijstand_medegedeeld_om, fout=fout)
        self._groep.choose(verhoor.bijstand.value if verhoor.bijstand else "")
        self._afstand.setVisible(verhoor.bijstand is Bijstand.AFSTAND)
        afstand = verhoor.afstand
        zet(self._antwoord, afstand.antwoord if afstand else "")
        self._gevolgen.setChecked(afstand is not None and afstand.gevolgen_uitgelegd)
        self._terugkomen.setChecked(afstand is not None and afstand.kan_terugkomen)
        self._kwetsbaar.setChecked(verhoor.kwetsbaar)

    def neem_over(self) -> None:
        """Count the times as typed."""
        self._cautie.neem_over()
        self._recht.neem_over()

    def _vink(self, naam: str, woorden: str) -> Tick:
        vink = Tick(woorden)
        vink.setObjectName(f"verhoor.{naam}")
        return vink


class TaalVlak(Stapvlak):
    """Dutch or an interpreter; for a minor who comes along, and that the parents know."""

    def __init__(self, doe: Doe) -> None:
        super().__init__(
            doe,
            "Taal en begeleiding",
            "Iedereen moet het verhoor kunnen volgen. Een minderjarige mag iemand meenemen.",
        )
        self._taal, taal = ChoiceGroup(self), Flow(gap=8)
        for sleutel, woord in (("ja", self.tr("Ja")), ("nee", self.tr("Nee, niet genoeg"))):
            pil = FilterPill(woord)
            pil.setObjectName(f"verhoor.nederlands.{sleutel}")
            self._taal.add(sleutel, pil)
            taal.add(pil)
        self.vak("verstaat_nederlands", taal, self.tr("Verstaat de verdachte Nederlands?"))
        self._naam = self.regel(
            "tolk",
            self.tr("Tolk"),
            self.tr("Naam of registratienummer"),
            lambda werk, tekst: werk.tolk(naam=tekst),
        )
        self._welke = self.regel(
            "tolk.taal", self.tr("Taal"), self.tr("Arabisch"), lambda werk, tekst: werk.tolk(taal=tekst)
        )
        self._minder = Notice(NoticeKind.INFO, "")
        self._minder.setObjectName("verhoor.leeftijden")
        self.add(self._minder)
        self._groep, pillen = ChoiceGroup(self), Flow(gap=8)
        for begeleiding, woord in BEGELEIDING:
            pil = FilterPill(woord)
            pil.setObjectName(f"verhoor.begeleiding.{begeleiding.value}")
            self._groep.add(begeleiding.value, pil)
            pillen.add(pil)
        self.vak("begeleiding", pillen, self.tr("Wie wil de verdachte erbij hebben?"))
        self._ouders = self.dag(
            "ouders_ingelicht_op", self.tr("Wanneer hoorden de ouders het?"), self.tr("gisteren")
        )
        self._taal.picked.connect(
            lambda keuze: doe(lambda werk: werk.zet("verstaat_nederlands", verstaat_nederlands=keuze == "ja"))
        )
        self._groep.picked.connect(
            lambda keuze: doe(lambda werk: werk.zet("begeleiding", begeleiding=Begeleiding(keuze)))
        )

    def toon(self, vorm: VerhoorVorm) -> None:
        """Ask only what the two ages ask (R18)."""
        super().toon(vorm)
        verhoor = vorm.blad.verhoor
        verstaat = verhoor.verstaat_nederlands
        self._taal.choose("" if verstaat is None else "ja" if verstaat else "nee")
        for veld, deel, tekst in (
            ("tolk", self._naam, verhoor.tolk.naam if verhoor.tolk else ""),
            ("tolk.taal", self._welke, verhoor.tolk.taal if verhoor.tolk else ""),
        ):
            self.vakken[veld].setVisible(verstaat is False or verhoor.tolk is not None)
            zet(deel, tekst)
        toen, nu = verhoor.minderjarig_bij_feit(), verhoor.minderjarig_bij_verhoor()
        self._minder.setVisible(toen or nu)
        self._minder.tell(NoticeKind.INFO, self.tr("De verdachte: {0}.").format(leeftijden(verhoor)))
        self.vakken["begeleiding"].setVisible(toen)
        self._groep.choose(verhoor.begeleiding.value if verhoor.begeleiding else "")
        self.vakken["ouders_ingelicht_op"].setVisible(nu)
        ouders = verhoor.ouders_ingelicht_op
        fout = bool(vorm.fout("ouders_ingelicht_op"))
        zet_dag(self._ouders, date_with_year(ouders) if ouders else "", fout=fout)

    def neem_over(self) -> None:
        """Count the day as typed."""
        self.neem_dag("ouders_ingelicht_op", self._ouders)
