"""Quick phrases: the officer's own words, one tap away."""

from __future__ import annotations

from PySide6.QtCore import Signal

from leerplicht_desktop.ui.kit.buttons import ButtonSize, LinkButton, OutlinedButton
from leerplicht_desktop.ui.kit.label import Ink, Label, data_tooltip, plain
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.tokens import Type

from .rooster import Rooster

_LANGST = 28
"""Longer phrases are shortened on the button; the whole phrase is its name and what is put in the text."""


class Zinnen(Column):
    """Emits ``gekozen`` with a phrase, ``wijzigen`` to go to the settings."""

    gekozen = Signal(str)
    wijzigen = Signal()

    def __init__(self) -> None:
        super().__init__(gap=8)
        link = LinkButton(self.tr("Wijzig in instellingen"), large=True)
        link.setObjectName("deurbezoek.zinnen.wijzig")
        link.clicked.connect(self.wijzigen)
        kop = Row(gap=12)
        kop.add_stretched(Label(self.tr("Snelle zinnen"), Type.HEADING))
        kop.add(link)
        self._geen = Label(
            self.tr("Je hebt nog geen snelle zinnen. Zet in de instellingen wat je vaak opschrijft."),
            ink=Ink.SUBTLE,
            wrap=True,
        )
        self._rooster = Rooster((), (2, 1))
        self._zinnen: tuple[str, ...] = ()
        self.add(kop, self._geen, self._rooster)

    def toon(self, zinnen: tuple[str, ...]) -> None:
        """Show these phrases."""
        self._geen.setVisible(not zinnen)
        if zinnen == self._zinnen:
            return
        self._zinnen = zinnen
        self._rooster.vul([self._knop(nummer, zin) for nummer, zin in enumerate(zinnen)])

    def _knop(self, nummer: int, zin: str) -> OutlinedButton:
        kort = zin if len(zin) <= _LANGST else f"{zin[: _LANGST - 1].rstrip()}…"
        knop = OutlinedButton(plain(kort), size=ButtonSize.RECORDER)
        knop.setObjectName(f"deurbezoek.zin.{nummer}")
        knop.setAccessibleName(self.tr("Snelle zin: {0}").format(zin))
        if kort != zin:
            knop.setToolTip(data_tooltip(zin))
        knop.clicked.connect(lambda: self.gekozen.emit(zin))
        return knop
