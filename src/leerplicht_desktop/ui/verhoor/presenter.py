"""Between the screen of a hearing and the vault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from leerplicht_desktop.casework.concepten import Verhoorblad
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import Drukwerk
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.queries.caseload import Caseload, DossierBeeld
from leerplicht_desktop.casework.queries.stukkenkast import Stukkenkast, VerhoorBeeld
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.casework.verhoor.afdruk import papier_wijkt_af
from leerplicht_desktop.casework.verhoor.oproep import Oproep, oproepen_voor
from leerplicht_desktop.casework.verhoor.starten import Verhooropgave, verhoor_starten
from leerplicht_desktop.casework.verhoor.vastleggen import verhoor_vastleggen, verhoor_verwerpen
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.verhoor import punten
from leerplicht_desktop.domain.persoon.plaatsnaam import adres_in_zin
from leerplicht_desktop.ui.formulier.bewaarder import Bewaarder
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.scherm.woorden import opsomming

from .model import Aanloop, Omgeving, VerhoorVorm, pleegdatum_van, verdachten
from .schrijven import Schrijven


class Weergave(Protocol):
    """What the presenter asks of the screen."""

    def toon_aanloop(self, aanloop: Aanloop) -> None:
        """Ask whom to hear, and of what day the fact is."""

    def toon_vorm(self, vorm: VerhoorVorm) -> None:
        """Show the hearing as it now stands."""

    def toon_lezing(self, beeld: VerhoorBeeld, omgeving: Omgeving) -> None:
        """Show a hearing that was vastgelegd."""

    def toon_fout(self, veld: str, bericht: str) -> None:
        """Say what stands in the way of the beginning, or of finishing."""

    def vraag_ander_papier(self) -> None:
        """Ask what to do: the signed paper holds another text than the hearing has now."""

    def ga_naar_veld(self, veld: str, cursor: int) -> None:
        """Put the focus on a field, on its own step."""


class VerhoorPresenter:
    """One hearing at a time. ``ding`` is its id, or ``nieuw:``, ``bezoek:`` or ``notitie:`` and an id."""

    def __init__(self, context: Context, weergave: Weergave, bewaarder: Bewaarder) -> None:
        self._context = context
        self._weergave = weergave
        self._bewaarder = bewaarder
        self._schrijven: Schrijven | None = None
        self._omgeving = Omgeving("")
        self.ding = ""

    @property
    def blad(self) -> Verhoorblad | None:
        """The concept that is open."""
        return self._schrijven.blad if self._schrijven is not None else None

    def met(self, doe: Callable[[Schrijven], None]) -> None:
        """Do something with the concept that is open; without one nothing happens."""
        if self._schrijven is not None:
            doe(self._schrijven)

    def open(self, ding: str, veld: str = "", cursor: int = -1) -> None:
        """Show a hearing, or ask whom to hear."""
        self.ding, self._schrijven = ding, None
        soort, _, id_ = ding.partition(":")
        if id_:
            self._context.lees(
                lambda caseload: _lees_aanloop(caseload, soort, id_, self._context),
                lambda aanloop: self._aanloop_gelezen(ding, aanloop),
            )
            return
        self._context.opslag.submit(
            lambda: self._context.kluis.bekijk(lambda kast: _lees(kast, ding)),
            lambda gelezen: self._gelezen(ding, gelezen, veld, cursor),
            self._context.navigatie.probleem,
        )

    def start(self, dossiers: tuple[str, ...], opgave: Verhooropgave) -> None:
        """Begin; or go on with the one of this suspect that was begun."""
        self._context.doe(
            lambda work: verhoor_starten(work, self._context.klok, dossiers, opgave),
            lambda antwoord: self._gestart(*antwoord),
            self._mis,
        )

    def sluit(self) -> None:
        """The screen is left: what was kept is forced to the disk, and others hear that it changed."""
        schrijven, self._schrijven = self._schrijven, None
        if schrijven is None:
            return
        self._bewaarder.duurzaam()
        if schrijven.aangeraakt:
            dossiers = schrijven.blad.dossiers
            self._context.bulletin.meld(touched(Soort.VERHOOR, Soort.DOSSIER, dossiers=dossiers))

    def terug(self) -> None:
        """Back. A hearing in which nothing was recorded disappears; any other stays a concept."""
        blad = self.blad
        if blad is not None and not self._bewaarder.wacht:
            self._context.doe(lambda work: verhoor_verwerpen(work, blad.id), self._verworpen)
        self._context.navigatie.terug()

    @property
    def geheim(self) -> bool:
        """Whether somebody in the dossiers of this hearing has a secret address (R24)."""
        return self._omgeving.geheim

    def leg_vast(self, *, ondanks_papier: bool = False) -> None:
        """Finish. What is missing shows beside its field, with the focus on the first.

        When the signed paper holds another text, the officer is asked first: ``ondanks_papier`` is a yes.
        """
        schrijven = self._schrijven
        if schrijven is None:
            return
        schrijven.streng = True
        veld = next(iter(schrijven.fouten), "") or next(
            (punt.veld for punt in punten(schrijven.blad.compleet) if punt.moet), ""
        )
        if veld:
            self._toon("")
            self._weergave.ga_naar_veld(veld, -1)
            return
        self._bewaarder.probeer_opnieuw()
        id_ = schrijven.blad.id
        klok = self._context.klok

        def act(work: Work) -> tuple[Verhoorblad, Touched] | None:
            if not ondanks_papier and papier_wijkt_af(work.stukkenkast, id_):
                return None
            return verhoor_vastleggen(work, klok, id_)

        self._context.doe(act, self._vastgelegd, self._mis)

    def lees_bron(self) -> None:
        """The record during which the suspicion arose."""
        if self.blad is not None and self.blad.bron is not None and self._omgeving.bron_scherm:
            self._context.navigatie.ga(self._omgeving.bron_scherm, self.blad.bron)

    def maak_papier(self, *, definitief: bool, klaar: Callable[[Drukwerk], None]) -> None:
        """The report on paper, to read back, to sign and to print; drawn beside the screens."""
        id_, papier = self.ding, self._context.papier
        if self._bewaarder.wacht:
            self._weergave.toon_fout("", "Nog niet alles is bewaard. Druk af zodra er weer ruimte is.")
            return

        def mis(fout: Exception) -> None:
            if isinstance(fout, BekendProbleem):
                self._weergave.toon_fout("", f"{fout.bericht} {fout.remedie}")
            else:
                self._context.navigatie.probleem(fout)

        self._context.zij.submit(
            lambda: papier.verhoorverslag(id_, definitief=definitief),
            lambda drukwerk: klaar(drukwerk) if id_ == self.ding else None,
            mis,
        )

    def _aanloop_gelezen(self, ding: str, aanloop: Aanloop | None) -> None:
        if ding != self.ding:
            return
        if aanloop is None:
            self._niet_hier()
        else:
            self._weergave.toon_aanloop(aanloop)

    def _gelezen(self, ding: str, gelezen: _Gelezen | None, veld: str, cursor: int) -> None:
        if ding != self.ding:
            return
        if gelezen is None:
            self._niet_hier()
            return
        blad = gelezen.beeld.blad
        self._context.lees(
            lambda caseload: _omgeving(caseload, blad, gelezen.oproepen),
            lambda omgeving: self._geopend(ding, gelezen.beeld, omgeving, (veld, cursor)),
        )

    def _geopend(self, ding: str, beeld: VerhoorBeeld, omgeving: Omgeving, plek: tuple[str, int]) -> None:
        if ding != self.ding:
            return
        self._omgeving = omgeving
        if not beeld.blad.is_concept:
            self._weergave.toon_lezing(beeld, omgeving)
            return
        self._schrijven = Schrijven(beeld.blad, self._bewaarder, self._context.klok, self._toon)
        self._toon("")
        self._weergave.ga_naar_veld(*plek)

    def _toon(self, zin: str) -> None:
        """Show how it stands, and put the cursor in a line that was just added."""
        schrijven = self._schrijven
        if schrijven is None:
            return
        self._weergave.toon_vorm(
            VerhoorVorm(
                schrijven.blad,
                self._omgeving,
                punten(schrijven.blad.compleet),
                dict(schrijven.fouten),
                schrijven.streng,
            )
        )
        if zin:
            self._weergave.ga_naar_veld(f"zin.{zin}", -1)

    def _gestart(self, id_: str, bericht: Touched) -> None:
        self._context.bulletin.meld(bericht)
        self._context.navigatie.meld_bewaard(self._context.klok.nu())
        self.open(id_)
        self._context.navigatie.meld_plek()

    def _vastgelegd(self, antwoord: tuple[Verhoorblad, Touched] | None) -> None:
        if antwoord is None:
            self._weergave.vraag_ander_papier()
            return
        blad, bericht = antwoord
        self._schrijven = None
        self._bewaarder.duurzaam()
        self._context.opslag.submit(self._context.kluis.duurzaam)
        self._context.navigatie.meld_bewaard(self._context.klok.nu())
        self._context.bulletin.meld(bericht)
        self._context.navigatie.toast("Verhoor vastgelegd. Het kan nu in een proces-verbaal.")
        self.open(blad.id)

    def _verworpen(self, bericht: Touched | None) -> None:
        if bericht is not None:
            self._context.bulletin.meld(bericht)

    def _niet_hier(self) -> None:
        self.ding = ""
        self._context.navigatie.toast("Dit staat niet meer op deze laptop.")
        self._context.navigatie.terug()

    def _mis(self, fout: Exception) -> None:
        if isinstance(fout, DomainError):
            self._weergave.toon_fout(fout.veld, fout.bericht)
        else:
            self._context.navigatie.probleem(fout)


@dataclass(frozen=True, slots=True)
class _Gelezen:
    beeld: VerhoorBeeld
    oproepen: tuple[Oproep, ...]


def _lees(kast: Stukkenkast, ding: str) -> _Gelezen | None:
    try:
        beeld = kast.verhoor(ding)
    except KeyError:
        return None
    return _Gelezen(beeld, oproepen_voor(kast, beeld.blad.dossiers, beeld.blad.verdachte))


def _omgeving(caseload: Caseload, blad: Verhoorblad, oproepen: tuple[Oproep, ...]) -> Omgeving:
    beelden = _beelden(caseload, blad.dossiers)
    geheim = any(een.geheim for beeld in beelden for een in (beeld.jongere, *beeld.betrokkenen))
    namen = opsomming(beeld.naam for beeld in beelden)
    return Omgeving(namen, oproepen, _bronscherm(caseload, blad.bron), geheim)


def _bronscherm(caseload: Caseload, bron: str | None) -> str:
    if bron is None:
        return ""
    try:
        caseload.bezoek(bron)
    except KeyError:
        return "gesprek"
    return "deurbezoek"


def _lees_aanloop(caseload: Caseload, soort: str, id_: str, context: Context) -> Aanloop | None:
    try:
        dossiers, plaats = _waar(caseload, soort, id_)
    except KeyError:
        return None
    beelden = _beelden(caseload, dossiers)
    if not beelden:
        return None
    return Aanloop(
        dossiers=dossiers,
        namen=opsomming(beeld.naam for beeld in beelden),
        keuzes=verdachten(beelden),
        pleegdatum=pleegdatum_van(beelden, context.klok.vandaag()),
        plaats=plaats,
        bron=None if soort == "nieuw" else id_,
        bron_woord={"bezoek": "bezoek", "notitie": "gesprek"}.get(soort, ""),
    )


def _waar(caseload: Caseload, soort: str, id_: str) -> tuple[tuple[str, ...], str]:
    if soort == "bezoek":
        bezoek = caseload.bezoek(id_)
        return bezoek.dossiers, adres_in_zin(bezoek.adres)
    if soort == "notitie":
        return caseload.notitie(id_).dossiers, ""
    return (id_,), ""


def _beelden(caseload: Caseload, dossiers: tuple[str, ...]) -> tuple[DossierBeeld, ...]:
    return tuple(beeld for dossier in dossiers if (beeld := caseload.dossier(dossier)) is not None)
