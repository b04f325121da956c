"""Between the screen of a letter and the vault: choose, write with the paper beside it, seal, send."""

from __future__ import annotations

from typing import Protocol

from leerplicht_desktop.casework.brief.adres import brief_naar_nieuw_adres
from leerplicht_desktop.casework.brief.afzender import telefoon_instellen
from leerplicht_desktop.casework.brief.opstellen import Briefopgave
from leerplicht_desktop.casework.ports.papier import Drukwerk, Formulierbeeld, Formulierlijst
from leerplicht_desktop.casework.problems import BekendProbleem, FormulierWeg
from leerplicht_desktop.casework.queries.caseload import DossierBeeld
from leerplicht_desktop.casework.queries.stukkenkast import ConceptBriefBeeld
from leerplicht_desktop.casework.stuk.stap_zetten import Stapopgave
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.stuk.stuk import Stuk, Stukstap
from leerplicht_desktop.ui.formulier.bewaarder import Bewaarder
from leerplicht_desktop.ui.scherm.context import Context

from .afronden import Afronden
from .lezen import Opening, lees_concept, lees_ding
from .model import BriefBeeld, Briefpunt, GereedBeeld, alle_punten, nog_klaar
from .schrijfwerk import Schrijfwerk
from .tekenaar import Tekenaar
from .voorinvullen import brieven_beginnen


class Weergave(Protocol):
    """What the presenter asks of the screen."""

    def toon_keuze(self, beeld: DossierBeeld, formulieren: Formulierlijst) -> None:
        """Offer every letter for a dossier."""

    def toon_brief(self, beeld: BriefBeeld) -> None:
        """Show a concept from the beginning."""

    def toon_punten(self, punten: tuple[Briefpunt, ...]) -> None:
        """Say what is still to be done."""

    def toon_papier(self, pdf: bytes) -> None:
        """Show the paper as it now stands; none when it could not be made."""

    def toon_geheim(self, zin: str) -> None:
        """Say in red that an address is secret (R24); empty when none is."""

    def toon_adres(self, beeld: BriefBeeld) -> None:
        """Show where the letter goes by now, and what is still to be done."""

    def toon_gereed(self, beeld: GereedBeeld) -> None:
        """Show a sealed letter."""

    def toon_bezig(self, woord: str) -> None:
        """Say what is being done; empty: nothing."""

    def toon_fout(self, fout: DomainError) -> None:
        """Say what is wrong, at its field when there is one."""

    def toon_probleem(self, probleem: BekendProbleem) -> None:
        """The paper could not be made: what happened and what to do."""


