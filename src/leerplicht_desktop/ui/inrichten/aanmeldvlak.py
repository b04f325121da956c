"""The page in the browser: how long it is waited for, how to open it again, and how to stop."""

from __future__ import annotations

import time
from urllib.parse import urlsplit

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from leerplicht_desktop.casework.ports.gemeente import Aanmeldpagina
from leerplicht_desktop.ui.kit.browser import open_page
from leerplicht_desktop.ui.kit.buttons import FullButton, LinkButton, OutlinedButton
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row
from leerplicht_desktop.ui.kit.standing import Standing
from leerplicht_desktop.ui.kit.tokens import Tone, Type

_SECONDE = 1_000


class Browservlak(Column):
    """Signing in with the account of the municipality."""

    gestopt = Signal()

    def __init__(self) -> None:
        super().__init__(gap=16)
        self._pagina: Aanmeldpagina | None = None
        self._einde = 0.0
        self._geopend = False
        self._uitleg = Label("", ink=Ink.SUBTLE, wrap=True)
        self._stand = Standing()
        self._stand.setObjectName("inrichten.stand")
        self._hulp = Label(
            self.tr(
                "Kijk of er al een browservenster open staat. Zo niet, kopieer dan het adres en plak het "
                "zelf in een browser op deze laptop."
            ),
            wrap=True,
        )
        self._hulp.hide()
        self._gezien = LinkButton(self.tr("Geen browser gezien?"))
        self._gezien.setObjectName("inrichten.geen_browser")
        self._gezien.clicked.connect(lambda: self._hulp.setVisible(self._hulp.isHidden()))
        self._kopieer = LinkButton(self.tr("Kopieer het adres"))
        self._kopieer.setObjectName("inrichten.kopieer")
        self._kopieer.clicked.connect(self._kopieer_adres)
        self._stop = OutlinedButton(self.tr("Stop"))
        self._stop.setObjectName("inrichten.stop")
        self._stop.clicked.connect(self.gestopt)
        self.open_ = FullButton(self.tr("Open de browser"), Icon.LINK)
        self.open_.setObjectName("inrichten.open_browser")
        self.open_.clicked.connect(self._open)
        self._klok = QTimer(self)
        self._klok.setInterval(_SECONDE)
        self._klok.timeout.connect(self._tik)
        self._links = Flow(self._gezien, self._kopieer, gap=16)
        self.add(self._uitleg, self._stand, self._links, self._hulp, Row(self._stop, 1, self.open_))

    def toon(self, pagina: Aanmeldpagina | None, *, openen: bool) -> None:
        """Show the page that is waited for; None: the municipality is still asked for it."""
        if pagina is None:
            self._klok.stop()
            self._pagina = None
            self._zoekt()
        elif pagina is not self._pagina:
            self._pagina, self._geopend = pagina, False
            self._einde = time.monotonic() + pagina.seconden
            self._kopieer.setText(self.tr("Kopieer het adres"))
            self._klok.start()
            if openen:
                self._open()
            else:
                self._teken()

    def rust(self) -> None:
        """Nothing is waited for any more."""
        self._klok.stop()
        self._pagina = None

    def _open(self) -> None:
        if self._pagina is None:
            return
        self._geopend = open_page(self._pagina.adres)
        if not self._geopend:
            self._hulp.show()
        self._teken()

    def _zoekt(self) -> None:
        self._uitleg.setText(self.tr("We vragen de gemeente waar je je aanmeldt."))
        self._stand.tell(Tone.INFO, Icon.HOURGLASS, self.tr("Even wachten"), "")
        self._links.hide()
        self._hulp.hide()
        self.open_.hide()

    def _teken(self) -> None:
        self._links.show()
        self.open_.show()
        if self._geopend:
            self._uitleg.setText(
                self.tr("We hebben je browser geopend. Kom daarna hier terug; dit venster ziet het vanzelf.")
            )
            self._stand.tell(Tone.INFO, Icon.HOURGLASS, self.tr("We wachten op je browser"), self._hoelang())
            self.open_.setText(self.tr("Open de browser opnieuw"))
        else:
            self._uitleg.setText(
                self.tr("Je meldt je aan met je account van de gemeente. Wij zien je wachtwoord niet.")
            )
            self._stand.tell(Tone.INFO, Icon.USER, self.tr("Aanmelden gaat in je browser"), self._hoelang())
            self.open_.setText(self.tr("Open de browser"))

    def _tik(self) -> None:
        self._stand.update_line(self._hoelang())

    def _hoelang(self) -> str:
        """ "Nog 4:38 op inloggen.demostad.example"; only where, while no browser was opened."""
        waar = urlsplit(self._pagina.adres).hostname if self._pagina else ""
        if not self._geopend:
            return self.tr("Op {0}").format(waar)
        over = max(0, round(self._einde - time.monotonic()))
        return self.tr("Nog {0}:{1} op {2}").format(over // 60, f"{over % 60:02}", waar)

    def _kopieer_adres(self) -> None:
        if self._pagina is not None:
            QGuiApplication.clipboard().setText(self._pagina.adres)
            self._kopieer.setText(self.tr("Adres gekopieerd"))


class Codevlak(Column):
    """Signing in with a code that somebody approves: in practice."""

    def __init__(self, terug: QWidget) -> None:
        super().__init__(gap=16)
        self._code = Label("", Type.CLOCK)
        self._code.setObjectName("inrichten.code")
        self._plek = Label("", wrap=True)
        open_ = OutlinedButton(self.tr("Open de aanmeldpagina"), Icon.LINK)
        open_.setObjectName("inrichten.open_pagina")
        open_.clicked.connect(lambda: open_page(self._plek.text()))
        uitleg = self.tr("Open deze pagina en vul de code in. Dat mag ook op je telefoon.")
        vanzelf = self.tr("Zodra de code is goedgekeurd gaat dit scherm vanzelf verder.")
        self.add(
            Label(uitleg, ink=Ink.SUBTLE, wrap=True),
            self._plek,
            self._code,
            Row(open_, 1, terug),
            Label(vanzelf, ink=Ink.SUBTLE, wrap=True),
            1,
        )

    def toon(self, pagina: Aanmeldpagina) -> None:
        """Show code and place."""
        self._code.setText(pagina.code)
        self._plek.setText(pagina.adres)
