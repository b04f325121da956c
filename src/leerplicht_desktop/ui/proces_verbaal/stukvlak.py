"""A sealed proces-verbaal: number, hash, where it stands on paper, and the step that comes next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from leerplicht_desktop.casework.stukken_queries import StukBeeld
from leerplicht_desktop.casework.stukstap_zetten import Stapopgave
from leerplicht_desktop.domain.dossierbijlage import Dossierbijlage
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.stuk import Afdoening, Stand, Stapsoort, Stukstap, Verzendwijze
from leerplicht_desktop.ui.context import Context
from leerplicht_desktop.ui.datuminvoer import lees_datum
from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.buttons import FullButton, LinkButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card, Divider
from leerplicht_desktop.ui.kit.dates import date_with_year, short_moment
from leerplicht_desktop.ui.kit.fields import ChoiceField, Field, FieldFrame
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.tokens import Tone
from leerplicht_desktop.ui.leesregel import Leesregel
from leerplicht_desktop.ui.volgorde import zet_volgorde
from leerplicht_desktop.ui.woorden import plaatselijk

from .keuzes import hash_tekst

_BREEDST = 760
STANDEN = {
    Stand.GEREED: ("Verzegeld, nog niet ondertekend", Tone.WARN, Icon.SIGNATURE),
    Stand.ONDERTEKEND: ("Ondertekend, nog niet verzonden", Tone.WARN, Icon.MAIL),
    Stand.VERZONDEN: ("Verzonden", Tone.OK, Icon.CHECK),
    Stand.NIET_VERZONDEN: ("Wordt niet verzonden", Tone.NEUTRAL, Icon.CIRCLE_MINUS),
    Stand.ONTVANGEN: ("Ontvangen door het parket", Tone.OK, Icon.CHECK),
    Stand.TERUGGESTUURD: ("Teruggestuurd door het parket", Tone.WARN, Icon.UNDO_2),
    Stand.AFGEDAAN: ("Afgedaan", Tone.OK, Icon.CHECK),
}
STAPPEN = {
    Stapsoort.ONDERTEKEND: "Ondertekend",
    Stapsoort.SCAN: "Scan van het ondertekende stuk toegevoegd",
    Stapsoort.VERZONDEN: "Verzonden",
    Stapsoort.NIET_VERZONDEN: "Wordt niet verzonden",
    Stapsoort.ONTVANGEN: "Ontvangen door het parket",
    Stapsoort.TERUGGESTUURD: "Teruggestuurd",
    Stapsoort.AFDOENING: "Afgedaan",
}
WIJZEN = {
    Verzendwijze.POST: "Per post",
    Verzendwijze.AANGETEKEND: "Aangetekend",
    Verzendwijze.BEVEILIGDE_MAIL: "Beveiligde mail",
    Verzendwijze.PORTAAL: "Portaal",
    Verzendwijze.PERSOONLIJK: "Persoonlijk",
    Verzendwijze.BRIEVENBUS: "Brievenbus",
}
_VELDEN = {
    Stapsoort.ONDERTEKEND: ("plaats",),
    Stapsoort.SCAN: ("bijlage",),
    Stapsoort.VERZONDEN: ("aan", "wijze"),
    Stapsoort.NIET_VERZONDEN: ("reden",),
    Stapsoort.TERUGGESTUURD: ("reden",),
    Stapsoort.AFDOENING: ("afdoening",),
}


class Stapvorm(Card):
    """What happened next. ``gezet`` carries the step as it was filled in."""

    gezet = Signal(object)

    def __init__(self, context: Context, beeld: StukBeeld, bijlagen: tuple[Dossierbijlage, ...]) -> None:
        super().__init__("Wat is er daarna gebeurd?")
        self._context = context
        keuzes = [(soort.value, STAPPEN[soort]) for soort in beeld.mogelijk]
        self._soort = ChoiceField(self.tr("Stap"), keuzes)
        self._soort.combo.setObjectName("pv.stap.soort")
        self._datum = Field(self.tr("Op welke dag?"), placeholder=self.tr("vandaag"))
        self._datum.edit.setObjectName("pv.stap.datum")
        self._datum.set_text(self.tr("vandaag"))
        self._plaats = self._tekst("plaats", self.tr("Waar onderteken je?"))
        self._aan = self._tekst("aan", self.tr("Aan wie is het verzonden?"))
        self._aan.set_text(self.tr("officier van justitie"))
        self._reden = self._tekst("reden", self.tr("Waarom?"))
        self._wijze = ChoiceField(self.tr("Hoe?"), [(een.value, woord) for een, woord in WIJZEN.items()])
        self._wijze.combo.setObjectName("pv.stap.wijze")
        self._bijlage = ChoiceField(
            self.tr("Welke scan?"),
            [("", self.tr("Kies een scan")), *((een.id, een.titel) for een in bijlagen)],
            "" if bijlagen else self.tr("Voeg de scan eerst toe bij het dossier."),
        )
        self._bijlage.combo.setObjectName("pv.stap.bijlage")
        self._afdoening = ChoiceField(
            self.tr("Hoe is het afgedaan?"), [(een.value, een.value.capitalize()) for een in Afdoening]
        )
        self._afdoening.combo.setObjectName("pv.stap.afdoening")
        self._velden: dict[str, FieldFrame] = {
            "soort": self._soort,
            "datum": self._datum,
            "plaats": self._plaats,
            "aan": self._aan,
            "wijze": self._wijze,
            "bijlage": self._bijlage,
            "afdoening": self._afdoening,
            "reden": self._reden,
        }
        knop = FullButton(self.tr("Leg deze stap vast"), Icon.CHECK)
        knop.setObjectName("pv.stap.leg_vast")
        self.add(*self._velden.values(), Flow(knop))
        self._soort.chosen.connect(lambda _: self._schik())
        knop.clicked.connect(self._leg_vast)
        self._schik()

    def toon_fout(self, veld: str, bericht: str) -> None:
        """Say what is wrong beside its field."""
        self._velden.get(veld, self._soort).set_error(bericht)

    def _tekst(self, naam: str, label: str) -> Field:
        veld = Field(label)
        veld.edit.setObjectName(f"pv.stap.{naam}")
        return veld

    def _schik(self) -> None:
        nodig = _VELDEN.get(Stapsoort(self._soort.key()), ()) if self._soort.key() else ()
        for naam, veld in self._velden.items():
            veld.setVisible(naam in ("soort", "datum", *nodig))
            veld.set_error("")

    def _leg_vast(self) -> None:
        for veld in self._velden.values():
            veld.set_error("")
        try:
            dag: date = lees_datum(self._datum.text(), self._context.klok.vandaag())
        except DomainError as fout:
            self._datum.set_error(fout.bericht)
            return
        soort = Stapsoort(self._soort.key())
        nodig = _VELDEN.get(soort, ())
        self.gezet.emit(
            Stapopgave(
                soort,
                dag,
                plaats=self._plaats.text() if "plaats" in nodig else "",
                aan=self._aan.text() if "aan" in nodig else "",
                wijze=Verzendwijze(self._wijze.key()) if "wijze" in nodig else None,
                bijlage=self._bijlage.key() or None if "bijlage" in nodig else None,
                afdoening=Afdoening(self._afdoening.key()) if "afdoening" in nodig else None,
                reden=self._reden.text() if "reden" in nodig else "",
            )
        )


class StukVlak(Column):
    """Emits ``gezet`` with a step, ``aanvullen``, and ``geopend`` with the id of an addition."""

    gezet = Signal(object)
    aanvullen = Signal()
    geopend = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(gap=16, margins=(24, 16, 24, 24))
        self.setObjectName("pv.stuk")
        self._context = context
        self._vorm: Stapvorm | None = None

    def toon(self, beeld: StukBeeld, bijlagen: tuple[Dossierbijlage, ...]) -> None:
        """Show a sealed proces-verbaal."""
        self.clear()
        self._vorm = None
        stuk, (woord, toon, icoon) = beeld.stuk, STANDEN[beeld.stand]
        merken = Flow(Badge(woord, toon, icoon))
        if beeld.afgewezen:
            merken.add(Badge(self.tr("Afgewezen door de gemeente"), Tone.DANGER, Icon.CIRCLE_ALERT))
        elif not beeld.verzonden:
            merken.add(Badge(self.tr("Nog niet verstuurd"), Tone.NEUTRAL, Icon.CLOUD_UPLOAD))
        zin = self.tr("Verzegeld {0}. Er verandert niets meer aan. Een fout herstel je met een aanvulling.")
        wanneer = short_moment(plaatselijk(stuk.verzegeld_op))
        self.add(merken, Notice(NoticeKind.INFO, zin.format(wanneer)))
        if beeld.mogelijk:
            self._vorm = Stapvorm(self._context, beeld, bijlagen)
            self._vorm.gezet.connect(self.gezet)
            self.add(self._vorm)
        self.add(self._loop(beeld), self._kenmerken(beeld))
        knop = OutlinedButton(self.tr("Aanvullend proces-verbaal"), Icon.PLUS)
        knop.setObjectName("pv.aanvullen")
        knop.clicked.connect(self.aanvullen)
        rij = Flow(knop)
        for nummer, id_ in enumerate(beeld.aanvullingen, start=1):
            link = LinkButton(self.tr("Lees aanvulling {0}").format(nummer))
            link.setObjectName(f"pv.aanvulling.{nummer}")
            link.clicked.connect(lambda _, id_=id_: self.geopend.emit(id_))
            rij.add(link)
        self.add(rij, 1)
        zet_volgorde(self)

    def toon_fout(self, veld: str, bericht: str) -> None:
        """Say what is wrong with the step."""
        if self._vorm is not None:
            self._vorm.toon_fout(veld, bericht)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines stay readable in a wide window."""
        super().resizeEvent(event)
        self.setMaximumWidth(look().px(_BREEDST))

    def _loop(self, beeld: StukBeeld) -> Card:
        kaart = Card(self.tr("Wat er met dit stuk gebeurde"))
        kaart.setObjectName("pv.loop")
        wanneer = date_with_year(plaatselijk(beeld.stuk.verzegeld_op).date())
        regels = [
            (wanneer, self.tr("Verzegeld"), self.tr("door {0}").format(beeld.door) if beeld.door else "")
        ]
        regels += [
            (
                date_with_year(plaatselijk(druk.op).date()),
                self.tr("Afgedrukt") if druk.hoe == "afgedrukt" else self.tr("Opgeslagen als bestand"),
                self.tr("{0} keer, {1}").format(druk.aantal, druk.waarheen),
            )
            for druk in beeld.afdrukken
        ]
        regels += [(date_with_year(stap.datum), STAPPEN[stap.soort], _meer(stap)) for stap in beeld.stappen]
        for plaats, (dag, wat, meer) in enumerate(regels):
            if plaats:
                kaart.add(Divider())
            kaart.add(Leesregel(dag, meer or " ", wat))
        return kaart

    def _kenmerken(self, beeld: StukBeeld) -> Card:
        stuk = beeld.stuk
        kaart = Card(self.tr("Kenmerken"))
        kaart.setObjectName("pv.kenmerken")
        bladen = self.tr("1 blad") if stuk.bladzijden == 1 else self.tr("{0} bladen").format(stuk.bladzijden)
        for woord, tekst in (
            (self.tr("Nummer"), stuk.nummer),
            (self.tr("Voor"), stuk.geadresseerde),
            (self.tr("Omvang"), bladen),
            (self.tr("Hash van de inhoud"), hash_tekst(stuk.inhoud_hash)),
            (self.tr("Hash van het bestand"), hash_tekst(stuk.bestand_hash)),
        ):
            kaart.add(Leesregel(woord, tekst))
        uitleg = self.tr("Met de hash kan iedereen nagaan dat er geen letter is veranderd.")
        kaart.add(Label(uitleg, ink=Ink.SUBTLE, wrap=True))
        return kaart


def _meer(stap: Stukstap) -> str:
    """What else is known of a step, in one line."""
    delen = (
        f"te {stap.plaats}" if stap.plaats else "",
        f"aan {stap.aan}" if stap.aan else "",
        WIJZEN[stap.wijze].lower() if stap.wijze else "",
        stap.afdoening.value if stap.afdoening else "",
        stap.reden,
    )
    return ", ".join(deel for deel in delen if deel)
