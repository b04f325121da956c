"""A part of a form with what is still asked of it: the sentence and the rule that asks, under the part."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from leerplicht_desktop.domain.handhaving.verhoor import Punt
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.fields import FieldFrame
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.notices import Notice
from leerplicht_desktop.ui.kit.tokens import Tone, Type


def met_regel(punt: Punt) -> str:
    """What to do, and who asks it: "Geef de cautie en noteer hoe laat. (Sv 29 lid 2)"."""
    return f"{punt.bericht} ({punt.regel})"


def noem_link(melding: Notice, naam: str) -> None:
    """Give the link of a notice a name of its own, for the keyboard tests and screen readers."""
    for link in melding.findChildren(LinkButton):
        link.setObjectName(naam)


class Vak(Column):
    """``deel`` with an optional heading above and, below it, what is wrong or still open.

    ``focus`` is the part of it that takes the cursor when a link leads here; without it ``deel`` itself.
    """

    def __init__(self, deel: QWidget, kop: str = "", uitleg: str = "", focus: QWidget | None = None) -> None:
        super().__init__(gap=4)
        self._deel = deel
        self._doel = focus or deel
        if kop:
            self.add(Label(kop, Type.LABEL, wrap=True))
        if uitleg:
            self.add(Label(uitleg, ink=Ink.SUBTLE, wrap=True))
        self._merk = IconMark(Icon.CIRCLE_ALERT, size=16)
        self._zin = Label("", wrap=True)
        self._regel = Row(gap=6)
        self._regel.add_top(self._merk)
        self._regel.add_stretched(self._zin)
        self._regel.hide()
        self.add(deel, self._regel)

    @property
    def bericht(self) -> str:
        """The sentence that is shown, empty without one."""
        return "" if self._regel.isHidden() else self._zin.text()

    def toon(self, punten: Sequence[Punt], fout: str = "", *, streng: bool = True) -> None:
        """Show what could not be understood (``fout``), else the first point.

        A blocking point is red when ``streng``; before that, and for advice, it is a quiet sentence.
        """
        punt = next(iter(punten), None)
        rood = bool(fout) or (punt is not None and punt.moet and streng)
        zin = fout or (met_regel(punt) if punt is not None else "")
        self._regel.setVisible(bool(zin))
        self._zin.setText(zin)
        self._merk.set_icon(Icon.CIRCLE_ALERT if rood else Icon.INFO)
        for deel in (self._merk, self._zin):
            deel.set_tone(Tone.DANGER if rood else None)
        if not rood:
            self._zin.set_ink(Ink.SUBTLE)
            self._merk.set_ink(Ink.SUBTLE)
        if not isinstance(self._deel, FieldFrame):
            self._doel.setAccessibleDescription(zin)
            return
        veld = self._doel.focusProxy() or self._doel
        veld.setProperty("fout", rood)
        veld.style().unpolish(veld)
        veld.style().polish(veld)
        veld.setAccessibleDescription(zin)

    def pak(self) -> QWidget:
        """Put the focus on the part; gives what has it."""
        doel = self._doel.focusProxy() or self._doel
        doel.setFocus()
        return doel
