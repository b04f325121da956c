"""The fields of a new passphrase: five drawn words, the field, how strong it is, and the field once more."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal

from leerplicht_desktop.casework.ports.wachtzin import Wachtzinoordeel
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.passphrase import PassphraseField
from leerplicht_desktop.ui.kit.tokens import Tone, Type

_RUST_MS = 250
"""Silence before what is typed is judged."""


class Wachtzinvlak(Column):
    """Emits ``voorstel_gevraagd`` for other words and ``getypt`` with the text once typing rests."""

    voorstel_gevraagd = Signal()
    getypt = Signal(str)

    def __init__(self, naam: str, *, groot: bool) -> None:
        super().__init__(gap=16 if groot else 12)
        self._woorden = Label("", Type.STRONG, wrap=True)
        self._woorden.setObjectName(f"{naam}.voorstel")
        anders = LinkButton(self.tr("Andere woorden"), Icon.REFRESH_CW)
        anders.setObjectName(f"{naam}.anders")
        anders.clicked.connect(self.voorstel_gevraagd)
        uitleg = Label(
            self.tr(
                "Neem deze vijf woorden. Schrijf ze op tot je ze kent. Bewaar dat briefje niet bij je laptop."
            ),
            ink=Ink.SUBTLE,
            wrap=True,
        )
        self.nieuw = PassphraseField(
            self.tr("Nieuwe wachtzin"),
            self.tr("De vijf woorden, met een spatie ertussen. Een eigen zin mag ook: lang en vreemd."),
            large=groot,
        )
        self.herhaling = PassphraseField(self.tr("Nog een keer"), large=groot)
        self._sterkte = Label("", wrap=True)
        self._sterkte.setObjectName(f"{naam}.sterkte")
        self._sterkte.hide()
        self._rust = QTimer(self)
        self._rust.setSingleShot(True)
        self._rust.setInterval(_RUST_MS)
        self._rust.timeout.connect(lambda: self.getypt.emit(self.nieuw.text()))
        self.nieuw.changed.connect(self._rust.start)
        self.nieuw.submitted.connect(self.herhaling.setFocus)
        self.add(
            Column(uitleg, self._woorden, Row(anders, 1), gap=4),
            Column(self.nieuw, self._sterkte, gap=4),
            self.herhaling,
        )

    def toon_voorstel(self, woorden: str) -> None:
        """Show five words."""
        self._woorden.setText(woorden)

    def toon_sterkte(self, oordeel: Wachtzinoordeel | None) -> None:
        """Say in words how strong it is; None: nothing is typed."""
        typt = oordeel is not None and bool(self.nieuw.text())
        self._sterkte.setVisible(typt)
        if oordeel is not None:
            self._sterkte.setText(self.tr("Sterkte: {0}").format(oordeel.sterkte))
            self._sterkte.set_tone(Tone.OK if oordeel.genoeg else Tone.WARN)

    def toon_fout(self, veld: str, zin: str) -> None:
        """Say what is wrong at ``wachtzin`` or ``herhaling``; other names clear both."""
        self.nieuw.set_error(zin if veld == "wachtzin" else "")
        self.herhaling.set_error(zin if veld == "herhaling" else "")

    def leeg(self) -> None:
        """Forget what was typed and shown."""
        self.nieuw.clear()
        self.herhaling.clear()
        self._woorden.setText("")
        self._sterkte.hide()
