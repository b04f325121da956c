"""The tab Documenten: every paper of a dossier, and a way to add one."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from shiboken6 import isValid

from leerplicht_desktop.casework.queries.stukkenkast import Stukkenkast
from leerplicht_desktop.casework.touched import Soort, Touched
from leerplicht_desktop.domain.stuk.dossierbijlage import Dossierbijlage
from leerplicht_desktop.ui.kit.buttons import LinkButton, OutlinedButton
from leerplicht_desktop.ui.kit.empty import EmptyState
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.taborder import set_order
from leerplicht_desktop.ui.scherm.context import Context

from .kaart import Documentkaart
from .kijker import Kijker
from .model import Documentrij, lees_documenten
from .naamkaart import Naamkaart
from .toevoegen import Toevoegen


class DocumentenBlad(Column):
    """Reads its own rows and looks again when a paper of this dossier changes."""

    def __init__(self, context: Context, dossier: str) -> None:
        super().__init__(gap=16)
        self._context = context
        self._dossier = dossier
        self._rijen: tuple[Documentrij, ...] | None = None
        self._toevoegen = Toevoegen(context, dossier, self)
        self._erbij = OutlinedButton(self.tr("Bijlage toevoegen…"), Icon.IMAGE_PLUS)
        self._erbij.setObjectName("documenten.bijlage")
        self._brief = OutlinedButton(self.tr("Nieuwe brief"), Icon.MAIL)
        self._brief.setObjectName("documenten.brief")
        self._verhoor = LinkButton(self.tr("Nieuw verhoor"))
        self._verhoor.setObjectName("documenten.verhoor")
        self._proces_verbaal = LinkButton(self.tr("Nieuw proces-verbaal"))
        self._proces_verbaal.setObjectName("documenten.proces_verbaal")
        self._melding = Notice(NoticeKind.BLOCKING, "")
        self._melding.setObjectName("documenten.melding")
        self._bezig = Label("", ink=Ink.SUBTLE, wrap=True)
        self._bezig.setObjectName("documenten.bezig")
        self._naam = Naamkaart(context)
        self._lijst = Column(gap=8)
        self._kijker = Kijker(context)
        self._overzicht = Column(gap=16)
        self._bouw()
        self._verbind()
        self.lees()

    def lees(self) -> None:
        """Read the rows (again)."""
        kluis, dossier = self._context.kluis, self._dossier
        self._context.opslag.submit(
            lambda: lees_documenten(kluis, dossier), self._toon, self._context.navigatie.probleem
        )

    def geraakt(self, touched: Touched) -> None:
        """Look again when a paper of this dossier changed."""
        soorten = (Soort.STUK, Soort.BIJLAGE, Soort.VERHOOR, Soort.BEZOEK, Soort.SYNC)
        if any(touched.raakt(soort, self._dossier) for soort in soorten):
            self.lees()

    def bekijk(self, bijlage: str) -> None:
        """Show an attachment in place of the list; without its bytes on this laptop, say so."""
        kluis = self._context.kluis

        def vraag(kast: Stukkenkast) -> tuple[Dossierbijlage, bytes]:
            return kast.bijlage(bijlage), kast.bijlage_inhoud(bijlage)

        self._context.opslag.submit(
            lambda: kluis.bekijk(vraag), lambda antwoord: self._bekijk(*antwoord), self._niet_te_zien
        )

    def _toon(self, rijen: tuple[Documentrij, ...]) -> None:
        # The tab may have gone while the vault was read.
        if not isValid(self) or rijen == self._rijen:
            return
        self._rijen = rijen
        self._lijst.clear()
        vandaag = self._context.klok.vandaag()
        for rij in rijen:
            kaart = Documentkaart(rij, vandaag)
            kaart.geopend.connect(lambda rij=rij: self._open(rij))
            self._lijst.add(kaart)
        if not rijen:
            zin = self.tr("Brieven, verslagen, verhoren en bijlagen van dit dossier komen hier te staan.")
            self._lijst.add(EmptyState(Icon.FILE_TEXT, self.tr("Nog geen documenten"), zin))
        if self.isVisible():
            set_order(self)

    def showEvent(self, event: QShowEvent) -> None:
        """The order of Tab is set in the window: before that the parts have no place in its order."""
        super().showEvent(event)
        set_order(self)

    def _open(self, rij: Documentrij) -> None:
        if rij.bijlage:
            self.bekijk(rij.id)
        else:
            self._context.navigatie.ga(rij.scherm, rij.id)

    def _bekijk(self, bijlage: Dossierbijlage, inhoud: bytes) -> None:
        if not isValid(self):
            return
        self._overzicht.hide()
        self._kijker.toon(bijlage, inhoud)
        self._kijker.show()
        self._kijker.terug.setFocus()

    def _niet_te_zien(self, fout: Exception) -> None:
        """The bytes of an attachment of somebody else may not be on this laptop."""
        if isinstance(fout, KeyError) and isValid(self):
            self._zeg(self.tr("Van deze bijlage staat het bestand niet op deze laptop."))
        elif not isinstance(fout, KeyError):
            self._context.navigatie.probleem(fout)

    def _sluit_kijker(self) -> None:
        self._kijker.hide()
        self._kijker.wis()
        self._overzicht.show()
        self._erbij.setFocus()

    def _zeg(self, zin: str) -> None:
        self._melding.tell(NoticeKind.BLOCKING, zin)
        self._melding.setVisible(bool(zin))

    def _toon_bezig(self, woord: str) -> None:
        self._bezig.setText(woord)
        self._bezig.setVisible(bool(woord))
        if woord:
            self._zeg("")
            self._erbij.set_busy(self.tr("Bezig"))
        else:
            self._erbij.set_ready()

    def _mislukt(self, veld: str, zin: str) -> None:
        if self._naam.isVisibleTo(self):
            self._naam.toon_fout(veld, zin)
        else:
            self._zeg(zin)

    def _niet_bewaren(self) -> None:
        self._toevoegen.laat_vallen()
        self._klaar_met_naam()

    def _klaar_met_naam(self) -> None:
        self._naam.sluit()
        self._erbij.setFocus()

    def _bouw(self) -> None:
        for deel in (self._melding, self._bezig, self._naam, self._kijker):
            deel.hide()
        knoppen = Flow(self._brief, self._erbij, gap=8)
        # What leads to the judge stands apart, below what helps.
        ernstig = Flow(self._verhoor, self._proces_verbaal, gap=16)
        self._overzicht.add(knoppen, ernstig, self._melding, self._bezig, self._naam, self._lijst, 1)
        self.add(self._overzicht)
        self.add_stretched(self._kijker)

    def _verbind(self) -> None:
        self._erbij.clicked.connect(self._toevoegen.kies)
        navigatie, nieuw = self._context.navigatie, f"nieuw:{self._dossier}"
        self._brief.clicked.connect(lambda: navigatie.ga("brief", self._dossier))
        self._verhoor.clicked.connect(lambda: navigatie.ga("verhoor", nieuw))
        self._proces_verbaal.clicked.connect(lambda: navigatie.ga("proces_verbaal", nieuw))
        self._toevoegen.bezig.connect(self._toon_bezig)
        self._toevoegen.gelezen.connect(self._naam.vraag)
        self._toevoegen.mislukt.connect(self._mislukt)
        self._toevoegen.toegevoegd.connect(self._klaar_met_naam)
        self._naam.bewaren.connect(self._toevoegen.bewaar)
        self._naam.weg.connect(self._niet_bewaren)
        self._kijker.gesloten.connect(self._sluit_kijker)
        self._context.bulletin.geraakt.connect(self.geraakt)