class BriefPresenter:
    """One letter at a time."""

    def __init__(self, context: Context, weergave: Weergave, bewaarder: Bewaarder) -> None:
        self._context = context
        self._weergave = weergave
        self._bewaarder = bewaarder
        self._afronden = Afronden(context, self._mis)
        self._ding = ""
        self._zusters: tuple[str, ...] = ()
        self._drukwerk: Drukwerk | None = None
        self._formulieren = Formulierlijst()
        self.gereed: GereedBeeld | None = None
        self.pdf, self._bezig = b"", False
        self._tekenaar = Tekenaar(context, self._getekend, self._niet_getekend, bewaarder)
        self._werk = Schrijfwerk(bewaarder, self._tekenaar.straks)
        self.schrijf, self.schrijf_aanhef = self._werk.schrijf, self._werk.schrijf_aanhef

    @property
    def beeld(self) -> BriefBeeld | None:
        """The concept that is open."""
        return self._werk.beeld

    def open(self, ding: str, zusters: tuple[str, ...] = ()) -> None:
        """Show what ``ding`` is: a dossier to write for, a concept, or a sealed letter.

        ``zusters`` are the letters that were begun with it.
        """
        self._vergeet()
        self._ding, self._zusters = ding, zusters
        self._context.zij.submit(self._context.papier.formulieren, self._met_formulieren, self._mis)

    def sluit(self) -> None:
        """The screen is left: what was kept is forced to the disk, and others hear that it changed."""
        self._bewaarder.duurzaam()
        if self._werk.aangeraakt and self.beeld is not None:
            dossiers = self.beeld.brief.concept.dossiers
            self._context.bulletin.meld(touched(Soort.STUK, Soort.DOSSIER, dossiers=dossiers))
        self._vergeet()

    def begin(self, opgave: Briefopgave, formulier: Formulierbeeld) -> None:
        """Make the concepts, one for each address, and open the first."""
        if self._bezig:
            return  # a second press begins no second letter
        self._bezig = True
        klok, dossier = self._context.klok, self._ding
        self._context.doe(
            lambda work: brieven_beginnen(work, klok, dossier, opgave, formulier),
            lambda antwoord: self._begonnen(dossier, *antwoord),
            self._mis,
        )

    def schrijf_telefoon(self, nummer: str) -> None:
        """Keep the officer's own number, and draw the paper with it."""
        self._context.doe(lambda work: telefoon_instellen(work, nummer), lambda _: self.teken(), self._mis)

    def naar_nieuw_adres(self) -> None:
        """Put the address of the register on the letter."""
        hier, meld = self._ding, self._context.bulletin.meld
        self._context.doe(lambda work: brief_naar_nieuw_adres(work, hier)[1], meld, self._mis)

    def neem_over(self, zuster: str) -> None:
        """Take the text of the other letter, but nothing that must stay hidden on this one."""
        if self.beeld is not None:
            kluis, hier = self._context.kluis, self._ding
            self._context.opslag.submit(
                lambda: lees_concept(kluis, zuster), lambda ander: self._overgenomen(hier, ander), self._mis
            )

    def naar_zuster(self, zuster: str) -> None:
        """Open the other letter."""
        zusters = self._zusters
        self.sluit()
        self.open(zuster, zusters)

    def punten(self, fouten: dict[str, str]) -> tuple[Briefpunt, ...]:
        """What is still to be done; ``fouten`` is what could not be understood, by field."""
        if self.beeld is None:
            return ()
        return alle_punten(
            self.beeld, self._werk.velden, fouten, self._drukwerk, self._context.klok.vandaag()
        )

    def teken(self) -> None:
        """Make the paper as it now stands."""
        if self.beeld is not None:
            self._tekenaar.nu(self.beeld.brief.concept.id)

    def verzegel(self) -> None:
        """Make the final paper and seal it; nothing is sealed when anything is wrong."""
        beeld = self.beeld
        if beeld is None or self._bezig:
            return
        self._bezig = True
        self._tekenaar.stop()
        self._bewaarder.probeer_opnieuw()
        self._weergave.toon_bezig("De brief wordt definitief gemaakt.")
        self._afronden.verzegel(beeld.brief.concept.id, beeld.formulier.titel, self._verzegeld)

    def verwerp(self) -> None:
        """Throw the concept away."""
        if self.beeld is not None:
            self._afronden.verwerp(self.beeld.brief.concept.id, self._verworpen)

    def zet_stap(self, opgave: Stapopgave) -> None:
        """Write down what happened to the sealed letter."""
        if self.gereed is not None and not self._bezig:
            self._bezig = True
            self._afronden.zet_stap(self.gereed.beeld.stuk.id, opgave, self._gezet)

    def geraakt(self, bericht: Touched) -> None:
        """What is shown is looked at again: a step, a secret address, a dossier that was taken away."""
        if self.gereed is not None and (bericht.raakt(Soort.STUK) or bericht.raakt(Soort.DOSSIER)):
            self._lees()
        elif self.beeld is not None and not self._bezig and bericht.raakt(Soort.DOSSIER):
            kluis, hier = self._context.kluis, self._ding
            lees, mis = lambda: lees_concept(kluis, hier), self._niet_getekend
            self._context.opslag.submit(lees, lambda brief: self._ververst(hier, brief), mis)

    def _vergeet(self) -> None:
        self._tekenaar.stop()
        self._bezig = False
        self._werk.vergeet()
        self._ding, self._zusters = "", ()
        self.gereed, self.pdf, self._drukwerk = None, b"", None

    def _met_formulieren(self, formulieren: Formulierlijst) -> None:
        self._formulieren = formulieren
        self._lees()

    def _lees(self) -> None:
        ding, kluis = self._ding, self._context.kluis

        def klaar(opening: Opening) -> None:
            if self._ding == ding:
                self._geopend(opening)

        self._context.opslag.submit(lambda: lees_ding(kluis, ding), klaar, self._context.navigatie.probleem)

    def _geopend(self, opening: Opening) -> None:
        if opening.dossier is not None:
            self._weergave.toon_keuze(opening.dossier, self._formulieren)
        elif opening.concept is not None:
            self._toon_concept(opening.concept, opening.namen)
        elif opening.stuk is not None:
            self._toon_stuk(GereedBeeld(opening.stuk, opening.namen, opening.geheim))
        else:
            self._context.navigatie.toast("Deze brief staat niet meer op deze laptop.")
            self._context.navigatie.terug()

    def _toon_stuk(self, gereed: GereedBeeld) -> None:
        """A letter that did not change stays as it is: the officer may be writing down a step."""
        if gereed == self.gereed:
            return
        self.gereed = gereed
        self._weergave.toon_gereed(gereed)
        if self.pdf:
            self._weergave.toon_papier(self.pdf)
        else:
            self._tekenaar.haal(gereed.beeld.stuk.id, self._toon_pdf)

    def _toon_concept(self, brief: ConceptBriefBeeld, namen: str) -> None:
        lijst, id_ = self._formulieren, brief.concept.formulier
        formulier = next((een for een in lijst.beelden if een.id == id_), None)
        if formulier is None:
            self._context.navigatie.probleem(FormulierWeg(lijst.onbruikbaar))
            self._context.navigatie.terug()
            return
        beeld = BriefBeeld(brief, formulier, namen, self._zusters)
        self._werk.begin(beeld)
        self._weergave.toon_brief(beeld)
        self.teken()

    def _ververst(self, hier: str, brief: ConceptBriefBeeld | None) -> None:
        """The municipality changed the dossier: what must stay hidden may be more than it was (R24)."""
        if brief is None or self.beeld is None or self._ding != hier:
            return
        if self._werk.ververs(brief):
            self._weergave.toon_geheim(brief.waarschuwing)
        self._weergave.toon_adres(self.beeld)
        self.teken()

    def _overgenomen(self, hier: str, ander: ConceptBriefBeeld | None) -> None:
        if self.beeld is None or self._ding != hier:
            return
        if ander is None:
            self._context.navigatie.toast("De andere brief is al definitief. Typ de tekst hier.")
            return
        self._werk.neem_over(ander)
        self._weergave.toon_brief(self.beeld)

    def _begonnen(self, dossier: str, ids: tuple[str, ...], bericht: Touched) -> None:
        self._context.bulletin.meld(bericht)
        if self._ding != dossier:
            return  # the officer went on; the concept stands at the documents
        self._vergeet()
        self._zusters, self._ding = ids, ids[0]
        self._lees()

    def _getekend(self, drukwerk: Drukwerk) -> None:
        self._drukwerk = drukwerk
        self._toon_pdf(drukwerk.pdf)

    def _niet_getekend(self, fout: Exception) -> None:
        """Paper that is out of date is not printed either."""
        self.pdf = b""
        self._weergave.toon_papier(b"")
        self._mis(fout)

    def _toon_pdf(self, pdf: bytes) -> None:
        self.pdf = pdf
        self._weergave.toon_papier(pdf)

    def _verzegeld(self, stuk: Stuk, bericht: Touched) -> None:
        zusters = tuple(id_ for id_ in self._zusters if id_ != stuk.id)
        self._context.opslag.submit(self._context.kluis.duurzaam)
        self._context.navigatie.meld_bewaard(self._context.klok.nu())
        hier = self._ding == stuk.id
        if hier:
            self._weergave.toon_bezig("")
            self._vergeet()
            self._zusters, self._ding = zusters, stuk.id
        self._context.bulletin.meld(bericht)
        self._context.navigatie.toast(f"De brief is definitief.{nog_klaar(len(zusters) if hier else 0)}")
        if hier:
            self._lees()

    def _gezet(self, _: Stukstap, bericht: Touched) -> None:
        self._bezig = False
        self._context.navigatie.meld_bewaard(self._context.klok.nu())
        self._context.navigatie.toast("Vastgelegd.")
        self._context.bulletin.meld(bericht)
        self._lees()

    def _verworpen(self, bericht: Touched) -> None:
        self._werk.aangeraakt = False
        self._context.bulletin.meld(bericht)
        self._context.navigatie.toast("Het concept is weg.")
        self._context.navigatie.terug()

    def _mis(self, fout: Exception) -> None:
        self._bezig = False
        self._weergave.toon_bezig("")
        if isinstance(fout, DomainError):
            self._weergave.toon_fout(fout)
        elif isinstance(fout, BekendProbleem) and (self.beeld is not None or self.gereed is not None):
            self._weergave.toon_probleem(fout)
        else:
            # Without a letter on the screen there is no place beside it: the window says it.
            self._context.navigatie.probleem(fout)
