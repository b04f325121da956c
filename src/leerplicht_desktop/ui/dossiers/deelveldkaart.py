"""The card with what officers know of the family, and the way to change it."""

from __future__ import annotations

from leerplicht_desktop.domain.persoon.deelveld import Deelveld
from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.tokens import Tone
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.scherm.veldwoorden import van_wie

from .paneelbeeld import Paneelbeeld


class Deelveldkaart(Card):
    """The fields that were filled in, each with who wrote it; those that were not, in one sentence."""

    def __init__(self, context: Context, beeld: Paneelbeeld) -> None:
        wijzig = LinkButton("Wijzig", Icon.PENCIL)
        wijzig.setObjectName("dossier.deelvelden.wijzig")
        wijzig.setAccessibleName("Wijzig wat wij weten")
        super().__init__("Wat wij weten", wijzig)
        self.setObjectName("dossier.deelvelden")
        dossier = beeld.dossier.dossier
        wijzig.clicked.connect(lambda: context.navigatie.ga("gegevens", dossier))
        leeg = []
        for een in beeld.dossier.deelvelden:
            naam = Deelveld(een.veld).naam
            if not een.waarde and een.keuze is None:
                leeg.append(naam[:1].lower() + naam[1:])
                continue
            kop = Row(Label(naam, ink=Ink.SUBTLE), gap=8)
            if een.keuze is not None:
                kop.add(Badge("Kies wat klopt", Tone.WARN, Icon.GIT_COMPARE))
            kop.add(1)
            deel = Column(kop, Label(een.waarde or "Niets", wrap=True), gap=0)
            deel.add(Label(van_wie(een, beeld.vandaag), ink=Ink.SUBTLE, wrap=True))
            self.add(deel)
        if any(een.keuze for een in beeld.dossier.deelvelden):
            kies = LinkButton("Naar de keuzes", Icon.GIT_COMPARE)
            kies.setObjectName("dossier.deelvelden.kies")
            kies.clicked.connect(lambda: context.navigatie.ga("synchronisatie"))
            self.add(Row(kies, 1))
        if leeg:
            self.add(Label(f"Nog niet bekend: {', '.join(leeg)}.", ink=Ink.SUBTLE, wrap=True))
