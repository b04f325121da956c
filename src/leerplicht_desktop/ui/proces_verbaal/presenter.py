"""Between the screen of a proces-verbaal and the vault: the concept, sealing it, and its life afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from leerplicht_desktop.casework.concepten import Feitkeuze
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import Drukwerk, IngelezenBijlage
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.proces_verbaal.aanvullen import aanvullend_proces_verbaal
from leerplicht_desktop.casework.proces_verbaal.bijhouden import proces_verbaal_verwerpen
from leerplicht_desktop.casework.proces_verbaal.opstellen import is_zo_gekozen, proces_verbaal_opstellen
from leerplicht_desktop.casework.proces_verbaal.verzegelen import proces_verbaal_verzegelen
from leerplicht_desktop.casework.queries.stukkenkast import Stukkenkast
from leerplicht_desktop.casework.stuk.stap_zetten import Stapopgave, stukstap_met_scan, stukstap_zetten
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.stuk.stuk import Stuk, Stukstap
from leerplicht_desktop.ui.formulier.bewaarder import Bewaarder
from leerplicht_desktop.ui.scherm.context import Context

from .aanloop import lees_aanloop
from .lezing import Conceptblad, lees
from .model import Aanloop, PVVorm, Stukblad, Verdachtekeuze
from .schrijven import Schrijven

T = TypeVar("T")


class Weergave(Protocol):
    """What the presenter asks of the screen."""

    def toon_aanloop(self, aanloop: Aanloop) -> None:
        """Ask against whom, for which fact."""

    def toon_vorm(self, vorm: PVVorm) -> None:
        """Show the concept as it now stands."""

    def toon_stuk(self, blad: Stukblad) -> None:
        """Show a sealed proces-verbaal and what may come next."""

    def toon_fout(self, veld: str, bericht: str) -> None:
        """Say what stands in the way, beside a field when it is on the screen."""

    def toon_verzegelen(self, *, bezig: bool) -> None:
        """Say that sealing goes on, or ended."""

    def ga_naar_veld(self, veld: str, cursor: int) -> None:
        """Put the focus on a field, on its own step."""


class PVPresenter:
    """One proces-verbaal at a time. ``ding`` is its id, or ``nieuw:`` and a dossier."""

    def __init__(self, context: Context, weergave: Weergave, bewaarder: Bewaarder) -> None:
        self._context = context
        self._weergave = weergave
        self._bewaarder = bewaarder
        self._schrijven: Schrijven | None = None
        self.ding = ""

    @property
    def vorm(self) -> PVVorm | None:
        """The concept that is open."""
        return self._schrijven.vorm if self._schrijven is not None else None

    def met(self, doe: Callable[[Schrijven], None]) -> None:
        """Do something with the concept that is open; without one nothing happens."""
        if self._schrijven is not None:
            doe(self._schrijven)

    def open(self, ding: str, veld: str = "", cursor: int = -1) -> None:
        """Show a concept, a sealed proces-verbaal, or ask what to make."""
        self.ding, self._schrijven = ding, None
        soort, _, dossier = ding.partition(":")
        if soort == "nieuw":
            klok = self._context.klok
            self._context.lees(
                lambda caseload: lees_aanloop(caseload, dossier, klok.vandaag()), self._aanloop_gelezen
            )
            return
        self._context.doe(
            lambda work: lees(work, ding), lambda gelezen: self._gelezen(ding, gelezen, (veld, cursor))
        )

    def stel_op(self, dossiers: tuple[str, ...], wie: Verdachtekeuze, keuze: Feitkeuze) -> None:
        """Make a concept; or go on with the one against this suspect that was begun, and say so."""

        def act(work: Work) -> tuple[str, Touched, bool]:
            id_, bericht = proces_verbaal_opstellen(work, self._context.klok, dossiers, wie.keuze, keuze)
            return id_, bericht, is_zo_gekozen(work, id_, keuze)

        self._doe(act, lambda antwoord: self._opgesteld(*antwoord))

    def sluit(self) -> None:
        """The screen is left: what was kept is forced to the disk, and others hear that it changed."""
        schrijven, self._schrijven = self._schrijven, None
        if schrijven is None:
            return
        self._bewaarder.duurzaam()
        if schrijven.aangeraakt:
            dossiers = schrijven.beeld.concept.dossiers
            self._context.bulletin.meld(touched(Soort.STUK, Soort.DOSSIER, dossiers=dossiers))

    def lees_opnieuw(self) -> None:
        """Something elsewhere changed, such as a hearing that was vastgelegd."""
        if self._schrijven is not None:
            self._herlees()
        elif self.ding and not self.ding.startswith("nieuw:"):
            self.open(self.ding)

    def bij_concept(
        self,
        act: Callable[[Work, str], T],
        veld: Callable[[T], str] | None = None,
        bij: str = "",
    ) -> None:
        """Run an act on the concept and read it again; ``veld`` says where the cursor goes."""
        schrijven = self._schrijven
        if schrijven is None:
            return
        schrijven.aangeraakt = True
        id_ = schrijven.beeld.concept.id

        def klaar(antwoord: T) -> None:
            self._herlees(veld(antwoord) if veld is not None else "")
            self._context.navigatie.meld_bewaard(self._context.klok.nu())

        def mis(fout: Exception) -> None:
            if bij.startswith("zin.") and isinstance(fout, DomainError):
                schrijven.fout(bij, fout.bericht)
            elif bij and isinstance(fout, DomainError):
                plek = fout.veld if fout.veld in ("gezag", "reden", "soort") else "periode"
                schrijven.fout(f"{bij}.{plek}", fout.bericht)
            else:
                self._mis(fout)

        self._context.doe(lambda work: act(work, id_), klaar, mis)

    def verwerp(self) -> None:
        """Throw the concept away; its sources stay."""
        id_, self._schrijven = self.ding, None
        self._doe(lambda work: proces_verbaal_verwerpen(work, id_), self._verworpen)

    def verzegel(self) -> None:
        """Draw the final paper and seal it: all or nothing."""
        id_, papier = self.ding, self._context.papier
        if self._bewaarder.wacht:
            self._weergave.toon_fout("", "Nog niet alles is bewaard. Verzegel zodra er weer ruimte is.")
            return
        self._weergave.toon_verzegelen(bezig=True)
        self._context.zij.submit(
            lambda: papier.proces_verbaal(id_, definitief=True), self._getekend, self._niet_verzegeld
        )

    def zet_stap(self, opgave: Stapopgave, scan: IngelezenBijlage | None = None) -> None:
        """Write down what happened to the sealed proces-verbaal, with the scan that was just read."""
        stuk, klok = self.ding, self._context.klok

        def act(work: Work) -> tuple[Stukstap, Touched]:
            if scan is None:
                return stukstap_zetten(work, klok, stuk, opgave)
            return stukstap_met_scan(work, klok, stuk, opgave, scan)

        self._doe(act, lambda antwoord: self._verder(stuk, antwoord[1]))

    def lees_pdf(self, klaar: Callable[[bytes], None]) -> None:
        """The sealed bytes, to print or to save."""
        stuk = self.ding
        kluis = self._context.kluis
        self._context.opslag.submit(
            lambda: kluis.bekijk(lambda kast: kast.pdf(stuk)), klaar, self._context.navigatie.probleem
        )

    def lees_scan(self, bijlage: str, klaar: Callable[[bytes], None]) -> None:
        """The bytes of a scan, to look at."""

        def vraag(kast: Stukkenkast) -> bytes:
            return kast.bijlage_inhoud(bijlage)

        def mis(fout: Exception) -> None:
            if isinstance(fout, KeyError):
                self._context.navigatie.toast("Van deze scan staat het bestand niet op deze laptop.")
            else:
                self._mis(fout)

        self._context.opslag.submit(lambda: self._context.kluis.bekijk(vraag), klaar, mis)

    def vul_aan(self, stuk: str) -> None:
        """A concept that adds to the sealed one; a second click takes up the same."""
        self._doe(
            lambda work: aanvullend_proces_verbaal(work, self._context.klok, stuk),
            lambda antwoord: self._verder(*antwoord),
        )

    def _herlees(self, veld: str = "") -> None:
        """Read again. A key typed while it was read is newer than what came back: then once more."""
        id_, schrijven = self.ding, self._schrijven
        if schrijven is None:
            return
        beurt = schrijven.beurt

        def gelezen(antwoord: Conceptblad | Stukblad | None) -> None:
            if schrijven is not self._schrijven or not isinstance(antwoord, Conceptblad):
                return
            if schrijven.beurt != beurt:
                self._herlees(veld)
            elif not self._bewaarder.wacht:
                schrijven.vernieuw(antwoord.beeld, antwoord.nieuw)
                if veld:
                    self._weergave.ga_naar_veld(veld, -1)

        self._context.doe(lambda work: lees(work, id_), gelezen)

    def _aanloop_gelezen(self, aanloop: Aanloop | None) -> None:
        if aanloop is None:
            self._niet_hier()
        else:
            self._weergave.toon_aanloop(aanloop)

    def _gelezen(self, ding: str, gelezen: Conceptblad | Stukblad | None, plek: tuple[str, int]) -> None:
        if ding != self.ding:
            return
        if gelezen is None:
            self._niet_hier()
        elif isinstance(gelezen, Stukblad):
            self._weergave.toon_stuk(gelezen)
        else:
            self._schrijven = Schrijven(gelezen.beeld, self._bewaarder, self._context.klok, self._toon)
            self._schrijven.geheim = gelezen.geheim
            self._schrijven.vernieuw(gelezen.beeld, gelezen.nieuw)
            self._weergave.ga_naar_veld(*plek)

    def _toon(self) -> None:
        if self._schrijven is not None:
            self._weergave.toon_vorm(self._schrijven.vorm)

    def _getekend(self, drukwerk: Drukwerk) -> None:
        # The officer may look at another one by now: what was asked to be sealed is sealed.
        id_ = drukwerk.concept
        self._context.doe(
            lambda work: proces_verbaal_verzegelen(work, self._context.klok, id_, drukwerk),
            lambda antwoord: self._verzegeld(*antwoord),
            self._niet_verzegeld,
        )

    def _verzegeld(self, stuk: Stuk, bericht: Touched) -> None:
        self._weergave.toon_verzegelen(bezig=False)
        self._context.opslag.submit(self._context.kluis.duurzaam)
        self._context.navigatie.toast(f"Verzegeld met nummer {stuk.nummer}. Druk het af en onderteken het.")
        if stuk.id == self.ding:
            self._verder(stuk.id, bericht)
        else:
            self._context.bulletin.meld(bericht)

    def _niet_verzegeld(self, fout: Exception) -> None:
        self._weergave.toon_verzegelen(bezig=False)
        if isinstance(fout, BekendProbleem):
            self._weergave.toon_fout("", f"{fout.bericht} {fout.remedie} Er is niets verzegeld.")
        else:
            self._mis(fout)

    def _verder(self, id_: str, bericht: Touched) -> None:
        self._schrijven = None
        self._context.navigatie.meld_bewaard(self._context.klok.nu())
        self._context.bulletin.meld(bericht)
        self.open(id_)
        self._context.navigatie.meld_plek()

    def _opgesteld(self, id_: str, bericht: Touched, zoals_gekozen: bool) -> None:
        self._verder(id_, bericht)
        if not zoals_gekozen:
            self._context.navigatie.toast(
                "Tegen deze verdachte was al een concept. Daarin ga je verder: kijk bij stap 2 of de dagen "
                "kloppen."
            )

    def _verworpen(self, bericht: Touched) -> None:
        self._context.bulletin.meld(bericht)
        self._context.navigatie.toast("Concept weggegooid. De verslagen waar het uit kwam, zijn er nog.")
        self._context.navigatie.terug()

    def _niet_hier(self) -> None:
        self.ding = ""
        self._context.navigatie.toast("Dit proces-verbaal staat niet meer op deze laptop.")
        self._context.navigatie.terug()

    def _doe(self, act: Callable[[Work], T], klaar: Callable[[T], None]) -> None:
        self._context.doe(act, klaar, self._mis)

    def _mis(self, fout: Exception) -> None:
        if isinstance(fout, DomainError):
            self._weergave.toon_fout(fout.veld, fout.bericht)
        else:
            self._context.navigatie.probleem(fout)
