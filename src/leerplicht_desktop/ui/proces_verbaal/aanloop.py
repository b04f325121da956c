"""Before a proces-verbaal is made: against whom, about which jongeren, what fact and which days."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup

from leerplicht_desktop.casework.concepten import Feitkeuze, Persoonskeuze
from leerplicht_desktop.casework.queries.caseload import Caseload, DossierBeeld
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.grondslagen import Feitsoort, Rol
from leerplicht_desktop.domain.persoon.plaatsnaam import gewone_plaatsnaam
from leerplicht_desktop.domain.verzuim.meldsoort import Meldsoort
from leerplicht_desktop.ui.formulier.vak import Vak
from leerplicht_desktop.ui.kit.buttons import FullButton
from leerplicht_desktop.ui.kit.choices import FilterPill
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.taborder import set_order
from leerplicht_desktop.ui.kit.ticks import Radio
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.scherm.woorden import OUDERROLLEN, rolwoord

from .feit import Feitvelden
from .model import Aanloop, Verdachtekeuze

_BREEDST = 760
_ROLLEN = {"jongere": Rol.JONGERE, "verzorger": Rol.VERZORGER, **dict.fromkeys(OUDERROLLEN, Rol.OUDER)}


class AanloopVlak(Column):
    """Emits ``begin`` with dossiers, suspect and choice of facts."""

    begin = Signal(object, object, object)

    def __init__(self, context: Context) -> None:
        super().__init__(gap=20, margins=(24, 16, 24, 24))
        self._context = context
        self._aanloop: Aanloop | None = None
        self._radios: dict[str, Radio] = {}
        self._pillen: dict[str, FilterPill] = {}
        self._groep = QButtonGroup(self)
        self._wie = Column(gap=4)
        self._over = Flow(gap=8)
        self._verdachte = Vak(self._wie, self.tr("Tegen wie?"))
        self._jongeren = Vak(self._over, self.tr("Over welke leerlingen?"))
        self._feit = Feitvelden(context, "pv.aanloop")
        self._melding = Notice(NoticeKind.WARNING, "")
        self._melding.setObjectName("pv.aanloop.melding")
        start = FullButton(self.tr("Maak het concept"), Icon.FILE_PEN_LINE)
        start.setObjectName("pv.start")
        uitleg = self.tr(
            "Een proces-verbaal is het laatste middel. Het programma maakt het concept uit wat je al "
            "opschreef; jij leest, vult aan en beslist."
        )
        kop = Column(
            Label(self.tr("Nieuw proces-verbaal"), Type.HEADING_LARGE),
            Label(uitleg, ink=Ink.SUBTLE, wrap=True),
            gap=4,
        )
        self.add(kop, self._melding, self._verdachte, self._jongeren, self._feit, Flow(start), 1)
        start.clicked.connect(self._begin)
        self._groep.buttonClicked.connect(self._gekozen)

    def toon(self, aanloop: Aanloop) -> None:
        """Ask it for these dossiers."""
        self._aanloop = aanloop
        self._melding.hide()
        self._wie.clear()
        self._over.clear()
        self._radios, self._pillen = {}, {}
        for nummer, keuze in enumerate(aanloop.keuzes):
            radio = self._radios[keuze.sleutel] = Radio(f"{keuze.keuze.naam} · {keuze.woord}")
            radio.setObjectName(f"pv.aanloop.verdachte.{nummer}")
            self._groep.addButton(radio)
            self._wie.add(radio)
            radio.show()
        for plaats, (dossier, naam) in enumerate(aanloop.gezin):
            pil = self._pillen[dossier] = FilterPill(naam)
            pil.setObjectName(f"pv.aanloop.jongere.{dossier}")
            pil.setChecked(plaats == 0)
            self._over.add(pil)
            pil.show()
        self._jongeren.setVisible(len(aanloop.gezin) > 1)
        self._feit.toon(Feitkeuze(aanloop.soort, aanloop.van, aanloop.tot, aanloop.plaats), ouder=True)
        for vak in (self._verdachte, self._jongeren):
            vak.toon(())
        set_order(self)

    def toon_fout(self, veld: str, bericht: str) -> None:
        """Say what stands in the way, beside its field."""
        if veld in ("verdachte", "dossiers"):
            (self._verdachte if veld == "verdachte" else self._jongeren).toon((), bericht)
        elif veld in ("soort", "periode", "tot", "van", "gezag", "reden", "kalender"):
            self._feit.toon_fout(veld, bericht)
        else:
            self._melding.tell(NoticeKind.WARNING, bericht)
            self._melding.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines stay readable in a wide window."""
        super().resizeEvent(event)
        self.setMaximumWidth(look().px(_BREEDST))

    def _wie_gekozen(self, aanloop: Aanloop) -> Verdachtekeuze | None:
        aan = next((naam for naam, radio in self._radios.items() if radio.isChecked()), "")
        return next((keuze for keuze in aanloop.keuzes if keuze.sleutel == aan), None)

    def _gekozen(self) -> None:
        """A jongere has no gezag over himself: that is only asked of an adult."""
        wie = self._wie_gekozen(self._aanloop) if self._aanloop is not None else None
        self._feit.vakken["gezag"].setVisible(wie is None or wie.keuze.rol is not Rol.JONGERE)

    def _begin(self) -> None:
        aanloop = self._aanloop
        if aanloop is None:
            return
        wie = self._wie_gekozen(aanloop)
        dossiers = tuple(dossier for dossier, pil in self._pillen.items() if pil.isChecked())
        for vak in (self._verdachte, self._jongeren):
            vak.toon(())
        self._feit.toon_fout("", "")
        self._melding.hide()
        if wie is None:
            self.toon_fout("verdachte", self.tr("Kies tegen wie het proces-verbaal is."))
            return
        try:
            keuze = self._feit.lees()
        except DomainError as fout:
            self.toon_fout(fout.veld, fout.bericht)
            return
        self.begin.emit(dossiers, wie, keuze)


