"""What the municipality said of somebody's authority: refused, revoked, suspended; and how to go on."""

from __future__ import annotations

from PySide6.QtCore import Signal

from leerplicht_desktop.ui.kit.buttons import FullButton, LinkButton, OutlinedButton
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.standing import Standing
from leerplicht_desktop.ui.kit.tokens import Tone

from .model import InrichtBeeld, met_werk, zonder_werk


class Weigervlak(Column):
    """Signing in did not succeed: what happened, what to do, and nothing that was lost."""

    opnieuw = Signal(bool)
    """Once more; True: with another account."""
    terug = Signal()

    def __init__(self) -> None:
        super().__init__(gap=16)
        self._zin = Label("", wrap=True)
        self._stand = Standing()
        self._stand.setObjectName("inrichten.weigering")
        self._terug = LinkButton("")
        self._terug.setObjectName("inrichten.weg")
        self._terug.clicked.connect(self.terug)
        ander = OutlinedButton(self.tr("Ander account"), Icon.USER)
        ander.setObjectName("inrichten.ander_account")
        ander.clicked.connect(lambda: self.opnieuw.emit(True))
        self.opnieuw_ = FullButton(self.tr("Probeer opnieuw"), Icon.REFRESH_CW)
        self.opnieuw_.setObjectName("inrichten.opnieuw")
        self.opnieuw_.clicked.connect(lambda: self.opnieuw.emit(False))
        self.add(self._zin, self._stand, Row(self._terug, 1), Row(ander, 1, self.opnieuw_))

    def toon(self, beeld: InrichtBeeld) -> None:
        """Show what happened."""
        self._zin.setText(beeld.fout)
        remedie = beeld.remedie if beeld.opnieuw else zonder_werk(beeld.remedie)
        rest = self.tr("Je werkt gewoon door; je werk blijft bewaard.")
        if not beeld.opnieuw:
            rest = self.tr("Er staat nog niets op deze laptop.")
        elif met_werk(remedie):
            rest = ""
        self._stand.tell(Tone.WARN, Icon.USER, "", f"{remedie} {rest}".strip())
        terug = self.tr("Terug naar je werk") if beeld.opnieuw else self.tr("Ander adres")
        self._terug.setText(terug)


class Inlevervlak(Column):
    """One right is left: to hand in what was not sent."""

    ingeleverd = Signal()
    lezen = Signal()

    def __init__(self) -> None:
        super().__init__(gap=16)
        self._zin = Label("", wrap=True)
        self._stand = Standing()
        self._stand.setObjectName("inrichten.inleveren")
        self._lees = OutlinedButton(self.tr("Lees ze eerst"), Icon.EYE)
        self._lees.setObjectName("inrichten.lees_eerst")
        self._lees.clicked.connect(self.lezen)
        self.lever_in = FullButton(self.tr("Lever in"), Icon.ARROW_RIGHT)
        self.lever_in.setObjectName("inrichten.lever_in")
        self.lever_in.clicked.connect(self.ingeleverd)
        klopt = self.tr("Klopt dit niet? Bel de beheerder van je gemeente.")
        self.add(
            self._zin,
            self._stand,
            Label(klopt, ink=Ink.SUBTLE, wrap=True),
            Row(self._lees, 1, self.lever_in),
        )

    def toon(self, beeld: InrichtBeeld) -> None:
        """Show what waits; whose right was taken stands in the heading already."""
        self._zin.setText(
            self.tr("Dat deed de gemeente. Nieuwe gegevens komen niet meer. Je eigen werk is er nog.")
        )
        aantal = beeld.te_verzenden
        self._lees.set_icon(Icon.EYE if aantal else None)
        lees = self.tr("Lees het eerst") if aantal == 1 else self.tr("Lees ze eerst")
        self._lees.setText(lees if aantal else self.tr("Terug naar je werk"))
        self.lever_in.setVisible(aantal > 0)
        if not aantal:
            self._stand.tell(Tone.INFO, Icon.CHECK, self.tr("Alles was al verstuurd"), "")
            return
        kop, wat = self.tr("1 stuk is nog niet verstuurd"), self.tr("het")
        if aantal > 1:
            kop, wat = self.tr("{0} stukken zijn nog niet verstuurd").format(aantal), self.tr("ze")
        regel = self.tr("Je kunt {0} nog inleveren. Iemand bij de gemeente beoordeelt wat ermee gebeurt.")
        regel = regel.format(wat)
        self._stand.tell(Tone.DANGER, Icon.CLOUD_UPLOAD, kop, regel)
