"""The mark of the program with its name, above the cards of the first and the locked start."""

from __future__ import annotations

from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.rail import ProgramMark
from leerplicht_desktop.ui.kit.tokens import Type


class Brand(Row):
    """The mark with the program's name and, below it, the municipality or "Oefenomgeving"."""

    def __init__(self, below: str) -> None:
        names = Column(Label("Leerplicht Desktop", Type.HEADING), gap=0)
        if below:
            names.add(Label(below, ink=Ink.SUBTLE))
        super().__init__(ProgramMark(48), names, 1, gap=12)
