"""The one card of the set-up: what stands above it, and where it stands in the window."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leerplicht_desktop.casework.ports.gemeente import Aanmeldstand
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import ReadingColumn, Row, Scroll
from leerplicht_desktop.ui.kit.look import look

from .model import InrichtBeeld, Stap

_SMALST = 320
_BELOFTE = "Alles wat op deze laptop komt, wordt versleuteld bewaard."
_KOPPEN = {
    Stap.SERVER: "Welkom. Waar werk je?",
    Stap.WACHTZIN: "Kies je wachtzin",
    Stap.INSCHRIJVEN: "Schrijf deze laptop in",
    Stap.OPHALEN: "Je dossiers worden opgehaald",
}


class _Kolom(ReadingColumn):
    widest = 520


def kop_van(beeld: InrichtBeeld) -> str:
    """The heading of a step."""
    if beeld.stap is Stap.GEWEIGERD:
        return beeld.kop
    if beeld.stap is Stap.INLEVEREN:
        geschorst = beeld.stand is Aanmeldstand.GESCHORST
        return "Je toegang is stilgezet" if geschorst else "Deze laptop is ingetrokken"
    if beeld.stap is Stap.AANMELDEN:
        code = beeld.pagina is not None and beeld.pagina.code
        return "Meld je aan bij de gemeente" if code else "Meld je aan in de browser"
    return _KOPPEN[beeld.stap]


def in_het_midden(merk: QWidget, kaart: QWidget, naam: str) -> Scroll:
    """Brand, card and promise in the middle of the window, equally wide at every step."""
    onder = Row(IconMark(Icon.SHIELD_CHECK, Ink.SUBTLE), gap=12)
    onder.add_stretched(Label(_BELOFTE, ink=Ink.SUBTLE, wrap=True))
    midden = _Kolom(merk, kaart, onder, gap=24)
    midden.setMinimumWidth(_SMALST)
    inhoud = QWidget()
    doos = QVBoxLayout(inhoud)
    doos.setContentsMargins(*(4 * (look().px(24),)))
    rij = QHBoxLayout()
    rij.addStretch(1)
    rij.addWidget(midden, 1_000)
    rij.addStretch(1)
    doos.addStretch(2)
    doos.addLayout(rij)
    doos.addStretch(3)
    return Scroll(inhoud, naam)
