"""The step that comes next in the life of a sealed proces-verbaal, filled in by the officer."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from leerplicht_desktop.casework.queries.stukkenkast import StukBeeld
from leerplicht_desktop.casework.stuk.stap_zetten import Stapopgave
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.stuk.dossierbijlage import Dossierbijlage
from leerplicht_desktop.domain.stuk.stuk import Afdoening, Stapsoort, Verzendwijze, is_afschrift
from leerplicht_desktop.ui.formulier.datuminvoer import lees_datum
from leerplicht_desktop.ui.kit.buttons import FullButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.fields import ChoiceField, Field, FieldFrame
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.layout import Flow
from leerplicht_desktop.ui.scherm.context import Context

from .model import RAAD
from .scan import Scankeuze

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
    Stapsoort.ONDERTEKEND: ("plaats", "bijlage"),
    Stapsoort.SCAN: ("bijlage",),
    Stapsoort.VERZONDEN: ("aan", "wijze"),
    Stapsoort.NIET_VERZONDEN: ("reden",),
    Stapsoort.TERUGGESTUURD: ("reden",),
    Stapsoort.AFDOENING: ("afdoening",),
}


def stapwoord(soort: Stapsoort, *, afschrift: bool) -> str:
    """A step in words; sending it once more is sending a copy."""
    return "Afschrift verzonden" if afschrift and soort is Stapsoort.VERZONDEN else STAPPEN[soort]


class Stapvorm(Card):
    """What happened next. ``gezet`` carries the step as it was filled in, and the scan that goes with it."""

    gezet = Signal(object, object)

    def __init__(self, context: Context, beeld: StukBeeld, bijlagen: tuple[Dossierbijlage, ...]) -> None:
        super().__init__("Wat is er daarna gebeurd?")
        self._context = context
        afschrift = is_afschrift(beeld.stappen)
        keuzes = [(soort.value, stapwoord(soort, afschrift=afschrift)) for soort in beeld.mogelijk]
        self._soort = ChoiceField(self.tr("Stap"), keuzes)
        self._soort.combo.setObjectName("pv.stap.soort")
        self._datum = Field(self.tr("Op welke dag?"), placeholder=self.tr("vandaag"))
        self._datum.edit.setObjectName("pv.stap.datum")
        self._datum.set_text(self.tr("vandaag"))
        self._plaats = self._tekst("plaats", self.tr("Waar onderteken je?"))
        self._aan = self._tekst("aan", self.tr("Aan wie is het verzonden?"))
        self._aan.set_text(RAAD if afschrift else self.tr("officier van justitie"))
        self._reden = self._tekst("reden", self.tr("Waarom?"))
        # Nothing is chosen beforehand: what is written down here cannot be taken back.
        kies = ("", self.tr("Kies…"))
        self._wijze = ChoiceField(
            self.tr("Hoe?"), [kies, *((een.value, woord) for een, woord in WIJZEN.items())]
        )
        self._wijze.combo.setObjectName("pv.stap.wijze")
        self._scan = Scankeuze(context, beeld.stuk.dossiers, bijlagen)
        self._afdoening = ChoiceField(
            self.tr("Hoe is het afgedaan?"),
            [kies, *((een.value, een.value.capitalize()) for een in Afdoening)],
        )
        self._afdoening.combo.setObjectName("pv.stap.afdoening")
        self._velden: dict[str, FieldFrame] = {
            "soort": self._soort,
            "datum": self._datum,
            "plaats": self._plaats,
            "aan": self._aan,
            "wijze": self._wijze,
            "bijlage": self._scan.veld,
            "afdoening": self._afdoening,
            "reden": self._reden,
        }
        knop = FullButton(self.tr("Leg deze stap vast"), Icon.CHECK)
        knop.setObjectName("pv.stap.leg_vast")
        delen = (self._scan if naam == "bijlage" else veld for naam, veld in self._velden.items())
        self.add(*delen, Flow(knop))
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
            deel = self._scan if naam == "bijlage" else veld
            deel.setVisible(naam in ("soort", "datum", *nodig))
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
                wijze=Verzendwijze(wijze) if "wijze" in nodig and (wijze := self._wijze.key()) else None,
                bijlage=self._scan.bijlage if "bijlage" in nodig else None,
                afdoening=Afdoening(hoe) if "afdoening" in nodig and (hoe := self._afdoening.key()) else None,
                reden=self._reden.text() if "reden" in nodig else "",
            ),
            self._scan.bestand if "bijlage" in nodig else None,
        )
