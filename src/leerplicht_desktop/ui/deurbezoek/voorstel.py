"""The offer of a next attempt: when, why, and the two ways to do it otherwise."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from leerplicht_desktop.domain.bezoek.deurbezoek import Achtergelaten
from leerplicht_desktop.ui.kit.buttons import ButtonSize, OutlinedButton
from leerplicht_desktop.ui.kit.dates import clock, short_date
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.paint import Box, draw_box
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.tokens import Tone, Type

from .model import Plan
from .momentvelden import Momentvelden

_SMAL = 640


class Voorstel(Restyled):
    """Emits ``ander`` with a day and a time, and ``aan`` when it is planned or not."""

    ander = Signal(object, object)
    aan = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._plan: Plan | None = None
        self._vandaag = date.min
        self._merk = IconMark(Icon.CALENDAR_PLUS, size=24)
        self._merk.set_tone(Tone.INFO)
        self._kop = Label("", Type.STRONG, wrap=True)
        self._uitleg = Label("", wrap=True)
        self._ander = OutlinedButton(self.tr("Ander moment"), size=ButtonSize.RECORDER)
        self._ander.setObjectName("deurbezoek.poging.ander")
        self._niet = OutlinedButton(self.tr("Niet plannen"), size=ButtonSize.RECORDER)
        self._niet.setObjectName("deurbezoek.poging.niet")
        self._velden = Momentvelden("poging", vooruit=True)
        woorden = Row(gap=16)
        woorden.box().addWidget(self._merk, 0, Qt.AlignmentFlag.AlignTop)
        woorden.add_stretched(Column(self._kop, self._uitleg, gap=2))
        knoppen = Flow(self._ander, self._niet)
        knoppen.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        regel = Reflow(_SMAL, (16, 12))
        regel.box.addWidget(woorden, 1)
        regel.box.addWidget(knoppen)
        self._buiten = QVBoxLayout(self)
        self._buiten.addWidget(regel)
        self._buiten.addWidget(self._velden)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._ander.clicked.connect(self._open)
        self._niet.clicked.connect(self._wissel)
        self._velden.gekozen.connect(self.ander)
        self.restyle()

    def toon(self, plan: Plan | None, achtergelaten: Achtergelaten | None, vandaag: date) -> None:
        """Show the offer; hidden without one."""
        self._plan, self._vandaag = plan, vandaag
        self.setVisible(plan is not None)
        if plan is None:
            return
        wanneer = f"{short_date(plan.dag, vandaag)} om {clock(plan.tijdstip)}"
        woord = self.tr("Nieuwe poging {0}") if plan.eigen else self.tr("Voorstel: nieuwe poging {0}")
        self._kop.setText(woord.format(wanneer) if plan.aan else self.tr("Geen nieuwe poging gepland"))
        zinnen = [plan.reden] if plan.aan else []
        if plan.vraagt_bellen(achtergelaten):
            wat = self.tr("kaart") if achtergelaten is Achtergelaten.KAART else self.tr("brief")
            dag = short_date(plan.bellen_voor, vandaag)
            zinnen.append(
                self.tr("De {0} vraagt om te bellen op {1}; daar komt een taak voor.").format(wat, dag)
            )
        self._uitleg.setText(" ".join(zinnen))
        self._uitleg.setVisible(bool(zinnen))
        self._ander.setVisible(plan.aan)
        self._niet.setText(self.tr("Niet plannen") if plan.aan else self.tr("Toch plannen"))

    def restyle(self) -> None:
        """Scales the distances."""
        px = look().px
        self._buiten.setContentsMargins(px(16), px(12), px(16), px(12))
        self._buiten.setSpacing(px(12))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Fill and border of an offer."""
        kleur = look().tone(Tone.INFO)
        draw_box(
            QPainter(self), self.rect(), Box(kleur.fill, kleur.border, look().borders.badge, look().px(8))
        )

    def _wissel(self) -> None:
        if self._plan is not None:
            self.aan.emit(not self._plan.aan)

    def _open(self) -> None:
        if self._plan is not None:
            self._velden.open(self._plan.dag, self._plan.tijdstip, self._vandaag)
