"""The screen on which an officer changes the shared fields; each is kept when he leaves the field."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from leerplicht_desktop.casework.deelveld.wijzigen import deelvelden_wijzigen
from leerplicht_desktop.casework.queries.caseload import DossierBeeld, Werkplek
from leerplicht_desktop.casework.queries.deelvelden import Deelveldbeeld
from leerplicht_desktop.casework.touched import Soort, Touched
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.deelveld import Deelveld
from leerplicht_desktop.ui.formulier.bewaarder import Bewaarder
from leerplicht_desktop.ui.kit.buttons import FullButton
from leerplicht_desktop.ui.kit.fields import Field
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, ReadingColumn, Row, Scroll
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.scherm.scherm import Scherm
from leerplicht_desktop.ui.scherm.veldwoorden import van_wie


class GegevensScherm(Scherm):
    """Seven fields of one dossier. What a colleague wrote meanwhile never replaces what is being typed."""

    naam = "gegevens"
    rail_item = "dossiers"

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.titel = self.tr("Wat wij weten")
        self._context = context
        self._bewaarder = Bewaarder(context, self)
        self._dossier = ""
        self._gezien: dict[Deelveld, Deelveldbeeld] = {}
        self._kop = Label(self.titel, Type.TITLE, wrap=True)
        self._melding = Notice(NoticeKind.WARNING, "")
        self._melding.hide()
        self._melding.followed.connect(lambda: context.navigatie.ga("synchronisatie"))
        self._vakken = {veld: Field(veld.naam, veld.hulp) for veld in Deelveld}
        self._klaar = FullButton(self.tr("Klaar"), Icon.CHECK)
        self._klaar.setObjectName("gegevens.klaar")
        self._klaar.clicked.connect(self._naar_dossier)
        self._bouw()

    def toon(self, werkplek: Werkplek) -> None:
        """Show the fields of a dossier; ``veld`` gets the focus."""
        if werkplek.ding != self._dossier:
            self._gezien = {}
            for vak in self._vakken.values():
                vak.set_text("")
                vak.set_error("")
        self._dossier = werkplek.ding
        self._lees()
        eerste = next((veld for veld in Deelveld if veld.value == werkplek.veld), Deelveld.BELNUMMER)
        self._vakken[eerste].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def werkplek(self) -> Werkplek:
        """The dossier, and the field that has the focus."""
        aan = next((veld.value for veld, vak in self._vakken.items() if vak.edit.hasFocus()), "")
        return Werkplek(self.naam, self._dossier, aan)

    def verlaat(self) -> None:
        """Keep what was typed."""
        for veld in Deelveld:
            self._bewaar(veld)
        self._bewaarder.duurzaam()

    def geraakt(self, touched: Touched) -> None:
        """A round brought something, or a field was kept."""
        if touched.raakt(Soort.DOSSIER, self._dossier) and self.isVisible():
            self._lees()

    def _bouw(self) -> None:
        uitleg = self.tr(
            "Elke collega van dit dossier leest en wijzigt dit. Het gezin kan het opvragen: schrijf wat "
            "je zag of hoorde, en van wie."
        )
        inhoud = ReadingColumn(self._kop, Label(uitleg, ink=Ink.SUBTLE, wrap=True), self._melding, gap=16)
        for veld, vak in self._vakken.items():
            vak.edit.setObjectName(f"gegevens.{veld.value}")
            vak.edit.editingFinished.connect(partial(self._bewaar, veld))
            inhoud.add(vak)
        inhoud.add(Row(self._klaar, 1))
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        rol = Scroll(Column(inhoud, 1, margins=(24, 24, 24, 24)), self.titel)
        rol.setObjectName("gegevens.rol")
        buiten.addWidget(rol)

    def _lees(self) -> None:
        dossier = self._dossier
        self._context.lees(lambda caseload: caseload.dossier(dossier), self._toon_beeld)

    def _toon_beeld(self, beeld: DossierBeeld | None) -> None:
        for vak in self._vakken.values():
            vak.setEnabled(beeld is not None)
        self._melding.setVisible(beeld is None)
        if beeld is None:
            self._melding.tell(NoticeKind.WARNING, self.tr("Dit dossier is niet meer van jou."))
            return
        self._kop.setText(self.tr("Wat wij weten van {0}").format(beeld.naam))
        for een in beeld.deelvelden:
            self._vul(Deelveld(een.veld), een)
        if any(een.keuze for een in beeld.deelvelden):
            zin = self.tr("Een collega schreef hetzelfde veld als jij. Nu staat er wat de collega schreef.")
            self._melding.tell(NoticeKind.WARNING, zin, self.tr("Kies wat klopt"))
            self._melding.show()

    def _vul(self, veld: Deelveld, beeld: Deelveldbeeld) -> None:
        """Show the value, unless something else is being typed on top of the one of before."""
        vak, vorig = self._vakken[veld], self._gezien.get(veld)
        if vorig is None or vak.text() in (vorig.waarde, beeld.waarde):
            vak.set_text(beeld.waarde)
            self._gezien[veld] = beeld
        wie = van_wie(beeld, self._context.klok.vandaag())
        vak.set_help(f"{veld.hulp} {wie}".strip() if beeld.waarde else veld.hulp)

    def _bewaar(self, veld: Deelveld) -> None:
        vak, vorig, dossier = self._vakken[veld], self._gezien.get(veld), self._dossier
        if vorig is None or vak.text() == vorig.waarde:
            return

        def klaar(touched: Touched) -> None:
            vak.set_error("")
            self._context.bulletin.meld(touched)

        def mis(fout: DomainError) -> None:
            vak.set_error(fout.bericht)

        tekst = vak.text()
        self._bewaarder.bewaar(
            f"{dossier} {veld.value}",
            lambda work: deelvelden_wijzigen(work, self._context.klok, dossier, {veld: tekst}),
            klaar,
            mis,
        )

    def _naar_dossier(self) -> None:
        self._context.navigatie.ga("dossiers", self._dossier)
