"""The screen of a visit: the recorder while it is a draft, a page to read once it was vastgelegd."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.touched import Touched
from leerplicht_desktop.domain.bezoek.deurbezoek import SoortSegment
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.wet.feestdagen import feestdagen, gelijkgestelde_dagen
from leerplicht_desktop.ui.formulier.bewaarder import Bewaarder
from leerplicht_desktop.ui.kit.back import BackKey
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.scherm.scherm import Scherm

from .lezen import LeesVlak
from .lezing import Lezing
from .model import BezoekBeeld
from .opnamevlak import OpnameVlak
from .presenter import DeurbezoekPresenter

_SEGMENT = "segment."


class DeurbezoekScherm(Scherm):
    """``verberg_gevraagd`` asks the window for the privacy screen."""

    naam = "deurbezoek"
    met_rail = False
    rail_item = "dossiers"
    verberg_gevraagd = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.titel = self.tr("Deurbezoek")
        self._context = context
        self._ding = ""
        self._begonnen: datetime | None = None
        self._bewaarder = Bewaarder(context, self)
        self._presenter = DeurbezoekPresenter(context, self, self._bewaarder, vrije_dagen)
        self._opname = OpnameVlak()
        self._lezen = LeesVlak()
        self._wacht = QWidget()
        self._stapel = QStackedLayout(self)
        self._stapel.addWidget(self._wacht)
        self._stapel.addWidget(self._opname)
        self._stapel.addWidget(self._lezen)
        self._tik = QTimer(self)
        self._tik.setInterval(1000)
        self._tik.timeout.connect(self._toon_tijd)
        self._verbind()
        self._toetsen()

    def toon(self, werkplek: Werkplek) -> None:
        """Show a visit, with the cursor where it was. Until it is read there is nothing to press: what was
        shown before may be about another family.
        """
        self._ding = werkplek.ding
        self._stapel.setCurrentWidget(self._wacht)
        self._wacht.setFocus()
        self._opname.schrijven.segmenten.toon((), "")
        self._opname.onder.bewaard.set_saved(None)
        self._presenter.open(werkplek.ding, werkplek.veld, werkplek.cursor)

    def werkplek(self) -> Werkplek:
        """The visit, the remark that runs and the place of the cursor in it."""
        vak = self._opname.schrijven.segmenten.loopt
        if self._presenter.bezoek is None or vak is None:
            return Werkplek(self.naam, self._ding)
        return Werkplek(self.naam, self._ding, f"{_SEGMENT}{vak.id}", vak.edit.textCursor().position())

    def verlaat(self) -> None:
        """The timer stops; what was kept is forced to the disk."""
        self._tik.stop()
        self._presenter.sluit()

    def geraakt(self, touched: Touched) -> None:
        """A page that is read shows what it is now."""
        if self.isVisible():
            self._presenter.geraakt(touched)

    def toon_opname(self, beeld: BezoekBeeld) -> None:
        """Show the recorder."""
        self._begonnen = beeld.bezoek.begonnen_op
        self._opname.toon(beeld, self._context.klok.nu())
        self._stapel.setCurrentWidget(self._opname)
        self._toon_tijd()
        if not self._tik.isActive():
            self._tik.start()

    def toon_lezing(self, lezing: Lezing) -> None:
        """Show the page to read."""
        self._tik.stop()
        self._ding = lezing.bezoek.id
        self._lezen.toon(lezing)
        self._stapel.setCurrentWidget(self._lezen)
        self._lezen.focus()

    def toon_fout(self, veld: str, bericht: str) -> None:
        """Say beside a field what was refused."""
        if self._presenter.bezoek is None:
            self._lezen.zeg(bericht)
            return
        self._opname.fout(veld, bericht)
        self._presenter.toon_opnieuw()
        self._opname.ga_naar(veld, -1)

    def ga_naar_veld(self, veld: str, cursor: int) -> None:
        """Put the focus on a field; without one where writing goes on."""
        if veld.startswith(_SEGMENT):
            self._presenter.met(lambda werk: werk.schrijven.ga_naar(veld.removeprefix(_SEGMENT)))
        self._opname.ga_naar(veld, cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A page that is read scrolls with the keyboard."""
        if self._stapel.currentWidget() is not self._lezen or not self._lezen.blader(event):
            super().keyPressEvent(event)

    def _toon_tijd(self) -> None:
        if self._begonnen is not None:
            self._opname.boven.toon_tijd(self._begonnen, self._context.klok.nu())

    def _toon_bewaard(self, moment: object) -> None:
        if isinstance(moment, datetime):
            self._opname.onder.bewaard.set_saved(in_nederland(moment))

    def _nieuw(self, soort: str) -> None:
        self._presenter.met(lambda werk: werk.schrijven.nieuw(SoortSegment(soort)))
        self._opname.schrijven.schrijf_verder()

    def _zegt(self, spreker: str) -> None:
        self._presenter.met(lambda werk: werk.schrijven.zegt(spreker))
        self._opname.schrijven.schrijf_verder()

    def _was_van(self, id_: str, spreker: str) -> None:
        self._presenter.met(lambda werk: werk.schrijven.was_van(id_, spreker))
        self._opname.schrijven.schrijf_verder()

    def _ongevraagd(self, aan: bool) -> None:
        self._presenter.met(lambda werk: werk.schrijven.ongevraagd(aan=aan))
        self._opname.schrijven.schrijf_verder()

    def _typ(self, id_: str, tekst: str) -> None:
        self._presenter.met(lambda werk: werk.schrijven.typ(id_, tekst))

    def _betreed(self, id_: str) -> None:
        self._presenter.met(lambda werk: werk.schrijven.ga_naar(id_))

    def _schrijf_tijd(self) -> None:
        self._opname.schrijven.voeg_in(f"{in_nederland(self._context.klok.nu()):%H:%M}")

    def _rond_af(self) -> None:
        if self._opname.onder.kan:
            self._presenter.rond_af()

    def _verbind(self) -> None:
        presenter, vlak = self._presenter, self._opname
        self._context.navigatie.bewaard.connect(self._toon_bewaard)
        vlak.boven.terug.connect(presenter.terug)
        vlak.boven.verberg.connect(self.verberg_gevraagd)
        vlak.gekozen.connect(presenter.kies)
        vlak.jongeren.connect(presenter.kies_jongeren)
        vlak.reden.connect(presenter.reden)
        vlak.zinnen.wijzigen.connect(lambda: self._context.navigatie.ga("instellingen"))
        vlak.schrijven.nieuw.connect(self._nieuw)
        vlak.schrijven.zegt.connect(self._zegt)
        vlak.schrijven.was_van.connect(self._was_van)
        vlak.schrijven.ongevraagd.connect(self._ongevraagd)
        vlak.schrijven.terug.connect(lambda opnieuw: presenter.herstel(opnieuw=opnieuw))
        vlak.schrijven.segmenten.getypt.connect(self._typ)
        vlak.schrijven.segmenten.betreden.connect(self._betreed)
        vlak.schrijven.segmenten.verlaten.connect(self._bewaarder.duurzaam)
        vlak.vinkjes.gezet.connect(
            lambda soort, aan: presenter.met(lambda werk: werk.vinken.zet(soort, aan=aan))
        )
        vlak.vinkjes.tijd.connect(
            lambda soort, tekst: presenter.met(lambda werk: werk.vinken.verbeter_tijd(soort, tekst))
        )
        vlak.vinkjes.wie.connect(lambda soort, wie: presenter.met(lambda werk: werk.vinken.wie(soort, wie)))
        vlak.vinkjes.binnen.connect(lambda was: presenter.met(lambda werk: werk.vinken.binnen(was=was)))
        vlak.vinkjes.verhoor.connect(lambda: self._context.navigatie.ga("verhoor", f"bezoek:{self._ding}"))
        self._verbind_dicht()
        vlak.onder.afronden.connect(self._rond_af)

    def _verbind_dicht(self) -> None:
        presenter, vlak = self._presenter, self._opname
        vlak.dicht.gezien.connect(lambda wat: presenter.met(lambda werk: werk.deur.gezien(wat)))
        vlak.dicht.achtergelaten.connect(lambda wat: presenter.met(lambda werk: werk.deur.achtergelaten(wat)))
        vlak.dicht.kaartnummer.connect(lambda tekst: presenter.met(lambda werk: werk.deur.kaartnummer(tekst)))
        vlak.dicht.begintijd.connect(
            lambda dag, tijd: presenter.met(lambda werk: werk.deur.begintijd(dag, tijd))
        )
        vlak.voorstel.ander.connect(presenter.plan)
        vlak.voorstel.aan.connect(lambda aan: presenter.plan_aan(aan=aan))
        self._lezen.terug.connect(presenter.terug)
        self._lezen.verbeter.connect(presenter.verbeter)
        self._lezen.verslag.connect(lambda: self._context.navigatie.ga("verslag", self._ding))
        self._lezen.versie.connect(lambda id_: self._context.navigatie.ga("deurbezoek", id_))

    def _toetsen(self) -> None:
        BackKey(self).asked.connect(self._presenter.terug)
        for toets, doe in (
            ("Ctrl+Return", self._rond_af),
            ("Ctrl+Enter", self._rond_af),
            ("Ctrl+;", self._schrijf_tijd),
            ("Ctrl+Z", lambda: self._presenter.herstel()),
            ("Ctrl+Y", lambda: self._presenter.herstel(opnieuw=True)),
        ):
            sneltoets = QShortcut(QKeySequence(toets), self)
            sneltoets.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            sneltoets.activated.connect(doe)


def vrije_dagen(dag: date) -> frozenset[date]:
    """Holidays of the year of ``dag`` and the next, on which nobody is visited."""
    jaren = (dag.year, dag.year + 1)
    return frozenset(vrij for jaar in jaren for vrij in (*feestdagen(jaar), *gelijkgestelde_dagen(jaar)))
