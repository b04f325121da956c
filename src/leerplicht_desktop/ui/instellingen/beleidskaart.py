"""What the municipality decided for this laptop, to read; nothing here can be changed."""

from __future__ import annotations

from leerplicht_desktop.casework.ports.beleid import Beleid
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.tokens import Type


class Beleidskaart(Card):
    """Each rule with what was decided and where that stands; what could not be read comes first."""

    def __init__(self, beleid: Beleid) -> None:
        super().__init__(self.tr("Bepaald door je gemeente"))
        self.setObjectName("instellingen.beleid")
        for fout in beleid.fouten:
            self.add(Notice(NoticeKind.WARNING, fout))
        for regel in beleid.regels:
            self.add(
                Column(
                    Label(regel.onderwerp, Type.LABEL),
                    Label(regel.besluit, wrap=True),
                    Label(self.tr("Staat in {0}.").format(regel.bron), ink=Ink.SUBTLE, wrap=True),
                    gap=2,
                )
            )
