"""Everything the dossier beside the list shows, read in one question on the store lane."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from leerplicht_desktop.casework.ports.kluis import Kluis
from leerplicht_desktop.casework.procedure.feiten import procedures_nu
from leerplicht_desktop.casework.queries.caseload import (
    Caseload,
    DossierBeeld,
    DossierRegel,
    MeldingBeeld,
    PersoonBeeld,
    TaakRegel,
    TijdlijnItem,
    Tijdlijnsoort,
)
from leerplicht_desktop.casework.queries.stukkenkast import ZaakstukItem, Zaakstuksoort
from leerplicht_desktop.casework.queries.tegenspraak import tegenspraak
from leerplicht_desktop.casework.taak.voorstellen import voorstellen
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.procedure.procedure import Procedure
from leerplicht_desktop.domain.stuk.stuk import Stand
from leerplicht_desktop.domain.taak.voorstellen import Taakvoorstel

from .rechtsbeeld import Rechtsbeeld, rechtsbeeld

_TERUGMELDING = "Terugmelding"
"""How the title of the letter to burgerzaken begins."""
OUDERS = ("ouder1", "ouder2", "verzorger")


@dataclass(frozen=True, slots=True)
class Paneelbeeld:
    """One dossier with its household in the caseload, timeline, tasks, and what the law says of it."""

    dossier: DossierBeeld
    gezin: tuple[DossierRegel, ...]
    tijdlijn: tuple[TijdlijnItem, ...]
    open_taken: tuple[TaakRegel, ...]
    klare_taken: tuple[TaakRegel, ...]
    ambtenaar: str
    vandaag: date
    recht: Rechtsbeeld
    voorstellen: tuple[Taakvoorstel, ...] = ()
    zaakstukken: tuple[ZaakstukItem, ...] = ()
    procedurelijst: tuple[Procedure, ...] = ()
    """Open drafts, and of every procedure the newest version; the most recent first."""
    niet_hier_op: date | None = None
    """The day on which a visit found that nobody lives at the address of the register."""

    @property
    def laatste_melding(self) -> MeldingBeeld | None:
        """The newest report."""
        return next(iter(self.dossier.meldingen), None)

    @property
    def huisgenoten(self) -> tuple[str, ...]:
        """Other jongeren of the caseload at the address."""
        return tuple(regel.naam for regel in self.gezin if regel.dossier != self.dossier.dossier)

    @property
    def ouders(self) -> tuple[PersoonBeeld, ...]:
        """Parents and carers, wherever they live."""
        return tuple(persoon for persoon in self.dossier.betrokkenen if persoon.rol in OUDERS)

    @property
    def geheime_deur(self) -> bool:
        """Whether the address is secret: of the jongere, or of anybody who lives there too."""
        anderen = (persoon for persoon in self.dossier.betrokkenen if persoon.zelfde_adres)
        return self.dossier.jongere.geheim or any(persoon.geheim for persoon in anderen)

    @property
    def begonnen(self) -> datetime | None:
        """When the visit began that is still open."""
        for item in self.tijdlijn:
            if item.id == self.dossier.concept_bezoek and isinstance(item.wanneer, datetime):
                return item.wanneer
        return None

    @property
    def andere_deur(self) -> str:
        """The other address that the newest report names, when the register has an address too."""
        melding, adres = self.laatste_melding, self.dossier.adres
        if melding is None or adres is None or adres.onbekend or not adres.sleutel:
            return ""
        return melding.afwijkend_adres

    @property
    def contact(self) -> bool:
        """Whether anybody was spoken since the newest report."""
        verhoord = (
            item.soort is Zaakstuksoort.VERHOOR and not item.concept and self._telt(dag_van(item))
            for item in self.zaakstukken
        )
        return any(item.gesproken for item in self._sinds_melding()) or any(verhoord)

    @property
    def vergeefs(self) -> bool:
        """Whether the officer stood at the door since the newest report and spoke nobody."""
        return not self.contact and any(item.soort is Tijdlijnsoort.BEZOEK for item in self._sinds_melding())

    @property
    def weersproken(self) -> bool:
        """Whether what was found at the door contradicts the register, and no letter about it was sent."""
        vanaf = self.niet_hier_op
        return vanaf is not None and not any(
            item.soort is Zaakstuksoort.STUK
            and item.kop.startswith(_TERUGMELDING)
            and item.stand in (Stand.VERZONDEN, Stand.ONTVANGEN)
            and dag_van(item) >= vanaf
            for item in self.zaakstukken
        )

    def _sinds_melding(self) -> Iterator[TijdlijnItem]:
        for item in self.tijdlijn:
            if item.verbeterd_door is None and not item.concept and self._telt(dag_van(item)):
                yield item

    def _telt(self, dag: date) -> bool:
        melding = self.laatste_melding
        return melding is None or dag >= melding.datum_melding


def dag_van(item: TijdlijnItem | ZaakstukItem) -> date:
    """The local day of an item."""
    return in_nederland(item.wanneer).date() if isinstance(item.wanneer, datetime) else item.wanneer


def lees_paneel(kluis: Kluis, dossier: str, vandaag: date) -> Paneelbeeld | None:
    """The picture of a dossier with its paper; None when it left the caseload. On the store lane."""
    beeld = kluis.lees(lambda caseload: _zonder_papier(caseload, dossier, vandaag))
    if beeld is None:
        return None
    return replace(beeld, zaakstukken=kluis.bekijk(lambda kast: kast.tijdlijn(dossier)))


def _zonder_papier(caseload: Caseload, dossier: str, vandaag: date) -> Paneelbeeld | None:
    beeld = caseload.dossier(dossier)
    if beeld is None:
        return None
    gevonden = tegenspraak(caseload, dossier)
    return Paneelbeeld(
        dossier=beeld,
        gezin=caseload.gezin(dossier),
        tijdlijn=caseload.tijdlijn(dossier),
        open_taken=caseload.taken(dossier, True),
        klare_taken=caseload.taken(dossier, False),
        ambtenaar=caseload.sync().ambtenaar,
        vandaag=vandaag,
        recht=rechtsbeeld(beeld, vandaag),
        voorstellen=voorstellen(caseload, dossier, vandaag),
        procedurelijst=procedures_nu(caseload.procedures(dossier)),
        niet_hier_op=in_nederland(gevonden.begonnen_op).date() if gevonden is not None else None,
    )
