"""Between the screen of a talk and the vault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from leerplicht_desktop.casework.gesprek.notitie_schrijven import (
    gespreksnotitie_vastleggen,
    gespreksnotitie_verbeteren,
    gespreksnotitie_verwerpen,
)
from leerplicht_desktop.casework.queries.caseload import Caseload, Tijdlijnsoort
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.domain.bezoek.gespreksnotitie import Gespreksnotitie, vastleggen
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.ui.formulier.bewaarder import Bewaarder
from leerplicht_desktop.ui.formulier.vastlegging import Vastlegging
from leerplicht_desktop.ui.formulier.versies import versiestand
from leerplicht_desktop.ui.scherm.context import Context

from .model import GesprekBeeld, Lezing, Omgeving
from .schrijven import Schrijven


class Weergave(Protocol):
    """What the presenter asks of the screen."""

    def toon_notitie(self, beeld: GesprekBeeld) -> None:
        """Show the note as it now stands."""

    def toon_lezing(self, lezing: Lezing) -> None:
        """Show a note that was vastgelegd."""

    def toon_bericht(self, bericht: str) -> None:
        """Say what stands in the way, where no field is to blame."""

    def ga_naar_veld(self, veld: str, cursor: int) -> None:
        """Put the focus on a field, and the cursor in its text."""


class GesprekPresenter:
    """One note at a time."""

    def __init__(self, context: Context, weergave: Weergave, bewaarder: Bewaarder) -> None:
        self._context = context
        self._weergave = weergave
        self._bewaarder = bewaarder
        self._vastlegging = Vastlegging(context, bewaarder, self._fout)
        self._ding = ""
        self._schrijven: Schrijven | None = None
        self._omgeving = Omgeving((), ())

    @property
    def notitie(self) -> Gespreksnotitie | None:
        """The draft that is open."""
        return self._schrijven.notitie if self._schrijven is not None else None

    def met(self, doe: Callable[[Schrijven], None]) -> None:
        """Do something with the draft that is open; without one nothing happens."""
        if self._schrijven is not None:
            doe(self._schrijven)

    def open(self, ding: str, veld: str = "", cursor: int = -1) -> None:
        """Read a note and show it: to write in while it is a draft, to read once it was vastgelegd."""
        self._ding = ding
        self._schrijven = None
        self._context.lees(
            lambda caseload: _lees(caseload, ding), lambda gelezen: self._geopend(ding, gelezen, veld, cursor)
        )

    def sluit(self) -> None:
        """The screen is left: what was kept is forced to the disk, and others hear that it changed."""
        if self._schrijven is None:
            return
        self._bewaarder.duurzaam()
        if self._schrijven.aangeraakt:
            dossiers = self._schrijven.notitie.dossiers
            self._context.bulletin.meld(touched(Soort.NOTITIE, Soort.DOSSIER, dossiers=dossiers))
        self._schrijven = None

    def terug(self) -> None:
        """Back. A note in which nothing was written disappears; any other stays a draft."""
        notitie = self.notitie
        if notitie is not None and notitie.is_leeg and not self._bewaarder.wacht:
            self._vastlegging.verwerp(lambda work: gespreksnotitie_verwerpen(work, notitie.id))
        self._context.navigatie.terug()

    def rond_af(self) -> None:
        """Finish. What is missing or wrong shows beside its field, with the focus on it."""
        schrijven = self._schrijven
        if schrijven is None:
            return
        if not schrijven.fouten:
            schrijven.fouten.update(_gebrek(schrijven.notitie, self._context.klok.nu()))
        if schrijven.fouten:
            self._toon()
            self._weergave.ga_naar_veld(next(iter(schrijven.fouten)), -1)
            return
        self._bewaarder.probeer_opnieuw()
        id_ = schrijven.notitie.id
        self._vastlegging.doe(
            lambda work: gespreksnotitie_vastleggen(work, self._context.klok, id_),
            lambda antwoord: self._vastgelegd(*antwoord),
        )

    def verbeter(self) -> None:
        """Begin a new version of the note that is shown."""
        ding = self._ding
        self._vastlegging.doe(
            lambda work: gespreksnotitie_verbeteren(work, self._context.klok, ding),
            lambda nieuw: self._context.navigatie.ga("gesprek", nieuw, "reden_correctie"),
        )

    def geraakt(self, bericht: Touched) -> None:
        """Something changed: a page that is only read is read again."""
        if self._ding and self._schrijven is None and bericht.raakt(Soort.NOTITIE):
            self.open(self._ding)

    def _geopend(self, ding: str, gelezen: _Opening | Lezing | None, veld: str, cursor: int) -> None:
        if ding != self._ding:
            return
        if gelezen is None:
            self._ding = ""
            self._context.navigatie.toast("Deze notitie staat niet meer op deze laptop.")
            self._context.navigatie.terug()
        elif isinstance(gelezen, Lezing):
            self._weergave.toon_lezing(gelezen)
        else:
            self._omgeving = gelezen.omgeving
            self._schrijven = Schrijven(gelezen.notitie, self._bewaarder, self._context.klok, self._toon)
            self._toon()
            self._weergave.ga_naar_veld(veld, cursor)

    def _toon(self) -> None:
        if self._schrijven is not None:
            fouten = tuple(self._schrijven.fouten.items())
            self._weergave.toon_notitie(GesprekBeeld(self._schrijven.notitie, self._omgeving, fouten))

    def _vastgelegd(self, notitie: Gespreksnotitie, bericht: Touched) -> None:
        self._schrijven = None
        aantal = len(notitie.afspraken)
        taken = {0: "", 1: " De afspraak staat bij je taken."}.get(
            aantal, f" De {aantal} afspraken staan bij je taken."
        )
        nieuwe_versie = (lambda: self.open(notitie.id)) if notitie.corrigeert is not None else None
        self._vastlegging.vastgelegd(bericht, f"Gesprek vastgelegd.{taken}", nieuwe_versie)

    def _fout(self, fout: DomainError) -> None:
        self._weergave.toon_bericht(fout.bericht)


@dataclass(frozen=True, slots=True)
class _Opening:
    notitie: Gespreksnotitie
    omgeving: Omgeving


def _lees(caseload: Caseload, ding: str) -> _Opening | Lezing | None:
    """Everything the screen needs, in one read. None when the note is not on this laptop."""
    try:
        notitie = caseload.notitie(ding)
    except KeyError:
        return None
    beelden = tuple(beeld for dossier in notitie.dossiers if (beeld := caseload.dossier(dossier)) is not None)
    omgeving = Omgeving(beelden, caseload.gezin(notitie.dossiers[0]))
    if notitie.is_concept:
        return _Opening(notitie, omgeving)
    items = [item for item in caseload.tijdlijn(notitie.dossiers[0]) if item.soort is Tijdlijnsoort.NOTITIE]
    stand = versiestand(notitie, caseload.notitie, items)
    return Lezing(notitie, omgeving.namen(notitie.dossiers), stand)


def _gebrek(notitie: Gespreksnotitie, nu: datetime) -> dict[str, str]:
    """What the trade still asks, at the field that lacks it. Empty when the note can be vastgelegd."""
    try:
        vastleggen(notitie, nu)
    except DomainError as fout:
        return {_plaats(fout.veld, notitie): fout.bericht}
    return {}


def _plaats(veld: str, notitie: Gespreksnotitie) -> str:
    """The field on the screen; for agreements the first row that is not whole."""
    if veld == "gesproken_op":
        return "tijd"
    if veld != "afspraken":
        return veld
    gesproken = notitie.gesproken_op.date()
    for afspraak in notitie.afspraken:
        delen = (
            ("wat", bool(afspraak.wat.strip())),
            ("wie", bool(afspraak.wie.strip())),
            ("uiterlijk", afspraak.uiterlijk is not None and afspraak.uiterlijk >= gesproken),
        )
        if not afspraak.is_leeg and not all(goed for _, goed in delen):
            return f"afspraak.{afspraak.id}.{next(deel for deel, goed in delen if not goed)}"
    return veld
