"""The screen of a letter: choose it, fill it in beside the paper, seal it, print it, send it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from leerplicht_desktop.casework.ports.papier import Formulierlijst
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.queries.caseload import DossierBeeld, Werkplek
from leerplicht_desktop.casework.stuk.stap_zetten import Stapopgave
from leerplicht_desktop.casework.touched import Touched
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.ui.bladen.afdrukken import Afdruk, Afdrukker, Printers
from leerplicht_desktop.ui.bladen.uitvoer import Uitvoer
from leerplicht_desktop.ui.bladen.uitvoeren import Uitvoeren
from leerplicht_desktop.ui.formulier.bewaarder import Bewaarder
from leerplicht_desktop.ui.formulier.velden import plek_in
from leerplicht_desktop.ui.kit.back import BackKey
from leerplicht_desktop.ui.kit.cards import Pane
from leerplicht_desktop.ui.kit.dialogs import Dialog
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.scherm.scherm import Scherm

from .kiezen import SOORT
from .kop import BLAD, Kop
from .model import BriefBeeld, Briefpunt, GereedBeeld
from .presenter import BriefPresenter
from .telefoon import VELD
from .werkblad import Werkblad


class BriefScherm(Scherm):
    """A letter. ``printers`` are those of the computer unless others are given."""

    naam = "brief"
    rail_item = "dossiers"

    def __init__(self, context: Context, printers: Printers | None = None) -> None:
        super().__init__()
        self.titel = self.tr("Brief")
        self._context = context
        self._ding = self._let_op = ""
        self._bewaarder = Bewaarder(context, self)
        self._presenter = BriefPresenter(context, self, self._bewaarder)
        self._kop = Kop()
        self._blad = Werkblad(context)
        self._wens: Werkplek | None = None
        self._afdrukker = Afdrukker(context, self, "brief", printers)
        self._uitvoer = Uitvoer(self, "brief", "brief.pdf", context.beleid)
        self._uit = Uitvoeren(context, "Brief")
        self._bouw()
        self._verbind()

    def toon(self, werkplek: Werkplek) -> None:
        """Show what ``ding`` is: a dossier to write for, a concept, or a sealed letter."""
        self._ding, self._wens = werkplek.ding, werkplek
        self._blad.wis()
        # Until there is a letter there is nothing to seal, to throw away or to print.
        self._kop.toon(BLAD.KIEZEN, self.tr("Brief"), "")
        self._presenter.open(werkplek.ding)

    def werkplek(self) -> Werkplek:
        """The letter, the field that is written in and the place of the cursor."""
        veld, cursor = plek_in(self.focusWidget())
        return Werkplek(self.naam, self._ding, veld, cursor)

    def verlaat(self) -> None:
        """What was kept is forced to the disk; the paper is forgotten."""
        self._presenter.sluit()
        self._blad.wis()

    def geraakt(self, touched: Touched) -> None:
        """A sealed letter shows what it is now."""
        if self.isVisible():
            self._presenter.geraakt(touched)

    def toon_keuze(self, beeld: DossierBeeld, formulieren: Formulierlijst) -> None:
        """Offer every letter for a dossier."""
        self._kop.toon(BLAD.KIEZEN, self.tr("Nieuwe brief"), beeld.naam)
        self._blad.toon_kiezen()
        self._blad.kiezen.toon(beeld, formulieren, self._context.klok.vandaag())
        self._blad.kiezen.focus()
        if self._wens is not None and self._wens.veld.startswith(SOORT):
            self._blad.kiezen.kies_soort(self._wens.veld.removeprefix(SOORT))

    def toon_brief(self, beeld: BriefBeeld) -> None:
        """Show a concept."""
        self._verplaats(beeld.brief.concept.id)
        aan = self.tr("aan {0}").format(beeld.aan) if beeld.aan else ""
        over = self.tr("over {0}").format(beeld.namen)
        self._kop.toon(BLAD.SCHRIJVEN, beeld.formulier.titel, _samen(aan, over))
        self._let_op = beeld.brief.waarschuwing
        self._blad.toon_schrijven(self._let_op)
        self._blad.brief.toon(beeld, self._context.klok.vandaag())
        self._beoordeel()
        wens, self._wens = self._wens, None
        if wens is not None and wens.ding == self._ding and wens.veld:
            self._blad.brief.ga_naar(wens.veld, wens.cursor)
        else:
            punten = self._presenter.punten({})
            self._blad.brief.ga_naar(punten[0].veld if punten else "")

    def toon_punten(self, punten: tuple[Briefpunt, ...]) -> None:
        """Say what is still to be done."""
        self._blad.brief.toon_punten(punten)
        self._kop.toon_telling(sum(punt.moet for punt in punten))

    def toon_papier(self, pdf: bytes) -> None:
        """Show the paper as it now stands."""
        self._blad.meld("")
        self._blad.brief.zeg("")  # it was about the letter as it stood before
        if pdf:
            self._blad.voorbeeld.toon(pdf)
        else:
            self._blad.voorbeeld.wis()
        self._kop.zet_papier(aan=bool(pdf))
        if self._presenter.beeld is not None:
            self._beoordeel()

    def toon_geheim(self, zin: str) -> None:
        """Say in red that an address is secret, here and when it is printed."""
        self._let_op = zin
        self._blad.zeg_geheim(zin)

    def toon_adres(self, beeld: BriefBeeld) -> None:
        """Show where the letter goes by now, and what is still to be done."""
        self._blad.brief.toon_adres(beeld)
        self._beoordeel()

    def toon_gereed(self, beeld: GereedBeeld) -> None:
        """Show a sealed letter."""
        stuk = beeld.beeld.stuk
        self._verplaats(stuk.id)
        self._uitvoer.bestandsnaam = f"{stuk.soort.value}-{stuk.verzegeld_op.date().isoformat()}.pdf"
        aan = self.tr("aan {0}").format(stuk.geadresseerde) if stuk.geadresseerde else ""
        over = self.tr("over {0}").format(beeld.namen)
        self._kop.toon(BLAD.GEREED, stuk.titel, _samen(aan, over))
        self._let_op = beeld.waarschuwing
        self._blad.toon_gereed(self._let_op)
        self._blad.gereed.toon(beeld, self._context.klok.vandaag())

    def toon_bezig(self, woord: str) -> None:
        """Say what is being done."""
        self._kop.toon_bezig(woord)
        self._blad.voorbeeld.zeg(woord)

    def toon_fout(self, fout: DomainError) -> None:
        """Say what is wrong, where it is."""
        if self._presenter.gereed is not None:
            self._blad.gereed.toon_fout(fout)
        elif fout.veld == VELD:
            self._blad.brief.toon_telefoonfout(fout.bericht)
        elif self._presenter.beeld is not None:
            self._blad.brief.zeg(fout.bericht)
        else:
            self._blad.kiezen.zeg(fout.bericht)

    def toon_probleem(self, probleem: BekendProbleem) -> None:
        """The paper could not be made, printed or written: what happened and what to do."""
        self._blad.meld(f"{probleem.bericht} {probleem.remedie}")

    def _verplaats(self, ding: str) -> None:
        if ding != self._ding:
            self._ding = ding
            self._context.navigatie.meld_plek()

    def _beoordeel(self) -> None:
        self.toon_punten(self._presenter.punten(self._blad.brief.fouten))

    def _begin(self) -> None:
        opgave, formulier = self._blad.kiezen.opgave(), self._blad.kiezen.formulier()
        if opgave is not None and formulier is not None:
            self._presenter.begin(opgave, formulier)

    def _geschreven(self, veld: str, waarde: object) -> None:
        if waarde is None or isinstance(waarde, (bool, int, str, tuple)):
            self._presenter.schrijf(veld, waarde)
            self._beoordeel()

    def _maak_definitief(self) -> None:
        self._blad.brief.neem_over()
        open_ = tuple(punt for punt in self._presenter.punten(self._blad.brief.fouten) if punt.moet)
        if open_:
            self._blad.toon_invullen()
            self._blad.brief.wijs_aan(open_)
            self._beoordeel()
            return
        dialoog = Dialog(
            self.window(),
            self.tr("Maak je deze brief definitief?"),
            self.tr(
                "Daarna verandert er niets meer aan de brief en aan het adres. Hij blijft in het dossier, "
                "ook als je hem niet verstuurt."
            ),
            safe=self.tr("Nog niet"),
            other=self.tr("Maak definitief"),
        )
        dialoog.setObjectName("brief.definitief.venster")
        dialoog.safe_button.setObjectName("brief.definitief.niet")
        dialoog.other_button.setObjectName("brief.definitief.wel")
        dialoog.chose_other.connect(self._presenter.verzegel)
        dialoog.open()

    def _gooi_weg(self) -> None:
        dialoog = Dialog(
            self.window(),
            self.tr("Gooi je dit concept weg?"),
            self.tr("Alles wat je in deze brief typte gaat weg. Dat kan niet terug."),
            safe=self.tr("Bewaar het concept"),
            other=self.tr("Gooi weg"),
        )
        dialoog.setObjectName("brief.weg.venster")
        dialoog.make_destructive()
        dialoog.safe_button.setObjectName("brief.weg.niet")
        dialoog.other_button.setObjectName("brief.weg.wel")
        dialoog.chose_other.connect(self._presenter.verwerp)
        dialoog.open()

    def _druk(self) -> None:
        if self._presenter.pdf and not self._afdrukker.bezig:
            titel = self.tr("Brief")
            self._afdrukker.vraag(Afdruk(self._ding, self._presenter.pdf, titel, self._let_op))

    def _exporteer(self, pad: Path) -> None:
        self._uit.schrijf(self._ding, self._presenter.pdf, pad, self.toon_probleem)

    def _gelukt(self) -> None:
        self._context.navigatie.toast(self.tr("De brief staat bij de printer."))

    def _stap(self, opgave: object) -> None:
        if isinstance(opgave, Stapopgave):
            self._presenter.zet_stap(opgave)

    def _bouw(self) -> None:
        doos = QVBoxLayout(self)
        doos.setContentsMargins(0, 0, 0, 0)
        doos.setSpacing(0)
        doos.addWidget(Pane(self._kop, edge="bottom"))
        doos.addWidget(self._blad, 1)

    def _verbind(self) -> None:
        kop, blad, presenter = self._kop, self._blad, self._presenter
        kop.terug.connect(self._context.navigatie.terug)
        BackKey(self).asked.connect(self._context.navigatie.terug)
        kop.begin.connect(self._begin)
        kop.definitief.connect(self._maak_definitief)
        kop.weg.connect(self._gooi_weg)
        kop.druk.connect(self._druk)
        kop.exporteer.connect(self._uitvoer.vraag)
        blad.brief.veld.connect(self._geschreven)
        blad.brief.aanhef.connect(presenter.schrijf_aanhef)
        blad.brief.nieuw_adres.connect(presenter.naar_nieuw_adres)
        blad.brief.telefoon.connect(presenter.schrijf_telefoon)
        blad.brief.beoordeeld.connect(self._beoordeel)
        blad.brief.zuster.connect(presenter.naar_zuster)
        blad.brief.overnemen.connect(presenter.neem_over)
        blad.gereed.stap.connect(self._stap)
        blad.voorbeeld.mislukt.connect(self.toon_probleem)
        self._uitvoer.gekozen.connect(self._exporteer)
        self._afdrukker.klaar.connect(self._gelukt)
        self._afdrukker.mislukt.connect(self.toon_probleem)
        for toets, doe in (("Ctrl+P", self._druk), ("Ctrl+Return", self._verder)):
            sneltoets = QShortcut(QKeySequence(toets), self)
            sneltoets.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            sneltoets.activated.connect(doe)

    def _verder(self) -> None:
        """Ctrl+Enter is the full button."""
        self._kop.verder()


def _samen(*delen: str) -> str:
    return " · ".join(deel for deel in delen if deel)
