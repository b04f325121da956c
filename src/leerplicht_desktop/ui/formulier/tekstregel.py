"""A text of one line in a form: a name, a number, a place, a reference."""

from __future__ import annotations

from leerplicht_desktop.casework.concepten import Veldwaarde
from leerplicht_desktop.casework.ports.papier import Formulierveld
from leerplicht_desktop.domain.tekstregel import op_een_regel
from leerplicht_desktop.ui.kit.fields import Field

from .velden import Veldinvoer


class TekstregelInvoer(Veldinvoer):
    """One line that takes a line break as a space, typed or pasted.

    A text from before the form asked one line stays as it was kept until the officer changes it.
    """

    def __init__(self, veld: Formulierveld, blad: str = "brief") -> None:
        super().__init__(veld, blad)
        self._regel = Field(self._label(), veld.uitleg)
        self._regel.edit.setObjectName(self.plek)
        self.add(self._regel)
        self._regel.changed.connect(lambda _: self._gewijzigd())
        self._regel.edit.returnPressed.connect(self._enter)

    def zet(self, waarde: Veldwaarde) -> None:
        """Show a text; the cursor stays where it is when nothing changed."""
        tekst = str(waarde or "")
        if self._regel.text() != tekst:
            self._regel.set_text(tekst)
            if not self._regel.edit.hasFocus():
                self._regel.edit.home(False)  # a long one is read from its beginning

    def toon_fout(self, zin: str) -> None:
        """Say it under the field."""
        super().toon_fout(zin)
        self._regel.set_error(zin)

    def ga(self) -> None:
        """Put the focus in the line, behind what stands there."""
        self._regel.edit.setFocus()
        self._regel.edit.end(False)

    def _enter(self) -> None:
        """Who types the next line means a next word: without a space the two would be one."""
        vak = self._regel.edit
        ervoor = vak.text()[: vak.cursorPosition()]
        # The Tab key selects all of it: Enter right after that must not take the text away.
        if ervoor and not ervoor[-1].isspace() and not vak.hasSelectedText():
            vak.insert(" ")
            self._gewijzigd()

    def _gewijzigd(self) -> None:
        self.toon_fout("")
        self._op_een_regel()
        self.gewijzigd.emit(self._regel.text())

    def _op_een_regel(self) -> None:
        """Take the breaks out, with the cursor before the same letter; Ctrl+Z brings the old text back."""
        vak = self._regel.edit
        tekst, plek = vak.text(), vak.cursorPosition()
        regel = op_een_regel(tekst)
        if regel != tekst:
            vak.selectAll()
            vak.insert(regel)
            vak.setCursorPosition(len(regel) - len(op_een_regel(tekst[plek:])))