_POSTCODE = re.compile(r"^\d{4}\s*[A-Z]{2}\s+")


def lees_aanloop(caseload: Caseload, dossier: str, vandaag: date) -> Aanloop | None:
    """What is known of a dossier before a concept is made; None when it left the caseload."""
    beeld = caseload.dossier(dossier)
    if beeld is None:
        return None
    gezin = [(dossier, beeld.naam)]
    gezin += [(regel.dossier, regel.naam) for regel in caseload.gezin(dossier) if regel.dossier != dossier]
    soort, van, tot = _feit(beeld, vandaag)
    return Aanloop(tuple(gezin), _verdachten(beeld), soort, van, tot, _plaats(beeld))


def _feit(beeld: DossierBeeld, vandaag: date) -> tuple[Feitsoort, date, date]:
    """The kind and days of the newest report."""
    if not beeld.meldingen:
        return Feitsoort.RELATIEF, vandaag, vandaag
    melding = max(beeld.meldingen, key=lambda een: een.datum_melding)
    dagen = [dag for dag, _ in melding.dagen] or [melding.begindatum]
    soort = Feitsoort.LUXE if melding.soort == Meldsoort.LUXE else Feitsoort.RELATIEF
    return soort, min(dagen), min(max(*dagen, melding.einddatum or max(dagen)), vandaag)


def _plaats(beeld: DossierBeeld) -> str:
    """Where the school is: what follows the postcode in its address."""
    adres = beeld.school.adres if beeld.school is not None else ""
    return gewone_plaatsnaam(_POSTCODE.sub("", adres.rpartition(",")[2].strip()))


def _verdachten(beeld: DossierBeeld) -> tuple[Verdachtekeuze, ...]:
    mensen = [een for een in beeld.betrokkenen if een.rol in _ROLLEN and een.rol != "jongere"]
    gevonden = [
        Verdachtekeuze(
            een.persoon or een.naam, Persoonskeuze(een.persoon, _ROLLEN[een.rol], een.naam), rolwoord(een)
        )
        for een in mensen
        if not een.overleden
    ]
    jongere = beeld.jongere
    zelf = Persoonskeuze(jongere.persoon, Rol.JONGERE, beeld.naam)
    return (*gevonden, Verdachtekeuze(jongere.persoon or beeld.naam, zelf, "Leerling"))
