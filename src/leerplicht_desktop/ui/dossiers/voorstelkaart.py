"""What the rules propose, with the reasons one click away: make it a task, or say why it is not needed."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from leerplicht_desktop.casework.taak.voorstellen import voorstel_afwijzen, voorstel_overnemen
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.taak.voorstellen import Taakvoorstel
from leerplicht_desktop.ui.formulier.uitlegvak import redenen
from leerplicht_desktop.ui.kit.buttons import LinkButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card, Divider
from leerplicht_desktop.ui.kit.fields import Field
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.taaklijst.merkje import termijnmerkje


class Voorstelkaart(Card):
    """Every proposal of a dossier, the most urgent first."""

    def __init__(self, context: Context, dossier: str, voorstellen: tuple[Taakvoorstel, ...]) -> None:
        super().__init__(self.tr("Wat de regels voorstellen"))
        self.setObjectName("dossier.voorstellen")
        vandaag = context.klok.vandaag()
        for nummer, voorstel in enumerate(voorstellen, start=1):
            if nummer > 1:
                self.add(Divider())
            self.add(Voorstelregel(context, dossier, voorstel, vandaag, nummer))


class Voorstelregel(Column):
    """One proposal. Without a reason it is not set aside."""

    def __init__(
        self, context: Context, dossier: str, voorstel: Taakvoorstel, vandaag: date, nummer: int
    ) -> None:
        super().__init__(gap=8)
        self._context = context
        self._dossier = dossier
        self._voorstel = voorstel
        self._waarom = self._link(self.tr("Waarom?"), f"dossier.voorstel.{nummer}.waarom")
        self._redenen: QWidget = redenen(voorstel.uitleg)
        self._redenen.hide()
        self._waarom.clicked.connect(self._draai)
        self._reden = Field(self.tr("Waarom is dit niet nodig?"), self.tr("Druk op Enter om het te bewaren."))
        self._reden.edit.setObjectName(f"dossier.voorstel.{nummer}.reden")
        self._reden.edit.returnPressed.connect(self._wijs_af)
        self._reden.hide()
        neem = OutlinedButton(self.tr("Maak taak"), Icon.CHECK)
        neem.setObjectName(f"dossier.voorstel.{nummer}.overnemen")
        neem.setAccessibleName(self.tr("Maak taak: {0}").format(voorstel.wat))
        neem.clicked.connect(self._neem_over)
        niet = self._link(self.tr("Niet nodig"), f"dossier.voorstel.{nummer}.niet")
        niet.clicked.connect(self._vraag_reden)
        kop = Row(gap=12)
        kop.add_stretched(Label(voorstel.wat, Type.STRONG, wrap=True))
        kop.add(neem)
        onder = Flow(termijnmerkje(voorstel.uiterlijk, vandaag, voor="Vóór "), niet, self._waarom, gap=12)
        self.add(kop, onder, self._redenen, self._reden)

    def _link(self, tekst: str, naam: str) -> LinkButton:
        link = LinkButton(tekst)
        link.setObjectName(naam)
        link.setAccessibleName(f"{tekst} {self._voorstel.wat}")
        return link

    def _draai(self) -> None:
        open_ = self._redenen.isHidden()
        self._redenen.setVisible(open_)
        self._waarom.setText(self.tr("Verberg de uitleg") if open_ else self.tr("Waarom?"))

    def _vraag_reden(self) -> None:
        self._reden.setVisible(self._reden.isHidden())
        self._reden.edit.setFocus()

    def _neem_over(self) -> None:
        klok, dossier, voorstel = self._context.klok, self._dossier, self._voorstel
        self._context.doe(
            lambda work: voorstel_overnemen(work, klok, dossier, voorstel), self._context.bulletin.meld
        )

    def _wijs_af(self) -> None:
        klok, dossier, voorstel, reden = (
            self._context.klok,
            self._dossier,
            self._voorstel,
            self._reden.text(),
        )
        self._context.doe(
            lambda work: voorstel_afwijzen(work, klok, dossier, voorstel, reden),
            self._context.bulletin.meld,
            self._mis,
        )

    def _mis(self, fout: Exception) -> None:
        if isinstance(fout, DomainError):
            self._reden.set_error(fout.bericht)
        else:
            self._context.navigatie.probleem(fout)
