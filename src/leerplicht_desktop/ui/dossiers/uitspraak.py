"""A sentence about the law with its reasons one click away."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from leerplicht_desktop.domain.verzuim.uitspraak import Uitspraak
from leerplicht_desktop.ui.formulier.uitlegvak import redenen
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.tokens import Tone, Type


class Uitspraakregel(Column):
    """An icon, the sentence, and a link that opens rule, article, inputs and version of the law."""

    def __init__(self, naam: str, uitspraak: Uitspraak, vraag: str) -> None:
        super().__init__(gap=4)
        self._vraag = vraag
        self._link = LinkButton(vraag)
        self._link.setObjectName(f"dossier.uitleg.{naam}")
        merk = IconMark(Icon.SCALE, Ink.SUBTLE)
        if uitspraak.bereikt:
            merk = IconMark(Icon.TRIANGLE_ALERT)
            merk.set_tone(Tone.DANGER)
        rij = Row(gap=8)
        rij.add_top(merk)
        tekst = Column(Label(uitspraak.zin, Type.STRONG, wrap=True), gap=2)
        self._redenen = QWidget()
        if uitspraak.uitleg is not None:
            self._redenen = redenen(uitspraak.uitleg)
            self._redenen.setObjectName(f"dossier.redenen.{naam}")
            tekst.add(self._link, self._redenen)
            self._link.clicked.connect(self._draai)
        rij.add_stretched(tekst)
        self.add(rij)
        self._redenen.hide()

    def _draai(self) -> None:
        open_ = self._redenen.isHidden()
        self._redenen.setVisible(open_)
        self._link.setText(self.tr("Verberg de uitleg") if open_ else self._vraag)
