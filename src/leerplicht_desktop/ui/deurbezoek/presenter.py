"""Between the recorder and the vault: opens a visit, keeps what happens, finishes or corrects it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Protocol

from leerplicht_desktop.casework.bezoek.bijhouden import (
    jongeren_kiezen,
    reden_correctie_schrijven,
    uitkomst_kiezen,
)
from leerplicht_desktop.casework.bezoek.vastleggen import deurbezoek_vastleggen, deurbezoek_verwerpen
from leerplicht_desktop.casework.bezoek.verbeteren import deurbezoek_verbeteren
from leerplicht_desktop.casework.queries.caseload import Caseload, Tijdlijnsoort
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.domain.bezoek.deurbezoek import Deurbezoek, gebreken
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.ui.formulier.bewaarder import Bewaarder
from leerplicht_desktop.ui.formulier.vastlegging import Vastlegging
from leerplicht_desktop.ui.formulier.versies import versiestand
from leerplicht_desktop.ui.scherm.context import Context

from .aanvinken import Aanvinken, DichteDeur
from .lezing import Lezing
from .model import BezoekBeeld, Keuze, Omgeving, Plan, plan_voor
from .opname import Opname
from .schrijven import Schrijven

VrijeDagen = Callable[[date], frozenset[date]]
"""Days around a day on which nobody works."""


class Weergave(Protocol):
    """What the presenter asks of the screen."""

    def toon_opname(self, beeld: BezoekBeeld) -> None:
        """Show the recorder as it now stands."""

    def toon_lezing(self, lezing: Lezing) -> None:
        """Show a visit that was vastgelegd."""

    def toon_fout(self, veld: str, bericht: str) -> None:
        """Say beside a field what is wrong with what was just entered."""

    def ga_naar_veld(self, veld: str, cursor: int) -> None:
        """Put the focus on a field, and the cursor in its text."""


@dataclass(frozen=True, slots=True)
class Werk:
    """What can be done while a draft is open."""

    opname: Opname
    schrijven: Schrijven
    vinken: Aanvinken
    deur: DichteDeur


class DeurbezoekPresenter:
    """One visit at a time."""

    def __init__(
        self, context: Context, weergave: Weergave, bewaarder: Bewaarder, vrije_dagen: VrijeDagen
    ) -> None:
        self._context = context
        self._weergave = weergave
        self._bewaarder = bewaarder
        self._vastlegging = Vastlegging(context, bewaarder, self._fout)
        self._vrije_dagen = vrije_dagen
        self._ding = ""
        self._werk: Werk | None = None
        self._omgeving = Omgeving((), (), ())
        self._eigen_plan: Plan | None = None
        self._toon_gaten = False

    def open(self, ding: str, veld: str = "", cursor: int = -1) -> None:
        """Read a visit and show it: the recorder for a draft, the page for one that was vastgelegd."""
        self._ding = ding
        self._werk = None
        self._context.lees(
            lambda caseload: _lees(caseload, ding), lambda gelezen: self._geopend(ding, gelezen, veld, cursor)
        )

    def met(self, doe: Callable[[Werk], None]) -> None:
        """Do something with the draft that is open; without one nothing happens."""
        if self._werk is not None:
            doe(self._werk)

    @property
    def bezoek(self) -> Deurbezoek | None:
        """The draft that is open."""
        return self._werk.opname.bezoek if self._werk is not None else None

    def sluit(self) -> None:
        """The screen is left: what was kept is forced to the disk, and others hear that it changed."""
        if self._werk is None:
            return
        self._bewaarder.duurzaam()
        if self._werk.opname.aangeraakt:
            dossiers = self._werk.opname.bezoek.dossiers
            self._context.bulletin.meld(touched(Soort.BEZOEK, Soort.DOSSIER, dossiers=dossiers))
        self._werk = None

    def terug(self) -> None:
        """Back. A draft in which nothing was recorded disappears; any other stays a draft."""
        if self._werk is not None and self._werk.opname.bezoek.is_leeg and not self._bewaarder.wacht:
            id_ = self._werk.opname.bezoek.id
            self._vastlegging.verwerp(lambda work: deurbezoek_verwerpen(work, id_))
        self._context.navigatie.terug()

    def kies(self, keuze: Keuze) -> None:
        """How the visit goes."""
        if self._werk is not None:
            id_ = self._werk.opname.bezoek.id
            self._werk.opname.doe(
                "uitkomst", lambda work: uitkomst_kiezen(work, id_, keuze.uitkomst, keuze.aangetroffen)
            )

    def kies_jongeren(self, dossiers: tuple[str, ...]) -> None:
        """For whom of the household this visit is; at least one stays."""
        if self._werk is not None:
            id_ = self._werk.opname.bezoek.id
            self._werk.opname.doe("dossiers", lambda work: jongeren_kiezen(work, id_, dossiers), self._fout)
            self._toon()

    def reden(self, tekst: str) -> None:
        """Why the visit is corrected: every key."""
        if self._werk is not None:
            id_ = self._werk.opname.bezoek.id
            self._werk.opname.doe("reden_correctie", lambda work: reden_correctie_schrijven(work, id_, tekst))

    def plan(self, dag: date, tijdstip: time) -> None:
        """Another moment for the next attempt."""
        huidig = self._plan()
        if huidig is not None:
            self._eigen_plan = replace(huidig.op(dag, tijdstip), aan=True)
            self._toon()

    def plan_aan(self, *, aan: bool) -> None:
        """Plan the next attempt, or not."""
        huidig = self._plan()
        if huidig is not None:
            self._eigen_plan = replace(huidig, aan=aan)
            self._toon()

    def herstel(self, *, opnieuw: bool = False) -> None:
        """Take the last thing back, or do again what was taken back."""
        werk = self._werk
        if werk is None or (not opnieuw and werk.schrijven.terug()):
            return
        (werk.opname.opnieuw if opnieuw else werk.opname.ongedaan)()

    def rond_af(self) -> None:
        """Finish. What is missing shows beside its field, with the focus on the first."""
        if self._werk is None:
            return
        opname = self._werk.opname
        gaten = gebreken(opname.bezoek)
        if gaten:
            self._toon_gaten = True
            self._toon()
            self._weergave.ga_naar_veld(gaten[0].veld, -1)
            return
        self._bewaarder.probeer_opnieuw()
        plan, id_ = self._plan(), opname.bezoek.id
        niet_thuis = opname.bezoek.niet_thuis
        taken = plan.taken(niet_thuis.achtergelaten if niet_thuis else None) if plan else ()
        self._vastlegging.doe(
            lambda work: deurbezoek_vastleggen(work, self._context.klok, id_, taken),
            lambda antwoord: self._vastgelegd(*antwoord, len(taken)),
        )

    def verbeter(self) -> None:
        """Begin a new version of the visit that is shown."""
        ding = self._ding
        self._vastlegging.doe(
            lambda work: deurbezoek_verbeteren(work, self._context.klok, ding),
            lambda nieuw: self._context.navigatie.ga("deurbezoek", nieuw, "reden_correctie"),
        )

    def toon_opnieuw(self) -> None:
        """Show the recorder once more, with what is wrong beside its field."""
        self._toon()

    def geraakt(self, bericht: Touched) -> None:
        """Something changed: a page that is only read is read again."""
        if self._ding and self._werk is None and bericht.raakt(Soort.BEZOEK):
            self.open(self._ding)

    def _geopend(self, ding: str, gelezen: _Opening | Lezing | None, veld: str, cursor: int) -> None:
        if ding != self._ding:
            return
        if gelezen is None:
            self._ding = ""
            self._context.navigatie.toast("Dit bezoek staat niet meer op deze laptop.")
            self._context.navigatie.terug()
            return
        self._eigen_plan, self._toon_gaten = None, False
        if isinstance(gelezen, Lezing):
            self._weergave.toon_lezing(gelezen)
            return
        self._begin(gelezen, veld, cursor)

    def _begin(self, gelezen: _Opening, veld: str, cursor: int) -> None:
        omgeving, klok = gelezen.omgeving, self._context.klok
        self._omgeving = omgeving
        opname = Opname(gelezen.bezoek, self._bewaarder, self._veranderd)
        self._werk = Werk(
            opname,
            Schrijven(opname, omgeving, klok, self._toon),
            Aanvinken(opname, omgeving, klok, self._fout),
            DichteDeur(opname, klok, self._fout),
        )
        self._toon()
        self._weergave.ga_naar_veld(veld, cursor)

    def _veranderd(self) -> None:
        self.met(lambda werk: werk.schrijven.herstel())
        self._toon()

    def _toon(self) -> None:
        if self._werk is None:
            return
        opname = self._werk.opname
        gaten = gebreken(opname.bezoek) if self._toon_gaten else ()
        self._weergave.toon_opname(
            BezoekBeeld(
                opname.bezoek,
                self._omgeving,
                self._werk.schrijven.loopt,
                self._plan(),
                tuple((gat.veld, gat.bericht) for gat in gaten),
                kan_terug=opname.kan_terug,
                kan_opnieuw=opname.kan_opnieuw,
            )
        )

    def _plan(self) -> Plan | None:
        if self._werk is None:
            return None
        bezoek = self._werk.opname.bezoek
        voorstel = plan_voor(bezoek, self._vrije_dagen(bezoek.begonnen_op.date()))
        return voorstel and (self._eigen_plan or voorstel)

    def _vastgelegd(self, bezoek: Deurbezoek, bericht: Touched, taken: int) -> None:
        self._werk = None
        klaar = {0: "", 1: " Er is 1 taak gemaakt."}.get(taken, f" Er zijn {taken} taken gemaakt.")
        nieuwe_versie = (lambda: self.open(bezoek.id)) if bezoek.corrigeert is not None else None
        self._vastlegging.vastgelegd(bericht, f"Bezoek vastgelegd.{klaar}", nieuwe_versie)

    def _fout(self, fout: DomainError) -> None:
        self._weergave.toon_fout(fout.veld, fout.bericht)


@dataclass(frozen=True, slots=True)
class _Opening:
    bezoek: Deurbezoek
    omgeving: Omgeving


def _lees(caseload: Caseload, ding: str) -> _Opening | Lezing | None:
    """Everything the screen needs, in one read. None when the visit is not on this laptop."""
    try:
        bezoek = caseload.bezoek(ding)
    except KeyError:
        return None
    beelden = tuple(beeld for dossier in bezoek.dossiers if (beeld := caseload.dossier(dossier)) is not None)
    if bezoek.is_concept:
        gezin = caseload.gezin(bezoek.dossiers[0])
        return _Opening(bezoek, Omgeving(beelden, gezin, caseload.snelle_zinnen()))
    items = [item for item in caseload.tijdlijn(bezoek.dossiers[0]) if item.soort is Tijdlijnsoort.BEZOEK]
    stand = versiestand(bezoek, caseload.bezoek, items)
    return Lezing(bezoek, Omgeving(beelden, (), ()).namen(bezoek.dossiers), stand)
