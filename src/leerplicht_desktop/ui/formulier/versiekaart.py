"""A record that was vastgelegd and may have been corrected: where it stands, and its versions to go to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal

from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.cards import Card, Divider
from leerplicht_desktop.ui.kit.dates import short_moment
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Flow, Row
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.readline import ReadingLine
from leerplicht_desktop.ui.kit.tokens import Tone, Type
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

from .versies import Versie


class Versiekaart(Card):
    """Every version; ``gekozen`` carries the id of another one. ``naam`` begins the names of its links."""

    gekozen = Signal(str)

    def __init__(self, naam: str, versies: Sequence[Versie]) -> None:
        super().__init__(self.tr("Versies"))
        for versie in versies:
            if versie.getoond:
                self.add(Label(self.tr("{0} (deze)").format(versie.tekst), Type.STRONG, wrap=True))
                continue
            link = LinkButton(versie.tekst)
            link.setObjectName(f"{naam}.versie.{versie.nummer}")
            link.clicked.connect(lambda _, id_=versie.id: self.gekozen.emit(id_))
            self.add(Row(link, 1))


class Versiebericht(Notice):
    """That nothing changes any more, or that there is a newer version to go to."""

    gekozen = Signal(str)

    def __init__(self, versies: Sequence[Versie], vastgelegd_op: datetime | None) -> None:
        self._laatste = versies[-1]
        if self._laatste.getoond:
            wanneer = short_moment(plaatselijk(vastgelegd_op)) if vastgelegd_op else ""
            zin = f"Vastgelegd {wanneer}. Er verandert niets meer aan. Klopt iets niet, kies dan Verbeter."
            super().__init__(NoticeKind.INFO, zin)
        else:
            super().__init__(NoticeKind.WARNING, "Dit is niet de laatste versie.", "Toon de laatste")
        self.followed.connect(lambda: self.gekozen.emit(self._laatste.id))


def feitenkaart(titel: str, feiten: Sequence[tuple[str, str]]) -> Card:
    """Pairs of a word and a line, with a thin line between them."""
    kaart = Card(titel)
    for plaats, (woord, tekst) in enumerate(feiten):
        if plaats:
            kaart.add(Divider())
        kaart.add(ReadingLine(woord, tekst))
    return kaart


def vastgelegdmerken(*, verzonden: bool) -> Flow:
    """That it is vastgelegd, and whether the municipality has it."""
    merken = Flow(Badge("Vastgelegd", Tone.OK, Icon.LOCK))
    if not verzonden:
        merken.add(Badge("Nog niet verstuurd", Tone.NEUTRAL, Icon.CLOUD_UPLOAD))
    return merken
